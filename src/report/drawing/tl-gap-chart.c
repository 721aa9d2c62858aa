/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-gap-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-format.h"

/* In pixels of the design. */
#define PAD 8
#define ROW_ROOM 34
#define LEAST_PLOT 60

static void
find_range (TlGapChart *self,
            double     *from,
            double     *to)
{
  double least = INFINITY, greatest = -INFINITY;

  tl_axis_include (self->comparison->measure->target_value, &least, &greatest);
  for (guint i = 0; i < self->gaps->n_points; i++)
    {
      const TlGapPoint *point = &self->gaps->points[i];

      tl_axis_include (point->pooled, &least, &greatest);
      if (!isfinite (point->gap))
        continue;
      tl_axis_include (point->worst.value, &least, &greatest);
      tl_axis_include (point->best.value, &least, &greatest);
    }
  if (!(greatest >= least))
    least = greatest = 0;
  if (!(greatest > least))
    tl_axis_widen (least, greatest, 0.5, &least, &greatest);
  *from = least;
  *to = greatest;
}

GArray *
tl_gap_chart_create_ticks (const TlGapChart *self,
              const TlInk      *ink,
              guint            *decimals)
{
  double length = fabs (self->values.end - self->values.start);

  return tl_axis_number_ticks (self->values.from, self->values.to, (guint) CLAMP (length / tl_ink_px (ink, ROW_ROOM), 1, 8),
                               decimals);
}

static void
add_label (TlGapChart  *self,
           const TlInk *ink,
           guint        label,
           char        *text,
           double       value)
{
  if (isfinite (value))
    {
      self->labels[label] = tl_ink_create_layout (ink, text, label == TL_GAP_LABEL_BEST ? TL_TEXT_SMALL : TL_TEXT_SMALL_BOLD);
      self->places[label] = (TlMarginLabel) { .wanted = tl_scale_to_position (&self->values, value), .rank = label };
      tl_ink_measure_layout (self->labels[label], NULL, &self->places[label].height);
      self->places[label].height *= 0.9;
    }
  g_free (text);
}

/* What the lines end in: names, since the worst place may be another one than it was. */
static void
add_labels (TlGapChart  *self,
            const TlInk *ink)
{
  const TlMeasureJudgement *measure = self->comparison->measure;
  const TlGapPoint *last = tl_gap_series_find_last (self->gaps);
  double whole = fabs (measure->target_value - round (measure->target_value));
  g_autofree char *target = tl_format_scale_value (measure->facts, measure->target_value, whole < 1e-6 ? 0 : 1);
  g_autofree char *pooled = NULL;
  g_autofree char *worst = NULL;
  g_autofree char *best = NULL;

  add_label (self, ink, TL_GAP_LABEL_TARGET, g_strdup_printf (C_("beside a chart", "target %s"), target), measure->target_value);
  if (last == NULL)
    return;
  pooled = tl_format_value (measure->facts, last->pooled);
  worst = tl_format_value (measure->facts, last->worst.value);
  best = tl_format_value (measure->facts, last->best.value);
  add_label (self, ink, TL_GAP_LABEL_WORST, g_strdup_printf (C_("beside a chart, a value and its place", "%1$s %2$s"),
                                                             worst, last->worst.place->name), last->worst.value);
  add_label (self, ink, TL_GAP_LABEL_BEST, g_strdup_printf (C_("beside a chart, a value and its place", "%1$s %2$s"),
                                                            best, last->best.place->name), last->best.value);
  add_label (self, ink, TL_GAP_LABEL_POOLED, g_strdup_printf (C_("beside a chart", "all %s"), pooled), last->pooled);
}

static double
measure_labels (TlGapChart *self,
                double      most)
{
  double widest = 0, width;

  for (guint i = 0; i < TL_N_GAP_LABELS; i++)
    {
      if (self->labels[i] == NULL)
        continue;
      tl_ink_measure_layout (self->labels[i], &width, NULL);
      /* A name may be cut, a number never: it stands first. */
      if (width > most && (i == TL_GAP_LABEL_WORST || i == TL_GAP_LABEL_BEST))
        {
          pango_layout_set_width (self->labels[i], (int) (most * PANGO_SCALE));
          pango_layout_set_ellipsize (self->labels[i], PANGO_ELLIPSIZE_END);
          pango_layout_set_height (self->labels[i], -1);
          width = most;
        }
      widest = MAX (widest, width);
    }
  return widest;
}

static void
place_labels (TlGapChart *self)
{
  TlMarginLabel places[TL_N_GAP_LABELS];
  guint from[TL_N_GAP_LABELS], n = 0;

  for (guint i = 0; i < TL_N_GAP_LABELS; i++)
    {
      if (self->labels[i] == NULL)
        continue;
      from[n] = i;
      places[n++] = self->places[i];
    }
  tl_place_margin_labels (places, n, self->plot.y, self->plot.y + self->plot.height);
  for (guint i = 0; i < n; i++)
    self->places[from[i]] = places[i];
}

