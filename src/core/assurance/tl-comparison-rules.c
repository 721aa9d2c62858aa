/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-comparison.h"

#include <math.h>

#include "tl-funnel.h"
#include "tl-reading-rules.h"
#include "tl-sample-size.h"
#include "tl-series-rules.h"
#include "tl-statistics.h"

#define FIRST_PERIODS 3

static void
add_point (TlPlaceSum               *sum,
           const TlMeasureJudgement *measure,
           const TlPoint            *point)
{
  sum->sampled |= point->nothing_to_sample || isfinite (point->value) || isfinite (point->numerator);
  if (!isfinite (point->value))
    return;

  sum->n_values++;
  sum->single = point->value;
  if (measure->facts->kind == TL_MEASURE_KIND_VALUE)
    {
      sum->numerator += point->value * point->denominator;
      sum->denominator += point->denominator;
    }
  else if (isfinite (point->numerator))
    {
      sum->exposed |= isfinite (point->denominator);
      sum->plain |= !isfinite (point->denominator);
      sum->numerator += point->numerator;
      sum->denominator += isfinite (point->denominator) ? point->denominator : 0;
    }
}

/* What the last three values say of the target, looking back from the latest. */
static void
count_missed (TlPlaceSum               *sum,
              const TlMeasureJudgement *measure,
              const TlSeries           *place,
              TlDay                     since,
              TlDay                     until)
{
  guint seen = 0;

  for (guint i = place->n_points; i > 0 && seen < TL_ENOUGH_VALUES; i--)
    {
      const TlPoint *point = &place->points[i - 1];
      gboolean missed;

      if (!tl_point_has_value (point) || point->start < since || point->start > until)
        continue;
      missed = !tl_measure_meets (measure->facts, measure->target_value, point->value);
      if (seen++ == 0)
        sum->missed_last = missed;
      sum->n_missed += missed;
    }
}

/**
 * tl_place_sum:
 * @measure: a measure
 * @place: a place's series of it
 * @first: index of the first period of a window in the measure's own series
 * @end: index after its last
 *
 * Adds up a place's readings in those periods of the window that have a value for all places together.
 *
 * Returns: the sum
 */
TlPlaceSum
tl_place_sum (const TlMeasureJudgement *measure,
              const TlSeries           *place,
              guint                     first,
              guint                     end)
{
  TlPlaceSum sum = { .single = NAN };
  const TlPoint *pooled = measure->series->points;
  guint next = first;

  if (first >= end)
    return sum;
  for (guint i = 0; i < place->n_points && next < end; i++)
    {
      const TlPoint *point = &place->points[i];

      while (next < end && pooled[next].start < point->start)
        next++;
      if (next < end && pooled[next].start == point->start && tl_point_has_value (&pooled[next]))
        add_point (&sum, measure, point);
    }
  count_missed (&sum, measure, place, pooled[first].start, pooled[end - 1].start);
  return sum;
}

/**
 * tl_place_sum_get_value:
 * @self: a sum
 * @kind: the measure's kind
 *
 * Returns: the percentage, rate or mean; %NAN when there is none. Bare percentages don't add up, so only a single one is a
 *   value; nor do events with exposure and events without
 */
double
tl_place_sum_get_value (const TlPlaceSum *self,
                        TlMeasureKind     kind)
{
  if (self->exposed && self->plain)
    return NAN;
  if (self->denominator > 0)
    return (kind == TL_MEASURE_KIND_PROPORTION ? 100 : 1) * self->numerator / self->denominator;
  if (kind == TL_MEASURE_KIND_COUNT && self->plain)
    return self->numerator;
  return self->n_values == 1 ? self->single : NAN;
}

static void
set_interval (TlMeasureKind  kind,
              double         numerator,
              double         denominator,
              double        *low,
              double        *high)
{
  *low = *high = NAN;
  if (!(denominator > 0))
    return;
  if (kind == TL_MEASURE_KIND_PROPORTION)
    {
      tl_wilson_interval (numerator, denominator, low, high);
      *low *= 100;
      *high *= 100;
    }
  else if (kind == TL_MEASURE_KIND_COUNT)
    tl_poisson_interval (numerator, denominator, low, high);
}

static void
set_figures (TlPlaceJudgement         *place,
             const TlMeasureJudgement *measure,
             const TlPlaceSum         *sum)
{
  TlMeasureKind kind = measure->facts->kind;
  gboolean counted = kind != TL_MEASURE_KIND_VALUE && (sum->exposed || sum->plain);

  place->numerator = counted ? sum->numerator : NAN;
  place->denominator = sum->denominator > 0 ? sum->denominator : NAN;
  place->value = tl_place_sum_get_value (sum, kind);
  place->z = NAN;
  place->low = place->high = NAN;
  if (!(sum->exposed && sum->plain))
    set_interval (kind, sum->numerator, sum->denominator, &place->low, &place->high);
}

