/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-workbook-reviews-private.h"

#include <glib/gi18n-lib.h>

#include "tl-format.h"
#include "tl-review-rules.h"

/* A decision that is being checked. */
typedef struct
{
  TlWorkbook *workbook;
  const TlDecisionPlan *plan;
  const TlReviewFacts *review;
  const TlRiskFacts *risk;
  GError **error;
} Checking;

static gboolean
refuse (Checking   *self,
        int         code,
        const char *message)
{
  g_set_error_literal (self->error, TL_WORKBOOK_ERROR, code, message);
  return FALSE;
}

static TlWho
get_who (TlWorkbook           *self,
         const TlDecisionPlan *plan)
{
  return (TlWho) { .person = tl_workbook_reviews_find (self, TL_TABLE_PERSON, plan->by), .text = plan->by_text };
}

/* ── Whether the risk can be decided on so ────────────────────────────────── */

/* As in "R9 was closed on 9 June 2026 by Quality meeting." */
static char *
describe_ending (const TlRiskFacts     *risk,
                 const TlDecisionFacts *ending)
{
  const char *name = risk->base.ref != NULL ? risk->base.ref : risk->title;
  g_autofree char *title = ending != NULL ? tl_review_dup_title (ending->review) : NULL;

  if (ending == NULL)
    /* Translators: %s is a risk's ref */
    return g_strdup_printf (_("%s has ended."), name);
  if (ending->decision == TL_DECISION_KIND_CLOSE)
    /* Translators: a risk's ref, a forum and a day */
    return g_strdup_printf (_("%1$s has been closed by %2$s."), name, title);
  /* Translators: a risk's ref, what was decided ("no longer applies"), a forum and a day */
  return g_strdup_printf (_("%1$s has ended (%2$s), by %3$s."), name,
                          tl_word_label (TL_TYPE_DECISION_KIND, (int) ending->decision), title);
}

/* What ended may be reopened; a closed risk may be looked at and go on being closed, or be closed with better grounds. */
static gboolean
check_state (Checking *self)
{
  const TlDecisionFacts *ending = NULL;
  TlRiskState state =
    tl_risk_get_state_for (tl_workbook_get_assessment (self->workbook), self->risk, self->review, &ending);
  TlDecisionKind decision = self->plan->decision;
  g_autofree char *why = NULL;

  if (state == TL_RISK_STATE_OPEN)
    return decision != TL_DECISION_KIND_REOPEN
           || refuse (self, TL_WORKBOOK_ERROR_RISK, _("This risk is open. Only one that has ended can be reopened."));
  if (decision == TL_DECISION_KIND_REOPEN || decision == TL_DECISION_KIND_CONTINUE
      || (decision == TL_DECISION_KIND_CLOSE && state == TL_RISK_STATE_CLOSED))
    return TRUE;
  why = describe_ending (self->risk, ending);
  g_set_error (self->error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_RISK,
               /* Translators: %s is a sentence that says when and by whom a risk was closed */
               _("%s Reopen it to decide on it again, or leave it. What you wrote is still here."), why);
  return FALSE;
}

/* ── What each kind of decision needs ─────────────────────────────────────── */

static gboolean
check_other_risk (Checking *self)
{
  const TlRiskFacts *other = tl_workbook_reviews_find (self->workbook, TL_TABLE_RISK, self->plan->other_risk);
  g_autofree char *why = NULL;
  const TlDecisionFacts *ending;

  if (other == NULL)
    return refuse (self, TL_WORKBOOK_ERROR_RISK, _("Choose the risk that goes on in its place."));
  if (other == self->risk)
    return refuse (self, TL_WORKBOOK_ERROR_RISK, _("A risk can’t go on in its own place. Choose another one."));
  if (tl_risk_get_state_for (tl_workbook_get_assessment (self->workbook), other, self->review, &ending) == TL_RISK_STATE_OPEN)
    return TRUE;
  why = describe_ending (other, ending);
  g_set_error (self->error, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_RISK,
               /* Translators: %s is a sentence that says when and by whom a risk was closed */
               _("%s Choose one that is open, so that somebody still answers for what is left."), why);
  return FALSE;
}

/* By the interval that holds without this decision. */
static int
get_days_now (Checking *self)
{
  const TlRiskJudgement *risk =
    tl_assessment_find_risk (tl_workbook_get_assessment (self->workbook), &self->risk->base.id);

  if (self->risk->review_every != TL_INTERVAL_NONE)
    return tl_interval_get_days (self->risk->review_every);
  return risk != NULL && risk->reduced_until == TL_NO_DAY ? risk->review_days : 0;
}

