/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-gap-series.h"

#include <math.h>

#include "tl-comparison.h"
#include "tl-series-rules.h"
#include "tl-statistics.h"

#define FIRST_PERIODS 3

static void
set_end (TlGapEnd           *end,
         const TlPlaceFacts *place,
         const TlPlaceSum   *sum,
         double              value)
{
  *end = (TlGapEnd) { place, NAN, NAN, value };
  if (sum->denominator > 0)
    {
      end->numerator = sum->numerator;
      end->denominator = sum->denominator;
    }
  else if (sum->plain)
    end->numerator = sum->numerator;
}

/* A mean has no interval that rests on numbers alone; a rate's would need one of a difference of rates. */
static void
set_interval (TlGapPoint               *point,
              const TlMeasureJudgement *measure)
{
  const TlGapEnd *high = measure->at_most ? &point->worst : &point->best;
  const TlGapEnd *low = measure->at_most ? &point->best : &point->worst;

  if (measure->facts->kind != TL_MEASURE_KIND_PROPORTION || !(high->denominator > 0) || !(low->denominator > 0))
    return;
  tl_newcombe_interval (high->numerator, high->denominator, low->numerator, low->denominator, &point->low, &point->high);
  point->low *= 100;
  point->high *= 100;
}

static void
set_pooled (TlGapPoint    *point,
            TlMeasureKind  kind,
            double         numerator,
            double         denominator)
{
  if (denominator > 0)
    point->pooled = (kind == TL_MEASURE_KIND_PROPORTION ? 100 : 1) * numerator / denominator;
}

static gboolean
is_worse (const TlMeasureJudgement *measure,
          double                    a,
          double                    b)
{
  return measure->at_most ? a > b : a < b;
}

/* The index of the first point that begins on a day or later. */
static guint
find_start (const TlSeries *series,
            TlDay           day)
{
  guint low = 0, high = series->n_points;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (series->points[middle].start < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Only what may belong to a window, so that years of weeks aren't walked through for each. */
static TlSeries
cut (const TlSeries *series,
     const TlPoint  *first,
     const TlPoint  *last)
{
  guint begin = find_start (series, first->start), end = find_start (series, last->start + 1);

  return (TlSeries) { .points = series->points + begin, .n_points = end - begin };
}

static void
fill_point (TlGapPoint               *point,
            const TlMeasureJudgement *measure,
            const TlComparison       *comparison,
            guint                     first,
            guint                     end)
{
  TlMeasureKind kind = measure->facts->kind;
  double numerator = 0, denominator = 0;

  for (guint i = 0; i < comparison->n_places; i++)
    {
      TlSeries part = cut (comparison->places[i].series, &measure->series->points[first], &measure->series->points[end - 1]);
      TlPlaceSum sum = tl_place_sum (measure, &part, first, end);
      double value = tl_place_sum_get_value (&sum, kind);

      if (isnan (value))
        continue;
      numerator += sum.numerator;
      denominator += sum.denominator;
      if (point->n_places == 0 || is_worse (measure, value, point->worst.value))
        set_end (&point->worst, comparison->places[i].place, &sum, value);
      if (point->n_places == 0 || is_worse (measure, point->best.value, value))
        set_end (&point->best, comparison->places[i].place, &sum, value);
      point->n_places++;
    }
  set_pooled (point, kind, numerator, denominator);
  if (point->n_places < 2)
    return;
  point->gap = fabs (point->best.value - point->worst.value);
  set_interval (point, measure);
}

/* Steps back from a period to the first of those that the point adds up. */
static guint
find_first (const TlSeries *series,
            guint           last,
            guint           window,
            guint          *found)
{
  guint first = last;

  *found = 0;
  for (guint i = last + 1; i > 0 && *found < window; i--)
    {
      if (!tl_point_has_value (&series->points[i - 1]))
        continue;
      first = i - 1;
      (*found)++;
    }
  return first;
}

/**
 * tl_gap_series_new:
 * @comparison: a comparison, which must outlive it as far as its places are asked for
 *
 * Works out how the gap between its places went, over all the time there is. The interval of a gap between proportions
 * is Newcombe's (1998, method 10); as the two places were chosen for being the furthest apart, it is narrower than the
 * truth. Counts without exposure, and what has only one place, have no gap. It takes time in proportion to places times
 * periods.
 *
 * Returns: (transfer full): the gaps
 */
TlGapSeries *
tl_gap_series_new (const TlPlaceComparison *comparison)
{
  const TlMeasureJudgement *measure = comparison->measure;
  const TlSeries *series = measure->series;
  TlGapSeries *self = g_new0 (TlGapSeries, 1);
  guint seen = 0;

  self->window = MAX (comparison->comparison->window_periods, FIRST_PERIODS);
  self->points = g_new0 (TlGapPoint, series->n_points + 1);
  if (comparison->alone || (measure->facts->kind == TL_MEASURE_KIND_COUNT && !comparison->comparison->comparable))
    return self;

  for (guint i = 0; i < series->n_points; i++)
    {
      TlGapPoint *point = &self->points[self->n_points];
      guint first;

      if (!tl_point_has_value (&series->points[i]) || ++seen < FIRST_PERIODS)
        continue;
      *point = (TlGapPoint) { .end = series->points[i].end, .pooled = NAN, .gap = NAN, .low = NAN, .high = NAN };
      first = find_first (series, i, self->window, &point->n_periods);
      point->start = series->points[first].start;
      fill_point (point, measure, comparison->comparison, first, i + 1);
      self->n_points++;
    }
  return self;
}

/**
 * tl_gap_series_free:
 * @self: (transfer full): the gaps
 *
 * Frees them.
 */
void
tl_gap_series_free (TlGapSeries *self)
{
  g_free (self->points);
  g_free (self);
}

/**
 * tl_gap_series_find_last:
 * @self: the gaps
 *
 * Returns: (nullable): the last point that has a gap
 */
const TlGapPoint *
tl_gap_series_find_last (const TlGapSeries *self)
{
  for (guint i = self->n_points; i > 0; i--)
    {
      if (isfinite (self->points[i - 1].gap))
        return &self->points[i - 1];
    }
  return NULL;
}
