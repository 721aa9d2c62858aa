/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-walk.h"

#include <glib/gi18n.h>
#include <math.h>
#include <stdlib.h>

#include "tl-timeline-item.h"

/* How near one can come. */
#define LEAST_SPAN 7.0

/* ── What stands in a lane, marks and what has a length together ── */

static guint
count_in_lane (const TlTimelineLane *lane)
{
  return lane->n_marks + lane->n_longs;
}

/* Both are in order; the nth of them together lies where as many stand before it. */
static guint
get_in_lane (const TlTimelineLane *lane,
             guint                 n)
{
  guint low = n > lane->n_longs ? n - lane->n_longs : 0, high = MIN (n, lane->n_marks);

  while (low < high)
    {
      guint marks = low + (high - low) / 2;

      if (lane->marks[marks] < lane->longs[n - marks - 1])
        low = marks + 1;
      else
        high = marks;
    }
  if (low >= lane->n_marks)
    return lane->longs[n - low];
  return n - low >= lane->n_longs || lane->marks[low] < lane->longs[n - low] ? lane->marks[low] : lane->longs[n - low];
}

static guint
count_before (const guint *positions,
              guint        n,
              guint        entry)
{
  guint low = 0, high = n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (positions[middle] < entry)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static guint
find_in_lane (const TlTimelineLane *lane,
              guint                 entry)
{
  return count_before (lane->marks, lane->n_marks, entry) + count_before (lane->longs, lane->n_longs, entry);
}

static const TlTimelineLane *
get_lane (const TlTimelineLayout *layout,
          guint                   index)
{
  return g_ptr_array_index (layout->plan->lanes, index);
}

/**
 * tl_timeline_can_open:
 * @layout: where everything stands
 * @span: how many days are seen at once
 * @glyph: what is drawn
 * @lane: its lane
 *
 * Returns: whether it is a count that shows more when one comes nearer
 */
gboolean
tl_timeline_can_open (TlTimelineLayout      *layout,
                      double                 span,
                      const TlTimelineGlyph *glyph,
                      guint                  lane)
{
  const TlTimelineEntry *entries = layout->plan->entries;
  const TlTimelineLane *row = get_lane (layout, lane);

  if (glyph->n < 2 || glyph->is_long || span <= LEAST_SPAN)
    return FALSE;
  return entries[row->marks[glyph->first]].date != entries[row->marks[glyph->first + glyph->n - 1]].date
         || glyph->n * 2 * layout->sizes[lane].reach <= layout->plot_width / LEAST_SPAN * 0.9;
}

/* ── Along a lane ── */

/* The first and the last that is passed with a step from here: all of a count that can be opened, else one alone. */
static void
find_reach (TlTimelineLayout *layout,
            double            span,
            guint             entry,
            guint            *first,
            guint            *last)
{
  guint lane;
  const TlTimelineGlyph *glyph = tl_timeline_layout_find_glyph (layout, entry, &lane);

  *first = *last = entry;
  if (glyph == NULL || !tl_timeline_can_open (layout, span, glyph, lane))
    return;
  *first = tl_timeline_glyph_get_entry (glyph, get_lane (layout, lane), 0);
  *last = tl_timeline_glyph_get_entry (glyph, get_lane (layout, lane), glyph->n - 1);
}

static gboolean
step_in_lane (TlTimelineLayout *layout,
              double            span,
              TlTimelineSpot   *spot,
              TlTimelineStep    step)
{
  const TlTimelineLane *lane = get_lane (layout, tl_timeline_plan_get_lane (layout->plan, spot->entry));
  guint first, last, from, to, n = count_in_lane (lane), at;

  find_reach (layout, span, spot->entry, &first, &last);
  from = find_in_lane (lane, first);
  to = find_in_lane (lane, last);
  if (step == TL_TIMELINE_STEP_EARLIER || step == TL_TIMELINE_STEP_FIRST)
    {
      if (from == 0)
        return FALSE;
      at = step == TL_TIMELINE_STEP_FIRST ? 0 : from - 1;
    }
  else
    {
      if (to + 1 >= n)
        return FALSE;
      at = step == TL_TIMELINE_STEP_LAST ? n - 1 : to + 1;
    }
  find_reach (layout, span, get_in_lane (lane, at), &spot->entry, &last);

  return TRUE;
}

/* ── Along a chart ── */

static gboolean
has_value (const TlSeries *series,
           guint           point)
{
  return isfinite (series->points[point].value);
}

static gboolean
step_in_band (const TlTimelineLayout *layout,
              TlTimelineSpot         *spot,
              TlTimelineStep          step)
{
  const TlTimelineBand *band = g_ptr_array_index (layout->bands, spot->band);
  const TlSeries *series = band->measure->series;
  int direction = step == TL_TIMELINE_STEP_EARLIER || step == TL_TIMELINE_STEP_LAST ? -1 : 1;
  int from = (int) spot->point + direction;

  if (step == TL_TIMELINE_STEP_FIRST)
    from = 0;
  else if (step == TL_TIMELINE_STEP_LAST)
    from = (int) series->n_points - 1;
  for (int i = from; i >= 0 && i < (int) series->n_points; i += direction)
    if (has_value (series, i))
      {
        gboolean moved = (guint) i != spot->point;

        spot->point = i;
        return moved;
      }
  return FALSE;
}

/* ── From row to row ── */

static gboolean
enter_band (const TlTimelineLayout *layout,
            guint                   index,
            TlDay                   day,
            TlTimelineSpot         *spot)
{
  const TlSeries *series = ((const TlTimelineBand *) g_ptr_array_index (layout->bands, index))->measure->series;
  int nearest = G_MAXINT;

  for (guint i = 0; i < series->n_points; i++)
    {
      int away = abs ((series->points[i].start + series->points[i].end) / 2 - day);

      if (has_value (series, i) && away < nearest)
        {
          nearest = away;
          *spot = (TlTimelineSpot) { .is_set = TRUE, .is_point = TRUE, .band = index, .point = i };
        }
    }
  return nearest < G_MAXINT;
}

static void
enter_lane (TlTimelineLayout *layout,
            double            span,
            guint             index,
            TlDay             day,
            TlTimelineSpot   *spot)
{
  const TlTimelineEntry *entries = layout->plan->entries;
  const TlTimelineLane *lane = get_lane (layout, index);
  guint after = find_in_lane (lane, tl_timeline_plan_find_day (layout->plan, day));
  guint before = after > 0 ? after - 1 : 0, last;

  after = MIN (after, count_in_lane (lane) - 1);
  if (abs (entries[get_in_lane (lane, before)].date - day) < abs (entries[get_in_lane (lane, after)].date - day))
    after = before;
  *spot = (TlTimelineSpot) { .is_set = TRUE };
  find_reach (layout, span, get_in_lane (lane, after), &spot->entry, &last);
}

static gboolean
step_across (TlTimelineLayout *layout,
             double            span,
             TlTimelineSpot   *spot,
             int               direction)
{
  int n_bands = (int) layout->bands->len, n_rows = n_bands + (int) layout->plan->lanes->len;
  int row = spot->is_point ? (int) spot->band : n_bands + (int) tl_timeline_plan_get_lane (layout->plan, spot->entry);
  TlDay day = tl_timeline_spot_get_day (layout, spot);

  for (row += direction; row >= 0 && row < n_rows; row += direction)
    {
      if (row >= n_bands)
        {
          enter_lane (layout, span, row - n_bands, day, spot);
          return TRUE;
        }
      if (enter_band (layout, row, day, spot))
        return TRUE;
    }
  return FALSE;
}

/**
 * tl_timeline_walk:
 * @layout: where everything stands
 * @span: how many days are seen at once
 * @spot: (inout): where the walk is
 * @step: the next step
 *
 * Walks from one thing to the next as they are drawn: marks, counts, what has a length, and the points of charts. A count
 * that can't be opened any further is walked through. From nowhere it comes to the latest thing.
 *
 * Returns: whether there was anywhere to go
 */
gboolean
tl_timeline_walk (TlTimelineLayout *layout,
                  double            span,
                  TlTimelineSpot   *spot,
                  TlTimelineStep    step)
{
  guint last;

  if (!spot->is_set)
    {
      if (layout->plan->n_entries == 0)
        return layout->bands->len > 0
               && enter_band (layout, 0, tl_assessment_get_as_at (layout->plan->assessment), spot);
      *spot = (TlTimelineSpot) { .is_set = TRUE };
      find_reach (layout, span, layout->plan->n_entries - 1, &spot->entry, &last);
      return TRUE;
    }
  if (step == TL_TIMELINE_STEP_ABOVE || step == TL_TIMELINE_STEP_BELOW)
    return step_across (layout, span, spot, step == TL_TIMELINE_STEP_ABOVE ? -1 : 1);
  return spot->is_point ? step_in_band (layout, spot, step) : step_in_lane (layout, span, spot, step);
}

/**
 * tl_timeline_spot_get_day:
 * @layout: where everything stands
 * @spot: somewhere on it
 *
 * Returns: the day that it is at
 */
TlDay
tl_timeline_spot_get_day (const TlTimelineLayout *layout,
                          const TlTimelineSpot   *spot)
{
  const TlTimelineBand *band;

  if (!spot->is_point)
    return layout->plan->entries[spot->entry].date;
  band = g_ptr_array_index (layout->bands, spot->band);
  return (band->measure->series->points[spot->point].start + band->measure->series->points[spot->point].end) / 2;
}

/**
 * tl_timeline_spot_describe:
 * @layout: where everything stands
 * @span: how many days are seen at once
 * @spot: somewhere on it
 *
 * Returns: (transfer full): what is there, to be read out
 */
char *
tl_timeline_spot_describe (TlTimelineLayout     *layout,
                           double                span,
                           const TlTimelineSpot *spot)
{
  const TlTimelineGlyph *glyph;
  g_autoptr (TlTimelineItem) item = NULL;
  g_autofree char *count = NULL;
  guint lane;

  if (spot->is_point)
    return tl_timeline_band_describe_point (g_ptr_array_index (layout->bands, spot->band), spot->point,
                                            tl_assessment_get_as_at (layout->plan->assessment));
  glyph = tl_timeline_layout_find_glyph (layout, spot->entry, &lane);
  if (glyph == NULL || !tl_timeline_can_open (layout, span, glyph, lane))
    {
      item = tl_timeline_plan_get_item (layout->plan, spot->entry);
      return tl_timeline_item_describe (item);
    }
  count = tl_timeline_glyph_describe (glyph, layout->plan, get_lane (layout, lane));
  /* Translators: what several things are that stand too close to be seen one by one, and how to see them */
  return g_strdup_printf (_("%s. Enter opens them."), count);
}
