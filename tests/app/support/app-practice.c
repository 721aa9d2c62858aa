/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-practice.h"

#include "app-test.h"
#include "app-window.h"

#include "tl-practice-progress.h"

gboolean
app_practice_has_looked (gpointer data)
{
  return !tl_practice_list_get_busy (tl_practice_window_get_list (data));
}

gboolean
app_practice_has_page (gpointer data)
{
  return tl_practice_window_get_page (data) != NULL;
}

gboolean
app_practice_is_kept (gpointer data)
{
  return !tl_practice_keeper_get_busy (tl_practice_desk_get_keeper ((TlPracticeDesk *) data));
}

gboolean
app_practice_is_debriefed (gpointer data)
{
  return tl_practice_desk_get_debrief (data) != NULL;
}

TlPracticeWindow *
app_practice_open_window (void)
{
  TlWindow *start = app_window_new ();
  TlPracticeWindow *window = tl_application_practise (tl_application_get ());

  gtk_window_destroy (GTK_WINDOW (start));
  app_window_wait (app_practice_has_looked, window);
  app_test_settle (GTK_WIDGET (window));
  return window;
}

TlPracticeDesk *
app_practice_open_case (TlPracticeWindow *window,
                        const char       *id)
{
  tl_practice_window_open (window, tl_practice_list_find (tl_practice_window_get_list (window), id));
  app_window_wait (app_practice_has_page, window);
  app_test_settle (GTK_WIDGET (window));
  return tl_practice_page_get_desk (tl_practice_window_get_page (window));
}

void
app_practice_close (TlPracticeWindow *window)
{
  app_window_close ((TlWindow *) window);
}

/* Forgets what this program practised before. */
void
app_practice_forget (const char *id)
{
  g_autoptr (GFile) folder = tl_practice_progress_get_folder ();

  tl_practice_progress_forget_run (folder, id, NULL, NULL);
}

static TlPracticeRun *
read_expert (const char *id)
{
  g_autofree char *name = g_strconcat (id, ".ini", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "practice", name, NULL);
  g_autofree char *text = NULL;
  gsize length = 0;
  TlPracticeRun *run;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  run = tl_practice_run_parse (text, length, NULL);
  g_assert_nonnull (run);
  return run;
}

/* As an expert would judge, but for finishing. */
void
app_practice_judge_as_expert (TlPracticeDesk *desk,
                              const char     *id)
{
  g_autoptr (TlPracticeRun) expert = read_expert (id);
  GListModel *judgements = tl_practice_run_get_judgements (expert);

  for (guint i = 0; i < g_list_model_get_n_items (judgements); i++)
    {
      g_autoptr (TlPracticeJudgement) judgement = g_list_model_get_item (judgements, i);

      tl_practice_run_judge (tl_practice_desk_get_run (desk), judgement);
    }
  for (guint i = 0; tl_practice_run_get_trail (expert)[i] != NULL; i++)
    tl_practice_run_note_opened (tl_practice_desk_get_run (desk), tl_practice_run_get_trail (expert)[i]);
  tl_practice_run_set_finding (tl_practice_desk_get_run (desk), tl_practice_run_get_finding (expert));
  tl_practice_desk_keep (desk);
}
