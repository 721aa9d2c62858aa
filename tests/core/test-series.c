/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-period.h"

#include <math.h>

#include "support/test-measure.h"
#include "support/test-workbook.h"

#define PROPORTION "Kind | Direction | Period | Target\nproportion | at least | monthly | 90"
#define COUNT "Kind | Direction | Period | Target\ncount | at most | monthly | 4"
#define QUANTITY "Kind | Direction | Period | Target\nvalue | at most | monthly | 30"
#define PLACES "Places\nRef | Name | Kind | Parent\nP | Provider | provider |\n" \
  "L1 | Tansy House | location | P\nL2 | Weir Cottage | location | P\nT1 | Upstairs | team | L1\nT2 | Downstairs | team | L1\n" \
  "N | Night | shift |\nD | Day | shift |\n\n"

static void
check_period (TlPeriod    period,
              const char *day,
              const char *start,
              const char *end)
{
  int number = tl_period_get_number (period, test_day (day));

  g_assert_cmpint (tl_period_get_start (period, number), ==, test_day (start));
  g_assert_cmpint (tl_period_get_end (period, number), ==, test_day (end));
  g_assert_cmpint (tl_period_get_number (period, test_day (end) + 1), ==, number + 1);
}

static void
test_periods (void)
{
  check_period (TL_PERIOD_WEEKLY, "2026-01-01", "2025-12-29", "2026-01-04");
  check_period (TL_PERIOD_WEEKLY, "2024-02-29", "2024-02-26", "2024-03-03");
  check_period (TL_PERIOD_FORTNIGHTLY, "1970-01-05", "1970-01-05", "1970-01-18");
  check_period (TL_PERIOD_FORTNIGHTLY, "1970-01-04", "1969-12-22", "1970-01-04");
  check_period (TL_PERIOD_FORTNIGHTLY, "2026-06-09", "2026-06-08", "2026-06-21");
  check_period (TL_PERIOD_MONTHLY, "2024-02-29", "2024-02-01", "2024-02-29");
  check_period (TL_PERIOD_MONTHLY, "2025-12-31", "2025-12-01", "2025-12-31");
  check_period (TL_PERIOD_QUARTERLY, "2026-06-30", "2026-04-01", "2026-06-30");
  check_period (TL_PERIOD_QUARTERLY, "2025-10-01", "2025-10-01", "2025-12-31");
}

/* What a reading list makes of March 2026, seen from 1 April. */
static void
check_march (const char *measure,
             const char *readings,
             double      value,
             double      numerator,
             double      denominator)
{
  g_autofree char *more = g_strconcat (PLACES, "Readings\nMeasure | Date | Place | Shift | Numerator | Denominator | Value\n",
                                       readings, NULL);
  g_auto (TestMeasure) test = { NULL };
  const TlPoint *point;

  test_measure_init (&test, "2026-04-01", measure, more);
  g_assert_cmpuint (test.measure->series->n_points, ==, 1);
  point = &test.measure->series->points[0];
  g_assert_cmpint (point->start, ==, test_day ("2026-03-01"));
  if (isnan (value))
    g_assert_true (isnan (point->value));
  else
    g_assert_cmpfloat_with_epsilon (point->value, value, 1e-12);
  g_assert_cmpint (isnan (numerator), ==, isnan (point->numerator));
  g_assert_cmpint (isnan (denominator), ==, isnan (point->denominator));
  if (!isnan (numerator))
    g_assert_cmpfloat_with_epsilon (point->numerator, numerator, 1e-12);
  if (!isnan (denominator))
    g_assert_cmpfloat_with_epsilon (point->denominator, denominator, 1e-12);
}

static void
test_sums_not_averages (void)
{
  check_march (PROPORTION, "M1 | 2026-03-02 | | | 1 | 10 |\nM1 | 2026-03-09 | | | 90 | 90 |", 91, 91, 100);
  /* A bare percentage alone is the value; several, or beside counted ones, give none. */
  check_march (PROPORTION, "M1 | 2026-03-02 | | | | | 88.5", 88.5, NAN, NAN);
  check_march (PROPORTION, "M1 | 2026-03-02 | | | | | 88.5\nM1 | 2026-03-03 | | | | | 90", NAN, NAN, NAN);
  check_march (PROPORTION, "M1 | 2026-03-02 | | | | | 88.5\nM1 | 2026-03-03 | | | 9 | 10 |", NAN, NAN, NAN);
  check_march (COUNT, "M1 | 2026-03-02 | | | 3 | |\nM1 | 2026-03-20 | | | 2 | |", 5, 5, NAN);
  check_march (COUNT, "M1 | 2026-03-02 | | | 3 | 100 |\nM1 | 2026-03-20 | | | 2 | 25 |", 0.04, 5, 125);
  check_march (COUNT, "M1 | 2026-03-02 | | | 3 | 100 |\nM1 | 2026-03-20 | | | 2 | |", NAN, NAN, NAN);
  check_march (QUANTITY, "M1 | 2026-03-02 | | | | 30 | 10\nM1 | 2026-03-20 | | | | 10 | 50", 20, NAN, 40);
  check_march (QUANTITY, "M1 | 2026-03-02 | | | | | 10\nM1 | 2026-03-20 | | | | | 50", 30, NAN, 2);
}

