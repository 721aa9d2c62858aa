/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-foreign-book.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-foreign-csv.h"
#include "tl-import-plan.h"
#include "tl-progress.h"
#include "tl-waiting.h"
#include "tl-xlsx-cells.h"
#include "tl-xlsx-writer.h"

/* A tracker of 2,000 actions with 30 columns is 60,000 cells; whoever writes more than this has no tracker. */
#define MOST_CELLS 2000000

struct _TlForeignBook
{
  char *name;
  gboolean ours;
  GPtrArray *sheets;
};

/**
 * tl_foreign_book_new:
 * @name: the file's name, to be shown
 * @sheets: (transfer none) (element-type TlSheet): its sheets, which are taken out of it
 *
 * Returns: (transfer full): a book of sheets that have been read already
 */
TlForeignBook *
tl_foreign_book_new (const char *name,
                     GPtrArray  *sheets)
{
  TlForeignBook *self = g_atomic_rc_box_new0 (TlForeignBook);

  self->name = g_strdup (name);
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_foreign_sheet_free);
  while (sheets->len > 0)
    g_ptr_array_add (self->sheets, tl_foreign_sheet_new (g_ptr_array_steal_index (sheets, 0), FALSE));
  return self;
}

typedef struct
{
  TlXlsxBook *book;
  TlSheet **sheets;
  guint n_cells;
} Reading;

static gboolean
check_size (Reading        *self,
            const TlSheet  *sheet,
            GError        **error)
{
  self->n_cells += tl_sheet_get_n_columns (sheet);
  for (guint i = 0; i < tl_sheet_get_n_rows (sheet); i++)
    self->n_cells += tl_sheet_get_n_cells (sheet, i);
  if (self->n_cells <= MOST_CELLS)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _("the sheet “%s” is larger than any action plan; is it the right file?"), tl_sheet_get_name (sheet));
  return FALSE;
}

static gboolean
read_part (const char  *part_name,
           TlXlsxPart  *part,
           gpointer     data,
           GError     **error)
{
  Reading *self = data;

  for (guint i = 0; i < tl_xlsx_book_get_n_sheets (self->book); i++)
    {
      const TlXlsxSheetInfo *info = tl_xlsx_book_get_sheet (self->book, i);

      if (g_strcmp0 (info->part, part_name) != 0 || self->sheets[i] != NULL)
        continue;
      self->sheets[i] = tl_sheet_new (info->name);
      if (!tl_xlsx_cells_read (self->sheets[i], self->book, part, TRUE, error))
        {
          g_prefix_error (error, _("%s row %u: "), info->name, tl_sheet_get_current_row (self->sheets[i]));
          return FALSE;
        }
      return check_size (self, self->sheets[i], error);
    }
  return TRUE;
}

static gboolean
read_xlsx (TlForeignBook  *self,
           GFile          *file,
           GCancellable   *cancellable,
           GError        **error)
{
  g_autoptr (TlXlsxBook) book = tl_xlsx_book_read (file, cancellable, error);
  Reading reading = { .book = book };
  gboolean done;

  if (book == NULL)
    return FALSE;
  reading.sheets = g_new0 (TlSheet *, tl_xlsx_book_get_n_sheets (book));
  done = tl_xlsx_package_walk (file, read_part, &reading, cancellable, error);
  for (guint i = 0; i < tl_xlsx_book_get_n_sheets (book); i++)
    {
      const TlXlsxSheetInfo *info = tl_xlsx_book_get_sheet (book, i);

      /* Charts are sheets too. */
      if (reading.sheets[i] == NULL)
        continue;
      if (info->hidden && g_str_equal (info->name, TL_XLSX_LISTS))
        tl_sheet_free (reading.sheets[i]);
      else
        g_ptr_array_add (self->sheets, tl_foreign_sheet_new (reading.sheets[i], info->hidden));
    }
  g_free (reading.sheets);
  for (guint i = 0; done && i < self->sheets->len; i++)
    self->ours |= tl_foreign_sheet_is_ours (g_ptr_array_index (self->sheets, i));
  return done;
}

static gboolean
read_csv (TlForeignBook  *self,
          GFile          *file,
          GCancellable   *cancellable,
          GError        **error)
{
  g_autofree char *name = g_strdup (self->name);
  g_autoptr (TlSheet) sheet = NULL;
  Reading reading = { 0 };

  if (strrchr (name, '.') != NULL && strrchr (name, '.') != name)
    *strrchr (name, '.') = '\0';
  sheet = tl_foreign_csv_read (file, name, cancellable, error);
  if (sheet == NULL || !check_size (&reading, sheet, error))
    return FALSE;
  g_ptr_array_add (self->sheets, tl_foreign_sheet_new (g_steal_pointer (&sheet), FALSE));
  self->ours = tl_foreign_sheet_is_ours (g_ptr_array_index (self->sheets, 0));
  return TRUE;
}

static gboolean
is_zip (GFile        *file,
        GCancellable *cancellable)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, NULL);
  char start[2] = { 0 };

  return stream != NULL && g_input_stream_read_all (G_INPUT_STREAM (stream), start, 2, NULL, cancellable, NULL)
         && start[0] == 'P' && start[1] == 'K';
}

