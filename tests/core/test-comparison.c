/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "support/test-measure.h"
#include "support/test-workbook.h"
#include "tl-check-json.h"

#define MEASURE "Kind | Direction | Period | Target\nproportion | at least | monthly | 90"
#define EVENTS "Kind | Direction | Period | Target\ncount | at most | monthly | 4"
#define QUANTITY "Kind | Direction | Period | Target\nvalue | at most | monthly | 30"
#define PLACES "Places\nRef | Name | Kind | Parent | From | Until\nP | Provider | provider | | |\n" \
  "L1 | Ash | location | P | |\nL2 | Beech | location | P | |\nL3 | Cedar | location | P | |\n" \
  "L4 | Damson | location | P | |\nL5 | Elder | location | P | |\nN | Night | shift | | |\nD | Day | shift | | |\n\n"
#define READINGS "Readings\nMeasure | Date | Place | Numerator | Denominator | Value\n"
#define WORKED "M1 | 2026-03-02 | L1 | 118 | 120 |\nM1 | 2026-03-02 | L2 | 97 | 100 |\nM1 | 2026-03-02 | L3 | 78 | 80 |\n" \
  "M1 | 2026-03-02 | L4 | 57 | 60 |\n"

static const TlPlaceJudgement *
find_place (const TlComparison *comparison,
            const char         *ref)
{
  for (guint i = 0; i < comparison->n_places; i++)
    {
      if (g_str_equal (comparison->places[i].place->base.ref, ref))
        return &comparison->places[i];
    }
  g_error ("There is no place %s", ref);
}

static void
start (TestMeasure *test,
       const char  *as_at,
       const char  *measure,
       const char  *readings)
{
  g_autofree char *more = g_strconcat (PLACES, READINGS, readings, NULL);

  test_measure_init (test, as_at, measure, more);
}

static void
test_average_hides (void)
{
  g_auto (TestMeasure) test = { NULL };
  const TlComparison *comparison;

  start (&test, "2026-04-01", MEASURE, WORKED "M1 | 2026-03-02 | L5 | 30 | 40 |");
  g_assert_cmpuint (test.measure->n_comparisons, ==, 1);
  comparison = &test.measure->comparisons[0];
  g_assert_cmpint (comparison->dimension, ==, TL_PLACE_KIND_LOCATION);
  g_assert_cmpfloat_with_epsilon (comparison->pooled_value, 95, 1e-9);
  g_assert_cmpint (test.measure->target, ==, TL_TARGET_MET_WITH_CONFIDENCE);
  g_assert_cmpint (comparison->evenness, ==, TL_EVENNESS_UNEVEN);
  g_assert_true (comparison->hidden);
  g_assert_cmpuint (comparison->n_weak, ==, 1);
  /* Weak places come first. */
  g_assert_cmpstr (comparison->places[0].place->base.ref, ==, "L5");
  g_assert_cmpint (comparison->places[0].state, ==, TL_PLACE_STATE_WEAK);
  g_assert_cmpfloat_with_epsilon (comparison->places[0].z, -3.77, 0.005);
  g_assert_cmpfloat_with_epsilon (comparison->places[0].low, 59.8, 0.05);
  g_assert_false (comparison->adjusted);
  g_assert_cmpint (find_place (comparison, "L1")->state, ==, TL_PLACE_STATE_IN_LINE);
  g_assert_cmpfloat_with_epsilon (comparison->gap, 100 * 118.0 / 120 - 75, 1e-9);
}

static void
test_everyone_weak_is_not_uneven (void)
{
  g_auto (TestMeasure) test = { NULL };
  const TlComparison *comparison;

  start (&test, "2026-04-01", MEASURE,
         "M1 | 2026-03-02 | L1 | 70 | 100 |\nM1 | 2026-03-02 | L2 | 70 | 100 |\nM1 | 2026-03-02 | L3 | 70 | 100 |\n"
         "M1 | 2026-03-02 | L4 | 70 | 100 |\nM1 | 2026-03-02 | L5 | 70 | 100 |");
  comparison = &test.measure->comparisons[0];
  g_assert_cmpuint (comparison->n_weak, ==, 0);
  g_assert_cmpint (comparison->evenness, ==, TL_EVENNESS_EVEN);
  g_assert_cmpint (test.measure->target, ==, TL_TARGET_NOT_MET);
}

