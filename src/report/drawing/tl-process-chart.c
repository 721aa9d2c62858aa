/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-process-chart-private.h"

#include <math.h>

#include "tl-detail.h"

#define LABEL_GAP 6
#define MARK_ROOM 5

static void
clear_label (gpointer label)
{
  g_clear_object (&((TlChartLabel *) label)->layout);
}

static void
clear_note (gpointer note)
{
  g_clear_object (&((TlChartNote *) note)->layout);
}

/* ── Scales ── */

static void
scale_values (TlProcessChart *self)
{
  const TlSeries *series = self->measure->series;
  double least = INFINITY, greatest = -INFINITY, from, to;

  for (guint i = self->first; i < series->n_points; i++)
    {
      tl_axis_include (series->points[i].value, &least, &greatest);
      tl_axis_include (series->points[i].lower, &least, &greatest);
      tl_axis_include (series->points[i].mean, &least, &greatest);
      tl_axis_include (series->points[i].upper, &least, &greatest);
    }
  tl_axis_include (self->measure->target_value, &least, &greatest);
  if (self->options.has_values)
    {
      tl_axis_include (self->options.least, &least, &greatest);
      tl_axis_include (self->options.greatest, &least, &greatest);
    }
  if (!(greatest >= least))
    least = greatest = 0;
  tl_axis_widen (least, greatest, self->options.size == TL_CHART_SIZE_FULL ? 0.12 : 0.06, &from, &to);
  self->values = (TlScale) { from, to, self->plot.y + self->plot.height, self->plot.y };
}

static void
scale_days (TlProcessChart *self)
{
  const TlSeries *series = self->measure->series;
  TlDay from, to;

  if (self->options.days != NULL)
    {
      self->days = *self->options.days;
      return;
    }
  from = series->n_points > self->first ? series->points[self->first].start : self->options.as_at - 91;
  to = series->n_points > 0 ? MAX (series->points[series->n_points - 1].end, self->options.as_at) : self->options.as_at;
  if (self->options.first_action != TL_NO_DAY && self->options.first_action <= self->options.as_at
      && self->options.from == TL_NO_DAY)
    from = MIN (from, self->options.first_action);
  self->days = (TlScale) { from, to + 1, self->plot.x, self->plot.x + self->plot.width };
}

static void
place_points (TlProcessChart *self)
{
  const TlSeries *series = self->measure->series;
  g_autofree double *xs = g_new (double, series->n_points + 1);
  g_autofree double *ys = g_new (double, series->n_points + 1);
  guint n = 0;

  for (guint i = self->first; i < series->n_points; i++)
    {
      const TlPoint *point = &series->points[i];
      TlChartPoint placed = {
        .x = tl_scale_to_position (&self->days, (point->start + point->end + 1) / 2.0),
        .y = isfinite (point->value) ? tl_scale_to_position (&self->values, point->value) : NAN,
        .point = point,
      };

      g_array_append_val (self->points, placed);
      xs[n] = placed.x;
      ys[n] = placed.y;
      n++;
    }
  self->line = tl_detail_choose (xs, ys, n, 1);
  self->pitch = n > 1 ? (xs[n - 1] - xs[0]) / (n - 1) : self->plot.width;
}

static gboolean
is_same (double a,
         double b)
{
  return a == b || (isnan (a) && isnan (b));
}

static gboolean
has_same_limits (const TlPoint *a,
                 const TlPoint *b)
{
  return is_same (a->mean, b->mean) && is_same (a->lower, b->lower) && is_same (a->upper, b->upper)
         && a->trial == b->trial;
}

static void
place_limits (TlProcessChart *self)
{
  guint n = self->points->len;

  for (guint i = 0; i < n;)
    {
      const TlPoint *first = g_array_index (self->points, TlChartPoint, i).point;
      TlChartStretch stretch = {
        .first = self->first + i,
        .from = MAX (tl_scale_to_position (&self->days, first->start), self->plot.x),
        .mean = tl_scale_to_position (&self->values, first->mean),
        .lower = tl_scale_to_position (&self->values, first->lower),
        .upper = tl_scale_to_position (&self->values, first->upper),
        .trial = first->trial,
      };
      TlDay end = first->end;

      for (i++; i < n && has_same_limits (first, g_array_index (self->points, TlChartPoint, i).point); i++)
        end = g_array_index (self->points, TlChartPoint, i).point->end;
      if (i == n)
        end = MAX (end, self->options.as_at);
      stretch.n = self->first + i - stretch.first;
      stretch.to = MIN (tl_scale_to_position (&self->days, end + 1), self->plot.x + self->plot.width);
      g_array_append_val (self->stretches, stretch);
    }
}

/* ── Layout ── */

static guint
find_first (const TlSeries *series,
            TlDay           from)
{
  guint first = 0;

  while (first < series->n_points && series->points[first].end < from)
    first++;
  return first;
}

