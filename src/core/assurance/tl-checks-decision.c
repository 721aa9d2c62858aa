/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-checks.h"

#include <glib/gi18n-lib.h>

#include "tl-challenge-rules.h"
#include "tl-course.h"
#include "tl-decision-rules.h"
#include "tl-format.h"
#include "tl-risk-rules.h"

#define CHALLENGE_DAYS 31
#define CHANGE_DAYS 14
#define SILENT_REVIEWS 3
#define STALLED_INTERVALS 3

/* Whether a challenge has waited too long: for an answer past its due date, or for a better one. */
static gboolean
is_waiting (const TlJudge          *judge,
            const TlChallengeFacts *challenge)
{
  TlDay answered = challenge->answered != TL_NO_DAY ? challenge->answered : challenge->review->date;

  if (tl_challenge_is_satisfied (judge, challenge))
    return FALSE;
  return tl_challenge_is_answered (judge, challenge) ? judge->as_at - answered >= CHALLENGE_DAYS
                                                     : judge->as_at > tl_challenge_get_due (challenge);
}

/* A challenge is past its due date unanswered, or its answer hasn't satisfied within a month. */
void
tl_check_challenge_open (TlCheckRun            *run,
                         const TlRiskJudgement *risk)
{
  for (guint i = 0; i < risk->facts->challenges.n; i++)
    {
      const TlChallengeFacts *challenge = risk->facts->challenges.rows[i];
      g_autofree char *day = NULL;
      gboolean answered;

      if (!tl_judge_sees_review (run->judge, challenge->review) || !is_waiting (run->judge, challenge))
        continue;
      day = tl_format_day_long (challenge->review->date);
      answered = tl_challenge_is_answered (run->judge, challenge);
      tl_check_add (run, risk,
                    answered ? g_strdup_printf (_("“%1$s”, asked on %2$s, was answered, but the answer hasn’t satisfied."),
                                                challenge->question, day)
                             : g_strdup_printf (_("“%1$s”, asked on %2$s, is still unanswered."), challenge->question, day),
                    answered ? _("Ask again, or say that the answer satisfies.") : _("Answer it."))->subject =
        challenge->base.ref != NULL ? challenge->base.ref : challenge->review->base.ref;
    }
}

static gboolean
has_challenge (const TlReviewFacts *review,
               const TlRiskFacts   *risk)
{
  for (guint i = 0; i < review->challenges.n; i++)
    {
      if (TL_FACTS_AT (review->challenges, TlChallengeFacts, i)->risk == risk)
        return TRUE;
    }
  return FALSE;
}

/* The last three provider-level reviews that looked at the risk asked nothing. */
void
tl_check_challenge_absent (TlCheckRun            *run,
                           const TlRiskJudgement *risk)
{
  g_autoptr (GPtrArray) reviews = tl_risk_list_reviews (run->judge, risk->facts);
  guint silent = 0;

  for (guint i = reviews->len; i > 0 && silent < SILENT_REVIEWS; i--)
    {
      const TlReviewFacts *review = g_ptr_array_index (reviews, i - 1);

      if (tl_review_get_level (review) != TL_LEVEL_PROVIDER)
        continue;
      if (has_challenge (review, risk->facts))
        return;
      silent++;
    }
  if (silent == SILENT_REVIEWS)
    tl_check_add (run, risk, g_strdup (_("The last three provider reviews that looked at this risk asked its owner nothing.")),
                  _("Ask the owner a question that the evidence doesn’t answer."));
}

/* A decision to change had no action after it, or one to escalate no other provider review. Every decision to change is
 * asked, since any later action settles it; of those to escalate only what no later review has decided on, since the days
 * in which it could be taken up don't come back. */
void
tl_check_decision_without_effect (TlCheckRun            *run,
                                  const TlRiskJudgement *risk)
{
  TlDay last = tl_risk_get_last_decided (run->judge, risk->facts);

  for (guint i = 0; i < risk->facts->decisions.n; i++)
    {
      const TlDecisionFacts *decision = risk->facts->decisions.rows[i];
      g_autofree char *day = NULL;
      TlDay made;
      char *text;

      if (!tl_judge_sees_decision (run->judge, decision))
        continue;
      made = decision->review->date;
      day = tl_format_day_long (made);
      if (decision->decision == TL_DECISION_KIND_CHANGE && run->judge->as_at - made >= CHANGE_DAYS
          && tl_risk_count_work_since (run->judge, risk, NULL, made) == 0)
        text = g_strdup_printf (_("A review decided on %s to change what is being done, but no action has changed since."), day);
      else if (decision->decision == TL_DECISION_KIND_ESCALATE && run->judge->as_at - made >= TL_ESCALATE_DAYS && made == last
               && tl_decision_find_taken_up (run->judge, decision, TL_ESCALATE_DAYS) == NULL)
        text = g_strdup_printf (_("A review escalated this risk on %s, but no provider review looked at it in the month after."), day);
      else
        continue;
      tl_check_add (run, risk, text, _("Let the decision take effect, or decide anew."))->subject = decision->review->base.ref;
    }
}

