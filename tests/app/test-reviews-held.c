/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-reviews.h"

#include <string.h>

#include "tl-agenda-row.h"
#include "tl-meeting-risk.h"
#include "tl-page-preview.h"
#include "tl-print-dialog.h"
#include "tl-review-start-dialog.h"
#include "tl-sidebar-row.h"
#include "tl-workbook-reviews.h"
#include "tl-workbook-undo.h"

/* How a meeting is shown on a wall, and what becomes of one that is finished. */

static AdwDialog *
get_dialog (AppReviews *self)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window));
}

static gboolean
has_dialog (gpointer data)
{
  return get_dialog (data) != NULL;
}

static gboolean
is_finished (gpointer data)
{
  return app_reviews_is_quiet (data) && app_reviews_review (data)->finished != TL_NO_DAY;
}

static void
finish (AppReviews *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  TlId review = ((const TlFacts *) app_reviews_find (self, TL_TABLE_REVIEW, "V63"))->id;

  tl_workbook_finish_review_async (self->workbook, &review, NULL, app_workbook_answer_cb, &result);
  app_workbook_wait_for (&result);
  g_assert_true (tl_workbook_apply_finish (self->workbook, result, NULL));
  app_reviews_settle (self);
}

/* ── On a wall ────────────────────────────────────────────────────────────── */

static int
measure_title (AppReviews *self)
{
  GtkWidget *page = app_test_find (GTK_WIDGET (app_reviews_page (self)), TL_TYPE_MEETING_RISK);
  GtkWidget *title = GTK_WIDGET (gtk_widget_get_template_child (page, TL_TYPE_MEETING_RISK, "title_label"));

  return gtk_widget_get_height (title);
}

static gboolean
shows_agenda (AppReviews *self)
{
  GtkWidget *row = app_test_find (GTK_WIDGET (app_reviews_page (self)), TL_TYPE_AGENDA_ROW);

  return row != NULL && gtk_widget_get_mapped (row);
}

/* One risk a screen, in large text, with nothing beside it; the same key goes on, and the same key leads back. */
static void
test_projected (AppReviews    *self,
                gconstpointer  data)
{
  int height;

  if (!app_walk_can (self->window))
    {
      g_test_skip ("no keys can be pressed here");
      return;
    }
  app_reviews_hold (self, "V63", "R1");
  height = measure_title (self);
  g_assert_true (shows_agenda (self));
  app_walk_keys (self->window, "F11", NULL);
  app_reviews_settle (self);
  g_assert_false (shows_agenda (self));
  g_assert_cmpint (measure_title (self), >=, height * 14 / 10);
  g_assert_true (app_reviews_says (self, "Medicines record gaps"));
  app_test_keep (GTK_WIDGET (self->window), "review-projected");
  app_walk_keys (self->window, "ctrl+Page_Down", NULL);
  app_reviews_settle (self);
  g_assert_true (app_reviews_says (self, "Late evening medicines"));
  g_assert_false (shows_agenda (self));
  app_walk_keys (self->window, "ctrl+Page_Up", NULL);
  app_reviews_settle (self);
  app_walk_keys (self->window, "F11", NULL);
  app_reviews_settle (self);
  g_assert_true (shows_agenda (self));
  g_assert_cmpint (measure_title (self), ==, height);
}

static gboolean
is_undone (gpointer data)
{
  AppReviews *self = data;

  return !tl_workbook_get_can_undo (self->workbook) && app_reviews_is_quiet (self);
}

