/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-reviews.h"

#include "tl-agenda-row.h"
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

typedef AppReviews Fixture;

static void
set_up_empty (Fixture       *fixture,
              gconstpointer  data)
{
  fixture->window = app_window_new ();
  tl_window_begin (fixture->window, "Quillbrook Care");
  app_window_wait (app_window_has_workbook, fixture->window);
  fixture->workbook = tl_window_get_workbook (fixture->window);
  fixture->view = TL_REVIEWS_VIEW (tl_window_show_view (fixture->window, "reviews"));
  app_reviews_settle (fixture);
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
  g_assert_true (app_test_says (GTK_WIDGET (fixture->view), "1 meeting is late. "));
  g_assert_true (app_test_says (GTK_WIDGET (fixture->view), " of them late"));
  g_assert_true (app_test_says (GTK_WIDGET (fixture->view), "Go On with Provider oversight, 9 June 2026"));
  g_assert_true (app_test_says (GTK_WIDGET (fixture->view), "Safeguarding forum, 22 May 2026"));
  app_test_assert_named (GTK_WIDGET (fixture->view));
  app_test_keep (GTK_WIDGET (fixture->window), "reviews");

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.search", NULL);
  g_assert_true (gtk_widget_get_state_flags (GTK_WIDGET (search)) & GTK_STATE_FLAG_FOCUS_WITHIN);
  gtk_editable_set_text (search, "Board");
  app_reviews_settle (fixture);
  g_assert_true (app_test_says (GTK_WIDGET (fixture->view), "Board, 26 March 2026"));
  g_assert_false (app_test_says (GTK_WIDGET (fixture->view), "Safeguarding forum, 22 May 2026"));
  gtk_editable_set_text (search, "nothing like that");
  app_reviews_settle (fixture);
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
  const TlReviewFacts *review = tl_snapshot_find_ref (app_reviews_snapshot (fixture), TL_TABLE_REVIEW, "V57");
  const TlRiskFacts *risk = tl_snapshot_find_ref (app_reviews_snapshot (fixture), TL_TABLE_RISK, "R1");
  TlMeetingPage *page;

  tl_reviews_view_open (fixture->view, &review->base.id);
  app_reviews_settle (fixture);
  page = app_test_find (GTK_WIDGET (fixture->view), TL_TYPE_MEETING_PAGE);
  tl_meeting_page_go_to_risk (page, &risk->base.id);
  app_reviews_settle (fixture);
  g_assert_true (app_test_says (GTK_WIDGET (page), "Medicines record gaps"));
  g_assert_true (app_test_says (GTK_WIDGET (page), "Tomasz Wrona answers for it"));
  g_assert_true (app_test_says (GTK_WIDGET (page), "Last decision"));
  app_test_assert_named (GTK_WIDGET (page));
  app_test_keep (GTK_WIDGET (fixture->window), "review");
}

/* ── Holding one ──────────────────────────────────────────────────────────── */

typedef struct
{
  Fixture *fixture;
  int item;
} Going;

static gboolean
went_on (gpointer data)
{
  Going *going = data;

  return app_reviews_is_quiet (going->fixture) && app_reviews_item (going->fixture) > going->item;
}

/* The one key: looked at, continue, next. */
static void
go_on (Fixture *fixture)
{
  Going going = { fixture, app_reviews_item (fixture) };

  app_walk_keys (fixture->window, "ctrl+Return", NULL);
  app_window_wait (went_on, &going);
  app_test_settle (GTK_WIDGET (fixture->window));
}

static gboolean
is_finished (gpointer data)
{
  Fixture *fixture = data;

  return app_reviews_is_quiet (data) && app_reviews_review (fixture) != NULL && app_reviews_review (fixture)->finished != TL_NO_DAY;
}

static gboolean
has_dialog (gpointer data)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (((Fixture *) data)->window)) != NULL;
}

