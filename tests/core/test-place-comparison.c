/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "support/test-measure.h"
#include "support/test-workbook.h"
#include "tl-gap-series.h"
#include "tl-place-comparison.h"

#define MEASURE "Kind | Direction | Period | Target\nproportion | at least | monthly | 90"
#define PLACES "Places\nRef | Name | Kind | Parent | From | Until\nP | Provider | provider | | |\n" \
  "L1 | Ash | location | P | |\nL2 | Beech | location | P | |\nL3 | Cedar | location | P | |\n" \
  "T1 | Ash East | team | L1 | |\nT2 | Ash West | team | L1 | |\nT3 | Beech North | team | L2 | |\n" \
  "N | Night | shift | | |\nD | Day | shift | | |\n\n"
#define READINGS "Readings\nMeasure | Date | Place | Shift | Numerator | Denominator | Value\n"
#define ACTIONS "Actions\nRef | Risk | Title | Place | Agreed | Done\nA1 | R1 | Coaching | | 2025-07-10 | 2025-09-20\n" \
  "A2 | R1 | Rota | | | 2025-10-01\nA3 | R1 | Handover | | 2025-07-10 |\n\n"

static void
start (TestMeasure *test,
       const char  *as_at,
       const char  *more,
       const char  *readings)
{
  g_autofree char *text = g_strconcat (PLACES, more, READINGS, readings, NULL);

  test_measure_init (test, as_at, MEASURE, text);
}

/* 2025, a month each: Ash is steady, Beech poor until September. */
static char *
write_year (void)
{
  GString *text = g_string_new (NULL);

  for (int month = 1; month <= 12; month++)
    g_string_append_printf (text, "M1 | 2025-%02d-03 | L1 | | 19 | 20 |\nM1 | 2025-%02d-03 | L2 | | %d | 20 |\n"
                            "M1 | 2025-%02d-03 | L3 | | 18 | 20 |\n", month, month, month < 9 ? 8 : 19, month);
  return g_string_free_and_steal (text);
}

static const TlPlaceJudgement *
find_place (const TlPlaceComparison *self,
            const char              *ref)
{
  for (guint i = 0; i < self->comparison->n_places; i++)
    {
      if (g_str_equal (self->comparison->places[i].place->base.ref, ref))
        return &self->comparison->places[i];
    }
  return NULL;
}

static const TlActionJudgement *
find_action (const TestMeasure *test,
             const char        *ref)
{
  for (guint i = 0; i < test->risk->n_actions; i++)
    {
      if (g_str_equal (test->risk->actions[i].facts->base.ref, ref))
        return &test->risk->actions[i];
    }
  g_error ("There is no action %s", ref);
}

static TlPlaceComparison *
compare (const TestMeasure  *test,
         TlPlaceKind         dimension,
         TlComparisonPeriod  period,
         const char         *within)
{
  const TlPlaceFacts *place = within != NULL ? tl_snapshot_find_ref (test->snapshot, TL_TABLE_PLACE, within) : NULL;

  return tl_place_comparison_new (test->assessment, test->measure, dimension, &period, place);
}

static void
check_window (const TlPlaceComparison *self,
              const char              *from,
              const char              *until,
              guint                    n)
{
  g_assert_cmpint (self->comparison->window_start, ==, test_day (from));
  g_assert_cmpint (self->comparison->window_end, ==, test_day (until));
  g_assert_cmpuint (self->comparison->window_periods, ==, n);
}