static gboolean
check_reduced (Checking *self)
{
  if (self->plan->review_every == TL_INTERVAL_NONE)
    return refuse (self, TL_WORKBOOK_ERROR_VALUE, _("Say how often it is looked at from now on."));
  if (tl_interval_get_days (self->plan->review_every) <= get_days_now (self))
    return refuse (self, TL_WORKBOOK_ERROR_VALUE,
                   _("That is no less often than now. Choose a longer interval, or decide to continue."));
  if (self->plan->until == TL_NO_DAY)
    return refuse (self, TL_WORKBOOK_ERROR_DATE, _("Say until when: from that day on it is looked at as often as before."));
  if (self->plan->until <= self->review->date)
    return refuse (self, TL_WORKBOOK_ERROR_DATE, _("Oversight is reduced until a day after the review."));
  return TRUE;
}

static gboolean
check_closing (Checking *self)
{
  g_autoptr (GPtrArray) conditions = tl_workbook_list_closing_conditions (self->workbook, self->plan);
  g_autoptr (GString) unmet = g_string_new (NULL);

  for (guint i = 0; i < conditions->len; i++)
    {
      const TlClosingAnswer *condition = g_ptr_array_index (conditions, i);

      if (!condition->met)
        g_string_append_printf (unmet, "\n%s", condition->text);
    }
  if (unmet->len == 0)
    return TRUE;
  /* Translators: a list of sentences follows, a line each */
  g_string_prepend (unmet, _("This risk can’t close yet."));
  return refuse (self, TL_WORKBOOK_ERROR_CLOSING, unmet->str);
}

static gboolean
check_kind (Checking *self)
{
  switch ((int) self->plan->decision)
    {
    case TL_DECISION_KIND_NONE:
      return refuse (self, TL_WORKBOOK_ERROR_VALUE, _("Choose what is decided."));
    case TL_DECISION_KIND_MERGE:
    case TL_DECISION_KIND_SUPERSEDE:
      return check_other_risk (self);
    case TL_DECISION_KIND_REDUCE_OVERSIGHT:
      return check_reduced (self);
    case TL_DECISION_KIND_CLOSE:
      return check_closing (self);
    default:
      return TRUE;
    }
}

static const char *
ask_for_reason (TlDecisionKind decision)
{
  switch ((int) decision)
    {
    case TL_DECISION_KIND_CHANGE:
      return _("Write down what is to change.");
    case TL_DECISION_KIND_ESCALATE:
      return _("Write down what the provider is asked to do.");
    case TL_DECISION_KIND_ACCEPT_RISK:
      return _("Write down why the risk is accepted, and how people are kept safe.");
    default:
      return _("Write down the reason, so that whoever reads it later understands it.");
    }
}

/**
 * tl_workbook_list_closing_conditions:
 * @self: a workbook
 * @plan: a decision to close; only review, risk and who decides are looked at
 *
 * Returns: (transfer full) (element-type TlClosingAnswer): each condition for closing, met or not, with what leads there;
 *   the window shows the same as the refusal says. Empty when the risk isn't there.
 */
GPtrArray *
tl_workbook_list_closing_conditions (TlWorkbook           *self,
                                     const TlDecisionPlan *plan)
{
  const TlRiskFacts *risk = tl_workbook_reviews_find (self, TL_TABLE_RISK, plan->risk);
  TlWho by = get_who (self, plan);

  if (risk == NULL)
    return g_ptr_array_new ();
  return tl_closing_list_conditions (tl_workbook_get_assessment (self), risk,
                                     tl_workbook_reviews_find (self, TL_TABLE_REVIEW, plan->review), &by);
}

/**
 * tl_workbook_check_decision:
 * @self: a workbook
 * @plan: a decision that is to be made
 * @error: what is wrong, with the code of the field to mark
 *
 * Returns: whether it may be made: the review has begun, the risk hasn't been ended elsewhere, every decision but to
 *   continue has its reason, to merge or supersede names the open risk that goes on, to reduce oversight says how often
 *   and until when, and to close meets every condition
 */
