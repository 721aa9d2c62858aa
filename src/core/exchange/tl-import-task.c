/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-import-task.h"

#include "tl-source.h"

typedef struct
{
  TlSnapshot *existing;
  GFile *source;
} Job;

static void
job_free (Job *job)
{
  tl_snapshot_unref (job->existing);
  g_object_unref (job->source);
  g_free (job);
}

static void
plan (GTask        *task,
      gpointer      source,
      gpointer      data,
      GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  TlSheets *sheets = tl_source_read (job->source, cancellable, &error);
  TlImportPlan *made = sheets != NULL ? tl_import_plan_make (job->existing, sheets, cancellable, &error) : NULL;

  if (made == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, made, (GDestroyNotify) tl_import_plan_free);
}

/**
 * tl_import_plan_async:
 * @existing: the workbook as it is
 * @source: a spreadsheet, or a folder of CSV files
 * @cancellable: (nullable): to stop it; a #TlProgress is told how far it is
 * @callback: called when it is known what an import would do
 * @user_data: for @callback
 *
 * Reads what somebody wants to import and works out what that would do, on a thread of its own.
 */
void
tl_import_plan_async (TlSnapshot          *existing,
                      GFile               *source,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new (Job, 1);

  g_task_set_source_tag (task, tl_import_plan_async);
  job->existing = tl_snapshot_ref (existing);
  job->source = g_object_ref (source);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, plan);
}

/**
 * tl_import_plan_finish:
 * @result: what the callback was given
 * @error: why the source can't be read
 *
 * Returns: (transfer full) (nullable): what an import would do
 */
TlImportPlan *
tl_import_plan_finish (GAsyncResult  *result,
                       GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
