/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-overview-task.h"

void
tl_overview_answer_free (TlOverviewAnswer *self)
{
  g_clear_pointer (&self->due, g_ptr_array_unref);
  g_clear_pointer (&self->since, tl_since_free);
  g_free (self);
}

static void
ask_thread (GTask        *task,
            gpointer      source,
            gpointer      task_data,
            GCancellable *cancellable)
{
  TlOverviewAnswer *answer = g_new0 (TlOverviewAnswer, 1);

  answer->due = tl_due_list (task_data, TL_DUE_DAYS);
  answer->since = tl_since_new (task_data, cancellable);
  /* What is asked of next may be brought up to date only once nobody holds this. */
  g_task_set_task_data (task, NULL, NULL);
  g_task_return_pointer (task, answer, (GDestroyNotify) tl_overview_answer_free);
}

/**
 * tl_overview_ask_async:
 * @assessment: what is concluded
 * @cancellable: (nullable): to cancel
 * @callback: called when it has been found out
 * @user_data: for @callback
 *
 * Finds out what is due and what changed since the last provider review, away from this thread.
 */
void
tl_overview_ask_async (TlAssessment        *assessment,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, tl_overview_ask_async);
  g_task_set_task_data (task, tl_assessment_ref (assessment), (GDestroyNotify) tl_assessment_unref);
  g_task_run_in_thread (task, ask_thread);
}

/**
 * tl_overview_ask_finish:
 * @result: what the callback was given
 * @error: an I/O error when it was cancelled
 *
 * Returns: (transfer full): what was found out
 */
TlOverviewAnswer *
tl_overview_ask_finish (GAsyncResult  *result,
                        GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