static void
test_periods (void)
{
  g_auto (TestMeasure) test = { NULL };
  g_autofree char *year = write_year ();
  g_autoptr (GArray) quarters = NULL;
  g_autoptr (TlPlaceComparison) latest = NULL;
  g_autoptr (TlPlaceComparison) quarter = NULL;
  g_autoptr (TlPlaceComparison) before = NULL;
  g_autoptr (TlPlaceComparison) after = NULL;
  g_autofree char *words = NULL;
  TlComparisonPeriod period;

  start (&test, "2026-01-15", ACTIONS, year);
  latest = compare (&test, TL_PLACE_KIND_LOCATION, TL_COMPARISON_LATEST, NULL);
  check_window (latest, "2025-10-01", "2025-12-31", 3);
  g_assert_cmpint (find_place (latest, "L2")->state, ==, TL_PLACE_STATE_IN_LINE);

  quarters = tl_comparison_period_list_quarters (test.measure);
  g_assert_cmpuint (quarters->len, ==, 4);
  period = g_array_index (quarters, TlComparisonPeriod, 1);
  words = tl_comparison_period_say (&period, test_day ("2026-01-15"));
  g_assert_cmpstr (words, ==, "Jul to Sep 2025");
  quarter = compare (&test, TL_PLACE_KIND_LOCATION, period, NULL);
  check_window (quarter, "2025-07-01", "2025-09-30", 3);
  g_assert_cmpfloat_with_epsilon (find_place (quarter, "L2")->numerator, 35, 1e-9);
  g_assert_cmpint (find_place (quarter, "L2")->state, ==, TL_PLACE_STATE_WEAK);

  g_assert_true (tl_comparison_period_before (find_action (&test, "A1"), &period));
  before = compare (&test, TL_PLACE_KIND_LOCATION, period, NULL);
  check_window (before, "2025-04-01", "2025-06-30", 3);
  g_assert_cmpint (find_place (before, "L2")->state, ==, TL_PLACE_STATE_WEAK);
  g_assert_cmpint (before->measure->target, ==, TL_TARGET_NOT_MET);

  g_assert_true (tl_comparison_period_after (find_action (&test, "A1"), &period));
  after = compare (&test, TL_PLACE_KIND_LOCATION, period, NULL);
  check_window (after, "2025-10-01", "2025-12-31", 3);
  g_assert_cmpint (after->comparison->n_weak, ==, 0);

  /* What was never agreed has no before, what isn't done no after. */
  g_assert_false (tl_comparison_period_before (find_action (&test, "A2"), &period));
  g_assert_false (tl_comparison_period_after (find_action (&test, "A3"), &period));
}

static void
test_time_without_periods (void)
{
  g_auto (TestMeasure) test = { NULL };
  g_autoptr (TlPlaceComparison) before = NULL;
  TlComparisonPeriod period;

  start (&test, "2026-01-15", ACTIONS, "M1 | 2025-07-03 | L1 | | 19 | 20 |\nM1 | 2025-07-03 | L2 | | 19 | 20 |");
  g_assert_true (tl_comparison_period_before (find_action (&test, "A1"), &period));
  before = compare (&test, TL_PLACE_KIND_LOCATION, period, NULL);
  g_assert_cmpuint (before->comparison->window_periods, ==, 0);
  g_assert_cmpint (before->measure->target, ==, TL_TARGET_NO_READING);
  g_assert_cmpint (find_place (before, "L1")->state, ==, TL_PLACE_STATE_UNSAMPLED);
  g_assert_cmpint (before->comparison->evenness, ==, TL_EVENNESS_NOT_KNOWN);
}

/* A place that has ended isn't left out of its own past. */
static void
test_ended_place (void)
{
  g_auto (TestMeasure) test = { NULL };
  g_autofree char *year = write_year ();
  g_autofree char *readings = g_strconcat (year, "M1 | 2025-10-20 | X | | 2 | 20 |\n", NULL);
  g_autoptr (TlPlaceComparison) latest = NULL;
  g_autoptr (TlPlaceComparison) quarter = NULL;
  TlComparisonPeriod period = { TL_SPAN_QUARTER, test_day ("2025-10-01"), NULL };

  start (&test, "2026-01-15", "Places\nRef | Name | Kind | Parent | Until\nX | Old house | location | P | 2025-11-01\n\n",
         readings);
  latest = compare (&test, TL_PLACE_KIND_LOCATION, TL_COMPARISON_LATEST, NULL);
  g_assert_null (find_place (latest, "X"));
  g_assert_cmpuint (latest->left_out.ended, ==, 1);
  g_assert_cmpstr (latest->left_out.ended_place->name, ==, "Old house");
  quarter = compare (&test, TL_PLACE_KIND_LOCATION, period, NULL);
  g_assert_cmpint (find_place (quarter, "X")->state, ==, TL_PLACE_STATE_WEAK);
  g_assert_cmpuint (quarter->left_out.ended, ==, 0);
}

