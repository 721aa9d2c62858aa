/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What pointer, touch and keyboard do to the drawn timeline. */
#include "app-timeline.h"

#include <math.h>

/* ── Coming nearer ── */

static gpointer
find_controller (AppTimeline *self,
                 GType    type,
                 guint    button)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->canvas));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) found = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (found, type)
          && (button == 0 || gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (found)) == button))
        return found;
    }
  g_assert_not_reached ();
}

/* The day beneath the pointer or between the fingers stays there. */
static void
test_zooms_about_a_place (AppTimeline       *self,
                          gconstpointer  data)
{
  const double x = 700;
  double day;

  tl_timeline_canvas_set_span (self->canvas, 200);
  tl_timeline_canvas_set_position (self->canvas, tl_assessment_get_as_at (self->canvas->plan->assessment) - 120, 200);
  day = app_timeline_get_day_at (self, x);
  tl_timeline_canvas_zoom_about (self->canvas, 4, x, TRUE);
  app_timeline_wait (self);
  g_assert_cmpfloat_with_epsilon (tl_timeline_canvas_get_span (self->canvas), 50, 1e-6);
  g_assert_cmpfloat_with_epsilon (app_timeline_get_day_at (self, x), day, 0.2);

  /* Two fingers can't be put down here; where they would be is told. */
  self->canvas->pinch = self->canvas->sight;
  self->canvas->pinch_at = x;
  g_signal_emit_by_name (find_controller (self, GTK_TYPE_GESTURE_ZOOM, 0), "scale-changed", 2.0);
  g_signal_emit_by_name (find_controller (self, GTK_TYPE_GESTURE_ZOOM, 0), "scale-changed", 0.5);
  g_assert_cmpfloat_with_epsilon (tl_timeline_canvas_get_span (self->canvas), 100, 1e-6);
  g_assert_cmpfloat_with_epsilon (app_timeline_get_day_at (self, x), day, 0.3);

  /* From a week to ten years, no nearer and no farther. */
  tl_timeline_canvas_zoom_about (self->canvas, 1e6, x, FALSE);
  g_assert_cmpfloat (tl_timeline_canvas_get_span (self->canvas), ==, TL_TIMELINE_LEAST_SPAN);
  tl_timeline_canvas_zoom_about (self->canvas, 1e-6, x, FALSE);
  g_assert_cmpfloat (tl_timeline_canvas_get_span (self->canvas), ==, TL_TIMELINE_MOST_SPAN);
}

static void
test_fits (AppTimeline       *self,
           gconstpointer  data)
{
  TlDay as_at = tl_assessment_get_as_at (self->canvas->plan->assessment), from, until;

  tl_timeline_canvas_fit (self->canvas, TL_TIMELINE_FIT_SCOPE);
  app_timeline_wait (self);
  tl_timeline_canvas_get_view (self->canvas, &from, &until);
  g_assert_cmpint (from, <=, self->canvas->plan->risk->opened);
  g_assert_cmpint (from, >=, self->canvas->plan->risk->opened - 40);
  g_assert_cmpint (until, >=, as_at);
  tl_timeline_canvas_fit (self->canvas, TL_TIMELINE_FIT_QUARTER);
  app_timeline_wait (self);
  g_assert_cmpfloat (tl_timeline_canvas_get_span (self->canvas), ==, 92);
  tl_timeline_canvas_get_view (self->canvas, &from, &until);
  g_assert_cmpint (until, >=, as_at);
  tl_timeline_canvas_fit (self->canvas, TL_TIMELINE_FIT_ALL);
  app_timeline_wait (self);
  tl_timeline_canvas_get_view (self->canvas, &from, &until);
  g_assert_cmpint (from, <=, self->canvas->plan->entries[0].date);
  g_assert_cmpint (until, >=, as_at);
}

/* ── Adding ── */

typedef struct
{
  int day;
  int group;
  int source;
  guint n;
} Wish;

static void
add_here_cb (Wish   *wish,
             int     day,
             int     group,
             int     source,
             double  x,
             double  y)
{
  *wish = (Wish) { day, group, source, wish->n + 1 };
}

