/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-canvas-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tl-timeline-drawing.h"
#include "tl-widget-ink.h"

/* A week at the least, ten years at the most; a year to begin with. */
#define LEAST_SPAN 7.0
#define MOST_SPAN 3653.0
#define FIRST_SPAN 366.0

typedef enum
{
  PROP_SELECTED = 1,
  PROP_SPAN,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
} TlTimelineCanvasProperty;

static GParamSpec *properties[PROP_SPAN + 1];

enum
{
  VIEW_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (TlTimelineCanvas, tl_timeline_canvas, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* ── Layout and scrolling ── */

const TlInk *
tl_timeline_canvas_get_ink (TlTimelineCanvas *self)
{
  if (self->ink == NULL)
    self->ink = tl_widget_ink_new (GTK_WIDGET (self));
  return self->ink;
}

static void
drop_layout (TlTimelineCanvas *self)
{
  g_clear_pointer (&self->layout, tl_timeline_layout_free);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

const TlTimelineLayout *
tl_timeline_canvas_get_layout (TlTimelineCanvas *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  if (self->layout == NULL && self->plan != NULL && width > 0)
    self->layout = tl_timeline_layout_new (self->plan, tl_timeline_canvas_get_ink (self), width, self->span);
  return self->layout;
}

double
tl_timeline_canvas_get_scroll_x (TlTimelineCanvas *self)
{
  return self->hadjustment != NULL ? floor (gtk_adjustment_get_value (self->hadjustment)) : 0;
}

double
tl_timeline_canvas_get_scroll_y (TlTimelineCanvas *self)
{
  return self->vadjustment != NULL ? floor (gtk_adjustment_get_value (self->vadjustment)) : 0;
}

static void
view_changed (TlTimelineCanvas *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[VIEW_CHANGED], 0);
}

static void
configure_adjustments (TlTimelineCanvas *self)
{
  const TlTimelineLayout *layout = tl_timeline_canvas_get_layout (self);
  double height = gtk_widget_get_height (GTK_WIDGET (self)), page;

  if (layout == NULL)
    return;
  if (self->wants_today)
    self->middle = tl_assessment_get_as_at (self->plan->assessment) + (0.5 - layout->today_at) * self->span;
  self->configuring = TRUE;
  if (self->hadjustment != NULL)
    {
      double x = tl_scale_to_position (&layout->days, self->middle) - layout->plot_width / 2;

      gtk_adjustment_configure (self->hadjustment, CLAMP (x, 0, MAX (layout->length - layout->plot_width, 0)), 0,
                                layout->length, layout->plot_width * 0.1, layout->plot_width * 0.9, layout->plot_width);
    }
  page = MAX (height - layout->axis_height, 1);
  if (self->vadjustment != NULL)
    gtk_adjustment_configure (self->vadjustment, gtk_adjustment_get_value (self->vadjustment), 0,
                              MAX (layout->height, page), page * 0.1, page * 0.9, page);
  self->configuring = FALSE;
  view_changed (self);
}

static void
scrolled_cb (TlTimelineCanvas *self)
{
  const TlTimelineLayout *layout = tl_timeline_canvas_get_layout (self);

  if (self->configuring || layout == NULL)
    return;
  self->wants_today = FALSE;
  self->middle = tl_scale_to_value (&layout->days, tl_timeline_canvas_get_scroll_x (self) + layout->plot_width / 2);
  view_changed (self);
}

static void
set_adjustment (TlTimelineCanvas         *self,
                GtkAdjustment           **adjustment,
                GtkAdjustment            *value,
                const char               *property)
{
  if (*adjustment == value && value != NULL)
    return;
  if (*adjustment != NULL)
    g_signal_handlers_disconnect_by_func (*adjustment, scrolled_cb, self);
  g_clear_object (adjustment);
  *adjustment = g_object_ref_sink (value != NULL ? value : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_swapped (*adjustment, "value-changed", G_CALLBACK (scrolled_cb), self);
  configure_adjustments (self);
  g_object_notify (G_OBJECT (self), property);
}

/* Scrolls no farther than needed. */
void
tl_timeline_canvas_scroll_to (TlTimelineCanvas *self,
                              TlTimelineItem   *item)
{
  const TlTimelineLayout *layout = tl_timeline_canvas_get_layout (self);
  guint lane, position;
  TlBox box;

  if (layout == NULL || !tl_timeline_plan_find (self->plan, item, &lane, &position))
    return;
  box = tl_timeline_layout_get_box (layout, tl_timeline_canvas_get_ink (self), lane, position);
  /* Of what is longer than the view its beginning is shown. */
  box.width = MIN (box.width, layout->plot_width / 2);
  if (self->hadjustment != NULL)
    gtk_adjustment_clamp_page (self->hadjustment, box.x, box.x + box.width);
  if (self->vadjustment != NULL)
    gtk_adjustment_clamp_page (self->vadjustment, box.y, box.y + box.height);
}

/* ── Overrides ── */

static void
tl_timeline_canvas_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  TlTimelineCanvas *self = TL_TIMELINE_CANVAS (widget);
  const TlInk *ink = tl_timeline_canvas_get_ink (self);

  *minimum = (int) tl_ink_px (ink, orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : 120);
  *natural = (int) tl_ink_px (ink, orientation == GTK_ORIENTATION_HORIZONTAL ? 900 : 420);
  if (orientation == GTK_ORIENTATION_VERTICAL && tl_timeline_canvas_get_layout (self) != NULL)
    *natural = MAX (*minimum, (int) ceil (self->layout->height + self->layout->axis_height));
}

static void
tl_timeline_canvas_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  TlTimelineCanvas *self = TL_TIMELINE_CANVAS (widget);

  g_clear_pointer (&self->layout, tl_timeline_layout_free);
  configure_adjustments (self);
}

static void
tl_timeline_canvas_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  TlTimelineCanvas *self = TL_TIMELINE_CANVAS (widget);
  const TlTimelineLayout *layout = tl_timeline_canvas_get_layout (self);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (layout == NULL || width <= 0 || height <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  tl_timeline_draw (layout, tl_timeline_canvas_get_ink (self), cr, width, height, tl_timeline_canvas_get_scroll_x (self), tl_timeline_canvas_get_scroll_y (self), self->selected);
  cairo_destroy (cr);
}

static void
drop_ink (TlTimelineCanvas *self)
{
  g_clear_pointer (&self->layout, tl_timeline_layout_free);
  g_clear_pointer (&self->ink, tl_ink_free);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
tl_timeline_canvas_css_changed (GtkWidget         *widget,
                                GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (tl_timeline_canvas_parent_class)->css_changed (widget, change);

  drop_ink (TL_TIMELINE_CANVAS (widget));
}

static void
tl_timeline_canvas_system_setting_changed (GtkWidget        *widget,
                                           GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (tl_timeline_canvas_parent_class)->system_setting_changed (widget, setting);

  drop_ink (TL_TIMELINE_CANVAS (widget));
}

static void
tl_timeline_canvas_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  TlTimelineCanvas *self = TL_TIMELINE_CANVAS (object);

  switch ((TlTimelineCanvasProperty) id)
    {
    case PROP_SELECTED:
      g_value_set_object (value, self->selected);
      break;
    case PROP_SPAN:
      g_value_set_double (value, self->span);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->hscroll_policy);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->vscroll_policy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_timeline_canvas_set_property (GObject      *object,
                                 guint         id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  TlTimelineCanvas *self = TL_TIMELINE_CANVAS (object);

  switch ((TlTimelineCanvasProperty) id)
    {
    case PROP_SELECTED:
      tl_timeline_canvas_set_selected (self, g_value_get_object (value));
      break;
    case PROP_SPAN:
      tl_timeline_canvas_set_span (self, g_value_get_double (value));
      break;
    case PROP_HADJUSTMENT:
      set_adjustment (self, &self->hadjustment, g_value_get_object (value), "hadjustment");
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, &self->vadjustment, g_value_get_object (value), "vadjustment");
      break;
    case PROP_HSCROLL_POLICY:
      self->hscroll_policy = g_value_get_enum (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    case PROP_VSCROLL_POLICY:
      self->vscroll_policy = g_value_get_enum (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_timeline_canvas_dispose (GObject *object)
{
  TlTimelineCanvas *self = TL_TIMELINE_CANVAS (object);

  if (self->hadjustment != NULL)
    g_signal_handlers_disconnect_by_func (self->hadjustment, scrolled_cb, self);
  if (self->vadjustment != NULL)
    g_signal_handlers_disconnect_by_func (self->vadjustment, scrolled_cb, self);
  g_clear_object (&self->hadjustment);
  g_clear_object (&self->vadjustment);
  g_clear_object (&self->selected);
  g_clear_pointer (&self->layout, tl_timeline_layout_free);
  g_clear_pointer (&self->plan, tl_timeline_plan_free);
  g_clear_pointer (&self->ink, tl_ink_free);

  G_OBJECT_CLASS (tl_timeline_canvas_parent_class)->dispose (object);
}

static void
tl_timeline_canvas_class_init (TlTimelineCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tl_timeline_canvas_get_property;
  object_class->set_property = tl_timeline_canvas_set_property;
  object_class->dispose = tl_timeline_canvas_dispose;
  widget_class->measure = tl_timeline_canvas_measure;
  widget_class->size_allocate = tl_timeline_canvas_size_allocate;
  widget_class->snapshot = tl_timeline_canvas_snapshot;
  widget_class->css_changed = tl_timeline_canvas_css_changed;
  widget_class->system_setting_changed = tl_timeline_canvas_system_setting_changed;

  /**
   * TlTimelineCanvas:selected:
   *
   * The item that is chosen.
   */
  properties[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, TL_TYPE_TIMELINE_ITEM, flags);
  /**
   * TlTimelineCanvas:span:
   *
   * How many days are seen at once.
   */
  properties[PROP_SPAN] = g_param_spec_double ("span", NULL, NULL, LEAST_SPAN, MOST_SPAN, FIRST_SPAN, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  /**
   * TlTimelineCanvas::view-changed:
   *
   * Other items may be in view.
   */
  signals[VIEW_CHANGED] = g_signal_new ("view-changed", TL_TYPE_TIMELINE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/timeline/timeline-canvas.ui");
  tl_timeline_canvas_class_install_input (widget_class);
}

static void
tl_timeline_canvas_init (TlTimelineCanvas *self)
{
  self->span = FIRST_SPAN;

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Timeline"), -1);
}

/* ── */

/**
 * tl_timeline_canvas_set_plan:
 * @self: a canvas
 * @plan: (transfer full) (nullable): what to show
 *
 * Shows something else, at the same time and as near as before.
 */
void
tl_timeline_canvas_set_plan (TlTimelineCanvas *self,
                             TlTimelinePlan   *plan)
{
  g_autofree char *sentence = NULL;

  g_return_if_fail (TL_IS_TIMELINE_CANVAS (self));

  tl_timeline_canvas_set_selected (self, NULL);
  g_clear_pointer (&self->layout, tl_timeline_layout_free);
  g_clear_pointer (&self->plan, tl_timeline_plan_free);
  self->plan = plan;
  sentence = plan != NULL ? tl_timeline_plan_describe (plan) : g_strdup (_("Timeline"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  configure_adjustments (self);
}

const TlTimelinePlan *
tl_timeline_canvas_get_plan (TlTimelineCanvas *self)
{
  g_return_val_if_fail (TL_IS_TIMELINE_CANVAS (self), NULL);

  return self->plan;
}

/**
 * tl_timeline_canvas_show_today:
 * @self: a canvas
 *
 * Scrolls to the day for which everything is shown.
 */
void
tl_timeline_canvas_show_today (TlTimelineCanvas *self)
{
  g_return_if_fail (TL_IS_TIMELINE_CANVAS (self));

  if (self->plan == NULL)
    return;
  /* It stays there, at whatever width, until another time is looked at. */
  self->wants_today = TRUE;
  configure_adjustments (self);
}

/**
 * tl_timeline_canvas_get_selected:
 * @self: a canvas
 *
 * Returns: (transfer none) (nullable): the item that is chosen
 */
TlTimelineItem *
tl_timeline_canvas_get_selected (TlTimelineCanvas *self)
{
  g_return_val_if_fail (TL_IS_TIMELINE_CANVAS (self), NULL);

  return self->selected;
}

/**
 * tl_timeline_canvas_set_selected:
 * @self: a canvas
 * @item: (nullable): an item of its plan
 *
 * Chooses an item. It is said, too.
 */
void
tl_timeline_canvas_set_selected (TlTimelineCanvas *self,
                                 TlTimelineItem   *item)
{
  g_return_if_fail (TL_IS_TIMELINE_CANVAS (self));

  if (!g_set_object (&self->selected, item))
    return;
  if (item != NULL)
    {
      g_autofree char *sentence = tl_timeline_item_describe (item);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
      if (gtk_widget_has_focus (GTK_WIDGET (self)))
        gtk_accessible_announce (GTK_ACCESSIBLE (self), sentence, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
  else
    {
      gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

double
tl_timeline_canvas_get_span (TlTimelineCanvas *self)
{
  g_return_val_if_fail (TL_IS_TIMELINE_CANVAS (self), FIRST_SPAN);

  return self->span;
}

/**
 * tl_timeline_canvas_set_span:
 * @self: a canvas
 * @span: how many days to see at once, from a week to ten years
 *
 * Zooms, around the item that is chosen when it is in view, else around today or the middle.
 */
void
tl_timeline_canvas_set_span (TlTimelineCanvas *self,
                             double            span)
{
  double still;

  g_return_if_fail (TL_IS_TIMELINE_CANVAS (self));

  span = CLAMP (span, LEAST_SPAN, MOST_SPAN);
  if (span == self->span)
    return;
  if (self->selected != NULL && tl_timeline_canvas_is_in_view (self, self->selected))
    {
      self->wants_today = FALSE;
      still = tl_timeline_item_get_date (self->selected);
      self->middle = still + (self->middle - still) * span / self->span;
    }
  self->span = span;
  drop_layout (self);
  configure_adjustments (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPAN]);
}

/**
 * tl_timeline_canvas_is_in_view:
 * @self: a canvas
 * @item: an item
 *
 * Returns: whether any of its days is in view
 */
gboolean
tl_timeline_canvas_is_in_view (TlTimelineCanvas *self,
                               TlTimelineItem   *item)
{
  const TlTimelineLayout *layout;
  double from;

  g_return_val_if_fail (TL_IS_TIMELINE_CANVAS (self), FALSE);

  layout = tl_timeline_canvas_get_layout (self);
  if (layout == NULL)
    return TRUE;
  from = tl_timeline_canvas_get_scroll_x (self);
  return tl_scale_day (&layout->days, tl_timeline_item_get_date (item)) <= from + layout->plot_width
         && tl_scale_day (&layout->days, tl_timeline_item_get_until (item)) >= from;
}

/**
 * tl_timeline_canvas_get_box:
 * @self: a canvas
 * @item: an item
 * @box: (out): where it can be pressed, in the widget
 *
 * Returns: whether it is drawn at all
 */
gboolean
tl_timeline_canvas_get_box (TlTimelineCanvas *self,
                            TlTimelineItem   *item,
                            graphene_rect_t  *box)
{
  const TlTimelineLayout *layout;
  guint lane, position;
  TlBox found;

  g_return_val_if_fail (TL_IS_TIMELINE_CANVAS (self), FALSE);

  layout = tl_timeline_canvas_get_layout (self);
  if (layout == NULL || !tl_timeline_plan_find (self->plan, item, &lane, &position))
    return FALSE;
  found = tl_timeline_layout_get_box (layout, tl_timeline_canvas_get_ink (self), lane, position);
  graphene_rect_init (box, found.x + layout->gutter - tl_timeline_canvas_get_scroll_x (self),
                      found.y + layout->axis_height - tl_timeline_canvas_get_scroll_y (self), found.width, found.height);
  return TRUE;
}