static void
test_left_out (void)
{
  g_auto (TestMeasure) test = { NULL };
  g_autoptr (TlPlaceComparison) locations = NULL;
  g_autoptr (TlPlaceComparison) shifts = NULL;

  start (&test, "2026-04-15", "Places\nRef | Name | Kind | Parent | From\nL4 | Damson | location | P | 2026-03-20\n\n",
         "M1 | 2026-03-02 | L1 | | 19 | 20 |\n"    /* counts, has no shift */
         "M1 | 2026-03-02 | L2 | N | 9 | 10 |\n"   /* counts for both */
         "M1 | 2026-03-02 | L2 | | 18 | 20 |\n"    /* above the one before */
         "M1 | 2026-03-02 | | D | 10 | 10 |\n"     /* a shift without a place */
         "M1 | 2026-03-02 | L3 | | 12 | 11 |\n"    /* impossible */
         "M1 | 2026-03-02 | L3 | | 0 | 0 |\n"
         "M1 | 2026-03-02 | L4 | | 5 | 10 |");     /* before the place began */
  locations = compare (&test, TL_PLACE_KIND_LOCATION, TL_COMPARISON_LATEST, NULL);
  g_assert_cmpuint (locations->left_out.impossible, ==, 1);
  g_assert_cmpuint (locations->left_out.nothing, ==, 1);
  g_assert_cmpuint (locations->left_out.above, ==, 1);
  g_assert_cmpuint (locations->left_out.unplaced, ==, 1);
  g_assert_cmpuint (locations->left_out.early, ==, 1);
  g_assert_cmpstr (locations->left_out.early_place->name, ==, "Damson");
  g_assert_cmpfloat_with_epsilon (locations->here.denominator, 20 + 10 + 10, 1e-9);

  shifts = compare (&test, TL_PLACE_KIND_SHIFT, TL_COMPARISON_LATEST, NULL);
  /* Ash and Damson say no shift. */
  g_assert_cmpuint (shifts->left_out.unplaced, ==, 2);
  g_assert_cmpfloat_with_epsilon (shifts->here.denominator, 20, 1e-9);
}

static void
test_one_place (void)
{
  g_auto (TestMeasure) test = { NULL };
  g_autoptr (TlPlaceComparison) teams = NULL;
  g_autoptr (TlPlaceComparison) groups = NULL;

  start (&test, "2026-04-15", "Places\nRef | Name | Kind\nG | Seniors | staff group\n\n", "M1 | 2026-03-02 | T1 | | 1 | 20 |");
  g_assert_true (tl_place_comparison_may_have (test.assessment, test.measure, TL_PLACE_KIND_TEAM));
  g_assert_false (tl_place_comparison_may_have (test.assessment, test.measure, TL_PLACE_KIND_STAFF_GROUP));
  groups = compare (&test, TL_PLACE_KIND_STAFF_GROUP, TL_COMPARISON_LATEST, NULL);
  g_assert_true (groups->alone);
  g_assert_cmpuint (groups->comparison->n_places, ==, 1);
  g_assert_false (groups->comparison->comparable);
  g_assert_cmpint (groups->comparison->evenness, ==, TL_EVENNESS_NOT_KNOWN);
  g_assert_cmpint (groups->comparison->places[0].state, ==, TL_PLACE_STATE_UNSAMPLED);
  teams = compare (&test, TL_PLACE_KIND_TEAM, TL_COMPARISON_LATEST, NULL);
  g_assert_false (teams->alone);
}

/* Going into a place shows its own, judged as among all. */
static void
test_within (void)
{
  g_auto (TestMeasure) test = { NULL };
  g_autoptr (TlPlaceComparison) all = NULL;
  g_autoptr (TlPlaceComparison) ash = NULL;

  start (&test, "2026-04-15", "",
         "M1 | 2026-03-02 | T1 | | 30 | 40 |\nM1 | 2026-03-02 | T2 | | 29 | 40 |\nM1 | 2026-03-02 | T3 | | 390 | 400 |");
  all = compare (&test, TL_PLACE_KIND_TEAM, TL_COMPARISON_LATEST, NULL);
  ash = compare (&test, TL_PLACE_KIND_TEAM, TL_COMPARISON_LATEST, "L1");
  g_assert_cmpuint (ash->comparison->n_places, ==, 2);
  g_assert_cmpuint (ash->comparison->n_weak, ==, 2);
  g_assert_cmpint (find_place (ash, "T1")->state, ==, find_place (all, "T1")->state);
  g_assert_cmpfloat_with_epsilon (ash->here.numerator, 59, 1e-9);
  g_assert_cmpfloat_with_epsilon (ash->here.value, 100 * 59.0 / 80, 1e-9);
  g_assert_cmpfloat_with_epsilon (all->here.value, all->comparison->pooled_value, 1e-9);
  g_assert_cmpfloat_with_epsilon (ash->comparison->gap, 2.5, 1e-9);
}

