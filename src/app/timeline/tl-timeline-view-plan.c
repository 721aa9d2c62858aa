/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is shown: its plan, and how it is made. */
#include "config.h"

#include "tl-timeline-view-private.h"

/* Of so many items a plan is made on the spot. */
#define MOST_AT_ONCE 5000
/* After so long something that isn't there yet is said to be on its way. */
#define PATIENCE 500

TlAssessment *
tl_timeline_view_get_assessment (TlTimelineView *self)
{
  TlWorkbook *workbook = tl_view_get_workbook (TL_VIEW (self));

  return workbook != NULL ? tl_workbook_get_assessment (workbook) : NULL;
}

void
tl_timeline_view_stop_planning (TlTimelineView *self)
{
  if (self->planning != NULL)
    g_cancellable_cancel (self->planning);
  g_clear_object (&self->planning);
}

static void
set_plan (TlTimelineView *self,
          TlTimelinePlan *plan)
{
  self->updating = TRUE;
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  tl_timeline_canvas_set_plan (self->canvas, plan != NULL ? tl_timeline_plan_ref (plan) : NULL);
  tl_timeline_list_set_plan (self->rows, plan);
  self->updating = FALSE;
}

/* The latest come first; a list keeps the row that was at its top. */
static void
show_latest (TlTimelineView *self)
{
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list)), 0);
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->cards)), 0);
}

/* Takes the plan. */
static void
show_shown (TlTimelineView *self,
            TlTimelinePlan *plan)
{
  g_autoptr (TlTimelinePlan) own = plan;
  gboolean anew = self->anew, hidden = plan->n_entries == 0 && self->whole->n_entries > 0;
  TlId chosen = self->chosen;

  tl_timeline_view_stop_planning (self);
  set_plan (self, plan);
  g_object_set (self->canvas, "today", (int) tl_workbook_get_today (tl_view_get_workbook (TL_VIEW (self))), NULL);
  gtk_stack_set_visible_child_name (self->body, hidden ? "nothing" : "timeline");
  if (self->anew)
    tl_timeline_view_recall (self);
  self->anew = FALSE;
  tl_timeline_view_update_list (self);
  if (tl_id_is_none (&chosen) || !tl_timeline_view_choose_row (self, &chosen, anew))
    {
      tl_timeline_view_note_chosen (self);
      show_latest (self);
    }
  tl_timeline_view_update_chips (self);
  tl_timeline_view_update_follow (self);
}

static TlTimelineFilter
get_filter (TlTimelineView *self)
{
  /* A thread is followed whole. */
  if (tl_timeline_view_is_following (self))
    return (TlTimelineFilter) { .follow = self->follow };
  return self->filter;
}

static void make_shown (TlTimelineView *self);

static void
planned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (TlTimelineView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlTimelinePlan) plan = tl_timeline_plan_new_finish (result, &error);

  /* Cancelled, since something else is shown now. */
  if (plan == NULL || g_task_get_cancellable (G_TASK (result)) != self->planning)
    return;
  if (self->whole != NULL)
    {
      show_shown (self, g_steal_pointer (&plan));
      return;
    }
  self->whole = g_steal_pointer (&plan);
  make_shown (self);
}

static void
make_plan (TlTimelineView         *self,
           const TlTimelineFilter *filter)
{
  tl_timeline_view_stop_planning (self);
  self->planning = g_cancellable_new ();
  tl_timeline_plan_new_async (tl_timeline_view_get_assessment (self), &self->scope, filter, self->planning, planned_cb,
                              g_object_ref (self));
}

/* What is gathered before anybody notices needn't be waited for. */
static gboolean
is_quick (TlTimelineView *self)
{
  const TlRiskJudgement *risk = NULL;

  if (self->scope.kind == TL_TIMELINE_SCOPE_RISK)
    risk = tl_assessment_find_risk (tl_timeline_view_get_assessment (self), &self->scope.id);
  return risk != NULL && risk->n_evidence < MOST_AT_ONCE;
}

static void
make_shown (TlTimelineView *self)
{
  TlTimelineFilter filter = get_filter (self);

  if (tl_timeline_filter_is_empty (&filter))
    show_shown (self, tl_timeline_plan_ref (self->whole));
  else if (is_quick (self))
    show_shown (self, tl_timeline_plan_new (tl_timeline_view_get_assessment (self), &self->scope, &filter));
  else
    make_plan (self, &filter);
}

static gboolean
wait_cb (gpointer data)
{
  TlTimelineView *self = TL_TIMELINE_VIEW (data);

  if (self->planning != NULL && tl_timeline_canvas_get_plan (self->canvas) == NULL)
    gtk_stack_set_visible_child_name (self->body, "waiting");
  return G_SOURCE_REMOVE;
}

static gboolean
is_whole_current (TlTimelineView *self,
                  TlAssessment   *assessment)
{
  return self->whole != NULL && self->whole->assessment == assessment && self->whole->scope.kind == self->scope.kind
         && tl_id_equal (&self->whole->scope.id, &self->scope.id);
}

/* Lets go of all that was concluded. */
void
tl_timeline_view_drop_plan (TlTimelineView *self)
{
  tl_timeline_view_stop_planning (self);
  g_clear_pointer (&self->whole, tl_timeline_plan_unref);
  tl_item_pane_set_item (self->pane, tl_view_get_workbook (TL_VIEW (self)), NULL);
  tl_thread_pane_set_thread (self->thread_pane, NULL);
  set_plan (self, NULL);
}

/* Shows what is concluded now, in the same time, or anew in the time that is remembered. */
void
tl_timeline_view_show_plan (TlTimelineView *self,
                            gboolean        anew)
{
  TlAssessment *assessment = tl_timeline_view_get_assessment (self);
  gboolean any = assessment != NULL && tl_assessment_get_n_risks (assessment) > 0;

  gtk_stack_set_visible_child_name (self->stack, any ? "timeline" : "empty");
  self->anew = self->anew || anew;
  tl_timeline_view_update_scope (self);
  tl_timeline_view_update_adding (self);
  if (!any)
    {
      tl_timeline_view_drop_plan (self);
      return;
    }
  if (is_whole_current (self, assessment))
    {
      make_shown (self);
      return;
    }
  g_clear_pointer (&self->whole, tl_timeline_plan_unref);
  if (is_quick (self))
    {
      self->whole = tl_timeline_plan_new (assessment, &self->scope, NULL);
      make_shown (self);
      return;
    }
  /* What is of something else isn't left standing under another name. */
  if (anew)
    set_plan (self, NULL);
  make_plan (self, NULL);
  g_timeout_add_full (G_PRIORITY_DEFAULT, PATIENCE, wait_cb, g_object_ref (self), g_object_unref);
}
