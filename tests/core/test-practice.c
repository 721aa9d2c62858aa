/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-practice.h"
#include "support/test-store.h"
#include "support/test-workbook.h"
#include "tl-practice-progress.h"

#include <glib/gstdio.h>
#include <string.h>

/* What a go at a case is, what may be wrong with a case, and what each kind of judgement comes to. */

#define CASE "kettle-wharf"

static void
write_file (const char *folder,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, &error));
  g_assert_no_error (error);
}

static char *
read_page (void)
{
  g_autofree char *cases = test_practice_get_folder ();
  g_autofree char *path = g_build_filename (cases, CASE, "case.json", NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* A folder as the build makes it. */
static char *
make_case (TestDesk   *desk,
           const char *name,
           const char *page)
{
  char *folder = test_desk_path (desk, name);
  g_autofree char *first = g_compute_checksum_for_string (G_CHECKSUM_SHA256, page, -1);
  g_autofree char *second = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "a workbook", -1);
  g_autofree char *sums = g_strdup_printf ("%s  case.json\n%s *case.throughline\n", first, second);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  write_file (folder, "case.json", page);
  write_file (folder, "case.throughline", "a workbook");
  write_file (folder, "SHA256SUMS", sums);
  return folder;
}

static TlPracticeCase *
load (const char  *folder,
      GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (folder);

  return tl_practice_case_load (file, NULL, error);
}

static void
assert_refused (const char *folder,
                int         code,
                const char *part)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (load (folder, &error));
  g_assert_error (error, G_IO_ERROR, code);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” doesn’t say “%s”", error->message, part);
}

static void
test_case_files (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *page = read_page ();
  g_autofree char *newer = test_workbook_replace (page, "\"version\": 1", "\"version\": 2");
  g_autofree char *no_level = test_workbook_replace (page, "\"level\": 1", "\"level\": 9");
  g_autofree char *whole = make_case (desk, "whole", page);
  g_autofree char *altered = make_case (desk, "altered", page);
  g_autofree char *rewritten = make_case (desk, "rewritten", page);
  g_autofree char *later = make_case (desk, "later", newer);
  g_autofree char *wrong = make_case (desk, "wrong", no_level);
  g_autofree char *bare = test_desk_path (desk, "bare");
  g_autofree char *root = g_path_get_dirname (whole);
  g_autoptr (GFile) folder = g_file_new_for_path (root);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) cases = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlPracticeCase) found = load (whole, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (tl_practice_case_get_id (found), ==, "whole");
  g_assert_cmpstr (tl_practice_case_get_title (found), ==, "Kettle Wharf: four rounds");
  g_assert_nonnull (tl_practice_case_find_extract (found, "X2"));

  write_file (altered, "case.throughline", "another workbook");
  assert_refused (altered, G_IO_ERROR_INVALID_DATA, "case.throughline");
  write_file (rewritten, "case.json", no_level);
  assert_refused (rewritten, G_IO_ERROR_INVALID_DATA, "“level” must be a whole number from 1 to 8");
  write_file (rewritten, "case.json", page);
  write_file (rewritten, "SHA256SUMS", "nothing\n");
  assert_refused (rewritten, G_IO_ERROR_INVALID_DATA, "get the case anew");
  assert_refused (later, G_IO_ERROR_NOT_SUPPORTED, "newer version of Throughline");
  assert_refused (wrong, G_IO_ERROR_INVALID_DATA, "level");
  g_assert_cmpint (g_mkdir (bare, 0700), ==, 0);

  cases = tl_practice_case_list (folder, problems, NULL);
  g_assert_cmpuint (cases->len, ==, 1);
  g_assert_cmpuint (problems->len, ==, 4);
}