static gboolean
was_well (const TlJudge     *judge,
          const TlRiskFacts *facts,
          TlDay              day)
{
  g_autoptr (TlArena) arena = tl_arena_new ();
  TlJudge then = { .snapshot = judge->snapshot, .settings = judge->settings, .as_at = day, .arena = arena };
  TlRiskJudgement risk;

  tl_judge_risk (&then, facts, &risk);
  return tl_risk_is_well (&risk);
}

/* Whether a risk stood at a link on another day; what comes after the link needn't be worked out. */
static gboolean
stood_at (const TlJudge     *judge,
          const TlRiskFacts *facts,
          TlDay              day,
          TlLineLink         position)
{
  g_autoptr (TlArena) arena = tl_arena_new ();
  TlJudge then = {
    .snapshot = judge->snapshot, .settings = judge->settings, .as_at = day, .until = position, .arena = arena,
  };
  TlRiskJudgement risk;

  tl_judge_risk (&then, facts, &risk);
  return risk.position == position;
}

/* The latest decision lets go a little, although that day it wasn't time. */
void
tl_check_oversight_reduced_early (TlCheckRun            *run,
                                  const TlRiskJudgement *risk)
{
  const TlReviewFacts *review = NULL;
  TlDay last = tl_risk_get_last_decided (run->judge, risk->facts);
  g_autofree char *day = NULL;

  for (guint i = 0; i < risk->facts->decisions.n; i++)
    {
      const TlDecisionFacts *decision = risk->facts->decisions.rows[i];

      if (tl_judge_sees_decision (run->judge, decision) && decision->review->date == last
          && decision->decision == TL_DECISION_KIND_REDUCE_OVERSIGHT)
        review = decision->review;
    }
  if (review == NULL || was_well (run->judge, risk->facts, last))
    return;
  day = tl_format_day_long (last);
  tl_check_add (run, risk,
                g_strdup_printf (_("Oversight was reduced on %s, although the outcome wasn’t met, holding and even that day."), day),
                _("Take the oversight up again until it is."))->subject = review->base.ref;
}

static gboolean
was_questioned (const TlJudge     *judge,
                const TlRiskFacts *risk,
                TlDay              since)
{
  for (guint i = 0; i < risk->challenges.n; i++)
    {
      const TlReviewFacts *review = TL_FACTS_AT (risk->challenges, TlChallengeFacts, i)->review;

      if (tl_judge_sees_review (judge, review) && review->date >= since)
        return TRUE;
    }
  for (guint i = 0; i < risk->decisions.n; i++)
    {
      const TlDecisionFacts *decision = risk->decisions.rows[i];

      if (tl_judge_sees_decision (judge, decision) && decision->decision == TL_DECISION_KIND_ESCALATE
          && decision->review->date >= since)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_target_met (const TlRiskJudgement *risk)
{
  for (guint i = 0; i < risk->n_measures; i++)
    {
      if (risk->measures[i].role == TL_ROLE_PRIMARY && risk->measures[i].target < TL_TARGET_MET)
        return FALSE;
    }
  return risk->primary != NULL;
}

/* The risk has stood still for three review intervals, and nobody has asked. Without a primary measure the target isn't
 * met; before it was opened it stood nowhere. */
void
tl_check_stalled_unchallenged (TlCheckRun            *run,
                               const TlRiskJudgement *risk)
{
  TlDay since = run->judge->as_at - STALLED_INTERVALS * risk->review_days;
  g_autofree char *days = NULL;

  if (is_target_met (risk) || risk->opened > since || was_questioned (run->judge, risk->facts, since))
    return;
  for (int i = 1; i <= STALLED_INTERVALS; i++)
    {
      if (!stood_at (run->judge, risk->facts, run->judge->as_at - i * risk->review_days, risk->position))
        return;
    }
  days = tl_format_days (STALLED_INTERVALS * risk->review_days);
  tl_check_add (run, risk,
                /* Translators: a link of the line such as "Acted", a length of time such as "6 weeks" */
                g_strdup_printf (_("It has stood still at %1$s for %2$s, its target isn’t met, and no review has asked why."),
                                 _(tl_position_get_word (risk->position)), days),
                _("Challenge the owner in a review, or escalate."));
}
