/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-reviews-view.h"

#include "tl-meeting-page.h"
#include "tl-review-rules.h"
#include "tl-review-start-dialog.h"
#include "tl-reviews-due.h"
#include "tl-reviews-list.h"
#include "tl-risks-view.h"
#include "tl-window.h"
#include "tl-window-reviews.h"

struct _TlReviewsView
{
  TlView parent_instance;

  GtkStack *stack;
  TlReviewsList *list;
  TlMeetingPage *meeting;

  /* Whether a review is open, and one that is to be opened once the workbook knows it. */
  gboolean held;
  TlId wanted;
  /* The item at which it is to be opened, none for where it goes on. */
  TlId wanted_risk;
  /* While it is being found out what is due. */
  GCancellable *asking;
};

G_DEFINE_FINAL_TYPE (TlReviewsView, tl_reviews_view, TL_TYPE_VIEW)

static TlAssessment *
get_assessment (TlReviewsView *self)
{
  TlWorkbook *workbook = tl_view_get_workbook (TL_VIEW (self));

  return workbook != NULL ? tl_workbook_get_assessment (workbook) : NULL;
}

/* ── What is due ──────────────────────────────────────────────────────────── */

static void
stop_asking (TlReviewsView *self)
{
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static void
due_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (TlReviewsView) self = user_data;
  g_autoptr (GPtrArray) due = tl_reviews_due_finish (result, NULL);

  /* Cancelled, since something else is concluded now. */
  if (due == NULL || g_task_get_cancellable (G_TASK (result)) != self->asking)
    return;
  g_clear_object (&self->asking);
  if (get_assessment (self) != NULL)
    tl_reviews_list_fill_due (self->list, get_assessment (self), due);
}

/* ── What can be done ─────────────────────────────────────────────────────── */

static TlRisk *
show_risk (GtkWidget *widget,
           GVariant  *parameter)
{
  TlWorkbook *workbook = tl_view_get_workbook (TL_VIEW (widget));
  GtkRoot *root = gtk_widget_get_root (widget);
  TlRisk *risk = NULL;
  TlId id;

  if (workbook != NULL && tl_id_from_hex (g_variant_get_string (parameter, NULL), &id))
    risk = tl_workbook_find_risk (workbook, &id);
  if (risk == NULL || !TL_IS_WINDOW (root))
    return NULL;
  tl_meeting_page_leave (TL_REVIEWS_VIEW (widget)->meeting);
  tl_view_set_risk (TL_VIEW (widget), risk);
  return risk;
}

static void
open_risk_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TlView *view;

  if (show_risk (widget, parameter) == NULL)
    return;
  view = tl_window_show_view (TL_WINDOW (gtk_widget_get_root (widget)), "risks");
  if (g_str_equal (name, "reviews.show-findings"))
    tl_risk_page_show_findings (tl_risks_view_get_page (TL_RISKS_VIEW (view)));
}

static void
show_list (TlReviewsView *self)
{
  TlAssessment *assessment = get_assessment (self);
  TlSnapshot *snapshot = assessment != NULL ? tl_assessment_get_snapshot (assessment) : NULL;
  gboolean empty = snapshot == NULL || (tl_snapshot_count (snapshot, TL_TABLE_REVIEW) == 0
                                        && tl_snapshot_count (snapshot, TL_TABLE_FORUM) == 0);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  self->held = FALSE;
  tl_meeting_page_project (self->meeting, FALSE);
  if (TL_IS_WINDOW (root))
    tl_window_project (TL_WINDOW (root), FALSE);
  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "list");
}

static void
open_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  TlId id;

  if (tl_id_from_hex (g_variant_get_string (parameter, NULL), &id))
    tl_reviews_view_open (TL_REVIEWS_VIEW (widget), &id);
}

static void
go_on_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  TlReviewsView *self = TL_REVIEWS_VIEW (widget);
  const TlReviewFacts *latest = get_assessment (self) != NULL ? tl_reviews_find_begun (get_assessment (self)) : NULL;

  if (latest != NULL)
    tl_reviews_view_open (self, &latest->base.id);
}

static void
leave_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  TlReviewsView *self = TL_REVIEWS_VIEW (widget);

  if (!self->held)
    return;
  tl_meeting_page_leave (self->meeting);
  show_list (self);
  tl_reviews_list_go_to (self->list, tl_meeting_page_get_review (self->meeting));
}

/* It is opened as soon as the workbook knows it. */
static void
started_cb (TlReviewsView *self,
            const char    *review)
{
  if (tl_id_from_hex (review, &self->wanted))
    tl_reviews_view_open (self, &self->wanted);
}

/* ── Overrides ────────────────────────────────────────────────────────────── */

static void
tl_reviews_view_assessment_changed (TlView *view)
{
  TlReviewsView *self = TL_REVIEWS_VIEW (view);
  TlAssessment *assessment = get_assessment (self);

  stop_asking (self);
  if (assessment == NULL)
    return;
  if (!self->held || !tl_meeting_page_refresh (self->meeting))
    show_list (self);
  if (!tl_id_is_none (&self->wanted))
    tl_reviews_view_open (self, &self->wanted);
  tl_reviews_list_fill (self->list, assessment);
  self->asking = g_cancellable_new ();
  tl_reviews_due_async (assessment, self->asking, due_cb, g_object_ref (self));
}

/* Another workbook has other reviews. */
static void
tl_reviews_view_workbook_changed (TlView *view)
{
  TlReviewsView *self = TL_REVIEWS_VIEW (view);

  self->wanted = self->wanted_risk = (TlId) { 0 };
  show_list (self);
}