/**
 * tl_comparison_pool:
 * @self: a comparison whose places have their figures, and that has no pooled ones yet
 * @measure: the measure
 *
 * Adds its places up: sums are divided, never values averaged.
 */
void
tl_comparison_pool (TlComparison             *self,
                    const TlMeasureJudgement *measure)
{
  TlMeasureKind kind = measure->facts->kind;
  double weighted = 0, sum = 0;
  gboolean any = FALSE;

  for (guint i = 0; i < self->n_places; i++)
    {
      const TlPlaceJudgement *place = &self->places[i];

      if (isnan (place->value))
        continue;
      any |= isfinite (place->numerator);
      sum += isfinite (place->numerator) ? place->numerator : 0;
      if (isfinite (place->denominator))
        {
          self->pooled_denominator += place->denominator;
          weighted += place->value * place->denominator;
        }
    }
  self->pooled_numerator = any ? sum : NAN;
  self->pooled_value = self->pooled_denominator > 0
                         ? kind == TL_MEASURE_KIND_VALUE ? weighted / self->pooled_denominator
                                                         : (kind == TL_MEASURE_KIND_PROPORTION ? 100 : 1) * sum / self->pooled_denominator
                         : NAN;
  set_interval (kind, sum, self->pooled_denominator, &self->pooled_low, &self->pooled_high);
  if (self->pooled_denominator == 0)
    self->pooled_denominator = NAN;
}

static void
set_z (TlComparison *self)
{
  g_autofree double *z = g_new (double, self->n_places);
  g_autofree double *denominators = g_new (double, self->n_places);
  guint n = 0;

  for (guint i = 0; i < self->n_places; i++)
    {
      TlPlaceJudgement *place = &self->places[i];

      if (!isfinite (place->denominator))
        continue;
      place->z = tl_funnel_get_z (place->numerator, place->denominator, self->pooled_numerator / self->pooled_denominator);
      z[n] = place->z;
      denominators[n++] = place->denominator;
    }
  self->adjusted = n >= TL_FUNNEL_ENOUGH_PLACES;
  if (!self->adjusted)
    return;

  self->spread = tl_funnel_get_spread (z, denominators, n, NULL);
  for (guint i = 0; i < self->n_places; i++)
    {
      TlPlaceJudgement *place = &self->places[i];

      if (isfinite (place->denominator))
        place->z = tl_funnel_adjust (place->z, place->denominator, self->spread);
    }
}

static TlPlaceState
judge_proportion (const TlPlaceJudgement   *place,
                  const TlMeasureJudgement *measure)
{
  double bad = measure->at_most ? place->z : -place->z;
  double best = measure->at_most ? place->low : place->high;

  if (bad > TL_FUNNEL_WEAK
      || (bad > TL_FUNNEL_WATCH && isfinite (measure->target_value)
          && !tl_measure_meets (measure->facts, measure->target_value, best)))
    return TL_PLACE_STATE_WEAK;
  if (!(place->denominator >= TL_ENOUGH_RECORDS))
    return TL_PLACE_STATE_TOO_FEW;
  return bad > TL_FUNNEL_WATCH ? TL_PLACE_STATE_WATCH : TL_PLACE_STATE_IN_LINE;
}

static TlPlaceState
judge_count (const TlComparison       *self,
             const TlPlaceJudgement   *place,
             const TlMeasureJudgement *measure)
{
  double mean = self->pooled_value * place->denominator;
  double tail = !isfinite (mean)    ? 1
                : measure->at_most ? tl_poisson_at_least (place->numerator, mean)
                                   : tl_poisson_at_most (place->numerator, mean);

  if (tail < TL_FUNNEL_TAIL_WEAK)
    return TL_PLACE_STATE_WEAK;
  if (!(place->denominator >= TL_ENOUGH_RECORDS))
    return TL_PLACE_STATE_TOO_FEW;
  return tail < TL_FUNNEL_TAIL_WATCH ? TL_PLACE_STATE_WATCH : TL_PLACE_STATE_IN_LINE;
}

static TlPlaceState
judge_value (const TlPlaceSum *sum)
{
  if (sum->n_values < TL_ENOUGH_VALUES)
    return TL_PLACE_STATE_TOO_FEW;
  if (sum->n_missed == TL_ENOUGH_VALUES)
    return TL_PLACE_STATE_WEAK;
  return sum->missed_last ? TL_PLACE_STATE_WATCH : TL_PLACE_STATE_IN_LINE;
}

