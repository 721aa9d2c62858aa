/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-reviews-view.h"

#include "tl-reviews-due.h"
#include "tl-reviews-list.h"
#include "tl-window.h"

struct _TlReviewsView
{
  TlView parent_instance;

  GtkStack *stack;
  TlReviewsList *list;

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

static void
open_risk_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TlWorkbook *workbook = tl_view_get_workbook (TL_VIEW (widget));
  GtkRoot *root = gtk_widget_get_root (widget);
  TlRisk *risk = NULL;
  TlId id;

  if (workbook != NULL && tl_id_from_hex (g_variant_get_string (parameter, NULL), &id))
    risk = tl_workbook_find_risk (workbook, &id);
  if (risk == NULL)
    return;
  tl_view_set_risk (TL_VIEW (widget), risk);
  if (TL_IS_WINDOW (root))
    tl_window_show_view (TL_WINDOW (root), "risks");
}

/* ── Overrides ────────────────────────────────────────────────────────────── */

static void
tl_reviews_view_assessment_changed (TlView *view)
{
  TlReviewsView *self = TL_REVIEWS_VIEW (view);
  TlAssessment *assessment = get_assessment (self);
  TlSnapshot *snapshot;
  gboolean empty;

  stop_asking (self);
  if (assessment == NULL)
    return;
  snapshot = tl_assessment_get_snapshot (assessment);
  empty = tl_snapshot_count (snapshot, TL_TABLE_REVIEW) == 0 && tl_snapshot_count (snapshot, TL_TABLE_FORUM) == 0;
  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "list");
  tl_reviews_list_fill (self->list, assessment);
  self->asking = g_cancellable_new ();
  tl_reviews_due_async (assessment, self->asking, due_cb, g_object_ref (self));
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
  TL_VIEW_CLASS (klass)->assessment_changed = tl_reviews_view_assessment_changed;
  widget_class->grab_focus = tl_reviews_view_grab_focus;

  g_type_ensure (TL_TYPE_REVIEWS_LIST);
  gtk_widget_class_install_action (widget_class, "reviews.open-risk", "s", open_risk_cb);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/reviews/reviews-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TlReviewsView, stack);
  gtk_widget_class_bind_template_child (widget_class, TlReviewsView, list);
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

  tl_reviews_list_search (self->list);
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