/* What all of a place hide is what lies within it, not elsewhere. */
static void
test_hides_within (void)
{
  g_auto (TestMeasure) test = { NULL };
  g_autoptr (TlPlaceComparison) all = NULL;
  g_autoptr (TlPlaceComparison) ash = NULL;
  g_autoptr (TlPlaceComparison) beech = NULL;

  start (&test, "2026-04-15", "Places\nRef | Name | Kind | Parent\nT4 | Beech South | team | L2\n\n",
         "M1 | 2026-03-02 | T1 | | 97 | 100 |\nM1 | 2026-03-02 | T2 | | 98 | 100 |\nM1 | 2026-03-02 | T3 | | 390 | 400 |\n"
         "M1 | 2026-03-02 | T4 | | 25 | 40 |");
  all = compare (&test, TL_PLACE_KIND_TEAM, TL_COMPARISON_LATEST, NULL);
  ash = compare (&test, TL_PLACE_KIND_TEAM, TL_COMPARISON_LATEST, "L1");
  beech = compare (&test, TL_PLACE_KIND_TEAM, TL_COMPARISON_LATEST, "L2");
  g_assert_true (all->comparison->hidden);
  g_assert_false (ash->comparison->hidden);
  g_assert_cmpint (ash->comparison->evenness, ==, TL_EVENNESS_EVEN);
  g_assert_true (beech->comparison->hidden);
  g_assert_cmpuint (beech->comparison->n_weak, ==, 1);
  g_assert_cmpint (beech->comparison->evenness, ==, TL_EVENNESS_UNEVEN);
}

static void
test_gaps (void)
{
  g_auto (TestMeasure) test = { NULL };
  g_autofree char *year = write_year ();
  g_autoptr (TlPlaceComparison) latest = NULL;
  g_autoptr (TlGapSeries) gaps = NULL;
  const TlGapPoint *first, *last;

  start (&test, "2026-01-15", "", year);
  latest = compare (&test, TL_PLACE_KIND_LOCATION, TL_COMPARISON_LATEST, NULL);
  gaps = tl_gap_series_new (latest);
  g_assert_cmpuint (gaps->n_points, ==, 10);
  first = &gaps->points[0];
  last = &gaps->points[9];
  g_assert_cmpint (first->start, ==, test_day ("2025-01-01"));
  g_assert_cmpint (first->end, ==, test_day ("2025-03-31"));
  g_assert_cmpstr (first->worst.place->base.ref, ==, "L2");
  g_assert_cmpstr (first->best.place->base.ref, ==, "L1");
  g_assert_cmpfloat_with_epsilon (first->worst.denominator, 60, 1e-9);
  g_assert_cmpfloat_with_epsilon (first->gap, latest->comparison->first_gap, 1e-9);
  g_assert_cmpfloat_with_epsilon (first->pooled, 75, 1e-9);
  /* Newcombe's interval of 57 of 60 less 24 of 60. */
  g_assert_true (first->low > 0 && first->low < 55 && first->high > 55 && first->high < 100);
  g_assert_cmpfloat_with_epsilon (last->gap, latest->comparison->gap, 1e-9);
  g_assert_cmpfloat_with_epsilon (last->gap, 5, 1e-9);
  g_assert_cmpint (latest->comparison->gap_trend, ==, TL_GAP_NARROWING);
}

/* ── What must hold of any readings ── */

#define N_RANDOM 40

typedef struct
{
  int month;
  int place;
  int shift;
  int n;
  int x;
} Random;

static void
make_random (Random *readings,
             guint   n)
{
  for (guint i = 0; i < n; i++)
    {
      Random *reading = &readings[i];

      *reading = (Random) { g_test_rand_int_range (1, 7), g_test_rand_int_range (1, 4), g_test_rand_int_range (0, 2),
                            g_test_rand_int_range (1, 40), 0 };
      reading->x = g_test_rand_int_range (reading->n / 2, reading->n + 1);
    }
}

static void
write_random (GString      *text,
              const Random *reading,
              int           n,
              int           x)
{
  g_string_append_printf (text, "M1 | 2025-%02d-%02d | L%d | %s | %d | %d |\n", reading->month, g_test_rand_int_range (1, 28),
                          reading->place, reading->shift == 0 ? "N" : "D", x, n);
}

static void
check_same (const TlPlaceComparison *a,
            const TlPlaceComparison *b)
{
  g_assert_cmpuint (a->comparison->n_places, ==, b->comparison->n_places);
  g_assert_cmpfloat_with_epsilon (a->here.numerator, b->here.numerator, 1e-9);
  g_assert_cmpfloat_with_epsilon (a->here.denominator, b->here.denominator, 1e-9);
  g_assert_cmpint (a->comparison->evenness, ==, b->comparison->evenness);
  for (guint i = 0; i < a->comparison->n_places; i++)
    {
      const TlPlaceJudgement *place = &a->comparison->places[i];
      const TlPlaceJudgement *same = find_place (b, place->place->base.ref);

      g_assert_cmpint (place->state, ==, same->state);
      g_assert_cmpfloat_with_epsilon (place->value, same->value, 1e-9);
    }
}

