/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "tl-checks.h"

#include "support/test-checks.h"

typedef struct
{
  const char *name;
  const TestCheckCase *cases;
  const guint *n;
} Family;

static const Family families[] = {
  { "owner", test_owner_cases, &test_n_owner_cases },
  { "action", test_action_cases, &test_n_action_cases },
  { "outcome", test_outcome_cases, &test_n_outcome_cases },
  { "measure", test_measure_cases, &test_n_measure_cases },
  { "evidence", test_evidence_cases, &test_n_evidence_cases },
  { "decision", test_decision_cases, &test_n_decision_cases },
  { "variation", test_variation_cases, &test_n_variation_cases },
  { "across", test_across_cases, &test_n_across_cases },
  { "closed", test_closed_cases, &test_n_closed_cases },
};

const TlFinding *
test_find_finding (TlAssessment *assessment,
                   const char   *check)
{
  for (guint i = 0; i < tl_assessment_get_n_findings (assessment); i++)
    {
      const TlFinding *finding = tl_assessment_get_finding (assessment, i);

      if (g_str_equal (finding->check, check))
        return finding;
    }
  return NULL;
}

/* A sentence that a person can read aloud, whatever the numbers. */
static void
assert_sentence (const char *text)
{
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_null (strstr (text, " nan"));
  g_assert_null (strstr (text, "inf "));
  g_assert_null (strstr (text, "(null)"));
  g_assert_null (strstr (text, "–"));
  g_assert_true (g_unichar_isupper (g_utf8_get_char (text)) || *text == '1' || g_str_has_prefix (text, "“")
                 || g_unichar_isdigit (g_utf8_get_char (text)));
  g_assert_true (g_str_has_suffix (text, "."));
}

void
test_check_cases (const TestCheckCase *cases,
                  guint                n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TlAssessment) found = test_sound_assess (&cases[i].found);
      g_autoptr (TlAssessment) spared = test_sound_assess (&cases[i].spared);
      const TlFinding *finding = test_find_finding (found, cases[i].check);

      if (finding == NULL)
        g_error ("%s, case %u: should be found", cases[i].check, i);
      if (test_find_finding (spared, cases[i].check) != NULL)
        g_error ("%s, case %u: should be spared: %s", cases[i].check, i, test_find_finding (spared, cases[i].check)->text);
      if (finding->severity != cases[i].severity)
        g_error ("%s, case %u: is %s", cases[i].check, i, tl_word_get (TL_TYPE_SEVERITY, finding->severity));
      assert_sentence (finding->text);
      assert_sentence (finding->settle);
    }
}

static void
test_family (gconstpointer data)
{
  const Family *family = data;

  test_check_cases (family->cases, *family->n);
}

/* Checks that speak of the risk as a whole, of nothing in it. */
static const char * const of_the_risk[] = {
  "owner-missing", "owner-several", "owner-turnover", "support-missing", "route-missing", "plan-incomplete",
  "outcome-undefined", "review-too-slow", "review-overdue", "evidence-none", "evidence-activity-only", "evidence-thin",
  "evidence-no-voice", "assurance-unsupported", "challenge-absent", "stalled-unchallenged", "closed-unwatched", NULL,
};

/* Whoever reads a finding, or answers it, is told what it speaks of. */
static void
test_every_finding_names_its_subject (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    {
      for (guint j = 0; j < *families[i].n; j++)
        {
          g_autoptr (TlAssessment) found = test_sound_assess (&families[i].cases[j].found);
          const TlFinding *finding = test_find_finding (found, families[i].cases[j].check);
          gboolean named = finding->subject != NULL || finding->other != NULL || finding->place != NULL;

          if (!named && !g_strv_contains (of_the_risk, finding->check))
            g_error ("%s, case %u: does not name what it speaks of: %s", finding->check, j, finding->text);
        }
    }
}

/* Checks that only thought helps with. */
static const char * const without_remedy[] = { "owner-overloaded", "owner-turnover", "moved-together", NULL };

