/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "test-measure.h"
#include "test-workbook.h"
#include "tl-comparison-words.h"
#include "tl-place-words.h"
#include "tl-sample-size.h"

#define MEASURE "Kind | Direction | Period | Target\nproportion | at least | monthly | 90"
#define LARGEST "Kind | Direction | Period | Target | Largest gap\nproportion | at least | monthly | 90 | 5"
#define PLACES "Places\nRef | Name | Kind | Parent | From | Until\nP | Provider | provider | | |\n" \
  "L1 | Ash | location | P | |\nL2 | Beech | location | P | |\nL3 | Cedar | location | P | |\n" \
  "L4 | Damson | location | P | |\nL5 | Elder | location | P | |\nG | Seniors | staff group | | |\n\n"
#define READINGS "Readings\nMeasure | Date | Place | Shift | Numerator | Denominator | Value\n"
#define FOUR "M1 | 2026-03-02 | L1 | | 118 | 120 |\nM1 | 2026-03-02 | L2 | | 97 | 100 |\nM1 | 2026-03-02 | L3 | | 78 | 80 |\n" \
  "M1 | 2026-03-02 | L4 | | 57 | 60 |\n"

typedef struct
{
  TestMeasure test;
  TlPlaceComparison *comparison;
} Case;

static void
case_clear (Case *self)
{
  g_clear_pointer (&self->comparison, tl_place_comparison_unref);
  test_measure_clear (&self->test);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, case_clear)

static Case
compare (const char  *measure,
         const char  *more,
         const char  *readings,
         TlPlaceKind  dimension)
{
  g_autofree char *text = g_strconcat (PLACES, more, READINGS, readings, NULL);
  Case self = { 0 };

  test_measure_init (&self.test, "2026-04-01", measure, text);
  self.comparison = tl_place_comparison_new (self.test.assessment, self.test.measure, dimension, &TL_COMPARISON_LATEST, NULL);
  return self;
}

/* A percentage keeps together by a space that doesn't break. */
static void
check (char       *said,
       const char *expected)
{
  g_autoptr (GString) plain = g_string_new (said);

  g_string_replace (plain, "\302\240", " ", 0);
  g_assert_cmpstr (plain->str, ==, expected);
  g_free (said);
}

/* The worked example: an average of 95 % that hides a house. */
static void
test_hides (void)
{
  g_auto (Case) self = compare (MEASURE, "", FOUR "M1 | 2026-03-02 | L5 | | 30 | 40 |", TL_PLACE_KIND_LOCATION);

  check (tl_comparison_say_verdict (self.comparison),
         "All together meet the target with 95.0 %, which hides a weak place: Elder (75.0 %, 30 of 40).");
  check (tl_comparison_say_time (self.comparison), "1 Mar to 31 Mar, 1 month");
  check (tl_comparison_say_gap (self.comparison, NULL),
         "The gap between best and worst place is 23 points; there is no earlier one to compare it with.");
  g_assert_null (tl_comparison_say_left_out (self.comparison));
}

static void
test_verdicts (void)
{
  g_auto (Case) weak = compare (MEASURE, "",
                                "M1 | 2026-03-02 | L1 | | 80 | 100 |\nM1 | 2026-03-02 | L2 | | 30 | 100 |\n"
                                "M1 | 2026-03-02 | L3 | | 20 | 100 |\nM1 | 2026-03-02 | L4 | | 95 | 100 |\n"
                                "M1 | 2026-03-02 | L5 | | 95 | 100 |", TL_PLACE_KIND_LOCATION);
  g_auto (Case) even = compare (MEASURE, "", FOUR "M1 | 2026-03-02 | L5 | | 38 | 40 |", TL_PLACE_KIND_LOCATION);
  g_auto (Case) gap = compare (LARGEST, "", FOUR "M1 | 2026-03-02 | L5 | | 37 | 40 |", TL_PLACE_KIND_LOCATION);
  g_auto (Case) unknown = compare (MEASURE, "", FOUR, TL_PLACE_KIND_LOCATION);
  g_auto (Case) alone = compare (MEASURE, "", FOUR, TL_PLACE_KIND_STAFF_GROUP);
  g_auto (Case) none = compare (MEASURE, "", FOUR, TL_PLACE_KIND_TEAM);
  g_auto (Case) silent = compare (MEASURE, "", "", TL_PLACE_KIND_LOCATION);

  check (tl_comparison_say_verdict (weak.comparison),
         "Places are weak: Cedar (20.0 %, 20 of 100) and Beech (30.0 %, 30 of 100), against 64.0 % for all together. The target "
         "itself is not met.");
  check (tl_comparison_say_verdict (even.comparison), "No place is weak by comparison, and every one has records enough to tell.");
  check (tl_comparison_say_verdict (gap.comparison),
         "All together meet the target, which hides a gap of 5.8 points between places; 5 points is the most it may be.");
  check (tl_comparison_say_verdict (unknown.comparison),
         "No place is shown to be weak by comparison, but whether they are even isn’t known: 1 place has no reading.");
  check (tl_comparison_say_verdict (alone.comparison), "Seniors is the only staff group, so there is nothing to compare it with.");
  check (tl_comparison_say_verdict (none.comparison), "No team was there at this time, so there is nothing to compare.");
  check (tl_comparison_say_verdict (silent.comparison), "Nothing was read in this time, so places can’t be compared.");
}

