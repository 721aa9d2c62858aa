/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "support/test-measure.h"
#include "support/test-workbook.h"

#define WEEKLY(target, hold) "Kind | Direction | Period | Target | Hold for\nproportion | at least | weekly | " target " | " hold
#define WEEKLY_VALUE(target, hold) "Kind | Direction | Period | Target | Hold for\nvalue | at least | weekly | " target " | " hold
#define FIRST_ACTION(day) "\n\nActions\nRef | Risk | Title | Agreed | Purpose\nA0 | R1 | Keep watch | 2020-01-01 | control\n" \
  "A1 | R1 | New charts | " day " |\n\n"

static const double worked[] = { 82, 85, 80, 84, 86, 81, 83, 87, 82, 84, 85, 81,
                                 88, 90, 91, 93, 92, 94, 95, 93, 96, 95, 94, 96 };

/* Twelve weeks from 5 January, twelve more from 30 March; the day after the last is 22 June. */
static void
test_frozen_limits (void)
{
  g_autofree char *readings = test_weekly_values ("2026-01-05", worked, 24);
  g_autofree char *with_action = g_strconcat (readings, FIRST_ACTION ("2026-03-30"), NULL);
  g_autofree char *too_early = g_strconcat (readings, FIRST_ACTION ("2026-03-29"), NULL);
  g_autofree char *stepped = g_strconcat (with_action, "Step changes\nMeasure | Date | Reason\nM1 | 2026-03-30 | New charts", NULL);
  g_auto (TestMeasure) frozen = { NULL }, early = { NULL }, step = { NULL };

  test_measure_init (&frozen, "2026-06-22", WEEKLY_VALUE ("85", "12"), with_action);
  g_assert_cmpint (frozen.measure->baseline_start, ==, test_day ("2026-01-05"));
  g_assert_cmpint (frozen.measure->baseline_end, ==, test_day ("2026-03-29"));
  g_assert_cmpfloat_with_epsilon (frozen.measure->series->points[23].lower, 74.386, 5e-4);
  g_assert_cmpint (frozen.measure->change, ==, TL_CHANGE_IMPROVED);
  g_assert_cmpint (frozen.measure->series->points[12].good, ==, TL_FLAG_YES);

  /* A day earlier the twelfth week hadn't ended: eleven are too few to freeze limits on. */
  test_measure_init (&early, "2026-06-22", WEEKLY_VALUE ("85", "12"), too_early);
  g_assert_cmpint (early.measure->baseline_start, ==, TL_NO_DAY);
  g_assert_cmpfloat_with_epsilon (early.measure->series->points[23].mean, 88.2083, 5e-4);

  /* Restarted, the chart begins anew, but what it says of the work does not. */
  test_measure_init (&step, "2026-06-22", WEEKLY_VALUE ("85", "12"), stepped);
  g_assert_cmpfloat_with_epsilon (step.measure->series->points[23].lower, 88.731, 5e-4);
  g_assert_cmpfloat_with_epsilon (step.measure->series->points[23].upper, 97.436, 5e-4);
  g_assert_cmpint (step.measure->series->points[12].signal, ==, TL_SIGNAL_BEYOND);
  g_assert_cmpint (step.measure->change, ==, TL_CHANGE_IMPROVED);
  g_assert_cmpint (step.measure->assurance, ==, TL_TARGET_ASSURANCE_MEETS);

  /* The first of the twelve weeks that meet the target is beyond their own limits: not held yet. */
  g_assert_cmpint (step.measure->met_since, ==, test_day ("2026-03-30"));
  g_assert_cmpint (step.measure->holding, ==, TL_HOLDING_SO_FAR);
}

static void
check_baseline (const char   *kind,
                const char   *baseline,
                double        now,
                double        denominator,
                TlChangeState expected)
{
  g_autofree char *measure = g_strdup_printf ("Kind | Direction | Period | Target | Baseline numerator | Baseline denominator\n"
                                              "%s | weekly | 90 | %s", kind, baseline);
  double numerators[3] = { now, 0, 0 };
  g_autofree char *readings = test_weekly_samples ("2026-03-30", numerators, denominator, 1);
  g_auto (TestMeasure) test = { NULL };

  test_measure_init (&test, "2026-04-06", measure, readings);
  g_assert_cmpint (test.measure->change, ==, expected);
}

