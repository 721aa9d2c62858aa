/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-sample-size.h"
#include "tl-statistics.h"

#include <math.h>

/* The tables were summed term by term in sixty decimal digits; the published intervals are named where they stand. */

static void
test_poisson_tails (void)
{
  static const struct { double events, mean, at_least, at_most; } table[] = {
    { 1, 0.5, 3.934693402873666e-01, 9.097959895689501e-01 },
    { 3, 2.5, 4.561868841166705e-01, 7.575761331330659e-01 },
    { 10, 10, 5.420702855281478e-01, 5.830397501929855e-01 },
    { 12, 3.7, 4.702011248744344e-04, 9.998695760035722e-01 },
    { 0, 4, 1.000000000000000e+00, 1.831563888873418e-02 },
    { 40, 12.25, 2.792844376997395e-10, 9.999999999173642e-01 },
    { 100, 120, 9.721362601094793e-01, 3.466803469442496e-02 },
    { 1000, 950, 5.505468623073803e-02, 9.484063269929103e-01 },
    { 25, 60, 9.999998904119288e-01, 2.700849778310147e-07 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_assert_cmpfloat_with_epsilon (tl_poisson_at_least (table[i].events, table[i].mean), table[i].at_least,
                                      1e-12 + 1e-11 * table[i].at_least);
      g_assert_cmpfloat_with_epsilon (tl_poisson_at_most (table[i].events, table[i].mean), table[i].at_most,
                                      1e-12 + 1e-11 * table[i].at_most);
    }
  g_assert_cmpfloat (tl_poisson_at_least (3, 0), ==, 0);
  g_assert_cmpfloat (tl_poisson_at_most (3, 0), ==, 1);
}

static void
test_beta_tails (void)
{
  static const struct { double a, b, x, tail; } table[] = {
    { 1, 1, 0.3, 3.000000000000000e-01 },
    { 2, 3, 0.4, 5.248000000000000e-01 },
    { 5, 6, 0.187086, 2.499998441160615e-02 },
    { 10, 2, 0.95, 8.981054088575684e-01 },
    { 40, 9, 0.7, 2.693829448883053e-02 },
    { 120, 80, 0.55, 7.561485992804803e-02 },
    { 3, 300, 0.02, 9.415474079611372e-01 },
    { 1, 50, 0.001, 4.879437180296865e-02 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      double tail = tl_beta_tail (table[i].a, table[i].b, table[i].x);

      g_assert_cmpfloat_with_epsilon (tail, table[i].tail, 1e-12);
      g_assert_cmpfloat_with_epsilon (tl_beta_quantile (table[i].a, table[i].b, tail), table[i].x, 1e-10);
    }
  g_assert_cmpfloat (tl_beta_tail (2, 2, 0), ==, 0);
  g_assert_cmpfloat (tl_beta_tail (2, 2, 1), ==, 1);
}

/* F. Garwood, Biometrika 28 (1936), as in the usual tables. */
static void
test_poisson_intervals (void)
{
  static const struct { double events, low, high; } table[] = {
    { 0, 0.000000000000, 3.688879454114 },
    { 1, 0.025317807984, 5.571643390939 },
    { 2, 0.242209278544, 7.224687667724 },
    { 5, 1.623486390118, 11.668332079323 },
    { 10, 4.795388696132, 18.390356042018 },
    { 30, 20.240874021421, 42.826865394808 },
    { 100, 81.363991250923, 121.626793792426 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      double low, high;

      tl_poisson_interval (table[i].events, 1, &low, &high);
      g_assert_cmpfloat_with_epsilon (low, table[i].low, 1e-9);
      g_assert_cmpfloat_with_epsilon (high, table[i].high, 1e-9);
      tl_poisson_interval (table[i].events, 4, &low, &high);
      g_assert_cmpfloat_with_epsilon (high, table[i].high / 4, 1e-9);
    }
}

static void
test_wilson (void)
{
  static const struct { double successes, n, low, high; } table[] = {
    { 30, 40, 59.8, 85.8 }, { 7, 9, 45.3, 93.7 }, { 20, 20, 83.9, 100 }, { 380, 400, 92.4, 96.7 },
    /* R. G. Newcombe, Statistics in Medicine 17 (1998), two-sided intervals for a single proportion, method 3. */
    { 81, 263, 25.53, 36.62 }, { 15, 148, 6.24, 16.05 }, { 0, 20, 0, 16.11 }, { 1, 29, 0.61, 17.18 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      double slack = i < 4 ? 0.05 : 0.005, low, high;

      tl_wilson_interval (table[i].successes, table[i].n, &low, &high);
      g_assert_cmpfloat_with_epsilon (100 * low, table[i].low, slack + 1e-9);
      g_assert_cmpfloat_with_epsilon (100 * high, table[i].high, slack + 1e-9);
    }
}

static void
test_newcombe (void)
{
  double low, high;

  /* R. G. Newcombe, Statistics in Medicine 17 (1998), table II (a), method 10. */
  tl_newcombe_interval (56, 70, 48, 80, &low, &high);
  g_assert_cmpfloat_with_epsilon (low, 0.0524, 5e-5);
  g_assert_cmpfloat_with_epsilon (high, 0.3339, 5e-5);
  tl_newcombe_interval (57, 60, 46, 60, &low, &high);
  g_assert_cmpfloat_with_epsilon (100 * low, 5.9, 0.05);
  g_assert_cmpfloat_with_epsilon (100 * high, 30.9, 0.05);
  tl_newcombe_interval (56, 60, 53, 60, &low, &high);
  g_assert_cmpfloat_with_epsilon (100 * low, -6.0, 0.05);
  g_assert_cmpfloat_with_epsilon (100 * high, 16.3, 0.05);
}

static void
test_rate_ratio (void)
{
  static const struct { double before, now, low, high; } table[] = {
    { 40, 8, 0.081, 0.433 }, { 40, 9, 0.096, 0.471 }, { 13, 11, 0.343, 2.047 },
  };
  double low, high;

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_assert_true (tl_rate_ratio_interval (table[i].now, 1, table[i].before, 1, &low, &high));
      g_assert_cmpfloat_with_epsilon (low, table[i].low, 5e-4);
      g_assert_cmpfloat_with_epsilon (high, table[i].high, 5e-4);
      g_assert_true (tl_rate_ratio_interval (table[i].now, 12, table[i].before, 4, &low, &high));
      g_assert_cmpfloat_with_epsilon (low, table[i].low / 3, 5e-4);
    }
  g_assert_true (tl_rate_ratio_interval (0, 1, 5, 1, &low, &high));
  g_assert_cmpfloat (low, ==, 0);
  g_assert_cmpfloat (high, <, 1.1);
  g_assert_true (tl_rate_ratio_interval (5, 1, 0, 1, &low, &high));
  g_assert_cmpfloat (low, >, 0.9);
  g_assert_true (isinf (high));
  g_assert_false (tl_rate_ratio_interval (0, 1, 0, 1, &low, &high));
}

static void
test_quantiles (void)
{
  static const double sorted[] = { 1, 2, 4, 8, 16 };

  g_assert_cmpfloat (tl_quantile_7 (sorted, 5, 0), ==, 1);
  g_assert_cmpfloat (tl_quantile_7 (sorted, 5, 1), ==, 16);
  g_assert_cmpfloat (tl_quantile_7 (sorted, 5, 0.5), ==, 4);
  g_assert_cmpfloat_with_epsilon (tl_quantile_7 (sorted, 5, 0.1), 1.4, 1e-12);
  g_assert_cmpfloat_with_epsilon (tl_quantile_7 (sorted, 5, 0.9), 12.8, 1e-12);
  g_assert_cmpfloat (tl_quantile_7 (sorted, 1, 0.9), ==, 1);
}

/* With so many records the interval lies on one side of the target, with one fewer it does not. */
static void
test_sample_sizes (void)
{
  static const double table[][2] = { { 0.95, 0.9 }, { 0.8, 0.9 }, { 0.97, 0.95 }, { 0.02, 0.05 }, { 0.5, 0.9 } };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      double value = table[i][0], target = table[i][1];
      double n = tl_sample_size_for_proportion (value, target), low, high;

      tl_wilson_interval (n * value, n, &low, &high);
      g_assert_true (low > target || high < target);
      if (n == TL_ENOUGH_RECORDS)
        continue;
      tl_wilson_interval ((n - 1) * value, n - 1, &low, &high);
      g_assert_true (low <= target && high >= target);
    }
  g_assert_cmpfloat (tl_sample_size_for_proportion (0.95, 0.9), ==, 139);
  g_assert_cmpfloat (tl_sample_size_for_proportion (0.5, 0.99), ==, TL_ENOUGH_RECORDS);
  g_assert_true (isinf (tl_sample_size_for_proportion (0.9, 0.9)));
  /* 2 a shift against 4 a shift: 3.84 × 4 / 4. */
  g_assert_cmpfloat (tl_sample_size_for_rate (2, 4), ==, TL_ENOUGH_RECORDS);
  g_assert_cmpfloat (tl_sample_size_for_rate (0.1, 0.2), ==, 77);
  g_assert_true (isinf (tl_sample_size_for_rate (3, 3)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statistics/poisson-tails", test_poisson_tails);
  g_test_add_func ("/statistics/beta-tails", test_beta_tails);
  g_test_add_func ("/statistics/poisson-intervals", test_poisson_intervals);
  g_test_add_func ("/statistics/wilson", test_wilson);
  g_test_add_func ("/statistics/newcombe", test_newcombe);
  g_test_add_func ("/statistics/rate-ratio", test_rate_ratio);
  g_test_add_func ("/statistics/quantiles", test_quantiles);
  g_test_add_func ("/statistics/sample-sizes", test_sample_sizes);
  return g_test_run ();
}