/* To be like the others is no comfort where all miss the target. */
static void
test_alike_but_poor (void)
{
  g_auto (Case) self = compare (MEASURE, "",
                                "M1 | 2026-03-02 | L1 | | 70 | 100 |\nM1 | 2026-03-02 | L2 | | 70 | 100 |\n"
                                "M1 | 2026-03-02 | L3 | | 70 | 100 |\nM1 | 2026-03-02 | L4 | | 70 | 100 |\n"
                                "M1 | 2026-03-02 | L5 | | 70 | 100 |", TL_PLACE_KIND_LOCATION);

  check (tl_comparison_say_verdict (self.comparison),
         "No place is weak by comparison, and every one has records enough to tell. The target itself is not met.");
}

static void
test_left_out (void)
{
  g_auto (Case) self = compare (MEASURE, "Places\nRef | Name | Kind | Parent | From | Until\nX | Old house | location | P | | 2026-03-20\n"
                                "Y | New house | location | P | 2026-03-25 |\nN | Night | shift | | |\n\n",
                                "M1 | 2026-03-02 | L1 | | 12 | 11 |\nM1 | 2026-03-02 | L2 | | 0 | 0 |\n"
                                "M1 | 2026-03-02 | L3 | N | 9 | 10 |\nM1 | 2026-03-02 | L3 | | 18 | 20 |\n"
                                "M1 | 2026-03-02 | X | | 9 | 10 |\nM1 | 2026-03-02 | Y | | 9 | 10 |\n",
                                TL_PLACE_KIND_LOCATION);
  g_auto (Case) shifts = compare (MEASURE, "Places\nRef | Name | Kind\nN | Night | shift\nD | Day | shift\n\n",
                                  "M1 | 2026-03-02 | L1 | | 9 | 10 |\nM1 | 2026-03-02 | L2 | | 9 | 10 |\n"
                                  "M1 | 2026-03-02 | L3 | N | 9 | 10 |\nM1 | 2026-03-02 | L3 | D | | | 97", TL_PLACE_KIND_SHIFT);

  check (tl_comparison_say_left_out (self.comparison),
         "1 reading is left out as impossible: more than there were, below zero, or no number. "
         "1 reading of 0 of 0 adds nothing: there was nothing to sample. "
         "1 reading that sums up others is left out, so that no record counts twice. "
         "1 reading is left out, as its place is no longer there: Old house ended on 20 Mar. "
         "1 reading counts although it is dated before its place began, as is said of New house, from 25 Mar; one of the dates "
         "may be wrong.");
  g_assert_cmpuint (shifts.comparison->left_out.unplaced, ==, 0);
}

static void
test_readings_without_shift (void)
{
  g_auto (Case) shifts = compare (MEASURE, "Places\nRef | Name | Kind\nN | Night | shift\nD | Day | shift\n\n",
                                  "M1 | 2026-03-02 | L1 | | 9 | 10 |\nM1 | 2026-03-02 | L2 | | 9 | 10 |\n"
                                  "M1 | 2026-03-02 | L3 | N | 9 | 10 |\nM1 | 2026-03-02 | L3 | D | 9 | 10 |", TL_PLACE_KIND_SHIFT);

  check (tl_comparison_say_left_out (shifts.comparison), "2 readings name no shift, and are in none of these figures.");
  g_assert_cmpfloat_with_epsilon (shifts.comparison->here.denominator, 20, 1e-9);
}

static const TlPlaceJudgement *
find_place (const Case *self,
            const char *ref)
{
  for (guint i = 0; i < self->comparison->comparison->n_places; i++)
    {
      if (g_str_equal (self->comparison->comparison->places[i].place->base.ref, ref))
        return &self->comparison->comparison->places[i];
    }
  g_error ("There is no place %s", ref);
}

static void
test_enough (void)
{
  g_auto (Case) few = compare (MEASURE, "", FOUR "M1 | 2026-03-02 | L5 | | 7 | 9 |", TL_PLACE_KIND_LOCATION);
  g_auto (Case) none = compare (MEASURE, "", FOUR, TL_PLACE_KIND_LOCATION);
  g_auto (Case) value = compare ("Kind | Direction | Period | Target\nvalue | at most | monthly | 30", "",
                                 "M1 | 2026-03-02 | L1 | | | | 20\nM1 | 2026-03-02 | L2 | | | | 25", TL_PLACE_KIND_LOCATION);

  check (tl_place_words_enough (few.comparison, find_place (&few, "L5")),
         "9 records are too few to judge it by; with 10 it can be compared. If it does as all together do (96.7 %), 76 would "
         "show that it meets at least 90 %.");
  check (tl_place_words_enough (none.comparison, find_place (&none, "L5")),
         "There are no records to judge it by; with 10 it can be compared. If it does as all together do (97.2 %), 67 would "
         "show that it meets at least 90 %.");
  g_assert_null (tl_place_words_enough (few.comparison, find_place (&few, "L1")));
  check (tl_place_words_enough (value.comparison, find_place (&value, "L1")), "It takes readings in 3 periods to judge it.");
}