gboolean
tl_workbook_check_decision (TlWorkbook            *self,
                            const TlDecisionPlan  *plan,
                            GError               **error)
{
  Checking checking = { .workbook = self, .plan = plan, .error = error };
  g_autofree char *reason = tl_workbook_reviews_trim (plan->reason);

  checking.review = tl_workbook_reviews_find_held (self, plan->review, error);
  if (checking.review == NULL)
    return FALSE;
  checking.risk = tl_workbook_reviews_find_risk (self, plan->risk, error);
  if (checking.risk == NULL || !check_state (&checking) || !check_kind (&checking))
    return FALSE;
  if (plan->decision != TL_DECISION_KIND_CONTINUE && *reason == '\0')
    return refuse (&checking, TL_WORKBOOK_ERROR_REASON, ask_for_reason (plan->decision));
  return TRUE;
}

/* ── Deciding ─────────────────────────────────────────────────────────────── */

/* Fields of one decision that mean nothing to another are emptied. A review decides once on a risk: another decision of
 * the same review takes the place of the first, which the history keeps. */
static void
add_decision (TlWorkbook           *self,
              TlChange             *change,
              const TlDecisionPlan *plan)
{
  const TlDecisionFacts *was =
    tl_review_find_decision (tl_workbook_reviews_find (self, TL_TABLE_REVIEW, plan->review),
                             tl_workbook_reviews_find (self, TL_TABLE_RISK, plan->risk));
  gboolean reduces = plan->decision == TL_DECISION_KIND_REDUCE_OVERSIGHT;
  gboolean passes_on = plan->decision == TL_DECISION_KIND_MERGE || plan->decision == TL_DECISION_KIND_SUPERSEDE;
  TlId row = was != NULL ? was->base.id : tl_workbook_reviews_add_row (self, change, "decision", plan->review, plan->risk);
  g_autofree char *reason = tl_workbook_reviews_trim (plan->reason);

  tl_workbook_reviews_set_word (change, "decision", &row, "decision", TL_TYPE_DECISION_KIND, (int) plan->decision);
  tl_change_set_text (change, "decision", &row, "reason", reason);
  tl_workbook_reviews_set_who (change, "decision", &row, "by", plan->by, plan->by_text);
  tl_change_set_id (change, "decision", &row, "place", plan->place);
  tl_change_set_id (change, "decision", &row, "other_risk", passes_on ? plan->other_risk : NULL);
  tl_workbook_reviews_set_word (change, "decision", &row, "review_every", TL_TYPE_INTERVAL,
                                reduces ? (int) plan->review_every : 0);
  tl_change_set_day (change, "decision", &row, "until_date", reduces ? plan->until : TL_NO_DAY);
}

/**
 * tl_workbook_decide_async:
 * @self: a workbook
 * @plan: what is decided; needed only during this call
 * @cancellable: (nullable): to cancel
 * @callback: called when it is kept
 * @user_data: for @callback
 *
 * Records a review's decision on a risk. Closing, ending otherwise and reopening are decisions, too; nothing else does
 * that.
 */
void
tl_workbook_decide_async (TlWorkbook           *self,
                          const TlDecisionPlan *plan,
                          GCancellable         *cancellable,
                          GAsyncReadyCallback   callback,
                          gpointer              user_data)
{
  g_autoptr (TlChange) change = tl_change_new ("review.decide");
  GError *error = NULL;

  if (!tl_workbook_check_decision (self, plan, &error))
    {
      tl_workbook_refuse (self, error, callback, user_data);
      return;
    }
  add_decision (self, change, plan);
  tl_workbook_apply_async (self, change, cancellable, callback, user_data);
}

/**
 * tl_workbook_continue_risk_async:
 * @self: a workbook
 * @plan: review, risk and who decides; needed only during this call
 * @cancellable: (nullable): to cancel
 * @callback: called when it is kept
 * @user_data: for @callback
 *
 * Looked at, continue: both in one change.
 */
void
tl_workbook_continue_risk_async (TlWorkbook           *self,
                                 const TlDecisionPlan *plan,
                                 GCancellable         *cancellable,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data)
{
  g_autoptr (TlChange) change = tl_change_new ("review.continue");
  TlDecisionPlan on = *plan;
  GError *error = NULL;

  on.decision = TL_DECISION_KIND_CONTINUE;
  if (!tl_workbook_check_decision (self, &on, &error))
    {
      tl_workbook_refuse (self, error, callback, user_data);
      return;
    }
  if (tl_review_find_look (tl_workbook_reviews_find (self, TL_TABLE_REVIEW, plan->review),
                           tl_workbook_reviews_find (self, TL_TABLE_RISK, plan->risk)) == NULL)
    tl_workbook_reviews_add_row (self, change, "looked_at", plan->review, plan->risk);
  add_decision (self, change, &on);
  tl_workbook_apply_async (self, change, cancellable, callback, user_data);
}
