/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "support/test-measure.h"
#include "support/test-workbook.h"
#include "tl-assessment.h"

/* Eleven recoveries, each as at an early day, when its early signs show, and as at a later one. What is expected was
 * worked out from the definition, not from the program; the rules know nothing of these services. */

#define NO_COMPARISON -1

/* @line: the eight links of R1 in order: S sound, W weak, M missing; @findings: all there are, by risk, check, subject
 * and place, in the alphabet's order. */
typedef struct
{
  const char *file;
  const char *as_at;
  TlRiskState state;
  const char *line;
  TlTargetState target;
  TlChangeState change;
  TlHoldingState holding;
  int evenness;
  gboolean hidden;
  gboolean may_close;
  const char *findings[12];
} Case;

static const Case cases[] = {
  /* Two people answer for it and a third works beside them; later one lead, and it lasts. */
  { "01-medicines-in-pieces", "2026-03-20", TL_RISK_STATE_OPEN, "SWSWWWSM", TL_TARGET_NOT_MET, TL_CHANGE_NONE_SHOWN,
    TL_HOLDING_NOT, TL_EVENNESS_EVEN, FALSE, FALSE,
    { "R1 action-duplicate A1", "R1 action-outside-map A2", "R1 action-overdue A1", "R1 evidence-late competency check",
      "R1 evidence-no-voice", "R1 evidence-thin", "R1 owner-several", "R1 sign-seen W1" } },
  { "01-medicines-in-pieces", "2026-10-12", TL_RISK_STATE_OPEN, "SSSSSSSS", TL_TARGET_MET_WITH_CONFIDENCE,
    TL_CHANGE_IMPROVED, TL_HOLDING_HELD, TL_EVENNESS_EVEN, FALSE, TRUE, { NULL } },

  /* One task agreed in two meetings; later the records are perfect, and people say that they don't feel safe. */
  { "02-safeguarding-in-meetings", "2026-02-20", TL_RISK_STATE_OPEN, "SWSWWWWM", TL_TARGET_NOT_MET, TL_CHANGE_NONE_SHOWN,
    TL_HOLDING_NOT, TL_EVENNESS_UNEVEN, FALSE, FALSE,
    { "R1 action-duplicate A1", "R1 action-overdue A1", "R1 evidence-late audit", "R1 evidence-no-voice",
      "R1 evidence-thin", "R1 owner-disputed U2", "R1 variation-unexplained M1 @H2", "R1 variation-weak M1 @H2" } },
  { "02-safeguarding-in-meetings", "2026-06-10", TL_RISK_STATE_OPEN, "SSSSWSSS", TL_TARGET_MET, TL_CHANGE_IMPROVED,
    TL_HOLDING_HELD, TL_EVENNESS_EVEN, FALSE, FALSE, { "R1 assurance-unsupported", "R1 evidence-contradicts E4" } },

  /* Rota and missed care are kept apart; later the rota is better, and care is missed as before. */
  { "03-staffing-and-missed-care", "2026-03-12", TL_RISK_STATE_OPEN, "SSSSWWSM", TL_TARGET_NOT_MET, TL_CHANGE_NONE_SHOWN,
    TL_HOLDING_NOT, NO_COMPARISON, FALSE, FALSE,
    { "R1 evidence-no-voice", "R1 evidence-thin", "R1 link-missing", "R1 sign-seen W1", "R2 plan-incomplete" } },
  { "03-staffing-and-missed-care", "2026-07-08", TL_RISK_STATE_OPEN, "SSSSSSSW", TL_TARGET_MET, TL_CHANGE_IMPROVED,
    TL_HOLDING_SO_FAR, NO_COMPARISON, FALSE, FALSE,
    { "R1 action-unproven A1", "R1 action-unproven A2", "R1 recurrence-flat M2" } },

  /* Paper that rests on paper; later every claim rests on what was seen. */
  { "04-oversight-on-summaries", "2026-03-30", TL_RISK_STATE_OPEN, "SWSSMWSM", TL_TARGET_NOT_MET, TL_CHANGE_NONE_SHOWN,
    TL_HOLDING_NOT, NO_COMPARISON, FALSE, FALSE,
    { "R1 action-unproven A1", "R1 assurance-unsupported", "R1 challenge-absent", "R1 decision-without-effect V3",
      "R1 evidence-activity-only", "R1 evidence-no-voice", "R1 stalled-unchallenged" } },
  { "04-oversight-on-summaries", "2026-07-09", TL_RISK_STATE_OPEN, "SSSSSSSS", TL_TARGET_MET, TL_CHANGE_IMPROVED,
    TL_HOLDING_HELD, NO_COMPARISON, FALSE, TRUE, { NULL } },

  /* Better overall, not in team B; later the average meets the target and hides it. */
  { "05-two-teams", "2026-02-18", TL_RISK_STATE_OPEN, "SSSSWWWM", TL_TARGET_NOT_MET, TL_CHANGE_IMPROVED, TL_HOLDING_NOT,
    TL_EVENNESS_UNEVEN, FALSE, FALSE,
    { "R1 evidence-no-voice", "R1 evidence-thin", "R1 variation-unexplained M1 @TB", "R1 variation-weak M1 @TB" } },
  { "05-two-teams", "2026-05-13", TL_RISK_STATE_OPEN, "SSSSSSWS", TL_TARGET_MET, TL_CHANGE_IMPROVED, TL_HOLDING_HELD,
    TL_EVENNESS_UNEVEN, TRUE, FALSE, { "R1 oversight-reduced-early V2", "R1 variation-hidden M1 @TB" } },

  /* One location carries its actions forward; later both are alike. */
  { "06-one-location-ahead", "2026-03-18", TL_RISK_STATE_OPEN, "SSSWWWWM", TL_TARGET_NOT_MET, TL_CHANGE_NONE_SHOWN,
    TL_HOLDING_NOT, TL_EVENNESS_UNEVEN, FALSE, FALSE,
    { "- moved-together @L2", "R1 action-moved A1 @L2", "R1 evidence-thin", "R1 learning-unshared G1 @L2",
      "R1 variation-unexplained M1 @L2", "R1 variation-weak M1 @L2" } },
  { "06-one-location-ahead", "2026-07-15", TL_RISK_STATE_OPEN, "SSSSSSSS", TL_TARGET_MET, TL_CHANGE_IMPROVED,
    TL_HOLDING_HELD, TL_EVENNESS_EVEN, FALSE, TRUE, { NULL } },

  /* Ten late rounds a week; closed properly, and late again within a fortnight. */
  { "07-late-evening-medicines", "2026-02-17", TL_RISK_STATE_OPEN, "SSSSWWSM", TL_TARGET_NOT_MET, TL_CHANGE_NONE_SHOWN,
    TL_HOLDING_NOT, NO_COMPARISON, FALSE, FALSE,
    { "R1 evidence-no-voice", "R1 evidence-thin", "R1 sign-seen W1" } },
  { "07-late-evening-medicines", "2026-05-05", TL_RISK_STATE_CLOSED, "SSSSSWSM", TL_TARGET_NOT_MET, TL_CHANGE_IMPROVED,
    TL_HOLDING_NOT, NO_COMPARISON, FALSE, FALSE, { "R1 closed-worse M1" } },

  /* Nobody watches practice; later every plan is in order, and people and relatives say otherwise. */
  { "08-outdated-guidance", "2026-03-11", TL_RISK_STATE_OPEN, "SSSWWWSM", TL_TARGET_NOT_MET, TL_CHANGE_NONE_SHOWN,
    TL_HOLDING_NOT, NO_COMPARISON, FALSE, FALSE,
    { "R1 action-undated A2", "R1 action-unowned A2", "R1 evidence-late observation", "R1 evidence-thin",
      "R1 stalled-unchallenged" } },
  { "08-outdated-guidance", "2026-05-06", TL_RISK_STATE_OPEN, "SSSSWSSS", TL_TARGET_MET, TL_CHANGE_IMPROVED,
    TL_HOLDING_HELD, NO_COMPARISON, FALSE, FALSE, { "R1 evidence-contradicts E4" } },

  /* Nobody has looked for weeks; later every form is complete, and the same harm comes again. */
  { "09-incidents-without-learning", "2026-03-16", TL_RISK_STATE_OPEN, "SSSSWWSM", TL_TARGET_NOT_MET,
    TL_CHANGE_NONE_SHOWN, TL_HOLDING_NOT, NO_COMPARISON, FALSE, FALSE,
    { "R1 evidence-no-voice", "R1 evidence-thin", "R1 review-overdue", "R1 sign-seen W1" } },
  { "09-incidents-without-learning", "2026-07-13", TL_RISK_STATE_OPEN, "SSSSSSSS", TL_TARGET_MET, TL_CHANGE_IMPROVED,
    TL_HOLDING_HELD, NO_COMPARISON, FALSE, FALSE, { "R1 recurrence-flat M2" } },

  /* Plans without outcomes; closed by its own owner after one good month, and slipping since. */
  { "10-plans-updated-support-unchanged", "2026-03-10", TL_RISK_STATE_OPEN, "SSWSMWSM", TL_TARGET_NOT_MET,
    TL_CHANGE_NONE_SHOWN, TL_HOLDING_NOT, NO_COMPARISON, FALSE, FALSE,
    { "R1 action-unproven A1", "R1 evidence-activity-only", "R1 evidence-no-voice", "R1 outcome-after-action M1" } },
  { "10-plans-updated-support-unchanged", "2026-06-24", TL_RISK_STATE_CLOSED, "SSSSWWSM", TL_TARGET_NOT_MET,
    TL_CHANGE_IMPROVED, TL_HOLDING_NOT, NO_COMPARISON, FALSE, FALSE,
    { "R1 closed-too-early V2", "R1 closed-unwatched", "R1 closed-worse M1" } },

  /* All trained, and only that is known; later still no better, past its date, and the lead is her own witness. */
  { "11-training-done", "2026-03-12", TL_RISK_STATE_OPEN, "SSSSMWSM", TL_TARGET_NOT_MET, TL_CHANGE_NONE_SHOWN,
    TL_HOLDING_NOT, NO_COMPARISON, FALSE, FALSE,
    { "R1 action-unproven A1", "R1 evidence-activity-only", "R1 evidence-no-voice" } },
  { "11-training-done", "2026-06-18", TL_RISK_STATE_OPEN, "SSSSWWSM", TL_TARGET_NOT_MET, TL_CHANGE_NONE_SHOWN,
    TL_HOLDING_NOT, NO_COMPARISON, FALSE, FALSE,
    { "R1 action-unproven A1", "R1 challenge-open V2", "R1 decision-without-effect V3", "R1 evidence-no-voice",
      "R1 evidence-thin", "R1 owner-own-witness U1", "R1 stalled-unchallenged", "R1 target-late M1" } },
};

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static char *
list_findings (TlAssessment *assessment)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < tl_assessment_get_n_findings (assessment); i++)
    {
      const TlFinding *finding = tl_assessment_get_finding (assessment, i);
      GString *line = g_string_new (finding->risk != NULL ? finding->risk->base.ref : "-");

      g_string_append_printf (line, " %s", finding->check);
      if (finding->subject != NULL)
        g_string_append_printf (line, " %s", finding->subject);
      if (finding->place != NULL)
        g_string_append_printf (line, " @%s", finding->place->base.ref);
      g_ptr_array_add (list, g_string_free_and_steal (line));
    }
  g_ptr_array_sort (list, compare_texts);
  g_ptr_array_add (list, NULL);
  return g_strjoinv ("\n", (char **) list->pdata);
}

