/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Following one action from concern to outcome. */
#include "config.h"

#include "tl-timeline-view-private.h"

#include <glib/gi18n.h>

#include "tl-row-chooser.h"

gboolean
tl_timeline_view_is_following (TlTimelineView *self)
{
  return !tl_id_is_none (&self->follow);
}

/* ── Which ones can be followed ── */

static GMenuModel *
list_actions (const TlRiskJudgement *risk)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < risk->n_actions; i++)
    {
      const TlActionFacts *action = risk->actions[i].facts;
      g_autofree char *label = g_strdup_printf ("%s %s", action->base.ref != NULL ? action->base.ref : "",
                                                action->title != NULL ? action->title : _("No title"));
      g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);
      char hex[TL_ID_HEX_LENGTH + 1];

      tl_id_to_hex (&action->base.id, hex);
      g_menu_item_set_label (item, g_strstrip (label));
      g_menu_item_set_action_and_target (item, "timeline.follow", "s", hex);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static void
action_chosen_cb (TlTimelineView *self,
                  TlRowChoice    *choice)
{
  if (tl_row_choice_get_kind (choice) == TL_ROW_CHOICE_ROW)
    tl_timeline_view_follow (self, tl_row_choice_get_id (choice));
}

/* Of a risk its actions; elsewhere any action is found by its name. */
static void
offer_actions (TlTimelineView *self)
{
  TlAssessment *assessment = tl_timeline_view_get_assessment (self);
  const TlRiskJudgement *risk = NULL;

  if (self->scope.kind == TL_TIMELINE_SCOPE_RISK)
    risk = tl_assessment_find_risk (assessment, &self->scope.id);
  gtk_widget_set_sensitive (GTK_WIDGET (self->follow_button),
                            risk != NULL ? risk->n_actions > 0
                                         : tl_snapshot_count (tl_assessment_get_snapshot (assessment), TL_TABLE_ACTION) > 0);
  if (risk != NULL)
    {
      g_autoptr (GMenuModel) menu = list_actions (risk);

      gtk_menu_button_set_menu_model (self->follow_button, menu);
    }
  else
    {
      GtkWidget *chooser = g_object_new (TL_TYPE_ROW_CHOOSER, NULL);

      tl_row_chooser_set_up (TL_ROW_CHOOSER (chooser), tl_view_get_workbook (TL_VIEW (self)), TL_TABLE_ACTION, TL_ROW_CHOOSER_PLAIN);
      g_signal_connect_object (chooser, "chosen", G_CALLBACK (action_chosen_cb), self, G_CONNECT_SWAPPED);
      gtk_menu_button_set_popover (self->follow_button, chooser);
    }
}

/* ── Step by step ── */

/* Shows on the timeline what a step rests on. What stands nowhere there leaves its day in sight. */
static void
stepped_cb (TlTimelineView *self)
{
  const TlActionThread *thread = tl_thread_pane_get_thread (self->thread_pane);
  int index = tl_thread_pane_get_step (self->thread_pane);
  const TlActionStep *step = thread != NULL && index >= 0 ? tl_action_thread_get_step (thread, (guint) index) : NULL;
  double middle, span;

  if (step == NULL || self->updating)
    return;
  if (step->row != NULL && step->state != TL_LINK_STATE_MISSING && tl_timeline_view_choose_row (self, &step->row->id, TRUE))
    return;
  tl_timeline_canvas_set_selected (self->canvas, NULL);
  if (step->date == TL_NO_DAY)
    return;
  tl_timeline_canvas_get_position (self->canvas, &middle, &span);
  if (ABS (step->date - middle) > span / 2)
    tl_timeline_canvas_set_position (self->canvas, step->date, span);
}

static void
step_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  TlTimelineView *self = TL_TIMELINE_VIEW (widget);

  if (!tl_timeline_view_is_following (self)
      || !tl_thread_pane_go (self->thread_pane, g_str_equal (action, "timeline.next-step") ? 1 : -1))
    gtk_widget_error_bell (widget);
}

