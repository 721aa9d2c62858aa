/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-practice.h"
#include "support/test-store.h"
#include "tl-checks.h"
#include "tl-practice-debrief.h"

/* Every case that is installed: its answers fit its workbook, an expert finds all of it, and who believes every audit and
 * every average finds little. */

static GHashTable *read_cases;

/* Each case is read once. */
static TestPractice *
read_case (const char *id)
{
  TestPractice *practice = g_hash_table_lookup (read_cases, id);

  if (practice == NULL)
    {
      practice = test_practice_read (id);
      g_hash_table_insert (read_cases, g_strdup (id), practice);
    }
  return practice;
}

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
  TestPractice *practice = read_case (data);
  g_auto (GStrv) problems = tl_practice_sheet_check (practice->page, practice->assessment);

  for (guint i = 0; problems[i] != NULL; i++)
    g_test_message ("%s", problems[i]);
  g_assert_cmpuint (g_strv_length (problems), ==, 0);
}

/* By link and by check everything is counted once. */
static void
check_tallies (const TlPracticeDebrief *debrief)
{
  guint found = tl_practice_debrief_count (debrief, TL_PRACTICE_OUTCOME_FOUND), by_link = 0, by_check = 0, missed = 0, baseless = 0, n;
  const TlCheck *checks = tl_checks_list (&n);

  for (int link = TL_LINE_LINK_NONE; link <= TL_N_LINE_LINKS; link++)
    {
      TlPracticeTally tally = tl_practice_debrief_tally_link (debrief, (TlLineLink) link);

      g_assert_cmpuint (tally.found + tally.wrong_reason + tally.missed, ==, tally.planted);
      by_link += tally.found;
      missed += tally.missed;
      baseless += tally.without_ground;
    }
  for (guint i = 0; i < n; i++)
    by_check += tl_practice_debrief_tally_check (debrief, checks[i].id).found;
  g_assert_cmpuint (by_link, ==, found);
  g_assert_cmpuint (by_check, ==, found);
  g_assert_cmpuint (missed, ==, tl_practice_debrief_count (debrief, TL_PRACTICE_OUTCOME_MISSED));
  g_assert_cmpuint (baseless, ==, tl_practice_debrief_count_standing (debrief, TL_PRACTICE_STANDING_WITHOUT_GROUND));
}

