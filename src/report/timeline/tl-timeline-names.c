/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-drawing-private.h"

#include <glib/gi18n-lib.h>

/* In pixels of the design. */
#define INSET 18
#define NAME_GAP 14

/* Positions and the side are those for readers from the left; for others all of it is mirrored. */
static void
draw_name (const TlTimelineLayout *timeline,
           const TlInk            *ink,
           cairo_t                *cr,
           const char             *text,
           TlTextStyle             style,
           double                  from,
           double                  to,
           double                  y,
           double                  align,
           const TlColour         *colour)
{
  g_autoptr(PangoLayout) layout = tl_ink_create_layout (ink, text, style);
  double width;

  if (timeline->names_left > 0)
    {
      double start = timeline->gutter - to;

      to = timeline->gutter - from;
      from = start;
      align = 1 - align;
    }
  tl_ink_measure_layout (layout, &width, NULL);
  if (width > to - from)
    {
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_width (layout, (int) (MAX (to - from, 1) * PANGO_SCALE));
      align = 0;
    }
  tl_ink_draw_layout (cr, layout, align > 0 ? to : from, y, align, colour);
}

/* Of the first chart all that is known of how it is read; of the others which they are. */
static void
draw_band_names (const TlTimelineLayout *layout,
                 const TlInk            *ink,
                 cairo_t                *cr,
                 guint                   index)
{
  const TlTimelineBand *band = g_ptr_array_index (layout->bands, index);
  const TlMeasureFacts *facts = band->measure->facts;
  const char *title = band->place != NULL ? band->place->name : facts->title;
  double from = tl_ink_px (ink, INSET), to = layout->gutter - tl_ink_px (ink, NAME_GAP);
  double y = band->top + tl_ink_px (ink, 12), line = ink->text_size * 1.25;
  const char *period = tl_word_label (TL_TYPE_PERIOD, facts->period);
  g_autofree char *all = NULL;

  draw_name (layout, ink, cr, title != NULL ? title : _("Measure"), index == 0 ? TL_TEXT_BODY_BOLD : TL_TEXT_SMALL_BOLD, from, to,
             y, 0, &ink->text);
  if (band->place != NULL)
    return;
  /* Translators: how often a measure has a value, as in "weekly, all places" */
  all = *period != '\0' ? g_strdup_printf (_("%s, all places"), period) : g_strdup (_("all places"));
  draw_name (layout, ink, cr, all, TL_TEXT_SMALL, from, to, y + line, 0, &ink->dimmed);
  if (index == 0)
    tl_process_chart_draw_legend (band->chart, ink, cr, layout->names_left > 0 ? layout->gutter - from : from, y + 2.6 * line,
                                  to - from, layout->names_left > 0);
}

/* How far the names of groups reach; where there is little room they aren't shown, and lanes have it all. */
static double
measure_groups (const TlTimelineLayout *layout,
                const TlInk            *ink)
{
  double widest = 0;

  if (layout->gutter < tl_ink_px (ink, 200))
    return 0;
  for (guint i = 0; i < layout->plan->lanes->len; i++)
    {
      const TlTimelineLane *lane = g_ptr_array_index (layout->plan->lanes, i);

      widest = MAX (widest, tl_ink_measure_text (ink, tl_timeline_group_get_title (lane->group), TL_TEXT_BODY_BOLD));
    }
  return MIN (widest + tl_ink_px (ink, 8), layout->gutter / 2);
}

/**
 * tl_timeline_draw_names:
 * @layout: where everything stands
 * @ink: what to draw with
 * @cr: where to draw, from where the names begin and the top of what stands beneath the dates
 * @height: how high to draw
 *
 * Draws the names of measures, groups and lanes, beside the plot.
 */
void
tl_timeline_draw_names (const TlTimelineLayout *layout,
                        const TlInk            *ink,
                        cairo_t                *cr,
                        double                  height)
{
  double from = tl_ink_px (ink, INSET), to = layout->gutter - tl_ink_px (ink, NAME_GAP);
  double groups = measure_groups (layout, ink);
  g_autoptr (GArray) separators = tl_timeline_list_separators (layout);

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, layout->gutter, height);
  cairo_clip (cr);
  for (guint i = 0; i < separators->len; i++)
    {
      double y = g_array_index (separators, double, i);

      tl_ink_draw_line (ink, cr, 0, y, layout->gutter, y, 1, &ink->grid);
    }
  for (guint i = 0; i < layout->bands->len; i++)
    draw_band_names (layout, ink, cr, i);
  for (guint i = 0; i < layout->plan->lanes->len; i++)
    {
      const TlTimelineLane *lane = g_ptr_array_index (layout->plan->lanes, i);
      const TlTimelineLane *previous = i > 0 ? g_ptr_array_index (layout->plan->lanes, i - 1) : NULL;
      double y = layout->tops[i] + layout->heights[i] / 2;
      gboolean first = groups > 0 && (previous == NULL || previous->group != lane->group);

      if (first)
        draw_name (layout, ink, cr, tl_timeline_group_get_title (lane->group), TL_TEXT_BODY_BOLD, from, from + groups, y, 0,
                   &ink->text);
      draw_name (layout, ink, cr, lane->title, TL_TEXT_SMALL, first ? from + groups : from, to, y, 1, &ink->dimmed);
    }
  cairo_restore (cr);
}

/**
 * tl_timeline_draw_margin:
 * @layout: where everything stands
 * @ink: what to draw with
 * @cr: where to draw, from the left of the margin and the top of what stands beneath the dates
 * @in_future: whether nothing is known yet where it stands
 *
 * Draws the labels of the charts: target, mean and limits. They cover what is at the right of the charts.
 */
void
tl_timeline_draw_margin (const TlTimelineLayout *layout,
                         const TlInk            *ink,
                         cairo_t                *cr,
                         gboolean                in_future)
{
  for (guint i = 0; i < layout->bands->len; i++)
    {
      const TlTimelineBand *band = g_ptr_array_index (layout->bands, i);

      cairo_save (cr);
      cairo_translate (cr, 0, band->top);
      cairo_rectangle (cr, 0, 0, layout->margin, band->height);
      tl_ink_set_colour (cr, in_future ? &ink->band : &ink->ground);
      cairo_fill (cr);
      tl_process_chart_draw_labels (band->chart, ink, cr, tl_ink_px (ink, 6));
      cairo_restore (cr);
    }
}
