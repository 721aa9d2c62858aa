/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "support/test-sound.h"
#include "support/test-workbook.h"

/* Nothing that people see may hold a number that isn't one. */
static void
assert_plain (const char *text)
{
  g_assert_nonnull (text);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_null (strstr (text, " nan"));
  g_assert_null (strstr (text, "inf "));
  g_assert_null (strstr (text, "(null)"));
}

static void
assert_in_order (const TlComparison *comparison)
{
  for (guint i = 0; i < comparison->n_places; i++)
    {
      const TlPlaceJudgement *place = &comparison->places[i];

      g_assert_false (isinf (place->z));
      g_assert_true (isnan (place->low) || (place->low <= place->high && place->low >= 0));
      g_assert_cmpint (place->state == TL_PLACE_STATE_WEAK, ==, i < comparison->n_weak);
    }
}

/* Reads everything that is concluded. */
static void
read_all (TlAssessment *assessment)
{
  for (guint i = 0; i < tl_assessment_get_n_risks (assessment); i++)
    {
      const TlRiskJudgement *risk = tl_assessment_get_risk (assessment, i);

      g_assert_true (tl_assessment_find_risk (assessment, &risk->facts->base.id) == risk);
      for (int j = 0; j < TL_N_LINE_LINKS; j++)
        {
          assert_plain (risk->line[j].ground);
          for (guint k = 0; risk->line[j].lacking[k] != NULL; k++)
            assert_plain (risk->line[j].lacking[k]);
        }
      for (guint j = 0; j < risk->n_evidence; j++)
        {
          g_autofree char *text = tl_evidence_item_dup_text (&risk->evidence[j]);

          assert_plain (text);
          g_assert_cmpint (risk->evidence[j].date, <=, tl_assessment_get_as_at (assessment));
        }
      for (guint j = 0; j < risk->n_measures; j++)
        {
          for (guint k = 0; k < risk->measures[j].n_comparisons; k++)
            assert_in_order (&risk->measures[j].comparisons[k]);
        }
      for (guint j = 0; risk->unmet[j] != NULL; j++)
        assert_plain (risk->unmet[j]);
      g_assert_cmpint (risk->may_close, ==, risk->unmet[0] == NULL);
    }
  for (guint i = 0; i < tl_assessment_get_n_findings (assessment); i++)
    {
      assert_plain (tl_assessment_get_finding (assessment, i)->text);
      assert_plain (tl_assessment_get_finding (assessment, i)->settle);
    }
}

