/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-layout.h"

#include <math.h>

/* In pixels of the design. */
#define GUTTER 236
#define GUTTER_PART 0.32
#define MARGIN 84
#define AXIS 24
#define CHART 172
#define LANE 18
#define ACTION 17
#define REVIEW 26
#define GROUP_GAP 8
#define REACH 9
#define SAME_DAY 17
/* How far to the right today stands when everything is shown anew, unless the chart's labels need more room. */
#define TODAY_AT 0.84

static double
get_lane_height (TlTimelineGroup group)
{
  switch (group)
    {
    case TL_TIMELINE_GROUP_ACTIONS:
      return ACTION;
    case TL_TIMELINE_GROUP_REVIEWS:
      return REVIEW;
    case TL_TIMELINE_GROUP_FRONTLINE:
    case TL_TIMELINE_GROUP_VOICE:
    case TL_TIMELINE_GROUP_GOVERNANCE:
    default:
      return LANE;
    }
}

/* Lanes from the top, with some room around each group. */
static void
place_lanes (TlTimelineLayout *self,
             const TlInk      *ink)
{
  guint n = self->plan->lanes->len;
  double y = self->chart_height;

  self->tops = g_new0 (double, n + 1);
  self->heights = g_new0 (double, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const TlTimelineLane *lane = g_ptr_array_index (self->plan->lanes, i);
      const TlTimelineLane *previous = i > 0 ? g_ptr_array_index (self->plan->lanes, i - 1) : NULL;
      gboolean review = lane->group == TL_TIMELINE_GROUP_REVIEWS;

      if (previous == NULL || previous->group != lane->group)
        y += tl_ink_px (ink, previous == NULL ? GROUP_GAP / 2.0 : review ? GROUP_GAP / 2.0 : GROUP_GAP);
      self->tops[i] = y;
      self->heights[i] = tl_ink_px (ink, get_lane_height (lane->group));
      y += self->heights[i];
    }
  self->height = y;
}

/* The labels of the chart stand where nothing is known yet, so that much future can always be seen. */
static void
scale_days (TlTimelineLayout *self,
            const TlInk      *ink,
            double            margin,
            double            span)
{
  double as_at = tl_assessment_get_as_at (self->plan->assessment), from = self->plan->from_date, to;

  self->margin = self->plan->measure != NULL ? MIN (margin, self->plot_width / 2) : 0;
  self->today_at = MIN (TODAY_AT, 1 - (self->margin + tl_ink_px (ink, 12)) / self->plot_width);
  to = MAX (self->plan->until_date, as_at + span * (1 - self->today_at));
  /* What is shorter than the view ends at its right. */
  from = MIN (from, to - span);
  self->length = self->plot_width * (to - from) / span;
  self->days = (TlScale) { from, to, 0, self->length };
}

static void
create_chart (TlTimelineLayout *self,
              const TlInk      *ink)
{
  TlProcessChartOptions options = {
    .size = TL_CHART_SIZE_FULL,
    .as_at = tl_assessment_get_as_at (self->plan->assessment),
    .days = &self->days,
  };

  g_clear_pointer (&self->chart, tl_process_chart_free);
  self->chart = tl_process_chart_new (ink, self->plan->measure, &options, self->length, self->chart_height);
}

/**
 * tl_timeline_layout_new:
 * @plan: what stands on it
 * @ink: what it will be drawn with
 * @width: how wide all of it is
 * @span: how many days are seen at once
 *
 * Returns: (transfer full): where everything stands
 */
TlTimelineLayout *
tl_timeline_layout_new (const TlTimelinePlan *plan,
                        const TlInk          *ink,
                        double                width,
                        double                span)
{
  TlTimelineLayout *self = g_new0 (TlTimelineLayout, 1);
  double margin = tl_ink_px (ink, MARGIN);

  self->plan = plan;
  self->gutter = MIN (tl_ink_px (ink, GUTTER), width * GUTTER_PART);
  self->plot_width = MAX (width - self->gutter, 1);
  self->axis_height = tl_ink_px (ink, AXIS);
  self->chart_height = plan->measure != NULL ? tl_ink_px (ink, CHART) : 0;
  scale_days (self, ink, margin, MAX (span, 1));
  if (plan->measure != NULL)
    {
      double wanted;

      create_chart (self, ink);
      wanted = tl_process_chart_get_label_width (self->chart) + tl_ink_px (ink, 14);
      if (wanted > margin)
        {
          scale_days (self, ink, wanted, MAX (span, 1));
          create_chart (self, ink);
        }
    }
  place_lanes (self, ink);

  return self;
}

