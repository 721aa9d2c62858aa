/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-export-file.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>

#include "tl-csv-writer.h"
#include "tl-json-writer.h"
#include "tl-progress.h"
#include "tl-waiting.h"
#include "tl-xlsx-writer.h"

static gboolean
write_sheets (const TlExportOptions  *options,
              const TlExportWriter   *writer,
              gpointer                self,
              GCancellable           *cancellable,
              GError                **error)
{
  return tl_export_write (options->snapshot, writer, self, cancellable, error);
}

/* What was there stays until the new file is whole; a new one that isn't doesn't stay. */
static gboolean
finish (GFile          *file,
        GOutputStream  *stream,
        gboolean        existed,
        gboolean        written,
        GCancellable   *cancellable,
        GError        **error)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  if (written && g_output_stream_close (stream, cancellable, error))
    return TRUE;
  g_cancellable_cancel (cancelled);
  g_output_stream_close (stream, cancelled, NULL);
  if (!existed)
    g_file_delete (file, NULL, NULL);
  return FALSE;
}

static gboolean
write_json (GFile                  *file,
            const TlExportOptions  *options,
            GCancellable           *cancellable,
            GError                **error)
{
  gboolean existed = g_file_query_exists (file, NULL);
  g_autoptr (GFileOutputStream) stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION,
                                                         cancellable, error);
  TlJsonWriter *writer;
  gboolean written;

  if (stream == NULL)
    return FALSE;
  writer = tl_json_writer_new (G_OUTPUT_STREAM (stream), cancellable);
  written = write_sheets (options, &tl_json_writer, writer, cancellable, error)
            && tl_json_writer_close (writer, error);
  tl_json_writer_free (writer);
  return finish (file, G_OUTPUT_STREAM (stream), existed, written, cancellable, error);
}

/* A spreadsheet is made on this computer, and then goes where it is wanted in one go. */
static gboolean
copy_to (const char    *path,
         GFile         *file,
         GCancellable  *cancellable,
         GError       **error)
{
  g_autoptr (GFile) made = g_file_new_for_path (path);
  gboolean existed = g_file_query_exists (file, NULL), written;
  g_autoptr (GFileInputStream) in = g_file_read (made, cancellable, error);
  g_autoptr (GFileOutputStream) out = NULL;

  if (in == NULL)
    return FALSE;
  out = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, cancellable, error);
  if (out == NULL)
    return FALSE;
  written = g_output_stream_splice (G_OUTPUT_STREAM (out), G_INPUT_STREAM (in), G_OUTPUT_STREAM_SPLICE_NONE,
                                    cancellable, error) >= 0;
  return finish (file, G_OUTPUT_STREAM (out), existed, written, cancellable, error);
}

static gboolean
write_spreadsheet (GFile                  *file,
                   const TlExportOptions  *options,
                   GCancellable           *cancellable,
                   GError                **error)
{
  g_autofree char *folder = g_dir_make_tmp ("throughline-XXXXXX", error);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, "export.xlsx", NULL) : NULL;
  TlXlsxWriter *writer;
  locale_t locale, plain;
  gboolean written;

  if (folder == NULL)
    return FALSE;
  /* The library writes numbers as the thread's locale does; a comma in them is a damaged spreadsheet. */
  locale = uselocale ((locale_t) 0);
  plain = newlocale (LC_NUMERIC_MASK, "C", duplocale (locale));
  uselocale (plain);
  writer = tl_xlsx_writer_new (path, tl_snapshot_get_provider (options->snapshot), options->recorded, error);
  written = writer != NULL && write_sheets (options, &tl_xlsx_writer, writer, cancellable, error);
  tl_progress_begin (cancellable, TL_PROGRESS_STAGE_FINISHING, 0);
  written = written && tl_xlsx_writer_close (writer, error);
  g_clear_pointer (&writer, tl_xlsx_writer_free);
  uselocale (locale);
  freelocale (plain);
  written = written && copy_to (path, file, cancellable, error);
  g_unlink (path);
  g_rmdir (folder);
  return written;
}

