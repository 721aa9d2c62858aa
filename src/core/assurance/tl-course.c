/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-course.h"

static void
note_day (const TlJudge *judge,
          TlDay         *earliest,
          TlDay          day)
{
  if (tl_judge_knows (judge, day))
    *earliest = tl_day_earliest (*earliest, day);
}

static TlDay
get_first_work (const TlJudge     *judge,
                const TlRiskFacts *risk)
{
  TlDay first = TL_NO_DAY;

  for (guint i = 0; i < risk->ratings.n; i++)
    note_day (judge, &first, TL_FACTS_AT (risk->ratings, TlRatingFacts, i)->date);
  for (guint i = 0; i < risk->ownerships.n; i++)
    note_day (judge, &first, TL_FACTS_AT (risk->ownerships, TlOwnershipFacts, i)->from_date);
  for (guint i = 0; i < risk->measures.n; i++)
    {
      const TlMeasureFacts *measure = risk->measures.rows[i];

      note_day (judge, &first, measure->defined);
      for (guint j = 0; j < measure->readings.n; j++)
        note_day (judge, &first, TL_FACTS_AT (measure->readings, TlReadingFacts, j)->date);
    }
  for (guint i = 0; i < risk->actions.n; i++)
    {
      const TlActionFacts *action = risk->actions.rows[i];

      note_day (judge, &first, action->agreed);
      note_day (judge, &first, action->done);
      for (guint j = 0; j < action->events.n; j++)
        note_day (judge, &first, TL_FACTS_AT (action->events, TlActionEventFacts, j)->date);
    }
  for (guint i = 0; i < risk->causes.n; i++)
    note_day (judge, &first, TL_FACTS_AT (risk->causes, TlCauseFacts, i)->date);
  return first;
}

static TlDay
get_first_watch (const TlJudge     *judge,
                 const TlRiskFacts *risk)
{
  TlDay first = TL_NO_DAY;

  for (guint i = 0; i < risk->evidence.n; i++)
    note_day (judge, &first, TL_FACTS_AT (risk->evidence, TlEvidenceFacts, i)->date);
  for (guint i = 0; i < risk->expected.n; i++)
    note_day (judge, &first, TL_FACTS_AT (risk->expected, TlExpectedEvidenceFacts, i)->from_date);
  for (guint i = 0; i < risk->signs.n; i++)
    {
      const TlSignFacts *sign = risk->signs.rows[i];

      for (guint j = 0; j < sign->observed.n; j++)
        note_day (judge, &first, TL_FACTS_AT (sign->observed, TlObservedSignFacts, j)->date);
    }
  for (guint i = 0; i < risk->learning.n; i++)
    note_day (judge, &first, TL_FACTS_AT (risk->learning, TlLearningFacts, i)->date);
  return first;
}

/* Calls a function for the review of each row that a review has for a risk. */
typedef void (*ReviewFunc) (const TlReviewFacts *review,
                            gpointer             data);

static void
foreach_review (const TlJudge     *judge,
                const TlRiskFacts *risk,
                ReviewFunc         function,
                gpointer           data)
{
  for (guint i = 0; i < risk->looked_at.n; i++)
    {
      const TlReviewFacts *review = TL_FACTS_AT (risk->looked_at, TlLookedAtFacts, i)->review;

      if (tl_judge_sees_review (judge, review))
        function (review, data);
    }
  for (guint i = 0; i < risk->challenges.n; i++)
    {
      const TlReviewFacts *review = TL_FACTS_AT (risk->challenges, TlChallengeFacts, i)->review;

      if (tl_judge_sees_review (judge, review))
        function (review, data);
    }
  for (guint i = 0; i < risk->decisions.n; i++)
    {
      const TlReviewFacts *review = TL_FACTS_AT (risk->decisions, TlDecisionFacts, i)->review;

      if (tl_judge_sees_review (judge, review))
        function (review, data);
    }
}

static void
note_first_cb (const TlReviewFacts *review,
               gpointer             data)
{
  TlDay *first = data;

  *first = tl_day_earliest (*first, review->date);
}

