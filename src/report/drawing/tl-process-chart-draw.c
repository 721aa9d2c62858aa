/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-process-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-format.h"

#define LABEL_GAP 6
/* Points closer than this, in pixels of the design, would run into one another. */
#define LEAST_PITCH 4.5
/* Closer than this nobody can follow the line from point to point. */
#define DENSE_PITCH 2
/* A long line that crosses itself is drawn in pieces, since what each row of pixels costs grows with all of it. */
#define LINE_PIECE 32

/* ── Limits ── */

static void
draw_limit (const TlInk          *ink,
            cairo_t              *cr,
            const TlChartStretch *stretch,
            double                y)
{
  if (!isfinite (y))
    return;
  tl_ink_set_dash (ink, cr, 2, stretch->trial ? 6 : 3);
  tl_ink_draw_line (ink, cr, stretch->from, y, stretch->to, y, 1.2, &ink->faint);
  tl_ink_set_dash (ink, cr, 0, 0);
}

static void
draw_stretch (const TlProcessChart *self,
              const TlInk          *ink,
              cairo_t              *cr,
              const TlChartStretch *stretch)
{
  if (isfinite (stretch->lower) && isfinite (stretch->upper))
    {
      cairo_rectangle (cr, stretch->from, stretch->upper, stretch->to - stretch->from, stretch->lower - stretch->upper);
      tl_ink_set_colour (cr, &ink->band);
      cairo_fill (cr);
    }
  draw_limit (ink, cr, stretch, stretch->upper);
  draw_limit (ink, cr, stretch, stretch->lower);
  if (isfinite (stretch->mean))
    tl_ink_draw_line (ink, cr, stretch->from, stretch->mean, stretch->to, stretch->mean, 1.2, &ink->faint);
}

static void
draw_limits (const TlProcessChart *self,
             const TlInk          *ink,
             cairo_t              *cr)
{
  for (guint i = 0; i < self->stretches->len; i++)
    {
      const TlChartStretch *stretch = &g_array_index (self->stretches, TlChartStretch, i);

      if (stretch->to > stretch->from)
        draw_stretch (self, ink, cr, stretch);
    }
}

static void
draw_target (const TlProcessChart *self,
             const TlInk          *ink,
             cairo_t              *cr)
{
  double y = tl_scale_to_position (&self->values, self->measure->target_value);

  if (!isfinite (y))
    return;
  tl_ink_set_dash (ink, cr, 7, 4);
  tl_ink_draw_line (ink, cr, self->plot.x, y, self->plot.x + self->plot.width, y, 1.4, &ink->text);
  tl_ink_set_dash (ink, cr, 0, 0);
}

/* ── Baseline and rules ── */

static void
draw_baseline (const TlProcessChart *self,
               const TlInk          *ink,
               cairo_t              *cr)
{
  const TlMeasureJudgement *measure = self->measure;
  double from, to, top, tick = tl_ink_px (ink, TL_CHART_BASELINE_TICK);

  if (!tl_process_chart_has_baseline (self))
    return;
  from = MAX (tl_scale_to_position (&self->days, measure->baseline_start), self->plot.x);
  to = tl_scale_to_position (&self->days, measure->baseline_end + 1);
  if (to <= from)
    return;

  top = self->plot.y + self->plot.height - tl_ink_px (ink, TL_CHART_BASELINE_ROOM - 4);
  cairo_move_to (cr, from, top);
  cairo_line_to (cr, from, top + tick);
  cairo_line_to (cr, to, top + tick);
  cairo_line_to (cr, to, top);
  cairo_set_line_width (cr, tl_ink_stroke (ink, 1.2));
  tl_ink_set_colour (cr, &ink->faint);
  cairo_stroke (cr);
}

static void
draw_rules (const TlProcessChart *self,
            const TlInk          *ink,
            cairo_t              *cr)
{
  for (guint i = 0; i < self->rules->len; i++)
    {
      const TlChartRule *rule = &g_array_index (self->rules, TlChartRule, i);

      tl_ink_set_dash (ink, cr, rule->dashed ? 4 : 0, 3);
      tl_ink_draw_line (ink, cr, rule->x, tl_ink_px (ink, 2), rule->x, self->values.start, 1.2, &ink->text);
      tl_ink_set_dash (ink, cr, 0, 0);
    }
}

/* ── Line and points ── */