static gboolean
check_kind (GFile         *file,
            GCancellable  *cancellable,
            GError       **error)
{
  GFileType type = g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable);
  g_autoptr (GFileInputStream) stream = NULL;
  guchar start[8] = { 0 };

  /* A pipe or a device could keep us waiting for ever. */
  if (type != G_FILE_TYPE_REGULAR && type != G_FILE_TYPE_UNKNOWN)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _("this is not a file"));
      return FALSE;
    }
  stream = g_file_read (file, cancellable, error);
  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), start, sizeof start, NULL, cancellable, error))
    return FALSE;
  /* What Excel wrote before 2007, and what it writes with a password. */
  if (start[0] == 0xd0 && start[1] == 0xcf && start[2] == 0x11 && start[3] == 0xe0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _("this spreadsheet is of an old kind (.xls) or has a password; open it in a spreadsheet "
                             "program and save it as .xlsx without one"));
      return FALSE;
    }
  return TRUE;
}

/**
 * tl_foreign_book_read:
 * @file: any spreadsheet (.xlsx) or CSV file
 * @cancellable: (nullable): to stop it
 * @error: why it can't be read
 *
 * Reads all sheets of a spreadsheet as they are. A CSV file is one sheet; commas, semicolons or tabs may separate its
 * cells, and it may be in UTF-8, UTF-16 or Windows' western code page. Blocks: not for the main thread.
 *
 * Returns: (transfer full) (nullable): the sheets
 */
TlForeignBook *
tl_foreign_book_read (GFile         *file,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GFileInfo) info = NULL;
  g_autofree char *base = g_file_get_basename (file);
  g_autoptr (TlForeignBook) self = NULL;

  tl_assert_may_wait ();

  if (!check_kind (file, cancellable, error))
    return NULL;
  tl_progress_begin_file (cancellable, file);
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME, G_FILE_QUERY_INFO_NONE, cancellable, NULL);
  self = tl_foreign_book_new (info != NULL ? g_file_info_get_display_name (info) : base, none);
  if (!(is_zip (file, cancellable) ? read_xlsx (self, file, cancellable, error)
                                   : read_csv (self, file, cancellable, error)))
    return NULL;
  for (guint i = 0; i < self->sheets->len; i++)
    {
      if (tl_foreign_sheet_get_n_filled (g_ptr_array_index (self->sheets, i)) > 0)
        return g_steal_pointer (&self);
    }
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("nothing stands in this file"));
  return NULL;
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  TlForeignBook *book = tl_foreign_book_read (data, cancellable, &error);

  if (book != NULL)
    g_task_return_pointer (task, book, (GDestroyNotify) tl_foreign_book_unref);
  else
    g_task_return_error (task, error);
}

/**
 * tl_foreign_book_read_async:
 * @file: any spreadsheet (.xlsx) or CSV file
 * @cancellable: (nullable): to stop it
 * @callback: called when it has been read
 * @user_data: for @callback
 *
 * Reads all sheets of a spreadsheet as they are, on a thread of its own.
 */
void
tl_foreign_book_read_async (GFile               *file,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, tl_foreign_book_read_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * tl_foreign_book_read_finish:
 * @result: what the callback was given
 * @error: why the file can't be read
 *
 * Returns: (transfer full) (nullable): the sheets
 */
TlForeignBook *
tl_foreign_book_read_finish (GAsyncResult  *result,
                             GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tl_foreign_book_ref:
 * @self: a book
 *
 * Returns: (transfer full): the same
 */
TlForeignBook *
tl_foreign_book_ref (TlForeignBook *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
book_clear (TlForeignBook *self)
{
  g_free (self->name);
  g_ptr_array_unref (self->sheets);
}

/**
 * tl_foreign_book_unref:
 * @self: (transfer full): a book
 *
 * Lets go of it.
 */
void
tl_foreign_book_unref (TlForeignBook *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) book_clear);
}

/**
 * tl_foreign_book_get_name:
 * @self: a book
 *
 * Returns: (transfer none): the file's name
 */
const char *
tl_foreign_book_get_name (const TlForeignBook *self)
{
  return self->name;
}

/**
 * tl_foreign_book_is_ours:
 * @self: a book
 *
 * Returns: whether it is our own spreadsheet, which tl_import_plan_async() reads: one of its sheets has the name and the
 *   headings of one of ours
 */
gboolean
tl_foreign_book_is_ours (const TlForeignBook *self)
{
  return self->ours;
}

/**
 * tl_foreign_book_is_rest:
 * @self: a book that is our own
 * @sheet: from 0
 *
 * Returns: whether it is a sheet that isn't named as one of ours, and that somebody may want to bring in all the same
 */
gboolean
tl_foreign_book_is_rest (const TlForeignBook *self,
                         guint                sheet)
{
  const TlForeignSheet *rest = tl_foreign_book_get_sheet (self, sheet);

  return tl_import_find_sheet (tl_foreign_sheet_get_name (rest)) == NULL && !tl_foreign_sheet_get_hidden (rest)
         && tl_foreign_sheet_get_n_filled (rest) > 0;
}

/**
 * tl_foreign_book_has_rest:
 * @self: a book that is our own
 *
 * Returns: whether one of its sheets is such
 */
gboolean
tl_foreign_book_has_rest (const TlForeignBook *self)
{
  for (guint i = 0; i < tl_foreign_book_get_n_sheets (self); i++)
    {
      if (tl_foreign_book_is_rest (self, i))
        return TRUE;
    }
  return FALSE;
}

/**
 * tl_foreign_book_get_n_sheets:
 * @self: a book
 *
 * Returns: how many sheets it has
 */
guint
tl_foreign_book_get_n_sheets (const TlForeignBook *self)
{
  return self->sheets->len;
}

/**
 * tl_foreign_book_get_sheet:
 * @self: a book
 * @sheet: from 0
 *
 * Returns: (transfer none): a sheet, in the order of the tabs
 */
const TlForeignSheet *
tl_foreign_book_get_sheet (const TlForeignBook *self,
                           guint                sheet)
{
  return g_ptr_array_index (self->sheets, sheet);
}
