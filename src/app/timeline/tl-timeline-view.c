/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-view.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tl-files-mark.h"
#include "tl-item-pane.h"
#include "tl-timeline-canvas.h"
#include "tl-timeline-list.h"
#include "tl-timeline-mark.h"

#define QUARTER 92.0
#define YEAR 366.0
#define ZOOM_STEP 1.5

struct _TlTimelineView
{
  TlView parent_instance;

  GtkStack *stack;
  GtkDropDown *risk_chooser;
  AdwToggleGroup *zoom;
  GtkWidget *scroller;
  TlTimelineCanvas *canvas;
  TlTimelineList *items;
  GtkSingleSelection *selection;
  GtkColumnView *list;
  GtkColumnViewColumn *day_column;
  AdwOverlaySplitView *split;
  TlItemPane *pane;

  gboolean came_from_list;
  guint update_id;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (TlTimelineView, tl_timeline_view, TL_TYPE_VIEW)

/* ── What is in view ── */

static guint
find_in_list (TlTimelineView *self,
              TlTimelineItem *item)
{
  guint position;

  return item != NULL && tl_timeline_list_find (self->items, item, &position) ? position : GTK_INVALID_LIST_POSITION;
}

static void
update_list (TlTimelineView *self)
{
  g_autofree char *title = NULL;
  guint n, position;
  TlDay from, until;

  g_clear_handle_id (&self->update_id, g_source_remove);

  /* What is chosen stays so while it is out of view. */
  self->updating = TRUE;
  tl_timeline_canvas_get_view (self->canvas, &from, &until);
  tl_timeline_list_set_view (self->items, from, until);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  /* Translators: how many things are seen in the part of the timeline that is shown; the title of a column */
  title = g_strdup_printf (ngettext ("%u in view", "%u in view", n), n);
  gtk_column_view_column_set_title (self->day_column, title);
  position = find_in_list (self, tl_timeline_canvas_get_selected (self->canvas));
  gtk_single_selection_set_selected (self->selection, position);
  self->updating = FALSE;
}

static gboolean
update_cb (gpointer data)
{
  TlTimelineView *self = TL_TIMELINE_VIEW (data);

  self->update_id = 0;
  update_list (self);

  return G_SOURCE_REMOVE;
}

/* It may come while widgets are being laid out, when lists mustn't change. */
static void
view_changed_cb (TlTimelineView *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

/* ── The pane ── */

static void
update_pane (TlTimelineView *self)
{
  TlTimelineItem *item = tl_timeline_canvas_get_selected (self->canvas);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.show-item", item != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.enter-item", item != NULL);
  if (item == NULL)
    adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
  tl_item_pane_set_item (self->pane, tl_view_get_workbook (TL_VIEW (self)), item);
}

static void
show_item_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  TlTimelineView *self = TL_TIMELINE_VIEW (widget);

  update_pane (self);
  adw_overlay_split_view_set_show_sidebar (self->split, TRUE);
  /* Whoever goes there by key takes the keyboard along. */
  if (!g_str_equal (action, "timeline.enter-item"))
    return;
  self->came_from_list = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
  gtk_widget_child_focus (GTK_WIDGET (self->pane), GTK_DIR_TAB_FORWARD);
}

/* Whoever closes it goes on where they were. */
static void
close_item_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  TlTimelineView *self = TL_TIMELINE_VIEW (widget);

  adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
  gtk_widget_grab_focus (self->came_from_list ? GTK_WIDGET (self->list) : GTK_WIDGET (self->canvas));
}

/* ── Choosing an item, in the drawing or in the list ── */

static void
canvas_selected_cb (TlTimelineView *self)
{
  guint position;

  if (self->updating)
    return;
  update_pane (self);
  update_list (self);
  position = gtk_single_selection_get_selected (self->selection);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_column_view_scroll_to (self->list, position, NULL, GTK_LIST_SCROLL_NONE, NULL);
}

static void
list_selected_cb (TlTimelineView *self)
{
  if (self->updating || self->canvas == NULL)
    return;
  self->updating = TRUE;
  tl_timeline_canvas_set_selected (self->canvas, gtk_single_selection_get_selected_item (self->selection));
  self->updating = FALSE;
  update_pane (self);
}

static void
list_activated_cb (TlTimelineView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "timeline.enter-item", NULL);
}