/* At the day and in the lane that was pressed, and never in the future. */
static void
test_adds_where_it_is_pressed (AppTimeline       *self,
                               gconstpointer  data)
{
  const TlTimelineLayout *layout = app_timeline_get_layout (self);
  const TlTimelineLane *lane = g_ptr_array_index (self->canvas->plan->lanes, 1);
  TlDay as_at = tl_assessment_get_as_at (self->canvas->plan->assessment);
  double y = layout->axis_height + layout->tops[1] + layout->heights[1] / 2;
  Wish wish = { 0 };

  g_signal_connect_swapped (self->canvas, "add-here", G_CALLBACK (add_here_cb), &wish);
  g_signal_emit_by_name (find_controller (self, GTK_TYPE_GESTURE_CLICK, 3), "released", 1, 600.0, y);
  g_assert_cmpint (wish.day, ==, (int) floor (app_timeline_get_day_at (self, 600)));
  g_assert_cmpint (wish.source, ==, lane->source);
  g_assert_cmpint (wish.group, ==, lane->group);
  g_signal_emit_by_name (find_controller (self, GTK_TYPE_GESTURE_CLICK, 3), "released", 1, 1180.0, y);
  g_assert_cmpint (wish.day, ==, as_at);
  g_signal_emit_by_name (find_controller (self, GTK_TYPE_GESTURE_CLICK, 3), "released", 1, 20.0, y);
  g_assert_cmpuint (wish.n, ==, 2);
}

/* ── Moving ── */

static gboolean
turn_wheel (AppTimeline *self,
            double       notches)
{
  gboolean used = FALSE;

  g_signal_emit_by_name (find_controller (self, GTK_TYPE_EVENT_CONTROLLER_SCROLL, 0), "scroll", 0.0, notches, &used);
  app_timeline_wait (self);
  return used;
}

/* Over the dates the wheel comes nearer to the day beneath the pointer, and goes back; over lanes that don't all fit it
 * scrolls them. */
static void
test_wheel (AppTimeline   *self,
            gconstpointer  data)
{
  gpointer motion = find_controller (self, GTK_TYPE_EVENT_CONTROLLER_MOTION, 0);
  double day, span = tl_timeline_canvas_get_span (self->canvas);

  g_signal_emit_by_name (motion, "motion", 600.0, 5.0);
  day = app_timeline_get_day_at (self, 600);
  g_assert_true (turn_wheel (self, -1));
  g_assert_cmpfloat (tl_timeline_canvas_get_span (self->canvas), <, span);
  g_assert_cmpfloat_with_epsilon (app_timeline_get_day_at (self, 600), day, 0.4);
  g_assert_true (turn_wheel (self, 1));
  g_assert_cmpfloat_with_epsilon (tl_timeline_canvas_get_span (self->canvas), span, 1e-6);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 900, 260);
  app_test_settle (self->window);
  g_signal_emit_by_name (motion, "motion", 600.0, 120.0);
  g_assert_false (turn_wheel (self, -1));
}

/* What is dragged stays under the finger; let go of while it moves, it goes on a little. */
static void
test_drag (AppTimeline   *self,
           gconstpointer  data)
{
  gpointer drag = find_controller (self, GTK_TYPE_GESTURE_DRAG, 0);
  double day, before;

  tl_timeline_canvas_set_span (self->canvas, 92);
  tl_timeline_canvas_set_position (self->canvas, tl_assessment_get_as_at (self->canvas->plan->assessment) - 90, 92);
  app_test_settle (self->window);
  day = app_timeline_get_day_at (self, 700);
  g_signal_emit_by_name (drag, "drag-begin", 700.0, 300.0);
  g_signal_emit_by_name (drag, "drag-update", 1.0, 0.0);
  g_assert_cmpfloat_with_epsilon (app_timeline_get_day_at (self, 700), day, 1e-6);
  g_signal_emit_by_name (drag, "drag-update", 100.0, 0.0);
  g_assert_cmpfloat_with_epsilon (app_timeline_get_day_at (self, 800), day, 0.2);
  before = gtk_adjustment_get_value (self->canvas->hadjustment);
  g_signal_emit_by_name (find_controller (self, GTK_TYPE_GESTURE_SWIPE, 0), "swipe", 400.0, 10.0);
  while (adw_animation_get_state (self->canvas->glide) == ADW_ANIMATION_PLAYING)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpfloat (gtk_adjustment_get_value (self->canvas->hadjustment), <, before - 50);
}