/* ── Beginning and end ── */

/* Follows the thread as it is concluded now; an action that isn't there any more isn't followed any longer. */
void
tl_timeline_view_update_follow (TlTimelineView *self)
{
  TlAssessment *assessment = tl_timeline_view_get_assessment (self);
  TlActionThread *thread = NULL;

  offer_actions (self);
  if (!tl_timeline_view_is_following (self))
    return;
  thread = tl_action_thread_find (assessment, &self->follow);
  tl_thread_pane_set_thread (self->thread_pane, thread);
  if (thread == NULL)
    tl_timeline_view_unfollow (self);
  else if (tl_id_is_none (&self->chosen))
    stepped_cb (self);
}

void
tl_timeline_view_unfollow (TlTimelineView *self)
{
  if (!tl_timeline_view_is_following (self))
    return;
  self->follow = (TlId) { 0 };
  tl_thread_pane_set_thread (self->thread_pane, NULL);
  adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
  gtk_stack_set_visible_child (self->side, GTK_WIDGET (self->pane));
  if (tl_timeline_canvas_get_plan (self->canvas) != NULL)
    tl_timeline_canvas_set_position (self->canvas, self->middle_before, self->span_before);
  tl_timeline_view_show_plan (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

/**
 * tl_timeline_view_follow:
 * @self: a timeline
 * @action: the id of an action
 *
 * Shows only the thread of one action, from concern to outcome, and walks it step by step.
 */
void
tl_timeline_view_follow (TlTimelineView *self,
                         const TlId     *action)
{
  TlAssessment *assessment;
  g_autoptr (TlActionThread) thread = NULL;
  TlTimelineScope scope;
  TlId id;

  g_return_if_fail (TL_IS_TIMELINE_VIEW (self));
  g_return_if_fail (action != NULL);

  id = *action;
  assessment = tl_timeline_view_get_assessment (self);
  thread = assessment != NULL ? tl_action_thread_find (assessment, &id) : NULL;
  if (thread == NULL)
    return;
  scope = (TlTimelineScope) { TL_TIMELINE_SCOPE_RISK, thread->risk->facts->base.id };
  tl_timeline_view_set_scope (self, scope);
  tl_view_set_risk (TL_VIEW (self), tl_workbook_find_risk (tl_view_get_workbook (TL_VIEW (self)), &scope.id));
  if (!tl_timeline_view_is_following (self))
    tl_timeline_canvas_get_position (self->canvas, &self->middle_before, &self->span_before);
  self->follow = id;
  self->chosen = (TlId) { 0 };
  gtk_stack_set_visible_child (self->side, GTK_WIDGET (self->thread_pane));
  tl_timeline_view_show_plan (self, FALSE);
  tl_timeline_view_mark_time (self, "all");
  tl_timeline_canvas_fit (self->canvas, TL_TIMELINE_FIT_ALL);
  adw_overlay_split_view_set_show_sidebar (self->split, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->thread_pane), GTK_DIR_TAB_FORWARD);
}

static void
follow_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  TlId id;

  if (tl_id_from_hex (g_variant_get_string (parameter, NULL), &id))
    tl_timeline_view_follow (TL_TIMELINE_VIEW (widget), &id);
}

static void
unfollow_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  tl_timeline_view_unfollow (TL_TIMELINE_VIEW (widget));
}

void
tl_timeline_view_bind_follow (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TlTimelineView, follow_button);
  gtk_widget_class_bind_template_child (widget_class, TlTimelineView, thread_pane);
  gtk_widget_class_bind_template_callback (widget_class, stepped_cb);
  gtk_widget_class_install_action (widget_class, "timeline.follow", "s", follow_cb);
  gtk_widget_class_install_action (widget_class, "timeline.unfollow", NULL, unfollow_cb);
  gtk_widget_class_install_action (widget_class, "timeline.previous-step", NULL, step_cb);
  gtk_widget_class_install_action (widget_class, "timeline.next-step", NULL, step_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "timeline.previous-step", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "timeline.next-step", NULL);
}
