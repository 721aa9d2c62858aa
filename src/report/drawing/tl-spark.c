/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-spark.h"

#include <math.h>

#include "tl-axis.h"

#define WIDTH 40
#define HEIGHT 20
#define LAST_RADIUS 2.4

/**
 * tl_spark_take:
 * @series: a series
 * @values: (out caller-allocates): its last values; %NAN for a period without
 *
 * Takes what a sparkline shows: the last periods, without one that is still running and doesn't count yet.
 *
 * Returns: how many there are
 */
guint
tl_spark_take (const TlSeries *series,
               double          values[TL_SPARK_PERIODS])
{
  guint end = series->n_points, n;

  while (end > 0 && !series->points[end - 1].counted)
    end--;
  n = MIN (end, TL_SPARK_PERIODS);
  for (guint i = 0; i < n; i++)
    values[i] = series->points[end - n + i].value;

  return n;
}

/**
 * tl_spark_size:
 * @ink: what to draw with
 * @width: (out) (optional): width in units of the drawing
 * @height: (out) (optional): height in units of the drawing
 *
 * How much room a sparkline takes in a table.
 */
void
tl_spark_size (const TlInk *ink,
               double      *width,
               double      *height)
{
  if (width != NULL)
    *width = tl_ink_px (ink, WIDTH);
  if (height != NULL)
    *height = tl_ink_px (ink, HEIGHT);
}

static gboolean
find_range (const double *values,
            guint         n_values,
            double        target,
            double       *least,
            double       *greatest)
{
  gboolean any = FALSE;

  *least = INFINITY;
  *greatest = -INFINITY;
  for (guint i = 0; i < n_values; i++)
    if (isfinite (values[i]))
      {
        *least = MIN (*least, values[i]);
        *greatest = MAX (*greatest, values[i]);
        any = TRUE;
      }
  if (any && isfinite (target))
    {
      *least = MIN (*least, target);
      *greatest = MAX (*greatest, target);
    }

  return any;
}

/* A value between two gaps has no line to either side, so it is a dot. */
static void
draw_values (cairo_t       *cr,
             const TlInk   *ink,
             const double  *values,
             guint          n_values,
             const TlScale *across,
             const TlScale *up)
{
  gboolean pen_down = FALSE;

  cairo_new_path (cr);
  for (guint i = 0; i < n_values; i++)
    {
      double x = tl_scale_to_position (across, i), y = tl_scale_to_position (up, values[i]);
      gboolean alone;

      if (!isfinite (values[i]))
        {
          pen_down = FALSE;
          continue;
        }
      alone = !pen_down && i + 1 < n_values && !isfinite (values[i + 1]);
      if (pen_down)
        cairo_line_to (cr, x, y);
      else
        cairo_move_to (cr, x, y);
      if (alone)
        cairo_line_to (cr, x + tl_ink_px (ink, 0.1), y);
      pen_down = TRUE;
    }
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, tl_ink_stroke (ink, 1.6));
  tl_ink_set_colour (cr, &ink->accent);
  cairo_stroke (cr);
}

/* The last value of all; a disc also when periods without a reading follow it. */
static void
draw_last (cairo_t       *cr,
           const TlInk   *ink,
           const double  *values,
           guint          n_values,
           const TlScale *across,
           const TlScale *up)
{
  for (guint i = n_values; i > 0; i--)
    if (isfinite (values[i - 1]))
      {
        cairo_new_path (cr);
        cairo_arc (cr, tl_scale_to_position (across, i - 1), tl_scale_to_position (up, values[i - 1]),
                   tl_ink_px (ink, LAST_RADIUS), 0, 2 * G_PI);
        tl_ink_set_colour (cr, &ink->accent);
        cairo_fill (cr);
        break;
      }
}

/**
 * tl_spark_draw:
 * @cr: where to draw
 * @ink: what to draw with
 * @values: (array length=n_values): values of successive periods; %NAN for a period without
 * @n_values: how many
 * @target: the target, %NAN when there is none
 * @box: where to
 *
 * Draws the way a measure goes: a line, the target dashed, the last value a disc. Where there is no value at all it is
 * a dotted rule. Time runs to the right everywhere.
 */
void
tl_spark_draw (cairo_t      *cr,
               const TlInk  *ink,
               const double *values,
               guint         n_values,
               double        target,
               const TlBox  *box)
{
  double margin = tl_ink_px (ink, LAST_RADIUS);
  double least, greatest;
  TlScale across, up;

  cairo_save (cr);
  if (!find_range (values, n_values, target, &least, &greatest))
    {
      tl_ink_set_dash (ink, cr, 2, 3);
      tl_ink_draw_line (ink, cr, box->x, box->y + box->height / 2, box->x + box->width, box->y + box->height / 2, 1,
                        &ink->faint);
      cairo_restore (cr);
      return;
    }

  if (!(greatest > least))
    tl_axis_widen (least, greatest, 0.5, &least, &greatest);
  /* A single value stands where the latest one always does. */
  across = (TlScale) { n_values > 1 ? 0 : -1, n_values - 1, box->x + margin, box->x + box->width - margin };
  up = (TlScale) { least, greatest, box->y + box->height - margin, box->y + margin };

  if (isfinite (target))
    {
      double y = tl_scale_to_position (&up, target);

      tl_ink_set_dash (ink, cr, 3, 2);
      tl_ink_draw_line (ink, cr, box->x, y, box->x + box->width, y, 1, &ink->faint);
      tl_ink_set_dash (ink, cr, 0, 0);
    }
  draw_values (cr, ink, values, n_values, &across, &up);
  draw_last (cr, ink, values, n_values, &across, &up);
  cairo_restore (cr);
}