/* L5 alone varies. */
static void
check_fifth (const char   *measure,
             const char   *reading,
             TlPlaceState  state,
             TlEvenness    evenness)
{
  g_autofree char *readings = g_strconcat (WORKED, reading, NULL);
  g_auto (TestMeasure) test = { NULL };
  const TlComparison *comparison;

  start (&test, "2026-04-01", measure, readings);
  comparison = &test.measure->comparisons[0];
  if (find_place (comparison, "L5")->state != state || comparison->evenness != evenness)
    g_error ("“%s”: %s, %s", reading, tl_word_get (TL_TYPE_PLACE_STATE, find_place (comparison, "L5")->state),
             tl_word_get (TL_TYPE_EVENNESS, comparison->evenness));
}

static void
test_states (void)
{
  check_fifth (MEASURE, "", TL_PLACE_STATE_UNSAMPLED, TL_EVENNESS_NOT_KNOWN);
  check_fifth (MEASURE, "M1 | 2026-03-02 | L5 | 9 | 9 |", TL_PLACE_STATE_TOO_FEW, TL_EVENNESS_NOT_KNOWN);
  check_fifth (MEASURE, "M1 | 2026-03-02 | L5 | 10 | 10 |", TL_PLACE_STATE_IN_LINE, TL_EVENNESS_EVEN);
  check_fifth (MEASURE, "M1 | 2026-03-02 | L5 | 0 | 0 |", TL_PLACE_STATE_TOO_FEW, TL_EVENNESS_NOT_KNOWN);
  check_fifth (MEASURE, "M1 | 2026-03-02 | L5 | | | 97", TL_PLACE_STATE_UNSAMPLED, TL_EVENNESS_NOT_KNOWN);
  /* Weak though few, and watched or weak by the target alone. */
  check_fifth (MEASURE, "M1 | 2026-03-02 | L5 | 3 | 9 |", TL_PLACE_STATE_WEAK, TL_EVENNESS_UNEVEN);
  check_fifth (MEASURE, "M1 | 2026-03-02 | L5 | 35 | 40 |", TL_PLACE_STATE_WATCH, TL_EVENNESS_EVEN);
  check_fifth (MEASURE, "M1 | 2026-03-02 | L5 | 50 | 60 |", TL_PLACE_STATE_WEAK, TL_EVENNESS_UNEVEN);
  check_fifth ("Kind | Direction | Period | Target\nproportion | at least | monthly | 99.5", "M1 | 2026-03-02 | L5 | 35 | 40 |",
               TL_PLACE_STATE_WEAK, TL_EVENNESS_UNEVEN);
  /* The same numbers are good news where lower is better. */
  check_fifth ("Kind | Direction | Period | Target\nproportion | at most | monthly | 99", "M1 | 2026-03-02 | L5 | 30 | 40 |",
               TL_PLACE_STATE_IN_LINE, TL_EVENNESS_EVEN);
  /* The gap may be limited by itself. */
  check_fifth ("Kind | Direction | Period | Target | Largest gap\nproportion | at least | monthly | 90 | 5",
               "M1 | 2026-03-02 | L5 | 37 | 40 |", TL_PLACE_STATE_IN_LINE, TL_EVENNESS_UNEVEN);
  check_fifth ("Kind | Direction | Period | Target | Largest gap\nproportion | at least | monthly | 90 | 6",
               "M1 | 2026-03-02 | L5 | 37 | 40 |", TL_PLACE_STATE_IN_LINE, TL_EVENNESS_EVEN);
}

