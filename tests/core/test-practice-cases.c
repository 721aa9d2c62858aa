/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-practice.h"
#include "tl-practice-debrief.h"

/* Every case that is installed: its answers fit its workbook, an expert finds all of it, and who believes every audit and
 * every average finds little. */

static void
say_outcomes (const TlPracticeDebrief *debrief)
{
  for (guint i = 0; i < tl_practice_debrief_get_n_answers (debrief); i++)
    {
      const TlPracticeAnswerResult *result = tl_practice_debrief_get_answer (debrief, i);

      g_test_message ("row %u: %s: %s", i + 1, tl_word_get (TL_TYPE_PRACTICE_OUTCOME, (int) result->outcome), result->reason);
    }
  for (guint i = 0; i < tl_practice_debrief_get_n_judgements (debrief); i++)
    {
      const TlPracticeJudgementResult *result = tl_practice_debrief_get_judgement (debrief, i);

      g_test_message ("judgement %u: %s: %s", i + 1, tl_word_get (TL_TYPE_PRACTICE_STANDING, (int) result->standing), result->reason);
    }
  for (guint i = 0; i < tl_practice_debrief_get_n_lessons (debrief); i++)
    {
      const TlPracticeLesson *lesson = tl_practice_debrief_get_lesson (debrief, i);
      g_autofree char *reasons = g_strjoinv (" / ", lesson->reasons);

      g_test_message ("%s: %s, %u of %u: %s", lesson->title, tl_word_get (TL_TYPE_PRACTICE_GRADE, (int) lesson->grade), lesson->done,
                      lesson->of, reasons);
    }
}

static void
test_fits (gconstpointer data)
{
  g_autoptr (TestPractice) practice = test_practice_read (data);
  g_auto (GStrv) problems = tl_practice_sheet_check (practice->page, practice->assessment);

  for (guint i = 0; problems[i] != NULL; i++)
    g_test_message ("%s", problems[i]);
  g_assert_cmpuint (g_strv_length (problems), ==, 0);
}

static void
test_expert (gconstpointer data)
{
  g_autoptr (TestPractice) practice = test_practice_read (data);
  g_autoptr (TlPracticeRun) run = test_practice_read_expert (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlPracticeDebrief) debrief = tl_practice_debrief_new (practice->page, practice->assessment, run, &error);

  g_assert_no_error (error);
  say_outcomes (debrief);
  for (guint i = 0; i < tl_practice_debrief_get_n_answers (debrief); i++)
    {
      const TlPracticeAnswerResult *result = tl_practice_debrief_get_answer (debrief, i);

      g_assert_cmpint (result->outcome, ==, result->answer->planted ? TL_PRACTICE_OUTCOME_FOUND : TL_PRACTICE_OUTCOME_UPHELD);
      g_assert_true (result->same_state);
    }
  for (guint i = 0; i < tl_practice_debrief_get_n_judgements (debrief); i++)
    g_assert_cmpint (tl_practice_debrief_get_judgement (debrief, i)->standing, ==, TL_PRACTICE_STANDING_RIGHT);
  for (guint i = 0; i < tl_practice_debrief_get_n_lessons (debrief); i++)
    {
      const TlPracticeLesson *lesson = tl_practice_debrief_get_lesson (debrief, i);

      g_assert_cmpint (lesson->grade, ==, TL_PRACTICE_GRADE_DONE);
      g_assert_cmpuint (lesson->of, >, 0);
    }
}

static void
judge (TlPracticeRun         *run,
       const TlRiskJudgement *risk,
       TlLineLink             link,
       gboolean               sound,
       const char            *ref)
{
  g_autoptr (TlPracticeJudgement) judgement
    = tl_practice_judgement_new (risk->facts->base.ref, link, sound ? TL_PRACTICE_STATE_SOUND : TL_PRACTICE_STATE_WEAK);
  const char *evidence[] = { ref, NULL };

  g_object_set (judgement, "evidence", evidence, "sureness", TL_PRACTICE_SURENESS_SURE, NULL);
  tl_practice_run_judge (run, judgement);
}

static const char *
find_audit (const TlRiskJudgement *risk)
{
  for (guint i = 0; i < risk->facts->evidence.n; i++)
    {
      const TlEvidenceFacts *evidence = risk->facts->evidence.rows[i];

      if (tl_source_is_governance (evidence->source))
        return evidence->base.ref;
    }
  return risk->facts->base.ref;
}

