/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-gap-chart-private.h"

#include <math.h>

#include "tl-format.h"

/* In pixels of the design. */
#define DATE_ROOM 44
#define BAR 7
#define DOT 2.2

static void
draw_axes (const TlGapChart *self,
           const TlInk      *ink,
           cairo_t          *cr)
{
  guint decimals;
  g_autoptr(GArray) values = tl_gap_chart_create_ticks (self, ink, &decimals);
  double day_length = (self->days.end - self->days.start) / MAX (self->days.to - self->days.from, 1);
  TlDateStep step = MAX (tl_axis_date_step (day_length, tl_ink_px (ink, DATE_ROOM)), TL_DATE_STEP_MONTH);
  g_autoptr(GArray) days = tl_axis_date_ticks ((TlDay) self->days.from, (TlDay) self->days.to, step);
  double right = self->plot.x + self->plot.width, bottom = self->plot.y + self->plot.height;
  double y = self->height - ink->text_size * ink->small * 0.8;

  for (guint i = 0; i < values->len; i++)
    {
      double value = g_array_index (values, TlTick, i).value, at = tl_scale_to_position (&self->values, value);
      g_autofree char *text = tl_format_scale_value (self->comparison->measure->facts, value, (int) decimals);

      tl_ink_draw_line (ink, cr, self->plot.x, at, right, at, 1, &ink->grid);
      if (tl_ink_measure_text (ink, text, TL_TEXT_SMALL) <= self->plot.x)
        tl_ink_draw_text (ink, cr, text, TL_TEXT_SMALL, self->plot.x - tl_ink_px (ink, TL_GAP_LABEL_GAP), at, 1, &ink->dimmed);
    }
  tl_ink_draw_line (ink, cr, self->plot.x, bottom, right, bottom, 1, &ink->faint);
  for (guint i = 0; i < days->len; i++)
    {
      const TlTick *tick = &g_array_index (days, TlTick, i);
      double at = tl_scale_to_position (&self->days, tick->value);
      g_autofree char *text = tl_axis_date_label ((TlDay) tick->value, step, tick->major || i == 0);
      double half = tl_ink_measure_text (ink, text, TL_TEXT_SMALL) / 2;

      if (at < self->plot.x || at > right)
        continue;
      tl_ink_draw_line (ink, cr, at, bottom, at, bottom + tl_ink_px (ink, 4), 1, &ink->faint);
      if (at - half >= 0 && at + half <= self->width)
        tl_ink_draw_text (ink, cr, text, TL_TEXT_SMALL, at, y, 0.5, &ink->dimmed);
    }
}

static void
draw_target (const TlGapChart *self,
             const TlInk      *ink,
             cairo_t          *cr)
{
  double at = tl_scale_to_position (&self->values, self->comparison->measure->target_value);

  if (!isfinite (at))
    return;
  tl_ink_set_dash (ink, cr, 7, 4);
  tl_ink_draw_line (ink, cr, self->plot.x, at, self->plot.x + self->plot.width, at, 1.5, &ink->text);
  tl_ink_set_dash (ink, cr, 0, 0);
}

/* A bar from the worst place to the best, in the colour of what is between limits. */
static void
draw_bars (const TlGapChart *self,
           const TlInk      *ink,
           cairo_t          *cr)
{
  double spacing = (self->days.end - self->days.start) / MAX (self->gaps->n_points, 1);
  double bar = CLAMP (spacing * 0.6, tl_ink_stroke (ink, 1), tl_ink_px (ink, BAR)), x, worst, best;

  for (guint i = 0; i < self->gaps->n_points; i++)
    {
      if (!tl_gap_chart_get_point (self, i, &x, &worst, &best))
        continue;
      cairo_rectangle (cr, x - bar / 2, MIN (worst, best), bar, fabs (worst - best));
      tl_ink_set_colour (cr, &ink->bar);
      cairo_fill (cr);
    }
}

/* A line ends where there is nothing to draw it to. */
static void
trace (const TlGapChart *self,
       cairo_t          *cr,
       gboolean          worst)
{
  gboolean pen_down = FALSE;

  for (guint i = 0; i < self->gaps->n_points; i++)
    {
      const TlGapPoint *point = &self->gaps->points[i];
      double value = worst ? (isfinite (point->gap) ? point->worst.value : NAN) : point->pooled;
      double x = tl_scale_to_position (&self->days, point->end), y = tl_scale_to_position (&self->values, value);

      if (isnan (value))
        pen_down = FALSE;
      else if (pen_down)
        cairo_line_to (cr, x, y);
      else
        cairo_move_to (cr, x, y);
      pen_down = !isnan (value);
    }
}

static void
draw_lines (const TlGapChart *self,
            const TlInk      *ink,
            cairo_t          *cr)
{
  double x, worst, best;

  trace (self, cr, FALSE);
  cairo_set_line_width (cr, tl_ink_stroke (ink, 1.2));
  tl_ink_set_colour (cr, &ink->accent);
  cairo_stroke (cr);
  trace (self, cr, TRUE);
  cairo_set_line_width (cr, tl_ink_stroke (ink, 2));
  tl_ink_set_colour (cr, &ink->text);
  cairo_stroke (cr);
  for (guint i = 0; i < self->gaps->n_points; i++)
    {
      if (!tl_gap_chart_get_point (self, i, &x, &worst, &best))
        continue;
      cairo_arc (cr, x, worst, tl_ink_px (ink, DOT), 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

/**
 * tl_gap_chart_draw:
 * @self: a chart
 * @ink: what to draw with, the same as it was laid out for
 * @cr: where to draw
 *
 * Draws the chart, within the width and height it was laid out for.
 */
void
tl_gap_chart_draw (const TlGapChart *self,
                   const TlInk      *ink,
                   cairo_t          *cr)
{
  double label_x = self->plot.x + self->plot.width + tl_ink_px (ink, TL_GAP_LABEL_GAP);

  cairo_save (cr);
  cairo_new_path (cr);
  tl_ink_set_dash (ink, cr, 0, 0);
  draw_axes (self, ink, cr);
  draw_bars (self, ink, cr);
  draw_target (self, ink, cr);
  draw_lines (self, ink, cr);
  for (guint i = 0; i < TL_N_GAP_LABELS; i++)
    if (self->labels[i] != NULL && self->places[i].shown)
      tl_ink_draw_layout (cr, self->labels[i], label_x, self->places[i].placed, 0,
                          i == TL_GAP_LABEL_POOLED ? &ink->accent : i == TL_GAP_LABEL_BEST ? &ink->dimmed : &ink->text);
  cairo_restore (cr);
}
