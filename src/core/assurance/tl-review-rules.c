/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-review-rules.h"

#include <glib/gi18n-lib.h>

#include "tl-assessment-private.h"
#include "tl-challenge-rules.h"
#include "tl-course.h"
#include "tl-decision-rules.h"
#include "tl-format.h"

/**
 * tl_review_is_finished:
 * @review: a review
 * @as_at: the day for which everything is shown
 *
 * Returns: whether it is finished: the day on which it was isn't later than @as_at
 */
gboolean
tl_review_is_finished (const TlReviewFacts *review,
                       TlDay                as_at)
{
  return review->finished != TL_NO_DAY && review->finished <= as_at;
}

/**
 * tl_review_is_held:
 * @review: a review
 * @as_at: the day for which everything is shown
 *
 * Returns: whether it has taken place, or takes place that day
 */
gboolean
tl_review_is_held (const TlReviewFacts *review,
                   TlDay                as_at)
{
  return review->date != TL_NO_DAY && review->date <= as_at;
}

/**
 * tl_forum_find_last:
 * @forum: a forum
 * @before: a day
 *
 * Returns: (transfer none) (nullable): its last review before that day
 */
const TlReviewFacts *
tl_forum_find_last (const TlForumFacts *forum,
                    TlDay               before)
{
  const TlReviewFacts *last = NULL;

  for (guint i = 0; i < forum->reviews.n; i++)
    {
      const TlReviewFacts *review = forum->reviews.rows[i];

      if (review->date != TL_NO_DAY && review->date < before && (last == NULL || review->date >= last->date))
        last = review;
    }
  return last;
}

/**
 * tl_forum_find_on:
 * @forum: a forum
 * @day: a day
 * @but: (nullable): a review that isn't meant
 *
 * Returns: (transfer none) (nullable): a review of the forum on that day, a finished one if there is one
 */
const TlReviewFacts *
tl_forum_find_on (const TlForumFacts  *forum,
                  TlDay                day,
                  const TlReviewFacts *but)
{
  const TlReviewFacts *found = NULL;

  for (guint i = 0; i < forum->reviews.n; i++)
    {
      const TlReviewFacts *review = forum->reviews.rows[i];

      if (review != but && review->date == day && (found == NULL || found->finished == TL_NO_DAY))
        found = review;
    }
  return found;
}

/**
 * tl_review_find_twin:
 * @review: a review
 *
 * A forum finishes one review a day. A merge or an import may bring a second one: both are kept.
 *
 * Returns: (transfer none) (nullable): another finished review of the same forum and day
 */
const TlReviewFacts *
tl_review_find_twin (const TlReviewFacts *review)
{
  const TlReviewFacts *twin = review->forum != NULL ? tl_forum_find_on (review->forum, review->date, review) : NULL;

  return twin != NULL && twin->finished != TL_NO_DAY ? twin : NULL;
}

/**
 * tl_risk_get_state_for:
 * @assessment: what is concluded
 * @risk: a risk
 * @review: a review that is to decide on it, whose own decisions so far don't count
 * @ending: (out) (optional) (transfer none) (nullable): the decision that ended it
 *
 * A finished review is judged by its own day; one that goes on by today, since the risk may have been closed elsewhere
 * meanwhile.
 *
 * Returns: whether the risk is open, closed or ended otherwise for that review
 */
TlRiskState
tl_risk_get_state_for (const TlAssessment     *assessment,
                       const TlRiskFacts      *risk,
                       const TlReviewFacts    *review,
                       const TlDecisionFacts **ending)
{
  g_autoptr (TlArena) arena = tl_arena_new ();
  TlJudge judge = {
    .snapshot = assessment->judge.snapshot,
    .settings = assessment->judge.settings,
    .as_at = tl_review_is_finished (review, assessment->judge.as_at) ? review->date : assessment->judge.as_at,
    .undecided = review,
    .arena = arena,
  };
  TlRiskJudgement judgement = { .facts = risk };

  tl_judge_course (&judge, &judgement);
  if (ending != NULL)
    *ending = NULL;
  for (guint i = 0; ending != NULL && judgement.state != TL_RISK_STATE_OPEN && i < risk->decisions.n; i++)
    {
      const TlDecisionFacts *decision = risk->decisions.rows[i];

      if (tl_judge_sees_decision (&judge, decision) && decision->decision == judgement.ending
          && decision->review->date == judgement.ended_on)
        *ending = decision;
    }
  return judgement.state;
}

