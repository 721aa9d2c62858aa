/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-reviews.h"

#include <sys/wait.h>

#include "tl-meeting-risk.h"
#include "tl-typed-notes.h"
#include "tl-workbook-undo.h"

/* What is typed in a meeting: one step for a field, and nothing lost however the program ends. */

#define CHILD_FILE "TL_TEST_TYPING_FILE"
#define CHILD_FOLDER "TL_TEST_TYPING_FOLDER"

static gboolean
is_kept (gpointer data)
{
  AppReviews *self = data;

  return app_reviews_is_quiet (data) && tl_typed_notes_is_empty (tl_workbook_get_typed (self->workbook));
}

static gboolean
is_noted (gpointer data)
{
  TlTypedNotes *notes = tl_workbook_get_typed (((AppReviews *) data)->workbook);

  return !tl_typed_notes_is_empty (notes) && tl_typed_notes_get_durable (notes);
}

static const TlChallengeFacts *
find_challenge (AppReviews *self,
                const char *question)
{
  const TlReviewFacts *review = app_reviews_review (self);

  for (guint i = 0; i < review->challenges.n; i++)
    if (g_strcmp0 (TL_FACTS_AT (review->challenges, TlChallengeFacts, i)->question, question) == 0)
      return TL_FACTS_AT (review->challenges, TlChallengeFacts, i);
  return NULL;
}

static gboolean
begin (AppReviews *self)
{
  if (!app_walk_can (self->window))
    {
      g_test_skip ("no keys can be pressed here");
      return FALSE;
    }
  app_reviews_hold (self, "V63", "R1");
  app_walk_press (self->window, "Another Question");
  return TRUE;
}

/* However often somebody pauses in a field, it is kept once; undo takes back the whole of it, and only that. */
static void
test_one_step (AppReviews    *self,
               gconstpointer  data)
{
  guint n_before;

  if (!begin (self))
    return;
  n_before = app_reviews_review (self)->challenges.n;
  app_walk_keys (self->window, "=Who looks", NULL);
  app_window_wait (is_noted, self);
  g_assert_cmpuint (app_reviews_review (self)->challenges.n, ==, n_before);
  g_assert_true (app_reviews_says (self, "Kept as you type"));
  app_walk_keys (self->window, "= on Sunday?", "Tab", NULL);
  app_window_wait (is_kept, self);
  g_assert_nonnull (find_challenge (self, "Who looks on Sunday?"));

  app_walk_keys (self->window, "=The senior", NULL);
  app_window_wait (is_noted, self);
  app_walk_keys (self->window, "= on shift.", "Tab", NULL);
  app_window_wait (is_kept, self);
  g_assert_cmpstr (find_challenge (self, "Who looks on Sunday?")->answer, ==, "The senior on shift.");

  app_reviews_undo (self);
  g_assert_null (find_challenge (self, "Who looks on Sunday?")->answer);
  app_reviews_undo (self);
  g_assert_null (find_challenge (self, "Who looks on Sunday?"));
  g_assert_cmpuint (app_reviews_review (self)->challenges.n, ==, n_before);
}

/* Progress, what stands in the way and the control from now on are one row of the review, however quickly somebody types them
 * and goes on. */
static void
test_notes (AppReviews    *self,
            gconstpointer  data)
{
  const TlLookedAtFacts *look;
  GtkWidget *page;

  if (!app_walk_can (self->window))
    {
      g_test_skip ("no keys can be pressed here");
      return;
    }
  app_reviews_hold (self, "V63", "R1");
  page = app_test_find (GTK_WIDGET (app_reviews_page (self)), TL_TYPE_MEETING_RISK);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_widget_get_template_child (page, TL_TYPE_MEETING_RISK, "progress_field")));
  app_reviews_settle (self);
  app_walk_keys (self->window, "=Better.", "Tab", "=Agency staff.", "Tab", "=Two sign.", "ctrl+Page_Down", NULL);
  app_window_wait (is_kept, self);
  g_assert_cmpuint (app_reviews_review (self)->looked_at.n, ==, 1);
  look = TL_FACTS_AT (app_reviews_review (self)->looked_at, TlLookedAtFacts, 0);
  g_assert_cmpstr (look->progress, ==, "Better.");
  g_assert_cmpstr (look->barrier, ==, "Agency staff.");
  g_assert_cmpstr (look->revised_control, ==, "Two sign.");
}

