/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-view-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tl-files-mark.h"
#include "tl-filter-chip.h"
#include "tl-item-grounds.h"
#include "tl-row-chooser.h"
#include "tl-timeline-cells.h"
#include "tl-timeline-headings.h"
#include "tl-timeline-mark.h"

/* Above so many days sections are years. */
#define MOST_MONTHS_DAYS (3 * 366)
/* So many rows are overlooked without headings. */
#define MOST_WITHOUT_HEADINGS 100
#define ZOOM_STEP 1.5
/* Of so many items a plan is made on the spot. */
#define MOST_AT_ONCE 5000
/* After so long something that isn't there yet is said to be on its way. */
#define PATIENCE 500
/* So many microseconds the drawing may take to come to a length of time that was chosen by name. */
#define FITTING 800000

typedef enum
{
  PROP_NARROW = 1,
  PROP_CHARTS,
} TlTimelineViewProperty;

static GParamSpec *properties[PROP_CHARTS + 1];

G_DEFINE_FINAL_TYPE (TlTimelineView, tl_timeline_view, TL_TYPE_VIEW)

/* ── What is in view ── */

static void
select_in_list (TlTimelineView *self,
                gboolean        scroll)
{
  TlTimelineItem *item = tl_timeline_canvas_get_selected (self->canvas);
  guint position = GTK_INVALID_LIST_POSITION;

  if (item == NULL || !tl_timeline_list_find (tl_timeline_rows_get_list (self->rows), item, &position))
    position = GTK_INVALID_LIST_POSITION;
  gtk_single_selection_set_selected (self->selection, position);
  if (!scroll || position == GTK_INVALID_LIST_POSITION)
    return;
  gtk_column_view_scroll_to (self->list, position, NULL, GTK_LIST_SCROLL_NONE, NULL);
  gtk_list_view_scroll_to (self->cards, position, GTK_LIST_SCROLL_NONE, NULL);
}

/* What isn't in view is said, and how to come to what there is. */
static void
update_list_stack (TlTimelineView *self,
                   guint           n)
{
  const TlTimelinePlan *plan = tl_timeline_canvas_get_plan (self->canvas);
  const char *page = self->narrow ? "cards" : "table";

  if (n == 0)
    page = plan != NULL && plan->n_entries > 0 ? "elsewhere" : "none";
  gtk_stack_set_visible_child_name (self->list_stack, page);
}

/* Few things need no headings, for which there is little room. */
static void
update_headings (TlTimelineView *self,
                 guint           n)
{
  GtkListItemFactory *headings = n > MOST_WITHOUT_HEADINGS ? self->headings : NULL;

  if (gtk_column_view_get_header_factory (self->list) == headings)
    return;
  gtk_column_view_set_header_factory (self->list, headings);
  gtk_list_view_set_header_factory (self->cards, headings);
}

static void
update_list (TlTimelineView *self)
{
  g_autofree char *title = NULL;
  TlDay from, until;
  guint n;

  g_clear_handle_id (&self->update_id, g_source_remove);

  /* What is chosen stays so while it is out of view. */
  self->updating = TRUE;
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  tl_timeline_canvas_get_view (self->canvas, &from, &until);
  tl_timeline_rows_set_by_year (self->rows, tl_timeline_canvas_get_span (self->canvas) > MOST_MONTHS_DAYS);
  tl_timeline_list_set_view (tl_timeline_rows_get_list (self->rows), from, until);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  /* Translators: how many things are seen in the part of the timeline that is shown; the title of a column */
  title = g_strdup_printf (ngettext ("%u in view", "%u in view", n), n);
  gtk_column_view_column_set_title (self->day_column, title);
  update_headings (self, n);
  update_list_stack (self, n);
  select_in_list (self, FALSE);
  self->updating = FALSE;
}

