/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-xlsx-reader.h"

#include <glib/gi18n-lib.h>

#include "tl-import-plan.h"
#include "tl-progress.h"
#include "tl-waiting.h"
#include "tl-xlsx-cells.h"
#include "tl-xlsx-writer.h"

typedef struct
{
  TlXlsxBook *book;
  TlSheets *found;
  GHashTable *names;
} Reading;

static void
add_problem (Reading    *self,
             const char *sheet,
             guint       row,
             const char *column,
             const char *message)
{
  TlImportProblem *problem = tl_import_problem_new (sheet, row, column, NULL, message);

  problem->blocking = TRUE;
  g_ptr_array_add (self->found->problems, problem);
}

/* Two tabs can't have the same name, but a name of ours may be written in two ways. */
static void
choose_sheet (Reading               *self,
              const TlXlsxSheetInfo *info)
{
  const char *name = tl_import_find_sheet (info->name);

  if (name == NULL && info->hidden && g_str_equal (info->name, TL_XLSX_LISTS))
    return;
  if (name == NULL)
    {
      g_ptr_array_add (self->found->notes,
                       g_strdup_printf (_("\"%s\" isn't one of the sheets, and was left out"), info->name));
      return;
    }
  if (info->part == NULL)
    add_problem (self, name, 0, NULL, _("the sheet isn't in the file"));
  else if (g_hash_table_contains (self->names, info->part))
    add_problem (self, name, 0, NULL, _("two sheets are the same part of the file"));
  else
    g_hash_table_insert (self->names, info->part, (gpointer) name);
}

static gboolean
read_part (const char  *part_name,
           TlXlsxPart  *part,
           gpointer     data,
           GError     **error)
{
  Reading *self = data;
  const char *name = g_hash_table_lookup (self->names, part_name);
  g_autoptr (TlSheet) sheet = NULL;
  g_autoptr (GError) local_error = NULL;

  if (name == NULL)
    return TRUE;
  g_hash_table_remove (self->names, part_name);
  sheet = tl_sheet_new (name);
  if (tl_xlsx_cells_read (sheet, self->book, part, FALSE, &local_error))
    {
      g_ptr_array_add (self->found->sheets, g_steal_pointer (&sheet));
      return TRUE;
    }
  if (!g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  add_problem (self, name, tl_sheet_get_current_row (sheet), tl_sheet_get_current_heading (sheet),
               local_error->message);
  return TRUE;
}

/* In the order of the tabs, whatever the order of the parts. */
static int
compare_sheets (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const Reading *self = data;
  int places[2] = { 0, 0 };
  const char *names[2] = { tl_sheet_get_name (*(TlSheet * const *) a), tl_sheet_get_name (*(TlSheet * const *) b) };

  for (int i = 0; i < (int) tl_xlsx_book_get_n_sheets (self->book); i++)
    {
      const char *name = tl_import_find_sheet (tl_xlsx_book_get_sheet (self->book, (guint) i)->name);

      for (guint j = 0; j < 2; j++)
        places[j] = g_strcmp0 (names[j], name) == 0 ? i : places[j];
    }
  return places[0] - places[1];
}

static void
tell_missing (Reading *self)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, self->names);
  while (g_hash_table_iter_next (&iter, NULL, &name))
    add_problem (self, name, 0, NULL, _("the sheet isn't in the file"));
}

/**
 * tl_xlsx_read:
 * @file: a spreadsheet (.xlsx) with sheets of ours
 * @cancellable: (nullable): to stop it
 * @error: why it can't be read
 *
 * Reads all sheets of ours in a spreadsheet. A sheet that can't be read is a blocking problem among the others, so that
 * all of them are told at once. Blocks: not for the main thread.
 *
 * Returns: (transfer full): what was found, %NULL on an error
 */
TlSheets *
tl_xlsx_read (GFile         *file,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (TlXlsxBook) book = NULL;
  g_autoptr (TlSheets) found = tl_sheets_new ();
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  Reading self;

  tl_assert_may_wait ();

  tl_progress_begin_file (cancellable, file);
  book = tl_xlsx_book_read (file, cancellable, error);
  if (book == NULL)
    return NULL;
  self = (Reading) { book, found, names };
  for (guint i = 0; i < tl_xlsx_book_get_n_sheets (book); i++)
    choose_sheet (&self, tl_xlsx_book_get_sheet (book, i));
  if (g_hash_table_size (names) == 0 && found->problems->len == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _("none of its sheets is named as one of ours, such as Risks"));
      return NULL;
    }
  if (!tl_xlsx_package_walk (file, read_part, &self, cancellable, error))
    return NULL;
  tell_missing (&self);
  g_ptr_array_sort_with_data (found->sheets, compare_sheets, &self);
  return g_steal_pointer (&found);
}