/* Rows in which everything that can be wrong is, as an import that was accepted or an altered file may bring. */
static const char careless[] =
  "Places\nRef | Name | Kind | Parent | From | Until\n"
  "X | Inside Y | location | Y | |\nY | Inside X | location | X | |\nZ | Inside itself | team | Z | 2030-01-01 | 2020-01-01\nW | Sound | location | | |\n\n"
  "People\nRef | Name | Role | From | Until\nU1 | Ada | Manager | 2030-01-01 | 2020-01-01\n\n"
  "Forums\nName\nBoard\n\n"
  "Risks\nRef | Title | Likelihood | Impact | Review every | Scope | Opened\nR1 | Everything wrong | 9 | -1 | daily | X; Y; Z |\nR2 | Not yet | | | | | 2999-01-01\n\n"
  "Ownership\nRisk | Person | Part | From | Until\nR1 | U1 | accountable | 2026-01-01 | 2025-01-01\nR1 | U1 | accountable | 2025-01-01 |\n"
  "R1 | NOBODY | accountable | 2025-01-01 |\nR1 | U1 | claimed | 2026-06-09 |\n\n"
  "Measures\nRef | Risk | Title | Kind | Direction | Target | Baseline | Baseline numerator | Baseline denominator | Period | Hold for | Role | Source | Target date\n"
  "M1 | R1 | Nothing of nothing | proportion | at least | 90 | | 0 | 0 | weekly | 520 | primary | audit | 2020-01-01\n"
  "M2 | R1 | Below nothing | count | reduce by | 300 | -5 | | | monthly | 1 | primary | rota |\n"
  "M3 | R1 | One reading | value | at most | | | | | quarterly | | primary | |\n"
  "M4 | R1 | All equal | proportion | at most | 0 | 0 | | | fortnightly | 3 | recurrence | care record |\n"
  "M5 | R1 | Without period | count | at least | 1e300 | 1e300 | 1e300 | 1e-300 | weekly | 2 | | complaint |\n\n"
  "Readings\nMeasure | Date | Place | Shift | Numerator | Denominator | Value\n"
  "M1 | 2026-06-01 | X | Y | 0 | 0 |\nM1 | 2026-06-02 | Y | X | 5 | 0 |\nM1 | 2026-06-03 | Z | | 5 | 3 |\nM1 | 2026-06-03 | W | | | | 150\n"
  "M1 | 2999-01-01 | | | 5 | 5 |\nM2 | 0001-01-01 | | | 1 | |\nM2 | 2026-06-01 | | | | |\nM2 | 2026-05-01 | | | -4 | 2 |\nM2 | 2026-04-01 | X | | 4 | 1e-9 |\n"
  "M2 | 2026-04-01 | W | | 4 | |\nM3 | 2026-06-01 | W | | | | 1e308\nM4 | 2026-01-05 | W | | 0 | 9 |\nM4 | 2026-01-19 | W | | 0 | 9 |\nM4 | 2026-02-02 | X | | 0 | 9 |\n"
  "M4 | 2026-02-16 | | | 0 | 9 |\nM5 | 2026-06-01 | W | | 1e300 | 1e-300 |\nM5 | 2026-06-02 | X | | 1e15 | 1 |\n\n"
  "Actions\nRef | Risk | Title | Agreed | Due | Done\nA1 | R1 | – | | | 2999-01-01\nA2 | R1 | Done before agreed | 2026-01-01 | 2025-01-01 | 2020-01-01\n\n"
  "Action events\nAction | Date | What | From | To\nA1 | 2026-01-01 | moved | |\nA1 | 2026-01-01 | reopened | |\nA2 | 2026-02-01 | merged | |\nA1 | 2026-01-02 | moved | 2026-01-05 |\n\n"
  "Evidence\nRef | Date | Source | Finding | Verdict | Risks\nE1 | 2026-06-09 | complaint | Wrong | contradicts | R1; R2\nE2 | 2999-01-01 | audit | Later | supports | R1\n\n"
  "Expected evidence\nRisk | Source | Every | From | Until\nR1 | audit | daily | | 2020-01-01\nR1 | complaint | yearly | 2030-01-01 |\nR1 | rota | daily | |\n\n"
  "Reviews\nRef | Date | Forum\nV1 | 2026-06-09 | NOWHERE\nV2 | 2999-01-01 | Board\n\n"
  "Challenges\nReview | Risk | Question\nNONE | R1 | Why?\nV2 | R1 | When?\nV1 | R1 | How?\n\n"
  "Decisions\nReview | Risk | Decision\nV1 | R1 | close\nV1 | R1 | reduce oversight\nV1 | R1 | escalate\nNONE | R1 | merge\nV2 | R1 | reopen\n\n"
  "Warning signs\nRef | Risk | Sign | Times | Within days\nW1 | R1 | Anything | 0 | 2000000000\n\n"
  "Observed signs\nSign | Date\nW1 | 2999-01-01\nNONE | 2026-06-01\n\n"
  "Causes\nRisk | Place | Cause | Date\nR1 | NOWHERE | other | 2999-01-01\n\n"
  "Learning\nRef | Date | Risk | From place | Text\nG1 | 2020-01-01 | R1 | X | Something\n\n"
  "Learning reach\nLearning | Place\nG1 | NOWHERE\nNONE | X\n\n"
  "Links\nRisk | Linked risk\nR1 | R1\nR1 | NONE\n\n"
  "Answered findings\nCheck | Until | Reason\nno-such-check | 2999-01-01 | Because";

static void
test_careless_workbook (void)
{
  g_autoptr (TlSnapshot) snapshot = test_workbook_read (careless, NULL);
  static const char * const days[] = { "2026-06-09", "2026-01-01", "0001-01-01", "0001-02-01", "9999-12-31", "2024-02-29" };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      TlDay day = TL_NO_DAY;
      g_autoptr (TlAssessment) assessment = NULL;

      g_assert_true (tl_day_from_iso (days[i], &day));
      assessment = tl_assessment_new (snapshot, day);
      read_all (assessment);
    }
}

