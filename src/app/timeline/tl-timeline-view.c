/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-view-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tl-filter-chip.h"
#include "tl-fitting-choice.h"
#include "tl-item-grounds.h"
#include "tl-row-chooser.h"
#include "tl-timeline-cells.h"
#include "tl-timeline-mark.h"

/* Less than a line of the narrowest window has room for. */
#define LINE_WIDTH 280

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

  if (item == NULL || !tl_timeline_list_find (self->rows, item, &position))
    position = GTK_INVALID_LIST_POSITION;
  gtk_single_selection_set_selected (self->selection, position);
  if (!scroll || position == GTK_INVALID_LIST_POSITION)
    return;
  if (gtk_list_view_get_model (self->cards) != NULL)
    gtk_list_view_scroll_to (self->cards, position, GTK_LIST_SCROLL_NONE, NULL);
  else if (gtk_column_view_get_model (self->list) != NULL)
    gtk_column_view_scroll_to (self->list, position, NULL, GTK_LIST_SCROLL_NONE, NULL);
}

/* Only what is seen has rows: those of a list that isn't shown are styled and filled like any other. */
static void
fill_lists (TlTimelineView *self)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (self->selection);

  gtk_column_view_set_model (self->list, self->narrow ? NULL : model);
  gtk_list_view_set_model (self->cards, self->narrow ? model : NULL);
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

void
tl_timeline_view_update_list (TlTimelineView *self)
{
  g_autofree char *title = NULL;
  TlDay from, until;
  guint n;

  g_clear_handle_id (&self->update_id, g_source_remove);

  /* What is chosen stays so while it is out of view. */
  self->updating = TRUE;
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  tl_timeline_canvas_get_view (self->canvas, &from, &until);
  tl_timeline_list_set_view (self->rows, from, until);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  /* Translators: how many things are seen in the part of the timeline that is shown; the title of a column */
  title = g_strdup_printf (ngettext ("%u in view", "%u in view", n), n);
  gtk_column_view_column_set_title (self->day_column, title);
  fill_lists (self);
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
  tl_timeline_view_update_list (self);

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

void
tl_timeline_view_note_chosen (TlTimelineView *self)
{
  note_chosen (self);
  tl_timeline_view_update_pane (self);
}

static void
canvas_selected_cb (TlTimelineView *self)
{
  if (self->updating)
    return;
  tl_timeline_view_note_chosen (self);
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
  tl_timeline_view_note_chosen (self);
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
      tl_timeline_view_update_list (self);
    }
  tl_timeline_canvas_set_selected (self->canvas, item);
  return TRUE;
}

/* Where reading begins at the right, a wrap box puts what would like to be longer than a line beside the window. */
static void
update_choices (TlTimelineView *self)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  adw_wrap_box_set_natural_line_length (self->choices, self->narrow && mirrored ? LINE_WIDTH : -1);
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
  tl_timeline_view_drop_plan (TL_TIMELINE_VIEW (view));
}

static void
tl_timeline_view_direction_changed (GtkWidget        *widget,
                                    GtkTextDirection  previous)
{
  GTK_WIDGET_CLASS (tl_timeline_view_parent_class)->direction_changed (widget, previous);

  if (TL_TIMELINE_VIEW (widget)->choices != NULL)
    update_choices (TL_TIMELINE_VIEW (widget));
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
      update_choices (self);
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
  tl_timeline_view_stop_planning (self);
  g_clear_pointer (&self->whole, tl_timeline_plan_unref);
  self->updating = TRUE;
  if (self->add_menu != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->add_menu));
  self->add_menu = NULL;
  /* The bin must let go of its child before the template does. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_TIMELINE_VIEW);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (tl_timeline_view_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TlTimelineView, stack);
  gtk_widget_class_bind_template_child (widget_class, TlTimelineView, body);
  gtk_widget_class_bind_template_child (widget_class, TlTimelineView, choices);
  gtk_widget_class_bind_template_child (widget_class, TlTimelineView, scroller);
  gtk_widget_class_bind_template_child (widget_class, TlTimelineView, canvas);
  gtk_widget_class_bind_template_child (widget_class, TlTimelineView, list_stack);
  gtk_widget_class_bind_template_child (widget_class, TlTimelineView, list);
  gtk_widget_class_bind_template_child (widget_class, TlTimelineView, cards);
  gtk_widget_class_bind_template_child (widget_class, TlTimelineView, day_column);
  gtk_widget_class_bind_template_child (widget_class, TlTimelineView, selection);
  gtk_widget_class_bind_template_child (widget_class, TlTimelineView, split);
  gtk_widget_class_bind_template_child (widget_class, TlTimelineView, side);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, canvas_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_activated_cb);
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
  widget_class->direction_changed = tl_timeline_view_direction_changed;
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

  g_type_ensure (TL_TYPE_FILTER_CHIP);
  g_type_ensure (TL_TYPE_FITTING_CHOICE);
  g_type_ensure (TL_TYPE_ITEM_PANE);
  g_type_ensure (TL_TYPE_ROW_CHOOSER);
  g_type_ensure (TL_TYPE_THREAD_PANE);
  g_type_ensure (TL_TYPE_TIMELINE_CANVAS);
  g_type_ensure (TL_TYPE_TIMELINE_ITEM);
  g_type_ensure (TL_TYPE_TIMELINE_MARK);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/timeline/timeline-view.ui");
  bind_children (widget_class);
  tl_timeline_view_bind_time (widget_class);
  tl_timeline_view_bind_scope (widget_class);
  tl_timeline_view_bind_filter (widget_class);
  tl_timeline_view_bind_follow (widget_class);
  tl_timeline_view_bind_item (widget_class);
  tl_timeline_view_bind_adding (widget_class);
}

static void
tl_timeline_view_init (TlTimelineView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  /* Time runs to the right everywhere, and so does what scrolls it. */
  gtk_widget_set_direction (self->scroller, GTK_TEXT_DIR_LTR);
  self->rows = tl_timeline_list_new ();
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->rows));
  tl_timeline_cells_install (self->list);
}
