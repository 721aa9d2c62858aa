/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-funnel-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-format.h"
#include "tl-marks.h"

/* A limit is drawn through this many points at most, and one for every other pixel. */
#define MOST_STEPS 400
/* How far the line from a name ends from its mark, in pixels of the design. */
#define LEADER_CLEAR 8

static void
draw_axes (const TlFunnelChart *self,
           const TlInk         *ink,
           cairo_t             *cr)
{
  guint decimals, size_decimals;
  g_autoptr(GArray) values = tl_funnel_chart_create_ticks (&self->values, tl_ink_px (ink, TL_FUNNEL_ROW_ROOM), &decimals);
  g_autoptr(GArray) sizes = tl_funnel_chart_create_ticks (&self->sizes, tl_ink_px (ink, TL_FUNNEL_TICK_ROOM), &size_decimals);
  double right = self->plot.x + self->plot.width, bottom = self->plot.y + self->plot.height;
  double y = self->height - ink->text_size * ink->small * 0.7, end = right;
  const char *title = self->measure->facts->kind == TL_MEASURE_KIND_PROPORTION ? C_("axis of a chart", "records")
                                                                               : C_("axis of a chart", "exposure");

  for (guint i = 0; i < values->len; i++)
    {
      double value = g_array_index (values, TlTick, i).value, at = tl_scale_to_position (&self->values, value);
      g_autofree char *text = tl_funnel_chart_format_value (self, value, decimals);

      tl_ink_draw_line (ink, cr, self->plot.x, at, right, at, 1, &ink->grid);
      if (tl_ink_measure_text (ink, text, TL_TEXT_SMALL) <= self->plot.x)
        tl_ink_draw_text (ink, cr, text, TL_TEXT_SMALL, self->plot.x - tl_ink_px (ink, TL_FUNNEL_LABEL_GAP), at, 1, &ink->dimmed);
    }
  tl_ink_draw_line (ink, cr, self->plot.x, bottom, right, bottom, 1, &ink->faint);
  /* A scale with one figure says nothing; rather none says what it counts. */
  if (sizes->len > 2 && tl_ink_measure_text (ink, title, TL_TEXT_SMALL) < self->plot.width / 2)
    end -= tl_ink_draw_text (ink, cr, title, TL_TEXT_SMALL, right, y, 1, &ink->dimmed) + tl_ink_px (ink, 12);
  for (guint i = 0; i < sizes->len; i++)
    {
      double value = g_array_index (sizes, TlTick, i).value, at = tl_scale_to_position (&self->sizes, value);
      g_autofree char *text = tl_format_number (value, (int) size_decimals);
      double half = tl_ink_measure_text (ink, text, TL_TEXT_SMALL) / 2;

      tl_ink_draw_line (ink, cr, at, bottom, at, bottom + tl_ink_px (ink, 4), 1, &ink->faint);
      if (at - half >= 0 && at + half <= end)
        tl_ink_draw_text (ink, cr, text, TL_TEXT_SMALL, at, y, 0.5, &ink->dimmed);
    }
}

/* Draws on along a limit. Where no place could lie beyond it, it is at the end of what can be or isn't drawn. */
static void
trace_limit (const TlFunnelChart *self,
             cairo_t             *cr,
             TlFunnelLimit        limit,
             gboolean             above,
             gboolean             backwards,
             gboolean             whole)
{
  gboolean bounded = self->measure->facts->kind == TL_MEASURE_KIND_PROPORTION;
  double length = self->plot.width;
  double beyond = tl_scale_to_position (&self->values, above && bounded ? 100 : 0);
  guint steps = (guint) CLAMP (length / 2, 2, MOST_STEPS);
  gboolean pen_down = whole;

  for (guint i = 0; i <= steps; i++)
    {
      /* Closer together where small samples bend it most. */
      double part = pow ((backwards ? steps - i : i) / (double) steps, 2);
      double x = self->plot.x + MAX (part, 1e-4) * length;
      double y = tl_funnel_chart_get_limit_at (self, limit, above, x);

      if (isnan (y) && !whole)
        {
          pen_down = FALSE;
          continue;
        }
      y = isnan (y) ? beyond : CLAMP (y, self->plot.y - 1e4, self->plot.y + self->plot.height + 1e4);
      if (pen_down)
        cairo_line_to (cr, x, y);
      else
        cairo_move_to (cr, x, y);
      pen_down = TRUE;
    }
}