/* What is found says what a button would do about it, and what can't be undone by a button is known. */
static void
test_every_check_has_a_remedy (void)
{
  guint n;
  const TlCheck *checks = tl_checks_list (&n);

  for (guint i = 0; i < n; i++)
    if ((checks[i].remedy == TL_REMEDY_NONE) != g_strv_contains (without_remedy, checks[i].id))
      g_error ("%s: has “%s” for a remedy", checks[i].id, tl_word_get (TL_TYPE_REMEDY, (int) checks[i].remedy));
  for (int remedy = TL_REMEDY_NONE + 1; remedy < TL_N_REMEDIES; remedy++)
    g_assert_cmpstr (tl_word_label (TL_TYPE_REMEDY, remedy), !=, "");
}

/* An undefined outcome is mended where it lacks. */
static void
test_remedy_depends (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    for (guint j = 0; j < *families[i].n; j++)
      if (g_str_equal (families[i].cases[j].check, "outcome-undefined"))
        {
          g_autoptr (TlAssessment) found = test_sound_assess (&families[i].cases[j].found);
          const TlFinding *finding = test_find_finding (found, "outcome-undefined");
          TlRemedy wanted = finding->risk->intended_outcome == NULL ? TL_REMEDY_WRITE_OUTCOME
                            : tl_assessment_get_risk (found, 0)->primary == NULL ? TL_REMEDY_ADD_MEASURE
                                                                                 : TL_REMEDY_SET_TARGET;

          g_assert_cmpint (finding->remedy, ==, wanted);
          g_assert_cmpint (finding->link, ==, TL_LINE_LINK_DEFINED);
        }
}

/* Nobody adds a check without showing when it is found and when it isn't. */
static void
test_every_check_has_a_case (void)
{
  guint n;
  const TlCheck *checks = tl_checks_list (&n);

  for (guint i = 0; i < n; i++)
    {
      gboolean shown = FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (families); j++)
        {
          for (guint k = 0; k < *families[j].n; k++)
            shown |= g_str_equal (families[j].cases[k].check, checks[i].id);
        }
      if (!shown)
        g_error ("The check %s has no workbook that triggers it and none that doesn't", checks[i].id);
      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (checks[i].id, !=, checks[j].id);
    }
}

static void
test_sound_workbook_has_no_finding (void)
{
  g_autoptr (TlAssessment) assessment = test_sound_assess (&(TestSpoil) { .more = NULL });

  if (tl_assessment_get_n_findings (assessment) > 0)
    g_error ("%s: %s", tl_assessment_get_finding (assessment, 0)->check, tl_assessment_get_finding (assessment, 0)->text);
}

/* Findings of a new risk fold into one, through its fourteenth day. */
static void
test_set_up_folds (void)
{
  const TestSpoil young = { { "R1   | U1     | accountable | 2025-12-01 |\n", "", "2025-12-01\n\nOwnership", "2026-05-26\n\nOwnership" } };
  const TestSpoil older = { { "R1   | U1     | accountable | 2025-12-01 |\n", "", "2025-12-01\n\nOwnership", "2026-05-25\n\nOwnership" } };
  g_autoptr (TlAssessment) folded = test_sound_assess (&young);
  g_autoptr (TlAssessment) unfolded = test_sound_assess (&older);
  const TlFinding *plan = test_find_finding (folded, "plan-incomplete");

  g_assert_null (test_find_finding (folded, "owner-missing"));
  g_assert_nonnull (plan);
  g_assert_nonnull (strstr (plan->text, "an accountable owner"));
  g_assert_nonnull (test_find_finding (unfolded, "owner-missing"));
  g_assert_null (test_find_finding (unfolded, "plan-incomplete"));
}

