/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-csv-folder.h"

#include <glib/gi18n-lib.h>

#include "tl-csv-reader.h"
#include "tl-import-plan.h"
#include "tl-progress.h"
#include "tl-waiting.h"

#define SUFFIX ".csv"
/* A million readings are 60 MB. */
#define MOST_BYTES ((goffset) 512 * 1024 * 1024)

#define ATTRIBUTES G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME "," \
                   G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE "," \
                   G_FILE_ATTRIBUTE_STANDARD_IS_HIDDEN

typedef struct
{
  GFile *folder;
  TlSheets *found;
  GHashTable *seen;
  goffset allowance;
  GCancellable *cancellable;
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

/* Returns: (nullable): the sheet's own name */
static const char *
find_sheet (const char *file_name)
{
  g_autofree char *name = NULL;

  if (g_utf8_strlen (file_name, -1) <= (glong) strlen (SUFFIX)
      || g_ascii_strcasecmp (file_name + strlen (file_name) - strlen (SUFFIX), SUFFIX) != 0)
    return NULL;

  name = g_strndup (file_name, strlen (file_name) - strlen (SUFFIX));
  return tl_import_find_sheet (name);
}

static gboolean
read_sheet (Reading     *self,
            const char  *file_name,
            const char  *name,
            GError     **error)
{
  g_autoptr (GFile) file = g_file_get_child (self->folder, file_name);
  g_autoptr (TlSheet) sheet = tl_sheet_new (name);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GError) local_error = NULL;

  stream = g_file_read (file, self->cancellable, &local_error);
  if (stream != NULL)
    tl_csv_read (sheet, G_INPUT_STREAM (stream), &self->allowance, self->cancellable, &local_error);

  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    {
      add_problem (self, name, tl_sheet_get_current_row (sheet), tl_sheet_get_current_heading (sheet),
                   local_error->message);
    }
  else if (local_error != NULL)
    {
      g_autofree char *message = g_strdup_printf (_("the file \"%s\" can't be read: %s"), file_name,
                                                  local_error->message);

      add_problem (self, name, 0, NULL, message);
    }
  else
    {
      g_ptr_array_add (self->found->sheets, g_steal_pointer (&sheet));
    }
  return TRUE;
}

static gboolean
take_file (Reading    *self,
           GFileInfo  *info,
           GError    **error)
{
  const char *file_name = g_file_info_get_name (info);
  const char *display_name = g_file_info_get_display_name (info);
  const char *name = find_sheet (display_name);
  const char *earlier;

  if (name == NULL)
    {
      g_ptr_array_add (self->found->notes,
                       g_strdup_printf (_("\"%s\" isn't one of the sheets, and was left out"), display_name));
      return TRUE;
    }
  /* A pipe or a device could keep us waiting for ever. */
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      add_problem (self, name, 0, NULL, _("this is not a file"));
      return TRUE;
    }
  earlier = g_hash_table_lookup (self->seen, name);
  if (earlier != NULL)
    {
      g_autofree char *message = g_strdup_printf (_("both \"%s\" and \"%s\" hold this sheet; remove one"), earlier,
                                                  display_name);

      add_problem (self, name, 0, NULL, message);
      return TRUE;
    }
  g_hash_table_insert (self->seen, (gpointer) name, g_strdup (display_name));
  return read_sheet (self, file_name, name, error);
}

static int
compare_infos (gconstpointer a,
               gconstpointer b)
{
  return strcmp (g_file_info_get_name (*(GFileInfo * const *) a), g_file_info_get_name (*(GFileInfo * const *) b));
}

static void
say_why_not (GError **error)
{
  if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      g_clear_error (error);
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("there is no such folder"));
    }
  else if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY))
    {
      g_clear_error (error);
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY, _("this is not a folder of CSV files"));
    }
  else if (!g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_prefix_error (error, "%s", _("the folder can't be read: "));
    }
}

/* In the order of names, so that what is reported doesn't depend on the file system. */
static GPtrArray *
list_files (GFile         *folder,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GPtrArray) infos = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GFileEnumerator) files = NULL;
  g_autoptr (GError) local_error = NULL;
  GFileInfo *info;

  files = g_file_enumerate_children (folder, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, &local_error);
  while (files != NULL && (info = g_file_enumerator_next_file (files, cancellable, &local_error)) != NULL)
    {
      if (g_file_info_get_is_hidden (info))
        g_object_unref (info);
      else
        g_ptr_array_add (infos, info);
    }
  if (local_error != NULL)
    {
      say_why_not (&local_error);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  g_ptr_array_sort (infos, compare_infos);
  return g_steal_pointer (&infos);
}

static void
begin (GPtrArray    *infos,
       GCancellable *cancellable)
{
  gsize n_bytes = 0;

  for (guint i = 0; i < infos->len; i++)
    {
      GFileInfo *info = g_ptr_array_index (infos, i);

      if (find_sheet (g_file_info_get_display_name (info)) != NULL)
        n_bytes += (gsize) g_file_info_get_size (info);
    }
  tl_progress_begin (cancellable, TL_PROGRESS_STAGE_READING, n_bytes);
}

/**
 * tl_csv_folder_read:
 * @folder: a folder of CSV files that are named as the sheets
 * @cancellable: (nullable): to stop it
 * @error: why the folder can't be read
 *
 * Reads all sheets in a folder. A sheet that can't be read is a blocking problem among the others, so that all of them
 * are told at once. Blocks: not for the main thread.
 *
 * Returns: (transfer full): what was found, %NULL on an error
 */
TlSheets *
tl_csv_folder_read (GFile         *folder,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr (GPtrArray) infos = list_files (folder, cancellable, error);
  g_autoptr (TlSheets) found = tl_sheets_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  Reading self = { folder, found, seen, MOST_BYTES, cancellable };

  tl_assert_may_wait ();

  if (infos == NULL)
    return NULL;
  begin (infos, cancellable);
  for (guint i = 0; i < infos->len; i++)
    {
      if (!take_file (&self, g_ptr_array_index (infos, i), error))
        return NULL;
    }
  if (g_hash_table_size (seen) == 0 && found->problems->len == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _("none of the files in the folder is named as a sheet, such as Risks.csv"));
      return NULL;
    }
  return g_steal_pointer (&found);
}

/**
 * tl_csv_file_read:
 * @file: a CSV file that is named as a sheet, such as `Risks.csv`
 * @cancellable: (nullable): to stop it
 * @error: why it can't be read
 *
 * Reads one sheet, as [func@Tl.csv_folder_read] would of the folder that it stands in. Blocks: not for the main thread.
 *
 * Returns: (transfer full): what was found, %NULL on an error
 */
TlSheets *
tl_csv_file_read (GFile         *file,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (TlSheets) found = tl_sheets_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GFileInfo) info = NULL;
  Reading self = { folder, found, seen, MOST_BYTES, cancellable };

  tl_assert_may_wait ();

  info = g_file_query_info (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (info == NULL)
    return NULL;
  tl_progress_begin_file (cancellable, file);
  return take_file (&self, info, error) ? g_steal_pointer (&found) : NULL;
}
