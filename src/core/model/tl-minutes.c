/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-minutes.h"

#include "tl-assessing.h"
#include "tl-review-rules.h"
#include "tl-store-history.h"
#include "tl-waiting.h"

static void
assessed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TlMinutes *self = g_task_get_task_data (task), *done;
  GError *error = NULL;

  self->assessment = tl_assess_finish (result, &error);
  if (self->assessment == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  done = g_new (TlMinutes, 1);
  *done = *self;
  *self = (TlMinutes) { .assessment = NULL };
  g_task_return_pointer (task, done, (GDestroyNotify) tl_minutes_free);
}

/* As at the day on which it was finished, by the workbook as it was sealed. */
static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TlMinutes *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (TlSnapshot) snapshot = tl_store_load_recorded_finish (TL_STORE (source), result, NULL, NULL, &error);
  const TlReviewFacts *review = snapshot != NULL ? tl_snapshot_find (snapshot, TL_TABLE_REVIEW, &self->review) : NULL;

  if (snapshot == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  tl_assess_snapshot_async (snapshot, MAX (review->date, review->finished), g_task_get_cancellable (task),
                            assessed_cb, g_object_ref (task));
}

static void
trail_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TlMinutes *self = g_task_get_task_data (task);
  GError *error = NULL;

  self->trail = tl_store_read_trail_finish (TL_STORE (source), result, &error);
  if (self->trail == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  tl_store_load_sealed_async (TL_STORE (source), &self->trail->seal, g_task_get_cancellable (task), loaded_cb,
                              g_object_ref (task));
}

/**
 * tl_minutes_load_async:
 * @store: an open document
 * @assessment: what is concluded of it
 * @review: a review
 * @cancellable: (nullable): to cancel
 * @callback: called when it has been read
 * @user_data: for @callback
 *
 * Reads what the minutes of a review are made from. Of a review that isn't finished on the day of @assessment nothing needs
 * to be read.
 */
void
tl_minutes_load_async (TlStore             *store,
                       TlAssessment        *assessment,
                       const TlId          *review,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  const TlReviewFacts *facts = tl_snapshot_find (tl_assessment_get_snapshot (assessment), TL_TABLE_REVIEW, review);
  TlMinutes *self = g_new0 (TlMinutes, 1);

  g_task_set_source_tag (task, tl_minutes_load_async);
  self->review = *review;
  if (facts == NULL || !tl_review_is_finished (facts, tl_assessment_get_as_at (assessment)))
    {
      g_task_return_pointer (task, self, (GDestroyNotify) tl_minutes_free);
      return;
    }
  g_task_set_task_data (task, self, (GDestroyNotify) tl_minutes_free);
  tl_store_read_trail_async (store, review, cancellable, trail_read_cb, g_steal_pointer (&task));
}

/**
 * tl_minutes_load_finish:
 * @result: what the callback was given
 * @error: a %TL_STORE_ERROR
 *
 * Returns: (transfer full): what the minutes are made from
 */
TlMinutes *
tl_minutes_load_finish (GAsyncResult  *result,
                        GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
keep_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/**
 * tl_minutes_load:
 * @store: an open document
 * @assessment: what is concluded of it
 * @review: a review
 * @cancellable: (nullable): to cancel
 * @error: a %TL_STORE_ERROR
 *
 * Reads the same and waits for it: for the thread on which a report is laid out.
 *
 * Returns: (transfer full): what the minutes are made from
 */
TlMinutes *
tl_minutes_load (TlStore       *store,
                 TlAssessment  *assessment,
                 const TlId    *review,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GAsyncResult) result = NULL;
  TlMinutes *minutes;

  tl_assert_may_wait ();
  g_main_context_push_thread_default (context);
  tl_minutes_load_async (store, assessment, review, cancellable, keep_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (context, TRUE);
  minutes = tl_minutes_load_finish (result, error);
  g_main_context_pop_thread_default (context);
  return minutes;
}

/**
 * tl_minutes_free:
 * @self: (transfer full): what minutes are made from
 *
 * Frees it.
 */
void
tl_minutes_free (TlMinutes *self)
{
  g_clear_pointer (&self->assessment, tl_assessment_unref);
  g_clear_pointer (&self->trail, tl_review_trail_free);
  g_free (self);
}
