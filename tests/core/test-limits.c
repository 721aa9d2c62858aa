/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-limits.h"

#include <math.h>

#include "support/test-figures.h"

/* The kept series of data/spc, point by point; the expected figures come from NHSRplotthedots 0.2.2. */

typedef struct
{
  const TestFigures *points;
  guint first;
  guint n;
  gboolean screen;
  guint fix_after;
  int good;
} Segment;

static void
assert_close (double      found,
              double      expected,
              const char *series)
{
  if (isnan (found) != isnan (expected) || fabs (found - expected) > 1e-9)
    g_error ("%s: %.17g should be %.17g", series, found, expected);
}

static const char *
name_signal (TlSignal signal,
             TlSide   side)
{
  switch (signal)
    {
    case TL_SIGNAL_BEYOND:
      return side == TL_SIDE_HIGH ? "Above UCL" : "Below LCL";
    case TL_SIGNAL_TREND:
      return side == TL_SIDE_HIGH ? "7 Point Trend (Increasing)" : "7 Point Trend (Decreasing)";
    case TL_SIGNAL_TWO_IN_THREE:
      return side == TL_SIDE_HIGH ? "2 in 3 Above CL" : "2 in 3 Below CL";
    case TL_SIGNAL_SHIFT:
      return side == TL_SIDE_HIGH ? "7 Points Above CL" : "7 Points Below CL";
    case TL_SIGNAL_NONE:
    default:
      return "Common Cause";
    }
}

static const char *
name_type (TlSignal signal,
           TlSide   side,
           int      good)
{
  if (signal == TL_SIGNAL_NONE)
    return "common_cause";
  if (good == 0)
    return side == TL_SIDE_HIGH ? "special_cause_neutral_high" : "special_cause_neutral_low";
  return (side == TL_SIDE_HIGH) == (good > 0) ? "special_cause_improvement" : "special_cause_concern";
}

static TlLimits
check_segment (const Segment *segment)
{
  g_autofree double *values = g_new (double, segment->n);
  g_autofree TlSignal *signals = g_new (TlSignal, segment->n);
  g_autofree TlSide *sides = g_new (TlSide, segment->n);
  const char *series = test_figures_get (segment->points, segment->first, "series");
  guint n_fixed = segment->fix_after > 0 ? MIN (segment->fix_after, segment->n) : segment->n;
  TlLimits limits;

  for (guint i = 0; i < segment->n; i++)
    values[i] = test_figures_number (segment->points, segment->first + i, "value");
  limits = tl_limits_from_points (values, n_fixed, segment->screen);
  tl_limits_find_signals (&limits, values, segment->n, signals, sides);

  for (guint i = 0; i < segment->n; i++)
    {
      guint row = segment->first + i;

      assert_close (limits.mean, test_figures_number (segment->points, row, "mean"), series);
      assert_close (limits.lower, test_figures_number (segment->points, row, "lpl"), series);
      assert_close (limits.upper, test_figures_number (segment->points, row, "upl"), series);
      g_assert_cmpstr (name_signal (signals[i], sides[i]), ==, test_figures_get (segment->points, row, "special_cause"));
      g_assert_cmpstr (name_type (signals[i], sides[i], segment->good), ==,
                       test_figures_get (segment->points, row, "point_type"));
    }
  return limits;
}

static const char *
name_assurance (TlTargetAssurance assurance)
{
  static const char * const names[] = { "", "consistent_pass", "inconsistent", "consistent_fail" };

  return names[assurance];
}

static guint
count_rows (const TestFigures *points,
            guint          first,
            const char    *column)
{
  guint n = 0;

  while (first + n < points->rows->len
         && g_str_equal (test_figures_get (points, first + n, "series"), test_figures_get (points, first, "series"))
         && g_str_equal (test_figures_get (points, first + n, column), test_figures_get (points, first, column)))
    n++;
  return n;
}

static void
test_reference_series (void)
{
  g_autoptr (TestFigures) series = test_figures_read ("spc/series.csv");
  g_autoptr (TestFigures) points = test_figures_read ("spc/points.csv");
  guint first = 0;

  for (guint i = 0; i < series->rows->len; i++)
    {
      const char *improvement = test_figures_get (series, i, "improvement");
      Segment segment = {
        .points = points,
        .screen = g_str_equal (test_figures_get (series, i, "screen_outliers"), "TRUE"),
        .fix_after = (guint) g_ascii_strtoull (test_figures_get (series, i, "fix_after"), NULL, 10),
        .good = g_str_equal (improvement, "increase") ? 1 : g_str_equal (improvement, "decrease") ? -1 : 0,
      };
      guint end = first + count_rows (points, first, "series");
      TlLimits limits;

      g_assert_cmpstr (test_figures_get (series, i, "series"), ==, test_figures_get (points, first, "series"));
      for (segment.first = first; segment.first < end; segment.first += segment.n)
        {
          segment.n = count_rows (points, segment.first, "rebase_group");
          limits = check_segment (&segment);
        }
      if (segment.good != 0)
        g_assert_cmpstr (name_assurance (tl_limits_assure (&limits, test_figures_number (series, i, "target"), segment.good < 0)),
                         ==, test_figures_get (series, i, "assurance"));
      first = end;
    }
  g_assert_cmpuint (first, ==, points->rows->len);
}

