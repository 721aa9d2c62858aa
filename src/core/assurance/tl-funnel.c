/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-funnel.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "tl-statistics.h"

#define WINSORISED 0.1

/**
 * tl_funnel_get_z:
 * @numerator: 0 to @denominator
 * @denominator: above 0
 * @average: the pooled proportion, 0 to 1
 *
 * Returns: how far a place's proportion is from the pooled one, in standard deviations, on the arcsine scale
 */
double
tl_funnel_get_z (double numerator,
                 double denominator,
                 double average)
{
  return 2 * sqrt (denominator) * (asin (sqrt (numerator / denominator)) - asin (sqrt (average)));
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/**
 * tl_funnel_get_spread:
 * @z: (array length=n): the places' z
 * @denominators: (array length=n): their denominators
 * @n: how many places
 * @phi: (out) (optional): the overdispersion ratio
 *
 * The variance between places beyond what chance explains, as an additive random effect with z winsorised at 10 %;
 * D. J. Spiegelhalter, Funnel Plots for Comparing Institutional Performance, Statistics in Medicine 24 (2005).
 *
 * Returns: the variance, on the arcsine scale; 0 when there is none
 */
double
tl_funnel_get_spread (const double *z,
                      const double *denominators,
                      guint         n,
                      double       *phi)
{
  g_autofree double *sorted = g_memdup2 (z, n * sizeof *z);
  double low, high, squares = 0, weights = 0, weight_squares = 0, below;

  if (phi != NULL)
    *phi = 0;
  if (n < 2)
    return 0;

  qsort (sorted, n, sizeof *sorted, compare_numbers);
  low = tl_quantile_7 (sorted, n, WINSORISED);
  high = tl_quantile_7 (sorted, n, 1 - WINSORISED);
  for (guint i = 0; i < n; i++)
    {
      double kept = CLAMP (z[i], low, high);
      double weight = 4 * denominators[i];

      squares += kept * kept;
      weights += weight;
      weight_squares += weight * weight;
    }

  if (phi != NULL)
    *phi = squares / n;
  below = weights - weight_squares / weights;
  return below > 0 ? fmax (0, (squares - (n - 1)) / below) : 0;
}

/**
 * tl_funnel_adjust:
 * @z: a place's z
 * @denominator: its denominator
 * @spread: the variance between places
 *
 * Returns: its z once places are allowed to differ that much
 */
double
tl_funnel_adjust (double z,
                  double denominator,
                  double spread)
{
  return z / sqrt (1 + 4 * denominator * spread);
}

/**
 * tl_funnel_get_limit:
 * @average: the pooled proportion, 0 to 1
 * @denominator: above 0
 * @spread: the variance between places that z was adjusted by, 0 when it wasn't
 * @z: how far the limit is from the pooled proportion, in standard deviations; below 0 for the lower limit
 *
 * The proportion at which a place of this size would have exactly this z: the inverse of [func@Tl.funnel_get_z] and
 * [func@Tl.funnel_adjust], so that a place lies beyond the limit just when its z does.
 *
 * Returns: the limit, 0 to 1; %NAN when no proportion is that far away
 */
double
tl_funnel_get_limit (double average,
                     double denominator,
                     double spread,
                     double z)
{
  double away = z * sqrt (1 + 4 * denominator * spread) / (2 * sqrt (denominator));
  double angle = asin (sqrt (average)) + away;

  if (!(angle >= 0) || angle > G_PI_2)
    return NAN;
  return sin (angle) * sin (angle);
}

/* Above 0 where a limit is higher than @events, 0 at it; it bends little, unlike the tail itself. */
static double
measure_distance (double   events,
                  double   mean,
                  double   tail,
                  gboolean above)
{
  double own = above ? tl_poisson_at_least (events, mean) : tl_poisson_at_most (events, mean);

  return above ? log (own) - log (tail) : log (tail) - log (own);
}

/**
 * tl_funnel_get_rate_limit:
 * @rate: the pooled rate, above 0
 * @exposure: above 0
 * @tail: the probability of as many events or more, 0 to 0.5
 * @above: %TRUE for the upper limit, %FALSE for the lower, whose tail is as few or fewer
 *
 * The rate at which a place with this exposure would have exactly this tail, by the Poisson distribution continued
 * between whole numbers as the incomplete gamma function; a whole number of events lies beyond it just when its own
 * tail is smaller.
 *
 * Returns: the limit, 0 or more; %NAN when even no event at all would have a greater tail
 */
double
tl_funnel_get_rate_limit (double   rate,
                          double   exposure,
                          double   tail,
                          gboolean above)
{
  double mean = rate * exposure, low = 0, high = 2 * mean + 30, at_low, at_high;
  int moved = 0;

  /* Both tails fall or rise steadily with the events. */
  if (!above && tl_poisson_at_most (0, mean) >= tail)
    return NAN;
  while (above && tl_poisson_at_least (high, mean) > tail)
    high *= 2;
  at_low = measure_distance (low, mean, tail, above);
  at_high = measure_distance (high, mean, tail, above);
  if (at_high == 0)
    return high / exposure;
  /* Where the line between both ends says, rather than halfway: a funnel asks for hundreds of limits in a frame. An end that
   * stays twice counts half, so that both come closer (the Illinois rule). */
  for (guint i = 0; i < 100 && high - low > 1e-12 * high; i++)
    {
      double part = isfinite (at_low) && isfinite (at_high) ? at_low / (at_low - at_high) : 0.5;
      double middle = low + (high - low) * part, at_middle = measure_distance (middle, mean, tail, above);

      if (fabs (at_middle) < 1e-13)
        return middle / exposure;
      if (at_middle > 0)
        {
          low = middle;
          at_low = at_middle;
          at_high /= moved == 1 ? 2 : 1;
          moved = 1;
        }
      else
        {
          high = middle;
          at_high = at_middle;
          at_low /= moved == -1 ? 2 : 1;
          moved = -1;
        }
    }

  return (low + high) / 2 / exposure;
}
