/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Practising more than once: a finding is typed, a judgement taken back, the case tried again; a go that can't be read. */
#include "app-practice.h"
#include "app-test.h"
#include "app-walk.h"
#include "app-window.h"

#include <string.h>

#include "tl-practice-judgement-dialog.h"
#include "tl-practice-progress.h"

#define CASE "reed-close"

static guint
count_judgements (TlPracticeDesk *desk)
{
  return g_list_model_get_n_items (tl_practice_run_get_judgements (tl_practice_desk_get_run (desk)));
}

static void
go_in (TlWindow   *keys,
       const char *name)
{
  app_walk_go (keys, name);
  app_walk_keys (keys, "Return", NULL);
  app_test_settle (GTK_WIDGET (keys));
}

static TlPracticeWindow *
open_with_keys (TlPracticeDesk **desk)
{
  TlPracticeWindow *window;

  app_practice_forget (CASE);
  window = app_practice_open_window ();
  if (!app_walk_can ((TlWindow *) window))
    {
      g_test_skip ("no keys can be pressed here");
      app_practice_close (window);
      return NULL;
    }
  *desk = app_practice_open_case (window, CASE);
  return window;
}

/* What was judged can be taken back, and what is typed into the finding is kept as it is typed. */
static void
test_changed (void)
{
  TlPracticeDesk *desk;
  TlPracticeWindow *window = open_with_keys (&desk);
  g_autoptr (GFile) folder = tl_practice_progress_get_folder ();
  g_autoptr (TlPracticeJudgement) first = NULL;
  g_autoptr (TlPracticeRun) kept = NULL;
  TlPracticePage *page;
  guint before;

  if (window == NULL)
    return;
  page = tl_practice_window_get_page (window);
  app_practice_judge_as_expert (desk, CASE);
  before = count_judgements (desk);
  first = g_list_model_get_item (tl_practice_run_get_judgements (tl_practice_desk_get_run (desk)), 0);
  adw_dialog_present (ADW_DIALOG (tl_practice_judgement_dialog_new (desk, first)), GTK_WIDGET (page));
  app_test_settle (GTK_WIDGET (window));
  go_in ((TlWindow *) window, "Take This Judgement Back");
  g_assert_cmpuint (count_judgements (desk), ==, before - 1);

  tl_practice_page_show_part (page, "finding");
  app_test_settle (GTK_WIDGET (window));
  /* Next comes its reach. */
  app_walk_go ((TlWindow *) window, "Sources That Show It");
  app_walk_keys ((TlWindow *) window, "Tab", "ctrl+a", "=Two of nine rooms", NULL);
  app_window_wait (app_practice_is_kept, desk);
  kept = tl_practice_progress_load_run (folder, CASE, NULL, NULL);
  g_assert_cmpstr (tl_practice_run_get_finding (kept)->reach, ==, "Two of nine rooms");
  g_assert_cmpuint (g_list_model_get_n_items (tl_practice_run_get_judgements (kept)), ==, before - 1);
  app_practice_close (window);
}

static gboolean
has_begun_again (gpointer data)
{
  return tl_practice_desk_get_debrief (data) == NULL;
}

/* Tried again, nothing is left of the first time but how it went. */
static void
test_again (void)
{
  TlPracticeDesk *desk;
  TlPracticeWindow *window = open_with_keys (&desk);
  g_autoptr (GFile) folder = tl_practice_progress_get_folder ();
  g_autoptr (TlPracticeProgress) progress = NULL;
  guint before;

  if (window == NULL)
    return;
  progress = tl_practice_progress_load (folder, NULL);
  before = tl_practice_progress_get_n (progress, CASE);
  app_practice_judge_as_expert (desk, CASE);
  gtk_widget_activate_action (GTK_WIDGET (tl_practice_window_get_page (window)), "practice.finish", NULL);
  app_test_settle (GTK_WIDGET (window));
  go_in ((TlWindow *) window, "Finish");
  app_window_wait (app_practice_is_debriefed, desk);
  app_test_settle (GTK_WIDGET (window));
  g_assert_true (app_test_says (GTK_WIDGET (window), "Where the Line Breaks"));

  gtk_widget_activate_action (GTK_WIDGET (tl_practice_window_get_page (window)), "practice.begin-again", NULL);
  app_test_settle (GTK_WIDGET (window));
  go_in ((TlWindow *) window, "Try Again");
  app_window_wait (has_begun_again, desk);
  app_test_settle (GTK_WIDGET (window));
  g_assert_cmpuint (count_judgements (desk), ==, 0);
  g_assert_null (tl_practice_run_get_trail (tl_practice_desk_get_run (desk))[0]);
  g_assert_false (tl_practice_run_is_committed (tl_practice_desk_get_run (desk)));
  g_assert_false (app_test_says (GTK_WIDGET (window), "Where the Line Breaks"));
  g_clear_pointer (&progress, tl_practice_progress_free);
  progress = tl_practice_progress_load (folder, NULL);
  g_assert_cmpuint (tl_practice_progress_get_n (progress, CASE), ==, before + 1);
  app_practice_close (window);
}

/* A go that can't be read is put aside and not written over, and that is said. */
static void
test_unreadable (void)
{
  g_autoptr (GFile) folder = tl_practice_progress_get_folder ();
  g_autoptr (GFile) runs = g_file_get_child (folder, "runs");
  g_autoptr (GFile) run = g_file_get_child (runs, CASE ".ini");
  g_autoptr (GFile) aside = g_file_get_child (runs, CASE ".ini.unreadable");
  g_autoptr (GError) error = NULL;
  g_autofree char *left = NULL;
  TlPracticeWindow *window;
  TlPracticeDesk *desk;

  app_practice_forget (CASE);
  g_file_make_directory_with_parents (runs, NULL, NULL);
  g_file_replace_contents (run, "no go at all", 12, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error);
  g_assert_no_error (error);
  window = app_practice_open_window ();
  desk = app_practice_open_case (window, CASE);
  g_assert_cmpuint (count_judgements (desk), ==, 0);
  g_assert_nonnull (tl_practice_desk_get_left_behind (desk));
  g_assert_true (app_test_says (GTK_WIDGET (window), tl_practice_desk_get_left_behind (desk)));
  g_assert_true (g_file_load_contents (aside, NULL, &left, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (left, ==, "no go at all");
  g_file_delete (aside, NULL, NULL);
  adw_dialog_force_close (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  app_practice_close (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/practice-again/changed", test_changed);
  g_test_add_func ("/practice-again/again", test_again);
  g_test_add_func ("/practice-again/unreadable", test_unreadable);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