static gboolean
has_proposal (gpointer data)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (((Fixture *) data)->window));

  return TL_IS_REVIEW_START_DIALOG (dialog) && !tl_review_start_dialog_get_busy (TL_REVIEW_START_DIALOG (dialog));
}

/* A review of the recovery meeting, from Ctrl+N to its first item. */
static void
start_review (Fixture *fixture)
{
  app_walk_keys (fixture->window, "ctrl+n", NULL);
  app_window_wait (has_dialog, fixture);
  app_test_settle (GTK_WIDGET (fixture->window));
  app_walk_keys (fixture->window, "space", NULL);
  app_test_settle (GTK_WIDGET (fixture->window));
  app_walk_keys (fixture->window, "=Recovery", "Return", NULL);
  app_window_wait (has_proposal, fixture);
  app_test_settle (GTK_WIDGET (fixture->window));
  app_test_keep (GTK_WIDGET (fixture->window), "review-start");
  app_walk_keys (fixture->window, "ctrl+Return", NULL);
  app_window_wait (app_reviews_is_held, fixture);
  app_reviews_settle (fixture);
}

/* From the beginning to the end by keys alone: asked, answered, changed, and the rest looked at by one key each. */
static void
test_walk (Fixture       *fixture,
           gconstpointer  data)
{
  const TlReviewFacts *review;
  const TlChallengeFacts *challenge;
  guint n_agenda, n_changes = 0;

  if (!app_walk_can (fixture->window))
    {
      g_test_skip ("no keys can be pressed here");
      return;
    }
  start_review (fixture);
  n_agenda = app_reviews_review (fixture)->agenda.n;
  g_assert_cmpuint (n_agenda, >, 1);
  go_on (fixture);
  app_walk_keys (fixture->window, "=Who looked on Sunday?", "Tab", "=The senior on shift.", NULL);
  app_walk_press (fixture->window, "Change");
  app_walk_keys (fixture->window, "Tab", NULL);
  app_walk_go (fixture->window, "It ends otherwise");
  app_walk_keys (fixture->window, "Tab", "=One list from Monday.", NULL);
  app_test_keep (GTK_WIDGET (fixture->window), "review-walk");
  for (guint i = 0; i < n_agenda; i++)
    go_on (fixture);

  app_walk_keys (fixture->window, "ctrl+Return", NULL);
  app_window_wait (has_dialog, fixture);
  app_test_settle (GTK_WIDGET (fixture->window));
  app_walk_keys (fixture->window, "Return", NULL);
  app_window_wait (is_finished, fixture);
  app_reviews_settle (fixture);
  review = app_reviews_review (fixture);
  g_assert_cmpint (review->finished, ==, tl_workbook_get_today (fixture->workbook));
  g_assert_cmpuint (review->challenges.n, ==, 1);
  challenge = TL_FACTS_AT (review->challenges, TlChallengeFacts, 0);
  g_assert_cmpstr (challenge->question, ==, "Who looked on Sunday?");
  g_assert_cmpstr (challenge->answer, ==, "The senior on shift.");
  g_assert_cmpint (challenge->answered, ==, tl_workbook_get_today (fixture->workbook));
  g_assert_cmpuint (review->decisions.n, ==, n_agenda);
  for (guint i = 0; i < review->decisions.n; i++)
    {
      const TlDecisionFacts *decision = TL_FACTS_AT (review->decisions, TlDecisionFacts, i);

      n_changes += decision->decision == TL_DECISION_KIND_CHANGE
                   && g_strcmp0 (decision->reason, "One list from Monday.") == 0;
    }
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_true (app_test_says (GTK_WIDGET (app_reviews_page (fixture)), "Finished"));
}