static double
measure_ticks (const TlGapChart *self,
               const TlInk      *ink)
{
  guint decimals;
  g_autoptr(GArray) ticks = tl_gap_chart_create_ticks (self, ink, &decimals);
  double widest = 0;

  for (guint i = 0; i < ticks->len; i++)
    {
      g_autofree char *text = tl_format_scale_value (self->comparison->measure->facts, g_array_index (ticks, TlTick, i).value,
                                                     (int) decimals);

      widest = MAX (widest, tl_ink_measure_text (ink, text, TL_TEXT_SMALL));
    }
  return widest;
}

static void
lay_out (TlGapChart  *self,
         const TlInk *ink)
{
  double pad = tl_ink_px (ink, PAD), foot = ink->text_size * ink->small * 1.7, gap = tl_ink_px (ink, TL_GAP_LABEL_GAP);
  double from, to, left, right;
  const TlGapPoint *points = self->gaps->points;
  guint n = self->gaps->n_points;

  find_range (self, &from, &to);
  self->plot.y = pad;
  self->plot.height = MAX (self->height - self->plot.y - foot - pad, 1);
  self->values = (TlScale) { from, to, self->plot.y + self->plot.height - pad, self->plot.y + pad };
  add_labels (self, ink);
  left = measure_ticks (self, ink) + gap;
  right = measure_labels (self, self->width / 3) + gap;
  if (self->width - left - right < tl_ink_px (ink, LEAST_PLOT))
    {
      for (guint i = 0; i < TL_N_GAP_LABELS; i++)
        g_clear_object (&self->labels[i]);
      right = gap;
    }
  if (self->width - left - right < tl_ink_px (ink, LEAST_PLOT))
    left = gap;
  self->plot.x = left;
  self->plot.width = MAX (self->width - left - right, 1);
  self->days = (TlScale) { n > 0 ? points[0].end : 0, n > 0 ? MAX (points[n - 1].end, points[0].end + 1) : 1,
                           self->plot.x + pad, self->plot.x + MAX (self->plot.width - pad, pad + 1) };
  place_labels (self);
}

/**
 * tl_gap_chart_new:
 * @ink: what it will be drawn with
 * @comparison: a comparison
 * @gaps: how its gap went
 * @width: of the drawing
 * @height: of the drawing
 *
 * Lays out the gap between best and worst place over time: a bar from one to the other at the end of each period, a line
 * along the worst ones, and one along all places together. Nothing is concluded here.
 *
 * Returns: (transfer full): the chart
 */
TlGapChart *
tl_gap_chart_new (const TlInk             *ink,
                  const TlPlaceComparison *comparison,
                  const TlGapSeries       *gaps,
                  double                   width,
                  double                   height)
{
  TlGapChart *self = g_new0 (TlGapChart, 1);

  self->comparison = comparison;
  self->gaps = gaps;
  self->width = width;
  self->height = height;
  lay_out (self, ink);

  return self;
}

void
tl_gap_chart_free (TlGapChart *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < TL_N_GAP_LABELS; i++)
    g_clear_object (&self->labels[i]);
  g_free (self);
}

/**
 * tl_gap_chart_get_point:
 * @self: a chart
 * @index: index of a point of the gaps
 * @x: (out): where it is
 * @worst: (out): how far down the worst place is
 * @best: (out): how far down the best place is
 *
 * Says where a point is drawn.
 *
 * Returns: whether it is drawn; one without a gap isn't
 */
gboolean
tl_gap_chart_get_point (const TlGapChart *self,
                        guint             index,
                        double           *x,
                        double           *worst,
                        double           *best)
{
  const TlGapPoint *point;

  if (index >= self->gaps->n_points || !isfinite (self->gaps->points[index].gap))
    return FALSE;
  point = &self->gaps->points[index];
  *x = tl_scale_to_position (&self->days, point->end);
  *worst = tl_scale_to_position (&self->values, point->worst.value);
  *best = tl_scale_to_position (&self->values, point->best.value);
  return TRUE;
}

/**
 * tl_gap_chart_find_point:
 * @self: a chart
 * @x: a position across
 * @reach: how far away a point may be
 * @index: (out) (optional): index of the point in the gaps
 *
 * Finds the point that is nearest across.
 *
 * Returns: whether there is one within reach
 */
gboolean
tl_gap_chart_find_point (const TlGapChart *self,
                         double            x,
                         double            reach,
                         guint            *index)
{
  double nearest = INFINITY, at, worst, best;

  for (guint i = 0; i < self->gaps->n_points; i++)
    if (tl_gap_chart_get_point (self, i, &at, &worst, &best) && fabs (at - x) <= reach && fabs (at - x) < nearest)
      {
        nearest = fabs (at - x);
        if (index != NULL)
          *index = i;
      }
  return isfinite (nearest);
}