static void
test_against_baseline (void)
{
  check_baseline ("proportion | at least", "46 | 60", 57, 60, TL_CHANGE_IMPROVED);
  check_baseline ("proportion | at least", "53 | 60", 56, 60, TL_CHANGE_NONE_SHOWN);
  check_baseline ("proportion | at least", "57 | 60", 46, 60, TL_CHANGE_WORSE);
  check_baseline ("proportion | at most", "57 | 60", 46, 60, TL_CHANGE_IMPROVED);
  /* Equal exposure. */
  check_baseline ("count | at most", "40 | 10", 8, 10, TL_CHANGE_IMPROVED);
  check_baseline ("count | at most", "13 | 10", 11, 10, TL_CHANGE_NONE_SHOWN);
  check_baseline ("count | at most", "8 | 10", 40, 10, TL_CHANGE_WORSE);
  check_baseline ("count | at most", "0 | 10", 0, 10, TL_CHANGE_NONE_SHOWN);
  /* A baseline that can't be so is none, and one reading alone tells nothing. */
  check_baseline ("proportion | at least", "61 | 60", 57, 60, TL_CHANGE_TOO_LITTLE);
  check_baseline ("proportion | at least", " | ", 57, 60, TL_CHANGE_TOO_LITTLE);
}

/* A count without exposure compares by periods: 40 in four weeks against 8 in the last three is too little. */
static void
test_count_by_periods (void)
{
  static const double now[] = { 3, 3, 2 };
  g_autofree char *readings = test_weekly_values ("2026-03-16", now, 3);
  g_auto (TestMeasure) test = { NULL };

  test_measure_init (&test, "2026-04-06", "Kind | Direction | Period | Target | Baseline | Baseline denominator\n"
                     "count | reduce by | weekly | 80 | 40 | 4", readings);
  g_assert_cmpfloat (test.measure->baseline_value, ==, 10);
  g_assert_cmpfloat (test.measure->target_value, ==, 2);
  g_assert_cmpint (test.measure->change, ==, TL_CHANGE_IMPROVED);
  g_assert_cmpint (test.measure->target, ==, TL_TARGET_MET);
}

static void
check_target (const char   *measure,
              const char   *reading,
              TlTargetState expected)
{
  g_autofree char *readings = g_strdup_printf ("Readings\nMeasure | Date | Numerator | Denominator | Value\nM1 | 2026-03-30 | %s", reading);
  g_auto (TestMeasure) test = { NULL };

  test_measure_init (&test, "2026-04-06", measure, readings);
  g_assert_cmpint (test.measure->target, ==, expected);
}

static void
test_target (void)
{
  check_target (WEEKLY ("90", "12"), "380 | 400 |", TL_TARGET_MET_WITH_CONFIDENCE);
  check_target (WEEKLY ("92.4", "12"), "380 | 400 |", TL_TARGET_MET_WITH_CONFIDENCE);
  check_target (WEEKLY ("92.5", "12"), "380 | 400 |", TL_TARGET_MET);
  check_target (WEEKLY ("95", "12"), "380 | 400 |", TL_TARGET_MET);
  check_target (WEEKLY ("95.1", "12"), "380 | 400 |", TL_TARGET_NOT_MET);
  check_target (WEEKLY ("99.9", "12"), "999 | 1000 |", TL_TARGET_MET);
  check_target (WEEKLY ("90", "12"), " | | 95", TL_TARGET_MET);
  check_target (WEEKLY ("", "12"), "380 | 400 |", TL_TARGET_NOT_MET);
  check_target ("Kind | Direction | Period | Target\nproportion | at most | weekly | 8", "20 | 400 |", TL_TARGET_MET_WITH_CONFIDENCE);
  check_target ("Kind | Direction | Period | Target\nproportion | at most | weekly | 7", "20 | 400 |", TL_TARGET_MET);
  check_target ("Kind | Direction | Period | Target | Baseline\nvalue | reduce by | weekly | 50 | 0", " | | 0", TL_TARGET_NOT_MET);
  check_target ("Kind | Direction | Period | Target | Baseline\nvalue | reduce by | weekly | 50 | 30", " | | 15", TL_TARGET_MET);
}

typedef struct
{
  const char *target;
  const char *hold;
  const char *as_at;
  double weeks[14];
  guint n;
  double denominator;
  TlHoldingState holding;
  guint held_for;
} HoldingCase;

