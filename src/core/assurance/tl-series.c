/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-series.h"

#include <math.h>

#include "tl-period.h"
#include "tl-series-rules.h"

/* A century of weeks: what lies further back is a slip of the pen, and is left out. */
#define MOST_PERIODS 5200

/* The readings of one period, by sort. */
typedef struct
{
  guint n_sampled;
  guint n_counted;
  guint n_bare;
  guint n_nothing;
  double numerator;
  double denominator;
  double bare;
} Sum;

static Sum
sum_up (const TlSample *samples,
        guint           n)
{
  Sum sum = { 0 };

  for (guint i = 0; i < n; i++)
    {
      const TlReadingValue *numbers = &samples[i].numbers;

      switch (numbers->sort)
        {
        case TL_READING_SAMPLED:
          sum.n_sampled++;
          break;
        case TL_READING_COUNTED:
          sum.n_counted++;
          break;
        case TL_READING_BARE:
          sum.n_bare++;
          sum.bare = numbers->value;
          continue;
        case TL_READING_NOTHING:
        case TL_READING_IMPOSSIBLE:
        default:
          sum.n_nothing++;
          continue;
        }
      sum.numerator += numbers->numerator;
      sum.denominator += numbers->denominator;
    }
  return sum;
}

static void
set_proportion (TlPoint   *point,
                const Sum *sum)
{
  if (sum->n_bare == 0)
    {
      point->numerator = sum->numerator;
      point->denominator = sum->denominator;
      point->value = 100 * sum->numerator / sum->denominator;
    }
  else if (sum->n_bare == 1 && sum->n_sampled == 0)
    point->value = sum->bare;
}

static void
set_count (TlPoint   *point,
           const Sum *sum)
{
  if (sum->n_sampled > 0 && sum->n_counted > 0)
    return;
  point->numerator = sum->numerator;
  if (sum->n_sampled > 0)
    {
      point->denominator = sum->denominator;
      point->value = sum->numerator / sum->denominator;
    }
  else
    point->value = sum->numerator;
}

/* Sums are divided, percentages never averaged: several bare ones, or bare beside counted, give no value; nor do events
 * with exposure beside events without. */
static void
set_point (TlPoint        *point,
           TlMeasureKind   kind,
           const TlSample *samples,
           guint           n)
{
  Sum sum = sum_up (samples, n);

  if (sum.n_sampled + sum.n_counted + sum.n_bare == 0)
    point->nothing_to_sample = TRUE;
  else if (kind == TL_MEASURE_KIND_PROPORTION)
    set_proportion (point, &sum);
  else if (kind == TL_MEASURE_KIND_COUNT)
    set_count (point, &sum);
  else
    {
      point->denominator = sum.denominator;
      point->value = sum.numerator / sum.denominator;
    }
}

static void
begin_point (TlPoint              *point,
             const TlJudge        *judge,
             const TlMeasureFacts *measure,
             int                   period,
             TlDay                 start)
{
  *point = (TlPoint) {
    .start = start,
    .end = tl_period_get_end (measure->period, period),
    .numerator = NAN,
    .denominator = NAN,
    .value = NAN,
    .mean = NAN,
    .lower = NAN,
    .upper = NAN,
  };
  point->ended = point->end < judge->as_at;
}

/**
 * tl_series_fill:
 * @self: (out): the series
 * @judge: a judge
 * @measure: the measure
 * @samples: (array length=n): its readings that count, of all places or of some
 * @n: how many
 *
 * Puts readings into the measure's own periods, from the first that has one to the last.
 */
void
tl_series_fill (TlSeries             *self,
                const TlJudge        *judge,
                const TlMeasureFacts *measure,
                const TlSample       *samples,
                guint                 n)
{
  guint next = 0;
  int first;

  if (n == 0)
    return;
  first = MAX (samples[0].period, samples[n - 1].period - MOST_PERIODS + 1);
  while (samples[next].period < first)
    {
      self->left_out++;
      next++;
    }

  self->n_points = (guint) (samples[n - 1].period - first + 1);
  self->points = tl_arena_allocate (judge->arena, self->n_points * sizeof *self->points);
  for (guint i = 0; i < self->n_points; i++)
    {
      TlPoint *point = &self->points[i];
      guint begin = next;

      /* Each begins where the one before ended. */
      begin_point (point, judge, measure, first + (int) i,
                   i > 0 ? point[-1].end + 1 : tl_period_get_start (measure->period, first));
      while (next < n && samples[next].period == first + (int) i)
        next++;
      if (next > begin)
        {
          set_point (point, measure->kind, samples + begin, next - begin);
          point->counted = point->ended || measure->kind != TL_MEASURE_KIND_COUNT;
        }
      else
        point->counted = point->ended && !tl_judge_is_grace (judge, point->start, point->end);
    }
}

/**
 * tl_point_has_value:
 * @point: a period
 *
 * Returns: whether it counts and has a value
 */
gboolean
tl_point_has_value (const TlPoint *point)
{
  return point->counted && isfinite (point->value);
}

/**
 * tl_judge_is_grace:
 * @judge: a judge
 * @start: first day of a period
 * @end: its last day
 *
 * Returns: whether the period has ended so recently that an empty one isn't yet held against anyone: a quarter of its own
 *   days hasn't passed
 */
gboolean
tl_judge_is_grace (const TlJudge *judge,
                   TlDay          start,
                   TlDay          end)
{
  return judge->as_at > end && 4 * (judge->as_at - end) <= end - start + 1;
}

/**
 * tl_series_get_latest:
 * @self: a series
 * @judge: a judge
 *
 * Returns: (nullable): the latest counted period that has a value, %NULL when it ended more than 184 days ago
 */
const TlPoint *
tl_series_get_latest (const TlSeries *self,
                      const TlJudge  *judge)
{
  for (guint i = self->n_points; i > 0; i--)
    {
      const TlPoint *point = &self->points[i - 1];

      if (tl_point_has_value (point))
        return judge->as_at - point->end <= TL_LATEST_DAYS ? point : NULL;
    }
  return NULL;
}

/**
 * tl_series_find_window:
 * @self: a series
 * @latest: (nullable): its latest period
 * @length: how many counted periods that have values
 * @first: (out): index of the first of them
 *
 * Finds the last @length counted periods that have values; fewer when there are no more.
 *
 * Returns: how many there are, 0 without a latest period
 */
guint
tl_series_find_window (const TlSeries *self,
                       const TlPoint  *latest,
                       guint           length,
                       guint          *first)
{
  guint found = 0;

  *first = self->n_points;
  for (guint i = latest != NULL ? self->n_points : 0; i > 0 && found < length; i--)
    {
      if (!tl_point_has_value (&self->points[i - 1]))
        continue;
      *first = i - 1;
      found++;
    }
  return found;
}

/**
 * tl_series_count_silent:
 * @self: a series
 * @judge: a judge
 * @measure: its measure
 *
 * Returns: how many periods have ended since its last point without a reading, one in its grace left out
 */
guint
tl_series_count_silent (const TlSeries       *self,
                        const TlJudge        *judge,
                        const TlMeasureFacts *measure)
{
  int now = tl_period_get_number (measure->period, judge->as_at);
  int last;

  if (self->n_points == 0)
    return 0;
  last = tl_period_get_number (measure->period, self->points[self->n_points - 1].start);
  if (now - 1 <= last)
    return 0;
  return (guint) (now - 1 - last)
         - tl_judge_is_grace (judge, tl_period_get_start (measure->period, now - 1),
                              tl_period_get_end (measure->period, now - 1));
}
