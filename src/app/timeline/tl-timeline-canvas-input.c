/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-canvas-private.h"

#include <math.h>

#define ZOOM_STEP 1.5
#define DRAG_THRESHOLD 4
/* How near the pointer must be to a point of a chart, in pixels of the design. */
#define POINT_REACH 8
/* How long what was let go of while it was moving goes on, in seconds at that speed. */
#define GLIDE 0.25

/* ── What is where ── */

static gboolean
is_in_plot (const TlTimelineLayout *layout,
            double                  x,
            double                  y)
{
  return layout != NULL && x >= layout->plot_left && x <= layout->plot_left + layout->plot_width && y >= layout->axis_height;
}

static double
get_across (TlTimelineCanvas *self,
            double            x)
{
  return x - self->layout->plot_left + tl_timeline_canvas_get_scroll_x (self);
}

static double
get_down (TlTimelineCanvas *self,
          double            y)
{
  return y - self->layout->axis_height + tl_timeline_canvas_get_scroll_y (self);
}

static const TlTimelineGlyph *
find_glyph (TlTimelineCanvas *self,
            double            x,
            double            y,
            guint            *lane)
{
  TlTimelineLayout *layout = tl_timeline_canvas_get_layout (self);

  if (!is_in_plot (layout, x, y))
    return NULL;
  return tl_timeline_layout_pick_glyph (layout, get_across (self, x), get_down (self, y), lane);
}

static gboolean
find_point (TlTimelineCanvas *self,
            double            x,
            double            y,
            TlTimelineSpot   *spot)
{
  TlTimelineLayout *layout = tl_timeline_canvas_get_layout (self);
  const TlTimelineBand *band;

  if (!is_in_plot (layout, x, y) || x >= layout->plot_left + layout->plot_width - layout->margin)
    return FALSE;
  band = tl_timeline_layout_pick_point (layout, get_across (self, x), get_down (self, y),
                                        tl_ink_px (tl_timeline_canvas_get_ink (self), POINT_REACH), &spot->point);
  if (band == NULL)
    return FALSE;
  spot->is_set = TRUE;
  spot->is_point = TRUE;
  return g_ptr_array_find (layout->bands, band, &spot->band);
}

/* ── Pressing ── */

static void
released_cb (GtkGestureClick  *gesture,
             int               n_press,
             double            x,
             double            y,
             TlTimelineCanvas *self)
{
  TlTimelineSpot spot = { 0 };
  guint lane;
  const TlTimelineGlyph *glyph = find_glyph (self, x, y, &lane);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (glyph == NULL)
    {
      if (find_point (self, x, y, &spot))
        tl_timeline_canvas_set_spot (self, spot);
      else
        tl_timeline_canvas_clear_spot (self);
      return;
    }
  spot.is_set = TRUE;
  spot.entry = tl_timeline_glyph_get_entry (glyph, g_ptr_array_index (self->plan->lanes, lane), 0);
  tl_timeline_canvas_set_spot (self, spot);
  glyph = tl_timeline_canvas_get_count (self, &lane);
  if (glyph != NULL)
    tl_timeline_canvas_open (self, glyph, lane);
  else if (self->selected != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "timeline.show-item", NULL);
}

static void
menu_released_cb (GtkGestureClick  *gesture,
                  int               n_press,
                  double            x,
                  double            y,
                  TlTimelineCanvas *self)
{
  if (is_in_plot (tl_timeline_canvas_get_layout (self), x, y))
    tl_timeline_canvas_add_here (self, x, y);
}

static void
long_pressed_cb (GtkGestureLongPress *gesture,
                 double               x,
                 double               y,
                 TlTimelineCanvas    *self)
{
  if (!is_in_plot (tl_timeline_canvas_get_layout (self), x, y))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  tl_timeline_canvas_add_here (self, x, y);
}

/* ── Dragging, which goes on when let go of ── */