static void
test_empty_workbook (void)
{
  g_autoptr (TlSnapshot) snapshot = test_workbook_read ("", NULL);
  g_autoptr (TlAssessment) assessment = tl_assessment_new (snapshot, tl_day_new (2026, 6, 9));

  g_assert_cmpuint (tl_assessment_get_n_risks (assessment), ==, 0);
  g_assert_cmpuint (tl_assessment_get_n_findings (assessment), ==, 0);
}

/* Every day of the sound workbook, past and future: what isn't dated yet must not be read. */
static void
test_every_day (void)
{
  g_autoptr (TlSnapshot) snapshot = test_sound_read (&(TestSpoil) { .more = NULL });

  for (TlDay day = tl_day_new (2025, 11, 25); day < tl_day_new (2026, 12, 1); day += 3)
    {
      g_autoptr (TlAssessment) assessment = tl_assessment_new (snapshot, day);

      read_all (assessment);
    }
}

/* A conclusion as at a day is the same whether or not the workbook goes on after it. */
static void
test_later_rows_change_nothing (void)
{
  const TestSpoil as_it_is = { .as_at = "2026-05-21" };
  const TestSpoil without = { {
      "E3  | 2026-05-25 | feedback from relatives | No more missed tablet | supports | R1    |         | U4\n", "",
      "V2  | 2026-06-02 | Oversight\n", "", "V2     | R1   | Steady\n", "", "V2     | R1   | continue | U3\n", "",
      "M1 | 2026-05-27 | L1 | 48 | 50\nM1 | 2026-05-27 | L2 | 48 | 50\nM1 | 2026-06-03 | L1 | 48 | 50\nM1 | 2026-06-03 | L2 | 48 | 50\n", "" },
    .as_at = "2026-05-21" };
  g_autoptr (TlAssessment) a = test_sound_assess (&as_it_is);
  g_autoptr (TlAssessment) b = test_sound_assess (&without);

  g_assert_true (tl_risk_judgement_equal (tl_assessment_get_risk (a, 0), tl_assessment_get_risk (b, 0)));
  g_assert_cmpuint (tl_assessment_get_n_findings (a), ==, tl_assessment_get_n_findings (b));
}

static void
test_words_of_states (void)
{
  g_assert_cmpstr (tl_word_get (TL_TYPE_TARGET_STATE, TL_TARGET_MET_WITH_CONFIDENCE), ==, "met with confidence");
  g_assert_cmpstr (tl_word_get (TL_TYPE_TARGET_STATE, TL_TARGET_NO_READING), ==, "no reading");
  g_assert_cmpstr (tl_word_get (TL_TYPE_CHANGE_STATE, TL_CHANGE_TOO_LITTLE), ==, "too little to tell");
  g_assert_cmpstr (tl_word_get (TL_TYPE_HOLDING_STATE, TL_HOLDING_SO_FAR), ==, "holding");
  g_assert_cmpstr (tl_word_get (TL_TYPE_PLACE_STATE, TL_PLACE_STATE_TOO_FEW), ==, "too few");
  g_assert_cmpstr (tl_word_get (TL_TYPE_SIGNAL, TL_SIGNAL_TWO_IN_THREE), ==, "two in three");
  g_assert_cmpstr (tl_word_get (TL_TYPE_TARGET_ASSURANCE, TL_TARGET_ASSURANCE_NONE), ==, "none");
  g_assert_cmpstr (tl_position_get_word (TL_LINE_LINK_SUSTAINED), ==, "Sustained");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assessment/careless-workbook", test_careless_workbook);
  g_test_add_func ("/assessment/empty-workbook", test_empty_workbook);
  g_test_add_func ("/assessment/every-day", test_every_day);
  g_test_add_func ("/assessment/later-rows", test_later_rows_change_nothing);
  g_test_add_func ("/assessment/words", test_words_of_states);
  return g_test_run ();
}
