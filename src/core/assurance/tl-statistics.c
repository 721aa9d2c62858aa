/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-statistics.h"

#include <float.h>
#include <math.h>

#define MOST_TERMS 100000
#define TINY (DBL_MIN / DBL_EPSILON)

static double
log_gamma (double x)
{
  int sign;

  /* lgamma () keeps the sign in a global, which threads would share. */
  return lgamma_r (x, &sign);
}

/* Abramowitz and Stegun 6.5.29. */
static double
gamma_by_series (double a,
                 double x)
{
  double term = 1 / a, sum = term;

  for (int i = 1; i < MOST_TERMS && fabs (term) > fabs (sum) * DBL_EPSILON; i++)
    {
      term *= x / (a + i);
      sum += term;
    }
  return sum * exp (-x + a * log (x) - log_gamma (a));
}

/* Abramowitz and Stegun 6.5.31, evaluated by Lentz's method. */
static double
gamma_by_fraction (double a,
                   double x)
{
  double b = x + 1 - a, c = 1 / TINY, d = 1 / b, product = d;

  for (int i = 1; i < MOST_TERMS; i++)
    {
      double numerator = -i * (i - a), step;

      b += 2;
      d = numerator * d + b;
      c = b + numerator / c;
      d = 1 / (fabs (d) < TINY ? TINY : d);
      c = fabs (c) < TINY ? TINY : c;
      step = c * d;
      product *= step;
      if (fabs (step - 1) < DBL_EPSILON)
        break;
    }
  return product * exp (-x + a * log (x) - log_gamma (a));
}

/**
 * tl_gamma_tail:
 * @a: the shape, above 0
 * @x: 0 or more
 * @upper: whether the upper tail is wanted
 *
 * The regularised incomplete gamma functions P (lower) and Q (upper); Abramowitz and Stegun, Handbook of Mathematical
 * Functions, 6.5.
 *
 * Returns: the tail, 0 to 1
 */
double
tl_gamma_tail (double   a,
               double   x,
               gboolean upper)
{
  gboolean series = x < a + 1;
  double tail;

  if (x <= 0)
    return upper ? 1 : 0;
  tail = series ? gamma_by_series (a, x) : gamma_by_fraction (a, x);
  return CLAMP (upper == !series ? tail : 1 - tail, 0, 1);
}

/* Abramowitz and Stegun 26.5.8, evaluated by Lentz's method. */
static double
beta_by_fraction (double a,
                  double b,
                  double x)
{
  double c = 1, d = 1 - (a + b) * x / (a + 1), product;

  d = 1 / (fabs (d) < TINY ? TINY : d);
  product = d;
  for (int m = 1; m < MOST_TERMS; m++)
    {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      double step;

      d = 1 + even * d;
      c = 1 + even / c;
      d = 1 / (fabs (d) < TINY ? TINY : d);
      c = fabs (c) < TINY ? TINY : c;
      product *= d * c;
      d = 1 + odd * d;
      c = 1 + odd / c;
      d = 1 / (fabs (d) < TINY ? TINY : d);
      c = fabs (c) < TINY ? TINY : c;
      step = d * c;
      product *= step;
      if (fabs (step - 1) < DBL_EPSILON)
        break;
    }
  return product;
}

/**
 * tl_beta_tail:
 * @a: above 0
 * @b: above 0
 * @x: 0 to 1
 *
 * The regularised incomplete beta function; Abramowitz and Stegun, Handbook of Mathematical Functions, 26.5.
 *
 * Returns: the lower tail of the beta distribution, 0 to 1
 */
double
tl_beta_tail (double a,
              double b,
              double x)
{
  double front;

  if (x <= 0 || x >= 1)
    return x <= 0 ? 0 : 1;
  front = exp (log_gamma (a + b) - log_gamma (a) - log_gamma (b) + a * log (x) + b * log1p (-x));
  if (x < (a + 1) / (a + b + 2))
    return CLAMP (front * beta_by_fraction (a, b, x) / a, 0, 1);
  return CLAMP (1 - front * beta_by_fraction (b, a, 1 - x) / b, 0, 1);
}

/**
 * tl_gamma_quantile:
 * @a: the shape, above 0
 * @probability: above 0 and below 1
 *
 * Returns: the value below which the gamma distribution of scale 1 has that probability, found by bisection
 */
double
tl_gamma_quantile (double a,
                   double probability)
{
  double low = 0, high = a + 10;

  while (tl_gamma_tail (a, high, FALSE) < probability)
    {
      low = high;
      high *= 2;
    }
  for (int i = 0; i < 200 && high - low > high * DBL_EPSILON; i++)
    {
      double middle = low + (high - low) / 2;

      if (tl_gamma_tail (a, middle, FALSE) < probability)
        low = middle;
      else
        high = middle;
    }
  return low + (high - low) / 2;
}

/**
 * tl_beta_quantile:
 * @a: above 0
 * @b: above 0
 * @probability: above 0 and below 1
 *
 * Returns: the value below which the beta distribution has that probability, found by bisection
 */