static void
test_damaged_pages (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *page = read_page ();
  const char *damages[][3] = {
    { "\"source\": \"rota\"", "\"source\": \"hearsay\"", "a source of evidence" },
    { "\"date\": \"2026-05-15\"", "\"date\": \"15 May\"", "a day" },
    { "\"trail\": [", "\"trail\": [ 7,", "a list of texts" },
    { "\"regulations\": [", "\"rules\": [", "regulations" },
    { "\"setting\": [", "\"setting\": [], \"set\": [", "something in it" },
    { "\"version\": 1", "\"version\": \"1\"", "version" },
    { "{", "", "JSON" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *name = g_strdup_printf ("damaged-%u", i);
      const char *at = strstr (page, damages[i][0]);
      g_autofree char *text = NULL;
      g_autofree char *folder = NULL;

      g_assert_nonnull (at);
      text = g_strdup_printf ("%.*s%s%s", (int) (at - page), page, damages[i][1], at + strlen (damages[i][0]));
      folder = make_case (desk, name, text);
      assert_refused (folder, G_IO_ERROR_INVALID_DATA, damages[i][2]);
    }
}

/* One risk at two places: the second is weak and hidden. */
#define WORKBOOK                                                                                                                \
  "Workbook\nKey | Value\nProvider | P\nToday | 2026-03-31\n\n"                                                                 \
  "Places\nRef | Name | Kind | Parent\nP1 | Provider | provider |\nL1 | One | location | P1\nL2 | Two | location | P1\n\n"    \
  "People\nRef | Name | Role\nU1 | Ann | Manager\n\n"                                                                           \
  "Risks\nRef | Title | Theme | Intended outcome | Likelihood | Impact | Review every | Scope | Opened\n"                      \
  "R1 | Notes | records | Good notes | 2 | 2 | quarterly | L1; L2 | 2026-02-01\n\n"                                             \
  "Ownership\nRisk | Person | Part | From\nR1 | U1 | accountable | 2026-02-01\n\n"                                              \
  "Measures\nRef | Risk | Title | Kind | Direction | Target | Period | Role\nM1 | R1 | Good notes | proportion | at least | 90 | monthly | primary\n\n" \
  "Readings\nMeasure | Date | Place | Numerator | Denominator\nM1 | 2026-03-15 | L1 | 298 | 300\nM1 | 2026-03-15 | L2 | 14 | 30\n\n"

#define ANSWERS "Answers\nRisk | Subject | Link | State | Why | Evidence | Check\n"
#define HIDDEN "R1 | M1; L2 | Even | weak | Two is hidden. | M1 | variation-hidden\n"
#define EVIDENCE "Evidence\nRef | Date | Source | Finding | Verdict | Risks\n" \
  "E1 | 2026-03-20 | audit | Fine | supports | R1\nE2 | 2026-03-21 | feedback from people | Not fine | mixed | R1\n\n"

static char **
check_sheet (const char *workbook,
             const char *answers)
{
  g_autofree char *cases = test_practice_get_folder ();
  g_autoptr (GFile) file = g_file_new_build_filename (cases, CASE, "case.json", NULL);
  g_autoptr (TlPracticeCase) page = tl_practice_case_load_page (file, CASE, NULL, NULL);
  g_autoptr (TlSnapshot) snapshot = test_workbook_read (workbook, EVIDENCE, answers, NULL);
  g_autoptr (TlAssessment) assessment = tl_assessment_new (snapshot, tl_day_new (2026, 3, 31));

  return tl_practice_sheet_check (page, assessment);
}

static gboolean
says (char       **problems,
      const char  *part)
{
  for (guint i = 0; problems[i] != NULL; i++)
    if (strstr (problems[i], part) != NULL)
      return TRUE;
  return FALSE;
}

static void
test_sheet_that_does_not_fit (void)
{
  static const struct
  {
    const char *row;
    const char *problem;
  } rows[] = {
    { "R1 | M1; L1 | Even | weak | One is hidden. | M1 | variation-hidden\n", "the workbook doesn’t show it" },
    { "R1 | M1; L2 | Even | weak | Two is hidden. | E9 | variation-hidden\n", "nothing in the case is called “E9”" },
    { "R1 | M1; L2 | Even | weak | Two is hidden. | L2 | variation-hidden\n", "opens nothing that shows R1 · Even · L2 · M1" },
    { "R1 | M1; L2 | Even | weak | Two is hidden. | M1 | variation-odd\n", "“variation-odd” is no check" },
    { "R1 | M1; L2 | Even | weak | Two is hidden. |  | variation-hidden\n", "doesn’t say what shows it" },
    { "R1 | | Even | missing | Two is hidden. | M1 | variation-hidden\n", "it is to be missing" },
    { "R1 | | Even | sound | All is even. | M1 |\n", "it is to be sound, and the workbook shows it to be weak" },
    { "R1 | M1 | | sound | All is even. | M1 |\n", "it is to be sound, and the workbook shows otherwise" },
    { "R1 | | | sound | All is well. | M1 |\n", "doesn’t say what is sound" },
  };
  g_auto (GStrv) none = check_sheet (WORKBOOK, "");
  g_auto (GStrv) fits = check_sheet (WORKBOOK, ANSWERS HIDDEN);
  g_autofree char *timeless = test_workbook_replace (WORKBOOK, "Today | 2026-03-31\n", "");
  g_auto (GStrv) today = check_sheet (timeless, ANSWERS HIDDEN);

  g_assert_true (says (none, "no answer sheet"));
  g_assert_true (says (none, "something grave that no answer speaks of (variation-hidden)"));
  g_assert_false (says (fits, "Answer on"));
  g_assert_false (says (fits, "variation-hidden"));
  g_assert_false (says (fits, "no day of its own"));
  g_assert_true (says (today, "no day of its own"));
  g_assert_true (says (none, "The trail of the page: nothing in the case is called “V3”"));
  /* The page is another case's. */
  g_assert_true (says (fits, "nothing in the case is called “SED”"));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *answers = g_strconcat (ANSWERS, rows[i].row, NULL);
      g_auto (GStrv) problems = check_sheet (WORKBOOK, answers);

      if (!says (problems, rows[i].problem))
        g_error ("Nothing says “%s” of row %u", rows[i].problem, i + 1);
    }
}

