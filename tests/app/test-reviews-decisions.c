/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-reviews.h"

#include <string.h>

#include "tl-agenda.h"
#include "tl-meeting-risk.h"
#include "tl-risks-view.h"
#include "tl-store-merge.h"
#include "tl-workbook-undo.h"
#include "tl-workbook-reviews.h"

/* What is decided in a meeting, and what comes from elsewhere while it is held. */

static TlId
find_id (AppReviews *self,
         TlTable     table,
         const char *ref)
{
  return ((const TlFacts *) app_reviews_find (self, table, ref))->id;
}

static TlDraft *
get_decision (AppReviews *self)
{
  return tl_meeting_risk_get_decision (app_test_find (GTK_WIDGET (app_reviews_page (self)), TL_TYPE_MEETING_RISK));
}

/* Puts a risk on the agenda of the review that is held, and shows it. */
static void
take_up (AppReviews *self,
         const char *risk)
{
  g_autoptr (GAsyncResult) result = NULL;
  TlId review = find_id (self, TL_TABLE_REVIEW, "V63"), id = find_id (self, TL_TABLE_RISK, risk);

  tl_workbook_set_agenda_async (self->workbook, &review, &id, 1, NULL, app_workbook_answer_cb, &result);
  app_workbook_wait_for (&result);
  g_assert_true (tl_workbook_apply_finish (self->workbook, result, NULL));
  app_reviews_settle (self);
  app_reviews_hold (self, "V63", risk);
}

static gboolean
is_offered (AppReviews *self,
            const char *name)
{
  GtkWidget *button = app_walk_see (GTK_WIDGET (app_reviews_page (self)), GTK_TYPE_CHECK_BUTTON, name);

  return button != NULL && gtk_widget_get_sensitive (button);
}

static void
choose (AppReviews *self,
        const char *name,
        const char *reason)
{
  GtkWidget *button = app_walk_see (GTK_WIDGET (app_reviews_page (self)), GTK_TYPE_CHECK_BUTTON, name);

  g_assert_nonnull (button);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
  tl_draft_set_text (get_decision (self), "reason", reason);
}

/* What was chosen and typed is kept, or refused, once nothing more comes. */
static gboolean
is_settled (gpointer data)
{
  TlMeetingRisk *page = app_test_find (GTK_WIDGET (app_reviews_page (data)), TL_TYPE_MEETING_RISK);
  TlKeeping keeping = tl_meeting_risk_get_keeping (page);

  return app_reviews_is_quiet (data) && (keeping == TL_KEEPING_KEPT || keeping == TL_KEEPING_REFUSED);
}

static void
keep (AppReviews *self)
{
  tl_meeting_page_leave (app_reviews_page (self));
  app_window_wait (is_settled, self);
  app_reviews_settle (self);
}

static TlRiskPage *
show_risk_page (AppReviews *self,
                const char *ref)
{
  TlView *view = tl_window_show_view (self->window, "risks");

  tl_view_set_risk (view, app_workbook_find_risk (self->workbook, ref));
  app_reviews_settle (self);
  return tl_risks_view_get_page (TL_RISKS_VIEW (view));
}

/* ── Ends ─────────────────────────────────────────────────────────────────── */

/* A risk that ends without being closed is shown as what it is, and undoing it clears the choice. */
static void
test_other_ending (AppReviews    *self,
                   gconstpointer  data)
{
  app_reviews_hold (self, "V63", "R3");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (app_walk_see (GTK_WIDGET (app_reviews_page (self)), GTK_TYPE_TOGGLE_BUTTON,
                                                                 "It ends otherwise")), TRUE);
  app_reviews_settle (self);
  choose (self, "Merge", "The same thing.");
  keep (self);
  g_assert_true (app_reviews_says (self, "Choose the risk that goes on in its place."));
  choose (self, "Accept risk", "One round a day is watched by two people.");
  keep (self);
  g_assert_true (app_reviews_says (self, "Ended by “accept risk” on 9 June 2026, without being closed."));
  g_assert_true (app_test_says (GTK_WIDGET (show_risk_page (self, "R3")), "risk accepted"));

  tl_window_show_view (self->window, "reviews");
  app_reviews_undo (self);
  app_reviews_hold (self, "V63", "R3");
  g_assert_null (tl_review_find_decision (app_reviews_review (self), app_reviews_find (self, TL_TABLE_RISK, "R3")));
  g_assert_cmpint (tl_draft_get_word (get_decision (self), "decision"), ==, TL_DECISION_KIND_NONE);
}

