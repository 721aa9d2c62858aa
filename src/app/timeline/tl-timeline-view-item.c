/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is chosen: its pane, its links, and what is added beside it. */
#include "config.h"

#include "tl-timeline-view-private.h"

#include "tl-edit-dialog.h"
#include "tl-editing.h"
#include "tl-item-grounds.h"
#include "tl-risk-page.h"
#include "tl-risks-view.h"
#include "tl-window.h"

static TlWorkbook *
get_workbook (TlTimelineView *self)
{
  return tl_view_get_workbook (TL_VIEW (self));
}

/* ── The pane ── */

static void
update_editing (TlTimelineView *self)
{
  TlTimelineItem *item = tl_timeline_canvas_get_selected (self->canvas);
  TlTable table = TL_NO_TABLE;
  gboolean editable = get_workbook (self) != NULL && tl_workbook_get_editable (get_workbook (self));

  if (item != NULL)
    tl_item_find_row (item, &table);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.edit-item",
                                 editable && table != TL_NO_TABLE && tl_edit_dialog_has_form (table));
}

void
tl_timeline_view_update_pane (TlTimelineView *self)
{
  TlTimelineItem *item = tl_timeline_canvas_get_selected (self->canvas);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.show-item", item != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.enter-item", item != NULL);
  update_editing (self);
  if (item == NULL && gtk_stack_get_visible_child (self->side) == GTK_WIDGET (self->pane))
    tl_timeline_view_close_pane (self);
  tl_item_pane_set_item (self->pane, get_workbook (self), item);
}

/* What is followed stays beside the timeline; of something else there is no pane. */
void
tl_timeline_view_close_pane (TlTimelineView *self)
{
  gboolean following = tl_timeline_view_is_following (self);
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->pane)) != NULL;

  gtk_stack_set_visible_child (self->side, following ? GTK_WIDGET (self->thread_pane) : GTK_WIDGET (self->pane));
  adw_overlay_split_view_set_show_sidebar (self->split, following);
  /* Whoever closes it goes on where they were. */
  if (!had_focus)
    return;
  if (self->came_from_list)
    gtk_widget_grab_focus (self->narrow ? GTK_WIDGET (self->cards) : GTK_WIDGET (self->list));
  else if (following)
    gtk_widget_child_focus (GTK_WIDGET (self->thread_pane), GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
show_item_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  TlTimelineView *self = TL_TIMELINE_VIEW (widget);

  gtk_stack_set_visible_child (self->side, GTK_WIDGET (self->pane));
  tl_timeline_view_update_pane (self);
  adw_overlay_split_view_set_show_sidebar (self->split, TRUE);
  /* Whoever goes there by key takes the keyboard along. */
  if (!g_str_equal (action, "timeline.enter-item"))
    return;
  self->came_from_list = gtk_widget_get_focus_child (GTK_WIDGET (self->list_stack)) != NULL;
  gtk_widget_child_focus (GTK_WIDGET (self->pane), GTK_DIR_TAB_FORWARD);
}

static void
close_item_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  tl_timeline_view_close_pane (TL_TIMELINE_VIEW (widget));
}

static void
edit_item_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  TlTimelineView *self = TL_TIMELINE_VIEW (widget);
  TlTimelineItem *item = tl_timeline_canvas_get_selected (self->canvas);
  TlTable table = TL_NO_TABLE;
  const TlFacts *row = item != NULL ? tl_item_find_row (item, &table) : NULL;

  if (row != NULL)
    tl_editing_open (widget, get_workbook (self), table, &row->id);
}

/* ── Where its links lead ── */

static TlRiskPage *
show_risk (TlTimelineView *self,
           const TlId     *id)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  TlRisk *risk = tl_workbook_find_risk (get_workbook (self), id);
  TlView *view;
  TlRiskPage *page;

  if (risk == NULL || !TL_IS_WINDOW (root))
    return NULL;
  tl_view_set_risk (TL_VIEW (self), risk);
  view = tl_window_show_view (TL_WINDOW (root), "risks");
  if (!TL_IS_RISKS_VIEW (view))
    return NULL;
  page = tl_risks_view_get_page (TL_RISKS_VIEW (view));
  gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);
  return page;
}

