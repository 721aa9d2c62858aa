/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-xlsx-cells.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "tl-day.h"
#include "tl-export-text.h"
#include "tl-progress.h"
#include "tl-xlsx-parser.h"
#include "tl-xlsx-text.h"

/* 31 December 9999, the last day that a spreadsheet knows. */
#define LAST_SERIAL 2958465.0
#define DAYS_UNTIL_1904 1462
#define SHORT_NUMBER 9

typedef enum
{
  CELL_NUMBER,
  CELL_SHARED,
  CELL_INLINE,
  CELL_TEXT,
  CELL_YES_NO,
} CellType;

typedef struct
{
  TlSheet *sheet;
  const TlXlsxBook *book;
  GCancellable *cancellable;
  guint row;
  guint column;
  guint filled;
  gboolean as_shown;
  gboolean in_row;
  gboolean in_value;
  CellType type;
  TlXlsxStyle style;
  GString *value;
  TlXlsxText text;
} Cells;

/* Cells and rows may say where they are; those that don't follow the one before. */
static gboolean
read_row_number (Cells       *self,
                 const char  *text,
                 GError     **error)
{
  guint64 number = self->row + 1;

  if (self->in_row)
    return tl_xlsx_refuse_damaged (error);
  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, 1, G_MAXUINT, &number, NULL))
    return tl_xlsx_refuse_damaged (error);
  if (number <= self->row)
    return tl_xlsx_refuse (_("its rows are out of order; open it in a spreadsheet program and save it again"), error);
  if (!tl_sheet_start_row (self->sheet, (guint) number, error))
    return FALSE;
  self->row = (guint) number;
  self->column = 0;
  self->filled = 0;
  self->in_row = TRUE;
  return TRUE;
}

/* As in "AB12"; columns count from 1. */
static gboolean
read_column (Cells       *self,
             const char  *text,
             GError     **error)
{
  guint column = 0;

  if (text == NULL)
    {
      self->column++;
      return TRUE;
    }
  for (; g_ascii_isalpha (*text) && column <= G_MAXUINT16; text++)
    column = column * 26 + (guint) (g_ascii_toupper (*text) - 'A') + 1;
  if (column == 0 || column <= self->column || g_ascii_isalpha (*text))
    return tl_xlsx_refuse (_("its cells are out of order; open it in a spreadsheet program and save it again"), error);
  self->column = column;
  return TRUE;
}

/* As in "AB12:AC20". Merged cells are only a help: what can't be understood is passed over. */
static gboolean
read_merge (Cells       *self,
            const char  *text,
            GError     **error)
{
  guint numbers[4] = { 0 };

  for (guint i = 0; i < 4; i += 2)
    {
      guint64 row;

      for (; g_ascii_isalpha (*text) && numbers[i] <= G_MAXUINT16; text++)
        numbers[i] = numbers[i] * 26 + (guint) (g_ascii_toupper (*text) - 'A') + 1;
      row = g_ascii_strtoull (text, (char **) &text, 10);
      if (numbers[i] == 0 || row == 0 || row > TL_SHEET_MAX_ROWS || *text != (i == 0 ? ':' : '\0'))
        return TRUE;
      numbers[i + 1] = (guint) row;
      text++;
    }
  if (numbers[2] < numbers[0] || numbers[3] < numbers[1] || self->in_row)
    return TRUE;
  return tl_sheet_add_merge (self->sheet, &(TlSheetMerge) { numbers[1], numbers[0] - 1, numbers[3], numbers[2] - 1 },
                             error);
}

/* Those that a cell may have, in one go, since a sheet has millions. */
static void
read_attributes (const char **attributes,
                 const char **place,
                 const char **type,
                 const char **style)
{
  *place = *type = *style = NULL;
  for (guint i = 0; attributes[i] != NULL; i += 2)
    {
      const char *name = attributes[i];

      if (name[0] == '\0' || name[1] != '\0')
        continue;
      if (name[0] == 'r')
        *place = attributes[i + 1];
      else if (name[0] == 't')
        *type = attributes[i + 1];
      else if (name[0] == 's')
        *style = attributes[i + 1];
    }
}

static guint64
read_short (const char *digits)
{
  if (g_ascii_isdigit (digits[0]) && digits[1] == '\0')
    return (guint64) (digits[0] - '0');
  return g_ascii_strtoull (digits, NULL, 10);
}

