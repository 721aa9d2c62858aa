/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-workbook-reviews-private.h"

#include <glib/gi18n-lib.h>

#include "tl-format.h"
#include "tl-review-rules.h"

/* ── Looking at a risk ────────────────────────────────────────────────────── */

/**
 * tl_workbook_check_look:
 * @self: a workbook
 * @review: a review
 * @risk: a risk
 * @error: why not
 *
 * Returns: whether the review can record something of the risk: it has begun, and both are there
 */
gboolean
tl_workbook_check_look (TlWorkbook  *self,
                        const TlId  *review,
                        const TlId  *risk,
                        GError     **error)
{
  return tl_workbook_reviews_find_held (self, review, error) != NULL
         && tl_workbook_reviews_find_risk (self, risk, error) != NULL;
}

static void
set_changed (TlChange   *change,
             const char *table,
             const TlId *row,
             const char *column,
             const char *was,
             const char *text)
{
  g_autofree char *trimmed = tl_workbook_reviews_trim (text);

  if (g_strcmp0 (was != NULL ? was : "", trimmed) != 0)
    tl_change_set_text (change, table, row, column, trimmed);
}

/**
 * tl_workbook_look_at_risk_async:
 * @self: a workbook
 * @look: what is noted; needed only during this call
 * @cancellable: (nullable): to cancel
 * @callback: called when it is kept
 * @user_data: for @callback
 *
 * Records that a review looked at a risk, and what it noted; what was noted before is replaced.
 */
void
tl_workbook_look_at_risk_async (TlWorkbook          *self,
                                const TlLook        *look,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr (TlChange) change = tl_change_new ("review.look");
  static const TlLookedAtFacts nothing;
  const TlLookedAtFacts *was;
  GError *error = NULL;
  TlId row;

  if (!tl_workbook_check_look (self, look->review, look->risk, &error))
    {
      tl_workbook_refuse (self, error, callback, user_data);
      return;
    }
  was = tl_review_find_look (tl_workbook_reviews_find (self, TL_TABLE_REVIEW, look->review),
                             tl_workbook_reviews_find (self, TL_TABLE_RISK, look->risk));
  row = was != NULL ? was->base.id : tl_workbook_reviews_add_row (self, change, "looked_at", look->review, look->risk);
  if (was == NULL)
    was = &nothing;
  set_changed (change, "looked_at", &row, "progress", was->progress, look->progress);
  set_changed (change, "looked_at", &row, "barrier", was->barrier, look->barrier);
  set_changed (change, "looked_at", &row, "revised_control", was->revised_control, look->revised_control);
  set_changed (change, "looked_at", &row, "evidence_seen", was->evidence_seen, look->evidence_seen);
  tl_workbook_reviews_apply (self, change, cancellable, callback, user_data);
}

/* ── Challenges ───────────────────────────────────────────────────────────── */

/**
 * tl_workbook_check_question:
 * @self: a workbook
 * @question: a challenge that is to be put
 * @error: what is wrong, with the code of the field to mark
 *
 * Returns: whether it may be put: the review has begun, it asks something, and an answer isn't due before it is asked
 */
gboolean
tl_workbook_check_question (TlWorkbook             *self,
                            const TlChallengePlan  *question,
                            GError                **error)
{
  g_autofree char *text = tl_workbook_reviews_trim (question->question);
  const TlReviewFacts *review;

  if (!tl_workbook_check_look (self, question->review, question->risk, error))
    return FALSE;
  review = tl_workbook_reviews_find (self, TL_TABLE_REVIEW, question->review);
  if (*text == '\0')
    {
      g_set_error_literal (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_VALUE, _("Write down what is asked of the owner."));
      return FALSE;
    }
  if (question->due != TL_NO_DAY && question->due < review->date)
    {
      g_set_error_literal (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_DATE,
                           _("The answer can’t be due before the question is asked."));
      return FALSE;
    }
  return TRUE;
}

/**
 * tl_workbook_challenge_async:
 * @self: a workbook
 * @question: what is asked; needed only during this call
 * @cancellable: (nullable): to cancel
 * @callback: called when it is kept
 * @user_data: for @callback
 *
 * Puts a challenge to a risk's owner.
 *
 * Returns: the id of the new challenge
 */
TlId
tl_workbook_challenge_async (TlWorkbook            *self,
                             const TlChallengePlan *question,
                             GCancellable          *cancellable,
                             GAsyncReadyCallback    callback,
                             gpointer               user_data)
{
  g_autoptr (TlChange) change = tl_change_new ("review.challenge");
  g_autofree char *text = tl_workbook_reviews_trim (question->question);
  GError *error = NULL;
  TlId row = { 0 };

  if (!tl_workbook_check_question (self, question, &error))
    {
      tl_workbook_refuse (self, error, callback, user_data);
      return row;
    }
  row = tl_workbook_reviews_add_row (self, change, "challenge", question->review, question->risk);
  tl_change_set_text (change, "challenge", &row, "question", text);
  tl_workbook_reviews_set_who (change, "challenge", &row, "by", question->by, question->by_text);
  tl_change_set_day (change, "challenge", &row, "due", question->due);
  tl_workbook_apply_async (self, change, cancellable, callback, user_data);
  return row;
}