static TlPracticeJudgement *
make_judgement (TlLineLink       link,
                const char      *subjects,
                TlPracticeState  state,
                const char      *evidence)
{
  TlPracticeJudgement *judgement = tl_practice_judgement_new ("R1", link, state);
  g_auto (GStrv) about = g_strsplit (subjects, " ", -1);
  g_auto (GStrv) rests_on = g_strsplit (evidence, " ", -1);

  g_object_set (judgement, "subjects", about, "evidence", rests_on, NULL);
  return judgement;
}

/* A judgement on the weakness at L2, and on what looks weak and is sound: E2. */
static void
test_standings (void)
{
#define WEAK TL_PRACTICE_STATE_WEAK
#define SOUND TL_PRACTICE_STATE_SOUND
#define CANT TL_PRACTICE_STATE_CANT_TELL
  static const struct
  {
    TlLineLink link;
    const char *subjects;
    TlPracticeState state;
    const char *evidence;
    TlPracticeOutcome planted;
    TlPracticeOutcome sound;
    TlPracticeStanding standing;
  } cases[] = {
#define CASE_OF(link, subjects, state, evidence, planted, sound, standing) \
  { TL_LINE_LINK_##link, subjects, state, evidence, TL_PRACTICE_OUTCOME_##planted, TL_PRACTICE_OUTCOME_##sound, \
    TL_PRACTICE_STANDING_##standing }
    CASE_OF (EVEN, "M1 L2", WEAK, "M1", FOUND, PASSED_OVER, RIGHT),
    CASE_OF (EVEN, "L2", WEAK, "M1", FOUND, PASSED_OVER, RIGHT),
    CASE_OF (EVEN, "", WEAK, "M1 L2", FOUND, PASSED_OVER, RIGHT),
    CASE_OF (NONE, "M1 L2", WEAK, "", FOUND, PASSED_OVER, RIGHT),
    /* Where isn't said, or on what, or it doesn't show it. */
    CASE_OF (EVEN, "", WEAK, "M1", WRONG_REASON, PASSED_OVER, WRONG_REASON),
    CASE_OF (EVEN, "L2", WEAK, "", WRONG_REASON, PASSED_OVER, WRONG_REASON),
    CASE_OF (EVEN, "L2", WEAK, "E1", WRONG_REASON, PASSED_OVER, WRONG_REASON),
    /* Another place, another link. */
    CASE_OF (EVEN, "L1", WEAK, "M1", MISSED, PASSED_OVER, WITHOUT_GROUND),
    CASE_OF (EVEN, "M1 L1", WEAK, "M1", MISSED, PASSED_OVER, WITHOUT_GROUND),
    CASE_OF (EVEN, "M1", WEAK, "M1", WRONG_REASON, PASSED_OVER, WRONG_REASON),
    CASE_OF (ACTED, "", WEAK, "M1", MISSED, PASSED_OVER, TRUE_TOO),
    CASE_OF (OWNED, "", SOUND, "U1", MISSED, PASSED_OVER, BELIEVED),
    CASE_OF (EVEN, "", SOUND, "M1", MISSED, PASSED_OVER, BELIEVED),
    CASE_OF (EVEN, "L2", CANT, "", MISSED, PASSED_OVER, LEFT_OPEN),
    CASE_OF (EVEN, "L2", CANT, "M1", ASKED, PASSED_OVER, LEFT_OPEN),
    /* What looks weak. */
    CASE_OF (EVIDENCED, "E2", SOUND, "E2", MISSED, UPHELD, RIGHT),
    CASE_OF (EVIDENCED, "E2", WEAK, "E2", MISSED, DOUBTED, WITHOUT_GROUND),
    CASE_OF (NONE, "E2", TL_PRACTICE_STATE_CONTRADICTORY, "", MISSED, DOUBTED, WITHOUT_GROUND),
#undef CASE_OF
  };
  g_autoptr (TlSnapshot) snapshot
    = test_workbook_read (WORKBOOK, EVIDENCE, ANSWERS HIDDEN "R1 | E2 | Evidenced | sound | One person, once. | E2 |\n", NULL);
  g_autoptr (TlAssessment) assessment = tl_assessment_new (snapshot, tl_day_new (2026, 3, 31));
  g_autofree char *folder = test_practice_get_folder ();
  g_autoptr (GFile) file = g_file_new_build_filename (folder, CASE, "case.json", NULL);
  g_autoptr (TlPracticeCase) page = tl_practice_case_load_page (file, CASE, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TlPracticeRun) run = tl_practice_run_new (CASE);
      g_autoptr (TlPracticeJudgement) judgement = make_judgement (cases[i].link, cases[i].subjects, cases[i].state, cases[i].evidence);
      g_autoptr (TlPracticeDebrief) debrief = NULL;

      tl_practice_run_judge (run, judgement);
      tl_practice_run_commit (run);
      debrief = tl_practice_debrief_new (page, assessment, run, NULL);
      g_test_message ("case %u", i + 1);
      g_assert_cmpuint (tl_practice_debrief_get_n_answers (debrief), ==, 2);
      g_assert_cmpint (tl_practice_debrief_get_answer (debrief, 0)->outcome, ==, cases[i].sound);
      g_assert_cmpint (tl_practice_debrief_get_answer (debrief, 1)->outcome, ==, cases[i].planted);
      g_assert_cmpint (tl_practice_debrief_get_judgement (debrief, 0)->standing, ==, cases[i].standing);
      g_assert_cmpuint (strlen (tl_practice_debrief_get_judgement (debrief, 0)->reason), >, 0);
    }
}