static gboolean
is_empty (GFile         *folder,
          gboolean      *empty,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME,
                                                                    G_FILE_QUERY_INFO_NONE, cancellable, error);
  GFileInfo *child = NULL;

  if (children == NULL || !g_file_enumerator_iterate (children, &child, NULL, cancellable, error))
    return FALSE;
  *empty = child == NULL;
  return TRUE;
}

static void
remove_files (GFile *folder)
{
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME,
                                                                    G_FILE_QUERY_INFO_NONE, NULL, NULL);
  GFile *child;

  while (children != NULL && g_file_enumerator_iterate (children, NULL, &child, NULL, NULL) && child != NULL)
    g_file_delete (child, NULL, NULL);
}

static gboolean
write_folder (GFile                  *folder,
              const TlExportOptions  *options,
              GCancellable           *cancellable,
              GError                **error)
{
  gboolean existed = g_file_query_exists (folder, NULL), empty = TRUE, written;
  TlCsvWriter *writer;

  if (existed && !is_empty (folder, &empty, cancellable, error))
    return FALSE;
  if (!empty)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                           _("the folder isn’t empty, and nothing in it may be overwritten; name a new one"));
      return FALSE;
    }
  if (!existed && !g_file_make_directory (folder, cancellable, error))
    return FALSE;

  writer = tl_csv_writer_new (folder, cancellable);
  written = write_sheets (options, &tl_csv_writer, writer, cancellable, error);
  tl_csv_writer_free (writer);
  if (!written)
    {
      remove_files (folder);
      if (!existed)
        g_file_delete (folder, NULL, NULL);
    }
  return written;
}

/**
 * tl_export_file:
 * @file: where to: a spreadsheet if it ends in `.xlsx`, JSON if it ends in `.json`, otherwise a new or empty folder for
 *   CSV files
 * @options: what is exported
 * @cancellable: (nullable): to stop it; a #TlProgress is told how far it is
 * @error: why it couldn't be exported
 *
 * Exports a workbook. When this fails nothing is there that wasn't before. Blocks: not for the main thread.
 *
 * Returns: whether it is exported
 */
gboolean
tl_export_file (GFile                  *file,
                const TlExportOptions  *options,
                GCancellable           *cancellable,
                GError                **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *folded = name != NULL ? g_utf8_casefold (name, -1) : g_strdup ("");

  tl_assert_may_wait ();

  if (g_str_has_suffix (folded, ".xlsx"))
    return write_spreadsheet (file, options, cancellable, error);
  if (g_str_has_suffix (folded, ".json"))
    return write_json (file, options, cancellable, error);
  return write_folder (file, options, cancellable, error);
}

typedef struct
{
  GFile *file;
  TlSnapshot *snapshot;
  TlExportOptions options;
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->file);
  tl_snapshot_unref (job->snapshot);
  g_free (job);
}

static void
run_job (GTask        *task,
         gpointer      source,
         gpointer      data,
         GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (tl_export_file (job->file, &job->options, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * tl_export_file_async:
 * @file: where to, as for [func@Tl.export_file]
 * @snapshot: the facts
 * @recorded: when they were last changed, in microseconds since 1970
 * @cancellable: (nullable): to stop it; a #TlProgress is told how far it is
 * @callback: called when it is exported, or can't be
 * @user_data: for @callback
 *
 * Exports a workbook on a thread of its own.
 */
void
tl_export_file_async (GFile               *file,
                      TlSnapshot          *snapshot,
                      gint64               recorded,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  g_task_set_source_tag (task, tl_export_file_async);
  /* What has been written is, even if nobody wants it any more. */
  g_task_set_check_cancellable (task, FALSE);
  job->file = g_object_ref (file);
  job->snapshot = tl_snapshot_ref (snapshot);
  job->options = (TlExportOptions) { job->snapshot, recorded };
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, run_job);
}

/**
 * tl_export_file_finish:
 * @result: what the callback was given
 * @error: why it couldn't be exported
 *
 * Returns: whether it is exported
 */
gboolean
tl_export_file_finish (GAsyncResult  *result,
                       GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
