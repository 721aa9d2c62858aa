/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-canvas-private.h"

#include <math.h>

#include "tl-process-chart.h"
#include "tl-timeline-walk.h"

#define ZOOM_STEP 1.5
#define DRAG_THRESHOLD 4

static TlTimelineItem *
find_item (TlTimelineCanvas *self,
           double            x,
           double            y)
{
  const TlTimelineLayout *layout = tl_timeline_canvas_get_layout (self);

  if (layout == NULL || x < layout->gutter || x > layout->gutter + layout->plot_width || y < layout->axis_height)
    return NULL;
  return tl_timeline_layout_find_item (layout, tl_timeline_canvas_get_ink (self), x - layout->gutter + tl_timeline_canvas_get_scroll_x (self),
                                       y - layout->axis_height + tl_timeline_canvas_get_scroll_y (self));
}

static void
released_cb (GtkGestureClick  *gesture,
             int               n_press,
             double            x,
             double            y,
             TlTimelineCanvas *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  tl_timeline_canvas_set_selected (self, find_item (self, x, y));
  if (self->selected != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "timeline.show-item", NULL);
}

static void
drag_begin_cb (GtkGestureDrag   *gesture,
               double            x,
               double            y,
               TlTimelineCanvas *self)
{
  self->drag_start = tl_timeline_canvas_get_scroll_x (self);
}

static void
drag_update_cb (GtkGestureDrag   *gesture,
                double            dx,
                double            dy,
                TlTimelineCanvas *self)
{
  if (fabs (dx) < DRAG_THRESHOLD || self->hadjustment == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_adjustment_set_value (self->hadjustment, self->drag_start - dx);
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           TlTimelineCanvas         *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if (!(state & GDK_CONTROL_MASK) || dy == 0)
    return GDK_EVENT_PROPAGATE;
  tl_timeline_canvas_set_span (self, self->span * (dy > 0 ? ZOOM_STEP : 1 / ZOOM_STEP));
  return GDK_EVENT_STOP;
}

static gboolean
tl_timeline_canvas_query_tooltip (GtkWidget  *widget,
                                  int         x,
                                  int         y,
                                  gboolean    keyboard,
                                  GtkTooltip *tooltip)
{
  TlTimelineCanvas *self = TL_TIMELINE_CANVAS (widget);
  const TlTimelineLayout *layout = tl_timeline_canvas_get_layout (self);
  TlTimelineItem *item = keyboard ? self->selected : find_item (self, x, y);
  g_autofree char *text = NULL;
  guint index;

  if (item != NULL)
    text = tl_timeline_item_describe (item);
  else if (layout != NULL && layout->chart != NULL && !keyboard && x >= layout->gutter
           && x < layout->gutter + layout->plot_width - layout->margin
           && tl_process_chart_find_point (layout->chart, x - layout->gutter + tl_timeline_canvas_get_scroll_x (self),
                                           y - layout->axis_height + tl_timeline_canvas_get_scroll_y (self), tl_ink_px (tl_timeline_canvas_get_ink (self), 8),
                                           &index))
    text = tl_process_chart_describe_point (self->plan->measure, index,
                                            tl_assessment_get_as_at (self->plan->assessment));
  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

/* ── Keyboard ── */

static gboolean
walk_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   data)
{
  TlTimelineCanvas *self = TL_TIMELINE_CANVAS (widget);
  TlTimelineItem *next;

  if (self->plan == NULL)
    return GDK_EVENT_PROPAGATE;
  next = tl_timeline_walk (self->plan, self->selected, (TlTimelineStep) g_variant_get_int32 (arguments));
  if (next == NULL)
    {
      gtk_widget_error_bell (widget);
      return GDK_EVENT_STOP;
    }
  tl_timeline_canvas_scroll_to (self, next);
  tl_timeline_canvas_set_selected (self, next);
  return GDK_EVENT_STOP;
}

static gboolean
zoom_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   data)
{
  TlTimelineCanvas *self = TL_TIMELINE_CANVAS (widget);

  tl_timeline_canvas_set_span (self, self->span * (g_variant_get_boolean (arguments) ? 1 / ZOOM_STEP : ZOOM_STEP));
  return GDK_EVENT_STOP;
}

static gboolean
page_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   data)
{
  TlTimelineCanvas *self = TL_TIMELINE_CANVAS (widget);

  if (self->hadjustment != NULL)
    gtk_adjustment_set_value (self->hadjustment, gtk_adjustment_get_value (self->hadjustment)
                                                   + g_variant_get_int32 (arguments)
                                                       * gtk_adjustment_get_page_increment (self->hadjustment));
  return GDK_EVENT_STOP;
}

static gboolean
clear_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   data)
{
  TlTimelineCanvas *self = TL_TIMELINE_CANVAS (widget);

  if (self->selected == NULL)
    return GDK_EVENT_PROPAGATE;
  tl_timeline_canvas_set_selected (self, NULL);
  return GDK_EVENT_STOP;
}

/* What pointer and keyboard do; the controllers are in the template. */
void
tl_timeline_canvas_class_install_input (GtkWidgetClass *widget_class)
{
  const struct
  {
    guint key;
    TlTimelineStep step;
  } steps[] = {
    { GDK_KEY_Left, TL_TIMELINE_STEP_EARLIER }, { GDK_KEY_Right, TL_TIMELINE_STEP_LATER },
    { GDK_KEY_KP_Left, TL_TIMELINE_STEP_EARLIER }, { GDK_KEY_KP_Right, TL_TIMELINE_STEP_LATER },
    { GDK_KEY_Up, TL_TIMELINE_STEP_ABOVE }, { GDK_KEY_Down, TL_TIMELINE_STEP_BELOW },
    { GDK_KEY_KP_Up, TL_TIMELINE_STEP_ABOVE }, { GDK_KEY_KP_Down, TL_TIMELINE_STEP_BELOW },
    { GDK_KEY_Home, TL_TIMELINE_STEP_FIRST }, { GDK_KEY_End, TL_TIMELINE_STEP_LAST },
  };
  const guint closer[] = { GDK_KEY_plus, GDK_KEY_equal, GDK_KEY_KP_Add };
  const guint farther[] = { GDK_KEY_minus, GDK_KEY_KP_Subtract };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    gtk_widget_class_add_binding (widget_class, steps[i].key, 0, walk_cb, "i", (int) steps[i].step);
  for (guint i = 0; i < G_N_ELEMENTS (closer); i++)
    gtk_widget_class_add_binding (widget_class, closer[i], 0, zoom_cb, "b", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (farther); i++)
    gtk_widget_class_add_binding (widget_class, farther[i], 0, zoom_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, page_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, page_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, clear_cb, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "timeline.enter-item", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "timeline.enter-item", NULL);
  widget_class->query_tooltip = tl_timeline_canvas_query_tooltip;
  gtk_widget_class_bind_template_callback (widget_class, released_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_update_cb);
  gtk_widget_class_bind_template_callback (widget_class, scroll_cb);
}
