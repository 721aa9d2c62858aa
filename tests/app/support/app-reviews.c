/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-reviews.h"

#include "tl-agenda-row.h"
#include "tl-workbook-commands.h"
#include "tl-workbook-undo.h"

gboolean
app_reviews_is_quiet (gpointer data)
{
  AppReviews *self = data;

  return !tl_workbook_get_busy (self->workbook) && !tl_reviews_view_get_busy (self->view);
}

void
app_reviews_settle (AppReviews *self)
{
  app_test_settle (GTK_WIDGET (self->window));
  app_window_wait (app_reviews_is_quiet, self);
  app_test_settle (GTK_WIDGET (self->window));
}

/* Opens the file, again if it was open before. */
void
app_reviews_reopen (AppReviews *self)
{
  self->window = app_window_open (self->file);
  self->workbook = tl_window_get_workbook (self->window);
  self->view = TL_REVIEWS_VIEW (tl_window_show_view (self->window, "reviews"));
  app_reviews_settle (self);
}

void
app_reviews_set_up (AppReviews    *self,
                    gconstpointer  data)
{
  self->file = app_window_copy_sample ();
  app_reviews_reopen (self);
}

void
app_reviews_tear_down (AppReviews    *self,
                       gconstpointer  data)
{
  if (self->window != NULL)
    app_window_close (self->window);
  g_clear_object (&self->file);
}

TlSnapshot *
app_reviews_snapshot (AppReviews *self)
{
  return tl_assessment_get_snapshot (tl_workbook_get_assessment (self->workbook));
}

gconstpointer
app_reviews_find (AppReviews *self,
                  TlTable     table,
                  const char *ref)
{
  gconstpointer facts = tl_snapshot_find_ref (app_reviews_snapshot (self), table, ref);

  g_assert_nonnull (facts);
  return facts;
}

/* ── The meeting ──────────────────────────────────────────────────────────── */

TlMeetingPage *
app_reviews_page (AppReviews *self)
{
  return app_test_find (GTK_WIDGET (self->view), TL_TYPE_MEETING_PAGE);
}

gboolean
app_reviews_is_held (gpointer data)
{
  AppReviews *self = data;

  return app_reviews_is_quiet (data) && app_reviews_page (self) != NULL
         && gtk_widget_get_mapped (GTK_WIDGET (app_reviews_page (self)));
}

/* The review that is held. */
const TlReviewFacts *
app_reviews_review (AppReviews *self)
{
  return tl_snapshot_find (app_reviews_snapshot (self), TL_TABLE_REVIEW, tl_meeting_page_get_review (app_reviews_page (self)));
}

/* The number of the item that is shown. */
int
app_reviews_item (AppReviews *self)
{
  GtkWidget *row = app_test_find (GTK_WIDGET (app_reviews_page (self)), TL_TYPE_AGENDA_ROW);

  return gtk_list_box_row_get_index (gtk_list_box_get_selected_row (GTK_LIST_BOX (gtk_widget_get_parent (row))));
}

/* Opens a review, and shows a risk of it. */
void
app_reviews_hold (AppReviews *self,
                  const char *review,
                  const char *risk)
{
  TlId id = ((const TlFacts *) app_reviews_find (self, TL_TABLE_REVIEW, review))->id;

  tl_reviews_view_open (self->view, &id);
  app_reviews_settle (self);
  if (risk == NULL)
    return;
  id = ((const TlFacts *) app_reviews_find (self, TL_TABLE_RISK, risk))->id;
  tl_meeting_page_go_to_risk (app_reviews_page (self), &id);
  app_reviews_settle (self);
}

gboolean
app_reviews_says (AppReviews *self,
                  const char *part)
{
  return app_test_says (GTK_WIDGET (app_reviews_page (self)), part);
}

/* ── Changes from elsewhere ───────────────────────────────────────────────── */

void
app_reviews_undo (AppReviews *self)
{
  g_autoptr (GAsyncResult) result = NULL;

  tl_workbook_undo_async (self->workbook, NULL, app_workbook_answer_cb, &result);
  app_workbook_wait_for (&result);
  g_assert_true (tl_workbook_apply_finish (self->workbook, result, NULL));
  app_reviews_settle (self);
}

void
app_reviews_apply (AppReviews *self,
                   TlChange   *change)
{
  g_autoptr (GAsyncResult) result = NULL;

  tl_workbook_apply_async (self->workbook, change, NULL, app_workbook_answer_cb, &result);
  app_workbook_wait_for (&result);
  g_assert_true (tl_workbook_apply_finish (self->workbook, result, NULL));
  app_reviews_settle (self);
}
