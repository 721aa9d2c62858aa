/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-reviews-due.h"

#include <glib/gi18n.h>

#include "tl-review-rules.h"

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

static guint
count_late (GPtrArray *due,
            TlDueKind  kind)
{
  guint n = 0;

  for (guint i = 0; i < due->len; i++)
    {
      const TlDueItem *item = g_ptr_array_index (due, i);

      n += item->kind == kind && item->days_late > 0;
    }
  return n;
}

/**
 * tl_reviews_due_dup_late:
 * @due: (element-type TlDueItem): what is due
 *
 * Returns: (transfer full): how many forums and how many risks are late, each by itself
 */
char *
tl_reviews_due_dup_late (GPtrArray *due)
{
  guint n_forums = count_late (due, TL_DUE_FORUM), n_risks = count_late (due, TL_DUE_REVIEW);
  g_autofree char *forums = g_strdup_printf (ngettext ("%u meeting is late.", "%u meetings are late.", n_forums), n_forums);
  g_autofree char *risks = g_strdup_printf (ngettext ("%u risk should have been looked at.",
                                                      "%u risks should have been looked at.", n_risks), n_risks);

  if (n_forums == 0 && n_risks == 0)
    return g_strdup (_("No review is late."));
  if (n_forums == 0 || n_risks == 0)
    return n_forums > 0 ? g_steal_pointer (&forums) : g_steal_pointer (&risks);
  return g_strdup_printf ("%s %s", forums, risks);
}

/**
 * tl_reviews_find_begun:
 * @assessment: what is concluded
 *
 * Returns: (transfer none) (nullable): the latest review that has begun and isn't finished
 */
const TlReviewFacts *
tl_reviews_find_begun (TlAssessment *assessment)
{
  TlSnapshot *snapshot = tl_assessment_get_snapshot (assessment);
  TlDay as_at = tl_assessment_get_as_at (assessment);
  const TlReviewFacts *latest = NULL;

  for (guint i = 0; i < tl_snapshot_count (snapshot, TL_TABLE_REVIEW); i++)
    {
      const TlReviewFacts *review = tl_snapshot_get (snapshot, TL_TABLE_REVIEW, i);

      if (tl_review_is_held (review, as_at) && !tl_review_is_finished (review, as_at)
          && (latest == NULL || review->date > latest->date))
        latest = review;
    }
  return latest;
}
