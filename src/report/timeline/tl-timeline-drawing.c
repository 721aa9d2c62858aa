/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-drawing-private.h"

#include <math.h>

#include "tl-marks.h"

/* A stroke on whole pixels stays one pixel wide. */
static double
snap (double position)
{
  return floor (position) + 0.5;
}

/* ── Time ── */

static void
draw_days (const TlTimelinePainting *p,
           TlDay                     today)
{
  const TlTimelineLayout *layout = p->layout;
  double bottom = p->part.y + p->part.height, from = p->part.x, to = from + p->part.width;
  double as_at = tl_scale_to_position (&layout->days, tl_assessment_get_as_at (layout->plan->assessment) + 1);
  g_autoptr (GArray) ticks = tl_timeline_axis_list_ticks (layout, p->ink, from, to);
  g_autoptr (GArray) flags = tl_timeline_axis_list_flags (layout, p->ink, today, 0);

  if (as_at < to)
    {
      cairo_rectangle (p->cr, MAX (as_at, from), p->part.y, to - MAX (as_at, from), p->part.height);
      tl_ink_set_colour (p->cr, &p->ink->band);
      cairo_fill (p->cr);
    }
  for (guint i = 0; i < ticks->len; i++)
    {
      double x = snap (tl_scale_to_position (&layout->days, g_array_index (ticks, TlTick, i).value));

      tl_ink_draw_line (p->ink, p->cr, x, p->part.y, x, bottom, 1, &p->ink->grid);
    }
  for (guint i = flags->len; i > 0; i--)
    {
      const TlTimelineFlag *flag = &g_array_index (flags, TlTimelineFlag, i - 1);
      double x = tl_scale_to_position (&layout->days, flag->day);

      if (x < from - 2 || x > to + 2)
        continue;
      tl_ink_set_dash (p->ink, p->cr, flag->filled ? 0 : 1, 3);
      tl_ink_draw_line (p->ink, p->cr, x, p->part.y, x, bottom, flag->filled ? 1.6 : 1.2,
                        flag->filled ? &p->ink->accent : &p->ink->text);
    }
  tl_ink_set_dash (p->ink, p->cr, 0, 0);
}

/* ── Charts ── */

static void
draw_point (const TlTimelinePainting *p,
            const TlTimelineBand     *band)
{
  double x, y;

  if (p->highlight.band == band && tl_process_chart_get_point (band->chart, p->highlight.point, &x, &y))
    tl_mark_selected (p->cr, p->ink, x, y);
}

static void
draw_bands (const TlTimelinePainting *p)
{
  for (guint i = 0; i < p->layout->bands->len; i++)
    {
      const TlTimelineBand *band = g_ptr_array_index (p->layout->bands, i);

      if (band->top > p->part.y + p->part.height || band->top + band->height < p->part.y)
        continue;
      cairo_save (p->cr);
      cairo_translate (p->cr, 0, band->top);
      draw_point (p, band);
      tl_process_chart_draw_shapes (band->chart, p->ink, p->cr);
      cairo_restore (p->cr);
    }
}

/* Between charts, between them and the lanes, and between groups. */
GArray *
tl_timeline_list_separators (const TlTimelineLayout *layout)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 1; i < layout->bands->len; i++)
    {
      double y = snap (((const TlTimelineBand *) g_ptr_array_index (layout->bands, i))->top - 3);

      g_array_append_val (places, y);
    }
  for (guint i = 0; i < layout->plan->lanes->len; i++)
    {
      const TlTimelineLane *lane = g_ptr_array_index (layout->plan->lanes, i);
      const TlTimelineLane *previous = i > 0 ? g_ptr_array_index (layout->plan->lanes, i - 1) : NULL;
      double above = i > 0 ? layout->tops[i - 1] + layout->heights[i - 1] : layout->charts_height;
      double y = snap ((above + layout->tops[i]) / 2);

      if (previous == NULL || previous->group != lane->group)
        g_array_append_val (places, y);
    }
  return places;
}