static void
draw_line (const TlProcessChart *self,
           const TlInk          *ink,
           cairo_t              *cr)
{
  gboolean pen_down = FALSE;
  guint n = 0;

  cairo_new_path (cr);
  cairo_save (cr);
  if (self->pitch < tl_ink_px (ink, DENSE_PITCH))
    {
      cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
      cairo_set_tolerance (cr, 0.5);
    }
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, tl_ink_stroke (ink, self->options.size == TL_CHART_SIZE_FULL ? 1.8 : 1.6));
  tl_ink_set_colour (cr, &ink->accent);
  for (guint i = 0; i < self->line->len; i++)
    {
      const TlChartPoint *placed = &g_array_index (self->points, TlChartPoint, g_array_index (self->line, guint, i));

      if (isnan (placed->y))
        {
          pen_down = pen_down && placed->point->nothing_to_sample;
          continue;
        }
      if (pen_down)
        cairo_line_to (cr, placed->x, placed->y);
      else
        cairo_move_to (cr, placed->x, placed->y);
      pen_down = TRUE;
      if (++n % LINE_PIECE == 0)
        {
          cairo_stroke (cr);
          cairo_move_to (cr, placed->x, placed->y);
        }
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_square (const TlInk *ink,
             cairo_t     *cr,
             double       x,
             double       y,
             double       side,
             gboolean     solid,
             gboolean     crossed)
{
  double half = side / 2;

  cairo_rectangle (cr, x - half, y - half, side, side);
  if (solid)
    {
      tl_ink_set_colour (cr, &ink->accent);
      cairo_fill (cr);
      return;
    }
  tl_ink_set_colour (cr, &ink->ground);
  cairo_fill_preserve (cr);
  if (crossed)
    {
      cairo_move_to (cr, x - half, y - half);
      cairo_line_to (cr, x + half, y + half);
      cairo_move_to (cr, x + half, y - half);
      cairo_line_to (cr, x - half, y + half);
    }
  /* Two crossing strokes as thick as high contrast wants would fill the square. */
  cairo_set_line_width (cr, tl_ink_px (ink, 1.4));
  tl_ink_set_colour (cr, &ink->text);
  cairo_stroke (cr);
}

/* The shape of a signal. */
void
tl_process_chart_draw_signal (const TlProcessChart *self,
                              const TlInk          *ink,
                              cairo_t              *cr,
                              TlFlag                good,
                              double                x,
                              double                y)
{
  gboolean full = self->options.size == TL_CHART_SIZE_FULL;

  if (good == TL_FLAG_YES)
    draw_square (ink, cr, x, y, tl_ink_px (ink, full ? 6.4 : 4.6), TRUE, FALSE);
  else
    draw_square (ink, cr, x, y, tl_ink_px (ink, full ? 8.4 : 6.8), FALSE, good == TL_FLAG_NO);
}

static double
get_radius (const TlProcessChart *self,
            const TlInk          *ink)
{
  return tl_ink_px (ink, self->options.size == TL_CHART_SIZE_FULL ? 2.5 : 1.8);
}

/* A period that doesn't count yet is a ring. */
static void
draw_ring (const TlProcessChart *self,
           const TlInk          *ink,
           cairo_t              *cr,
           const TlChartPoint   *placed)
{
  cairo_new_path (cr);
  cairo_arc (cr, placed->x, placed->y, get_radius (self, ink), 0, 2 * G_PI);
  tl_ink_set_colour (cr, &ink->ground);
  cairo_fill_preserve (cr);
  tl_ink_set_colour (cr, &ink->accent);
  cairo_set_line_width (cr, tl_ink_px (ink, 1));
  cairo_stroke (cr);
}

static gboolean
is_alone (const TlProcessChart *self,
          guint                 i)
{
  return (i == 0 || isnan (g_array_index (self->points, TlChartPoint, i - 1).y))
         && (i + 1 >= self->points->len || isnan (g_array_index (self->points, TlChartPoint, i + 1).y));
}

/* Where points stand too close, the line speaks for the ordinary ones. */
static gboolean
is_ordinary (const TlProcessChart *self,
             const TlInk          *ink,
             guint                 i)
{
  const TlChartPoint *placed = &g_array_index (self->points, TlChartPoint, i);

  return !isnan (placed->y) && placed->point->signal == TL_SIGNAL_NONE
         && (self->pitch >= tl_ink_px (ink, LEAST_PITCH) || is_alone (self, i));
}

/* The ordinary points that count, as dots of the pen: on paper circles would be most of what a chart takes. */
static void
draw_discs (const TlProcessChart *self,
            const TlInk          *ink,
            cairo_t              *cr)
{
  guint n = 0;

  cairo_new_path (cr);
  cairo_save (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, 2 * get_radius (self, ink));
  tl_ink_set_colour (cr, &ink->accent);
  for (guint i = 0; i < self->points->len; i++)
    {
      const TlChartPoint *placed = &g_array_index (self->points, TlChartPoint, i);

      if (!placed->point->counted || !is_ordinary (self, ink, i))
        continue;
      cairo_move_to (cr, placed->x, placed->y);
      cairo_line_to (cr, placed->x, placed->y);
      if (++n % LINE_PIECE == 0)
        cairo_stroke (cr);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* Signals above ordinary points, and concerns above all others. */
static void
draw_points (const TlProcessChart *self,
             const TlInk          *ink,
             cairo_t              *cr)
{
  draw_discs (self, ink, cr);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->points->len; i++)
      {
        const TlChartPoint *placed = &g_array_index (self->points, TlChartPoint, i);
        gboolean is_signal = placed->point->signal != TL_SIGNAL_NONE;
        gboolean concern = is_signal && placed->point->good != TL_FLAG_YES;

        if (isnan (placed->y) || concern != (pass == 1))
          continue;
        if (is_signal)
          tl_process_chart_draw_signal (self, ink, cr, placed->point->good, placed->x, placed->y);
        else if (!placed->point->counted && is_ordinary (self, ink, i))
          draw_ring (self, ink, cr, placed);
      }
}

static gboolean
has_values (const TlProcessChart *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->points->len && !any; i++)
    any = isfinite (g_array_index (self->points, TlChartPoint, i).y);
  return any;
}

/**
 * tl_process_chart_draw_shapes:
 * @self: a chart
 * @ink: what to draw with, the same as it was laid out for
 * @cr: where to draw
 *
 * Draws all of a chart but what is written in it and beside it.
 */
void
tl_process_chart_draw_shapes (const TlProcessChart *self,
                              const TlInk          *ink,
                              cairo_t              *cr)
{
  cairo_save (cr);
  cairo_new_path (cr);
  tl_ink_set_dash (ink, cr, 0, 0);
  draw_limits (self, ink, cr);
  draw_target (self, ink, cr);
  if (has_values (self))
    {
      draw_baseline (self, ink, cr);
      draw_rules (self, ink, cr);
      draw_line (self, ink, cr);
      draw_points (self, ink, cr);
    }
  else
    {
      tl_process_chart_draw_nothing (self, ink, cr);
    }
  cairo_restore (cr);
}

/**
 * tl_process_chart_draw_notes:
 * @self: a chart
 * @ink: what to draw with, the same as it was laid out for
 * @cr: where to draw
 * @stamps: (nullable): where what is written is kept as long as the chart is
 * @shape: the number from which on it is kept
 * @from: where what is seen of the chart begins
 * @to: where that ends
 *
 * Writes in a chart what its points, its lines and its baseline are: each is all in sight, or isn't there.
 *
 * Returns: the number after the last that was used
 */
guint
tl_process_chart_draw_notes (const TlProcessChart *self,
                             const TlInk          *ink,
                             cairo_t              *cr,
                             TlStamps             *stamps,
                             guint                 shape,
                             double                from,
                             double                to)
{
  if (!has_values (self))
    return shape;
  cairo_save (cr);
  cairo_new_path (cr);
  tl_ink_set_dash (ink, cr, 0, 0);
  shape = tl_process_chart_draw_callouts (self, ink, cr, stamps, shape, from, to);
  shape = tl_process_chart_draw_baseline_note (self, ink, cr, stamps, shape, from, to);
  cairo_restore (cr);
  return shape;
}

/**
 * tl_process_chart_draw:
 * @self: a chart
 * @ink: what to draw with, the same as it was laid out for
 * @cr: where to draw
 *
 * Draws the chart. One that has its own axis stays within the width and height it was laid out for.
 */
void
tl_process_chart_draw (const TlProcessChart *self,
                       const TlInk          *ink,
                       cairo_t              *cr)
{
  tl_process_chart_draw_shapes (self, ink, cr);
  tl_process_chart_draw_notes (self, ink, cr, NULL, 0, -INFINITY, INFINITY);
  if (!self->has_foot)
    return;
  cairo_save (cr);
  tl_process_chart_draw_foot (self, ink, cr);
  tl_process_chart_draw_labels (self, ink, cr, self->plot.x + self->plot.width + tl_ink_px (ink, LABEL_GAP));
  cairo_restore (cr);
}