static void
open_risk_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  TlId id;

  if (tl_id_from_hex (g_variant_get_string (parameter, NULL), &id))
    show_risk (TL_TIMELINE_VIEW (widget), &id);
}

/* A measure stands on its risk's page, under what it shows. */
static void
open_measure_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  TlTimelineView *self = TL_TIMELINE_VIEW (widget);
  TlSnapshot *snapshot = tl_assessment_get_snapshot (tl_timeline_view_get_assessment (self));
  const TlMeasureFacts *measure = NULL;
  TlRiskPage *page;
  TlId id;

  if (tl_id_from_hex (g_variant_get_string (parameter, NULL), &id))
    measure = tl_snapshot_find (snapshot, TL_TABLE_MEASURE, &id);
  if (measure == NULL || measure->risk == NULL)
    return;
  page = show_risk (self, &measure->risk->base.id);
  if (page != NULL)
    tl_risk_page_expand (page, TL_LINE_LINK_IMPROVED, TRUE);
}

static const TlRiskFacts *
find_risk_of (TlTimelineView *self,
              const TlId     *row)
{
  TlSnapshot *snapshot = tl_assessment_get_snapshot (tl_timeline_view_get_assessment (self));
  const TlActionFacts *action = tl_snapshot_find (snapshot, TL_TABLE_ACTION, row);
  const TlEvidenceFacts *evidence = action == NULL ? tl_snapshot_find (snapshot, TL_TABLE_EVIDENCE, row) : NULL;

  if (action != NULL)
    return action->risk;
  return evidence != NULL && evidence->risks.n > 0 ? evidence->risks.rows[0] : NULL;
}

/* What is hidden, or belongs to another risk, is brought to light. */
static void
show_row_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TlTimelineView *self = TL_TIMELINE_VIEW (widget);
  const TlRiskFacts *risk;
  guint position;
  TlId id;

  if (!tl_id_from_hex (g_variant_get_string (parameter, NULL), &id) || tl_timeline_view_choose_row (self, &id, TRUE))
    return;
  if (self->whole != NULL && tl_timeline_plan_find_row (self->whole, &id, &position))
    {
      self->chosen = id;
      if (tl_timeline_view_is_following (self))
        tl_timeline_view_unfollow (self);
      tl_timeline_view_clear_filter (self);
      tl_timeline_view_choose_row (self, &id, TRUE);
      return;
    }
  risk = find_risk_of (self, &id);
  if (risk == NULL)
    return;
  tl_timeline_view_clear_filter (self);
  self->chosen = id;
  tl_timeline_view_set_scope (self, (TlTimelineScope) { TL_TIMELINE_SCOPE_RISK, risk->base.id });
  tl_view_set_risk (TL_VIEW (self), tl_workbook_find_risk (get_workbook (self), &risk->base.id));
}

void
tl_timeline_view_bind_item (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TlTimelineView, pane);
  gtk_widget_class_install_action (widget_class, "timeline.show-item", NULL, show_item_cb);
  gtk_widget_class_install_action (widget_class, "timeline.enter-item", NULL, show_item_cb);
  gtk_widget_class_install_action (widget_class, "timeline.close-item", NULL, close_item_cb);
  gtk_widget_class_install_action (widget_class, "timeline.edit-item", NULL, edit_item_cb);
  gtk_widget_class_install_action (widget_class, "timeline.open-risk", "s", open_risk_cb);
  gtk_widget_class_install_action (widget_class, "timeline.open-measure", "s", open_measure_cb);
  gtk_widget_class_install_action (widget_class, "timeline.show-row", "s", show_row_cb);
}