static void
drag_begin_cb (GtkGestureDrag   *gesture,
               double            x,
               double            y,
               TlTimelineCanvas *self)
{
  tl_timeline_canvas_stop (self);
  self->drag_start = tl_timeline_canvas_get_scroll_x (self);
}

static void
drag_update_cb (GtkGestureDrag   *gesture,
                double            dx,
                double            dy,
                TlTimelineCanvas *self)
{
  if (self->hadjustment == NULL)
    return;
  if (gtk_gesture_get_sequence_state (GTK_GESTURE (gesture),
                                      gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (gesture)))
      != GTK_EVENT_SEQUENCE_CLAIMED)
    {
      if (fabs (dx) < DRAG_THRESHOLD)
        return;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    }
  gtk_adjustment_set_value (self->hadjustment, self->drag_start - dx);
}

static void
swiped_cb (GtkGestureSwipe  *gesture,
           double            velocity_x,
           double            velocity_y,
           TlTimelineCanvas *self)
{
  if (fabs (velocity_x) > fabs (velocity_y))
    tl_timeline_canvas_glide (self, -velocity_x * GLIDE);
}

/* ── Coming nearer ── */

static void
pinch_begin_cb (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                TlTimelineCanvas *self)
{
  double y;

  tl_timeline_canvas_stop (self);
  self->pinch = self->sight;
  if (!gtk_gesture_get_bounding_box_center (gesture, &self->pinch_at, &y))
    self->pinch_at = gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
}

static void
pinched_cb (GtkGestureZoom   *gesture,
            double            scale,
            TlTimelineCanvas *self)
{
  if (!(scale > 0))
    return;
  self->sight.middle = self->pinch.middle;
  tl_timeline_canvas_drop_layout (self);
  self->sight.span = self->pinch.span;
  tl_timeline_canvas_zoom_about (self, scale, self->pinch_at, FALSE);
}

static void
pointer_cb (GtkEventControllerMotion *controller,
            double                    x,
            double                    y,
            TlTimelineCanvas         *self)
{
  self->pointer_x = x;
  self->pointer_y = y;
}

/* The wheel zooms with Ctrl, above the dates, and where there are no more lanes to scroll to. */
static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           TlTimelineCanvas         *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  const TlTimelineLayout *layout = tl_timeline_canvas_get_layout (self);
  gboolean smooth = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE;
  gboolean fits = layout != NULL && layout->height + layout->axis_height <= gtk_widget_get_height (GTK_WIDGET (self));

  if (layout == NULL || dy == 0 || fabs (dx) > fabs (dy) || (state & GDK_SHIFT_MASK))
    return GDK_EVENT_PROPAGATE;
  if (!(state & GDK_CONTROL_MASK) && (smooth || (!fits && self->pointer_y > layout->axis_height)))
    return GDK_EVENT_PROPAGATE;
  tl_timeline_canvas_zoom_about (self, pow (ZOOM_STEP, smooth ? -dy / 50 : -dy), self->pointer_x, !smooth);
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
  TlTimelineSpot spot = { 0 };
  g_autofree char *text = NULL;
  guint lane;
  const TlTimelineGlyph *glyph;

  if (keyboard)
    {
      gtk_tooltip_set_text (tooltip, self->sentence);
      return self->sentence != NULL;
    }
  glyph = find_glyph (self, x, y, &lane);
  if (glyph != NULL)
    {
      const TlTimelineLane *row = g_ptr_array_index (self->plan->lanes, lane);
      g_autoptr (TlTimelineItem) item = tl_timeline_plan_get_item (self->plan, tl_timeline_glyph_get_entry (glyph, row, 0));

      text = glyph->n > 1 ? tl_timeline_glyph_describe (glyph, self->plan, row) : tl_timeline_item_describe (item);
    }
  else if (find_point (self, x, y, &spot))
    {
      text = tl_timeline_spot_describe (self->layout, self->sight.span, &spot);
    }
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
  TlTimelineLayout *layout = tl_timeline_canvas_get_layout (self);
  TlTimelineSpot spot = self->spot;

  if (layout == NULL)
    return GDK_EVENT_PROPAGATE;
  if (tl_timeline_walk (layout, self->sight.span, &spot, (TlTimelineStep) g_variant_get_int32 (arguments)))
    tl_timeline_canvas_set_spot (self, spot);
  else
    gtk_widget_error_bell (widget);
  return GDK_EVENT_STOP;
}