static TlPlaceState
judge_place (const TlComparison       *self,
             const TlPlaceJudgement   *place,
             const TlMeasureJudgement *measure,
             const TlPlaceSum         *sum)
{
  if (!sum->sampled)
    return TL_PLACE_STATE_UNSAMPLED;
  if (!self->comparable)
    return TL_PLACE_STATE_TOO_FEW;
  switch ((int) measure->facts->kind)
    {
    case TL_MEASURE_KIND_PROPORTION:
      return judge_proportion (place, measure);
    case TL_MEASURE_KIND_COUNT:
      return judge_count (self, place, measure);
    default:
      return judge_value (sum);
    }
}

/**
 * tl_comparison_judge:
 * @self: a comparison whose places have their series
 * @measure: the measure
 * @sums: (array length=n_places): the places' sums in the window
 *
 * Judges the places against all together, and whether they are even, the gap aside. Quantities are judged by the target
 * alone, so without one they can't be; nor can events without exposure. Counts, too, need a denominator of ten.
 */
void
tl_comparison_judge (TlComparison             *self,
                     const TlMeasureJudgement *measure,
                     const TlPlaceSum         *sums)
{
  gboolean plain = FALSE, unsure = FALSE;

  for (guint i = 0; i < self->n_places; i++)
    {
      set_figures (&self->places[i], measure, &sums[i]);
      plain |= sums[i].plain;
    }
  self->comparable = measure->facts->kind == TL_MEASURE_KIND_PROPORTION
                     || (measure->facts->kind == TL_MEASURE_KIND_COUNT && !plain)
                     || (measure->facts->kind == TL_MEASURE_KIND_VALUE && isfinite (measure->target_value));
  tl_comparison_pool (self, measure);
  if (measure->facts->kind == TL_MEASURE_KIND_PROPORTION && self->pooled_denominator > 0)
    set_z (self);

  for (guint i = 0; i < self->n_places; i++)
    {
      TlPlaceJudgement *place = &self->places[i];

      place->state = judge_place (self, place, measure, &sums[i]);
      self->n_weak += place->state == TL_PLACE_STATE_WEAK;
      unsure |= place->state == TL_PLACE_STATE_TOO_FEW || place->state == TL_PLACE_STATE_UNSAMPLED;
    }
  if (self->n_weak == 0)
    self->evenness = unsure ? TL_EVENNESS_NOT_KNOWN : TL_EVENNESS_EVEN;
}

static double
get_gap (const double *values,
         guint         n)
{
  double least = NAN, most = NAN;
  guint found = 0;

  for (guint i = 0; i < n; i++)
    {
      if (isnan (values[i]))
        continue;
      least = found == 0 ? values[i] : MIN (least, values[i]);
      most = found == 0 ? values[i] : MAX (most, values[i]);
      found++;
    }
  return found >= 2 ? most - least : NAN;
}

static double
get_first_gap (const TlComparison       *self,
               const TlMeasureJudgement *measure)
{
  const TlSeries *series = measure->series;
  g_autofree double *values = g_new (double, self->n_places);
  guint end = 0, found = 0;

  while (end < series->n_points && found < FIRST_PERIODS)
    found += tl_point_has_value (&series->points[end++]);
  for (guint i = 0; i < self->n_places; i++)
    {
      TlPlaceSum sum = tl_place_sum (measure, self->places[i].series, 0, end);

      values[i] = tl_place_sum_get_value (&sum, measure->facts->kind);
    }
  return get_gap (values, self->n_places);
}

/**
 * tl_comparison_judge_gap:
 * @self: a comparison whose places are judged
 * @measure: the measure
 * @judge: a judge
 *
 * Settles the gap between the best and the worst place, and whether it has changed since the first three periods by more
 * than the settings allow. Events without exposure have no gap: places differ in size.
 */
void
tl_comparison_judge_gap (TlComparison             *self,
                         const TlMeasureJudgement *measure,
                         const TlJudge            *judge)
{
  g_autofree double *values = g_new (double, self->n_places);
  double change, allowed;

  self->gap = self->first_gap = NAN;
  if (measure->facts->kind == TL_MEASURE_KIND_COUNT && !self->comparable)
    return;

  for (guint i = 0; i < self->n_places; i++)
    values[i] = self->places[i].value;
  self->gap = get_gap (values, self->n_places);
  self->first_gap = get_first_gap (self, measure);
  if (isnan (self->gap) || isnan (self->first_gap))
    return;

  change = self->gap - self->first_gap;
  allowed = measure->facts->kind == TL_MEASURE_KIND_PROPORTION ? judge->settings->gap_points
                                                               : self->first_gap * judge->settings->gap_percent / 100;
  self->gap_trend = change > allowed    ? TL_GAP_WIDENING
                    : change < -allowed ? TL_GAP_NARROWING
                                        : TL_GAP_STEADY;
}
