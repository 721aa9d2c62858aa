/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-test.h"
#include "app-window.h"
#include "app-workbook.h"

#include <math.h>

#include "tl-timeline-canvas-private.h"

typedef struct
{
  TlWorkbook *workbook;
  TlTimelineCanvas *canvas;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  TlAssessment *assessment;
  TlTimelineScope scope = { data == NULL ? TL_TIMELINE_SCOPE_WORKBOOK : TL_TIMELINE_SCOPE_RISK };

  self->workbook = app_workbook_open_sample ();
  assessment = tl_workbook_get_assessment (self->workbook);
  if (data != NULL)
    scope.id = *tl_record_get_id (TL_RECORD (app_workbook_find_risk (self->workbook, data)));
  self->canvas = g_object_new (TL_TYPE_TIMELINE_CANVAS, NULL);
  tl_timeline_canvas_set_plan (self->canvas, tl_timeline_plan_new (assessment, &scope, NULL));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->canvas));
  gtk_widget_set_direction (scroller, GTK_TEXT_DIR_LTR);
  self->window = app_test_show (scroller, 1194, 600);
  tl_timeline_canvas_show_today (self->canvas);
  app_test_settle (self->window);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  app_test_close (self->window);
  app_workbook_close (self->workbook);
}

static void
wait_for_rest (Fixture *self)
{
  while (self->canvas->motion.animation != NULL
         && adw_animation_get_state (self->canvas->motion.animation) == ADW_ANIMATION_PLAYING)
    g_main_context_iteration (NULL, TRUE);
  app_test_settle (self->window);
}

static TlTimelineLayout *
get_layout (Fixture *self)
{
  return tl_timeline_canvas_get_layout (self->canvas);
}

static const char *
get_sentence (Fixture *self)
{
  return self->canvas->sentence != NULL ? self->canvas->sentence : "";
}

/* ── Walking ── */

/* Marks off what a step has come to; a count stands for all that it counts. */
static void
visit (Fixture              *self,
       const TlTimelineSpot *spot,
       gboolean             *seen)
{
  guint lane;
  const TlTimelineGlyph *glyph = tl_timeline_layout_find_glyph (get_layout (self), spot->entry, &lane);

  seen[spot->entry] = TRUE;
  if (glyph != NULL && tl_timeline_can_open (get_layout (self), self->canvas->sight.span, glyph, lane))
    for (guint i = 0; i < glyph->n; i++)
      seen[tl_timeline_glyph_get_entry (glyph, g_ptr_array_index (self->canvas->plan->lanes, lane), i)] = TRUE;
}

static void
walk_everywhere (Fixture *self,
                 double   span)
{
  TlTimelinePlan *plan = self->canvas->plan;
  g_autofree gboolean *seen = g_new0 (gboolean, plan->n_entries);
  TlTimelineSpot spot = { 0 }, along;
  guint points = 0, values = 0;

  g_assert_true (tl_timeline_walk (get_layout (self), span, &spot, TL_TIMELINE_STEP_LATER));
  while (tl_timeline_walk (get_layout (self), span, &spot, TL_TIMELINE_STEP_ABOVE))
    ;
  do
    {
      along = spot;
      tl_timeline_walk (get_layout (self), span, &along, TL_TIMELINE_STEP_FIRST);
      do
        if (along.is_point)
          points++;
        else
          visit (self, &along, seen);
      while (tl_timeline_walk (get_layout (self), span, &along, TL_TIMELINE_STEP_LATER));
    }
  while (tl_timeline_walk (get_layout (self), span, &spot, TL_TIMELINE_STEP_BELOW));

  /* A silence that has no room is spoken of by the count that takes it. */
  for (guint i = 0; i < plan->n_entries; i++)
    {
      guint lane;

      g_assert_true (seen[i] || (plan->entries[i].kind == TL_TIMELINE_KIND_SILENCE
                                 && tl_timeline_layout_find_glyph (get_layout (self), i, &lane) == NULL));
    }
  for (guint i = 0; plan->measure != NULL && i < plan->measure->series->n_points; i++)
    values += isfinite (plan->measure->series->points[i].value);
  g_assert_cmpuint (points, ==, values);
}

