/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-funnel.h"

#include <math.h>

#include "tl-statistics.h"
#include "support/test-figures.h"

/* The kept groups of data/funnel, place by place; the expected figures come from FunnelPlotR 0.6.0. */

static void
assert_close (double      found,
              double      expected,
              const char *group)
{
  if (!(fabs (found - expected) <= 1e-9 * fmax (1, fabs (expected))))
    g_error ("%s: %.17g should be %.17g", group, found, expected);
}

static void
check_group (const TestFigures *areas,
             guint          first,
             guint          n)
{
  g_autofree double *z = g_new (double, n);
  g_autofree double *denominators = g_new (double, n);
  const char *group = test_figures_get (areas, first, "group");
  double sum = 0, sum_of_denominators = 0, phi, spread;

  for (guint i = 0; i < n; i++)
    {
      denominators[i] = test_figures_number (areas, first + i, "denominator");
      sum += test_figures_number (areas, first + i, "numerator");
      sum_of_denominators += denominators[i];
    }
  for (guint i = 0; i < n; i++)
    z[i] = tl_funnel_get_z (test_figures_number (areas, first + i, "numerator"), denominators[i], sum / sum_of_denominators);
  spread = tl_funnel_get_spread (z, denominators, n, &phi);

  for (guint i = 0; i < n; i++)
    {
      guint row = first + i;
      double adjusted = tl_funnel_adjust (z[i], denominators[i], spread);

      assert_close (z[i], test_figures_number (areas, row, "z"), group);
      assert_close (phi, test_figures_number (areas, row, "phi"), group);
      assert_close (spread, test_figures_number (areas, row, "tau2"), group);
      assert_close (adjusted, test_figures_number (areas, row, "z_adjusted"), group);
      g_assert_cmpint (fabs (z[i]) > TL_FUNNEL_WATCH, ==, (int) test_figures_number (areas, row, "outside_95"));
      g_assert_cmpint (fabs (z[i]) > TL_FUNNEL_WEAK, ==, (int) test_figures_number (areas, row, "outside_998"));
      g_assert_cmpint (fabs (adjusted) > TL_FUNNEL_WATCH, ==, (int) test_figures_number (areas, row, "outside_95_adjusted"));
      g_assert_cmpint (fabs (adjusted) > TL_FUNNEL_WEAK, ==, (int) test_figures_number (areas, row, "outside_998_adjusted"));
    }
}

static void
test_reference_groups (void)
{
  g_autoptr (TestFigures) areas = test_figures_read ("funnel/areas.csv");
  guint first = 0, n_groups = 0;

  while (first < areas->rows->len)
    {
      guint n = 1;

      while (first + n < areas->rows->len
             && g_str_equal (test_figures_get (areas, first + n, "group"), test_figures_get (areas, first, "group")))
        n++;
      check_group (areas, first, n);
      first += n;
      n_groups++;
    }
  g_assert_cmpuint (n_groups, ==, 60);
}

static void
test_extremes (void)
{
  static const double z[] = { 1, 1 }, denominators[] = { 5, 5 };
  double phi;

  g_assert_cmpfloat (tl_funnel_get_spread (z, denominators, 1, &phi), ==, 0);
  g_assert_cmpfloat (tl_funnel_get_spread (z, denominators, 0, NULL), ==, 0);
  g_assert_cmpfloat (tl_funnel_get_z (5, 5, 1), ==, 0);
  g_assert_cmpfloat (tl_funnel_get_z (0, 5, 0), ==, 0);
  g_assert_cmpfloat (tl_funnel_get_z (0, 5, 1), <, -TL_FUNNEL_WEAK);
}