/* How high the drawing would like to be is known once it has its width. */
static void
update_height (TlTimelineView *self)
{
  int height;

  gtk_widget_measure (GTK_WIDGET (self->canvas), GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  if (height == self->canvas_height)
    return;
  self->canvas_height = height;
  gtk_widget_queue_resize (GTK_WIDGET (self->canvas));
}

static gboolean
update_cb (gpointer data)
{
  TlTimelineView *self = TL_TIMELINE_VIEW (data);

  self->update_id = 0;
  update_height (self);
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

/* ── Choosing an item, in the drawing or in the list ── */

static void
note_chosen (TlTimelineView *self)
{
  TlTimelineItem *item = tl_timeline_canvas_get_selected (self->canvas);
  const TlFacts *row = item != NULL ? tl_timeline_entry_get_facts (tl_timeline_item_get_entry (item)) : NULL;

  self->chosen = row != NULL ? row->id : (TlId) { 0 };
}

static void
chosen_changed (TlTimelineView *self)
{
  note_chosen (self);
  tl_timeline_view_update_pane (self);
}

static void
canvas_selected_cb (TlTimelineView *self)
{
  if (self->updating)
    return;
  chosen_changed (self);
  self->updating = TRUE;
  select_in_list (self, TRUE);
  self->updating = FALSE;
}

static void
list_selected_cb (TlTimelineView *self)
{
  if (self->updating || self->canvas == NULL)
    return;
  self->updating = TRUE;
  tl_timeline_canvas_set_selected (self->canvas, gtk_single_selection_get_selected_item (self->selection));
  self->updating = FALSE;
  chosen_changed (self);
}

static void
list_activated_cb (TlTimelineView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "timeline.enter-item", NULL);
}

/* Chooses what stands for a row, and brings it into sight where somebody asked for it. */
gboolean
tl_timeline_view_choose_row (TlTimelineView *self,
                             const TlId     *row,
                             gboolean        reveal)
{
  TlTimelinePlan *plan = (TlTimelinePlan *) tl_timeline_canvas_get_plan (self->canvas);
  g_autoptr (TlTimelineItem) item = NULL;
  guint position;
  double middle, span;

  if (plan == NULL || !tl_timeline_plan_find_row (plan, row, &position))
    return FALSE;
  item = tl_timeline_plan_get_item (plan, position);
  if (reveal && !tl_timeline_canvas_is_in_view (self->canvas, item))
    {
      tl_timeline_canvas_get_position (self->canvas, &middle, &span);
      tl_timeline_canvas_set_position (self->canvas, tl_timeline_item_get_date (item), span);
      update_list (self);
    }
  tl_timeline_canvas_set_selected (self->canvas, item);
  return TRUE;
}

/* ── What is shown ── */

TlAssessment *
tl_timeline_view_get_assessment (TlTimelineView *self)
{
  TlWorkbook *workbook = tl_view_get_workbook (TL_VIEW (self));

  return workbook != NULL ? tl_workbook_get_assessment (workbook) : NULL;
}

static void
stop_planning (TlTimelineView *self)
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
  tl_timeline_list_set_plan (tl_timeline_rows_get_list (self->rows), plan);
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

  stop_planning (self);
  set_plan (self, plan);
  g_object_set (self->canvas, "today", (int) tl_workbook_get_today (tl_view_get_workbook (TL_VIEW (self))), NULL);
  gtk_stack_set_visible_child_name (self->body, hidden ? "nothing" : "timeline");
  if (self->anew)
    tl_timeline_view_recall (self);
  self->anew = FALSE;
  update_list (self);
  if (tl_id_is_none (&chosen) || !tl_timeline_view_choose_row (self, &chosen, anew))
    {
      chosen_changed (self);
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
  stop_planning (self);
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

static void
let_go (TlTimelineView *self)
{
  stop_planning (self);
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
      let_go (self);
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

/* ── Time ── */

static void
zoom_chosen_cb (TlTimelineView *self)
{
  const char *name = adw_toggle_group_get_active_name (self->zoom);

  if (!self->updating && name != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "timeline.fit", "s", name);
}

/* Marks the length of time that is seen, where it has a name. */
void
tl_timeline_view_mark_time (TlTimelineView *self,
                            const char     *name)
{
  gboolean updating = self->updating;

  self->updating = TRUE;
  self->fitted = g_get_monotonic_time ();
  if (name != NULL)
    adw_toggle_group_set_active_name (self->zoom, name);
  else
    adw_toggle_group_set_active (self->zoom, GTK_INVALID_LIST_POSITION);
  self->updating = updating;
}

static void
fit_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  static const struct
  {
    const char *name;
    TlTimelineFit fit;
  } fits[] = {
    { "scope", TL_TIMELINE_FIT_SCOPE },
    { "quarter", TL_TIMELINE_FIT_QUARTER },
    { "year", TL_TIMELINE_FIT_YEAR },
    { "all", TL_TIMELINE_FIT_ALL },
  };
  TlTimelineView *self = TL_TIMELINE_VIEW (widget);
  const char *name = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fits); i++)
    if (g_str_equal (fits[i].name, name))
      {
        tl_timeline_view_mark_time (self, name);
        tl_timeline_canvas_fit (self->canvas, fits[i].fit);
      }
}