/* Weeks from 5 January 2026; a number below zero is a week without a reading. */
static const HoldingCase holding_cases[] = {
  { "90", "4", "2026-02-02", { 91, 92, 93, 90 }, 4, 100, TL_HOLDING_HELD, 4 },
  { "90", "5", "2026-02-02", { 91, 92, 93, 90 }, 4, 100, TL_HOLDING_SO_FAR, 4 },
  { "90", "", "2026-02-02", { 91, 92, 93, 90 }, 4, 100, TL_HOLDING_NOT, 0 },
  { "", "4", "2026-02-02", { 91, 92, 93, 90 }, 4, 100, TL_HOLDING_NOT, 0 },
  /* One miss is forgiven when all together meet the target; two running aren't. */
  { "90", "4", "2026-02-02", { 95, 89, 93, 90 }, 4, 100, TL_HOLDING_HELD, 4 },
  { "90", "4", "2026-02-02", { 90, 89, 90, 90 }, 4, 100, TL_HOLDING_SO_FAR, 2 },
  { "90", "4", "2026-02-02", { 99, 89, 89, 99 }, 4, 100, TL_HOLDING_SO_FAR, 2 },
  /* A week whose whole interval misses the target is never forgiven. */
  { "90", "4", "2026-02-02", { 100, 84, 100, 100 }, 4, 100, TL_HOLDING_SO_FAR, 2 },
  { "90", "4", "2026-02-02", { 100, 85, 100, 100 }, 4, 100, TL_HOLDING_HELD, 4 },
  /* A missing week breaks the run, once it is over and its grace has passed: two days of a week. */
  { "90", "4", "2026-02-02", { 95, -1, 95, 95 }, 4, 100, TL_HOLDING_SO_FAR, 2 },
  { "90", "4", "2026-02-09", { 95, 95, 95, 95 }, 4, 100, TL_HOLDING_HELD, 4 },
  { "90", "4", "2026-02-10", { 95, 95, 95, 95 }, 4, 100, TL_HOLDING_NOT, 0 },
  /* The latest misses, alone. */
  { "90", "4", "2026-02-02", { 95, 95, 95, 89 }, 4, 100, TL_HOLDING_HELD, 4 },
  { "90", "1", "2026-02-02", { 95, 95, 95, 89 }, 4, 100, TL_HOLDING_NOT, 0 },
  /* A concern in a spell of twelve, though every week meets the target. */
  { "80", "12", "2026-03-30", { 98, 97, 98, 97, 98, 97, 98, 97, 98, 97, 98, 90 }, 12, 100, TL_HOLDING_NOT, 0 },
  { "80", "11", "2026-03-23", { 98, 97, 98, 97, 98, 97, 98, 97, 98, 97, 90 }, 11, 100, TL_HOLDING_HELD, 11 },
};

static void
test_holding (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (holding_cases); i++)
    {
      const HoldingCase *holding = &holding_cases[i];
      g_autofree char *readings = test_weekly_samples ("2026-01-05", holding->weeks, holding->denominator, holding->n);
      g_autofree char *measure = g_strdup_printf (WEEKLY ("%s", "%s"), holding->target, holding->hold);
      g_auto (TestMeasure) test = { NULL };

      test_measure_init (&test, holding->as_at, measure, readings);
      if (test.measure->holding != holding->holding || test.measure->held_for != holding->held_for)
        g_error ("Case %u: %s for %u", i, tl_word_get (TL_TYPE_HOLDING_STATE, test.measure->holding), test.measure->held_for);
      g_assert_cmpint (test.measure->held_since != TL_NO_DAY, ==, holding->holding != TL_HOLDING_NOT);
    }
}

static void
test_nothing_to_sample_neither_breaks_nor_lengthens (void)
{
  const char *readings = "Readings\nMeasure | Date | Numerator | Denominator\nM1 | 2026-01-05 | 95 | 100\n"
                         "M1 | 2026-01-12 | 0 | 0\nM1 | 2026-01-19 | 95 | 100";
  g_auto (TestMeasure) two = { NULL }, three = { NULL };

  test_measure_init (&two, "2026-01-26", WEEKLY ("90", "2"), readings);
  g_assert_cmpint (two.measure->holding, ==, TL_HOLDING_HELD);
  test_measure_init (&three, "2026-01-26", WEEKLY ("90", "3"), readings);
  g_assert_cmpint (three.measure->holding, ==, TL_HOLDING_SO_FAR);
  g_assert_cmpuint (three.measure->held_for, ==, 2);
}