/* A decision that is taken back while it is shown isn't shown any more. */
static void
test_taken_back (AppReviews    *self,
                 gconstpointer  data)
{
  app_reviews_hold (self, "V63", "R3");
  choose (self, "Change", "Two people.");
  keep (self);
  g_assert_nonnull (tl_review_find_decision (app_reviews_review (self), app_reviews_find (self, TL_TABLE_RISK, "R3")));
  app_reviews_undo (self);
  g_assert_null (tl_review_find_decision (app_reviews_review (self), app_reviews_find (self, TL_TABLE_RISK, "R3")));
  g_assert_cmpint (tl_draft_get_word (get_decision (self), "decision"), ==, TL_DECISION_KIND_NONE);
  g_assert_cmpstr (tl_draft_get_text (get_decision (self), "reason"), ==, "");
}

/* A closed risk that is reopened keeps what it was closed on, and shows both. */
static void
test_reopened (AppReviews    *self,
               gconstpointer  data)
{
  TlRiskPage *page;

  take_up (self, "R13");
  g_assert_true (app_reviews_says (self, "Closed on 10 February 2026, and still watched."));
  g_assert_false (is_offered (self, "Close"));
  app_test_keep (GTK_WIDGET (self->window), "review-closed");
  choose (self, "Reopen", "Two baths too hot.");
  keep (self);
  g_assert_false (app_reviews_says (self, "and still watched"));
  page = show_risk_page (self, "R13");
  g_assert_true (app_test_says (GTK_WIDGET (page), "Closed by Provider oversight, 10 February 2026"));
  g_assert_true (app_test_says (GTK_WIDGET (page), "Reopened on 9 June 2026: “Two baths too hot.”"));
  g_assert_true (app_test_says (GTK_WIDGET (page), "Before It Can Close"));
}

/* A risk of which every condition holds is closed; as at the day before it is open, and its page has no proof yet. */
static void
test_closed (AppReviews    *self,
             gconstpointer  data)
{
  TlRiskPage *page;

  app_reviews_hold (self, "V63", "R10");
  g_assert_true (app_reviews_says (self, "Every condition for closing holds."));
  choose (self, "Close", "It has held since winter.");
  keep (self);
  g_assert_true (app_reviews_says (self, "Closed on 9 June 2026, and still watched."));
  page = show_risk_page (self, "R10");
  g_assert_true (app_test_says (GTK_WIDGET (page), "Closed by Provider oversight, 9 June 2026"));
  g_assert_true (app_test_says (GTK_WIDGET (page), "All eight links are sound."));
  app_test_keep (GTK_WIDGET (self->window), "risk-closed");

  tl_workbook_set_as_at (self->workbook, tl_day_new (2026, 6, 8));
  app_reviews_settle (self);
  g_assert_true (app_test_says (GTK_WIDGET (page), "Before It Can Close"));
  g_assert_false (app_test_says (GTK_WIDGET (page), "Closed by Provider oversight, 9 June 2026"));
  tl_workbook_set_as_at (self->workbook, TL_NO_DAY);
  app_reviews_settle (self);
  g_assert_true (app_test_says (GTK_WIDGET (page), "Closed by Provider oversight, 9 June 2026"));
}