/* Ctrl+Z takes back what is being typed before it takes back anything that was kept. */
static void
test_undo_typing (AppReviews    *self,
                  gconstpointer  data)
{
  if (!begin (self))
    return;
  app_walk_keys (self->window, "=First?", "Tab", NULL);
  app_window_wait (is_kept, self);
  app_walk_keys (self->window, "=Yes", NULL);
  app_window_wait (is_noted, self);
  app_walk_keys (self->window, "ctrl+z", NULL);
  app_window_wait (is_kept, self);
  g_assert_nonnull (find_challenge (self, "First?"));
  g_assert_null (find_challenge (self, "First?")->answer);
  app_walk_keys (self->window, "ctrl+z", NULL);
  app_window_wait (is_kept, self);
  app_reviews_settle (self);
  g_assert_null (find_challenge (self, "First?"));
}

/* What can't be kept as it is stays where it was typed, also when somebody looks at another risk meanwhile. */
static void
test_unfinished (AppReviews    *self,
                 gconstpointer  data)
{
  GtkWidget *escalate;

  app_reviews_hold (self, "V63", "R1");
  escalate = app_walk_see (GTK_WIDGET (app_reviews_page (self)), GTK_TYPE_CHECK_BUTTON, "Escalate");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (escalate), TRUE);
  app_reviews_hold (self, "V63", "R2");
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (escalate)));
  g_assert_true (app_reviews_says (self, "written, but not kept yet"));
  app_reviews_hold (self, "V63", "R1");
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (escalate)));
  g_assert_null (tl_review_find_decision (app_reviews_review (self), app_reviews_find (self, TL_TABLE_RISK, "R1")));
}

/* A window that is closed in the middle of a word keeps the word. */
static void
test_closed (AppReviews    *self,
             gconstpointer  data)
{
  if (!begin (self))
    return;
  app_walk_keys (self->window, "=Who is asked on nights?", NULL);
  app_window_close (self->window);
  app_reviews_reopen (self);
  app_reviews_hold (self, "V63", "R1");
  g_assert_nonnull (find_challenge (self, "Who is asked on nights?"));
}

/* ── Killed ───────────────────────────────────────────────────────────────── */

static void
test_killed_subprocess (void)
{
  AppReviews self = { .file = g_file_new_for_path (g_getenv (CHILD_FILE)) };

  app_workbook_choose_folder ();
  tl_store_set_folder (g_getenv (CHILD_FOLDER));
  app_reviews_reopen (&self);
  if (!begin (&self))
    _exit (77);
  app_walk_keys (self.window, "=Who is told at night, and ho", NULL);
  app_window_wait (is_noted, &self);
  kill (getpid (), SIGKILL);
}

/* A program that is killed between two letters has all the letters up to then; the next start shows where they were typed. */
static void
test_killed (AppReviews    *self,
             gconstpointer  data)
{
  app_window_close (self->window);
  g_setenv (CHILD_FILE, g_file_peek_path (self->file), TRUE);
  g_setenv (CHILD_FOLDER, tl_store_get_folder (), TRUE);
  g_test_trap_subprocess ("/reviews-typing/killed/subprocess", 0, G_TEST_SUBPROCESS_DEFAULT);
  self->window = app_window_open (self->file);
  self->workbook = tl_window_get_workbook (self->window);
  self->view = TL_REVIEWS_VIEW (tl_window_show_view (self->window, "reviews"));
  if (!app_walk_can (self->window))
    {
      g_test_skip ("no keys can be pressed here");
      return;
    }
  app_window_wait (app_reviews_is_held, self);
  g_assert_true (app_test_says (GTK_WIDGET (self->window), "What was being typed in this review is still here."));
  app_test_keep (GTK_WIDGET (self->window), "review-typed");
  app_window_wait (is_kept, self);
  g_assert_nonnull (find_challenge (self, "Who is told at night, and ho"));
}

static void
add_tests (void)
{
  g_test_add ("/reviews-typing/one-step", AppReviews, NULL, app_reviews_set_up, test_one_step, app_reviews_tear_down);
  g_test_add ("/reviews-typing/notes", AppReviews, NULL, app_reviews_set_up, test_notes, app_reviews_tear_down);
  g_test_add ("/reviews-typing/undo", AppReviews, NULL, app_reviews_set_up, test_undo_typing, app_reviews_tear_down);
  g_test_add ("/reviews-typing/unfinished", AppReviews, NULL, app_reviews_set_up, test_unfinished, app_reviews_tear_down);
  g_test_add ("/reviews-typing/closed", AppReviews, NULL, app_reviews_set_up, test_closed, app_reviews_tear_down);
  g_test_add ("/reviews-typing/killed", AppReviews, NULL, app_reviews_set_up, test_killed, app_reviews_tear_down);
  g_test_add_func ("/reviews-typing/killed/subprocess", test_killed_subprocess);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