/* Each record may come by itself or with others: the figures are the same, by place and by shift. */
static void
test_any_partition_pools_alike (void)
{
  for (int round = 0; round < 20; round++)
    {
      g_auto (TestMeasure) whole = { NULL }, parts = { NULL };
      g_autoptr (GString) whole_text = g_string_new (NULL);
      g_autoptr (GString) parts_text = g_string_new (NULL);
      Random readings[N_RANDOM];

      make_random (readings, N_RANDOM);
      for (guint i = 0; i < N_RANDOM; i++)
        {
          int n = g_test_rand_int_range (0, readings[i].n + 1);
          int x = g_test_rand_int_range (0, readings[i].x + 1);

          x = CLAMP (x, readings[i].x - (readings[i].n - n), n);
          write_random (whole_text, &readings[i], readings[i].n, readings[i].x);
          write_random (parts_text, &readings[i], n, x);
          write_random (parts_text, &readings[i], readings[i].n - n, readings[i].x - x);
        }
      start (&whole, "2025-08-15", "", whole_text->str);
      start (&parts, "2025-08-15", "", parts_text->str);
      for (TlPlaceKind kind = TL_PLACE_KIND_LOCATION; kind <= TL_PLACE_KIND_SHIFT; kind += 2)
        {
          g_autoptr (TlPlaceComparison) a = compare (&whole, kind, TL_COMPARISON_LATEST, NULL);
          g_autoptr (TlPlaceComparison) b = compare (&parts, kind, TL_COMPARISON_LATEST, NULL);

          check_same (a, b);
        }
      /* However the records are cut, they come to as many. */
      {
        g_autoptr (TlPlaceComparison) places = compare (&whole, TL_PLACE_KIND_LOCATION, TL_COMPARISON_LATEST, NULL);
        g_autoptr (TlPlaceComparison) shifts = compare (&whole, TL_PLACE_KIND_SHIFT, TL_COMPARISON_LATEST, NULL);

        if (places->comparison->window_periods == shifts->comparison->window_periods)
          g_assert_cmpfloat_with_epsilon (places->here.denominator, shifts->here.denominator, 1e-9);
      }
    }
}

/* The same places and readings, listed from another one on. */
static void
start_turned (TestMeasure  *test,
              const Random *readings,
              guint         turn)
{
  static const char * const places[] = { "L1 | Ash | location | P", "L2 | Beech | location | P", "L3 | Cedar | location | P",
                                         "N | Night | shift |", "D | Day | shift |" };
  g_autoptr (GString) text = g_string_new ("Places\nRef | Name | Kind | Parent\nP | Provider | provider |\n");

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    g_string_append_printf (text, "%s\n", places[(i + turn) % G_N_ELEMENTS (places)]);
  g_string_append (text, "\n" READINGS);
  for (guint i = 0; i < N_RANDOM; i++)
    write_random (text, &readings[(i + turn) % N_RANDOM], readings[(i + turn) % N_RANDOM].n, readings[(i + turn) % N_RANDOM].x);
  test_measure_init (test, "2025-08-15", MEASURE, text->str);
}

static void
test_order_changes_nothing (void)
{
  for (int round = 0; round < 20; round++)
    {
      g_auto (TestMeasure) listed = { NULL };
      g_auto (TestMeasure) turned = { NULL };
      g_autoptr (TlPlaceComparison) a = NULL;
      g_autoptr (TlPlaceComparison) b = NULL;
      Random readings[N_RANDOM];

      make_random (readings, N_RANDOM);
      start_turned (&listed, readings, 0);
      start_turned (&turned, readings, (guint) g_test_rand_int_range (1, N_RANDOM));
      a = compare (&listed, TL_PLACE_KIND_LOCATION, TL_COMPARISON_LATEST, NULL);
      b = compare (&turned, TL_PLACE_KIND_LOCATION, TL_COMPARISON_LATEST, NULL);
      check_same (a, b);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/place-comparison/periods", test_periods);
  g_test_add_func ("/place-comparison/time-without-periods", test_time_without_periods);
  g_test_add_func ("/place-comparison/ended-place", test_ended_place);
  g_test_add_func ("/place-comparison/left-out", test_left_out);
  g_test_add_func ("/place-comparison/one-place", test_one_place);
  g_test_add_func ("/place-comparison/within", test_within);
  g_test_add_func ("/place-comparison/hides-within", test_hides_within);
  g_test_add_func ("/place-comparison/gaps", test_gaps);
  g_test_add_func ("/place-comparison/any-partition", test_any_partition_pools_alike);
  g_test_add_func ("/place-comparison/any-order", test_order_changes_nothing);

  return g_test_run ();
}