double
tl_beta_quantile (double a,
                  double b,
                  double probability)
{
  double low = 0, high = 1;

  for (int i = 0; i < 200 && high - low > high * DBL_EPSILON; i++)
    {
      double middle = low + (high - low) / 2;

      if (tl_beta_tail (a, b, middle) < probability)
        low = middle;
      else
        high = middle;
    }
  return low + (high - low) / 2;
}

/**
 * tl_poisson_at_least:
 * @events: 0 or more
 * @mean: 0 or more
 *
 * Returns: the probability of at least as many events when @mean are expected
 */
double
tl_poisson_at_least (double events,
                     double mean)
{
  return events <= 0 ? 1 : tl_gamma_tail (events, mean, FALSE);
}

/**
 * tl_poisson_at_most:
 * @events: 0 or more
 * @mean: 0 or more
 *
 * Returns: the probability of at most as many events when @mean are expected
 */
double
tl_poisson_at_most (double events,
                    double mean)
{
  return tl_gamma_tail (events + 1, mean, TRUE);
}

/**
 * tl_quantile_7:
 * @sorted: (array length=n): numbers in rising order
 * @n: how many, at least 1
 * @probability: 0 to 1
 *
 * Type 7 of Hyndman and Fan, Sample Quantiles in Statistical Packages, The American Statistician 50 (1996).
 *
 * Returns: the quantile
 */
double
tl_quantile_7 (const double *sorted,
               guint         n,
               double        probability)
{
  double position = (n - 1) * probability;
  guint below = (guint) floor (position);

  if (below + 1 >= n)
    return sorted[n - 1];
  return sorted[below] + (position - below) * (sorted[below + 1] - sorted[below]);
}

/**
 * tl_wilson_interval:
 * @successes: 0 to @n
 * @n: above 0
 * @low: (out): lower bound, 0 to 1
 * @high: (out): upper bound, 0 to 1
 *
 * Wilson's score interval of a proportion, without continuity correction; E. B. Wilson, Journal of the American
 * Statistical Association 22 (1927).
 */
void
tl_wilson_interval (double  successes,
                    double  n,
                    double *low,
                    double *high)
{
  const double z = TL_Z_95;
  double p = successes / n;
  double middle = p + z * z / (2 * n);
  double half = z * sqrt (p * (1 - p) / n + z * z / (4 * n * n));
  double scale = 1 + z * z / n;

  *low = successes <= 0 ? 0 : fmax (0, (middle - half) / scale);
  *high = successes >= n ? 1 : fmin (1, (middle + half) / scale);
}

/**
 * tl_newcombe_interval:
 * @successes: 0 to @n
 * @n: above 0
 * @other_successes: 0 to @other_n
 * @other_n: above 0
 * @low: (out): lower bound, −1 to 1
 * @high: (out): upper bound, −1 to 1
 *
 * The interval of the first proportion minus the other, from the Wilson intervals of both: method 10 of R. G. Newcombe,
 * Interval Estimation for the Difference Between Independent Proportions, Statistics in Medicine 17 (1998).
 */
void
tl_newcombe_interval (double  successes,
                      double  n,
                      double  other_successes,
                      double  other_n,
                      double *low,
                      double *high)
{
  double p = successes / n, q = other_successes / other_n;
  double p_low, p_high, q_low, q_high;

  tl_wilson_interval (successes, n, &p_low, &p_high);
  tl_wilson_interval (other_successes, other_n, &q_low, &q_high);
  *low = p - q - hypot (p - p_low, q_high - q);
  *high = p - q + hypot (p_high - p, q - q_low);
}

/**
 * tl_poisson_interval:
 * @events: 0 or more
 * @exposure: above 0
 * @low: (out): lower bound of the rate
 * @high: (out): upper bound of the rate
 *
 * The exact interval of a rate; F. Garwood, Fiducial Limits for the Poisson Distribution, Biometrika 28 (1936).
 */
void
tl_poisson_interval (double  events,
                     double  exposure,
                     double *low,
                     double *high)
{
  *low = events > 0 ? tl_gamma_quantile (events, 0.025) / exposure : 0;
  *high = tl_gamma_quantile (events + 1, 0.975) / exposure;
}

/**
 * tl_rate_ratio_interval:
 * @events: 0 or more
 * @exposure: above 0
 * @other_events: 0 or more
 * @other_exposure: above 0
 * @low: (out): lower bound of the first rate ÷ the other
 * @high: (out): upper bound, may be infinite
 *
 * The exact interval of a ratio of two rates: given all events, those of the first are binomial, whose interval is that
 * of C. J. Clopper and E. S. Pearson, Biometrika 26 (1934).
 *
 * Returns: whether there is one: there were any events
 */
gboolean
tl_rate_ratio_interval (double  events,
                        double  exposure,
                        double  other_events,
                        double  other_exposure,
                        double *low,
                        double *high)
{
  double scale = other_exposure / exposure;
  double share;

  if (events + other_events <= 0)
    return FALSE;

  share = events > 0 ? tl_beta_quantile (events, other_events + 1, 0.025) : 0;
  *low = share / (1 - share) * scale;
  share = other_events > 0 ? tl_beta_quantile (events + 1, other_events, 0.975) : 1;
  *high = share < 1 ? share / (1 - share) * scale : INFINITY;
  return TRUE;
}