/* A name in the box, an audit in the folder, an average above the line, or closed: all is well. */
static void
believe (TlPracticeRun         *run,
         const TlRiskJudgement *risk)
{
  const char *audit = find_audit (risk);
  const char *measure = risk->primary != NULL ? risk->primary->facts->base.ref : audit;
  gboolean met = risk->state != TL_RISK_STATE_OPEN || risk->primary == NULL || risk->primary->target >= TL_TARGET_MET;

  judge (run, risk, TL_LINE_LINK_FOUND, risk->facts->baseline_issue != NULL, risk->facts->base.ref);
  judge (run, risk, TL_LINE_LINK_OWNED, risk->facts->ownerships.n > 0, risk->facts->base.ref);
  judge (run, risk, TL_LINE_LINK_DEFINED, risk->facts->intended_outcome != NULL, measure);
  judge (run, risk, TL_LINE_LINK_ACTED, risk->n_actions > 0, audit);
  judge (run, risk, TL_LINE_LINK_EVIDENCED, risk->n_evidence > 0, audit);
  judge (run, risk, TL_LINE_LINK_IMPROVED, met, measure);
  judge (run, risk, TL_LINE_LINK_EVEN, TRUE, measure);
  judge (run, risk, TL_LINE_LINK_SUSTAINED, met, measure);
  tl_practice_run_note_opened (run, risk->facts->base.ref);
  tl_practice_run_note_opened (run, audit);
}

static void
test_naive (gconstpointer data)
{
  g_autoptr (TestPractice) practice = test_practice_read (data);
  g_autoptr (TlPracticeRun) run = tl_practice_run_new (data);
  char *sources[] = { NULL, NULL };
  TlPracticeFinding finding = { NULL, (char *) "The audits are compliant.", sources, (char *) "The whole service.", NULL, (char *) "17" };
  g_autoptr (TlPracticeDebrief) debrief = NULL;
  guint planted = 0, found, believed, n_done = 0;

  for (guint i = 0; i < tl_assessment_get_n_risks (practice->assessment); i++)
    {
      const TlRiskJudgement *risk = tl_assessment_get_risk (practice->assessment, i);

      believe (run, risk);
      finding.risk = (char *) risk->facts->base.ref;
      sources[0] = (char *) find_audit (risk);
    }
  tl_practice_run_set_finding (run, &finding);
  tl_practice_run_commit (run);
  debrief = tl_practice_debrief_new (practice->page, practice->assessment, run, NULL);
  say_outcomes (debrief);

  for (guint i = 0; i < tl_practice_debrief_get_n_answers (debrief); i++)
    planted += tl_practice_debrief_get_answer (debrief, i)->answer->planted;
  found = tl_practice_debrief_count (debrief, TL_PRACTICE_OUTCOME_FOUND);
  believed = tl_practice_debrief_count_standing (debrief, TL_PRACTICE_STANDING_BELIEVED);
  g_assert_cmpuint (found * 4, <=, planted);
  g_assert_cmpuint (believed, >=, 2);
  g_assert_cmpint (tl_practice_debrief_get_lesson (debrief, 0)->grade, ==, TL_PRACTICE_GRADE_NOT_YET);
  for (guint i = 0; i < tl_practice_debrief_get_n_lessons (debrief); i++)
    n_done += tl_practice_debrief_get_lesson (debrief, i)->grade == TL_PRACTICE_GRADE_DONE;
  g_assert_cmpuint (n_done, <=, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_auto (GStrv) cases = NULL;

  g_test_init (&argc, &argv, NULL);
  cases = test_practice_list ();
  for (guint i = 0; cases[i] != NULL; i++)
    {
      g_autofree char *fits = g_strdup_printf ("/practice/%s/fits", cases[i]);
      g_autofree char *expert = g_strdup_printf ("/practice/%s/expert", cases[i]);
      g_autofree char *naive = g_strdup_printf ("/practice/%s/naive", cases[i]);

      g_test_add_data_func_full (fits, g_strdup (cases[i]), (GTestDataFunc) test_fits, g_free);
      g_test_add_data_func_full (expert, g_strdup (cases[i]), (GTestDataFunc) test_expert, g_free);
      g_test_add_data_func_full (naive, g_strdup (cases[i]), (GTestDataFunc) test_naive, g_free);
    }
  return g_test_run ();
}
