/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-test.h"
#include "app-window.h"
#include "app-workbook.h"

#include <glib/gstdio.h>
#include <string.h>

#include "tl-csv-folder.h"
#include "tl-import-plan.h"
#include "tl-practice-make.h"
#include "tl-practice-making.h"
#include "tl-practice-paper.h"
#include "tl-practice-progress.h"
#include "tl-practice-watermark.h"
#include "tl-practice-window-private.h"
#include "tl-window-practice.h"
#include "tl-workbook-join.h"
#include "tl-workbook-kept.h"

/* That practice isn't mixed with live work, that a case which isn't sound is refused in plain words, and what a trainer
 * does with cases. */

#define CASE "kettle-wharf"

static GFile *
find_case (const char *part)
{
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "..", "data", "practice", CASE, part, NULL);

  return g_file_new_for_path (path);
}

static gboolean
has_looked (gpointer data)
{
  return !tl_practice_list_get_busy (tl_practice_window_get_list (data));
}

static TlPracticeWindow *
open_window (void)
{
  TlWindow *start = app_window_new ();
  TlPracticeWindow *window = tl_application_practise (tl_application_get ());

  gtk_window_destroy (GTK_WINDOW (start));
  app_window_wait (has_looked, window);
  app_test_settle (GTK_WIDGET (window));
  return window;
}

static gboolean
has_dialog (gpointer data)
{
  return adw_application_window_get_visible_dialog (data) != NULL;
}

static void
assert_told (gpointer    window,
             const char *words)
{
  app_window_wait (has_dialog, window);
  app_test_settle (GTK_WIDGET (window));
  if (!app_test_says (GTK_WIDGET (window), words))
    g_error ("Nobody is told “%s”", words);
  adw_dialog_force_close (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
}

/* ── Live work ────────────────────────────────────────────────────────────── */

static void
test_shown_marked (void)
{
  g_autoptr (GFile) workbook = find_case ("case.throughline");
  TlWindow *window = app_window_new ();
  TlWorkbook *shown;

  /* As any workbook it isn't opened, for it would tell what is to be found. */
  tl_window_open_copy (window, workbook);
  assert_told (window, "This is the workbook of a practice case");
  g_assert_null (tl_window_get_workbook (window));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (window), "practice"));

  tl_window_show_practice (window, workbook);
  app_window_wait (app_window_has_workbook, window);
  app_test_settle (GTK_WIDGET (window));
  shown = tl_window_get_workbook (window);
  g_assert_true (tl_workbook_is_practice (shown));
  g_assert_false (tl_workbook_get_editable (shown));
  g_assert_cmpint (tl_workbook_get_saved_state (shown), ==, TL_SAVED_STATE_READ_ONLY);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (window), "practice"));
  g_assert_true (gtk_widget_get_mapped (app_test_find (GTK_WIDGET (window), TL_TYPE_PRACTICE_WATERMARK)));
  g_assert_true (app_test_says (GTK_WIDGET (window), "Practice: an invented service"));
  g_assert_true (app_test_says (GTK_WIDGET (window), "Back to Practice"));
  app_test_keep (GTK_WIDGET (window), "practice-whole-workbook");
  app_window_close (window);
}

static void
test_not_merged (void)
{
  g_autoptr (GFile) workbook = find_case ("case.throughline");
  g_autofree char *sheets_path = g_test_build_filename (G_TEST_DIST, "..", "data", "practice", CASE, NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (sheets_path);
  TlWorkbook *live = app_workbook_open_sample (), *empty = app_workbook_open_empty ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TlImportPlan) plan = NULL, begun = NULL;
  g_autoptr (GError) error = NULL;

  tl_workbook_read_other_async (live, workbook, NULL, app_workbook_answer_cb, &result);
  g_assert_null (tl_workbook_read_other_finish (live, app_workbook_wait_for (&result), &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "is a practice case"));

  /* Nor by its sheets, whoever accepts the rows that are good; a workbook may begin with them. */
  plan = tl_import_plan_new (tl_assessment_get_snapshot (tl_workbook_get_assessment (live)), tl_csv_folder_read (folder, NULL, NULL));
  g_assert_cmpuint (tl_import_plan_get_n_problems (plan), ==, 1);
  g_assert_nonnull (strstr (tl_import_plan_get_problem (plan, 0)->message, "practice case"));
  g_assert_null (tl_import_plan_get_change (plan, TRUE));
  begun = tl_import_plan_new (tl_assessment_get_snapshot (tl_workbook_get_assessment (empty)), tl_csv_folder_read (folder, NULL, NULL));
  g_assert_cmpuint (tl_import_plan_get_n_problems (begun), ==, 0);
  app_workbook_close (live);
  app_workbook_close (empty);
}