void
tl_timeline_layout_free (TlTimelineLayout *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->chart, tl_process_chart_free);
  g_free (self->tops);
  g_free (self->heights);
  g_free (self);
}

/* Things of one review stand beside each other. */
static double
shift_same_day (const TlTimelineLane *lane,
                guint                 position)
{
  TlDay date = tl_timeline_item_get_date (g_ptr_array_index (lane->items, position));
  guint before = 0;

  if (lane->group != TL_TIMELINE_GROUP_REVIEWS)
    return 0;
  while (before < position && tl_timeline_item_get_date (g_ptr_array_index (lane->items, position - before - 1)) == date)
    before++;
  return before * SAME_DAY;
}

/**
 * tl_timeline_layout_get_item_x:
 * @self: a layout
 * @ink: what it is drawn with
 * @lane: a lane
 * @position: an item of it
 *
 * Returns: where the item, or its first day, stands across
 */
double
tl_timeline_layout_get_item_x (const TlTimelineLayout *self,
                               const TlInk            *ink,
                               guint                   lane,
                               guint                   position)
{
  const TlTimelineLane *row = g_ptr_array_index (self->plan->lanes, lane);
  TlTimelineItem *item = g_ptr_array_index (row->items, position);

  return tl_scale_day (&self->days, tl_timeline_item_get_date (item)) + tl_ink_px (ink, shift_same_day (row, position));
}

/**
 * tl_timeline_layout_get_box:
 * @self: a layout
 * @ink: what it is drawn with
 * @lane: a lane
 * @position: an item of it
 *
 * Returns: the box that can be pressed to choose the item
 */
TlBox
tl_timeline_layout_get_box (const TlTimelineLayout *self,
                            const TlInk            *ink,
                            guint                   lane,
                            guint                   position)
{
  const TlTimelineLane *row = g_ptr_array_index (self->plan->lanes, lane);
  TlTimelineItem *item = g_ptr_array_index (row->items, position);
  TlTimelineKind kind = tl_timeline_item_get_kind (item);
  double from = tl_timeline_layout_get_item_x (self, ink, lane, position), to = from;
  double reach = tl_ink_px (ink, REACH);

  if (kind == TL_TIMELINE_KIND_ACTION || kind == TL_TIMELINE_KIND_SILENCE)
    to = tl_scale_day (&self->days, tl_timeline_item_get_until (item));

  return (TlBox) { from - reach, self->tops[lane], to - from + 2 * reach, self->heights[lane] };
}

/**
 * tl_timeline_layout_find_item:
 * @self: a layout
 * @ink: what it is drawn with
 * @x: a position across
 * @y: a position down
 *
 * Returns: (transfer none) (nullable): the item there, of several the one whose middle is nearest
 */
TlTimelineItem *
tl_timeline_layout_find_item (const TlTimelineLayout *self,
                              const TlInk            *ink,
                              double                  x,
                              double                  y)
{
  TlTimelineItem *found = NULL;
  double nearest = INFINITY;

  for (guint i = 0; i < self->plan->lanes->len; i++)
    {
      const TlTimelineLane *lane = g_ptr_array_index (self->plan->lanes, i);

      if (y < self->tops[i] || y > self->tops[i] + self->heights[i])
        continue;
      for (guint j = 0; j < lane->items->len; j++)
        {
          TlBox box = tl_timeline_layout_get_box (self, ink, i, j);
          double away = fabs (box.x + box.width / 2 - x);

          /* A long one gives way to a mark that stands on it. */
          if (tl_box_contains (&box, x, y) && away + box.width < nearest)
            {
              nearest = away + box.width;
              found = g_ptr_array_index (lane->items, j);
            }
        }
    }
  return found;
}