static void
test_nothing_counts_twice (void)
{
  /* A place above those that have readings is left out, and so is what names no place. */
  check_march (PROPORTION, "M1 | 2026-03-02 | L1 | | 10 | 40 |\nM1 | 2026-03-02 | T1 | | 18 | 20 |\nM1 | 2026-03-02 | T2 | | 20 | 20 |",
               95, 38, 40);
  check_march (PROPORTION, "M1 | 2026-03-02 | L2 | | 10 | 20 |\nM1 | 2026-03-02 | T1 | | 20 | 20 |", 75, 30, 40);
  check_march (PROPORTION, "M1 | 2026-03-02 | | | 10 | 40 |\nM1 | 2026-03-02 | L1 | | 18 | 20 |", 90, 18, 20);
  check_march (PROPORTION, "M1 | 2026-03-02 | | | 10 | 40 |\nM1 | 2026-03-02 | | N | 18 | 20 |", 90, 18, 20);
  check_march (PROPORTION, "M1 | 2026-03-02 | L1 | | 10 | 40 |\nM1 | 2026-03-02 | L1 | N | 18 | 20 |", 90, 18, 20);
  check_march (PROPORTION, "M1 | 2026-03-02 | L1 | D | 10 | 20 |\nM1 | 2026-03-02 | L1 | N | 18 | 20 |", 70, 28, 40);
  check_march (PROPORTION, "M1 | 2026-03-02 | P | | 10 | 20 |\nM1 | 2026-03-02 | T2 | N | 18 | 20 |", 90, 18, 20);
}

static void
test_staff_groups_lie_beneath (void)
{
  g_auto (TestMeasure) test = { NULL };

  test_measure_init (&test, "2026-04-01", PROPORTION,
                     PLACES "Places\nRef | Name | Kind\nG | Seniors | staff group\n\n"
                     "Readings\nMeasure | Date | Place | Staff group | Numerator | Denominator\n"
                     "M1 | 2026-03-02 | L1 | | 10 | 40\nM1 | 2026-03-02 | L1 | G | 18 | 20");
  g_assert_cmpfloat (test.measure->series->points[0].denominator, ==, 20);
  g_assert_cmpuint (test.measure->series->left_out_above, ==, 1);
}

static void
test_impossible_readings_are_left_out (void)
{
  check_march (PROPORTION, "M1 | 2026-03-02 | | | 11 | 10 |\nM1 | 2026-03-03 | | | -1 | 10 |\nM1 | 2026-03-04 | | | 9 | 10 |", 90, 9, 10);
  check_march (PROPORTION, "M1 | 2026-03-02 | | | | | 101\nM1 | 2026-03-03 | | | 5 | |\nM1 | 2026-03-04 | | | 9 | 10 |", 90, 9, 10);
  check_march (COUNT, "M1 | 2026-03-02 | | | 2 | 0 |\nM1 | 2026-03-03 | | | -2 | |\nM1 | 2026-03-04 | | | 4 | 8 |", 0.5, 4, 8);
  check_march (PROPORTION, "M1 | 2026-03-02 | | | 0 | 0 |", NAN, NAN, NAN);
  {
    g_auto (TestMeasure) test = { NULL };

    test_measure_init (&test, "2026-04-01", PROPORTION,
                       "Readings\nMeasure | Date | Numerator | Denominator\nM1 | 2026-03-02 | 11 | 10\nM1 | 2026-03-02 | 0 | 0");
    g_assert_cmpuint (test.measure->series->left_out, ==, 1);
    g_assert_true (test.measure->series->points[0].nothing_to_sample);
    g_assert_null (test.measure->latest);
    g_assert_cmpint (test.measure->target, ==, TL_TARGET_NO_READING);
  }
}

static const TlPoint *
get_last (const TestMeasure *test)
{
  return &test->measure->series->points[test->measure->series->n_points - 1];
}

