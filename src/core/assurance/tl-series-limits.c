/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-series-rules.h"

#include <math.h>

#include "tl-limits.h"

/* The values of a stretch of a series that count, and which points they are. */
typedef struct
{
  double *values;
  guint *points;
  guint n;
} Stretch;

static void
stretch_clear (Stretch *self)
{
  g_free (self->values);
  g_free (self->points);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Stretch, stretch_clear)

static Stretch
gather (const TlSeries *series,
        guint           first,
        guint           end)
{
  Stretch stretch = { g_new (double, end - first + 1), g_new (guint, end - first + 1), 0 };

  for (guint i = first; i < end; i++)
    {
      if (!tl_point_has_value (&series->points[i]))
        continue;
      stretch.values[stretch.n] = series->points[i].value;
      stretch.points[stretch.n++] = i;
    }
  return stretch;
}

/* Limits are drawn through periods that have no value too, so that the lines aren't broken. */
static void
draw_stretch (TlMeasureJudgement *measure,
              guint               first,
              guint               end,
              guint               n_fixed,
              gboolean            screen)
{
  TlSeries *series = measure->series;
  g_auto (Stretch) stretch = gather (series, first, end);
  g_autofree TlSignal *signals = g_new (TlSignal, stretch.n + 1);
  g_autofree TlSide *sides = g_new (TlSide, stretch.n + 1);
  TlLimits limits = tl_limits_from_points (stretch.values, n_fixed > 0 ? n_fixed : stretch.n, screen);

  tl_limits_find_signals (&limits, stretch.values, stretch.n, signals, sides);
  for (guint i = first; i < end; i++)
    {
      TlPoint *point = &series->points[i];

      point->mean = limits.mean;
      point->lower = limits.lower;
      point->upper = limits.upper;
      point->trial = limits.n_points < TL_ENOUGH_POINTS;
    }
  for (guint i = 0; i < stretch.n; i++)
    {
      TlPoint *point = &series->points[stretch.points[i]];

      point->signal = signals[i];
      point->side = sides[i];
      if (signals[i] != TL_SIGNAL_NONE)
        point->good = (sides[i] == TL_SIDE_LOW) == measure->at_most ? TL_FLAG_YES : TL_FLAG_NO;
    }
}

/* Numbers the stretches between recorded step changes; the period that contains one begins the next. */
static guint
number_segments (TlMeasureJudgement *measure,
                 const TlJudge      *judge)
{
  const TlFactsList *steps = &measure->facts->step_changes;
  guint known = 0, step = 0;

  for (guint i = 0; i < steps->n; i++)
    known += tl_judge_knows (judge, TL_FACTS_AT (*steps, TlStepChangeFacts, i)->date);

  /* Step changes and points both come in order of time. */
  for (guint i = 0; i < measure->series->n_points; i++)
    {
      while (step < known && TL_FACTS_AT (*steps, TlStepChangeFacts, step)->date <= measure->series->points[i].end)
        step++;
      measure->series->points[i].segment = step;
    }
  return known;
}

/**
 * tl_series_count_before:
 * @self: a series
 * @day: a day, or %TL_NO_DAY
 *
 * Returns: how many counted periods with a value ended before that day
 */
guint
tl_series_count_before (const TlSeries *self,
                        TlDay           day)
{
  guint n = 0;

  for (guint i = 0; i < self->n_points && self->points[i].end < day; i++)
    n += tl_point_has_value (&self->points[i]);
  return n;
}

static void
mark_baseline (TlMeasureJudgement *measure,
               TlDay               first_action)
{
  for (guint i = 0; i < measure->series->n_points && measure->series->points[i].end < first_action; i++)
    {
      const TlPoint *point = &measure->series->points[i];

      if (!tl_point_has_value (point))
        continue;
      if (measure->baseline_start == TL_NO_DAY)
        measure->baseline_start = point->start;
      measure->baseline_end = point->end;
    }
}

/**
 * tl_measure_draw_limits:
 * @measure: a measure whose series is filled
 * @judge: a judge
 * @first_action: the day its risk's first action was agreed, or %TL_NO_DAY
 *
 * Gives its points the limits and signals of its chart: stretch by stretch when step changes are recorded, else frozen
 * on the periods before the first action when there are enough of them, else on all.
 */
void
tl_measure_draw_limits (TlMeasureJudgement *measure,
                        const TlJudge      *judge,
                        TlDay               first_action)
{
  TlSeries *series = measure->series;
  gboolean screen = judge->settings->screen_outliers;
  guint n_steps = number_segments (measure, judge);
  guint n_before = tl_series_count_before (series, first_action);
  guint next;

  if (n_steps == 0 && n_before >= TL_ENOUGH_POINTS)
    {
      mark_baseline (measure, first_action);
      draw_stretch (measure, 0, series->n_points, n_before, screen);
      return;
    }
  for (guint i = 0; i < series->n_points; i = next)
    {
      for (next = i + 1; next < series->n_points && series->points[next].segment == series->points[i].segment; next++)
        ;
      draw_stretch (measure, i, next, 0, screen);
    }
}