/* A place is beyond a limit just when its z is: the limits are where the reference has its places. */
static void
test_limits_are_where_z_is (void)
{
  g_autoptr (TestFigures) areas = test_figures_read ("funnel/areas.csv");
  const double z[] = { TL_FUNNEL_WATCH, TL_FUNNEL_WEAK };
  const char *columns[] = { "outside_95_adjusted", "outside_998_adjusted" };

  for (guint row = 0; row < areas->rows->len; row++)
    {
      double denominator = test_figures_number (areas, row, "denominator");
      double average = test_figures_number (areas, row, "average"), spread = test_figures_number (areas, row, "tau2");
      double value = test_figures_number (areas, row, "numerator") / denominator;

      for (guint i = 0; i < G_N_ELEMENTS (z); i++)
        {
          double low = tl_funnel_get_limit (average, denominator, spread, -z[i]);
          double high = tl_funnel_get_limit (average, denominator, spread, z[i]);

          g_assert_cmpint (value < low || value > high, ==, (int) test_figures_number (areas, row, columns[i]));
          if (isfinite (high))
            assert_close (tl_funnel_adjust (tl_funnel_get_z (high * denominator, denominator, average), denominator, spread),
                          z[i], test_figures_get (areas, row, "group"));
        }
    }
}

/* The rules judge whole numbers of events by their exact tail; the limits lie just between those. */
static void
test_rate_limits_are_where_tails_are (void)
{
  const double rates[] = { 0.002, 0.05, 1.3 }, exposures[] = { 10, 62, 1500, 80000 };

  for (guint i = 0; i < G_N_ELEMENTS (rates) * G_N_ELEMENTS (exposures); i++)
    {
      double rate = rates[i % G_N_ELEMENTS (rates)], exposure = exposures[i / G_N_ELEMENTS (rates)];
      double mean = rate * exposure;
      double high = exposure * tl_funnel_get_rate_limit (rate, exposure, TL_FUNNEL_TAIL_WEAK, TRUE);
      double low = exposure * tl_funnel_get_rate_limit (rate, exposure, TL_FUNNEL_TAIL_WATCH, FALSE);

      g_assert_cmpfloat (high, >, mean);
      g_assert_cmpfloat (tl_poisson_at_least (ceil (high), mean), <=, TL_FUNNEL_TAIL_WEAK);
      g_assert_cmpfloat (tl_poisson_at_least (ceil (high) - 1, mean), >, TL_FUNNEL_TAIL_WEAK);
      if (isnan (low))
        {
          g_assert_cmpfloat (tl_poisson_at_most (0, mean), >=, TL_FUNNEL_TAIL_WATCH);
          continue;
        }
      g_assert_cmpfloat (low, <, mean);
      g_assert_cmpfloat (tl_poisson_at_most (floor (low), mean), <=, TL_FUNNEL_TAIL_WATCH);
      g_assert_cmpfloat (tl_poisson_at_most (floor (low) + 1, mean), >, TL_FUNNEL_TAIL_WATCH);
    }
}

/* Between whole numbers, too, and however far away. */
static void
test_rate_limits_have_their_tail (void)
{
  const double tails[] = { 0.5, 0.2, TL_FUNNEL_TAIL_WATCH, TL_FUNNEL_TAIL_WEAK, 1e-6, 1e-12 };

  for (double mean = 0.01; mean < 1e6; mean *= 1.7)
    for (guint i = 0; i < G_N_ELEMENTS (tails); i++)
      {
        double high = tl_funnel_get_rate_limit (mean / 40, 40, tails[i], TRUE) * 40;
        double low = tl_funnel_get_rate_limit (mean / 40, 40, tails[i], FALSE) * 40;

        g_assert_cmpfloat_with_epsilon (tl_poisson_at_least (high, mean) / tails[i], 1, 1e-8);
        if (!isnan (low))
          g_assert_cmpfloat_with_epsilon (tl_poisson_at_most (low, mean) / tails[i], 1, 1e-8);
        else
          g_assert_cmpfloat (tl_poisson_at_most (0, mean), >=, tails[i]);
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/funnel/reference-groups", test_reference_groups);
  g_test_add_func ("/funnel/extremes", test_extremes);
  g_test_add_func ("/funnel/limits", test_limits_are_where_z_is);
  g_test_add_func ("/funnel/rate-limits", test_rate_limits_are_where_tails_are);
  g_test_add_func ("/funnel/rate-limits/tails", test_rate_limits_have_their_tail);
  return g_test_run ();
}
