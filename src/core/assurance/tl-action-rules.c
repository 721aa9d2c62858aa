/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-action-rules.h"

#include "tl-evidence-rules.h"

/**
 * tl_action_get_purpose:
 * @facts: an action
 *
 * Returns: its purpose, a blank one being corrective
 */
TlPurpose
tl_action_get_purpose (const TlActionFacts *facts)
{
  return facts->purpose != TL_PURPOSE_NONE ? facts->purpose : TL_PURPOSE_CORRECTIVE;
}

/**
 * tl_action_exists:
 * @judge: a judge
 * @facts: an action
 *
 * Returns: whether it has been agreed; one without a day of agreement always exists
 */
gboolean
tl_action_exists (const TlJudge       *judge,
                  const TlActionFacts *facts)
{
  return tl_judge_knows (judge, facts->agreed);
}

/* What happened on one day counts in this order, so that done and reopened on a day is open. */
static int
get_rank (TlEventKind what)
{
  switch ((int) what)
    {
    case TL_EVENT_KIND_MOVED:
      return 0;
    case TL_EVENT_KIND_DONE:
      return 1;
    case TL_EVENT_KIND_ENDED:
    case TL_EVENT_KIND_MERGED:
      return 2;
    default:
      return 3;
    }
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  const TlActionEventFacts *event_a = *(const TlActionEventFacts * const *) a;
  const TlActionEventFacts *event_b = *(const TlActionEventFacts * const *) b;

  if (event_a->date != event_b->date)
    return event_a->date - event_b->date;
  return get_rank (event_a->what) - get_rank (event_b->what);
}

/**
 * tl_action_list_events:
 * @facts: an action
 *
 * Returns: (transfer full) (element-type TlActionEventFacts): what happened to it, in the order in which it counts
 */
GPtrArray *
tl_action_list_events (const TlActionFacts *facts)
{
  GPtrArray *events = g_ptr_array_sized_new (facts->events.n);

  for (guint i = 0; i < facts->events.n; i++)
    g_ptr_array_add (events, (gpointer) facts->events.rows[i]);
  g_ptr_array_sort (events, compare_events);
  return events;
}

static void
finish (TlActionJudgement *action,
        TlDay              day)
{
  action->open = FALSE;
  action->done = day;
  action->ended = TL_NO_DAY;
}

/* Moves come first on a day, but an action that was reopened on it was open when it moved. */
static gboolean
is_reopened_on (const TlActionFacts *facts,
                TlDay                day)
{
  for (guint i = 0; i < facts->events.n; i++)
    {
      const TlActionEventFacts *event = facts->events.rows[i];

      if (event->what == TL_EVENT_KIND_REOPENED && event->date == day)
        return TRUE;
    }
  return FALSE;
}

static void
follow_event (TlActionJudgement        *action,
              const TlActionEventFacts *event)
{
  switch ((int) event->what)
    {
    case TL_EVENT_KIND_MOVED:
      {
        TlDay from = event->from_date != TL_NO_DAY ? event->from_date : action->due;

        if (event->to_date != TL_NO_DAY && from != TL_NO_DAY && event->to_date > from
            && (action->open || is_reopened_on (action->facts, event->date)))
          action->times_moved++;
        action->due = event->to_date;
        break;
      }
    case TL_EVENT_KIND_DONE:
      finish (action, event->date);
      break;
    case TL_EVENT_KIND_ENDED:
    case TL_EVENT_KIND_MERGED:
      if (action->open)
        action->ended = event->date;
      action->open = FALSE;
      break;
    case TL_EVENT_KIND_REOPENED:
      action->open = TRUE;
      action->done = TL_NO_DAY;
      action->ended = TL_NO_DAY;
      break;
    default:
      break;
    }
}

/* The due date of an action that was moved later than the as-at date is what the first such move changed. */
static TlDay
get_due_before_moves (const TlActionFacts *facts,
                      const GPtrArray     *events)
{
  for (guint i = 0; i < events->len; i++)
    {
      const TlActionEventFacts *event = g_ptr_array_index (events, i);

      if (event->what == TL_EVENT_KIND_MOVED)
        return event->from_date != TL_NO_DAY ? event->from_date : facts->due;
    }
  return facts->due;
}

/**
 * tl_judge_action:
 * @judge: a judge
 * @facts: an action
 * @action: (out): where it stands
 *
 * Follows an action's events up to the as-at date. An action that was done and then ended stays done. Its due date is
 * the To of the last move, before any move the From of the next, else Due.
 */
void
tl_judge_action (const TlJudge       *judge,
                 const TlActionFacts *facts,
                 TlActionJudgement   *action)
{
  g_autoptr (GPtrArray) events = tl_action_list_events (facts);
  gboolean done = facts->done != TL_NO_DAY && facts->done <= judge->as_at;

  *action = (TlActionJudgement) { .facts = facts, .open = TRUE };
  action->due = get_due_before_moves (facts, events);
  action->first_due = facts->due != TL_NO_DAY ? facts->due : action->due;
  for (guint i = 0; i < events->len; i++)
    {
      const TlActionEventFacts *event = g_ptr_array_index (events, i);

      if (!tl_judge_knows (judge, event->date))
        break;
      if (done && (event->date > facts->done || (event->date == facts->done && get_rank (event->what) > 0)))
        {
          finish (action, facts->done);
          done = FALSE;
        }
      follow_event (action, event);
    }
  if (done)
    finish (action, facts->done);

  action->proven = tl_action_get_proven (judge, facts, action->done);
  if (action->open && action->due != TL_NO_DAY && action->due < judge->as_at)
    action->days_overdue = judge->as_at - action->due;
}

/**
 * tl_judge_actions:
 * @judge: a judge
 * @risk: a risk whose facts are set
 *
 * Settles where its actions stand, and which was agreed first.
 */
void
tl_judge_actions (const TlJudge   *judge,
                  TlRiskJudgement *risk)
{
  const TlFactsList *actions = &risk->facts->actions;

  risk->actions = tl_arena_allocate (judge->arena, actions->n * sizeof *risk->actions);
  for (guint i = 0; i < actions->n; i++)
    {
      const TlActionFacts *facts = actions->rows[i];

      if (!tl_action_exists (judge, facts))
        continue;
      tl_judge_action (judge, facts, &risk->actions[risk->n_actions++]);
      if (tl_action_get_purpose (facts) != TL_PURPOSE_CONTROL)
        risk->first_action = tl_day_earliest (risk->first_action, facts->agreed);
    }
}
