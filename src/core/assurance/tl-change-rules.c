/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-change-rules.h"

#include <math.h>

#include "tl-limits.h"
#include "tl-reading-rules.h"
#include "tl-series-rules.h"
#include "tl-statistics.h"

/* What the latest window adds up to, in the units of the baseline. */
typedef struct
{
  double numerator;
  double denominator;
} Window;

/**
 * tl_measure_get_window_length:
 * @judge: a judge
 * @measure: a measure
 *
 * Returns: how many periods its latest window has: as many as it must hold for, and no fewer than the setting says
 */
guint
tl_measure_get_window_length (const TlJudge        *judge,
                              const TlMeasureFacts *measure)
{
  return (guint) MAX (1, MAX (judge->settings->latest_window, measure->hold_for));
}

/* A bare percentage doesn't add to a proportion: a window with one has no sum, for the counted periods alone would speak
 * for it. A count's periods are its exposure where none is given; where only some have one there is no sum. */
static gboolean
sum_window (const TlMeasureJudgement *measure,
            const TlJudge            *judge,
            Window                   *window)
{
  guint first, n_exposed = 0, n_plain = 0;

  *window = (Window) { 0, 0 };
  tl_series_find_window (measure->series, measure->latest, tl_measure_get_window_length (judge, measure->facts), &first);
  for (guint i = first; i < measure->series->n_points; i++)
    {
      const TlPoint *point = &measure->series->points[i];

      if (!tl_point_has_value (point))
        continue;
      if (!isfinite (point->numerator))
        return FALSE;
      window->numerator += point->numerator;
      if (isfinite (point->denominator))
        n_exposed++;
      else
        n_plain++;
      window->denominator += isfinite (point->denominator) ? point->denominator : 1;
    }
  return n_exposed + n_plain > 0 && (n_exposed == 0 || n_plain == 0);
}

static TlChangeState
judge_side (const TlMeasureJudgement *measure,
            double                    low,
            double                    high,
            double                    none)
{
  if (low > none)
    return measure->at_most ? TL_CHANGE_WORSE : TL_CHANGE_IMPROVED;
  if (high < none)
    return measure->at_most ? TL_CHANGE_IMPROVED : TL_CHANGE_WORSE;
  return TL_CHANGE_NONE_SHOWN;
}

static gboolean
compare_baseline (const TlMeasureJudgement *measure,
                  const TlJudge            *judge,
                  TlChangeState            *change)
{
  double numerator, denominator, low, high;
  Window window;

  if (!tl_measure_get_baseline_counts (measure->facts, &numerator, &denominator))
    return FALSE;
  if (!sum_window (measure, judge, &window))
    {
      *change = TL_CHANGE_TOO_LITTLE;
      return TRUE;
    }

  if (measure->facts->kind == TL_MEASURE_KIND_PROPORTION)
    {
      tl_newcombe_interval (window.numerator, window.denominator, numerator, denominator, &low, &high);
      *change = judge_side (measure, low, high, 0);
    }
  else if (tl_rate_ratio_interval (window.numerator, window.denominator, numerator, denominator, &low, &high))
    *change = judge_side (measure, low, high, 1);
  else
    *change = TL_CHANGE_NONE_SHOWN;
  return TRUE;
}

static TlChangeState
judge_signal (TlFlag good)
{
  return good == TL_FLAG_YES ? TL_CHANGE_IMPROVED : good == TL_FLAG_NO ? TL_CHANGE_WORSE : TL_CHANGE_NONE_SHOWN;
}

/* The chart may be drawn in stretches; the question whether it is better than before the work began is not. */
static TlChangeState
judge_frozen (const TlMeasureJudgement *measure,
              const TlJudge            *judge,
              guint                     n_before)
{
  const TlSeries *series = measure->series;
  g_autofree double *values = g_new (double, series->n_points);
  g_autofree TlSignal *signals = g_new (TlSignal, series->n_points);
  g_autofree TlSide *sides = g_new (TlSide, series->n_points);
  TlLimits limits;
  guint n = 0;

  for (guint i = 0; i < series->n_points; i++)
    {
      if (tl_point_has_value (&series->points[i]))
        values[n++] = series->points[i].value;
    }
  limits = tl_limits_from_points (values, n_before, judge->settings->screen_outliers);
  tl_limits_find_signals (&limits, values, n, signals, sides);
  if (signals[n - 1] == TL_SIGNAL_NONE)
    return TL_CHANGE_NONE_SHOWN;
  return judge_signal ((sides[n - 1] == TL_SIDE_LOW) == measure->at_most ? TL_FLAG_YES : TL_FLAG_NO);
}

/**
 * tl_measure_get_change:
 * @measure: a measure whose limits are drawn and whose latest period is known
 * @judge: a judge
 * @first_action: the day its risk's first action was agreed, or %TL_NO_DAY
 *
 * Judges by the strongest ground there is: a process chart frozen before the work began; else the baseline's numbers,
 * by Newcombe's interval for proportions and the exact interval of a rate ratio for counts; else a chart of all periods.
 * Without a latest period there is too little to tell, nor where the baseline has numbers and a period of the window has
 * only a percentage, or only some have an exposure: what is left of the window would speak for what isn't known.
 *
 * Returns: the change
 */
TlChangeState
tl_measure_get_change (const TlMeasureJudgement *measure,
                       const TlJudge            *judge,
                       TlDay                     first_action)
{
  guint n_before = tl_series_count_before (measure->series, first_action);
  TlChangeState change;

  if (measure->latest == NULL)
    return TL_CHANGE_TOO_LITTLE;
  if (n_before >= TL_ENOUGH_POINTS)
    return measure->baseline_start != TL_NO_DAY ? judge_signal (measure->latest->good)
                                                : judge_frozen (measure, judge, n_before);
  if (compare_baseline (measure, judge, &change))
    return change;
  if (tl_series_count_before (measure->series, G_MAXINT32) >= TL_ENOUGH_POINTS)
    return judge_signal (measure->latest->good);
  return TL_CHANGE_TOO_LITTLE;
}

/**
 * tl_measure_get_target_state:
 * @measure: a measure whose latest period is known
 *
 * Returns: whether its latest period meets the target; a proportion does so with confidence when the cautious bound of
 *   its Wilson interval does too
 */
TlTargetState
tl_measure_get_target_state (const TlMeasureJudgement *measure)
{
  const TlPoint *latest = measure->latest;
  double low, high;

  if (latest == NULL)
    return TL_TARGET_NO_READING;
  if (!tl_measure_meets (measure->facts, measure->target_value, latest->value))
    return TL_TARGET_NOT_MET;
  if (measure->facts->kind != TL_MEASURE_KIND_PROPORTION || !isfinite (latest->denominator))
    return TL_TARGET_MET;

  tl_wilson_interval (latest->numerator, latest->denominator, &low, &high);
  return tl_measure_meets (measure->facts, measure->target_value, 100 * (measure->at_most ? high : low))
           ? TL_TARGET_MET_WITH_CONFIDENCE : TL_TARGET_MET;
}
