/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-reviews-due.h"

/* What is due to be reviewed, worked out away from the main thread. */

static void
keep_reviews (GPtrArray *due)
{
  for (guint i = due->len; i > 0; i--)
    {
      const TlDueItem *item = g_ptr_array_index (due, i - 1);

      if (item->kind != TL_DUE_REVIEW && item->kind != TL_DUE_FORUM)
        g_ptr_array_remove_index (due, i - 1);
    }
}

static void
due_thread (GTask        *task,
            gpointer      source,
            gpointer      task_data,
            GCancellable *cancellable)
{
  GPtrArray *due = tl_due_list (task_data, TL_REVIEWS_DUE_DAYS);

  keep_reviews (due);
  /* What is asked of next may be brought up to date only once nobody holds this. */
  g_task_set_task_data (task, NULL, NULL);
  g_task_return_pointer (task, due, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * tl_reviews_due_async:
 * @assessment: what is concluded
 * @cancellable: (nullable): to cancel
 * @callback: called when it has been found out
 * @user_data: for @callback
 *
 * Finds out which forums are to meet and which risks are to be looked at, away from this thread.
 */
void
tl_reviews_due_async (TlAssessment        *assessment,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, tl_reviews_due_async);
  g_task_set_task_data (task, tl_assessment_ref (assessment), (GDestroyNotify) tl_assessment_unref);
  g_task_run_in_thread (task, due_thread);
}

/**
 * tl_reviews_due_finish:
 * @result: what the callback was given
 * @error: an I/O error when it was cancelled
 *
 * Returns: (transfer full) (element-type TlDueItem): forums and risks, late first, then by day
 */
GPtrArray *
tl_reviews_due_finish (GAsyncResult  *result,
                       GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tl_reviews_due_count_late:
 * @due: (element-type TlDueItem): what is due
 *
 * Returns: how much of it is late
 */
guint
tl_reviews_due_count_late (GPtrArray *due)
{
  guint n = 0;

  for (guint i = 0; i < due->len; i++)
    n += ((const TlDueItem *) g_ptr_array_index (due, i))->days_late > 0;
  return n;
}
