/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-reading-rules.h"

#include <math.h>

/* Rounding alone must not turn 99.9 % into a miss of 99.9 %. */
#define ROUNDING 1e-9

static const TlReadingValue impossible = { TL_READING_IMPOSSIBLE, NAN, NAN, NAN };
static const TlReadingValue nothing = { TL_READING_NOTHING, 0, 0, NAN };

static TlReadingValue
get_proportion (const TlReadingFacts *reading)
{
  if (isfinite (reading->numerator) && isfinite (reading->denominator))
    {
      if (reading->numerator < 0 || reading->numerator > reading->denominator)
        return impossible;
      if (reading->denominator == 0)
        return nothing;
      return (TlReadingValue) { TL_READING_SAMPLED, reading->numerator, reading->denominator,
                                100 * reading->numerator / reading->denominator };
    }
  if (isfinite (reading->value) && reading->value >= 0 && reading->value <= 100)
    return (TlReadingValue) { TL_READING_BARE, NAN, NAN, reading->value };
  return impossible;
}

static TlReadingValue
get_count (const TlReadingFacts *reading)
{
  double events = isfinite (reading->numerator) ? reading->numerator : reading->value;

  if (!isfinite (events) || events < 0 || reading->denominator < 0)
    return impossible;
  if (!isfinite (reading->denominator))
    return (TlReadingValue) { TL_READING_COUNTED, events, NAN, events };
  if (reading->denominator == 0)
    return events == 0 ? nothing : impossible;
  return (TlReadingValue) { TL_READING_SAMPLED, events, reading->denominator, events / reading->denominator };
}

static TlReadingValue
get_quantity (const TlReadingFacts *reading)
{
  double quantity = isfinite (reading->value) ? reading->value : reading->numerator;

  if (!isfinite (quantity) || quantity < 0 || reading->denominator < 0)
    return impossible;
  if (!isfinite (reading->denominator))
    return (TlReadingValue) { TL_READING_COUNTED, quantity, 1, quantity };
  if (reading->denominator == 0)
    return quantity == 0 ? nothing : impossible;
  return (TlReadingValue) { TL_READING_SAMPLED, quantity * reading->denominator, reading->denominator, quantity };
}

/**
 * tl_reading_get_value:
 * @reading: a reading
 * @kind: its measure's kind
 *
 * Settles a reading's numbers. A proportion without both its numbers may be a bare percentage from 0 to 100; a count's
 * events and a quantity may stand in either column. What is negative, above its denominator or missing is impossible,
 * as are events or a quantity out of none.
 *
 * Returns: its numbers
 */
TlReadingValue
tl_reading_get_value (const TlReadingFacts *reading,
                      TlMeasureKind         kind)
{
  switch ((int) kind)
    {
    case TL_MEASURE_KIND_PROPORTION:
      return get_proportion (reading);
    case TL_MEASURE_KIND_COUNT:
      return get_count (reading);
    default:
      return get_quantity (reading);
    }
}

/**
 * tl_measure_get_baseline_counts:
 * @measure: a measure
 * @numerator: (out): the baseline's events, or successes
 * @denominator: (out): the baseline's sample, its exposure or how many periods it covers
 *
 * Tells what an interval against the baseline rests on. A count's events are its Baseline numerator, else its
 * Baseline, and cover one period when nothing else is said.
 *
 * Returns: whether the baseline has such numbers, and possible ones
 */
gboolean
tl_measure_get_baseline_counts (const TlMeasureFacts *measure,
                                double               *numerator,
                                double               *denominator)
{
  *numerator = measure->baseline_numerator;
  *denominator = measure->baseline_denominator;
  if (measure->kind == TL_MEASURE_KIND_COUNT)
    {
      if (!isfinite (*numerator))
        *numerator = measure->baseline;
      if (!isfinite (*denominator))
        *denominator = 1;
    }
  return isfinite (*numerator) && isfinite (*denominator) && *numerator >= 0 && *denominator > 0
         && measure->kind != TL_MEASURE_KIND_VALUE
         && (measure->kind == TL_MEASURE_KIND_COUNT || *numerator <= *denominator);
}

/**
 * tl_measure_get_baseline:
 * @measure: a measure
 *
 * Returns: its baseline as a percentage, rate or quantity; %NAN when it has none
 */
double
tl_measure_get_baseline (const TlMeasureFacts *measure)
{
  double numerator, denominator;

  if (tl_measure_get_baseline_counts (measure, &numerator, &denominator))
    return measure->kind == TL_MEASURE_KIND_PROPORTION ? 100 * numerator / denominator : numerator / denominator;
  if (isfinite (measure->baseline) && measure->baseline >= 0
      && !(measure->kind == TL_MEASURE_KIND_PROPORTION && measure->baseline > 100))
    return measure->kind != TL_MEASURE_KIND_COUNT ? measure->baseline : NAN;
  return NAN;
}

/**
 * tl_measure_get_target:
 * @measure: a measure
 *
 * Returns: its target as a percentage, rate or quantity; %NAN when it has none. To reduce by R per cent is to be at most
 *   baseline × (100 − R) / 100, and needs a baseline above 0.
 */
double
tl_measure_get_target (const TlMeasureFacts *measure)
{
  double baseline;

  if (!isfinite (measure->target))
    return NAN;
  if (measure->direction != TL_DIRECTION_REDUCE_BY)
    return measure->target;

  baseline = tl_measure_get_baseline (measure);
  return baseline > 0 ? baseline * (100 - measure->target) / 100 : NAN;
}

/**
 * tl_measure_is_at_most:
 * @measure: a measure
 *
 * Returns: whether lower is better
 */
gboolean
tl_measure_is_at_most (const TlMeasureFacts *measure)
{
  return measure->direction == TL_DIRECTION_AT_MOST || measure->direction == TL_DIRECTION_REDUCE_BY;
}

/**
 * tl_measure_meets:
 * @measure: a measure
 * @target: its target, or %NAN
 * @value: a value of it, or %NAN
 *
 * Returns: whether the value meets the target; without either it doesn't
 */
gboolean
tl_measure_meets (const TlMeasureFacts *measure,
                  double                target,
                  double                value)
{
  double slack = ROUNDING * fmax (1, fabs (target));

  if (tl_measure_is_at_most (measure))
    return value <= target + slack;
  return value >= target - slack;
}

/**
 * tl_measure_get_role:
 * @measure: a measure
 *
 * Returns: its role, a blank one being supporting: only what is called primary shows the outcome
 */
TlRole
tl_measure_get_role (const TlMeasureFacts *measure)
{
  return measure->role != TL_ROLE_NONE ? measure->role : TL_ROLE_SUPPORTING;
}
