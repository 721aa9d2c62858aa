/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-decision-rules.h"

#include "tl-course.h"
#include "tl-place-rules.h"

/* Whether an action was agreed, done, moved or reopened on a day or later. */
static gboolean
has_changed_since (const TlJudge       *judge,
                   const TlActionFacts *action,
                   TlDay                day)
{
  if (action->agreed >= day || (action->done >= day && tl_judge_knows (judge, action->done)))
    return TRUE;
  for (guint i = 0; i < action->events.n; i++)
    {
      const TlActionEventFacts *event = action->events.rows[i];

      if (event->date >= day && tl_judge_knows (judge, event->date)
          && (event->what == TL_EVENT_KIND_MOVED || event->what == TL_EVENT_KIND_DONE
              || event->what == TL_EVENT_KIND_REOPENED))
        return TRUE;
    }
  return FALSE;
}

/**
 * tl_risk_count_work_since:
 * @judge: a judge
 * @risk: a risk that is judged
 * @place: (nullable): only actions at this place or beneath it
 * @day: a day
 *
 * Returns: how many of its actions were agreed, done, moved or reopened on that day or later
 */
guint
tl_risk_count_work_since (const TlJudge         *judge,
                          const TlRiskJudgement *risk,
                          const TlPlaceFacts    *place,
                          TlDay                  day)
{
  guint n = 0;

  for (guint i = 0; i < risk->n_actions; i++)
    {
      const TlActionFacts *action = risk->actions[i].facts;

      if (place != NULL && (action->place == NULL || !tl_place_is_within (action->place, place)))
        continue;
      n += has_changed_since (judge, action, day);
    }
  return n;
}

/**
 * tl_risk_is_well:
 * @risk: a risk that is judged
 *
 * Returns: whether every primary measure is met, holding and even
 */
gboolean
tl_risk_is_well (const TlRiskJudgement *risk)
{
  for (guint i = 0; i < risk->n_measures; i++)
    {
      const TlMeasureJudgement *measure = &risk->measures[i];

      if (measure->role != TL_ROLE_PRIMARY)
        continue;
      if (measure->target < TL_TARGET_MET || measure->holding == TL_HOLDING_NOT)
        return FALSE;
      for (guint j = 0; j < measure->n_comparisons; j++)
        {
          if (measure->comparisons[j].evenness != TL_EVENNESS_EVEN)
            return FALSE;
        }
    }
  return TRUE;
}

/**
 * tl_decision_find_taken_up:
 * @judge: a judge
 * @decision: a decision to escalate
 * @days: within how many days
 *
 * Returns: (transfer none) (nullable): the first other provider-level review since that looked at its risk
 */
const TlReviewFacts *
tl_decision_find_taken_up (const TlJudge         *judge,
                           const TlDecisionFacts *decision,
                           int                    days)
{
  g_autoptr (GPtrArray) reviews = tl_risk_list_reviews (judge, decision->risk);
  const TlReviewFacts *decided = decision->review;

  for (guint i = 0; i < reviews->len; i++)
    {
      const TlReviewFacts *review = g_ptr_array_index (reviews, i);

      if (review != decided && tl_review_get_level (review) == TL_LEVEL_PROVIDER && review->date >= decided->date
          && review->date - decided->date <= days)
        return review;
    }
  return NULL;
}