/* ── Zoom ── */

static double
get_whole (TlTimelineView *self)
{
  const TlTimelinePlan *plan = tl_timeline_canvas_get_plan (self->canvas);

  return plan != NULL ? tl_timeline_plan_get_whole (plan) : YEAR;
}

static void
zoom_chosen_cb (TlTimelineView *self)
{
  const char *name = adw_toggle_group_get_active_name (self->zoom);

  if (self->updating || name == NULL)
    return;
  if (g_str_equal (name, "quarter"))
    tl_timeline_canvas_set_span (self->canvas, QUARTER);
  else if (g_str_equal (name, "year"))
    tl_timeline_canvas_set_span (self->canvas, YEAR);
  else
    tl_timeline_canvas_set_span (self->canvas, get_whole (self));
  tl_timeline_canvas_show_today (self->canvas);
}

static void
span_changed_cb (TlTimelineView *self)
{
  double span = tl_timeline_canvas_get_span (self->canvas);
  const char *name = NULL;

  if (fabs (span - QUARTER) < 0.5)
    name = "quarter";
  else if (fabs (span - YEAR) < 0.5)
    name = "year";
  else if (fabs (span - get_whole (self)) < 0.5)
    name = "all";

  self->updating = TRUE;
  if (name != NULL)
    adw_toggle_group_set_active_name (self->zoom, name);
  else
    adw_toggle_group_set_active (self->zoom, GTK_INVALID_LIST_POSITION);
  self->updating = FALSE;
}

static void
zoom_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  TlTimelineView *self = TL_TIMELINE_VIEW (widget);
  double span = tl_timeline_canvas_get_span (self->canvas);

  tl_timeline_canvas_set_span (self->canvas, g_str_equal (action, "timeline.zoom-in") ? span / ZOOM_STEP : span * ZOOM_STEP);
}

/* ── The risk ── */

static char *
name_risk_cb (gpointer    item,
              const char *ref,
              const char *title)
{
  return g_strdup_printf ("%s %s", ref != NULL ? ref : "", title != NULL ? title : "");
}

static void
show_risk (TlTimelineView *self,
           gboolean        anew)
{
  TlTimelineItem *before = tl_timeline_canvas_get_selected (self->canvas);
  g_autoptr (TlTimelineItem) chosen = before != NULL ? g_object_ref (before) : NULL;
  TlWorkbook *workbook = tl_view_get_workbook (TL_VIEW (self));
  TlAssessment *assessment = workbook != NULL ? tl_workbook_get_assessment (workbook) : NULL;
  TlRecord *risk = gtk_drop_down_get_selected_item (self->risk_chooser);
  const TlRiskJudgement *judgement = NULL;
  TlTimelinePlan *plan = NULL;
  g_autoptr (TlTimelineItem) same = NULL;
  guint position;

  if (assessment != NULL && risk != NULL)
    judgement = tl_assessment_find_risk (assessment, tl_record_get_id (risk));
  if (judgement != NULL)
    plan = tl_timeline_plan_new_risk (assessment, judgement);

  self->updating = TRUE;
  gtk_stack_set_visible_child_name (self->stack, plan != NULL ? "timeline" : "empty");
  tl_timeline_list_set_plan (self->items, plan);
  tl_timeline_canvas_set_plan (self->canvas, plan);
  if (plan != NULL && chosen != NULL && tl_timeline_plan_find_same (plan, chosen, &position))
    same = tl_timeline_plan_get_item (plan, position);
  tl_timeline_canvas_set_selected (self->canvas, same);
  if (anew)
    tl_timeline_canvas_show_today (self->canvas);
  self->updating = FALSE;
  update_pane (self);
  span_changed_cb (self);
  view_changed_cb (self);
}

static void
risk_chosen_cb (TlTimelineView *self)
{
  if (self->updating || self->canvas == NULL)
    return;
  tl_view_set_risk (TL_VIEW (self), gtk_drop_down_get_selected_item (self->risk_chooser));
  show_risk (self, TRUE);
}

/* Takes the risk in hand, or keeps the first when there is none. */
static void
choose_risk (TlTimelineView *self)
{
  TlRisk *risk = tl_view_get_risk (TL_VIEW (self));
  GListModel *risks = gtk_drop_down_get_model (self->risk_chooser);

  for (guint i = 0; risk != NULL && risks != NULL && i < g_list_model_get_n_items (risks); i++)
    {
      g_autoptr(GObject) found = g_list_model_get_item (risks, i);

      if (found == G_OBJECT (risk))
        gtk_drop_down_set_selected (self->risk_chooser, i);
    }
}