static const TlRiskJudgement *
find_risk (TlAssessment *assessment,
           const char   *ref)
{
  for (guint i = 0; i < tl_assessment_get_n_risks (assessment); i++)
    {
      if (g_str_equal (tl_assessment_get_risk (assessment, i)->facts->base.ref, ref))
        return tl_assessment_get_risk (assessment, i);
    }
  g_error ("There is no risk %s", ref);
}

static TlSnapshot *
read_scenario (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".txt", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "scenarios", file, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return test_workbook_read (text, NULL);
}

static void
check_measure (const Case               *test,
               const TlMeasureJudgement *measure)
{
  g_assert_cmpint (measure->target, ==, test->target);
  g_assert_cmpint (measure->change, ==, test->change);
  g_assert_cmpint (measure->holding, ==, test->holding);
  g_assert_cmpuint (measure->n_comparisons, ==, test->evenness == NO_COMPARISON ? 0 : 1);
  if (measure->n_comparisons > 0)
    {
      g_assert_cmpint (measure->comparisons[0].evenness, ==, test->evenness);
      g_assert_cmpint (measure->comparisons[0].hidden, ==, test->hidden);
    }
}

static void
test_scenario (gconstpointer data)
{
  static const char letters[] = "MWS";
  const Case *test = data;
  g_autoptr (TlSnapshot) snapshot = read_scenario (test->file);
  g_autoptr (TlAssessment) assessment = tl_assessment_new (snapshot, test_day (test->as_at));
  const TlRiskJudgement *risk = find_risk (assessment, "R1");
  g_autofree char *expected = g_strjoinv ("\n", (char **) test->findings);
  g_autofree char *found = list_findings (assessment);
  char line[TL_N_LINE_LINKS + 1] = { 0 };

  for (int i = 0; i < TL_N_LINE_LINKS; i++)
    line[i] = letters[risk->line[i].state];
  g_assert_cmpstr (line, ==, test->line);
  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpint (risk->state, ==, test->state);
  g_assert_cmpint (risk->may_close, ==, test->may_close);
  g_assert_nonnull (risk->primary);
  check_measure (test, risk->primary);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/scenarios/%s/%s", cases[i].file, cases[i].as_at);

      g_test_add_data_func (path, &cases[i], test_scenario);
    }
  return g_test_run ();
}