static CellType
read_type (const char *type)
{
  if (type == NULL || g_str_equal (type, "n"))
    return CELL_NUMBER;
  if (g_str_equal (type, "s"))
    return CELL_SHARED;
  if (g_str_equal (type, "inlineStr"))
    return CELL_INLINE;
  if (g_str_equal (type, "b"))
    return CELL_YES_NO;
  /* What a formula came to, an error, or a day written out. */
  return CELL_TEXT;
}

static gboolean
start_cell (Cells         *self,
            const char   **attributes,
            GError       **error)
{
  const char *place, *type, *style;

  read_attributes (attributes, &place, &type, &style);
  self->type = read_type (type);
  self->style = style != NULL ? tl_xlsx_book_get_style (self->book, read_short (style)) : TL_XLSX_STYLE_PLAIN;
  g_string_truncate (self->value, 0);
  tl_xlsx_text_begin (&self->text);
  return read_column (self, place, error);
}

static gboolean
is_letter (const char *name,
           char        letter)
{
  return name[0] == letter && name[1] == '\0';
}

static gboolean
start (gpointer      data,
       const char   *name,
       const char  **attributes,
       GError      **error)
{
  Cells *self = data;

  if (is_letter (name, 'c') && self->in_row)
    return start_cell (self, attributes, error);
  if (is_letter (name, 'v') && self->in_row)
    {
      self->in_value = TRUE;
      return TRUE;
    }
  if (g_str_equal (name, "row"))
    return read_row_number (self, tl_xlsx_get_attribute (attributes, "r"), error);
  if (g_str_equal (name, "mergeCell") && tl_xlsx_get_attribute (attributes, "ref") != NULL)
    return read_merge (self, tl_xlsx_get_attribute (attributes, "ref"), error);
  if (self->in_row)
    tl_xlsx_text_start (&self->text, name);
  return TRUE;
}

static gboolean
append (gpointer     data,
        const char  *text,
        gsize        length,
        GError     **error)
{
  Cells *self = data;

  if (!self->in_value)
    return tl_xlsx_text_append (&self->text, text, length, error);
  if (self->value->len + length > 4 * TL_SHEET_MAX_CHARACTERS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _("the text is longer than the %d characters that a cell can hold"), TL_SHEET_MAX_CHARACTERS);
      return FALSE;
    }
  g_string_append_len (self->value, text, (gssize) length);
  return TRUE;
}

/* Somebody who typed a month meant no day, whatever the program made of it. */
static void
show_day (Cells *self,
          TlDay  day)
{
  static const char * const months[] = {
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
  };
  char iso[TL_DAY_ISO_LENGTH + 1];
  int year, month, day_of_month;

  if (self->as_shown && self->style == TL_XLSX_STYLE_MONTH)
    {
      tl_day_split (day, &year, &month, &day_of_month);
      g_string_printf (self->value, "%s %d", months[month - 1], year);
      return;
    }
  tl_day_to_iso (day, iso);
  g_string_assign (self->value, iso);
}

/* Most numbers are a few digits, which shows them as they are to be. */
static gboolean
read_short_whole (const GString *text,
                  double        *number)
{
  int whole = 0;

  if (text->len == 0 || text->len > SHORT_NUMBER || (text->str[0] == '0' && text->len > 1))
    return FALSE;
  for (gsize i = 0; i < text->len; i++)
    {
      if (!g_ascii_isdigit (text->str[i]))
        return FALSE;
      whole = whole * 10 + (text->str[i] - '0');
    }
  *number = whole;
  return TRUE;
}