static void
test_window_lengthens (void)
{
  g_auto (TestMeasure) test = { NULL };
  g_autoptr (GString) readings = g_string_new (NULL);
  const TlComparison *comparison;

  /* Five months; the second place needs four of them to reach ten. */
  for (int month = 1; month <= 5; month++)
    g_string_append_printf (readings, "M1 | 2026-0%d-02 | L1 | 19 | 20 |\nM1 | 2026-0%d-02 | L2 | 3 | 3 |\n", month, month);
  start (&test, "2026-06-01", MEASURE "\n\nPlaces\nRef | Name | Kind\nX | Old house | location", readings->str);
  /* Places without readings keep it growing, to what there is. */
  g_assert_cmpuint (test.measure->comparisons[0].window_periods, ==, 5);
  {
    g_autofree char *few = test_workbook_replace (PLACES, "L3 | Cedar | location | P | |\nL4 | Damson | location | P | |\n"
                                                  "L5 | Elder | location | P | |\n",
                                                  "L3 | Cedar | location | P | | 2026-06-01\n");
    g_autofree char *more = g_strconcat (few, READINGS, readings->str, NULL);
    g_auto (TestMeasure) two = { NULL };

    /* Cedar closed that day, so it isn't compared. */
    test_measure_init (&two, "2026-06-01", MEASURE, more);
    comparison = &two.measure->comparisons[0];
    g_assert_cmpuint (comparison->n_places, ==, 2);
    g_assert_cmpuint (comparison->window_periods, ==, 4);
    g_assert_cmpint (comparison->window_start, ==, test_day ("2026-02-01"));
    g_assert_cmpint (comparison->window_end, ==, test_day ("2026-05-31"));
    g_assert_cmpfloat (find_place (comparison, "L2")->denominator, ==, 12);
  }
}

static void
test_counts (void)
{
  g_auto (TestMeasure) exposed = { NULL }, plain = { NULL };

  /* Rates of 10, 10 and 10 in a hundred, against 25 of 100: P(X ≥ 25 | 13.75) = 0.0038, watch. */
  start (&exposed, "2026-04-01", EVENTS,
         "M1 | 2026-03-02 | L1 | 10 | 100 |\nM1 | 2026-03-02 | L2 | 10 | 100 |\nM1 | 2026-03-02 | L3 | 10 | 100 |\n"
         "M1 | 2026-03-02 | L4 | 25 | 100 |\nM1 | 2026-03-02 | L5 | 1 | 9 |");
  g_assert_cmpint (find_place (&exposed.measure->comparisons[0], "L4")->state, ==, TL_PLACE_STATE_WATCH);
  g_assert_cmpint (find_place (&exposed.measure->comparisons[0], "L5")->state, ==, TL_PLACE_STATE_TOO_FEW);
  g_assert_cmpint (find_place (&exposed.measure->comparisons[0], "L1")->state, ==, TL_PLACE_STATE_IN_LINE);

  start (&plain, "2026-04-01", EVENTS, "M1 | 2026-03-02 | L1 | 10 | |\nM1 | 2026-03-02 | L2 | 1 | |");
  g_assert_false (plain.measure->comparisons[0].comparable);
  g_assert_cmpint (plain.measure->comparisons[0].evenness, ==, TL_EVENNESS_NOT_KNOWN);
  g_assert_true (isnan (plain.measure->comparisons[0].gap));
}

static void
check_values (const char   *readings,
              TlPlaceState  state)
{
  g_auto (TestMeasure) test = { NULL };

  start (&test, "2026-04-01", QUANTITY, readings);
  g_assert_cmpint (find_place (&test.measure->comparisons[0], "L1")->state, ==, state);
}

static void
test_values (void)
{
  check_values ("M1 | 2026-01-02 | L1 | | | 31\nM1 | 2026-02-02 | L1 | | | 31\nM1 | 2026-03-02 | L1 | | | 31", TL_PLACE_STATE_WEAK);
  check_values ("M1 | 2026-01-02 | L1 | | | 31\nM1 | 2026-02-02 | L1 | | | 30\nM1 | 2026-03-02 | L1 | | | 31", TL_PLACE_STATE_WATCH);
  check_values ("M1 | 2026-01-02 | L1 | | | 31\nM1 | 2026-02-02 | L1 | | | 31\nM1 | 2026-03-02 | L1 | | | 30", TL_PLACE_STATE_IN_LINE);
  check_values ("M1 | 2026-02-02 | L1 | | | 31\nM1 | 2026-03-02 | L1 | | | 31", TL_PLACE_STATE_TOO_FEW);
}

static void
test_dimensions (void)
{
  g_auto (TestMeasure) shifts = { NULL }, none = { NULL };
  g_autofree char *more = g_strconcat (PLACES, "Readings\nMeasure | Date | Place | Shift | Numerator | Denominator\n"
                                       "M1 | 2026-03-02 | L1 | N | 15 | 20\nM1 | 2026-03-02 | L1 | D | 20 | 20", NULL);

  test_measure_init (&shifts, "2026-04-01", MEASURE, more);
  g_assert_cmpuint (shifts.measure->n_comparisons, ==, 2);
  g_assert_cmpint (shifts.measure->comparisons[1].dimension, ==, TL_PLACE_KIND_SHIFT);
  g_assert_cmpuint (shifts.measure->comparisons[1].n_places, ==, 2);
  g_assert_cmpfloat (shifts.measure->comparisons[1].pooled_value, ==, 87.5);

  start (&none, "2026-04-01", MEASURE, "M1 | 2026-03-02 | | 19 | 20 |");
  g_assert_cmpuint (none.measure->n_comparisons, ==, 0);
}

