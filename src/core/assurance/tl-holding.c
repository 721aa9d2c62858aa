/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-holding.h"

#include <math.h>

#include "tl-limits.h"
#include "tl-reading-rules.h"
#include "tl-series-rules.h"
#include "tl-statistics.h"

/* A run, counted from the latest period backwards. */
typedef struct
{
  guint n;
  double numerator;
  double denominator;
  guint n_exposed;
  guint n_plain;
  guint n_bare_missed;
  gboolean missed_last;
} Run;

/**
 * tl_measure_is_wholly_beyond:
 * @measure: a measure
 * @point: a period of it
 *
 * Returns: whether the period's whole interval is on the bad side of the target: Wilson's for proportions, the exact one
 *   for counts; without an interval it isn't
 */
gboolean
tl_measure_is_wholly_beyond (const TlMeasureJudgement *measure,
                             const TlPoint            *point)
{
  double low, high, nearest;

  if (!isfinite (measure->target_value) || !isfinite (point->numerator))
    return FALSE;
  if (measure->facts->kind == TL_MEASURE_KIND_PROPORTION)
    {
      tl_wilson_interval (point->numerator, point->denominator, &low, &high);
      nearest = 100 * (measure->at_most ? low : high);
    }
  else
    {
      tl_poisson_interval (point->numerator, isfinite (point->denominator) ? point->denominator : 1, &low, &high);
      nearest = measure->at_most ? low : high;
    }
  return !tl_measure_meets (measure->facts, measure->target_value, nearest);
}

/* The present spell: the run of consecutive counted periods up to now that each meet the target. Limits and signals are
 * its own, once it is long enough, and never cross a step change. Returns the concern signals, by point. */
static gboolean *
find_spell_concerns (TlMeasureJudgement *measure,
                     const TlJudge      *judge,
                     guint               n_silent,
                     TlDay               reopened_on)
{
  TlSeries *series = measure->series;
  g_autofree double *values = g_new (double, series->n_points + 1);
  g_autofree guint *points = g_new (guint, series->n_points + 1);
  g_autofree TlSignal *signals = g_new (TlSignal, series->n_points + 1);
  g_autofree TlSide *sides = g_new (TlSide, series->n_points + 1);
  gboolean *concerns = g_new0 (gboolean, series->n_points + 1);
  guint first = series->n_points, n = 0;

  for (guint i = n_silent == 0 ? series->n_points : 0; i > 0; i--)
    {
      const TlPoint *point = &series->points[i - 1];

      if (point->nothing_to_sample || !point->counted)
        continue;
      if (!tl_measure_meets (measure->facts, measure->target_value, point->value) || point->start < reopened_on)
        break;
      first = i - 1;
      n++;
    }
  if (n > 0)
    measure->met_since = series->points[first].start;
  if (n < TL_ENOUGH_POINTS)
    return concerns;

  for (guint i = first, next; i < series->n_points; i = next)
    {
      TlLimits limits;

      n = 0;
      for (next = i; next < series->n_points && series->points[next].segment == series->points[i].segment; next++)
        {
          if (!tl_point_has_value (&series->points[next]))
            continue;
          values[n] = series->points[next].value;
          points[n++] = next;
        }
      limits = tl_limits_from_points (values, n, judge->settings->screen_outliers);
      tl_limits_find_signals (&limits, values, n, signals, sides);
      for (guint j = 0; j < n; j++)
        concerns[points[j]] = signals[j] != TL_SIGNAL_NONE && (sides[j] == TL_SIDE_HIGH) == measure->at_most;
    }
  return concerns;
}

/* Bare percentages can't be pooled, so each must meet the target itself; a count's periods are its exposure where none
 * is given. */
static void
lengthen (Run                      *run,
          const TlMeasureJudgement *measure,
          const TlPoint            *point,
          gboolean                  missed)
{
  run->n++;
  run->missed_last = missed;
  if (measure->facts->kind == TL_MEASURE_KIND_VALUE)
    {
      run->numerator += point->value * point->denominator;
      run->denominator += point->denominator;
    }
  else if (!isfinite (point->numerator))
    run->n_bare_missed += missed;
  else
    {
      run->n_exposed += isfinite (point->denominator);
      run->n_plain += !isfinite (point->denominator);
      run->numerator += point->numerator;
      run->denominator += isfinite (point->denominator) ? point->denominator : 1;
    }
}

static gboolean
meets_pooled (const Run                *run,
              const TlMeasureJudgement *measure)
{
  double scale = measure->facts->kind == TL_MEASURE_KIND_PROPORTION ? 100 : 1;

  if (run->n_bare_missed > 0 || (run->n_plain > 0 && run->n_exposed > 0 && measure->facts->kind == TL_MEASURE_KIND_COUNT))
    return FALSE;
  if (run->denominator <= 0)
    return run->n > 0;
  return tl_measure_meets (measure->facts, measure->target_value, scale * run->numerator / run->denominator);
}

static void
find_run (TlMeasureJudgement *measure,
          const gboolean     *concerns,
          TlDay               reopened_on)
{
  const TlSeries *series = measure->series;
  guint needed = (guint) measure->facts->hold_for;
  Run run = { 0 };

  for (guint i = series->n_points; i > 0 && run.n < needed; i--)
    {
      const TlPoint *point = &series->points[i - 1];
      gboolean missed = !tl_measure_meets (measure->facts, measure->target_value, point->value);

      if (point->nothing_to_sample || !point->counted)
        continue;
      if (!isfinite (point->value) || point->start < reopened_on || concerns[i - 1]
          || (missed && run.n > 0 && run.missed_last) || tl_measure_is_wholly_beyond (measure, point))
        break;
      lengthen (&run, measure, point, missed);
      if (meets_pooled (&run, measure))
        {
          measure->held_for = run.n;
          measure->held_since = point->start;
        }
    }
}

/**
 * tl_measure_judge_holding:
 * @measure: a measure whose limits are drawn
 * @judge: a judge
 * @reopened_on: the day its risk was reopened, or %TL_NO_DAY
 *
 * Settles whether the measure's target holds, for how many periods and since when. Events with exposure in some periods
 * and without in others can't be pooled, so the target doesn't hold across them. After a reopening the present spell, too,
 * has only periods begun since.
 */
void
tl_measure_judge_holding (TlMeasureJudgement *measure,
                          const TlJudge      *judge,
                          TlDay               reopened_on)
{
  guint n_silent = tl_series_count_silent (measure->series, judge, measure->facts);
  g_autofree gboolean *concerns = find_spell_concerns (measure, judge, n_silent, reopened_on);

  measure->holding = TL_HOLDING_NOT;
  if (measure->facts->hold_for <= 0 || n_silent > 0)
    return;
  find_run (measure, concerns, reopened_on);
  if (measure->held_for == (guint) measure->facts->hold_for)
    measure->holding = TL_HOLDING_HELD;
  else if (measure->held_for > 0)
    measure->holding = TL_HOLDING_SO_FAR;
}