/* What is real doesn't come into a case either: its sheets say nothing of answers. */
static void
test_nothing_real (void)
{
  g_autoptr (GFile) file = find_case ("case.throughline");
  g_autofree char *sheets_path = g_test_build_filename (G_TEST_DIST, "..", "data", "sample", NULL);
  g_autofree char *case_path = g_test_build_filename (G_TEST_DIST, "..", "data", "practice", CASE, NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (sheets_path), case_folder = g_file_new_for_path (case_path);
  TlWorkbook *invented = app_workbook_open_file (file);
  TlSnapshot *snapshot = tl_assessment_get_snapshot (tl_workbook_get_assessment (invented));
  g_autoptr (TlImportPlan) plan = tl_import_plan_new (snapshot, tl_csv_folder_read (folder, NULL, NULL));
  g_autoptr (TlImportPlan) again = tl_import_plan_new (snapshot, tl_csv_folder_read (case_folder, NULL, NULL));

  g_assert_cmpuint (tl_import_plan_get_n_problems (plan), ==, 1);
  g_assert_nonnull (strstr (tl_import_plan_get_problem (plan, 0)->message, "nothing else may come into it"));
  g_assert_null (tl_import_plan_get_change (plan, TRUE));
  g_assert_cmpuint (tl_import_plan_get_n_problems (again), ==, 0);
  app_workbook_close (invented);
}

/* ── Cases that aren't sound ──────────────────────────────────────────────── */

static void
put (GFile      *folder,
     const char *name,
     const char *text,
     gsize       length)
{
  g_autofree char *path = g_build_filename (g_file_peek_path (folder), name, NULL);

  g_assert_true (g_file_set_contents (path, text, (gssize) length, NULL));
}

/* A copy of the case among those of the person at this computer, with something else in its page. */
static GFile *
copy_case (const char *id,
           const char *from,
           const char *to,
           gboolean    sums)
{
  static const char * const parts[] = { "case.json", "case.throughline", "SHA256SUMS" };
  g_autoptr (GFile) own = tl_practice_list_get_own ();
  GFile *folder = g_file_get_child (own, id);

  g_assert_cmpint (g_mkdir_with_parents (g_file_peek_path (folder), 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GFile) file = find_case (parts[i]);
      g_autofree char *text = NULL;
      gsize length = 0;

      g_assert_true (g_file_load_contents (file, NULL, &text, &length, NULL, NULL));
      if (i == 0)
        {
          g_auto (GStrv) split = g_strsplit (text, from, 2);
          g_autofree char *other = g_strjoinv (to, split);

          put (folder, parts[i], other, strlen (other));
          continue;
        }
      put (folder, parts[i], text, length);
    }
  if (sums)
    {
      g_autofree char *command = g_strdup_printf ("sh -c 'cd %s && sha256sum case.json case.throughline > SHA256SUMS'", g_file_peek_path (folder));

      g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
    }
  return folder;
}

static void
remove_case (GFile *folder)
{
  static const char * const parts[] = { "case.json", "case.throughline", "SHA256SUMS" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GFile) part = g_file_get_child (folder, parts[i]);

      g_file_delete (part, NULL, NULL);
    }
  g_file_delete (folder, NULL, NULL);
  g_object_unref (folder);
}

