/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-sample-size.h"

#include <math.h>

#include "tl-statistics.h"

static double
round_up (double size)
{
  /* What is whole but for rounding stays so. */
  return MAX (ceil (size - 1e-9), TL_ENOUGH_RECORDS);
}

/**
 * tl_sample_size_for_proportion:
 * @value: the proportion that is expected, 0 to 1
 * @target: the proportion that it is held against, 0 to 1
 *
 * Tells how many records it takes until the whole 95 % interval of a place that does as expected lies on one side of the
 * target. The interval is Wilson's, whose bound is at the target T for a proportion p of n where
 * (p − T)² = z² T (1 − T) / n, so n = z² T (1 − T) / (p − T)². E. B. Wilson, "Probable inference, the law of succession,
 * and statistical inference", Journal of the American Statistical Association 22 (1927).
 *
 * Returns: how many, at least ten, which it takes to be judged at all; infinity when the two are the same, as no sample
 *   tells them apart
 */
double
tl_sample_size_for_proportion (double value,
                               double target)
{
  double difference = value - target;

  if (!(fabs (difference) > 1e-12))
    return INFINITY;
  return round_up (TL_Z_95 * TL_Z_95 * target * (1 - target) / (difference * difference));
}

/**
 * tl_sample_size_for_rate:
 * @rate: the rate that is expected
 * @target: the rate that it is held against
 *
 * The same for events per exposure, by the score interval of a Poisson rate: the bound is at the target where
 * (r − T)² = z² T / exposure. L. Barker, "A comparison of nine confidence intervals for a Poisson parameter when the
 * expected number of events is ≤ 5", The American Statistician 56 (2002).
 *
 * Returns: the exposure that it takes, at least ten; infinity when the two are the same
 */
double
tl_sample_size_for_rate (double rate,
                         double target)
{
  double difference = rate - target;

  if (!(fabs (difference) > 1e-12))
    return INFINITY;
  return round_up (TL_Z_95 * TL_Z_95 * target / (difference * difference));
}
