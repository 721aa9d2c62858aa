/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-import-reading.h"

#include "tl-csv-folder.h"
#include "tl-foreign-again.h"
#include "tl-source.h"
#include "tl-xlsx-ours.h"

typedef struct
{
  TlSnapshot *existing;
  GFile *source;
  TlForeignMapping *mapping;
} Job;

static void
job_free (Job *job)
{
  tl_snapshot_unref (job->existing);
  g_object_unref (job->source);
  g_clear_pointer (&job->mapping, tl_foreign_mapping_free);
  g_free (job);
}

/**
 * tl_import_reading_free:
 * @self: (transfer full): a file that was looked at
 *
 * Frees it.
 */
void
tl_import_reading_free (TlImportReading *self)
{
  g_clear_pointer (&self->plan, tl_import_plan_free);
  g_clear_pointer (&self->mapping, tl_foreign_mapping_free);
  g_clear_pointer (&self->memory, tl_foreign_memory_free);
  g_clear_pointer (&self->book, tl_foreign_book_unref);
  g_free (self);
}

/* Beside the working copies, not in them: what a heading means is the same for every workbook. */
static GFile *
get_memory_file (void)
{
  return g_file_new_build_filename (g_get_user_data_dir (), "throughline", "spreadsheets.ini", NULL);
}

/* Nobody has to say anything again where each sheet that is read is read as the last time. */
static gboolean
is_remembered (const TlImportReading *self)
{
  gboolean remembered = FALSE;

  for (guint i = 0; i < tl_foreign_book_get_n_sheets (self->book); i++)
    {
      gboolean known = tl_foreign_mapping_is_remembered (self->mapping, i);

      if (tl_foreign_mapping_get_kind (self->mapping, i) == TL_FOREIGN_KIND_NONE)
        continue;
      if (!known)
        return FALSE;
      remembered = TRUE;
    }
  return remembered;
}

/* One sheet of a folder may come back alone. */
static gboolean
is_csv (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *lower = base != NULL ? g_ascii_strdown (base, -1) : g_strdup ("");

  return g_str_has_suffix (lower, ".csv");
}

static void
plan_ours (TlImportReading *self,
           Job             *job,
           GCancellable    *cancellable,
           GError         **error)
{
  gboolean folder = g_file_query_file_type (job->source, G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_DIRECTORY;
  TlSheets *sheets = !folder && is_csv (job->source) ? tl_csv_file_read (job->source, cancellable, error)
                                                     : tl_source_read (job->source, cancellable, error);

  if (sheets != NULL)
    self->plan = tl_import_plan_make (job->existing, sheets, cancellable, error);
}

static gboolean
look (TlImportReading *self,
      Job             *job,
      GCancellable    *cancellable,
      GError         **error)
{
  g_autoptr (GFile) file = get_memory_file ();

  if (g_file_query_file_type (job->source, G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_DIRECTORY)
    {
      plan_ours (self, job, cancellable, error);
      return self->plan != NULL;
    }
  /* A million rows of ours are read once, and are no tracker that is too long. */
  if (job->mapping == NULL && tl_xlsx_is_ours (job->source, cancellable))
    {
      plan_ours (self, job, cancellable, error);
      return self->plan != NULL;
    }
  self->book = tl_foreign_book_read (job->source, cancellable, error);
  if (self->book == NULL)
    return FALSE;
  /* Where all of it is ours, there is nothing to guess, and no need to have it twice. */
  if (job->mapping == NULL && tl_foreign_book_is_ours (self->book) && !tl_foreign_book_has_rest (self->book))
    {
      g_clear_pointer (&self->book, tl_foreign_book_unref);
      plan_ours (self, job, cancellable, error);
      return self->plan != NULL;
    }
  self->memory = tl_foreign_memory_load (file, cancellable);
  if (job->mapping != NULL)
    self->mapping = tl_foreign_mapping_again (job->mapping, self->book, job->existing, self->memory);
  else
    self->mapping = tl_foreign_mapping_guess (self->book, job->existing, self->memory);
  self->remembered = job->mapping != NULL || is_remembered (self);
  if (job->mapping != NULL || !tl_foreign_book_is_ours (self->book))
    return !g_cancellable_set_error_if_cancelled (cancellable, error);
  plan_ours (self, job, cancellable, error);
  return self->plan != NULL;
}

static void
run (GTask        *task,
     gpointer      source,
     gpointer      data,
     GCancellable *cancellable)
{
  g_autoptr (TlImportReading) self = g_new0 (TlImportReading, 1);
  GError *error = NULL;

  if (look (self, data, cancellable, &error))
    g_task_return_pointer (task, g_steal_pointer (&self), (GDestroyNotify) tl_import_reading_free);
  else
    g_task_return_error (task, error);
}

/**
 * tl_import_reading_async:
 * @existing: the workbook as it is
 * @source: a spreadsheet, a CSV file or a folder of CSV files
 * @mapping: (nullable): how the file was read before somebody mended it
 * @cancellable: (nullable): to stop it; a #TlProgress is told how far it is
 * @callback: called when it is known whether the file is one of ours
 * @user_data: for @callback
 *
 * Looks at a file that somebody wants to import, on a thread of its own.
 */
void
tl_import_reading_async (TlSnapshot             *existing,
                         GFile                  *source,
                         const TlForeignMapping *mapping,
                         GCancellable           *cancellable,
                         GAsyncReadyCallback     callback,
                         gpointer                user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  g_task_set_source_tag (task, tl_import_reading_async);
  job->existing = tl_snapshot_ref (existing);
  job->source = g_object_ref (source);
  job->mapping = mapping != NULL ? tl_foreign_mapping_copy (mapping) : NULL;
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, run);
}

/**
 * tl_import_reading_finish:
 * @result: what the callback was given
 * @error: why the file can't be read
 *
 * Returns: (transfer full) (nullable): what it is
 */
TlImportReading *
tl_import_reading_finish (GAsyncResult  *result,
                          GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
remember (GTask        *task,
          gpointer      source,
          gpointer      data,
          GCancellable *cancellable)
{
  g_autoptr (GFile) file = get_memory_file ();
  GError *error = NULL;

  if (tl_foreign_memory_save (data, file, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* What isn't remembered is guessed again, which costs a minute and no more. */
static void
remembered_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_info ("How a spreadsheet is read can’t be remembered: %s", error->message);
}

/**
 * tl_import_reading_remember:
 * @self: a file that was imported
 *
 * Remembers how it was read, for the next one with its headings.
 */
void
tl_import_reading_remember (TlImportReading *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, remembered_cb, NULL);

  tl_foreign_memory_keep (self->memory, self->mapping);
  g_task_set_source_tag (task, tl_import_reading_remember);
  g_task_set_task_data (task, g_steal_pointer (&self->memory), (GDestroyNotify) tl_foreign_memory_free);
  g_task_run_in_thread (task, remember);
}