static void
note_last_cb (const TlReviewFacts *review,
              gpointer             data)
{
  TlDay *last = data;

  *last = tl_day_latest (*last, review->date);
}

/**
 * tl_risk_get_opened:
 * @judge: a judge
 * @risk: a risk
 *
 * Returns: the day on which it was opened; when that wasn't written down the day of its earliest dated item that exists,
 *   %TL_NO_DAY (long ago) when it has none. A baseline's date isn't an item: it usually precedes the risk.
 */
TlDay
tl_risk_get_opened (const TlJudge     *judge,
                    const TlRiskFacts *risk)
{
  TlDay first = TL_NO_DAY;

  if (risk->opened != TL_NO_DAY)
    return risk->opened;
  foreach_review (judge, risk, note_first_cb, &first);
  first = tl_day_earliest (first, get_first_work (judge, risk));
  return tl_day_earliest (first, get_first_watch (judge, risk));
}

static gboolean
is_ending (TlDecisionKind decision)
{
  switch ((int) decision)
    {
    case TL_DECISION_KIND_CLOSE:
    case TL_DECISION_KIND_MERGE:
    case TL_DECISION_KIND_SUPERSEDE:
    case TL_DECISION_KIND_NO_LONGER_APPLIES:
    case TL_DECISION_KIND_ACCEPT_RISK:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
judge_state (const TlJudge   *judge,
             TlRiskJudgement *risk)
{
  for (guint i = 0; i < risk->facts->decisions.n; i++)
    {
      const TlDecisionFacts *decision = risk->facts->decisions.rows[i];

      if (!tl_judge_sees_decision (judge, decision))
        continue;
      if (decision->decision == TL_DECISION_KIND_REOPEN)
        risk->reopened_on = tl_day_latest (risk->reopened_on, decision->review->date);
      else if (is_ending (decision->decision) && decision->review->date >= risk->ended_on)
        {
          risk->ending = decision->decision;
          risk->ended_on = decision->review->date;
        }
    }

  if (risk->ending == TL_DECISION_KIND_NONE || risk->reopened_on >= risk->ended_on)
    {
      risk->state = TL_RISK_STATE_OPEN;
      risk->ending = TL_DECISION_KIND_NONE;
      risk->ended_on = TL_NO_DAY;
    }
  else
    risk->state = risk->ending == TL_DECISION_KIND_CLOSE ? TL_RISK_STATE_CLOSED : TL_RISK_STATE_ENDED;
}

/**
 * tl_judge_course:
 * @judge: a judge
 * @risk: a risk whose facts are set
 *
 * Settles when it was opened, last looked at, ended and reopened, and whether it is open now.
 */
void
tl_judge_course (const TlJudge   *judge,
                 TlRiskJudgement *risk)
{
  risk->opened = tl_risk_get_opened (judge, risk->facts);
  foreach_review (judge, risk->facts, note_last_cb, &risk->last_looked_at);
  judge_state (judge, risk);
}

/* Whoever steps in again takes the oversight up again. */
static gboolean
takes_up (TlDecisionKind decision)
{
  return decision == TL_DECISION_KIND_CHANGE || decision == TL_DECISION_KIND_ESCALATE || decision == TL_DECISION_KIND_REOPEN;
}

/* The latest decision that bears on how closely a risk is overseen. Of several on one day the one that takes it up
 * counts, since that is the more cautious. */
static const TlDecisionFacts *
find_oversight (const TlJudge     *judge,
                const TlRiskFacts *risk)
{
  const TlDecisionFacts *latest = NULL;

  for (guint i = 0; i < risk->decisions.n; i++)
    {
      const TlDecisionFacts *decision = risk->decisions.rows[i];
      gboolean reduces = decision->decision == TL_DECISION_KIND_REDUCE_OVERSIGHT;

      if (!tl_judge_sees_decision (judge, decision) || (!reduces && !takes_up (decision->decision)))
        continue;
      if (latest == NULL || decision->review->date > latest->review->date
          || (decision->review->date == latest->review->date && !reduces))
        latest = decision;
    }
  return latest;
}

/**
 * tl_judge_reduced_oversight:
 * @judge: a judge
 * @risk: a risk whose own review interval is settled
 *
 * While oversight is reduced a risk is reviewed at the longer interval that was decided. That needs a decision that says
 * how often and until when; on that day, or once a later review decides on change, escalation or reopening, the risk's
 * own interval holds again. An interval that isn't longer reduces nothing.
 */
void
tl_judge_reduced_oversight (const TlJudge   *judge,
                            TlRiskJudgement *risk)
{
  const TlDecisionFacts *decision = find_oversight (judge, risk->facts);

  if (decision == NULL || decision->decision != TL_DECISION_KIND_REDUCE_OVERSIGHT
      || decision->review_every == TL_INTERVAL_NONE || decision->until_date == TL_NO_DAY
      || decision->until_date <= judge->as_at || tl_interval_get_days (decision->review_every) <= risk->review_days)
    return;
  risk->review_every = decision->review_every;
  risk->review_days = tl_interval_get_days (decision->review_every);
  risk->reduced_until = decision->until_date;
}

/**
 * tl_judge_next_review:
 * @risk: a risk whose course and review interval are settled
 *
 * Settles when its next review is due: an interval after it was last looked at, or opened; at the latest when reduced
 * oversight ends.
 */
void
tl_judge_next_review (TlRiskJudgement *risk)
{
  TlDay since = risk->last_looked_at != TL_NO_DAY ? risk->last_looked_at : risk->opened;

  risk->next_review = since != TL_NO_DAY ? since + risk->review_days : TL_NO_DAY;
  if (risk->reduced_until != TL_NO_DAY)
    risk->next_review = tl_day_earliest (risk->next_review, risk->reduced_until);
}

static void
add_review_cb (const TlReviewFacts *review,
               gpointer             data)
{
  g_ptr_array_add (data, (gpointer) review);
}

static int
compare_reviews (gconstpointer a,
                 gconstpointer b)
{
  const TlReviewFacts *review_a = *(const TlReviewFacts * const *) a;
  const TlReviewFacts *review_b = *(const TlReviewFacts * const *) b;

  return review_a->date != review_b->date ? review_a->date - review_b->date
                                          : tl_id_compare (&review_a->base.id, &review_b->base.id);
}

/**
 * tl_review_get_level:
 * @review: a review
 *
 * Returns: its own level, or its forum's when it doesn't say
 */
TlLevel
tl_review_get_level (const TlReviewFacts *review)
{
  if (review->level != TL_LEVEL_NONE || review->forum == NULL)
    return review->level;
  return review->forum->level;
}

/**
 * tl_risk_list_reviews:
 * @judge: a judge
 * @risk: a risk
 *
 * Returns: (transfer container) (element-type TlReviewFacts): the reviews that have looked at it, in order of time: those
 *   that have a looked-at, challenge or decision row for it
 */
GPtrArray *
tl_risk_list_reviews (const TlJudge     *judge,
                      const TlRiskFacts *risk)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  GPtrArray *reviews = g_ptr_array_new ();

  foreach_review (judge, risk, add_review_cb, all);
  g_ptr_array_sort (all, compare_reviews);
  for (guint i = 0; i < all->len; i++)
    {
      if (i == 0 || g_ptr_array_index (all, i) != g_ptr_array_index (all, i - 1))
        g_ptr_array_add (reviews, g_ptr_array_index (all, i));
    }
  return reviews;
}

/**
 * tl_risk_get_last_decided:
 * @judge: a judge
 * @risk: a risk
 *
 * Returns: the day of the latest review that decided on it, %TL_NO_DAY when none did
 */
TlDay
tl_risk_get_last_decided (const TlJudge     *judge,
                          const TlRiskFacts *risk)
{
  TlDay last = TL_NO_DAY;

  for (guint i = 0; i < risk->decisions.n; i++)
    {
      const TlDecisionFacts *decision = risk->decisions.rows[i];

      if (tl_judge_sees_decision (judge, decision))
        last = tl_day_latest (last, decision->review->date);
    }
  return last;
}