static const TlChallengeFacts *
find_challenge (TlWorkbook  *self,
                const TlId  *id,
                GError     **error)
{
  const TlChallengeFacts *challenge;

  if (!tl_workbook_check_editable (self, error))
    return NULL;
  challenge = tl_workbook_reviews_find (self, TL_TABLE_CHALLENGE, id);
  if (challenge == NULL)
    g_set_error_literal (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_VALUE,
                         _("This question isn’t in the workbook any more. The history can bring it back."));
  return challenge;
}

/**
 * tl_workbook_check_answer:
 * @self: a workbook
 * @challenge: a challenge
 * @answer: (nullable): what the owner answers; empty takes an answer back
 * @day: when, %TL_NO_DAY for today
 * @error: what is wrong, with the code of the field to mark
 *
 * Returns: whether that may be recorded
 */
gboolean
tl_workbook_check_answer (TlWorkbook  *self,
                          const TlId  *challenge,
                          const char  *answer,
                          TlDay        day,
                          GError     **error)
{
  const TlChallengeFacts *facts = find_challenge (self, challenge, error);
  g_autofree char *text = tl_workbook_reviews_trim (answer);
  g_autofree char *asked = NULL;

  if (facts == NULL)
    return FALSE;
  if (*text == '\0' && facts->satisfied == TL_FLAG_YES)
    {
      g_set_error_literal (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_VALUE,
                           _("The answer has satisfied. Say that it doesn’t before taking it away."));
      return FALSE;
    }
  if (day == TL_NO_DAY || (day >= facts->review->date && day <= tl_workbook_get_today (self)))
    return TRUE;
  asked = tl_format_day_long (facts->review->date);
  g_set_error (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_DATE,
               _("It was asked on %s; the answer came on that day or later, and no later than today."), asked);
  return FALSE;
}

/**
 * tl_workbook_answer_async:
 * @self: a workbook
 * @challenge: a challenge
 * @answer: (nullable): what the owner answers; empty takes an answer back
 * @day: when, %TL_NO_DAY for today
 * @cancellable: (nullable): to cancel
 * @callback: called when it is kept
 * @user_data: for @callback
 *
 * Records the answer to a challenge. An answer that is put in other words keeps its day, unless another is given.
 */
void
tl_workbook_answer_async (TlWorkbook          *self,
                          const TlId          *challenge,
                          const char          *answer,
                          TlDay                day,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (TlChange) change = tl_change_new ("review.answer");
  g_autofree char *text = tl_workbook_reviews_trim (answer);
  const TlChallengeFacts *facts;
  GError *error = NULL;

  if (!tl_workbook_check_answer (self, challenge, answer, day, &error))
    {
      tl_workbook_refuse (self, error, callback, user_data);
      return;
    }
  facts = tl_workbook_reviews_find (self, TL_TABLE_CHALLENGE, challenge);
  if (*text == '\0')
    day = TL_NO_DAY;
  else if (day == TL_NO_DAY)
    day = facts->answered != TL_NO_DAY ? facts->answered : tl_workbook_get_today (self);
  set_changed (change, "challenge", challenge, "answer", facts->answer, text);
  if (facts->answered != day)
    tl_change_set_day (change, "challenge", challenge, "answered", day);
  tl_workbook_reviews_apply (self, change, cancellable, callback, user_data);
}

/**
 * tl_workbook_check_satisfied:
 * @self: a workbook
 * @challenge: a challenge
 * @satisfied: whether the answer satisfies; none for not said
 * @error: why not
 *
 * Returns: whether that may be said: only an answer can satisfy
 */
gboolean
tl_workbook_check_satisfied (TlWorkbook  *self,
                             const TlId  *challenge,
                             TlFlag       satisfied,
                             GError     **error)
{
  const TlChallengeFacts *facts = find_challenge (self, challenge, error);

  if (facts == NULL)
    return FALSE;
  if (satisfied != TL_FLAG_YES || facts->answer != NULL)
    return TRUE;
  g_set_error_literal (error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_VALUE, _("Write down the answer that satisfied."));
  return FALSE;
}

/**
 * tl_workbook_set_satisfied_async:
 * @self: a workbook
 * @challenge: a challenge
 * @satisfied: whether the answer satisfies; none for not said
 * @day: from when, %TL_NO_DAY for today
 * @cancellable: (nullable): to cancel
 * @callback: called when it is kept
 * @user_data: for @callback
 *
 * Records whether an answer satisfied those who asked.
 */
void
tl_workbook_set_satisfied_async (TlWorkbook          *self,
                                 const TlId          *challenge,
                                 TlFlag               satisfied,
                                 TlDay                day,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr (TlChange) change = tl_change_new ("review.settle-challenge");
  const TlChallengeFacts *facts;
  GError *error = NULL;

  if (!tl_workbook_check_satisfied (self, challenge, satisfied, &error))
    {
      tl_workbook_refuse (self, error, callback, user_data);
      return;
    }
  facts = tl_workbook_reviews_find (self, TL_TABLE_CHALLENGE, challenge);
  if (satisfied != TL_FLAG_YES)
    day = TL_NO_DAY;
  else if (day == TL_NO_DAY)
    day = facts->satisfied == TL_FLAG_YES && facts->satisfied_on != TL_NO_DAY ? facts->satisfied_on
                                                                              : tl_workbook_get_today (self);
  if (facts->satisfied != satisfied)
    tl_workbook_reviews_set_word (change, "challenge", challenge, "satisfied", TL_TYPE_FLAG, (int) satisfied);
  if (facts->satisfied_on != day)
    tl_change_set_day (change, "challenge", challenge, "satisfied_on", day);
  tl_workbook_reviews_apply (self, change, cancellable, callback, user_data);
}
