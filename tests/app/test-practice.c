/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-practice.h"
#include "app-test.h"
#include "app-walk.h"
#include "app-window.h"
#include "app-workbook.h"

#include <glib/gstdio.h>
#include <string.h>

#include "tl-practice-judgement-dialog.h"
#include "tl-practice-page.h"
#include "tl-practice-picker.h"
#include "tl-practice-progress.h"
#include "tl-practice-reading.h"
#include "tl-practice-watermark.h"
#include "tl-practice-window.h"

/* Practising in the window: a case is chosen, read, judged and debriefed. */

#define CASE "kettle-wharf"

static void
keep_pictures (GtkWidget  *window,
               const char *name)
{
  g_autofree char *dark = g_strconcat (name, "-dark", NULL);

  app_test_keep (window, name);
  app_test_set_dark (TRUE);
  app_test_keep (window, dark);
  app_test_set_dark (FALSE);
}

static void
test_pictures (void)
{
  TlPracticeWindow *window;
  TlPracticeDesk *desk;
  TlPracticePage *page;

  app_practice_forget (CASE);
  window = app_practice_open_window ();
  keep_pictures (GTK_WIDGET (window), "practice-list");
  desk = app_practice_open_case (window, CASE);
  page = tl_practice_window_get_page (window);
  keep_pictures (GTK_WIDGET (window), "practice-case");
  app_practice_judge_as_expert (desk, CASE);
  tl_practice_page_open (page, "R1");
  keep_pictures (GTK_WIDGET (window), "practice-risk");
  tl_practice_page_open (page, "M1");
  keep_pictures (GTK_WIDGET (window), "practice-measure");
  tl_practice_page_show_part (page, "judgements");
  keep_pictures (GTK_WIDGET (window), "practice-judgements");
  tl_practice_page_show_part (page, "finding");
  keep_pictures (GTK_WIDGET (window), "practice-finding");
  tl_practice_judgement_dialog_begin (desk, GTK_WIDGET (page), "R1", TL_LINE_LINK_EVEN, NULL);
  keep_pictures (GTK_WIDGET (window), "practice-judge");
  adw_dialog_force_close (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  tl_practice_desk_commit_async (desk, NULL, NULL);
  app_window_wait (app_practice_is_debriefed, desk);
  app_practice_close (window);

  window = app_practice_open_window ();
  app_practice_open_case (window, CASE);
  keep_pictures (GTK_WIDGET (window), "practice-debrief");
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 700);
  keep_pictures (GTK_WIDGET (window), "practice-debrief-narrow");
  tl_practice_page_show_part (tl_practice_window_get_page (window), "workbook");
  keep_pictures (GTK_WIDGET (window), "practice-workbook-narrow");
  app_practice_close (window);
}

/* ── From the beginning to the end, by keyboard ───────────────────────────── */

static void
assert_hidden (GtkWidget *window)
{
  /* Of the case's answers, of what is concluded, and of what it teaches. */
  g_assert_false (app_test_says (window, "drown the villages"));
  g_assert_false (app_test_says (window, "weak place"));
  g_assert_false (app_test_says (window, "An average belongs to nobody"));
  g_assert_false (app_test_says (window, "An expert"));
  g_assert_false (app_test_says (window, "Outcome"));
}