static void
test_expert (gconstpointer data)
{
  TestPractice *practice = read_case (data);
  g_autoptr (TlPracticeRun) run = test_practice_read_expert (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlPracticeDebrief) debrief = tl_practice_debrief_new (practice->page, practice->assessment, run, &error);

  g_assert_no_error (error);
  say_outcomes (debrief);
  check_tallies (debrief);
  for (guint i = 0; i < tl_practice_debrief_get_n_steps (debrief); i++)
    {
      const TlPracticeStep *step = tl_practice_debrief_get_step (debrief, i);

      g_assert_cmpuint (step->expert, ==, i + 1);
      g_assert_cmpuint (step->trainee, ==, i + 1);
    }
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
  TestPractice *practice = read_case (data);
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
  check_tallies (debrief);

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

static void
add_refs (GStrvBuilder     *refs,
          const TlSnapshot *snapshot,
          TlTable           table)
{
  for (guint i = 0; i < tl_snapshot_count (snapshot, table); i++)
    g_strv_builder_add (refs, ((const TlFacts *) tl_snapshot_get (snapshot, table, i))->ref);
}

/* Who doubts everything, on everything there is, hasn't found anything. */
static void
test_wolf (gconstpointer data)
{
  TestPractice *practice = read_case (data);
  g_autoptr (TlPracticeRun) run = tl_practice_run_new (data);
  g_autoptr (GStrvBuilder) refs = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  g_autoptr (TlPracticeDebrief) debrief = NULL;
  static const TlTable tables[] = { TL_TABLE_PLACE, TL_TABLE_PERSON, TL_TABLE_MEASURE, TL_TABLE_ACTION, TL_TABLE_EVIDENCE, TL_TABLE_REVIEW };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    add_refs (refs, practice->snapshot, tables[i]);
  for (guint i = 0; i < tl_practice_case_get_n_extracts (practice->page); i++)
    g_strv_builder_add (refs, tl_practice_case_get_extract (practice->page, i)->ref);
  all = g_strv_builder_end (refs);
  for (guint i = 0; i < tl_assessment_get_n_risks (practice->assessment); i++)
    {
      for (int link = TL_LINE_LINK_NONE; link <= TL_N_LINE_LINKS; link++)
        {
          g_autoptr (TlPracticeJudgement) judgement
            = tl_practice_judgement_new (tl_assessment_get_risk (practice->assessment, i)->facts->base.ref, (TlLineLink) link,
                                         TL_PRACTICE_STATE_WEAK);

          g_object_set (judgement, "evidence", all, "sureness", TL_PRACTICE_SURENESS_SURE, NULL);
          tl_practice_run_judge (run, judgement);
        }
    }
  tl_practice_run_commit (run);
  debrief = tl_practice_debrief_new (practice->page, practice->assessment, run, NULL);
  g_assert_cmpuint (tl_practice_debrief_count (debrief, TL_PRACTICE_OUTCOME_FOUND), ==, 0);
  g_assert_cmpuint (tl_practice_debrief_count (debrief, TL_PRACTICE_OUTCOME_WRONG_REASON), >, 0);
  g_assert_cmpuint (tl_practice_debrief_count_standing (debrief, TL_PRACTICE_STANDING_WITHOUT_GROUND), >=, 2);
  check_tallies (debrief);
}

/* Between them the cases teach every check and every link. */
static void
test_all_met (void)
{
  g_auto (GStrv) cases = test_practice_list ();
  g_autoptr (GHashTable) met = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint links = 0, n;
  const TlCheck *checks = tl_checks_list (&n);

  for (guint i = 0; cases[i] != NULL; i++)
    {
      TestPractice *practice = read_case (cases[i]);
      g_autoptr (TlPracticeSheet) sheet = tl_practice_sheet_new (practice->snapshot);

      for (guint j = 0; j < tl_practice_sheet_get_n (sheet); j++)
        {
          const TlPracticeAnswer *answer = tl_practice_sheet_get (sheet, j);

          if (!answer->planted)
            continue;
          links |= 1u << answer->facts->link;
          g_hash_table_add (met, g_strdup (answer->facts->check_id));
        }
    }
  for (guint i = 0; i < n; i++)
    {
      if (!g_hash_table_contains (met, checks[i].id))
        g_error ("No case teaches %s", checks[i].id);
    }
  for (guint i = TL_LINE_LINK_FOUND; i <= TL_N_LINE_LINKS; i++)
    {
      if ((links & (1u << i)) == 0)
        g_error ("No case has a weakness at %s", tl_word_get (TL_TYPE_LINE_LINK, (int) i));
    }
}

/* What the build made of them: whole, and as the pages and sheets in data/practice say. */
static void
test_built (void)
{
  g_auto (GStrv) names = test_practice_list ();
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "..", "data", "practice", NULL);
  guint levels = 0;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GFile) folder = g_file_new_build_filename (path, names[i], NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (TlPracticeCase) built = tl_practice_case_load (folder, NULL, &error);
      TestPractice *practice = read_case (names[i]);
      g_autoptr (TestDesk) desk = test_desk_new ();
      g_autoptr (TlSnapshot) snapshot = NULL;
      TlStore *store = NULL;

      g_assert_no_error (error);
      store = test_store_open_file (g_file_peek_path (tl_practice_case_get_workbook (built)));
      snapshot = test_store_load (store);
      test_store_close (store);
      levels |= 1u << tl_practice_case_get_level (built);
      g_assert_cmpstr (tl_practice_case_get_title (built), ==, tl_practice_case_get_title (practice->page));
      g_assert_cmpint (tl_snapshot_get_today (snapshot), ==, tl_snapshot_get_today (practice->snapshot));
      g_assert_cmpuint (tl_snapshot_count (snapshot, TL_TABLE_ANSWER), ==, tl_snapshot_count (practice->snapshot, TL_TABLE_ANSWER));
      g_assert_cmpuint (tl_snapshot_count (snapshot, TL_TABLE_READING), ==, tl_snapshot_count (practice->snapshot, TL_TABLE_READING));
    }
  /* One of each level, from the gentlest to the hardest. */
  g_assert_cmphex (levels, ==, 0x1fe);
}

int
main (int   argc,
      char *argv[])
{
  g_auto (GStrv) cases = NULL;

  int result;

  g_test_init (&argc, &argv, NULL);
  read_cases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) test_practice_free);
  cases = test_practice_list ();
  for (guint i = 0; cases[i] != NULL; i++)
    {
      g_autofree char *fits = g_strdup_printf ("/practice/%s/fits", cases[i]);
      g_autofree char *expert = g_strdup_printf ("/practice/%s/expert", cases[i]);
      g_autofree char *wolf = g_strdup_printf ("/practice/%s/doubts-all", cases[i]);
      g_autofree char *naive = g_strdup_printf ("/practice/%s/naive", cases[i]);

      g_test_add_data_func_full (fits, g_strdup (cases[i]), (GTestDataFunc) test_fits, g_free);
      g_test_add_data_func_full (expert, g_strdup (cases[i]), (GTestDataFunc) test_expert, g_free);
      g_test_add_data_func_full (wolf, g_strdup (cases[i]), (GTestDataFunc) test_wolf, g_free);
      g_test_add_data_func_full (naive, g_strdup (cases[i]), (GTestDataFunc) test_naive, g_free);
    }
  g_test_add_func ("/practice/all-met", test_all_met);
  g_test_add_func ("/practice/built", test_built);
  result = g_test_run ();
  g_hash_table_unref (read_cases);
  return result;
}