static void
assert_limits (const TlLimits *limits,
               double          mean,
               double          lower,
               double          upper,
               int             decimals)
{
  double slack = 0.5000001 * pow (10, -decimals);

  g_assert_cmpfloat_with_epsilon (limits->mean, mean, slack);
  g_assert_cmpfloat_with_epsilon (limits->lower, lower, slack);
  g_assert_cmpfloat_with_epsilon (limits->upper, upper, slack);
}

static void
test_worked_figures (void)
{
  static const double spike[] = { 1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1 };
  static const double better[] = { 82, 85, 80, 84, 86, 81, 83, 87, 82, 84, 85, 81,
                                   88, 90, 91, 93, 92, 94, 95, 93, 96, 95, 94, 96 };
  static const double steady[] = { 93, 95, 94, 96, 95, 94, 96, 95, 96, 94, 95, 96 };
  TlSignal signals[24];
  TlSide sides[24];
  TlLimits limits;

  limits = tl_limits_from_points (spike, G_N_ELEMENTS (spike), FALSE);
  assert_limits (&limits, 1.94, -3.06, 6.95, 2);
  limits = tl_limits_from_points (spike, G_N_ELEMENTS (spike), TRUE);
  assert_limits (&limits, 1.94, -0.72, 4.60, 2);

  limits = tl_limits_from_points (better, 12, TRUE);
  assert_limits (&limits, 83.333, 74.386, 92.281, 3);
  tl_limits_find_signals (&limits, better, 24, signals, sides);
  for (guint i = 0; i < 24; i++)
    g_assert_cmpint (signals[i] != TL_SIGNAL_NONE, ==, i >= 12);
  for (guint i = 12; i < 15; i++)
    g_assert_cmpint (signals[i], !=, TL_SIGNAL_BEYOND);
  g_assert_cmpint (signals[15], ==, TL_SIGNAL_BEYOND);

  limits = tl_limits_from_points (better + 12, 12, TRUE);
  assert_limits (&limits, 93.083, 88.731, 97.436, 3);
  tl_limits_find_signals (&limits, better + 12, 12, signals, sides);
  g_assert_cmpint (signals[0], ==, TL_SIGNAL_BEYOND);

  limits = tl_limits_from_points (steady, 12, TRUE);
  assert_limits (&limits, 94.917, 91.289, 98.544, 3);
  tl_limits_find_signals (&limits, steady, 12, signals, sides);
  for (guint i = 0; i < 12; i++)
    g_assert_cmpint (signals[i], ==, TL_SIGNAL_NONE);
  g_assert_cmpint (tl_limits_assure (&limits, 90, FALSE), ==, TL_TARGET_ASSURANCE_MEETS);
  g_assert_cmpint (tl_limits_assure (&limits, 95, FALSE), ==, TL_TARGET_ASSURANCE_HIT_AND_MISS);
  g_assert_cmpint (tl_limits_assure (&limits, limits.lower, FALSE), ==, TL_TARGET_ASSURANCE_HIT_AND_MISS);
}

static void
test_few_and_equal_points (void)
{
  static const double equal[] = { 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1 };
  TlSignal signals[7];
  TlSide sides[7];
  TlLimits limits = tl_limits_from_points (NULL, 0, TRUE);

  g_assert_true (isnan (limits.mean));
  g_assert_cmpint (tl_limits_assure (&limits, 1, FALSE), ==, TL_TARGET_ASSURANCE_NONE);

  limits = tl_limits_from_points (equal, 1, TRUE);
  g_assert_cmpfloat (limits.mean, ==, 0.1);
  g_assert_true (isnan (limits.lower));
  tl_limits_find_signals (&limits, equal, 1, signals, sides);
  g_assert_cmpint (signals[0], ==, TL_SIGNAL_NONE);

  limits = tl_limits_from_points (equal, 7, TRUE);
  g_assert_cmpfloat (limits.lower, ==, limits.upper);
  tl_limits_find_signals (&limits, equal, 7, signals, sides);
  for (guint i = 0; i < 7; i++)
    g_assert_cmpint (signals[i], ==, TL_SIGNAL_NONE);
  g_assert_cmpint (tl_limits_assure (&limits, 0.1, FALSE), ==, TL_TARGET_ASSURANCE_MEETS);
  g_assert_cmpint (tl_limits_assure (&limits, 0.2, FALSE), ==, TL_TARGET_ASSURANCE_MISSES);
  g_assert_cmpint (tl_limits_assure (&limits, NAN, FALSE), ==, TL_TARGET_ASSURANCE_NONE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/limits/reference-series", test_reference_series);
  g_test_add_func ("/limits/worked-figures", test_worked_figures);
  g_test_add_func ("/limits/few-and-equal-points", test_few_and_equal_points);
  return g_test_run ();
}