static void
test_walk (void)
{
  TlPracticeWindow *window;
  TlWindow *keys;
  TlPracticeDesk *desk;
  TlPracticeJudgement *judgement;
  GListModel *judgements;

  app_practice_forget (CASE);
  window = app_practice_open_window ();
  keys = (TlWindow *) window;
  if (!app_walk_can (keys))
    {
      g_test_skip ("no keys can be pressed here");
      app_practice_close (window);
      return;
    }
  app_test_assert_named (GTK_WIDGET (window));
  app_walk_go (keys, "Kettle Wharf: four rounds");
  app_walk_keys (keys, "Return", NULL);
  app_window_wait (app_practice_has_page, window);
  app_test_settle (GTK_WIDGET (window));
  desk = tl_practice_page_get_desk (tl_practice_window_get_page (window));
  app_test_assert_named (GTK_WIDGET (window));
  assert_hidden (GTK_WIDGET (window));

  /* What a record says is read only by asking for it, and that is noted. */
  g_assert_false (app_test_says (GTK_WIDGET (window), "Sat a.m. tablets still in the pack"));
  app_walk_go (keys, "X1 Chart of the week from 11 May");
  app_walk_keys (keys, "Return", NULL);
  app_test_settle (GTK_WIDGET (window));
  g_assert_true (app_test_says (GTK_WIDGET (window), "Sat a.m. tablets still in the pack"));
  g_assert_cmpstr (tl_practice_run_get_trail (tl_practice_desk_get_run (desk))[0], ==, "X1");

  /* The workbook: the first risk, and from there its measure. */
  app_walk_keys (keys, "alt+w", NULL);
  app_walk_go (keys, "Gaps on medicines charts");
  app_walk_keys (keys, "Return", NULL);
  app_test_settle (GTK_WIDGET (window));
  g_assert_true (app_test_says (GTK_WIDGET (window), "Follow the Line"));
  app_test_assert_named (GTK_WIDGET (window));
  assert_hidden (GTK_WIDGET (window));
  app_walk_go (keys, "Even");
  app_walk_keys (keys, "Return", NULL);
  app_test_settle (GTK_WIDGET (window));
  g_assert_true (TL_IS_PRACTICE_JUDGEMENT_DIALOG (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window))));
  app_test_assert_named (GTK_WIDGET (window));

  /* How it stands: weak; about the villages; why. */
  app_walk_go (keys, "What It Is About");
  app_walk_keys (keys, "Return", NULL);
  app_test_settle (GTK_WIDGET (window));
  app_walk_keys (keys, "=SED", NULL);
  app_window_wait (app_practice_has_looked, window);
  app_walk_go (keys, "SED Sedge villages round");
  app_walk_keys (keys, "space", "Escape", NULL);
  app_test_settle (GTK_WIDGET (window));
  if (TL_IS_PRACTICE_PICKER (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window))))
    app_walk_keys (keys, "Escape", NULL);
  app_walk_go (keys, "How It Stands");
  app_walk_keys (keys, "Return", "Down", "Down", "Return", NULL);
  app_test_settle (GTK_WIDGET (window));
  for (guint i = 0; i < 8 && !GTK_IS_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (window))); i++)
    app_walk_keys (keys, "Tab", NULL);
  app_walk_keys (keys, "=The villages stand apart.", "Escape", NULL);
  app_test_settle (GTK_WIDGET (window));
  judgements = tl_practice_run_get_judgements (tl_practice_desk_get_run (desk));
  g_assert_cmpuint (g_list_model_get_n_items (judgements), ==, 1);
  judgement = g_list_model_get_item (judgements, 0);
  g_assert_cmpstr (tl_practice_judgement_get_risk (judgement), ==, "R1");
  g_assert_cmpint (tl_practice_judgement_get_link (judgement), ==, TL_LINE_LINK_EVEN);
  g_assert_cmpint (tl_practice_judgement_get_state (judgement), ==, TL_PRACTICE_STATE_WEAK);
  g_assert_cmpstr (tl_practice_judgement_get_subjects (judgement)[0], ==, "SED");
  g_assert_cmpstr (tl_practice_judgement_get_why (judgement), ==, "The villages stand apart.");
  g_assert_true (app_test_says (GTK_WIDGET (window), "You: weak"));
  g_object_unref (judgement);

  /* The debrief, and not before. */
  assert_hidden (GTK_WIDGET (window));
  app_walk_keys (keys, "alt+d", NULL);
  app_test_settle (GTK_WIDGET (window));
  app_walk_go (keys, "Finish and See the Debrief…");
  app_walk_keys (keys, "Return", NULL);
  app_test_settle (GTK_WIDGET (window));
  g_assert_null (tl_practice_desk_get_debrief (desk));
  app_walk_go (keys, "Finish");
  app_walk_keys (keys, "Return", NULL);
  app_window_wait (app_practice_is_debriefed, desk);
  app_test_settle (GTK_WIDGET (window));
  g_assert_true (app_test_says (GTK_WIDGET (window), "Of 6 planted weaknesses you found 0."));
  g_assert_true (app_test_says (GTK_WIDGET (window), "drown the villages"));
  g_assert_true (app_test_says (GTK_WIDGET (window), "An average belongs to nobody"));
  app_test_assert_named (GTK_WIDGET (window));
  app_practice_close (window);
}

/* Whoever is cut off in the middle finds everything again, even what was only begun. */
static void
test_nothing_is_lost (void)
{
  TlPracticeWindow *window;
  TlPracticeDesk *desk;
  TlPracticeFinding finding = { (char *) "R1", (char *) "Half a sent", NULL, NULL, NULL, NULL };
  g_autoptr (GFile) folder = tl_practice_progress_get_folder ();
  g_autoptr (TlPracticeRun) kept = NULL;
  g_autoptr (TlPracticeJudgement) judgement = NULL;
  g_autoptr (GError) error = NULL;

  app_practice_forget ("saltings");
  window = app_practice_open_window ();
  desk = app_practice_open_case (window, "saltings");
  tl_practice_judgement_dialog_begin (desk, GTK_WIDGET (window), NULL, TL_LINE_LINK_OWNED, NULL);
  app_test_settle (GTK_WIDGET (window));
  judgement = g_list_model_get_item (tl_practice_run_get_judgements (tl_practice_desk_get_run (desk)), 0);
  g_object_set (judgement, "why", "Two people both say", NULL);
  tl_practice_run_set_finding (tl_practice_desk_get_run (desk), &finding);
  tl_practice_desk_keep (desk);
  app_window_wait (app_practice_is_kept, desk);
  /* As if the power went now: what is on disk is all there is. */
  kept = tl_practice_progress_load_run (folder, "saltings", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (tl_practice_run_get_judgements (kept)), ==, 1);
  g_assert_cmpstr (tl_practice_run_get_finding (kept)->fact, ==, "Half a sent");
  adw_dialog_force_close (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  app_practice_close (window);

  window = app_practice_open_window ();
  desk = app_practice_open_case (window, "saltings");
  g_clear_object (&judgement);
  judgement = g_list_model_get_item (tl_practice_run_get_judgements (tl_practice_desk_get_run (desk)), 0);
  g_assert_cmpstr (tl_practice_judgement_get_why (judgement), ==, "Two people both say");
  /* What is only begun keeps it from being finished, and that is said. */
  gtk_widget_activate_action (GTK_WIDGET (tl_practice_window_get_page (window)), "practice.finish", NULL);
  app_test_settle (GTK_WIDGET (window));
  g_assert_true (app_test_says (GTK_WIDGET (window), "doesn’t say yet of which risk"));
  g_assert_null (tl_practice_desk_get_debrief (desk));
  adw_dialog_force_close (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  app_practice_close (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/practice/walk", test_walk);
  g_test_add_func ("/practice/nothing-is-lost", test_nothing_is_lost);
  g_test_add_func ("/practice/pictures", test_pictures);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