static void
test_holding_after_reopening (void)
{
  static const double weeks[] = { 95, 95, 95, 95 };
  g_autofree char *readings = test_weekly_samples ("2026-01-05", weeks, 100, 4);
  g_autofree char *more = g_strconcat (readings, "\nForums\nName\nBoard\n\nReviews\nRef | Date | Forum\nV1 | 2026-01-01 | Board\n"
                                       "V2 | 2026-01-19 | Board\n\nDecisions\nReview | Risk | Decision\nV1 | R1 | close\nV2 | R1 | reopen", NULL);
  g_auto (TestMeasure) test = { NULL };

  test_measure_init (&test, "2026-02-02", WEEKLY ("90", "4"), more);
  g_assert_cmpint (test.risk->state, ==, TL_RISK_STATE_OPEN);
  g_assert_cmpint (test.measure->holding, ==, TL_HOLDING_SO_FAR);
  g_assert_cmpuint (test.measure->held_for, ==, 2);
  g_assert_cmpint (test.measure->held_since, ==, test_day ("2026-01-19"));
}

/* Exact Poisson: 9 events where 4 are allowed are wholly beyond, from 4.1 up; 8 are not. */
static void
test_holding_of_counts (void)
{
  static const double good[] = { 0, 8, 0, 3 }, bad[] = { 0, 9, 0, 0 };
  const char *measure = "Kind | Direction | Period | Target | Hold for\ncount | at most | weekly | 4 | 4";
  g_autofree char *good_readings = test_weekly_values ("2026-01-05", good, 4);
  g_autofree char *bad_readings = test_weekly_values ("2026-01-05", bad, 4);
  g_auto (TestMeasure) held = { NULL }, broken = { NULL };

  test_measure_init (&held, "2026-02-02", measure, good_readings);
  g_assert_cmpint (held.measure->holding, ==, TL_HOLDING_HELD);
  test_measure_init (&broken, "2026-02-02", measure, bad_readings);
  g_assert_cmpint (broken.measure->holding, ==, TL_HOLDING_SO_FAR);
  g_assert_cmpuint (broken.measure->held_for, ==, 2);
}

/* Two good weeks say nothing of the third, of which only a percentage is known. */
static void
test_bare_percentage_leaves_too_little (void)
{
  const char *measure = "Kind | Direction | Period | Target | Baseline numerator | Baseline denominator\n"
                        "proportion | at least | weekly | 90 | 46 | 60";
  const char *weeks = "Readings\nMeasure | Date | Numerator | Denominator | Value\nM1 | 2026-01-05 | 20 | 20 |\n"
                      "M1 | 2026-01-12 | 19 | 20 |\n";
  g_autofree char *counted = g_strconcat (weeks, "M1 | 2026-01-19 | 18 | 20 |", NULL);
  g_autofree char *bare = g_strconcat (weeks, "M1 | 2026-01-19 | | | 40", NULL);
  g_auto (TestMeasure) enough = { NULL }, too_little = { NULL };

  test_measure_init (&enough, "2026-01-26", measure, counted);
  g_assert_cmpint (enough.measure->change, ==, TL_CHANGE_IMPROVED);
  test_measure_init (&too_little, "2026-01-26", measure, bare);
  g_assert_cmpint (too_little.measure->change, ==, TL_CHANGE_TOO_LITTLE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measure/frozen-limits", test_frozen_limits);
  g_test_add_func ("/measure/against-baseline", test_against_baseline);
  g_test_add_func ("/measure/count-by-periods", test_count_by_periods);
  g_test_add_func ("/measure/bare-percentage", test_bare_percentage_leaves_too_little);
  g_test_add_func ("/measure/target", test_target);
  g_test_add_func ("/measure/holding", test_holding);
  g_test_add_func ("/measure/nothing-to-sample", test_nothing_to_sample_neither_breaks_nor_lengthens);
  g_test_add_func ("/measure/holding-after-reopening", test_holding_after_reopening);
  g_test_add_func ("/measure/holding-of-counts", test_holding_of_counts);
  return g_test_run ();
}