static void
test_bad_cases (void)
{
  GFile *altered = copy_case ("altered", "about 35", "about 30", FALSE);
  GFile *newer = copy_case ("newer", "\"version\": 1", "\"version\": 2", TRUE);
  GFile *unfit = copy_case ("unfit", "\"V3\",\n    \"A4\"", "\"Z77\",\n    \"A4\"", TRUE);
  TlPracticeWindow *window;
  g_autofree char *path = NULL;
  g_autoptr (GFile) text = NULL;

  put (altered, "case.json", "{\"version\": 1}", 14);
  window = open_window ();
  g_assert_null (tl_practice_list_find (tl_practice_window_get_list (window), "altered"));
  g_assert_null (tl_practice_list_find (tl_practice_window_get_list (window), "newer"));
  g_assert_true (app_test_says (GTK_WIDGET (window), "Can’t Be Used"));
  g_assert_true (app_test_says (GTK_WIDGET (window), "newer version of Throughline; update Throughline"));
  tl_practice_window_open (window, tl_practice_list_find (tl_practice_window_get_list (window), "unfit"));
  assert_told (window, "The answer sheet of this case doesn’t fit its workbook");
  g_assert_null (tl_practice_window_get_page (window));

  path = g_build_filename (g_get_tmp_dir (), "letter.throughline-case", NULL);
  g_assert_true (g_file_set_contents (path, "Dear trainees", -1, NULL));
  text = g_file_new_for_path (path);
  tl_practice_window_take (window, text);
  assert_told (window, "no practice case");
  g_unlink (path);
  app_window_close ((TlWindow *) window);
  remove_case (altered);
  remove_case (newer);
  remove_case (unfit);
}

/* ── Trainers ─────────────────────────────────────────────────────────────── */

static gboolean
has_compared (gpointer data)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (data);

  return dialog != NULL && app_test_says (GTK_WIDGET (dialog), "Seen by");
}

static void
test_side_by_side (void)
{
  g_autofree char *expert = g_test_build_filename (G_TEST_DIST, "data", "practice", CASE ".ini", NULL);
  g_autofree char *other = g_test_build_filename (G_TEST_DIST, "data", "practice", "saltings.ini", NULL);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) first = g_file_new_for_path (expert), second = g_file_new_for_path (other), third = find_case ("case.json");
  TlPracticeWindow *window = open_window ();

  g_list_store_append (files, first);
  g_list_store_append (files, second);
  g_list_store_append (files, third);
  tl_practice_window_compare (window, G_LIST_MODEL (files));
  app_window_wait (has_compared, window);
  app_test_settle (GTK_WIDGET (window));
  g_assert_true (app_test_says (GTK_WIDGET (window), "Trainee 1"));
  g_assert_true (app_test_says (GTK_WIDGET (window), "1 of 1"));
  g_assert_true (app_test_says (GTK_WIDGET (window), "These judgements are on another case"));
  g_assert_true (app_test_says (GTK_WIDGET (window), "case.json: These aren’t judgements"));
  app_test_keep (GTK_WIDGET (window), "practice-compare");
  adw_dialog_force_close (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  app_window_close ((TlWindow *) window);
}

static gboolean
lists_traces (gpointer data)
{
  return has_dialog (data) && app_test_says (GTK_WIDGET (data), "Make sure that it is invented");
}

/* A case is made only once everything that may be real was looked at, and its page is written. */
static void
test_guided_check (void)
{
  g_autoptr (GFile) sample = app_window_copy_sample ();
  TlPracticeWindow *window = open_window ();
  TlPracticeMaking *dialog;

  tl_practice_window_make (window, sample);
  app_window_wait (lists_traces, window);
  app_test_settle (GTK_WIDGET (window));
  dialog = TL_PRACTICE_MAKING (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  g_assert_true (app_test_says (GTK_WIDGET (dialog), "This is a name"));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "making.make", NULL);
  app_test_settle (GTK_WIDGET (window));
  g_assert_true (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) == ADW_DIALOG (dialog));
  app_test_assert_named (GTK_WIDGET (dialog));
  app_test_keep (GTK_WIDGET (window), "practice-making");
  adw_dialog_force_close (ADW_DIALOG (dialog));
  app_window_close ((TlWindow *) window);
}