static void
draw_limits (const TlFunnelChart *self,
             const TlInk         *ink,
             cairo_t             *cr)
{
  if (!self->limited)
    return;
  cairo_save (cr);
  cairo_rectangle (cr, self->plot.x, self->plot.y, self->plot.width, self->plot.height);
  cairo_clip (cr);
  cairo_new_path (cr);
  trace_limit (self, cr, TL_FUNNEL_LIMIT_WEAK, TRUE, FALSE, TRUE);
  trace_limit (self, cr, TL_FUNNEL_LIMIT_WEAK, FALSE, TRUE, TRUE);
  cairo_close_path (cr);
  tl_ink_set_colour (cr, &ink->band);
  cairo_fill (cr);
  cairo_set_line_width (cr, tl_ink_stroke (ink, 1.2));
  tl_ink_set_colour (cr, &ink->faint);
  for (gboolean above = FALSE; above <= TRUE; above++)
    {
      trace_limit (self, cr, TL_FUNNEL_LIMIT_WEAK, above, FALSE, FALSE);
      cairo_stroke (cr);
      tl_ink_set_dash (ink, cr, 2, 3);
      trace_limit (self, cr, TL_FUNNEL_LIMIT_WATCH, above, FALSE, FALSE);
      cairo_stroke (cr);
      tl_ink_set_dash (ink, cr, 0, 0);
    }
  cairo_restore (cr);
}

static void
draw_levels (const TlFunnelChart *self,
             const TlInk         *ink,
             cairo_t             *cr)
{
  double pooled = tl_scale_to_position (&self->values, self->comparison->pooled_value);
  double target = tl_scale_to_position (&self->values, self->measure->target_value);
  double right = self->plot.x + self->plot.width;

  if (isfinite (pooled))
    tl_ink_draw_line (ink, cr, self->plot.x, pooled, right, pooled, 1.2, &ink->accent);
  if (!isfinite (target))
    return;
  tl_ink_set_dash (ink, cr, 7, 4);
  tl_ink_draw_line (ink, cr, self->plot.x, target, right, target, 1.5, &ink->text);
  tl_ink_set_dash (ink, cr, 0, 0);
}

static void
draw_names (const TlFunnelChart *self,
            const TlInk         *ink,
            cairo_t             *cr)
{
  for (guint i = 0; i < self->n_names; i++)
    {
      const TlCallout *callout = &self->callouts[i];
      double from, to;

      if (!callout->shown)
        continue;
      if (tl_callout_get_leader (callout, tl_ink_px (ink, LEADER_CLEAR), &from, &to))
        tl_ink_draw_line (ink, cr, callout->x, from, callout->x, to, 1, &ink->dimmed);
      tl_ink_draw_halo (ink, cr, self->names[i], callout->box.x, callout->box.y);
      tl_ink_draw_layout (cr, self->names[i], callout->box.x, callout->box.y + callout->box.height / 2, 0, &ink->text);
    }
}

/**
 * tl_funnel_chart_draw:
 * @self: a chart
 * @ink: what to draw with, the same as it was laid out for
 * @cr: where to draw
 *
 * Draws the chart, within the width and height it was laid out for. The worst places stand above all others.
 */
void
tl_funnel_chart_draw (const TlFunnelChart *self,
                      const TlInk         *ink,
                      cairo_t             *cr)
{
  double x, y, label_x = self->plot.x + self->plot.width + tl_ink_px (ink, TL_FUNNEL_LABEL_GAP);

  cairo_save (cr);
  cairo_new_path (cr);
  tl_ink_set_dash (ink, cr, 0, 0);
  draw_limits (self, ink, cr);
  draw_axes (self, ink, cr);
  draw_levels (self, ink, cr);
  for (guint i = self->comparison->n_places; i > 0; i--)
    if (tl_funnel_chart_get_place (self, i - 1, &x, &y))
      tl_mark_place (cr, ink, self->comparison->places[i - 1].state, x, y);
  draw_names (self, ink, cr);
  for (guint i = 0; i < self->n_labels; i++)
    if (self->labels[i].place.shown)
      tl_ink_draw_layout (cr, self->labels[i].layout, label_x, self->labels[i].place.placed, 0, self->labels[i].colour);
  cairo_restore (cr);
}