/* A number as somebody would write it who copies what the cell shows. */
static void
show_number (Cells *self)
{
  char *end;
  double number;
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  gboolean is_short = read_short_whole (self->value, &number);

  if (is_short && self->style == TL_XLSX_STYLE_PLAIN)
    return;
  if (is_short)
    end = self->value->str + self->value->len;
  else
    number = g_ascii_strtod (self->value->str, &end);
  if (end == self->value->str || *end != '\0' || !isfinite (number))
    return;
  if ((self->style == TL_XLSX_STYLE_DAY || self->style == TL_XLSX_STYLE_MONTH) && number >= 1 && number <= LAST_SERIAL)
    {
      int serial = (int) number + (tl_xlsx_book_get_from_1904 (self->book) ? DAYS_UNTIL_1904 : 0);

      /* There was no 29 February 1900, which spreadsheets count all the same. */
      show_day (self, tl_day_new (1899, 12, 30) + serial + (serial < 60));
      return;
    }
  if (self->style == TL_XLSX_STYLE_PERCENT)
    {
      g_ascii_formatd (digits, sizeof digits, "%.15g", number * 100);
      g_string_assign (self->value, digits);
      g_string_append_c (self->value, '%');
      return;
    }
  tl_export_write_number (number, digits);
  g_string_assign (self->value, digits);
}

static gboolean
read_index (const GString *text,
            guint64       *index)
{
  double number;

  if (!read_short_whole (text, &number))
    return g_ascii_string_to_unsigned (text->str, 10, 0, G_MAXUINT32, index, NULL);
  *index = (guint64) number;
  return TRUE;
}

static gboolean
find_text (Cells       *self,
           GError     **error)
{
  const char *text;
  guint64 index;

  switch (self->type)
    {
    case CELL_NUMBER:
      show_number (self);
      return TRUE;
    case CELL_YES_NO:
      if (self->value->len > 0)
        g_string_assign (self->value, g_str_equal (self->value->str, "1") ? "yes" : "no");
      return TRUE;
    case CELL_SHARED:
      if (self->value->len == 0)
        return TRUE;
      text = read_index (self->value, &index) ? tl_xlsx_book_get_text (self->book, index) : NULL;
      if (text == NULL)
        return tl_xlsx_refuse_damaged (error);
      g_string_assign (self->value, text);
      return TRUE;
    case CELL_INLINE:
      tl_xlsx_text_finish (&self->text);
      g_string_assign (self->value, self->text.text->str);
      return TRUE;
    case CELL_TEXT:
    default:
      return TRUE;
    }
}

static gboolean
end_cell (Cells   *self,
          GError **error)
{
  if (!find_text (self, error))
    return FALSE;
  /* A cell with only a look is no cell: whole columns are often coloured. */
  if (self->value->len == 0)
    return TRUE;
  for (; self->filled + 1 < self->column; self->filled++)
    {
      if (!tl_sheet_add_cell (self->sheet, "", 0, error))
        return FALSE;
    }
  self->filled++;
  return tl_sheet_add_cell (self->sheet, self->value->str, self->value->len, error);
}

static gboolean
end (gpointer     data,
     const char  *name,
     GError     **error)
{
  Cells *self = data;

  if (is_letter (name, 'v'))
    self->in_value = FALSE;
  else if (is_letter (name, 'c') && self->in_row)
    return end_cell (self, error);
  else if (g_str_equal (name, "row") && self->in_row)
    {
      self->in_row = FALSE;
      return tl_sheet_end_row (self->sheet, error) && tl_progress_step (self->cancellable, error);
    }
  else
    tl_xlsx_text_end (&self->text, name);
  return TRUE;
}

/**
 * tl_xlsx_cells_read:
 * @sheet: an empty sheet
 * @book: the spreadsheet that it is part of
 * @part: the part that holds it
 * @as_shown: whether a date of which only the month is shown is a month, rather than the day that it stands for
 * @error: what is wrong; where, [method@Tl.Sheet.get_current_row] of @sheet tells
 *
 * Reads the cells of a sheet, as what they show: of a formula what it came to when the spreadsheet was saved.
 *
 * Returns: whether all of them could be read
 */
gboolean
tl_xlsx_cells_read (TlSheet           *sheet,
                    const TlXlsxBook  *book,
                    TlXlsxPart        *part,
                    gboolean           as_shown,
                    GError           **error)
{
  static const TlXlsxHandler handler = { start, end, append };
  Cells self = {
    .sheet = sheet,
    .book = book,
    .cancellable = tl_xlsx_part_get_cancellable (part),
    .as_shown = as_shown,
    .value = g_string_new (NULL),
  };
  gboolean done;

  tl_xlsx_text_begin (&self.text);
  done = tl_xlsx_parse (part, &handler, &self, error);
  g_string_free (self.value, TRUE);
  g_string_free (self.text.text, TRUE);
  return done;
}