/* Another length of time is none of those that have a name. */
static void
span_changed_cb (TlTimelineView *self)
{
  const char *name = adw_toggle_group_get_active_name (self->zoom);

  if (name != NULL && g_get_monotonic_time () - self->fitted > FITTING)
    tl_timeline_view_mark_time (self, NULL);
}

static void
zoom_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  tl_timeline_canvas_zoom (TL_TIMELINE_VIEW (widget)->canvas,
                           g_str_equal (action, "timeline.zoom-in") ? 1 / ZOOM_STEP : ZOOM_STEP);
}

/* One step back: from what is chosen, from the action that is followed, from what is hidden. */
static void
back_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  TlTimelineView *self = TL_TIMELINE_VIEW (widget);

  if (adw_overlay_split_view_get_show_sidebar (self->split) && gtk_stack_get_visible_child (self->side) == GTK_WIDGET (self->pane))
    tl_timeline_view_close_pane (self);
  else if (tl_timeline_view_is_following (self))
    tl_timeline_view_unfollow (self);
  else if (!tl_timeline_filter_is_empty (&self->filter))
    tl_timeline_view_clear_filter (self);
}

/* ── Overrides ── */

static void
tl_timeline_view_workbook_changed (TlView *view)
{
  TlTimelineView *self = TL_TIMELINE_VIEW (view);

  self->filter = (TlTimelineFilter) { 0 };
  self->follow = self->chosen = (TlId) { 0 };
  tl_timeline_view_close_pane (self);
  tl_timeline_view_begin_scope (self);
  self->anew = TRUE;
}

static void
tl_timeline_view_assessment_changed (TlView *view)
{
  TlTimelineView *self = TL_TIMELINE_VIEW (view);
  gboolean same = tl_timeline_view_check_scope (self);

  tl_timeline_view_show_plan (self, !same);
}

static void
tl_timeline_view_risk_changed (TlView *view)
{
  TlTimelineView *self = TL_TIMELINE_VIEW (view);
  TlRisk *risk = tl_view_get_risk (view);

  if (risk != NULL)
    tl_timeline_view_set_scope (self, (TlTimelineScope) { TL_TIMELINE_SCOPE_RISK, *tl_record_get_id (TL_RECORD (risk)) });
  else if (self->scope.kind == TL_TIMELINE_SCOPE_RISK)
    tl_timeline_view_set_scope (self, (TlTimelineScope) { TL_TIMELINE_SCOPE_WORKBOOK });
}

static void
tl_timeline_view_let_go (TlView *view)
{
  let_go (TL_TIMELINE_VIEW (view));
}

static void
tl_timeline_view_unmap (GtkWidget *widget)
{
  tl_timeline_view_remember (TL_TIMELINE_VIEW (widget));

  GTK_WIDGET_CLASS (tl_timeline_view_parent_class)->unmap (widget);
}