/**
 * tl_review_find_previous:
 * @review: a review
 *
 * Returns: (transfer none) (nullable): the last review that its forum held before it
 */
const TlReviewFacts *
tl_review_find_previous (const TlReviewFacts *review)
{
  return review->forum != NULL ? tl_forum_find_last (review->forum, review->date) : NULL;
}

/**
 * tl_review_looked_at:
 * @review: a review
 * @risk: a risk
 *
 * Returns: whether it looked at the risk: it has a looked-at, challenge or decision row for it
 */
gboolean
tl_review_looked_at (const TlReviewFacts *review,
                     const TlRiskFacts   *risk)
{
  return tl_review_find_look (review, risk) != NULL || tl_review_left_something (review, risk);
}

static void
note_later (const TlReviewFacts  *review,
            const TlReviewFacts  *than,
            const TlReviewFacts **last)
{
  if (than == NULL || than->date == TL_NO_DAY || than->date >= review->date)
    return;
  /* Of its own forum first: that is the meeting which people remember. */
  if (*last != NULL && (*last)->forum == review->forum && than->forum != review->forum)
    return;
  if (*last == NULL || than->date > (*last)->date || ((*last)->forum != review->forum && than->forum == review->forum))
    *last = than;
}

/**
 * tl_review_find_last_look:
 * @review: a review
 * @risk: a risk
 *
 * Returns: (transfer none) (nullable): the last review before it that looked at the risk, of the same forum if there is one
 */
const TlReviewFacts *
tl_review_find_last_look (const TlReviewFacts *review,
                          const TlRiskFacts   *risk)
{
  const TlReviewFacts *last = NULL;

  for (guint i = 0; i < risk->looked_at.n; i++)
    note_later (review, TL_FACTS_AT (risk->looked_at, TlLookedAtFacts, i)->review, &last);
  for (guint i = 0; i < risk->challenges.n; i++)
    note_later (review, TL_FACTS_AT (risk->challenges, TlChallengeFacts, i)->review, &last);
  for (guint i = 0; i < risk->decisions.n; i++)
    note_later (review, TL_FACTS_AT (risk->decisions, TlDecisionFacts, i)->review, &last);
  return last;
}

static void
add_once (GPtrArray         *risks,
          const TlRiskFacts *risk)
{
  if (risk != NULL && !g_ptr_array_find (risks, risk, NULL))
    g_ptr_array_add (risks, (gpointer) risk);
}

static int
compare_risks (gconstpointer a,
               gconstpointer b)
{
  return tl_facts_compare (TL_TABLE_RISK, *(const TlFacts * const *) a, *(const TlFacts * const *) b);
}

/**
 * tl_review_list_risks:
 * @review: a review
 *
 * Returns: (transfer container) (element-type TlRiskFacts): the risks on its agenda, in their order, then those that it
 *   looked at besides, in the order of risks; each once, even where two people put it on the agenda
 */
GPtrArray *
tl_review_list_risks (const TlReviewFacts *review)
{
  GPtrArray *risks = g_ptr_array_new ();
  g_autoptr (GPtrArray) besides = g_ptr_array_new ();

  for (guint i = 0; i < review->agenda.n; i++)
    add_once (risks, TL_FACTS_AT (review->agenda, TlAgendaItemFacts, i)->risk);
  for (guint i = 0; i < review->looked_at.n; i++)
    add_once (besides, TL_FACTS_AT (review->looked_at, TlLookedAtFacts, i)->risk);
  for (guint i = 0; i < review->challenges.n; i++)
    add_once (besides, TL_FACTS_AT (review->challenges, TlChallengeFacts, i)->risk);
  for (guint i = 0; i < review->decisions.n; i++)
    add_once (besides, TL_FACTS_AT (review->decisions, TlDecisionFacts, i)->risk);
  g_ptr_array_sort (besides, compare_risks);
  for (guint i = 0; i < besides->len; i++)
    add_once (risks, g_ptr_array_index (besides, i));
  return risks;
}

/**
 * tl_review_find_look:
 * @review: a review
 * @risk: a risk
 *
 * Returns: (transfer none) (nullable): what it noted of looking at the risk; of several notes the latest
 */