static gboolean
tl_reviews_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
tl_reviews_view_dispose (GObject *object)
{
  stop_asking (TL_REVIEWS_VIEW (object));
  /* The bin must let go of its child before the template does. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_REVIEWS_VIEW);

  G_OBJECT_CLASS (tl_reviews_view_parent_class)->dispose (object);
}

static void
tl_reviews_view_class_init (TlReviewsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_reviews_view_dispose;
  TL_VIEW_CLASS (klass)->workbook_changed = tl_reviews_view_workbook_changed;
  TL_VIEW_CLASS (klass)->assessment_changed = tl_reviews_view_assessment_changed;
  widget_class->grab_focus = tl_reviews_view_grab_focus;

  g_type_ensure (TL_TYPE_MEETING_PAGE);
  g_type_ensure (TL_TYPE_REVIEWS_LIST);
  gtk_widget_class_install_action (widget_class, "reviews.open-risk", "s", open_risk_cb);
  gtk_widget_class_install_action (widget_class, "reviews.show-findings", "s", open_risk_cb);
  gtk_widget_class_install_action (widget_class, "reviews.open", "s", open_cb);
  gtk_widget_class_install_action (widget_class, "reviews.leave", NULL, leave_cb);
  gtk_widget_class_install_action (widget_class, "reviews.go-on", NULL, go_on_cb);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/reviews/reviews-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TlReviewsView, stack);
  gtk_widget_class_bind_template_child (widget_class, TlReviewsView, list);
  gtk_widget_class_bind_template_child (widget_class, TlReviewsView, meeting);
}

static void
tl_reviews_view_init (TlReviewsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_reviews_view_search:
 * @self: a view
 *
 * Gives the keyboard to the search among the reviews.
 */
void
tl_reviews_view_search (TlReviewsView *self)
{
  g_return_if_fail (TL_IS_REVIEWS_VIEW (self));

  if (self->held)
    gtk_widget_activate_action (GTK_WIDGET (self), "reviews.leave", NULL);
  tl_reviews_list_search (self->list);
}

/**
 * tl_reviews_view_start:
 * @self: a view
 * @forum: (nullable): the forum that meets, if that is known
 *
 * Asks what a review is to look at, and starts it.
 */
void
tl_reviews_view_start (TlReviewsView *self,
                       const TlId    *forum)
{
  TlWorkbook *workbook = tl_view_get_workbook (TL_VIEW (self));
  TlReviewStartDialog *dialog;

  g_return_if_fail (TL_IS_REVIEWS_VIEW (self));

  if (workbook == NULL || !tl_workbook_get_editable (workbook))
    return;
  tl_meeting_page_leave (self->meeting);
  dialog = tl_review_start_dialog_new (workbook, forum);
  g_signal_connect_object (dialog, "started", G_CALLBACK (started_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

/**
 * tl_reviews_view_open:
 * @self: a view
 * @review: the id of a review
 *
 * Shows a review; one that was just started as soon as the workbook knows it.
 */
void
tl_reviews_view_open (TlReviewsView *self,
                      const TlId    *review)
{
  TlWorkbook *workbook = tl_view_get_workbook (TL_VIEW (self));
  TlId id;

  g_return_if_fail (TL_IS_REVIEWS_VIEW (self));
  g_return_if_fail (review != NULL);

  id = *review;
  if (workbook == NULL || get_assessment (self) == NULL)
    return;
  if (self->held)
    tl_meeting_page_leave (self->meeting);
  if (!tl_meeting_page_show (self->meeting, workbook, &id))
    return;
  if (!tl_id_is_none (&self->wanted_risk))
    tl_meeting_page_go_to_risk (self->meeting, &self->wanted_risk);
  self->wanted = self->wanted_risk = (TlId) { 0 };
  self->held = TRUE;
  gtk_stack_set_visible_child_name (self->stack, "meeting");
  tl_meeting_page_begin (self->meeting);
}

/**
 * tl_reviews_view_resume:
 * @self: a view
 * @review: the id of a review
 * @risk: the id of a risk on its agenda, none for where it goes on
 *
 * Shows a review at a risk, as soon as the workbook knows them.
 */
void
tl_reviews_view_resume (TlReviewsView *self,
                        const TlId    *review,
                        const TlId    *risk)
{
  g_return_if_fail (TL_IS_REVIEWS_VIEW (self));

  self->wanted = *review;
  self->wanted_risk = *risk;
  if (get_assessment (self) != NULL)
    tl_reviews_view_open (self, &self->wanted);
}

/**
 * tl_reviews_view_choose_printing:
 * @self: a view
 * @dialog: a print dialog of the same workbook
 *
 * Proposes to print the review that is open.
 */
void
tl_reviews_view_choose_printing (TlReviewsView *self,
                                 TlPrintDialog *dialog)
{
  g_return_if_fail (TL_IS_REVIEWS_VIEW (self));

  if (self->held)
    tl_print_dialog_choose_review (dialog, tl_meeting_page_get_review (self->meeting));
}

/**
 * tl_reviews_view_get_typing:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the text in which something is being typed that is no change yet
 */
GtkWidget *
tl_reviews_view_get_typing (TlReviewsView *self)
{
  g_return_val_if_fail (TL_IS_REVIEWS_VIEW (self), NULL);

  return self->held ? tl_meeting_page_get_typing (self->meeting) : NULL;
}

/**
 * tl_reviews_view_get_busy:
 * @self: a view
 *
 * Returns: whether it is still being found out what is due
 */
gboolean
tl_reviews_view_get_busy (TlReviewsView *self)
{
  g_return_val_if_fail (TL_IS_REVIEWS_VIEW (self), FALSE);

  return self->asking != NULL;
}