/* What was shown on a wall may be gone when somebody comes back to it by the sidebar: its beginning has been undone. */
static void
test_projected_and_gone (AppReviews    *self,
                         gconstpointer  data)
{
  g_autoptr (TlChange) change = tl_change_new ("review.add");
  TlId forum = ((const TlReviewFacts *) app_reviews_find (self, TL_TABLE_REVIEW, "V63"))->forum->base.id;
  TlId review = { "projected" };
  GtkWidget *list = gtk_widget_get_parent (app_test_find (GTK_WIDGET (self->window), TL_TYPE_SIDEBAR_ROW)), *overview;
  GtkListBoxRow *row;

  tl_change_add_row (change, "review", &review);
  tl_change_set_id (change, "review", &review, "forum", &forum);
  tl_change_set_day (change, "review", &review, "date", tl_workbook_get_today (self->workbook));
  app_reviews_apply (self, change);
  tl_reviews_view_open (self->view, &review);
  app_reviews_settle (self);
  gtk_widget_activate_action (GTK_WIDGET (app_reviews_page (self)), "meeting.project", NULL);
  app_reviews_settle (self);
  g_assert_false (gtk_widget_get_mapped (list));

  row = gtk_list_box_get_selected_row (GTK_LIST_BOX (list));
  overview = GTK_WIDGET (tl_window_show_view (self->window, "overview"));
  app_test_settle (GTK_WIDGET (self->window));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
  app_window_wait (is_undone, self);
  app_test_settle (GTK_WIDGET (self->window));
  gtk_widget_activate_action (overview, "navigation.pop", NULL);
  app_test_settle (GTK_WIDGET (self->window));
  g_assert_true (gtk_widget_get_mapped (list));
  gtk_widget_activate (GTK_WIDGET (row));
  app_reviews_settle (self);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (self->view)));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (app_reviews_page (self))));
  g_assert_true (gtk_widget_get_mapped (list));
}

/* ── What was asked for beforehand ────────────────────────────────────────── */

static gboolean
is_all_here (gpointer data)
{
  return app_reviews_is_quiet (data) && app_reviews_says (data, "6 of 6 arrived");
}

/* Who brings what and by when; that it came is one press, and one step to undo. */
static void
test_pack (AppReviews    *self,
           gconstpointer  data)
{
  GtkWidget *button;

  app_reviews_hold (self, "V63", "R10");
  gtk_widget_activate_action (GTK_WIDGET (app_reviews_page (self)), "meeting.forward", NULL);
  app_reviews_settle (self);
  g_assert_true (app_reviews_says (self, "5 of 6 arrived"));
  g_assert_true (app_reviews_says (self, "Nasreen Dhillon, by 2 June 2026 · not here, 7 days late"));
  button = app_walk_see (GTK_WIDGET (app_reviews_page (self)), GTK_TYPE_BUTTON, "It Came");
  g_assert_nonnull (button);
  gtk_widget_activate (button);
  app_window_wait (is_all_here, self);
  g_assert_true (app_reviews_says (self, "Nasreen Dhillon, by 2 June 2026 · arrived 9 Jun, 7 days late"));
  app_reviews_undo (self);
  g_assert_true (app_reviews_says (self, "5 of 6 arrived"));
}

/* ── Finished ─────────────────────────────────────────────────────────────── */

/* What is left undone is said before; afterwards by whom it was finished, with the fingerprint that paper has. */
static void
test_finished (AppReviews    *self,
               gconstpointer  data)
{
  app_reviews_hold (self, "V63", "R1");
  gtk_widget_activate_action (GTK_WIDGET (app_reviews_page (self)), "meeting.finish", NULL);
  app_window_wait (has_dialog, self);
  app_test_settle (GTK_WIDGET (self->window));
  g_assert_true (app_test_says (GTK_WIDGET (get_dialog (self)), "Not looked at: R2 Concerns not escalated"));
  app_test_keep (GTK_WIDGET (self->window), "review-finish");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (get_dialog (self)), "finish");
  adw_dialog_close (get_dialog (self));
  app_window_wait (is_finished, self);
  app_reviews_settle (self);
  g_assert_true (app_reviews_says (self, "Fingerprint "));
  g_assert_false (gtk_widget_get_sensitive (app_walk_see (GTK_WIDGET (app_reviews_page (self)), GTK_TYPE_CHECK_BUTTON,
                                                          "Continue")));
}

static gboolean
says_correction (gpointer data)
{
  return app_reviews_is_quiet (data) && app_reviews_says (data, "1 correction since.");
}