static void
lay_out_plot (TlProcessChart *self,
              const TlInk    *ink)
{
  double room = tl_ink_px (ink, MARK_ROOM);
  double foot = self->options.days == NULL ? self->options.size == TL_CHART_SIZE_FULL ? 22 : 20 : 0;
  double head = self->options.size == TL_CHART_SIZE_FULL ? self->options.first_action != TL_NO_DAY ? 16 : 4 : 0;
  double baseline = tl_process_chart_has_baseline (self) ? tl_ink_px (ink, TL_CHART_BASELINE_ROOM) : 0;

  /* Labels that would take more room than the chart say nothing that its sentence doesn't. */
  if (self->options.days == NULL && self->label_width > self->width / 2)
    {
      g_array_set_size (self->labels, 0);
      self->label_width = 0;
    }
  foot = foot > 0 ? MAX (tl_ink_px (ink, foot), ink->text_size * ink->small * 1.5) : 0;
  if (self->options.days != NULL)
    {
      self->plot.x = MIN (self->options.days->start, self->options.days->end);
      self->plot.width = fabs (self->options.days->end - self->options.days->start);
    }
  else
    {
      self->plot.x = room;
      self->plot.width = MAX (self->width - room - self->label_width - tl_ink_px (ink, LABEL_GAP), 1);
    }
  self->plot.y = room + tl_ink_px (ink, head);
  self->plot.height = MAX (self->height - self->plot.y - room - foot, 1);
  scale_values (self);
  /* The bracket of the baseline stands beneath everything else. */
  self->values.start -= MIN (baseline, self->plot.height / 2);
}

/**
 * tl_process_chart_new:
 * @ink: what it will be drawn with
 * @measure: a measure
 * @options: how to draw it
 * @width: of the drawing
 * @height: of the drawing
 *
 * Lays out the chart of a measure: its points by the shape of their signal, the line, mean and limits, target, step
 * changes, the baseline that limits are frozen on and the first action, with labels that never overlap. The limits and
 * signals are those of the judgement; nothing is computed here.
 *
 * Returns: (transfer full): the chart
 */
TlProcessChart *
tl_process_chart_new (const TlInk                 *ink,
                      const TlMeasureJudgement    *measure,
                      const TlProcessChartOptions *options,
                      double                       width,
                      double                       height)
{
  TlProcessChart *self = g_new0 (TlProcessChart, 1);

  self->measure = measure;
  self->options = *options;
  self->width = width;
  self->height = height;
  self->first = find_first (measure->series, options->from);
  self->points = g_array_new (FALSE, FALSE, sizeof (TlChartPoint));
  self->stretches = g_array_new (FALSE, FALSE, sizeof (TlChartStretch));
  self->rules = g_array_new (FALSE, FALSE, sizeof (TlChartRule));
  self->labels = g_array_new (FALSE, FALSE, sizeof (TlChartLabel));
  self->callouts = g_array_new (FALSE, FALSE, sizeof (TlCallout));
  self->notes = g_array_new (FALSE, FALSE, sizeof (TlChartNote));
  g_array_set_clear_func (self->labels, clear_label);
  g_array_set_clear_func (self->notes, clear_note);

  /* Once for the numbers of the labels, and again when their width is known. */
  lay_out_plot (self, ink);
  tl_process_chart_create_labels (self, ink);
  lay_out_plot (self, ink);
  scale_days (self);
  place_points (self);
  place_limits (self);
  tl_process_chart_place_labels (self);
  if (options->size == TL_CHART_SIZE_FULL)
    tl_process_chart_add_notes (self, ink);
  self->has_foot = options->days == NULL;
  /* It was copied; the caller's may be gone. */
  self->options.days = NULL;

  return self;
}

void
tl_process_chart_free (TlProcessChart *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->points);
  g_array_unref (self->stretches);
  g_array_unref (self->line);
  g_array_unref (self->rules);
  g_array_unref (self->labels);
  g_array_unref (self->callouts);
  g_array_unref (self->notes);
  g_free (self);
}

/* Whether a shown point has a signal of this sort. */
gboolean
tl_process_chart_spans_signal (const TlProcessChart *self,
                               TlFlag                good)
{
  for (guint i = 0; i < self->points->len; i++)
    {
      const TlChartPoint *placed = &g_array_index (self->points, TlChartPoint, i);

      if (isfinite (placed->y) && placed->point->signal != TL_SIGNAL_NONE && placed->point->good == good)
        return TRUE;
    }
  return FALSE;
}

/**
 * tl_process_chart_get_label_width:
 * @self: a chart
 *
 * Returns: how wide the labels beside it are
 */
double
tl_process_chart_get_label_width (const TlProcessChart *self)
{
  return self->label_width;
}

/**
 * tl_process_chart_find_point:
 * @self: a chart
 * @x: a position
 * @y: a position
 * @reach: how far away a point may be
 * @index: (out) (optional): index of the point in the measure's series
 *
 * Finds the point that is nearest to a position.
 *
 * Returns: whether there is one within reach
 */
gboolean
tl_process_chart_find_point (const TlProcessChart *self,
                             double                x,
                             double                y,
                             double                reach,
                             guint                *index)
{
  double nearest = reach;
  gboolean found = FALSE;

  for (guint i = 0; i < self->points->len; i++)
    {
      const TlChartPoint *placed = &g_array_index (self->points, TlChartPoint, i);
      double distance = hypot (placed->x - x, placed->y - y);

      if (isfinite (distance) && distance <= nearest)
        {
          nearest = distance;
          found = TRUE;
          if (index != NULL)
            *index = self->first + i;
        }
    }
  return found;
}

/**
 * tl_process_chart_get_point:
 * @self: a chart
 * @index: index of a point in the measure's series
 * @x: (out): where it is
 * @y: (out): where it is
 *
 * Says where a point is drawn.
 *
 * Returns: whether it is drawn; a period without a value isn't
 */
gboolean
tl_process_chart_get_point (const TlProcessChart *self,
                            guint                 index,
                            double               *x,
                            double               *y)
{
  const TlChartPoint *placed;

  if (index < self->first || index - self->first >= self->points->len)
    return FALSE;
  placed = &g_array_index (self->points, TlChartPoint, index - self->first);
  *x = placed->x;
  *y = placed->y;
  return isfinite (placed->y);
}