static void
test_running_period (void)
{
  const char *readings = "Readings\nMeasure | Date | Numerator | Denominator\nM1 | 2026-03-02 | 9 | 10";
  const char *events = "Readings\nMeasure | Date | Numerator\nM1 | 2026-03-02 | 3";
  g_auto (TestMeasure) proportion = { NULL }, count = { NULL }, ended = { NULL }, earlier = { NULL };

  test_measure_init (&proportion, "2026-03-31", PROPORTION, readings);
  g_assert_true (get_last (&proportion)->counted);
  g_assert_false (get_last (&proportion)->ended);
  g_assert_true (proportion.measure->latest == get_last (&proportion));

  test_measure_init (&count, "2026-03-31", COUNT, events);
  g_assert_false (get_last (&count)->counted);
  g_assert_cmpfloat (get_last (&count)->value, ==, 3);
  g_assert_null (count.measure->latest);

  /* A period has ended from the day after its last day. */
  test_measure_init (&ended, "2026-04-01", COUNT, events);
  g_assert_true (get_last (&ended)->counted);
  g_assert_true (ended.measure->latest == get_last (&ended));

  /* What is dated later doesn't exist. */
  test_measure_init (&earlier, "2026-03-01", PROPORTION, readings);
  g_assert_cmpuint (earlier.measure->series->n_points, ==, 0);
  g_assert_cmpint (earlier.measure->target, ==, TL_TARGET_NO_READING);
}

static void
test_latest_grows_old (void)
{
  const char *readings = "Readings\nMeasure | Date | Numerator | Denominator\nM1 | 2026-03-02 | 9 | 10";
  g_auto (TestMeasure) fresh = { NULL }, stale = { NULL };

  test_measure_init (&fresh, "2026-10-01", PROPORTION, readings);
  g_assert_cmpint (test_day ("2026-10-01") - test_day ("2026-03-31"), ==, 184);
  g_assert_nonnull (fresh.measure->latest);
  test_measure_init (&stale, "2026-10-02", PROPORTION, readings);
  g_assert_null (stale.measure->latest);
  g_assert_cmpint (stale.measure->change, ==, TL_CHANGE_TOO_LITTLE);
}

/* Hostile or careless: a reading of the year 1 must not make a list of every week since. */
static void
test_far_apart (void)
{
  g_auto (TestMeasure) test = { NULL };

  test_measure_init (&test, "2026-04-01", "Kind | Direction | Period | Target\nproportion | at least | weekly | 90",
                     "Readings\nMeasure | Date | Numerator | Denominator\nM1 | 0001-01-01 | 9 | 10\nM1 | 2026-03-02 | 9 | 10");
  g_assert_cmpuint (test.measure->series->n_points, <=, 5200);
  g_assert_cmpuint (test.measure->series->left_out, ==, 1);
  g_assert_nonnull (test.measure->latest);
}

static void
test_segments (void)
{
  static const double values[] = { 80, 82, 81, 83, 82, 90, 92, 91, 93, 92 };
  g_autofree char *readings = test_weekly_values ("2026-01-05", values, G_N_ELEMENTS (values));
  g_autofree char *more = g_strconcat (readings, "\nStep changes\nMeasure | Date | Reason\nM1 | 2026-02-11 | New charts\n"
                                       "M1 | 2026-06-01 | Not yet", NULL);
  g_auto (TestMeasure) test = { NULL };

  test_measure_init (&test, "2026-03-16", "Kind | Direction | Period | Target\nvalue | at least | weekly | 90", more);
  g_assert_cmpuint (test.measure->series->n_points, ==, 10);
  for (guint i = 0; i < 10; i++)
    {
      /* The week that contains the step change begins the new stretch. */
      g_assert_cmpuint (test.measure->series->points[i].segment, ==, i >= 5);
      g_assert_cmpfloat_with_epsilon (test.measure->series->points[i].mean, i >= 5 ? 91.6 : 81.6, 1e-9);
      g_assert_true (test.measure->series->points[i].trial);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/series/periods", test_periods);
  g_test_add_func ("/series/sums-not-averages", test_sums_not_averages);
  g_test_add_func ("/series/nothing-counts-twice", test_nothing_counts_twice);
  g_test_add_func ("/series/staff-groups-lie-beneath", test_staff_groups_lie_beneath);
  g_test_add_func ("/series/impossible-readings", test_impossible_readings_are_left_out);
  g_test_add_func ("/series/running-period", test_running_period);
  g_test_add_func ("/series/latest-grows-old", test_latest_grows_old);
  g_test_add_func ("/series/far-apart", test_far_apart);
  g_test_add_func ("/series/segments", test_segments);
  return g_test_run ();
}