/* However near one is, everything can be come to, the points of the chart too. */
static void
test_everything_is_reached (Fixture       *self,
                            gconstpointer  data)
{
  const double spans[] = { 7, 92, 366, 3653 };

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      tl_timeline_canvas_set_span (self->canvas, spans[i]);
      walk_everywhere (self, spans[i]);
    }
}

/* Along one lane by the keys alone: each item is chosen in turn, and read out with its day, kind, verdict and finding. */
static void
test_keys_walk_along (Fixture       *self,
                      gconstpointer  data)
{
  TlTimelineItem *item;
  TlDay before = 1;
  guint lane, n = 0;

  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  if (!app_window_press (self->window, "Right", "Home", NULL))
    {
      g_test_skip ("Keys can't be pressed here");
      return;
    }
  while (self->canvas->spot.is_point || tl_timeline_plan_get_lane (self->canvas->plan, self->canvas->spot.entry) > 1)
    g_assert_true (app_window_press (self->window, self->canvas->spot.is_point ? "Down" : "Up", NULL));
  g_assert_true (app_window_press (self->window, "Home", NULL));
  lane = tl_timeline_plan_get_lane (self->canvas->plan, self->canvas->spot.entry);
  do
    {
      g_autofree char *day = NULL, *kind = NULL;

      item = tl_timeline_canvas_get_selected (self->canvas);
      g_assert_nonnull (item);
      g_object_get (item, "day", &day, "kind", &kind, NULL);
      g_assert_cmpuint (tl_timeline_plan_get_lane (self->canvas->plan, tl_timeline_item_get_position (item)), ==, lane);
      g_assert_cmpint (tl_timeline_item_get_date (item), >=, before);
      before = tl_timeline_item_get_date (item);
      g_assert_true (g_str_has_prefix (get_sentence (self), day));
      g_assert_nonnull (strstr (get_sentence (self), kind));
      g_assert_nonnull (strstr (get_sentence (self), tl_timeline_item_get_says (item)));
      g_assert_nonnull (strstr (get_sentence (self), tl_timeline_item_get_text (item)));
      g_assert_true (gtk_widget_is_focus (self->canvas->part));
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (self->canvas->part), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           get_sentence (self));
      n++;
      g_assert_true (app_window_press (self->window, "Right", NULL));
    }
  while (tl_timeline_canvas_get_selected (self->canvas) != item);
  g_assert_cmpuint (n, ==, ((TlTimelineLane *) g_ptr_array_index (self->canvas->plan->lanes, lane))->n_marks
                             + ((TlTimelineLane *) g_ptr_array_index (self->canvas->plan->lanes, lane))->n_longs);
}

/* A count says what it has in it, and Enter opens it, until one comes to a single item. */
static void
test_count_opens (Fixture       *self,
                  gconstpointer  data)
{
  TlTimelineSpot spot = { .is_set = TRUE };
  const TlTimelineGlyph *count = NULL;
  guint lane = 0, steps = 0;

  tl_timeline_canvas_set_span (self->canvas, 3653);
  for (guint i = 0; i < self->canvas->plan->n_entries && count == NULL; i++)
    {
      const TlTimelineGlyph *glyph = tl_timeline_layout_find_glyph (get_layout (self), i, &lane);

      if (glyph != NULL && glyph->n > 2 && glyph->alarms > 0 && lane < 5)
        {
          spot.entry = i;
          count = glyph;
        }
    }
  g_assert_nonnull (count);
  tl_timeline_canvas_set_spot (self->canvas, spot);
  g_assert_null (tl_timeline_canvas_get_selected (self->canvas));
  g_assert_nonnull (strstr (get_sentence (self), "contradict"));
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  while (tl_timeline_canvas_get_selected (self->canvas) == NULL)
    {
      double span = tl_timeline_canvas_get_span (self->canvas);
      TlDay from, until;

      count = tl_timeline_canvas_get_count (self->canvas, &lane);
      g_assert_nonnull (count);
      tl_timeline_canvas_open (self->canvas, count, lane);
      wait_for_rest (self);
      g_assert_cmpfloat (tl_timeline_canvas_get_span (self->canvas), <, span);
      tl_timeline_canvas_get_view (self->canvas, &from, &until);
      g_assert_cmpint (self->canvas->plan->entries[spot.entry].date, >=, from);
      g_assert_cmpint (self->canvas->plan->entries[spot.entry].date, <=, until);
      tl_timeline_canvas_set_spot (self->canvas, spot);
      g_assert_cmpuint (++steps, <, 12);
    }
}