static void
tl_timeline_view_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch ((TlTimelineViewProperty) id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, TL_TIMELINE_VIEW (object)->narrow);
      break;
    case PROP_CHARTS:
      g_value_set_int (value, (int) tl_timeline_canvas_get_charts (TL_TIMELINE_VIEW (object)->canvas));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_timeline_view_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  TlTimelineView *self = TL_TIMELINE_VIEW (object);

  switch ((TlTimelineViewProperty) id)
    {
    case PROP_NARROW:
      if (self->narrow == g_value_get_boolean (value))
        break;
      self->narrow = g_value_get_boolean (value);
      view_changed_cb (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_CHARTS:
      if (tl_timeline_canvas_get_charts (self->canvas) == (TlTimelineCharts) g_value_get_int (value))
        break;
      tl_timeline_canvas_set_charts (self->canvas, (TlTimelineCharts) g_value_get_int (value));
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_timeline_view_dispose (GObject *object)
{
  TlTimelineView *self = TL_TIMELINE_VIEW (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  stop_planning (self);
  g_clear_pointer (&self->whole, tl_timeline_plan_unref);
  self->updating = TRUE;
  if (self->add_menu != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->add_menu));
  self->add_menu = NULL;
  /* The bin must let go of its child before the template does. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_TIMELINE_VIEW);
  g_clear_object (&self->headings);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (tl_timeline_view_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TlTimelineView, stack);
  gtk_widget_class_bind_template_child (widget_class, TlTimelineView, body);
  gtk_widget_class_bind_template_child (widget_class, TlTimelineView, zoom);
  gtk_widget_class_bind_template_child (widget_class, TlTimelineView, scroller);
  gtk_widget_class_bind_template_child (widget_class, TlTimelineView, canvas);
  gtk_widget_class_bind_template_child (widget_class, TlTimelineView, list_stack);
  gtk_widget_class_bind_template_child (widget_class, TlTimelineView, list);
  gtk_widget_class_bind_template_child (widget_class, TlTimelineView, cards);
  gtk_widget_class_bind_template_child (widget_class, TlTimelineView, day_column);
  gtk_widget_class_bind_template_child (widget_class, TlTimelineView, selection);
  gtk_widget_class_bind_template_child (widget_class, TlTimelineView, split);
  gtk_widget_class_bind_template_child (widget_class, TlTimelineView, side);
  gtk_widget_class_bind_template_callback (widget_class, zoom_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, span_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, canvas_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_activated_cb);
}

static void
install_time (GtkWidgetClass *widget_class)
{
  const struct
  {
    guint key;
    const char *fit;
  } keys[] = {
    { GDK_KEY_1, "scope" }, { GDK_KEY_2, "quarter" }, { GDK_KEY_3, "year" }, { GDK_KEY_4, "all" },
    { GDK_KEY_KP_1, "scope" }, { GDK_KEY_KP_2, "quarter" }, { GDK_KEY_KP_3, "year" }, { GDK_KEY_KP_4, "all" },
  };

  gtk_widget_class_install_action (widget_class, "timeline.zoom-in", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "timeline.zoom-out", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "timeline.fit", "s", fit_cb);
  gtk_widget_class_install_property_action (widget_class, "timeline.charts", "charts");
  gtk_widget_class_install_action (widget_class, "timeline.back", NULL, back_cb);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, 0, "timeline.fit", "s", keys[i].fit);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "timeline.back", NULL);
}

static void
tl_timeline_view_class_init (TlTimelineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TlViewClass *view_class = TL_VIEW_CLASS (klass);

  object_class->get_property = tl_timeline_view_get_property;
  object_class->set_property = tl_timeline_view_set_property;
  object_class->dispose = tl_timeline_view_dispose;
  widget_class->unmap = tl_timeline_view_unmap;
  view_class->workbook_changed = tl_timeline_view_workbook_changed;
  view_class->assessment_changed = tl_timeline_view_assessment_changed;
  view_class->risk_changed = tl_timeline_view_risk_changed;
  view_class->let_go = tl_timeline_view_let_go;

  /**
   * TlTimelineView:narrow:
   *
   * Whether rows are cards, and the drawing above them small.
   */
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * TlTimelineView:charts:
   *
   * Which charts stand above the lanes, a #TlTimelineCharts.
   */
  properties[PROP_CHARTS] = g_param_spec_int ("charts", NULL, NULL, TL_TIMELINE_CHARTS_PRIMARY, TL_TIMELINE_CHARTS_STAFF_GROUP,
                                              TL_TIMELINE_CHARTS_PRIMARY,
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (TL_TYPE_FILES_MARK);
  g_type_ensure (TL_TYPE_FILTER_CHIP);
  g_type_ensure (TL_TYPE_ITEM_PANE);
  g_type_ensure (TL_TYPE_ROW_CHOOSER);
  g_type_ensure (TL_TYPE_THREAD_PANE);
  g_type_ensure (TL_TYPE_TIMELINE_CANVAS);
  g_type_ensure (TL_TYPE_TIMELINE_ITEM);
  g_type_ensure (TL_TYPE_TIMELINE_MARK);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/timeline/timeline-view.ui");
  bind_children (widget_class);
  install_time (widget_class);
  tl_timeline_view_bind_scope (widget_class);
  tl_timeline_view_bind_filter (widget_class);
  tl_timeline_view_bind_follow (widget_class);
  tl_timeline_view_bind_item (widget_class);
  tl_timeline_view_bind_adding (widget_class);
}

static void
tl_timeline_view_init (TlTimelineView *self)
{
  g_autoptr (TlTimelineList) list = tl_timeline_list_new ();
  g_autoptr (GtkListItemFactory) sentences = tl_timeline_headings_new_sentences ();

  gtk_widget_init_template (GTK_WIDGET (self));

  /* Time runs to the right everywhere, and so does what scrolls it. */
  gtk_widget_set_direction (self->scroller, GTK_TEXT_DIR_LTR);
  self->rows = tl_timeline_rows_new (list);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->rows));
  tl_timeline_cells_install (self->list);
  self->headings = tl_timeline_headings_new (self->rows);
  gtk_column_view_set_row_factory (self->list, sentences);
}