const TlLookedAtFacts *
tl_review_find_look (const TlReviewFacts *review,
                     const TlRiskFacts   *risk)
{
  const TlLookedAtFacts *found = NULL;

  for (guint i = 0; i < review->looked_at.n; i++)
    {
      const TlLookedAtFacts *look = review->looked_at.rows[i];

      if (look->risk == risk)
        found = look;
    }
  return found;
}

/**
 * tl_review_find_decision:
 * @review: a review
 * @risk: a risk
 *
 * Returns: (transfer none) (nullable): what it decided on the risk; of several decisions the last, as they are listed
 */
const TlDecisionFacts *
tl_review_find_decision (const TlReviewFacts *review,
                         const TlRiskFacts   *risk)
{
  const TlDecisionFacts *found = NULL;

  for (guint i = 0; i < review->decisions.n; i++)
    {
      const TlDecisionFacts *decision = review->decisions.rows[i];

      if (decision->risk == risk)
        found = decision;
    }
  return found;
}

/**
 * tl_review_list_challenges:
 * @review: a review
 * @risk: a risk
 *
 * Returns: (transfer container) (element-type TlChallengeFacts): what it asked of the risk
 */
GPtrArray *
tl_review_list_challenges (const TlReviewFacts *review,
                           const TlRiskFacts   *risk)
{
  GPtrArray *challenges = g_ptr_array_new ();

  for (guint i = 0; i < review->challenges.n; i++)
    {
      if (TL_FACTS_AT (review->challenges, TlChallengeFacts, i)->risk == risk)
        g_ptr_array_add (challenges, (gpointer) review->challenges.rows[i]);
    }
  return challenges;
}

/**
 * tl_risk_find_last_decision:
 * @risk: a risk
 * @review: (nullable): a review, whose own decisions don't count
 * @as_at: the day for which everything is shown
 *
 * Returns: (transfer none) (nullable): the latest decision on the risk, made before @review where one is given
 */
const TlDecisionFacts *
tl_risk_find_last_decision (const TlRiskFacts   *risk,
                            const TlReviewFacts *review,
                            TlDay                as_at)
{
  const TlDecisionFacts *last = NULL;
  TlDay until = review != NULL && review->date != TL_NO_DAY ? tl_day_earliest (as_at, review->date) : as_at;

  for (guint i = 0; i < risk->decisions.n; i++)
    {
      const TlDecisionFacts *decision = risk->decisions.rows[i];

      if (decision->review == NULL || decision->review == review || !tl_review_is_held (decision->review, until))
        continue;
      if (last == NULL || decision->review->date >= last->review->date)
        last = decision;
    }
  return last;
}

/**
 * tl_risk_has_escalation_to_take_up:
 * @assessment: what is concluded
 * @risk: a risk
 * @but: (nullable): a review that doesn't count as taking it up
 * @decision: (out) (optional) (transfer none): the decision to escalate
 *
 * Returns: whether the risk was escalated, and no provider-level review has looked at it since
 */
gboolean
tl_risk_has_escalation_to_take_up (const TlAssessment     *assessment,
                                   const TlRiskFacts      *risk,
                                   const TlReviewFacts    *but,
                                   const TlDecisionFacts **decision)
{
  const TlDecisionFacts *escalation = NULL;
  const TlReviewFacts *taken_up;

  for (guint i = 0; i < risk->decisions.n; i++)
    {
      const TlDecisionFacts *one = risk->decisions.rows[i];

      if (one->decision == TL_DECISION_KIND_ESCALATE && one->review != but
          && tl_judge_sees_decision (&assessment->judge, one)
          && (escalation == NULL || one->review->date > escalation->review->date))
        escalation = one;
    }
  if (escalation == NULL)
    return FALSE;
  if (decision != NULL)
    *decision = escalation;
  taken_up = tl_decision_find_taken_up (&assessment->judge, escalation, G_MAXINT);
  return taken_up == NULL || taken_up == but;
}

/**
 * tl_review_dup_title:
 * @review: a review
 *
 * Returns: (transfer full): the forum and the day, as in "Provider oversight, 9 June 2026"
 */
char *
tl_review_dup_title (const TlReviewFacts *review)
{
  g_autofree char *day = tl_format_day_long (review->date);

  if (review->forum == NULL || review->forum->name == NULL)
    return g_steal_pointer (&day);
  /* Translators: a forum, and the day of its review */
  return g_strdup_printf (_("%1$s, %2$s"), review->forum->name, day);
}