/* ── Coming nearer ── */

static gpointer
find_controller (Fixture *self,
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

static double
get_day_at (Fixture *self,
            double   x)
{
  const TlTimelineLayout *layout = get_layout (self);

  return tl_scale_to_value (&layout->days, x - layout->plot_left + tl_timeline_canvas_get_scroll_x (self->canvas));
}

/* The day beneath the pointer or between the fingers stays there. */
static void
test_zooms_about_a_place (Fixture       *self,
                          gconstpointer  data)
{
  const double x = 700;
  double day;

  tl_timeline_canvas_set_span (self->canvas, 200);
  tl_timeline_canvas_set_position (self->canvas, tl_assessment_get_as_at (self->canvas->plan->assessment) - 120, 200);
  day = get_day_at (self, x);
  tl_timeline_canvas_zoom_about (self->canvas, 4, x, TRUE);
  wait_for_rest (self);
  g_assert_cmpfloat_with_epsilon (tl_timeline_canvas_get_span (self->canvas), 50, 1e-6);
  g_assert_cmpfloat_with_epsilon (get_day_at (self, x), day, 0.2);

  /* Two fingers can't be put down here; where they would be is told. */
  self->canvas->pinch = self->canvas->sight;
  self->canvas->pinch_at = x;
  g_signal_emit_by_name (find_controller (self, GTK_TYPE_GESTURE_ZOOM, 0), "scale-changed", 2.0);
  g_signal_emit_by_name (find_controller (self, GTK_TYPE_GESTURE_ZOOM, 0), "scale-changed", 0.5);
  g_assert_cmpfloat_with_epsilon (tl_timeline_canvas_get_span (self->canvas), 100, 1e-6);
  g_assert_cmpfloat_with_epsilon (get_day_at (self, x), day, 0.3);

  /* From a week to ten years, no nearer and no farther. */
  tl_timeline_canvas_zoom_about (self->canvas, 1e6, x, FALSE);
  g_assert_cmpfloat (tl_timeline_canvas_get_span (self->canvas), ==, TL_TIMELINE_LEAST_SPAN);
  tl_timeline_canvas_zoom_about (self->canvas, 1e-6, x, FALSE);
  g_assert_cmpfloat (tl_timeline_canvas_get_span (self->canvas), ==, TL_TIMELINE_MOST_SPAN);
}

static void
test_fits (Fixture       *self,
           gconstpointer  data)
{
  TlDay as_at = tl_assessment_get_as_at (self->canvas->plan->assessment), from, until;

  tl_timeline_canvas_fit (self->canvas, TL_TIMELINE_FIT_SCOPE);
  wait_for_rest (self);
  tl_timeline_canvas_get_view (self->canvas, &from, &until);
  g_assert_cmpint (from, <=, self->canvas->plan->risk->opened);
  g_assert_cmpint (from, >=, self->canvas->plan->risk->opened - 40);
  g_assert_cmpint (until, >=, as_at);
  tl_timeline_canvas_fit (self->canvas, TL_TIMELINE_FIT_QUARTER);
  wait_for_rest (self);
  g_assert_cmpfloat (tl_timeline_canvas_get_span (self->canvas), ==, 92);
  tl_timeline_canvas_get_view (self->canvas, &from, &until);
  g_assert_cmpint (until, >=, as_at);
  tl_timeline_canvas_fit (self->canvas, TL_TIMELINE_FIT_ALL);
  wait_for_rest (self);
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
test_adds_where_it_is_pressed (Fixture       *self,
                               gconstpointer  data)
{
  const TlTimelineLayout *layout = get_layout (self);
  const TlTimelineLane *lane = g_ptr_array_index (self->canvas->plan->lanes, 1);
  TlDay as_at = tl_assessment_get_as_at (self->canvas->plan->assessment);
  double y = layout->axis_height + layout->tops[1] + layout->heights[1] / 2;
  Wish wish = { 0 };

  g_signal_connect_swapped (self->canvas, "add-here", G_CALLBACK (add_here_cb), &wish);
  g_signal_emit_by_name (find_controller (self, GTK_TYPE_GESTURE_CLICK, 3), "released", 1, 600.0, y);
  g_assert_cmpint (wish.day, ==, (int) floor (get_day_at (self, 600)));
  g_assert_cmpint (wish.source, ==, lane->source);
  g_assert_cmpint (wish.group, ==, lane->group);
  g_signal_emit_by_name (find_controller (self, GTK_TYPE_GESTURE_CLICK, 3), "released", 1, 1180.0, y);
  g_assert_cmpint (wish.day, ==, as_at);
  g_signal_emit_by_name (find_controller (self, GTK_TYPE_GESTURE_CLICK, 3), "released", 1, 20.0, y);
  g_assert_cmpuint (wish.n, ==, 2);
}

/* ── What is kept ── */

/* However far one goes, no more is kept than what is seen and a little around it. */
static void
test_keeps_what_is_seen (Fixture       *self,
                         gconstpointer  data)
{
  GtkAdjustment *adjustment = self->canvas->hadjustment;
  const TlTimelineLayout *layout;
  guint most;

  tl_timeline_canvas_set_span (self->canvas, 30);
  app_test_settle (self->window);
  layout = get_layout (self);
  most = (guint) ((ceil (layout->plot_width / 256) + 3) * (ceil (600.0 / 256) + 1));
  for (guint i = 0; i < 40; i++)
    {
      gtk_adjustment_set_value (adjustment, layout->length * i / 40);
      app_test_settle (self->window);
      g_assert_cmpuint (tl_timeline_tiles_count (self->canvas->tiles), <=, most);
      g_assert_cmpuint (tl_timeline_tiles_count (self->canvas->tiles), >, 0);
    }
}

/* ── Charts ── */

static void
test_charts (Fixture       *self,
             gconstpointer  data)
{
  TlTimelinePlan *plan = self->canvas->plan;
  const TlTimelineBand *band;
  TlTimelineSpot spot = { .is_set = TRUE, .is_point = TRUE };
  double x, y, first_x, first_y;

  g_assert_true (tl_timeline_plan_offers (plan, TL_TIMELINE_CHARTS_ALL));
  tl_timeline_canvas_set_charts (self->canvas, TL_TIMELINE_CHARTS_ALL);
  g_assert_cmpuint (get_layout (self)->bands->len, ==, plan->risk->n_measures);
  app_test_settle (self->window);
  app_test_keep (self->window, "timeline-charts-all");
  tl_timeline_canvas_set_charts (self->canvas, TL_TIMELINE_CHARTS_LOCATION);
  app_test_settle (self->window);
  app_test_keep (self->window, "timeline-charts-places");
  g_assert_cmpuint (get_layout (self)->bands->len, >, 2);
  /* On the same axis, one day stands beneath the same day; and one value is as high in each of the small charts. */
  band = g_ptr_array_index (get_layout (self)->bands, 1);
  spot.band = 1;
  spot.point = band->measure->series->n_points - 1;
  g_assert_true (tl_process_chart_get_point (band->chart, spot.point, &first_x, &first_y));
  for (guint i = 2; i < get_layout (self)->bands->len; i++)
    {
      const TlTimelineBand *other = g_ptr_array_index (get_layout (self)->bands, i);

      for (guint j = 0; j < other->measure->series->n_points; j++)
        if (tl_process_chart_get_point (other->chart, j, &x, &y)
            && other->measure->series->points[j].start == band->measure->series->points[spot.point].start)
          {
            g_assert_cmpfloat_with_epsilon (x, first_x, 0.01);
            if (other->measure->series->points[j].value > band->measure->series->points[spot.point].value)
              g_assert_cmpfloat (y, <, first_y);
          }
    }
  tl_timeline_canvas_set_spot (self->canvas, spot);
  g_assert_true (g_str_has_prefix (get_sentence (self), band->place->name));
}

/* A signal says in plain words why it is one. */
static void
test_signal_is_explained (Fixture       *self,
                          gconstpointer  data)
{
  const TlSeries *series = self->canvas->plan->measure->series;
  TlTimelineSpot spot = { .is_set = TRUE, .is_point = TRUE };

  while (spot.point < series->n_points && series->points[spot.point].signal != TL_SIGNAL_SHIFT)
    spot.point++;
  g_assert_cmpuint (spot.point, <, series->n_points);
  tl_timeline_canvas_set_spot (self->canvas, spot);
  g_assert_nonnull (strstr (get_sentence (self), "seven"));
  g_assert_null (tl_timeline_canvas_get_selected (self->canvas));
}

/* ── Pictures ── */

static void
keep_zooms (Fixture    *self,
            const char *style)
{
  const struct
  {
    const char *name;
    TlTimelineFit fit;
  } zooms[] = { { "quarter", TL_TIMELINE_FIT_QUARTER }, { "risk", TL_TIMELINE_FIT_SCOPE }, { "all", TL_TIMELINE_FIT_ALL } };

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      g_autofree char *name = g_strdup_printf ("timeline-%s-%s", zooms[i].name, style);

      tl_timeline_canvas_fit (self->canvas, zooms[i].fit);
      wait_for_rest (self);
      app_test_keep (self->window, name);
    }
}

static void
test_pictures (Fixture       *self,
               gconstpointer  data)
{
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1194, 660);
  app_test_settle (self->window);
  keep_zooms (self, "light");
  app_test_set_dark (TRUE);
  app_test_settle (self->window);
  keep_zooms (self, "dark");
  app_test_set_dark (FALSE);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  app_test_settle (self->window);
  keep_zooms (self, "rtl");
  /* Names stand where reading begins, and time runs on to the right. */
  g_assert_cmpfloat (get_layout (self)->names_left, ==, get_layout (self)->plot_width);
  g_assert_cmpfloat (get_day_at (self, 400), >, get_day_at (self, 100));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  tl_timeline_canvas_set_span (self->canvas, 3653);
  tl_timeline_canvas_show_today (self->canvas);
  app_test_settle (self->window);
  app_test_keep (self->window, "timeline-ten-years");
}