/* Two fingers come nearer and go farther from where they began, whatever came between. */
static void
test_pinch (AppTimeline   *self,
            gconstpointer  data)
{
  gpointer pinch = find_controller (self, GTK_TYPE_GESTURE_ZOOM, 0);
  double span = tl_timeline_canvas_get_span (self->canvas);
  double middle = gtk_widget_get_width (GTK_WIDGET (self->canvas)) / 2.0, day = app_timeline_get_day_at (self, middle);

  /* As when both touch: there are no fingers to ask where they are. */
  self->canvas->pinch = self->canvas->sight;
  self->canvas->pinch_at = middle;
  g_signal_emit_by_name (pinch, "scale-changed", 1.5);
  g_signal_emit_by_name (pinch, "scale-changed", 2.0);
  g_assert_cmpfloat_with_epsilon (tl_timeline_canvas_get_span (self->canvas), span / 2, 0.01);
  g_assert_cmpfloat_with_epsilon (app_timeline_get_day_at (self, middle), day, 0.5);
  g_signal_emit_by_name (pinch, "scale-changed", 0.0);
  g_assert_cmpfloat_with_epsilon (tl_timeline_canvas_get_span (self->canvas), span / 2, 0.01);
  g_signal_emit_by_name (pinch, "scale-changed", 1.0);
  g_assert_cmpfloat_with_epsilon (tl_timeline_canvas_get_span (self->canvas), span, 0.01);
}

/* A finger that rests somewhere asks what to add there. */
static void
test_long_press (AppTimeline   *self,
                 gconstpointer  data)
{
  Wish wish = { 0 };

  g_signal_connect_swapped (self->canvas, "add-here", G_CALLBACK (add_here_cb), &wish);
  g_signal_emit_by_name (find_controller (self, GTK_TYPE_GESTURE_LONG_PRESS, 0), "pressed", 600.0, 300.0);
  g_assert_cmpuint (wish.n, ==, 1);
  g_assert_cmpint (wish.day, ==, (int) floor (app_timeline_get_day_at (self, 600)));
}

/* By the keys alone: nearer and farther, a page back and on, to the first and the last thing of a lane. */
static void
test_keys (AppTimeline   *self,
           gconstpointer  data)
{
  double span, value;
  guint first;

  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  span = tl_timeline_canvas_get_span (self->canvas);
  if (!app_window_press (self->window, "plus", NULL))
    {
      g_test_skip ("Keys can't be pressed here");
      return;
    }
  app_timeline_wait (self);
  g_assert_cmpfloat (tl_timeline_canvas_get_span (self->canvas), <, span);
  g_assert_true (app_window_press (self->window, "minus", NULL));
  app_timeline_wait (self);
  g_assert_cmpfloat_with_epsilon (tl_timeline_canvas_get_span (self->canvas), span, 1e-6);
  tl_timeline_canvas_set_span (self->canvas, 92);
  app_test_settle (self->window);
  value = gtk_adjustment_get_value (self->canvas->hadjustment);
  g_assert_true (app_window_press (self->window, "Page_Up", NULL));
  while (adw_animation_get_state (self->canvas->glide) == ADW_ANIMATION_PLAYING)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpfloat (gtk_adjustment_get_value (self->canvas->hadjustment), <, value);
  g_assert_true (app_window_press (self->window, "Left", "Home", NULL));
  first = self->canvas->spot.entry;
  g_assert_true (app_window_press (self->window, "End", NULL));
  g_assert_cmpuint (self->canvas->spot.entry, >=, first);
  g_assert_true (app_window_press (self->window, "Home", NULL));
  g_assert_cmpuint (self->canvas->spot.entry, ==, first);
}

/* Whoever wants no motion gets none: what is asked for is there at once. */
static void
test_reduced_motion (AppTimeline   *self,
                     gconstpointer  data)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  tl_timeline_canvas_fit (self->canvas, TL_TIMELINE_FIT_QUARTER);
  g_assert_cmpfloat (tl_timeline_canvas_get_span (self->canvas), ==, 92);
  g_assert_false (tl_timeline_canvas_is_zooming (self->canvas));
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-enable-animations");
}

static void
add_tests (void)
{
  const AppTimelineTest tests[] = {
    { "/timeline-gestures/zoom", "R1", test_zooms_about_a_place },
    { "/timeline-gestures/fit", "R1", test_fits },
    { "/timeline-gestures/add", "R1", test_adds_where_it_is_pressed },
    { "/timeline-gestures/wheel", "R1", test_wheel },
    { "/timeline-gestures/drag", "R1", test_drag },
    { "/timeline-gestures/pinch", "R1", test_pinch },
    { "/timeline-gestures/long-press", "R1", test_long_press },
    { "/timeline-gestures/keys", "R1", test_keys },
    { "/timeline-gestures/reduced-motion", "R1", test_reduced_motion },
  };

  app_timeline_add_tests (tests, G_N_ELEMENTS (tests));
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