/* What is changed afterwards is shown as a correction, with what it was. */
static void
test_corrected (AppReviews    *self,
                gconstpointer  data)
{
  g_autoptr (TlChange) change = tl_change_new ("review.edit");
  TlId review;

  app_reviews_hold (self, "V63", NULL);
  finish (self);
  gtk_widget_activate_action (GTK_WIDGET (app_reviews_page (self)), "meeting.correct", NULL);
  app_reviews_settle (self);
  g_assert_true (app_reviews_says (self, "What you change now is shown as a correction."));
  review = *tl_meeting_page_get_review (app_reviews_page (self));
  tl_change_set_text (change, "review", &review, "notes", "Sent out on 3 June.");
  app_reviews_apply (self, change);
  app_window_wait (says_correction, self);
  tl_meeting_page_go_to_risk (app_reviews_page (self), &((const TlFacts *) app_reviews_find (self, TL_TABLE_RISK, "R10"))->id);
  gtk_widget_activate_action (GTK_WIDGET (app_reviews_page (self)), "meeting.forward", NULL);
  app_reviews_settle (self);
  g_assert_true (app_reviews_says (self, "“Agenda and pack sent out on 2 June.” became “Sent out on 3 June.”"));
  app_test_keep (GTK_WIDGET (self->window), "review-corrected");
}

/* A second review of the same forum on the same day is refused where it is asked for, and says what can be done. */
static void
test_same_day (AppReviews    *self,
               gconstpointer  data)
{
  TlId forum;

  finish (self);
  forum = ((const TlReviewFacts *) app_reviews_find (self, TL_TABLE_REVIEW, "V63"))->forum->base.id;
  tl_reviews_view_start (self->view, &forum);
  app_window_wait (has_dialog, self);
  app_test_settle (GTK_WIDGET (self->window));
  gtk_widget_activate_action (GTK_WIDGET (get_dialog (self)), "start.start", NULL);
  app_test_settle (GTK_WIDGET (self->window));
  g_assert_true (app_test_says (GTK_WIDGET (get_dialog (self)),
                                "Provider oversight, 9 June 2026 is finished already. What is added to it becomes a correction"));
  adw_dialog_force_close (get_dialog (self));
  app_test_settle (GTK_WIDGET (self->window));
}

/* ── Paper ────────────────────────────────────────────────────────────────── */

static gboolean
has_pages (gpointer data)
{
  TlPagePreview *preview = app_test_find (GTK_WIDGET (data), TL_TYPE_PAGE_PREVIEW);

  return tl_page_preview_get_progress (preview) == NULL && tl_page_preview_get_n_pages (preview) > 0;
}

/* What was written after the review was finished isn't in its minutes but as a correction; the dialog proposes them. */
static void
test_printed (AppReviews    *self,
              gconstpointer  data)
{
  g_autoptr (TlChange) change = tl_change_new ("risk.edit");
  g_autoptr (GString) text = g_string_new (NULL);
  TlPagePreview *preview;
  TlId risk = ((const TlFacts *) app_reviews_find (self, TL_TABLE_RISK, "R1"))->id;

  app_reviews_hold (self, "V63", "R1");
  finish (self);
  tl_change_set_text (change, "risk", &risk, "title", "Renamed afterwards");
  app_reviews_apply (self, change);
  gtk_widget_activate_action (GTK_WIDGET (app_reviews_page (self)), "meeting.minutes", NULL);
  app_window_wait (has_dialog, self);
  app_test_settle (GTK_WIDGET (self->window));
  g_assert_true (TL_IS_PRINT_DIALOG (get_dialog (self)));
  app_window_wait (has_pages, get_dialog (self));
  preview = app_test_find (GTK_WIDGET (get_dialog (self)), TL_TYPE_PAGE_PREVIEW);
  for (guint i = 0; i < tl_page_preview_get_n_pages (preview); i++)
    {
      g_autofree char *page = tl_report_read_page (tl_page_preview_get_report (preview), i);

      g_string_append (text, page);
    }
  g_assert_nonnull (strstr (text->str, "Provider oversight"));
  g_assert_nonnull (strstr (text->str, "Medicines record gaps"));
  g_assert_null (strstr (text->str, "Renamed afterwards"));
  app_test_keep (GTK_WIDGET (self->window), "review-minutes");
  adw_dialog_force_close (get_dialog (self));
  app_test_settle (GTK_WIDGET (self->window));
}

static void
add_tests (void)
{
#define ADD(name, test) g_test_add ("/reviews-held/" name, AppReviews, NULL, app_reviews_set_up, test, app_reviews_tear_down)
  ADD ("projected", test_projected);
  ADD ("projected-and-gone", test_projected_and_gone);
  ADD ("pack", test_pack);
  ADD ("finished", test_finished);
  ADD ("corrected", test_corrected);
  ADD ("same-day", test_same_day);
  ADD ("printed", test_printed);
#undef ADD
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
