/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-tracker.h"

#include <string.h>
#include <xlsxwriter.h>

struct _TestTracker
{
  char *path;
  lxw_workbook *book;
  lxw_worksheet *sheet;
  lxw_format *day;
  lxw_format *month;
  lxw_row_t row;
};

TestTracker *
test_tracker_new (const char *path)
{
  TestTracker *self = g_new0 (TestTracker, 1);

  self->path = g_strdup (path);
  self->book = workbook_new (path);
  self->day = workbook_add_format (self->book);
  self->month = workbook_add_format (self->book);
  format_set_num_format (self->day, "dd/mm/yyyy");
  format_set_num_format (self->month, "mmm-yy");
  return self;
}

void
test_tracker_sheet (TestTracker *self,
                    const char  *name)
{
  self->sheet = workbook_add_worksheet (self->book, name);
  self->row = 0;
}

void
test_tracker_row (TestTracker *self,
                  ...)
{
  const char *text;
  lxw_col_t column = 0;
  va_list cells;

  va_start (cells, self);
  while ((text = va_arg (cells, const char *)) != NULL)
    {
      lxw_datetime day = { 0 };

      if (sscanf (text, "@%d-%d-%d", &day.year, &day.month, &day.day) == 3)
        worksheet_write_datetime (self->sheet, self->row, column, &day, self->day);
      else if (sscanf (text, "~%d-%d-%d", &day.year, &day.month, &day.day) == 3)
        worksheet_write_datetime (self->sheet, self->row, column, &day, self->month);
      else if (*text != '\0')
        worksheet_write_string (self->sheet, self->row, column, text, NULL);
      column++;
    }
  va_end (cells);
  self->row++;
}

void
test_tracker_skip (TestTracker *self)
{
  self->row++;
}

void
test_tracker_merge (TestTracker *self,
                    const char  *range)
{
  g_auto (GStrv) parts = g_strsplit (range, "=", 2);
  const char *text = parts[1] != NULL ? parts[1] : "";

  g_assert_cmpint (worksheet_merge_range (self->sheet, lxw_name_to_row (parts[0]), lxw_name_to_col (parts[0]),
                                          lxw_name_to_row_2 (parts[0]), lxw_name_to_col_2 (parts[0]), text, NULL), ==,
                   LXW_NO_ERROR);
}

TlForeignBook *
test_tracker_read (TestTracker *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GError) error = NULL;
  TlForeignBook *book;

  g_assert_cmpint (workbook_close (self->book), ==, LXW_NO_ERROR);
  book = tl_foreign_book_read (file, NULL, &error);
  g_assert_no_error (error);
  g_free (self->path);
  g_free (self);
  return book;
}