static void
test_run (void)
{
  g_autoptr (TlPracticeRun) run = tl_practice_run_new (CASE);
  g_autoptr (TlPracticeRun) back = NULL;
  g_autoptr (TestPractice) practice = test_practice_read (CASE);
  g_autoptr (TlPracticeJudgement) first = make_judgement (TL_LINE_LINK_EVEN, "SED", SOUND, "M1");
  g_autoptr (TlPracticeJudgement) changed = make_judgement (TL_LINE_LINK_EVEN, "SED", WEAK, "M1 X1");
  g_autoptr (TlPracticeJudgement) other = make_judgement (TL_LINE_LINK_ACTED, "A4", CANT, "A4");
  char *sources[] = { (char *) "M1", (char *) "X1; and more", NULL };
  TlPracticeFinding finding = { (char *) "R1", (char *) "Gaps\nin the villages", sources, (char *) "Nine people", NULL, (char *) "12" };
  g_autofree char *text = NULL, *again = NULL;
  g_autoptr (GError) error = NULL;
  GListModel *judgements = tl_practice_run_get_judgements (run);

  /* Changed in place, withdrawn, and nothing once it stands. */
  g_assert_true (tl_practice_run_judge (run, first));
  g_assert_true (tl_practice_run_judge (run, other));
  g_assert_true (tl_practice_run_judge (run, changed));
  g_assert_cmpuint (g_list_model_get_n_items (judgements), ==, 2);
  g_assert_false (tl_practice_run_withdraw (run, first));
  g_assert_true (tl_practice_run_withdraw (run, other));
  g_assert_cmpuint (g_list_model_get_n_items (judgements), ==, 1);
  tl_practice_run_set_finding (run, &finding);
  tl_practice_run_note_opened (run, "R1");
  tl_practice_run_note_opened (run, "M1");
  tl_practice_run_note_opened (run, "R1");
  g_assert_cmpuint (g_strv_length ((char **) tl_practice_run_get_trail (run)), ==, 2);

  /* No answers before. */
  g_assert_null (tl_practice_debrief_new (practice->page, practice->assessment, run, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_clear_error (&error);

  tl_practice_run_commit (run);
  g_assert_false (tl_practice_run_judge (run, other));
  g_assert_false (tl_practice_run_withdraw (run, changed));
  g_assert_false (tl_practice_run_set_finding (run, &finding));

  text = tl_practice_run_to_text (run);
  back = tl_practice_run_parse (text, strlen (text), &error);
  g_assert_no_error (error);
  again = tl_practice_run_to_text (back);
  g_assert_cmpstr (text, ==, again);
  g_assert_true (tl_practice_run_is_committed (back));
  g_assert_cmpstr (tl_practice_run_get_finding (back)->sources[1], ==, "X1; and more");

  g_clear_object (&back);
  back = tl_practice_run_new ("another");
  tl_practice_run_commit (back);
  g_assert_null (tl_practice_debrief_new (practice->page, practice->assessment, back, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
}

static void
test_run_from_outside (void)
{
  const char *newer = "[Practice]\nversion=2\ncase=c\n";
  const char *odd = "[Practice]\nversion=1\ncase=c\n[Judgement 1]\nstate=splendid\n[Judgement 2]\nstate=weak\nlink=Evn\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (TlPracticeRun) run = NULL;

  g_assert_null (tl_practice_run_parse (newer, strlen (newer), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  g_clear_error (&error);
  g_assert_null (tl_practice_run_parse ("\377\376", 2, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_clear_error (&error);
  run = tl_practice_run_parse (odd, strlen (odd), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (tl_practice_run_get_judgements (run)), ==, 1);
}

static void
test_progress (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_path (desk, "practice");
  g_autofree char *file = g_build_filename (path, "progress.ini", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (TlPracticeProgress) progress = tl_practice_progress_load (folder, NULL);
  g_autoptr (TlPracticeProgress) back = NULL;
  g_autoptr (TlPracticeProgress) damaged = NULL;
  g_autoptr (TlPracticeRun) run = tl_practice_run_new ("a/case [1]");
  g_autoptr (TlPracticeRun) kept = NULL;
  g_autoptr (TlPracticeJudgement) judgement = make_judgement (TL_LINE_LINK_EVEN, "SED", WEAK, "M1");
  TlPracticeAttempt first = { tl_day_new (2026, 5, 20), 6, 2, 1, 3, 4 }, second = { tl_day_new (2026, 5, 20), 6, 6, 0, 0, 0 };
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (tl_practice_progress_get_n (progress, "a/case [1]"), ==, 0);
  tl_practice_progress_add (progress, "a/case [1]", &first);
  tl_practice_progress_add (progress, "a/case [1]", &second);
  g_assert_true (tl_practice_progress_save (progress, folder, NULL, &error));
  g_assert_no_error (error);
  back = tl_practice_progress_load (folder, NULL);
  g_assert_cmpuint (tl_practice_progress_get_n (back, "a/case [1]"), ==, 2);
  g_assert_cmpmem (tl_practice_progress_get (back, "a/case [1]", 0), sizeof first, &first, sizeof first);
  g_assert_cmpmem (tl_practice_progress_get (back, "a/case [1]", 1), sizeof second, &second, sizeof second);

  tl_practice_run_judge (run, judgement);
  g_assert_true (tl_practice_progress_save_run (folder, run, NULL, &error));
  kept = tl_practice_progress_load_run (folder, "a/case [1]", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (tl_practice_run_get_judgements (kept)), ==, 1);
  g_assert_false (tl_practice_run_is_committed (kept));
  g_assert_true (tl_practice_progress_forget_run (folder, "a/case [1]", NULL, &error));
  g_assert_true (tl_practice_progress_forget_run (folder, "a/case [1]", NULL, &error));
  g_assert_null (tl_practice_progress_load_run (folder, "a/case [1]", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);

  /* What makes no sense is forgotten, the rest isn't. */
  write_file (path, "progress.ini", "[c]\n2026-05-20-1=1;1;0;0;0\n2026-05-21-1=1;-1;0;0;0\nsoon-1=1;1;0;0;0\n2026-05-22-1=1\n");
  damaged = tl_practice_progress_load (folder, NULL);
  g_assert_cmpuint (tl_practice_progress_get_n (damaged, "c"), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/practice/case-files", test_case_files);
  g_test_add_func ("/practice/damaged-pages", test_damaged_pages);
  g_test_add_func ("/practice/sheet-that-does-not-fit", test_sheet_that_does_not_fit);
  g_test_add_func ("/practice/standings", test_standings);
  g_test_add_func ("/practice/run", test_run);
  g_test_add_func ("/practice/run-from-outside", test_run_from_outside);
  g_test_add_func ("/practice/progress", test_progress);
  return g_test_run ();
}