static void
tl_timeline_view_workbook_changed (TlView *view)
{
  TlTimelineView *self = TL_TIMELINE_VIEW (view);
  TlWorkbook *workbook = tl_view_get_workbook (view);

  self->updating = TRUE;
  gtk_drop_down_set_model (self->risk_chooser, workbook != NULL ? tl_workbook_get_risks (workbook) : NULL);
  choose_risk (self);
  self->updating = FALSE;
  show_risk (self, TRUE);
}

static void
tl_timeline_view_assessment_changed (TlView *view)
{
  show_risk (TL_TIMELINE_VIEW (view), tl_timeline_canvas_get_plan (TL_TIMELINE_VIEW (view)->canvas) == NULL);
}

static void
tl_timeline_view_risk_changed (TlView *view)
{
  TlTimelineView *self = TL_TIMELINE_VIEW (view);

  if (tl_view_get_risk (view) == gtk_drop_down_get_selected_item (self->risk_chooser))
    return;
  self->updating = TRUE;
  choose_risk (self);
  self->updating = FALSE;
  show_risk (self, TRUE);
}

/* ── */

static void
tl_timeline_view_dispose (GObject *object)
{
  TlTimelineView *self = TL_TIMELINE_VIEW (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  self->updating = TRUE;
  /* The bin must let go of its child before the template does. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_TIMELINE_VIEW);

  G_OBJECT_CLASS (tl_timeline_view_parent_class)->dispose (object);
}

static void
tl_timeline_view_class_init (TlTimelineViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TlViewClass *view_class = TL_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_timeline_view_dispose;
  view_class->workbook_changed = tl_timeline_view_workbook_changed;
  view_class->assessment_changed = tl_timeline_view_assessment_changed;
  view_class->risk_changed = tl_timeline_view_risk_changed;

  g_type_ensure (TL_TYPE_FILES_MARK);
  g_type_ensure (TL_TYPE_ITEM_PANE);
  g_type_ensure (TL_TYPE_RISK);
  g_type_ensure (TL_TYPE_TIMELINE_CANVAS);
  g_type_ensure (TL_TYPE_TIMELINE_ITEM);
  g_type_ensure (TL_TYPE_TIMELINE_LIST);
  g_type_ensure (TL_TYPE_TIMELINE_MARK);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/timeline/timeline-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TlTimelineView, stack);
  gtk_widget_class_bind_template_child (widget_class, TlTimelineView, risk_chooser);
  gtk_widget_class_bind_template_child (widget_class, TlTimelineView, zoom);
  gtk_widget_class_bind_template_child (widget_class, TlTimelineView, scroller);
  gtk_widget_class_bind_template_child (widget_class, TlTimelineView, canvas);
  gtk_widget_class_bind_template_child (widget_class, TlTimelineView, items);
  gtk_widget_class_bind_template_child (widget_class, TlTimelineView, selection);
  gtk_widget_class_bind_template_child (widget_class, TlTimelineView, list);
  gtk_widget_class_bind_template_child (widget_class, TlTimelineView, day_column);
  gtk_widget_class_bind_template_child (widget_class, TlTimelineView, split);
  gtk_widget_class_bind_template_child (widget_class, TlTimelineView, pane);
  gtk_widget_class_bind_template_callback (widget_class, name_risk_cb);
  gtk_widget_class_bind_template_callback (widget_class, risk_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, canvas_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, span_changed_cb);
  gtk_widget_class_install_action (widget_class, "timeline.zoom-in", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "timeline.zoom-out", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "timeline.show-item", NULL, show_item_cb);
  gtk_widget_class_install_action (widget_class, "timeline.enter-item", NULL, show_item_cb);
  gtk_widget_class_install_action (widget_class, "timeline.close-item", NULL, close_item_cb);
}

static void
tl_timeline_view_init (TlTimelineView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  /* Time runs to the right everywhere, and so does what scrolls it. */
  gtk_widget_set_direction (self->scroller, GTK_TEXT_DIR_LTR);
  span_changed_cb (self);
}
