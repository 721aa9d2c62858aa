/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-canvas-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tl-widget-ink.h"

typedef enum
{
  PROP_SELECTED = 1,
  PROP_SPAN,
  PROP_TODAY,
  PROP_CHARTS,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
} TlTimelineCanvasProperty;

static GParamSpec *properties[PROP_CHARTS + 1];

enum
{
  VIEW_CHANGED,
  ADD_HERE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (TlTimelineCanvas, tl_timeline_canvas, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

const TlInk *
tl_timeline_canvas_get_ink (TlTimelineCanvas *self)
{
  if (self->ink == NULL)
    self->ink = tl_widget_ink_new (GTK_WIDGET (self));
  return self->ink;
}

void
tl_timeline_canvas_drop_drawn (TlTimelineCanvas *self)
{
  tl_timeline_tiles_clear (self->tiles);
  g_clear_pointer (&self->words, tl_stamps_free);
  g_clear_pointer (&self->sides, gsk_render_node_unref);
}

void
tl_timeline_canvas_redraw (TlTimelineCanvas *self)
{
  tl_timeline_canvas_drop_drawn (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
tl_timeline_canvas_emit_view_changed (TlTimelineCanvas *self)
{
  g_signal_emit (self, signals[VIEW_CHANGED], 0);
}

/* Asks for something to be added at a place of the widget: at its day, and in its lane. */
void
tl_timeline_canvas_add_here (TlTimelineCanvas *self,
                             double            x,
                             double            y)
{
  const TlTimelineLayout *layout = tl_timeline_canvas_get_layout (self);
  TlTimelineGroup group = TL_TIMELINE_GROUP_FRONTLINE;
  TlSource source = TL_SOURCE_NONE;
  double down;
  TlDay day;

  if (layout == NULL)
    return;
  down = y - layout->axis_height + tl_timeline_canvas_get_scroll_y (self);
  day = (TlDay) floor (tl_scale_to_value (&layout->days, x - layout->plot_left + tl_timeline_canvas_get_scroll_x (self)));
  day = CLAMP (day, 1, tl_assessment_get_as_at (self->plan->assessment));
  for (guint i = 0; i < self->plan->lanes->len; i++)
    if (down >= layout->tops[i] && down < layout->tops[i] + layout->heights[i])
      {
        const TlTimelineLane *lane = g_ptr_array_index (self->plan->lanes, i);

        group = lane->group;
        source = lane->source;
      }
  g_signal_emit (self, signals[ADD_HERE], 0, (int) day, (int) group, (int) source, x, y);
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

  if (width != self->width || height != self->height || self->layout == NULL)
    {
      self->width = width;
      self->height = height;
      tl_timeline_canvas_drop_layout (self);
      tl_timeline_canvas_configure (self);
    }
  tl_timeline_canvas_place_part (self);
}

static void
drop_ink (TlTimelineCanvas *self)
{
  tl_timeline_canvas_drop_layout (self);
  g_clear_pointer (&self->stamps, tl_stamps_free);
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
tl_timeline_canvas_direction_changed (GtkWidget        *widget,
                                      GtkTextDirection  before)
{
  GTK_WIDGET_CLASS (tl_timeline_canvas_parent_class)->direction_changed (widget, before);

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
      g_value_set_double (value, self->sight.span);
      break;
    case PROP_TODAY:
      g_value_set_int (value, self->today);
      break;
    case PROP_CHARTS:
      g_value_set_int (value, self->charts);
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
    case PROP_TODAY:
      tl_timeline_canvas_set_today (self, g_value_get_int (value));
      break;
    case PROP_CHARTS:
      tl_timeline_canvas_set_charts (self, g_value_get_int (value));
      break;
    case PROP_HADJUSTMENT:
      tl_timeline_canvas_set_adjustment (self, &self->hadjustment, g_value_get_object (value), "hadjustment");
      break;
    case PROP_VADJUSTMENT:
      tl_timeline_canvas_set_adjustment (self, &self->vadjustment, g_value_get_object (value), "vadjustment");
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

  tl_timeline_canvas_stop (self);
  if (self->rest_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->rest_id);
  self->rest_id = 0;
  g_clear_pointer (&self->part, gtk_widget_unparent);
  g_clear_object (&self->motion.animation);
  g_clear_object (&self->glide);
  tl_timeline_canvas_set_adjustment (self, &self->hadjustment, NULL, NULL);
  tl_timeline_canvas_set_adjustment (self, &self->vadjustment, NULL, NULL);
  g_clear_object (&self->selected);
  g_clear_pointer (&self->layout, tl_timeline_layout_free);
  g_clear_pointer (&self->plan, tl_timeline_plan_unref);
  g_clear_pointer (&self->stamps, tl_stamps_free);
  g_clear_pointer (&self->words, tl_stamps_free);
  g_clear_pointer (&self->ink, tl_ink_free);

  G_OBJECT_CLASS (tl_timeline_canvas_parent_class)->dispose (object);
}

static void
tl_timeline_canvas_finalize (GObject *object)
{
  TlTimelineCanvas *self = TL_TIMELINE_CANVAS (object);

  tl_timeline_tiles_free (self->tiles);
  g_clear_pointer (&self->sides, gsk_render_node_unref);
  g_free (self->sentence);

  G_OBJECT_CLASS (tl_timeline_canvas_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

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
  properties[PROP_SPAN] = g_param_spec_double ("span", NULL, NULL, TL_TIMELINE_LEAST_SPAN, TL_TIMELINE_MOST_SPAN,
                                               TL_TIMELINE_FIRST_SPAN, flags);
  /**
   * TlTimelineCanvas:today:
   *
   * Today, marked where it isn't the day for which everything is shown.
   */
  properties[PROP_TODAY] = g_param_spec_int ("today", NULL, NULL, 0, G_MAXINT, 0, flags);
  /**
   * TlTimelineCanvas:charts:
   *
   * Which charts stand above the lanes, a #TlTimelineCharts.
   */
  properties[PROP_CHARTS] = g_param_spec_int ("charts", NULL, NULL, TL_TIMELINE_CHARTS_PRIMARY,
                                              TL_TIMELINE_CHARTS_STAFF_GROUP, TL_TIMELINE_CHARTS_PRIMARY, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
install_signals (void)
{
  /**
   * TlTimelineCanvas::view-changed:
   *
   * Other items may be in view. While it is moved this waits until it rests.
   */
  signals[VIEW_CHANGED] = g_signal_new ("view-changed", TL_TYPE_TIMELINE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
  /**
   * TlTimelineCanvas::add-here:
   * @self: a canvas
   * @day: a #TlDay, not after the day for which everything is shown
   * @group: the #TlTimelineGroup of the lane
   * @source: the #TlSource of the lane, or none
   * @x: where in the widget
   * @y: where in the widget
   *
   * Something is to be added at a day.
   */
  signals[ADD_HERE] = g_signal_new ("add-here", TL_TYPE_TIMELINE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                    5, G_TYPE_INT, G_TYPE_INT, G_TYPE_INT, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

static void
tl_timeline_canvas_class_init (TlTimelineCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_timeline_canvas_get_property;
  object_class->set_property = tl_timeline_canvas_set_property;
  object_class->dispose = tl_timeline_canvas_dispose;
  object_class->finalize = tl_timeline_canvas_finalize;
  widget_class->measure = tl_timeline_canvas_measure;
  widget_class->size_allocate = tl_timeline_canvas_size_allocate;
  widget_class->snapshot = tl_timeline_canvas_snapshot;
  widget_class->direction_changed = tl_timeline_canvas_direction_changed;
  widget_class->css_changed = tl_timeline_canvas_css_changed;
  widget_class->system_setting_changed = tl_timeline_canvas_system_setting_changed;

  install_properties (object_class);
  install_signals ();
  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/timeline/timeline-canvas.ui");
  tl_timeline_canvas_class_install_input (widget_class);
  tl_timeline_canvas_class_install_spot (widget_class);
}

static void
tl_timeline_canvas_init (TlTimelineCanvas *self)
{
  self->sight.span = TL_TIMELINE_FIRST_SPAN;
  self->tiles = tl_timeline_tiles_new (tl_timeline_canvas_draw_tile, self);

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

  tl_timeline_canvas_clear_spot (self);
  tl_timeline_canvas_drop_layout (self);
  g_clear_pointer (&self->plan, tl_timeline_plan_unref);
  self->plan = plan;
  sentence = plan != NULL ? tl_timeline_plan_describe (plan) : g_strdup (_("Timeline"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  tl_timeline_canvas_configure (self);
}

TlTimelinePlan *
tl_timeline_canvas_get_plan (TlTimelineCanvas *self)
{
  g_return_val_if_fail (TL_IS_TIMELINE_CANVAS (self), NULL);

  return self->plan;
}

/**
 * tl_timeline_canvas_set_today:
 * @self: a canvas
 * @today: today, %TL_NO_DAY when it isn't to be marked
 *
 * Marks today, where it isn't the day for which everything is shown.
 */
void
tl_timeline_canvas_set_today (TlTimelineCanvas *self,
                              TlDay             today)
{
  g_return_if_fail (TL_IS_TIMELINE_CANVAS (self));

  if (today == self->today)
    return;
  self->today = today;
  tl_timeline_canvas_redraw (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TODAY]);
}

TlTimelineCharts
tl_timeline_canvas_get_charts (TlTimelineCanvas *self)
{
  g_return_val_if_fail (TL_IS_TIMELINE_CANVAS (self), TL_TIMELINE_CHARTS_PRIMARY);

  return self->charts;
}

/**
 * tl_timeline_canvas_set_charts:
 * @self: a canvas
 * @charts: which charts stand above the lanes; those that there aren't are the primary measure's
 *
 * Shows other charts.
 */
void
tl_timeline_canvas_set_charts (TlTimelineCanvas *self,
                               TlTimelineCharts  charts)
{
  g_return_if_fail (TL_IS_TIMELINE_CANVAS (self));

  if (charts == self->charts)
    return;
  if (self->spot.is_point)
    tl_timeline_canvas_clear_spot (self);
  self->charts = charts;
  tl_timeline_canvas_drop_layout (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  tl_timeline_canvas_configure (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHARTS]);
}
