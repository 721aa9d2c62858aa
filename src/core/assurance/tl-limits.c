/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-limits.h"

#include <math.h>

/* Constants of the individuals chart: three standard deviations in mean moving ranges, and the upper limit of the
 * moving ranges themselves. */
#define LIMIT_FACTOR 2.66
#define RANGE_FACTOR 3.267

#define RUN 7

static double
get_mean_range (const double *values,
                guint         n,
                double        below)
{
  double sum = 0;
  guint count = 0;

  for (guint i = 1; i < n; i++)
    {
      double range = fabs (values[i] - values[i - 1]);

      if (range < below)
        {
          sum += range;
          count++;
        }
    }
  return count > 0 ? sum / count : 0;
}

/**
 * tl_limits_from_points:
 * @values: (array length=n): values in order of time
 * @n: how many
 * @screen: whether outlying moving ranges are left out once
 *
 * Limits of an individuals and moving range chart, as in the NHS Making Data Count programme. Ranges at or beyond their
 * own upper limit are left out once (L. S. Nelson, Control Charts for Individual Measurements, Journal of Quality
 * Technology 14, 1982), unless only ranges of zero would be left.
 *
 * Returns: the limits; a single point has a mean only
 */
TlLimits
tl_limits_from_points (const double *values,
                       guint         n,
                       gboolean      screen)
{
  TlLimits limits = { NAN, NAN, NAN, n };
  double sum = 0, mean_range;

  if (n == 0)
    return limits;
  for (guint i = 0; i < n; i++)
    sum += values[i];
  limits.mean = sum / n;
  if (n == 1)
    return limits;

  mean_range = get_mean_range (values, n, INFINITY);
  if (screen)
    {
      double screened = get_mean_range (values, n, RANGE_FACTOR * mean_range);

      if (screened > 0)
        mean_range = screened;
    }
  /* The mean of equal values may differ from them in the last place, which must not look like a signal. */
  if (mean_range == 0)
    limits.mean = values[0];
  limits.lower = limits.mean - LIMIT_FACTOR * mean_range;
  limits.upper = limits.mean + LIMIT_FACTOR * mean_range;
  return limits;
}

/* Which side of the mean a value is on: -1, 0 or 1. */
static int
get_side (const TlLimits *limits,
          double          value)
{
  return (value > limits->mean) - (value < limits->mean);
}

static gboolean
is_beyond (const TlLimits *limits,
           double          value)
{
  return value > limits->upper || value < limits->lower;
}

static gboolean
is_near (const TlLimits *limits,
         double          value)
{
  double third = (limits->upper - limits->mean) / 3;

  return !is_beyond (limits, value) && fabs (value - limits->mean) > 2 * third;
}

/* Marks those that are in a run of seven steps of one direction, or of one side. */
static void
mark_runs (const int *directions,
           guint      n,
           guint      run,
           guint      before,
           gint8     *marks)
{
  guint length = 0;

  for (guint i = 0; i < n; i++)
    {
      length = directions[i] == 0 ? 0 : i > 0 && directions[i] == directions[i - 1] ? length + 1 : 1;
      for (guint j = 0; length >= run && j < run + before; j++)
        marks[i - j] = (gint8) directions[i];
    }
}

static void
mark_two_in_three (const TlLimits *limits,
                   const double   *values,
                   const int      *sides,
                   guint           n,
                   gint8          *marks)
{
  for (guint i = 2; i < n; i++)
    {
      guint near = 0;

      if (sides[i] == 0 || sides[i] != sides[i - 1] || sides[i] != sides[i - 2])
        continue;
      for (guint j = 0; j < 3; j++)
        near += is_near (limits, values[i - j]);
      for (guint j = 0; near >= 2 && j < 3; j++)
        {
          if (is_near (limits, values[i - j]))
            marks[i - j] = (gint8) sides[i];
        }
    }
}

static TlSide
to_side (int direction)
{
  return direction > 0 ? TL_SIDE_HIGH : TL_SIDE_LOW;
}

/**
 * tl_limits_find_signals:
 * @self: the limits
 * @values: (array length=n): values in order of time
 * @n: how many
 * @signals: (out caller-allocates) (array length=n): the signal of each
 * @sides: (out caller-allocates) (array length=n): which way it points
 *
 * Finds what isn't ordinary variation, by the rules of the NHS Making Data Count programme; each point has the first
 * that fits: beyond a limit, in a trend of seven, two in three near a limit, in a shift of seven.
 */
void
tl_limits_find_signals (const TlLimits *self,
                        const double   *values,
                        guint           n,
                        TlSignal       *signals,
                        TlSide         *sides)
{
  g_autofree int *steps = g_new0 (int, n + 1);
  g_autofree int *side = g_new0 (int, n + 1);
  g_autofree gint8 *trend = g_new0 (gint8, n + 1);
  g_autofree gint8 *two = g_new0 (gint8, n + 1);
  g_autofree gint8 *shift = g_new0 (gint8, n + 1);
  gboolean limited = isfinite (self->lower);

  for (guint i = 0; i < n; i++)
    {
      side[i] = get_side (self, values[i]);
      if (i > 0)
        steps[i] = (values[i] > values[i - 1]) - (values[i] < values[i - 1]);
    }
  if (limited)
    {
      /* Seven points make six steps, which end at the seventh. */
      mark_runs (steps, n, RUN - 1, 1, trend);
      mark_two_in_three (self, values, side, n, two);
      mark_runs (side, n, RUN, 0, shift);
    }

  for (guint i = 0; i < n; i++)
    {
      int direction = side[i];

      if (limited && is_beyond (self, values[i]))
        signals[i] = TL_SIGNAL_BEYOND;
      else if (trend[i] != 0)
        {
          signals[i] = TL_SIGNAL_TREND;
          direction = trend[i];
        }
      else if (two[i] != 0)
        signals[i] = TL_SIGNAL_TWO_IN_THREE;
      else if (shift[i] != 0)
        signals[i] = TL_SIGNAL_SHIFT;
      else
        signals[i] = TL_SIGNAL_NONE;
      sides[i] = signals[i] != TL_SIGNAL_NONE ? to_side (direction) : TL_SIDE_NONE;
    }
}

/**
 * tl_limits_assure:
 * @self: the latest limits
 * @target: the target, %NAN when there is none
 * @at_most: whether lower is better
 *
 * Returns: whether ordinary variation alone will meet the target. Limits that touch it are hit and miss, but a process
 *   without any variation meets a target that it equals.
 */
TlTargetAssurance
tl_limits_assure (const TlLimits *self,
                  double          target,
                  gboolean        at_most)
{
  double good = at_most ? target - self->upper : self->lower - target;
  double bad = at_most ? self->lower - target : target - self->upper;

  if (!isfinite (self->lower) || !isfinite (target))
    return TL_TARGET_ASSURANCE_NONE;
  if (good > 0 || (self->lower == self->upper && good == 0))
    return TL_TARGET_ASSURANCE_MEETS;
  return bad > 0 ? TL_TARGET_ASSURANCE_MISSES : TL_TARGET_ASSURANCE_HIT_AND_MISS;
}