static gboolean
zoom_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   data)
{
  tl_timeline_canvas_zoom (TL_TIMELINE_CANVAS (widget), g_variant_get_boolean (arguments) ? ZOOM_STEP : 1 / ZOOM_STEP);
  return GDK_EVENT_STOP;
}

static gboolean
page_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   data)
{
  TlTimelineCanvas *self = TL_TIMELINE_CANVAS (widget);

  if (self->hadjustment != NULL)
    tl_timeline_canvas_glide (self, g_variant_get_int32 (arguments)
                                      * gtk_adjustment_get_page_increment (self->hadjustment));
  return GDK_EVENT_STOP;
}

/* A count opens, an item is shown; whoever is nowhere adds something in the middle. */
static gboolean
enter_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   data)
{
  TlTimelineCanvas *self = TL_TIMELINE_CANVAS (widget);
  guint lane;
  const TlTimelineGlyph *count = tl_timeline_canvas_get_count (self, &lane);

  if (count != NULL)
    tl_timeline_canvas_open (self, count, lane);
  else if (self->selected != NULL)
    gtk_widget_activate_action (widget, "timeline.enter-item", NULL);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static gboolean
add_cb (GtkWidget *widget,
        GVariant  *arguments,
        gpointer   data)
{
  TlTimelineCanvas *self = TL_TIMELINE_CANVAS (widget);
  const TlTimelineLayout *layout = tl_timeline_canvas_get_layout (self);
  TlBox box;

  if (layout == NULL)
    return GDK_EVENT_PROPAGATE;
  if (!tl_timeline_canvas_locate_spot (self, &box))
    box = (TlBox) { tl_timeline_canvas_get_scroll_x (self) + layout->plot_width / 2,
                    tl_timeline_canvas_get_scroll_y (self) + layout->charts_height, 0, 0 };
  tl_timeline_canvas_add_here (self, box.x + box.width / 2 - tl_timeline_canvas_get_scroll_x (self) + layout->plot_left,
                               box.y + box.height / 2 - tl_timeline_canvas_get_scroll_y (self) + layout->axis_height);
  return GDK_EVENT_STOP;
}

static gboolean
clear_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   data)
{
  TlTimelineCanvas *self = TL_TIMELINE_CANVAS (widget);

  if (!self->spot.is_set)
    return GDK_EVENT_PROPAGATE;
  tl_timeline_canvas_clear_spot (self);
  return GDK_EVENT_STOP;
}

static void
install_keys (GtkWidgetClass *widget_class)
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
    { GDK_KEY_KP_Home, TL_TIMELINE_STEP_FIRST }, { GDK_KEY_KP_End, TL_TIMELINE_STEP_LAST },
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
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, enter_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, enter_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, add_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, add_cb, NULL);
}

/* What pointer, touch and keyboard do; the controllers are in the template. */
void
tl_timeline_canvas_class_install_input (GtkWidgetClass *widget_class)
{
  install_keys (widget_class);
  widget_class->query_tooltip = tl_timeline_canvas_query_tooltip;
  gtk_widget_class_bind_template_callback (widget_class, released_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_released_cb);
  gtk_widget_class_bind_template_callback (widget_class, long_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_update_cb);
  gtk_widget_class_bind_template_callback (widget_class, swiped_cb);
  gtk_widget_class_bind_template_callback (widget_class, pinch_begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, pinched_cb);
  gtk_widget_class_bind_template_callback (widget_class, pointer_cb);
  gtk_widget_class_bind_template_callback (widget_class, scroll_cb);
}