/* While it goes on a risk is moved, one is taken off and one is taken up, by keys; one undo brings the agenda back. */
static void
test_change_agenda (Fixture       *fixture,
                    gconstpointer  data)
{
  static const char * const refs[] = { "R1", "R2", "R3", "R10", "R5" };
  const TlReviewFacts *review;

  if (!app_walk_can (fixture->window))
    {
      g_test_skip ("no keys can be pressed here");
      return;
    }
  app_reviews_hold (fixture, "V63", "R1");
  app_walk_press (fixture->window, "Change Agenda…");
  app_window_wait (has_dialog, fixture);
  app_test_settle (GTK_WIDGET (fixture->window));
  app_test_assert_named (GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window))));
  app_walk_go (fixture->window, "Move down: R2 Concerns not escalated");
  app_walk_keys (fixture->window, "alt+Down", NULL);
  app_walk_go (fixture->window, "Take off: R4 Staffing and missed care");
  app_walk_keys (fixture->window, "Delete", NULL);
  app_walk_go_back (fixture->window, "Add a Risk…");
  app_walk_keys (fixture->window, "space", "=R5", "Return", NULL);
  app_test_keep (GTK_WIDGET (fixture->window), "review-agenda");
  app_walk_keys (fixture->window, "ctrl+Return", NULL);
  while (has_dialog (fixture))
    g_main_context_iteration (NULL, TRUE);
  app_reviews_settle (fixture);
  review = app_reviews_review (fixture);
  g_assert_cmpuint (review->agenda.n, ==, G_N_ELEMENTS (refs));
  for (guint i = 0; i < G_N_ELEMENTS (refs); i++)
    g_assert_cmpstr (TL_FACTS_AT (review->agenda, TlAgendaItemFacts, i)->risk->base.ref, ==, refs[i]);

  app_reviews_undo (fixture);
  review = app_reviews_review (fixture);
  g_assert_cmpuint (review->agenda.n, ==, 5);
  g_assert_cmpstr (TL_FACTS_AT (review->agenda, TlAgendaItemFacts, 0)->risk->base.ref, ==, "R2");
}

/* A risk that may not close says on what that depends, and the button beside a condition leads there. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  const TlReviewFacts *review = tl_snapshot_find_ref (app_reviews_snapshot (fixture), TL_TABLE_REVIEW, "V63");
  const TlRiskFacts *risk = tl_snapshot_find_ref (app_reviews_snapshot (fixture), TL_TABLE_RISK, "R1");
  const TlRiskJudgement *judged = tl_assessment_find_risk (tl_workbook_get_assessment (fixture->workbook), &risk->base.id);
  GtkWidget *close, *button;

  tl_reviews_view_open (fixture->view, &review->base.id);
  app_reviews_settle (fixture);
  tl_meeting_page_go_to_risk (app_reviews_page (fixture), &risk->base.id);
  app_reviews_settle (fixture);
  close = app_walk_see (GTK_WIDGET (app_reviews_page (fixture)), GTK_TYPE_CHECK_BUTTON, "Close");
  g_assert_nonnull (close);
  g_assert_false (gtk_widget_get_sensitive (close));
  for (guint i = 0; judged->unmet[i] != NULL; i++)
    g_assert_true (app_test_says (GTK_WIDGET (app_reviews_page (fixture)), judged->unmet[i]));
  button = app_walk_see (GTK_WIDGET (app_reviews_page (fixture)), GTK_TYPE_BUTTON, "Answer the Challenge");
  g_assert_nonnull (button);
  gtk_widget_activate (button);
  app_walk_wait_form (fixture->window, TL_TABLE_CHALLENGE);
  adw_dialog_force_close (ADW_DIALOG (app_walk_get_form (fixture->window)));
  app_reviews_settle (fixture);
  app_test_keep (GTK_WIDGET (fixture->window), "review-refused");
}

/* What a decision needs is said where it is missing, and nothing that was chosen is lost. */
static void
test_reason (Fixture       *fixture,
             gconstpointer  data)
{
  const TlReviewFacts *review = tl_snapshot_find_ref (app_reviews_snapshot (fixture), TL_TABLE_REVIEW, "V63");
  const TlRiskFacts *risk = tl_snapshot_find_ref (app_reviews_snapshot (fixture), TL_TABLE_RISK, "R1");
  GtkWidget *escalate;
  int item;

  tl_reviews_view_open (fixture->view, &review->base.id);
  app_reviews_settle (fixture);
  tl_meeting_page_go_to_risk (app_reviews_page (fixture), &risk->base.id);
  app_reviews_settle (fixture);
  item = app_reviews_item (fixture);
  escalate = app_walk_see (GTK_WIDGET (app_reviews_page (fixture)), GTK_TYPE_CHECK_BUTTON, "Escalate");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (escalate), TRUE);
  gtk_widget_activate_action (GTK_WIDGET (app_reviews_page (fixture)), "meeting.next", NULL);
  app_reviews_settle (fixture);
  g_assert_cmpint (app_reviews_item (fixture), ==, item);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (escalate)));
  g_assert_true (app_test_says (GTK_WIDGET (app_reviews_page (fixture)), "Not kept yet. Write down what the provider is asked to do."));
  g_assert_null (tl_review_find_decision (app_reviews_review (fixture), tl_snapshot_find_ref (app_reviews_snapshot (fixture), TL_TABLE_RISK, "R1")));
}