/* An answer lets a watch rest until its date, if it names the very same thing; never an act. */
static void
check_answer (const char *answer,
              gboolean    rests)
{
  g_autofree char *more = g_strconcat ("Answered findings\nCheck | Risk | Subject | Place | Until | Reason | Date\n", answer, NULL);
  const TestSpoil spoil = { { "2026-01-31 | 2026-01-30", "2026-06-01 |           " }, more };
  g_autoptr (TlAssessment) assessment = test_sound_assess (&spoil);

  g_assert_cmpint (test_find_finding (assessment, "action-overdue") == NULL, ==, rests);
  g_assert_cmpuint (tl_assessment_get_n_answered (assessment), ==, rests);
  if (rests)
    {
      const TlFinding *answered = tl_assessment_get_answered (assessment, 0);

      g_assert_cmpstr (answered->check, ==, "action-overdue");
      g_assert_cmpstr (answered->answer->reason, ==, "In hand");
      g_assert_cmpuint (tl_assessment_get_risk (assessment, 0)->n_findings[TL_SEVERITY_WATCH], ==, 0);
    }
}

static void
test_answers (void)
{
  check_answer ("action-overdue | R1 | A1 | | 2026-06-10 | In hand | 2026-06-01", TRUE);
  check_answer ("action-overdue | R1 | A1 | | 2026-06-09 | In hand | 2026-06-01", FALSE);
  check_answer ("action-overdue | R1 | A1 | | 2026-06-10 | In hand | 2026-06-10", FALSE);
  check_answer ("action-overdue | R1 | A2 | | 2026-06-10 | In hand | 2026-06-01", FALSE);
  check_answer ("action-overdue | R1 | | | 2026-06-10 | In hand | 2026-06-01", FALSE);
  check_answer ("action-overdue | R1 | A1 | L1 | 2026-06-10 | In hand | 2026-06-01", FALSE);
  check_answer ("action-moved | R1 | A1 | | 2026-06-10 | In hand | 2026-06-01", FALSE);
  {
    const TestSpoil spoil = { { "R1   | U1     | accountable | 2025-12-01 |\n", "" },
                              "Answered findings\nCheck | Risk | Until | Reason\nowner-missing | R1 | 2027-01-01 | Later" };
    g_autoptr (TlAssessment) assessment = test_sound_assess (&spoil);

    g_assert_nonnull (test_find_finding (assessment, "owner-missing"));
  }
}

static void
test_order (void)
{
  const TestSpoil spoil = { { "R1   | U1     | accountable | 2025-12-01 |\nR1   | U2     | supporting  | 2025-12-01 |\n", "",
                              "2026-01-31 | 2026-01-30", "           |           " },
                            "Actions\nRef | Risk | Title | Agreed\nA10 | R1 | Count stock | 2026-06-01\nA2 | R1 | Order charts | 2026-06-01" };
  g_autoptr (TlAssessment) assessment = test_sound_assess (&spoil);
  const TlRiskJudgement *risk = tl_assessment_get_risk (assessment, 0);
  guint counted[TL_N_SEVERITIES] = { 0 };

  for (guint i = 0; i < tl_assessment_get_n_findings (assessment); i++)
    {
      const TlFinding *finding = tl_assessment_get_finding (assessment, i);

      counted[finding->severity]++;
      if (i > 0)
        {
          const TlFinding *before = tl_assessment_get_finding (assessment, i - 1);

          g_assert_cmpint (before->severity, <=, finding->severity);
          if (g_str_equal (before->check, finding->check))
            g_assert_cmpint (tl_facts_compare_refs (before->subject, finding->subject), <=, 0);
        }
    }
  g_assert_cmpmem (counted, sizeof counted, risk->n_findings, sizeof risk->n_findings);
  g_assert_cmpuint (counted[TL_SEVERITY_ACT], >=, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/sound-workbook", test_sound_workbook_has_no_finding);
  g_test_add_func ("/checks/every-finding-names-its-subject", test_every_finding_names_its_subject);
  g_test_add_func ("/checks/every-check-has-a-case", test_every_check_has_a_case);
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    {
      g_autofree char *path = g_strconcat ("/checks/", families[i].name, NULL);

      g_test_add_data_func (path, &families[i], test_family);
    }
  g_test_add_func ("/checks/set-up-folds", test_set_up_folds);
  g_test_add_func ("/checks/answers", test_answers);
  g_test_add_func ("/checks/every-check-has-a-remedy", test_every_check_has_a_remedy);
  g_test_add_func ("/checks/remedy-depends", test_remedy_depends);
  g_test_add_func ("/checks/order", test_order);
  return g_test_run ();
}