/* All of the workbook is counted where a risk's things stand one by one. */
static void
test_workbook (Fixture       *self,
               gconstpointer  data)
{
  guint counted = 0;
  GPtrArray *lanes = tl_timeline_layout_get_glyphs (get_layout (self), 0, get_layout (self)->length);

  app_test_keep (self->window, "timeline-workbook");
  for (guint i = 0; i < lanes->len; i++)
    for (guint j = 0; j < ((GArray *) g_ptr_array_index (lanes, i))->len; j++)
      counted += g_array_index ((GArray *) g_ptr_array_index (lanes, i), TlTimelineGlyph, j).n;
  g_assert_cmpuint (counted, ==, self->canvas->plan->n_entries);
  walk_everywhere (self, tl_timeline_canvas_get_span (self->canvas));
}

static void
add_tests (void)
{
  const struct
  {
    const char *path;
    const char *risk;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/timeline-canvas/reached", "R1", test_everything_is_reached },
    { "/timeline-canvas/keys", "R1", test_keys_walk_along },
    { "/timeline-canvas/count-opens", "R1", test_count_opens },
    { "/timeline-canvas/zoom", "R1", test_zooms_about_a_place },
    { "/timeline-canvas/fit", "R1", test_fits },
    { "/timeline-canvas/add", "R1", test_adds_where_it_is_pressed },
    { "/timeline-canvas/kept", "R1", test_keeps_what_is_seen },
    { "/timeline-canvas/charts", "R1", test_charts },
    { "/timeline-canvas/signal", "R1", test_signal_is_explained },
    { "/timeline-canvas/pictures", "R1", test_pictures },
    { "/timeline-canvas/workbook", NULL, test_workbook },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, tests[i].risk, set_up, tests[i].test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
