/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-drawing-private.h"

#include <glib/gi18n-lib.h>

/* In pixels of the design. */
#define INSET 18
#define NAME_GAP 14

static void
draw_name (const TlTimelinePainting *p,
           const char               *text,
           TlTextStyle               style,
           double                    from,
           double                    to,
           double                    y,
           double                    align,
           const TlColour           *colour)
{
  g_autoptr(PangoLayout) layout = tl_ink_create_layout (p->ink, text, style);
  double width;

  tl_ink_measure_layout (layout, &width, NULL);
  if (width > to - from)
    {
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_width (layout, (int) (MAX (to - from, 1) * PANGO_SCALE));
      align = 0;
    }
  tl_ink_draw_layout (p->cr, layout, align > 0 ? to : from, y, align, colour);
}

static void
draw_chart_names (const TlTimelinePainting *p)
{
  const TlMeasureFacts *facts = p->layout->plan->measure->facts;
  double from = tl_ink_px (p->ink, INSET), to = p->layout->gutter - tl_ink_px (p->ink, NAME_GAP);
  double y = tl_ink_px (p->ink, 12), line = p->ink->text_size * 1.25;
  g_autofree char *period = NULL;
  g_autofree char *all = NULL;

  draw_name (p, facts->title != NULL ? facts->title : _("Measure"), TL_TEXT_BODY_BOLD, from, to, y, 0, &p->ink->text);
  period = g_strdup (tl_word_label (TL_TYPE_PERIOD, facts->period));
  /* Translators: how often a measure has a value, as in "weekly, all places" */
  all = *period != '\0' ? g_strdup_printf (_("%s, all places"), period) : g_strdup (_("all places"));
  draw_name (p, all, TL_TEXT_SMALL, from, to, y + line, 0, &p->ink->dimmed);
  tl_process_chart_draw_legend (p->layout->chart, p->ink, p->cr, from, y + 2.6 * line, to - from);
}

/* How far the names of groups reach; where there is little room they aren't shown, and lanes have it all. */
static double
measure_groups (const TlTimelinePainting *p)
{
  double widest = 0, width;

  if (p->layout->gutter < tl_ink_px (p->ink, 200))
    return 0;
  for (guint i = 0; i < p->layout->plan->lanes->len; i++)
    {
      const TlTimelineLane *lane = g_ptr_array_index (p->layout->plan->lanes, i);
      g_autoptr(PangoLayout) text = tl_ink_create_layout (p->ink, tl_timeline_group_get_title (lane->group),
                                                          TL_TEXT_BODY_BOLD);

      tl_ink_measure_layout (text, &width, NULL);
      widest = MAX (widest, width);
    }
  return MIN (widest + tl_ink_px (p->ink, 8), p->layout->gutter / 2);
}

/* The names of the measure, groups and lanes, at the left. */
void
tl_timeline_draw_names (const TlTimelinePainting *p)
{
  const TlTimelineLayout *layout = p->layout;
  double from = tl_ink_px (p->ink, INSET), to = layout->gutter - tl_ink_px (p->ink, NAME_GAP);
  double groups = measure_groups (p);

  cairo_save (p->cr);
  cairo_rectangle (p->cr, 0, layout->axis_height, layout->gutter, p->height - layout->axis_height);
  cairo_clip (p->cr);
  cairo_translate (p->cr, 0, layout->axis_height - p->scroll_y);
  if (layout->chart != NULL)
    draw_chart_names (p);
  for (guint i = 0; i < layout->plan->lanes->len; i++)
    {
      const TlTimelineLane *lane = g_ptr_array_index (layout->plan->lanes, i);
      const TlTimelineLane *previous = i > 0 ? g_ptr_array_index (layout->plan->lanes, i - 1) : NULL;
      double y = layout->tops[i] + layout->heights[i] / 2;
      gboolean first = groups > 0 && (previous == NULL || previous->group != lane->group);

      if (first)
        draw_name (p, tl_timeline_group_get_title (lane->group), TL_TEXT_BODY_BOLD, from, from + groups, y, 0,
                   &p->ink->text);
      draw_name (p, lane->title, TL_TEXT_SMALL, first ? from + groups : from, to, y, 1, &p->ink->dimmed);
    }
  cairo_restore (p->cr);
}
