/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-review-proposal.h"

#include "tl-review-pack.h"

/* What a review is to look at, worked out away from the main thread: it asks of every risk. */

typedef struct
{
  TlAssessment *assessment;
  TlId forum;
  TlDay day;
} Question;

static void
question_free (Question *self)
{
  tl_assessment_unref (self->assessment);
  g_free (self);
}

/**
 * tl_review_proposal_free:
 * @self: (transfer full): a proposal
 *
 * Frees it.
 */
void
tl_review_proposal_free (TlReviewProposal *self)
{
  tl_agenda_free (self->agenda);
  g_ptr_array_unref (self->pack);
  g_free (self);
}

static GPtrArray *
propose_pack (const TlAssessment *assessment,
              const TlForumFacts *forum,
              TlDay               day,
              const TlAgenda     *agenda)
{
  g_autoptr (GArray) risks = g_array_new (FALSE, FALSE, sizeof (TlId));

  for (guint i = 0; i < agenda->entries->len; i++)
    g_array_append_val (risks, ((TlAgendaEntry *) g_ptr_array_index (agenda->entries, i))->risk);
  return tl_review_pack_propose (assessment, forum, day, (const TlId *) (gpointer) risks->data, risks->len);
}

static void
propose_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Question *question = task_data;
  TlAssessment *assessment = question->assessment;
  const TlForumFacts *forum = tl_snapshot_find (tl_assessment_get_snapshot (assessment), TL_TABLE_FORUM, &question->forum);
  TlReviewProposal *proposal;

  if (forum == NULL)
    {
      g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "The forum isn't there");
      return;
    }
  proposal = g_new0 (TlReviewProposal, 1);
  proposal->agenda = tl_agenda_propose (assessment, forum, question->day);
  proposal->pack = propose_pack (assessment, forum, question->day, proposal->agenda);
  /* What is asked of next may be brought up to date only once nobody holds this. */
  g_task_set_task_data (task, NULL, NULL);
  g_task_return_pointer (task, proposal, (GDestroyNotify) tl_review_proposal_free);
}

/**
 * tl_review_proposal_async:
 * @assessment: what is concluded
 * @forum: the forum that meets
 * @day: when
 * @cancellable: (nullable): to cancel
 * @callback: called when it has been found out
 * @user_data: for @callback
 *
 * Proposes the agenda of a review and what to ask for beforehand.
 */
void
tl_review_proposal_async (TlAssessment        *assessment,
                          const TlId          *forum,
                          TlDay                day,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Question *question = g_new0 (Question, 1);

  question->assessment = tl_assessment_ref (assessment);
  question->forum = *forum;
  question->day = day;
  g_task_set_source_tag (task, tl_review_proposal_async);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  g_task_run_in_thread (task, propose_thread);
}

/**
 * tl_review_proposal_finish:
 * @result: what the callback was given
 * @error: an I/O error when it was cancelled, or there is no such forum
 *
 * Returns: (transfer full): what is proposed
 */
TlReviewProposal *
tl_review_proposal_finish (GAsyncResult  *result,
                           GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