/* A closed risk that slips stands on the agenda for that, says so on its page, and asks there to be reopened. */
static void
test_slipped (AppReviews    *self,
              gconstpointer  data)
{
  TlRiskPage *page;

  take_up (self, "R14");
  g_assert_true (app_reviews_says (self, "Closed on 9 December 2025. It slips, and nothing watches it as it should"));
  g_assert_true (app_reviews_says (self, "“Missed visits” has missed its target twice running"));
  g_assert_true (is_offered (self, "Reopen"));
  app_test_keep (GTK_WIDGET (self->window), "review-slipped");
  page = show_risk_page (self, "R14");
  g_assert_nonnull (app_walk_see (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Reopen…"));
  g_assert_true (app_test_says (GTK_WIDGET (page), "Not every condition held that day."));
}

/* ── Between the ends ─────────────────────────────────────────────────────── */

/* How often and until when is asked for, and said wherever the risk is. */
static void
test_reduced (AppReviews    *self,
              gconstpointer  data)
{
  app_reviews_hold (self, "V63", "R10");
  choose (self, "Reduce oversight", "It has held.");
  keep (self);
  g_assert_true (app_reviews_says (self, "Say how often it is looked at from now on."));
  tl_draft_set_word (get_decision (self), "review_every", TL_INTERVAL_HALF_YEARLY);
  tl_draft_set_day (get_decision (self), "until_date", tl_day_new (2026, 12, 9));
  keep (self);
  g_assert_true (app_reviews_says (self, "Oversight is reduced: reviewed half-yearly until 9 December 2026."));
  g_assert_true (app_test_says (GTK_WIDGET (show_risk_page (self, "R10")), "reviewed half-yearly until 9 December 2026"));
}

/* What is escalated stands on the higher forum's next agenda, for the reason that was given. */
static void
test_escalated (AppReviews    *self,
                gconstpointer  data)
{
  const TlReviewFacts *review;
  g_autoptr (TlAgenda) agenda = NULL;
  TlId risk = find_id (self, TL_TABLE_RISK, "R5");
  gboolean found = FALSE;

  app_reviews_hold (self, "V62", "R5");
  gtk_widget_activate_action (GTK_WIDGET (app_reviews_page (self)), "meeting.correct", NULL);
  app_reviews_settle (self);
  choose (self, "Escalate", "No money for a second senior.");
  keep (self);

  review = app_reviews_find (self, TL_TABLE_REVIEW, "V57");
  agenda = tl_agenda_propose (tl_workbook_get_assessment (self->workbook), review->forum, tl_workbook_get_today (self->workbook));
  for (guint i = 0; i < agenda->entries->len; i++)
    {
      const TlAgendaEntry *entry = g_ptr_array_index (agenda->entries, i);

      for (guint j = 0; tl_id_equal (&entry->risk, &risk) && j < entry->reasons->len; j++)
        found = found || strstr (((TlAgendaReason *) g_ptr_array_index (entry->reasons, j))->text,
                                 "No money for a second senior.") != NULL;
    }
  g_assert_true (found);
}

/* ── From elsewhere ───────────────────────────────────────────────────────── */

/* Somebody else closes it while a decision on it is being written: that is explained, and what was written stays. */
static void
test_closed_elsewhere (AppReviews    *self,
                       gconstpointer  data)
{
  g_autoptr (TlChange) change = tl_change_new ("test");
  TlId review = find_id (self, TL_TABLE_REVIEW, "V62"), risk = find_id (self, TL_TABLE_RISK, "R10");
  TlId row = tl_id_source_make_id (tl_workbook_get_ids (self->workbook));

  app_reviews_hold (self, "V63", "R10");
  choose (self, "Change", "One more round of calls.");
  tl_change_add_row (change, "decision", &row);
  tl_change_set_id (change, "decision", &row, "review", &review);
  tl_change_set_id (change, "decision", &row, "risk", &risk);
  tl_change_set_text (change, "decision", &row, "decision", "close");
  app_reviews_apply (self, change);
  keep (self);
  g_assert_true (app_reviews_says (self, "R10 has been closed by Managers' meeting, 5 June 2026."));
  g_assert_true (app_reviews_says (self, "What you wrote is still here."));
  g_assert_cmpstr (tl_draft_get_text (get_decision (self), "reason"), ==, "One more round of calls.");
  g_assert_null (tl_review_find_decision (app_reviews_review (self), app_reviews_find (self, TL_TABLE_RISK, "R10")));
}

static void
close_copy (GFile *file)
{
  TlWorkbook *workbook = app_workbook_open_file (file);
  TlSnapshot *snapshot = tl_assessment_get_snapshot (tl_workbook_get_assessment (workbook));
  g_autoptr (TlChange) change = tl_change_new ("test");
  g_autoptr (GAsyncResult) result = NULL;
  TlId row = tl_id_source_make_id (tl_workbook_get_ids (workbook));

  tl_change_add_row (change, "decision", &row);
  tl_change_set_id (change, "decision", &row, "review", &((const TlFacts *) tl_snapshot_find_ref (snapshot, TL_TABLE_REVIEW, "V63"))->id);
  tl_change_set_id (change, "decision", &row, "risk", &((const TlFacts *) tl_snapshot_find_ref (snapshot, TL_TABLE_RISK, "R10"))->id);
  tl_change_set_text (change, "decision", &row, "decision", "close");
  tl_change_set_text (change, "decision", &row, "reason", "The other desk closed it.");
  tl_change_set_id (change, "decision", &row, "by_person", &((const TlFacts *) tl_snapshot_find_ref (snapshot, TL_TABLE_PERSON, "P-JF"))->id);
  tl_workbook_apply_async (workbook, change, NULL, app_workbook_answer_cb, &result);
  app_workbook_wait_for (&result);
  g_assert_true (tl_workbook_apply_finish (workbook, result, NULL));
  app_window_wait (app_workbook_is_quiet, workbook);
  app_workbook_close (workbook);
}

/* Two desks close a risk; when their copies come together both closings are there, and it is said how they stand. */
static void
test_second_closing (AppReviews    *self,
                     gconstpointer  data)
{
  g_autofree char *path = g_strconcat (g_file_peek_path (self->file), "-copy.throughline", NULL);
  g_autoptr (GFile) other = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TlRiskPage *page;

  g_assert_true (g_file_copy (self->file, other, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL));
  close_copy (other);
  app_reviews_hold (self, "V63", "R10");
  choose (self, "Close", "It has held since winter.");
  keep (self);
  tl_store_merge_async (tl_workbook_get_store (self->workbook), other, NULL, app_workbook_answer_cb, &result);
  app_workbook_wait_for (&result);
  tl_merge_result_free (tl_store_merge_finish (tl_workbook_get_store (self->workbook), result, &error));
  g_assert_no_error (error);
  app_reviews_settle (self);
  g_assert_true (app_reviews_says (self, "brought a second decision of this review: close (“"));
  page = show_risk_page (self, "R10");
  g_assert_true (app_test_says (GTK_WIDGET (page), "It was closed already, by Provider oversight, 9 June 2026"));
  g_assert_true (app_test_says (GTK_WIDGET (page), "The other desk closed it."));
  g_assert_true (app_test_says (GTK_WIDGET (page), "It has held since winter."));
}

static void
add_tests (void)
{
#define ADD(name, test) \
  g_test_add ("/reviews-decisions/" name, AppReviews, NULL, app_reviews_set_up, test, app_reviews_tear_down)
  ADD ("other-ending", test_other_ending);
  ADD ("taken-back", test_taken_back);
  ADD ("reopened", test_reopened);
  ADD ("closed", test_closed);
  ADD ("slipped", test_slipped);
  ADD ("reduced", test_reduced);
  ADD ("escalated", test_escalated);
  ADD ("closed-elsewhere", test_closed_elsewhere);
  ADD ("second-closing", test_second_closing);
#undef ADD
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
