/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-assessing.h"

/* What has to be known to draw conclusions away from the main thread. */
typedef struct
{
  TlSnapshot *snapshot;
  TlDay as_at;
  int *concluded;
} Question;

static void
question_free (Question *question)
{
  g_clear_pointer (&question->snapshot, tl_snapshot_unref);
  g_free (question);
}

static void
assess_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  Question *question = task_data;
  TlAssessment *assessment = tl_assessment_new (question->snapshot, question->as_at);

  if (question->concluded != NULL)
    g_atomic_int_set (question->concluded, TRUE);
  g_task_return_pointer (task, assessment, (GDestroyNotify) tl_assessment_unref);
}

/* On the reader's thread, which is free for other questions while conclusions are drawn. */
static void
loaded_cb (TlSnapshot *snapshot,
           GError     *error,
           gpointer    user_data)
{
  g_autoptr (GTask) task = user_data;
  Question *question = g_task_get_task_data (task);

  if (snapshot == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  question->snapshot = snapshot;
  if (question->as_at == TL_NO_DAY)
    question->as_at = tl_assessing_get_today (question->snapshot);
  g_task_run_in_thread (task, assess_thread);
}

/**
 * tl_assess_async:
 * @store: an open document
 * @as_at: a day, %TL_NO_DAY for today
 * @concluded: (nullable): set to %TRUE, atomically, when conclusions have been drawn and @callback is on its way
 * @cancellable: (nullable): to cancel
 * @callback: called when conclusions have been drawn
 * @user_data: for @callback
 *
 * Reads everything and draws conclusions from it, both away from this thread. Any thread may ask; the main thread is told.
 */
void
tl_assess_async (TlStore             *store,
                 TlDay                as_at,
                 int                 *concluded,
                 GCancellable        *cancellable,
                 GAsyncReadyCallback  callback,
                 gpointer             user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);
  Question *question = g_new0 (Question, 1);

  g_task_set_source_tag (task, tl_assess_async);
  question->as_at = as_at;
  question->concluded = concluded;
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  tl_store_load_with (store, loaded_cb, task, cancellable);
}

/**
 * tl_assess_snapshot_async:
 * @snapshot: all facts, as they are or as they were
 * @as_at: a day
 * @cancellable: (nullable): to cancel
 * @callback: called when conclusions have been drawn
 * @user_data: for @callback
 *
 * Draws conclusions from facts that have been read, away from this thread. Finish with [func@Tl.assess_finish].
 */
void
tl_assess_snapshot_async (TlSnapshot          *snapshot,
                          TlDay                as_at,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Question *question = g_new0 (Question, 1);

  g_task_set_source_tag (task, tl_assess_snapshot_async);
  question->snapshot = tl_snapshot_ref (snapshot);
  question->as_at = as_at;
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  g_task_run_in_thread (task, assess_thread);
}

typedef struct
{
  TlAssessment *assessment;
  GPtrArray *changes;
} Following;

static void
following_free (Following *following)
{
  g_clear_pointer (&following->assessment, tl_assessment_unref);
  g_ptr_array_unref (following->changes);
  g_free (following);
}

static void
follow_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  Following *following = task_data;

  /* What can't follow is of no use any more, and takes a while to let go of. */
  if (!tl_assessment_update (following->assessment, following->changes))
    g_clear_pointer (&following->assessment, tl_assessment_unref);
  g_task_return_pointer (task, g_steal_pointer (&following->assessment), (GDestroyNotify) tl_assessment_unref);
}

/**
 * tl_assess_follow_async:
 * @assessment: (transfer full): an assessment that nobody else holds
 * @changes: (transfer full) (element-type TlChange): the changes that follow what it has, in their order
 * @cancellable: (nullable): to cancel
 * @callback: called when it has been brought up to date
 * @user_data: for @callback
 *
 * Brings an assessment up to date, away from this thread. Finish with [func@Tl.assess_finish], which gives %NULL without
 * an error when it can't follow; then everything is to be read anew.
 */
void
tl_assess_follow_async (TlAssessment        *assessment,
                        GPtrArray           *changes,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Following *following = g_new0 (Following, 1);

  g_task_set_source_tag (task, tl_assess_follow_async);
  following->assessment = assessment;
  following->changes = changes;
  g_task_set_task_data (task, following, (GDestroyNotify) following_free);
  g_task_run_in_thread (task, follow_thread);
}

static void
let_go_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  tl_assessment_unref (task_data);
  g_task_return_boolean (task, TRUE);
}

/**
 * tl_assessing_let_go:
 * @assessment: (transfer full): an assessment
 *
 * Lets go of an assessment away from this thread: to free a million facts takes longer than a frame.
 */
void
tl_assessing_let_go (TlAssessment *assessment)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_source_tag (task, tl_assessing_let_go);
  g_task_set_task_data (task, assessment, NULL);
  g_task_run_in_thread (task, let_go_thread);
}

/**
 * tl_assess_finish:
 * @result: what the callback was given
 * @error: a %TL_STORE_ERROR or an I/O error
 *
 * Returns: (transfer full): what is concluded
 */
TlAssessment *
tl_assess_finish (GAsyncResult  *result,
                  GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tl_assessing_get_today:
 * @snapshot: all facts
 *
 * Returns: the computer's date, or the day that the workbook says stands for it
 */
TlDay
tl_assessing_get_today (TlSnapshot *snapshot)
{
  TlDay today = tl_snapshot_get_today (snapshot);

  return today != TL_NO_DAY ? today : tl_day_today ();
}
