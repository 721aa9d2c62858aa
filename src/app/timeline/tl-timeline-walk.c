/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-walk.h"

#include <stdlib.h>

static TlTimelineItem *
find_nearest (const TlTimelineLane *lane,
              TlDay                 date)
{
  TlTimelineItem *nearest = NULL;

  for (guint i = 0; i < lane->items->len; i++)
    {
      TlTimelineItem *item = g_ptr_array_index (lane->items, i);

      if (nearest == NULL
          || abs (tl_timeline_item_get_date (item) - date) < abs (tl_timeline_item_get_date (nearest) - date))
        nearest = item;
    }
  return nearest;
}

static TlTimelineItem *
step_within (const TlTimelineLane *lane,
             guint                 position,
             TlTimelineStep        step)
{
  guint last = lane->items->len - 1;

  switch (step)
    {
    case TL_TIMELINE_STEP_EARLIER:
      return position > 0 ? g_ptr_array_index (lane->items, position - 1) : NULL;
    case TL_TIMELINE_STEP_LATER:
      return position < last ? g_ptr_array_index (lane->items, position + 1) : NULL;
    case TL_TIMELINE_STEP_FIRST:
      return position > 0 ? g_ptr_array_index (lane->items, 0) : NULL;
    case TL_TIMELINE_STEP_LAST:
      return position < last ? g_ptr_array_index (lane->items, last) : NULL;
    case TL_TIMELINE_STEP_ABOVE:
    case TL_TIMELINE_STEP_BELOW:
    default:
      return NULL;
    }
}

/**
 * tl_timeline_walk:
 * @plan: what stands on a timeline
 * @from: (nullable): where the walk is
 * @step: the next step
 *
 * Walks from item to item. From nowhere it comes to the latest item.
 *
 * Returns: (transfer none) (nullable): the next item, %NULL where there is none
 */
TlTimelineItem *
tl_timeline_walk (const TlTimelinePlan *plan,
                  TlTimelineItem       *from,
                  TlTimelineStep        step)
{
  guint lane, position;

  if (from == NULL || !tl_timeline_plan_find (plan, from, &lane, &position))
    return plan->items->len > 0 ? g_ptr_array_index (plan->items, 0) : NULL;
  if (step == TL_TIMELINE_STEP_ABOVE)
    return lane > 0 ? find_nearest (g_ptr_array_index (plan->lanes, lane - 1), tl_timeline_item_get_date (from)) : NULL;
  if (step == TL_TIMELINE_STEP_BELOW)
    return lane + 1 < plan->lanes->len
             ? find_nearest (g_ptr_array_index (plan->lanes, lane + 1), tl_timeline_item_get_date (from)) : NULL;
  return step_within (g_ptr_array_index (plan->lanes, lane), position, step);
}
