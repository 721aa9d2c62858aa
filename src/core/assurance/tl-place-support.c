/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-place-support.h"

#include "tl-action-rules.h"

/**
 * tl_place_get_next_look:
 * @place: a place
 * @risk: a risk that is about it
 * @as_at: the day for which everything is shown
 *
 * Finds when the place is looked at again for this risk: the first due date of an open control action there, since to
 * look again is a control; without one, the risk's next review.
 *
 * Returns: when that is
 */
TlNextLook
tl_place_get_next_look (const TlPlaceFacts    *place,
                        const TlRiskJudgement *risk,
                        TlDay                  as_at)
{
  TlNextLook look = { .day = TL_NO_DAY };

  for (guint i = 0; i < risk->n_actions; i++)
    {
      const TlActionJudgement *action = &risk->actions[i];

      if (!action->open || action->facts->place != place || action->due == TL_NO_DAY
          || tl_action_get_purpose (action->facts) != TL_PURPOSE_CONTROL || (look.action != NULL && action->due >= look.day))
        continue;
      look.action = action;
      look.day = action->due;
    }
  if (look.action == NULL)
    look.day = risk->next_review;
  if (look.day != TL_NO_DAY && look.day < as_at)
    look.days_late = as_at - look.day;
  return look;
}

/**
 * tl_learning_reach_is_taken_up:
 * @reach: a place that learning should reach
 * @as_at: the day for which everything is shown
 *
 * Returns: whether it has taken it up by then
 */
gboolean
tl_learning_reach_is_taken_up (const TlLearningReachFacts *reach,
                               TlDay                       as_at)
{
  return reach->taken_up != TL_NO_DAY && reach->taken_up <= as_at;
}

/**
 * tl_learning_reach_is_late:
 * @reach: a place that learning should reach
 * @as_at: the day for which everything is shown
 *
 * Returns: whether it hasn't taken it up, more than 31 days after it was noted
 */
gboolean
tl_learning_reach_is_late (const TlLearningReachFacts *reach,
                           TlDay                       as_at)
{
  return reach->place != NULL && reach->learning->date != TL_NO_DAY && as_at - reach->learning->date > TL_LEARNING_DAYS
         && !tl_learning_reach_is_taken_up (reach, as_at);
}

static int
compare_learning (gconstpointer a,
                  gconstpointer b)
{
  const TlSharedLearning *x = a, *y = b;

  if (x->learning->date != y->learning->date)
    return x->learning->date < y->learning->date ? 1 : -1;
  return tl_id_compare (&x->learning->base.id, &y->learning->base.id);
}

/**
 * tl_risk_list_learning:
 * @risk: a risk
 * @from_place: (nullable): only what this place learnt, %NULL for all
 * @as_at: the day for which everything is shown
 *
 * Lists what worked, as far as it was noted by then, the latest first.
 *
 * Returns: (transfer full) (element-type TlSharedLearning): how far each has come
 */
GArray *
tl_risk_list_learning (const TlRiskFacts  *risk,
                       const TlPlaceFacts *from_place,
                       TlDay               as_at)
{
  GArray *list = g_array_new (FALSE, TRUE, sizeof (TlSharedLearning));

  for (guint i = 0; i < risk->learning.n; i++)
    {
      TlSharedLearning shared = { .learning = risk->learning.rows[i] };

      if (shared.learning->date == TL_NO_DAY || shared.learning->date > as_at
          || (from_place != NULL && shared.learning->from_place != from_place))
        continue;
      for (guint j = 0; j < shared.learning->reach.n; j++)
        {
          const TlLearningReachFacts *reach = shared.learning->reach.rows[j];

          shared.n_reach += reach->place != NULL;
          shared.n_taken_up += reach->place != NULL && tl_learning_reach_is_taken_up (reach, as_at);
          shared.n_late += tl_learning_reach_is_late (reach, as_at);
        }
      g_array_append_val (list, shared);
    }
  g_array_sort (list, compare_learning);
  return list;
}