static void
test_gap (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (TlGapSeries) gaps = NULL;
  g_auto (Case) self = { 0 };

  for (int month = 1; month <= 12; month++)
    g_string_append_printf (text, "M1 | 2025-%02d-03 | L1 | | 19 | 20 |\nM1 | 2025-%02d-03 | L2 | | %d | 20 |\n"
                            "M1 | 2025-%02d-03 | L3 | | 17 | 20 |\nM1 | 2025-%02d-03 | L4 | | 18 | 20 |\n"
                            "M1 | 2025-%02d-03 | L5 | | 18 | 20 |\n", month, month, month < 9 ? 8 : 19, month, month, month);
  self = compare (MEASURE, "", text->str, TL_PLACE_KIND_LOCATION);
  gaps = tl_gap_series_new (self.comparison);
  check (tl_comparison_say_gap (self.comparison, gaps),
         "The gap between best and worst place closes: it was 55 points in the first three periods and is 10 points. "
         "Cedar is furthest behind; at first it was Beech.");
  check (tl_gap_point_say (self.comparison->measure->facts, &gaps->points[0]),
         "To 31 Mar 2025: 55 points, 95 % interval 40 to 67, between Ash (95.0 %, 57 of 60) and Beech (40.0 %, 24 of 60)");
}

static void
test_support_and_learning (void)
{
  g_auto (Case) self = compare (MEASURE, "Actions\nRef | Risk | Title | Place | Agreed | Due | Purpose\n"
                                "A1 | R1 | Look at Elder again | L5 | 2026-03-20 | 2026-04-20 | control\n"
                                "A2 | R1 | Help with rounds | L5 | 2026-03-20 | 2026-04-10 | support\n\n"
                                "Learning\nRef | Date | Risk | From place | Text\nK1 | 2026-02-01 | R1 | L1 | Check at handover\n"
                                "K2 | 2026-05-01 | R1 | L1 | Not yet known\n\n"
                                "Learning reach\nLearning | Place | Taken up\nK1 | L2 | 2026-02-20\nK1 | L5 | \n\n",
                                FOUR "M1 | 2026-03-02 | L5 | | 30 | 40 |", TL_PLACE_KIND_LOCATION);
  TlPlaceWords look = tl_place_words_look (find_place (&self, "L5"), self.test.risk, test_day ("2026-04-01"));
  TlPlaceWords late = tl_place_words_look (find_place (&self, "L5"), self.test.risk, test_day ("2026-04-25"));
  g_autoptr (GArray) learning = tl_risk_list_learning (self.test.risk->facts, NULL, test_day ("2026-04-01"));
  const TlSharedLearning *first = &g_array_index (learning, TlSharedLearning, 0);

  g_assert_cmpstr (look.text, ==, "It is looked at again by 20 Apr.");
  g_assert_cmpstr (look.ground, ==, "Look at Elder again");
  g_assert_false (look.concern);
  g_assert_cmpstr (late.text, ==, "It should have been looked at again by 20 Apr.");
  g_assert_true (late.concern);
  tl_place_words_clear (&look);
  tl_place_words_clear (&late);

  g_assert_cmpuint (learning->len, ==, 1);
  g_assert_cmpuint (first->n_reach, ==, 2);
  g_assert_cmpuint (first->n_late, ==, 1);
  check (tl_place_words_reach (first, test_day ("2026-04-01")), "Taken up by Beech; not yet, after more than 31 days, by Elder.");
}

static void
test_dates (void)
{
  g_auto (Case) self = compare (MEASURE, "Places\nRef | Name | Kind | From | Until\nX | Old house | location | | 2026-03-20\n"
                                "Y | New house | location | 2026-03-25 |\n\n", FOUR, TL_PLACE_KIND_LOCATION);
  TlDay day = test_day ("2026-04-01");

  check (tl_place_words_dates (tl_snapshot_find_ref (self.test.snapshot, TL_TABLE_PLACE, "X"), day), "It ended on 20 Mar.");
  check (tl_place_words_dates (tl_snapshot_find_ref (self.test.snapshot, TL_TABLE_PLACE, "Y"), day), "It is there since 25 Mar.");
  g_assert_null (tl_place_words_dates (tl_snapshot_find_ref (self.test.snapshot, TL_TABLE_PLACE, "L1"), day));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/place-words/hides", test_hides);
  g_test_add_func ("/place-words/verdicts", test_verdicts);
  g_test_add_func ("/place-words/alike-but-poor", test_alike_but_poor);
  g_test_add_func ("/place-words/left-out", test_left_out);
  g_test_add_func ("/place-words/readings-without-shift", test_readings_without_shift);
  g_test_add_func ("/place-words/enough", test_enough);
  g_test_add_func ("/place-words/gap", test_gap);
  g_test_add_func ("/place-words/support-and-learning", test_support_and_learning);
  g_test_add_func ("/place-words/dates", test_dates);

  return g_test_run ();
}