/* ── Looks ────────────────────────────────────────────────────────────────── */

/* In the room of a telephone, with text twice as large, and mirrored: nothing is cut. */
static void
test_little_room (Fixture       *fixture,
                  gconstpointer  data)
{
  const TlReviewFacts *review = tl_snapshot_find_ref (app_reviews_snapshot (fixture), TL_TABLE_REVIEW, "V63");
  const TlRiskFacts *risk = tl_snapshot_find_ref (app_reviews_snapshot (fixture), TL_TABLE_RISK, "R1");
  int minimum;

  tl_reviews_view_open (fixture->view, &review->base.id);
  app_reviews_settle (fixture);
  tl_meeting_page_go_to_risk (app_reviews_page (fixture), &risk->base.id);
  app_reviews_settle (fixture);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 700);
  app_reviews_settle (fixture);
  app_test_assert_named (GTK_WIDGET (fixture->view));
  app_test_keep (GTK_WIDGET (fixture->window), "review-360");
  app_test_set_text (2);
  app_reviews_settle (fixture);
  gtk_widget_measure (app_test_find (GTK_WIDGET (fixture->view), TL_TYPE_MEETING_RISK), GTK_ORIENTATION_HORIZONTAL, -1, &minimum,
                      NULL, NULL, NULL);
  app_test_keep (GTK_WIDGET (fixture->window), "review-360-large");
  app_test_set_text (1);
  g_assert_cmpint (minimum, <=, 360);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  app_reviews_settle (fixture);
  app_test_keep (GTK_WIDGET (fixture->window), "review-360-mirrored");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
add_tests (void)
{
  g_test_add ("/reviews/list", Fixture, NULL, app_reviews_set_up, test_list, app_reviews_tear_down);
  g_test_add ("/reviews/empty", Fixture, NULL, set_up_empty, test_empty, app_reviews_tear_down);
  g_test_add ("/reviews/held", Fixture, NULL, app_reviews_set_up, test_held, app_reviews_tear_down);
  g_test_add ("/reviews/walk", Fixture, NULL, app_reviews_set_up, test_walk, app_reviews_tear_down);
  g_test_add ("/reviews/change-agenda", Fixture, NULL, app_reviews_set_up, test_change_agenda, app_reviews_tear_down);
  g_test_add ("/reviews/refused", Fixture, NULL, app_reviews_set_up, test_refused, app_reviews_tear_down);
  g_test_add ("/reviews/reason", Fixture, NULL, app_reviews_set_up, test_reason, app_reviews_tear_down);
  g_test_add ("/reviews/little-room", Fixture, NULL, app_reviews_set_up, test_little_room, app_reviews_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