static void
test_make (void)
{
  static const char *setting[] = { "A home by a river.", NULL }, *questions[] = { "Who knows?", NULL }, *teaches[] = { "To ask.", NULL };
  static const char *regulations[] = { "12", NULL }, *none[] = { NULL };
  TlWorkbook *workbook = app_workbook_open_sample ();
  TlAssessment *assessment = tl_workbook_get_assessment (workbook);
  g_autoptr (GPtrArray) planted = g_ptr_array_new ();
  g_autoptr (GFile) own = tl_practice_list_get_own (), folder = g_file_get_child (own, "by-a-river");
  g_autoptr (GAsyncResult) result = NULL, opened = NULL;
  g_autoptr (TlPracticeCase) made = NULL;
  g_autoptr (TlPracticeDesk) desk = NULL;
  g_autoptr (GFile) progress = tl_practice_progress_get_folder ();
  g_autoptr (TlIdSource) ids = tl_id_source_new_seeded ("make", 1);
  g_autoptr (GError) error = NULL;
  TlPracticeMake make = {
    .assessment = assessment,
    .planted = planted,
    .provider = "Riverbank Care",
    .draft = { .title = "By a river", .care = "residential", .level = 3, .minutes = 40, .setting = setting, .questions = questions,
               .teaches = teaches, .model = { NULL, "It isn’t so.", NULL, "All of them.", none, regulations } },
  };

  for (guint i = 0; i < tl_assessment_get_n_findings (assessment); i++)
    if (tl_assessment_get_finding (assessment, i)->risk != NULL)
      g_ptr_array_add (planted, (gpointer) tl_assessment_get_finding (assessment, i));
  make.draft.model.risk = ((const TlFinding *) g_ptr_array_index (planted, 0))->risk->base.ref;
  tl_practice_make_async (&make, folder, NULL, app_workbook_answer_cb, &result);
  made = tl_practice_make_finish (app_workbook_wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tl_practice_case_get_title (made), ==, "By a river");

  tl_practice_desk_open_async (made, progress, ids, NULL, app_workbook_answer_cb, &opened);
  desk = tl_practice_desk_open_finish (app_workbook_wait_for (&opened), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tl_snapshot_get_provider (tl_assessment_get_snapshot (tl_practice_desk_get_figures (desk))), ==, "Riverbank Care");
  tl_practice_desk_close (desk);
  app_workbook_close (workbook);
  remove_case (g_object_ref (folder));
}

static void
test_paper (void)
{
  g_autoptr (GFile) folder = find_case ("");
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "practice", CASE ".ini", NULL);
  g_autofree char *text = NULL, *page = NULL, *sheet = NULL;
  g_autoptr (TlPracticeCase) practice_case = tl_practice_case_load (folder, NULL, NULL);
  TlWorkbook *workbook;
  g_autoptr (GPtrArray) runs = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TlPracticePaper) dialog = NULL;
  g_autoptr (TlReport) report = NULL, group = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;

  g_assert_nonnull (practice_case);
  workbook = app_workbook_open_file (tl_practice_case_get_workbook (practice_case));
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  g_ptr_array_add (runs, tl_practice_run_parse (text, length, NULL));
  dialog = g_object_ref_sink (tl_practice_paper_new (practice_case, tl_workbook_get_assessment (workbook), TL_REPORT_KIND_DEBRIEF, runs));
  report = tl_practice_paper_make_report (dialog);
  g_assert_true (tl_report_paginate (report, NULL, &error));
  page = tl_report_read_page (report, 0);
  g_assert_nonnull (strstr (page, "Of 6 planted weaknesses you found 6."));
  g_assert_nonnull (strstr (page, "An invented service"));
  if (g_getenv ("TL_PICTURES") != NULL && *g_getenv ("TL_PICTURES") != '\0')
    {
      g_autofree char *pdf = g_build_filename (g_getenv ("TL_PICTURES"), "debrief.pdf", NULL);
      g_autoptr (GFile) file = g_file_new_for_path (pdf);

      g_assert_true (tl_report_save_pdf (report, file, NULL, &error));
    }
  group = tl_report_new (tl_workbook_get_assessment (workbook), TL_REPORT_KIND_PRACTICE_SHEET);
  tl_report_set_practice (group, practice_case, runs);
  g_assert_true (tl_report_paginate (group, NULL, &error));
  sheet = tl_report_read_page (group, 0);
  g_assert_nonnull (strstr (sheet, "Who answers for medicines"));
  app_workbook_close (workbook);
}

static void
add_tests (void)
{
  g_test_add_func ("/practice-mixing/shown-marked", test_shown_marked);
  g_test_add_func ("/practice-mixing/not-merged", test_not_merged);
  g_test_add_func ("/practice-mixing/nothing-real", test_nothing_real);
  g_test_add_func ("/practice-mixing/bad-cases", test_bad_cases);
  g_test_add_func ("/practice-mixing/side-by-side", test_side_by_side);
  g_test_add_func ("/practice-mixing/guided-check", test_guided_check);
  g_test_add_func ("/practice-mixing/make", test_make);
  g_test_add_func ("/practice-mixing/paper", test_paper);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