static void
check_gap (int        last_year_rest,
           TlGapTrend trend)
{
  g_autoptr (GString) readings = g_string_new (NULL);
  g_auto (TestMeasure) test = { NULL };

  for (int month = 1; month <= 6; month++)
    g_string_append_printf (readings, "M1 | 2026-0%d-02 | L1 | 100 | 100 |\nM1 | 2026-0%d-02 | L2 | %d | 100 |\n",
                            month, month, month <= 3 ? 80 : last_year_rest);
  start (&test, "2026-07-01", MEASURE "\n\nRisks\nRef | Title | Scope\nR2 | Other | L1", readings->str);
  g_assert_cmpint (test.measure->comparisons[0].gap_trend, ==, trend);
}

/* The window grows to all six months, as three places have no readings. */
static void
test_gap_trend (void)
{
  check_gap (80, TL_GAP_STEADY);
  check_gap (90, TL_GAP_STEADY);
  check_gap (92, TL_GAP_NARROWING);
  check_gap (70, TL_GAP_STEADY);
  check_gap (68, TL_GAP_WIDENING);
}

/* With twenty places the ordinary differences between them are allowed for; with nineteen, never. */
static void
check_many (guint    n,
            gboolean adjusted)
{
  g_autoptr (GString) more = g_string_new ("Places\nRef | Name | Kind\n");
  g_auto (TestMeasure) test = { NULL };

  for (guint i = 1; i <= n; i++)
    g_string_append_printf (more, "L%u | House %u | location\n", i, i);
  g_string_append (more, "\nReadings\nMeasure | Date | Place | Numerator | Denominator\n");
  for (guint i = 1; i <= n; i++)
    g_string_append_printf (more, "M1 | 2026-03-02 | L%u | %u | 400\n", i, i % 2 == 0 ? 300 : 380);
  test_measure_init (&test, "2026-04-01", MEASURE, more->str);
  g_assert_cmpint (test.measure->comparisons[0].adjusted, ==, adjusted);
  g_assert_cmpint (fabs (test.measure->comparisons[0].places[0].z) < 2, ==, adjusted);
}

static void
test_overdispersion (void)
{
  check_many (19, FALSE);
  check_many (20, TRUE);
}

/* What isn't compared has numbers and no verdict, on the command line too. */
static void
test_not_compared_says_nothing (void)
{
  g_auto (TestMeasure) compared = { NULL }, plain = { NULL };
  g_autofree char *judged = NULL;
  g_autofree char *silent = NULL;

  start (&compared, "2026-04-01", EVENTS, "M1 | 2026-03-02 | L1 | 2 | 700 |");
  judged = tl_check_to_json (compared.assessment, NULL, TRUE);
  g_assert_nonnull (strstr (judged, "\"unsampled\""));

  start (&plain, "2026-04-01", EVENTS, "M1 | 2026-03-02 | L1 | 2 | |");
  silent = tl_check_to_json (plain.assessment, NULL, TRUE);
  g_assert_nonnull (strstr (silent, "\"L1\""));
  g_assert_null (strstr (silent, "\"unsampled\""));
  g_assert_null (strstr (silent, "\"too few\""));
  g_assert_nonnull (strstr (silent, "\"not known\""));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/comparison/average-hides", test_average_hides);
  g_test_add_func ("/comparison/everyone-weak", test_everyone_weak_is_not_uneven);
  g_test_add_func ("/comparison/states", test_states);
  g_test_add_func ("/comparison/window-lengthens", test_window_lengthens);
  g_test_add_func ("/comparison/counts", test_counts);
  g_test_add_func ("/comparison/values", test_values);
  g_test_add_func ("/comparison/dimensions", test_dimensions);
  g_test_add_func ("/comparison/gap-trend", test_gap_trend);
  g_test_add_func ("/comparison/overdispersion", test_overdispersion);
  g_test_add_func ("/comparison/not-compared", test_not_compared_says_nothing);
  return g_test_run ();
}
