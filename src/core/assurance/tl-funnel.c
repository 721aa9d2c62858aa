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
