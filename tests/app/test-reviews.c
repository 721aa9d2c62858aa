/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-test.h"
#include "app-walk.h"
#include "app-window.h"
#include "app-workbook.h"

#include "tl-draft-keeper.h"
#include "tl-line-change.h"
#include "tl-meeting-challenge.h"
#include "tl-meeting-page.h"
#include "tl-meeting-risk.h"
#include "tl-review-rules.h"
#include "tl-review-start-dialog.h"
#include "tl-reviews-view.h"
#include "tl-workbook-undo.h"

/* Reviews in the program's own window: what is due, starting one, holding it, ending it. */

typedef struct
{
  GFile *file;
  TlWindow *window;
  TlWorkbook *workbook;
  TlReviewsView *view;
} Fixture;

static gboolean
is_quiet (gpointer data)
{
  Fixture *fixture = data;

  return !tl_workbook_get_busy (fixture->workbook) && !tl_reviews_view_get_busy (fixture->view);
}

static void
settle (Fixture *fixture)
{
  app_test_settle (GTK_WIDGET (fixture->window));
  app_window_wait (is_quiet, fixture);
  app_test_settle (GTK_WIDGET (fixture->window));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->file = app_window_copy_sample ();
  fixture->window = app_window_open (fixture->file);
  fixture->workbook = tl_window_get_workbook (fixture->window);
  fixture->view = TL_REVIEWS_VIEW (tl_window_show_view (fixture->window, "reviews"));
  settle (fixture);
}

static void
set_up_empty (Fixture       *fixture,
              gconstpointer  data)
{
  fixture->window = app_window_new ();
  tl_window_begin (fixture->window, "Quillbrook Care");
  app_window_wait (app_window_has_workbook, fixture->window);
  fixture->workbook = tl_window_get_workbook (fixture->window);
  fixture->view = TL_REVIEWS_VIEW (tl_window_show_view (fixture->window, "reviews"));
  settle (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    app_window_close (fixture->window);
  g_clear_object (&fixture->file);
}

static TlSnapshot *
get_snapshot (Fixture *fixture)
{
  return tl_assessment_get_snapshot (tl_workbook_get_assessment (fixture->workbook));
}

/* ── What is due, and what was held ───────────────────────────────────────── */

/* Forums with their rhythm and what is late; all reviews; a search, and a way back from it; in little room, too. */
static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  GtkEditable *search = app_test_find (GTK_WIDGET (fixture->view), GTK_TYPE_SEARCH_ENTRY);

  g_assert_true (app_test_says (GTK_WIDGET (fixture->view), "Safeguarding forum"));
  g_assert_true (app_test_says (GTK_WIDGET (fixture->view), "4 days late"));
  g_assert_true (app_test_says (GTK_WIDGET (fixture->view), "Provider oversight, 9 June 2026"));
  app_test_assert_named (GTK_WIDGET (fixture->view));
  app_test_keep (GTK_WIDGET (fixture->window), "reviews");

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.search", NULL);
  g_assert_true (gtk_widget_get_state_flags (GTK_WIDGET (search)) & GTK_STATE_FLAG_FOCUS_WITHIN);
  gtk_editable_set_text (search, "Board");
  settle (fixture);
  g_assert_true (app_test_says (GTK_WIDGET (fixture->view), "Board, 26 March 2026"));
  g_assert_false (app_test_says (GTK_WIDGET (fixture->view), "Provider oversight, 9 June 2026"));
  gtk_editable_set_text (search, "nothing like that");
  settle (fixture);
  g_assert_true (app_test_says (GTK_WIDGET (fixture->view), "No review says that."));
}

/* A workbook without reviews says how to begin, and begins. */
static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  AdwDialog *dialog;

  g_assert_true (app_test_says (GTK_WIDGET (fixture->view), "No Reviews Yet"));
  app_test_assert_named (GTK_WIDGET (fixture->view));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.add", NULL);
  app_test_settle (GTK_WIDGET (fixture->window));
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  g_assert_true (TL_IS_REVIEW_START_DIALOG (dialog));
  app_test_assert_named (GTK_WIDGET (dialog));
  adw_dialog_force_close (dialog);
  app_test_settle (GTK_WIDGET (fixture->window));
  tl_window_discard (fixture->window);
  fixture->window = NULL;
}

/* A review that was held shows its risks, what it asked and what it decided, and whether that took effect. */
static void
test_held (Fixture       *fixture,
           gconstpointer  data)
{
  const TlReviewFacts *review = tl_snapshot_find_ref (get_snapshot (fixture), TL_TABLE_REVIEW, "V57");
  const TlRiskFacts *risk = tl_snapshot_find_ref (get_snapshot (fixture), TL_TABLE_RISK, "R1");
  TlMeetingPage *page;

  tl_reviews_view_open (fixture->view, &review->base.id);
  settle (fixture);
  page = app_test_find (GTK_WIDGET (fixture->view), TL_TYPE_MEETING_PAGE);
  tl_meeting_page_go_to_risk (page, &risk->base.id);
  settle (fixture);
  g_assert_true (app_test_says (GTK_WIDGET (page), "Medicines record gaps"));
  g_assert_true (app_test_says (GTK_WIDGET (page), "Tomasz Wrona answers for it"));
  g_assert_true (app_test_says (GTK_WIDGET (page), "Last decision"));
  app_test_assert_named (GTK_WIDGET (page));
  app_test_keep (GTK_WIDGET (fixture->window), "review");
}

static void
add_tests (void)
{
  g_test_add ("/reviews/list", Fixture, NULL, set_up, test_list, tear_down);
  g_test_add ("/reviews/empty", Fixture, NULL, set_up_empty, test_empty, tear_down);
  g_test_add ("/reviews/held", Fixture, NULL, set_up, test_held, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