/**
 * tl_timeline_draw_plot:
 * @layout: where everything stands
 * @ink: what to draw with
 * @cr: where to draw, in the positions of the layout
 * @stamps: (nullable): where shapes drawn with that ink are kept, if it is drawn again and again
 * @today: today, %TL_NO_DAY when it isn't to be marked
 * @part: what to draw of it
 * @highlight: what has a ring around it
 *
 * Draws a part of what stands beneath the dates and beside the names: charts and lanes, without their words. Parts that lie side by side fit
 * together, so that what was drawn can be kept while the timeline is moved.
 */
void
tl_timeline_draw_plot (TlTimelineLayout          *layout,
                       const TlInk               *ink,
                       cairo_t                   *cr,
                       TlStamps                  *stamps,
                       TlDay                      today,
                       const TlBox               *part,
                       const TlTimelineHighlight *highlight)
{
  TlTimelinePainting p = { layout, ink, cr, stamps, *part, *highlight };
  g_autoptr (GArray) separators = tl_timeline_list_separators (layout);

  cairo_save (cr);
  cairo_rectangle (cr, part->x, part->y, part->width, part->height);
  cairo_clip (cr);
  tl_ink_set_dash (ink, cr, 0, 0);
  draw_days (&p, today);
  draw_bands (&p);
  for (guint i = 0; i < separators->len; i++)
    {
      double y = g_array_index (separators, double, i);

      tl_ink_draw_line (ink, cr, part->x, y, part->x + part->width, y, 1, &ink->grid);
    }
  tl_timeline_draw_lanes (&p);
  cairo_restore (cr);
}

/**
 * tl_timeline_draw:
 * @layout: where everything stands
 * @ink: what to draw with
 * @cr: where to draw
 * @width: how much is seen
 * @height: how much is seen
 * @today: today, %TL_NO_DAY when it isn't to be marked
 * @scroll_x: how far time is scrolled
 * @scroll_y: how far the lanes are scrolled
 * @highlight: (nullable): what has a ring around it
 *
 * Draws all of the timeline that is seen: dates at the top, names beside, and between them the charts and lanes.
 */
void
tl_timeline_draw (TlTimelineLayout          *layout,
                  const TlInk               *ink,
                  cairo_t                   *cr,
                  double                     width,
                  double                     height,
                  TlDay                      today,
                  double                     scroll_x,
                  double                     scroll_y,
                  const TlTimelineHighlight *highlight)
{
  const TlTimelineHighlight none = TL_TIMELINE_NO_HIGHLIGHT;
  TlBox part = { scroll_x, scroll_y, layout->plot_width, height - layout->axis_height };
  double as_at = tl_scale_to_position (&layout->days, tl_assessment_get_as_at (layout->plan->assessment) + 1);

  cairo_save (cr);
  cairo_translate (cr, layout->plot_left - scroll_x, layout->axis_height - scroll_y);
  tl_timeline_draw_plot (layout, ink, cr, NULL, today, &part, highlight != NULL ? highlight : &none);
  tl_timeline_draw_words (layout, ink, cr, NULL, &part);
  cairo_restore (cr);
  tl_timeline_draw_axis (layout, ink, cr, today, scroll_x);
  cairo_save (cr);
  cairo_rectangle (cr, 0, layout->axis_height, width, height - layout->axis_height);
  cairo_clip (cr);
  cairo_translate (cr, layout->names_left, layout->axis_height - scroll_y);
  tl_timeline_draw_names (layout, ink, cr, MAX (layout->height, height + scroll_y));
  cairo_translate (cr, layout->plot_left + layout->plot_width - layout->margin - layout->names_left, 0);
  tl_timeline_draw_margin (layout, ink, cr, as_at - scroll_x <= layout->plot_width - layout->margin);
  cairo_restore (cr);
}
