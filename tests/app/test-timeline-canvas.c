/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-timeline.h"

#include <math.h>

static const char *
get_sentence (AppTimeline *self)
{
  return self->canvas->sentence != NULL ? self->canvas->sentence : "";
}

/* ── Walking ── */

/* Marks off what a step has come to; a count stands for all that it counts. */
static void
visit (AppTimeline              *self,
       const TlTimelineSpot *spot,
       gboolean             *seen)
{
  guint lane;
  const TlTimelineGlyph *glyph = tl_timeline_layout_find_glyph (app_timeline_get_layout (self), spot->entry, &lane);

  seen[spot->entry] = TRUE;
  if (glyph != NULL && tl_timeline_can_open (app_timeline_get_layout (self), self->canvas->sight.span, glyph, lane))
    for (guint i = 0; i < glyph->n; i++)
      seen[tl_timeline_glyph_get_entry (glyph, g_ptr_array_index (self->canvas->plan->lanes, lane), i)] = TRUE;
}

static void
walk_everywhere (AppTimeline *self,
                 double   span)
{
  TlTimelinePlan *plan = self->canvas->plan;
  g_autofree gboolean *seen = g_new0 (gboolean, plan->n_entries);
  TlTimelineSpot spot = { 0 }, along;
  guint points = 0, values = 0;

  g_assert_true (tl_timeline_walk (app_timeline_get_layout (self), span, &spot, TL_TIMELINE_STEP_LATER));
  while (tl_timeline_walk (app_timeline_get_layout (self), span, &spot, TL_TIMELINE_STEP_ABOVE))
    ;
  do
    {
      along = spot;
      tl_timeline_walk (app_timeline_get_layout (self), span, &along, TL_TIMELINE_STEP_FIRST);
      do
        if (along.is_point)
          points++;
        else
          visit (self, &along, seen);
      while (tl_timeline_walk (app_timeline_get_layout (self), span, &along, TL_TIMELINE_STEP_LATER));
    }
  while (tl_timeline_walk (app_timeline_get_layout (self), span, &spot, TL_TIMELINE_STEP_BELOW));

  /* A silence that has no room is spoken of by the count that takes it. */
  for (guint i = 0; i < plan->n_entries; i++)
    {
      guint lane;

      g_assert_true (seen[i] || (plan->entries[i].kind == TL_TIMELINE_KIND_SILENCE
                                 && tl_timeline_layout_find_glyph (app_timeline_get_layout (self), i, &lane) == NULL));
    }
  for (guint i = 0; plan->measure != NULL && i < plan->measure->series->n_points; i++)
    values += isfinite (plan->measure->series->points[i].value);
  g_assert_cmpuint (points, ==, values);
}

/* However near one is, everything can be come to, the points of the chart too. */
static void
test_everything_is_reached (AppTimeline       *self,
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
test_keys_walk_along (AppTimeline       *self,
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
test_count_opens (AppTimeline       *self,
                  gconstpointer  data)
{
  TlTimelineSpot spot = { .is_set = TRUE };
  const TlTimelineGlyph *count = NULL;
  guint lane = 0, steps = 0;

  tl_timeline_canvas_set_span (self->canvas, 3653);
  for (guint i = 0; i < self->canvas->plan->n_entries && count == NULL; i++)
    {
      const TlTimelineGlyph *glyph = tl_timeline_layout_find_glyph (app_timeline_get_layout (self), i, &lane);

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
      app_timeline_wait (self);
      g_assert_cmpfloat (tl_timeline_canvas_get_span (self->canvas), <, span);
      tl_timeline_canvas_get_view (self->canvas, &from, &until);
      g_assert_cmpint (self->canvas->plan->entries[spot.entry].date, >=, from);
      g_assert_cmpint (self->canvas->plan->entries[spot.entry].date, <=, until);
      tl_timeline_canvas_set_spot (self->canvas, spot);
      g_assert_cmpuint (++steps, <, 12);
    }
}

/* ── What is kept ── */

/* However far one goes, no more is kept than what is seen and a little around it. */
static void
test_keeps_what_is_seen (AppTimeline       *self,
                         gconstpointer  data)
{
  GtkAdjustment *adjustment = self->canvas->hadjustment;
  const TlTimelineLayout *layout;
  guint most;

  tl_timeline_canvas_set_span (self->canvas, 30);
  app_test_settle (self->window);
  layout = app_timeline_get_layout (self);
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
test_charts (AppTimeline       *self,
             gconstpointer  data)
{
  TlTimelinePlan *plan = self->canvas->plan;
  const TlTimelineBand *band;
  TlTimelineSpot spot = { .is_set = TRUE, .is_point = TRUE };
  double x, y, first_x, first_y;

  g_assert_true (tl_timeline_plan_offers (plan, TL_TIMELINE_CHARTS_ALL));
  tl_timeline_canvas_set_charts (self->canvas, TL_TIMELINE_CHARTS_ALL);
  g_assert_cmpuint (app_timeline_get_layout (self)->bands->len, ==, plan->risk->n_measures);
  app_test_settle (self->window);
  app_test_keep (self->window, "timeline-charts-all");
  tl_timeline_canvas_set_charts (self->canvas, TL_TIMELINE_CHARTS_LOCATION);
  app_test_settle (self->window);
  app_test_keep (self->window, "timeline-charts-places");
  g_assert_cmpuint (app_timeline_get_layout (self)->bands->len, >, 2);
  /* On the same axis, one day stands beneath the same day; and one value is as high in each of the small charts. */
  band = g_ptr_array_index (app_timeline_get_layout (self)->bands, 1);
  spot.band = 1;
  spot.point = band->measure->series->n_points - 1;
  g_assert_true (tl_process_chart_get_point (band->chart, spot.point, &first_x, &first_y));
  for (guint i = 2; i < app_timeline_get_layout (self)->bands->len; i++)
    {
      const TlTimelineBand *other = g_ptr_array_index (app_timeline_get_layout (self)->bands, i);

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

typedef struct
{
  GtkWidget *window;
  const char *words;
} Explanation;

static gboolean
is_explained (gpointer data)
{
  const Explanation *explanation = data;

  return app_test_says (explanation->window, explanation->words);
}

/* Where in the window a point of the first chart is drawn. */
static graphene_point_t
find_point (AppTimeline *self,
            guint        point)
{
  const TlTimelineLayout *layout = app_timeline_get_layout (self);
  const TlTimelineBand *band = g_ptr_array_index (layout->bands, 0);
  graphene_point_t place;
  double x, y;

  g_assert_true (tl_process_chart_get_point (band->chart, point, &x, &y));
  place = GRAPHENE_POINT_INIT ((float) (x + layout->plot_left - tl_timeline_canvas_get_scroll_x (self->canvas)),
                               (float) (y + band->top + layout->axis_height - tl_timeline_canvas_get_scroll_y (self->canvas)));
  g_assert_true (gtk_widget_compute_point (GTK_WIDGET (self->canvas), self->window, &place, &place));
  return place;
}

/* A signal says in plain words why it is one: where the keyboard is, and to whoever points at it. */
static void
test_signal_is_explained (AppTimeline       *self,
                          gconstpointer  data)
{
  const TlSeries *series = self->canvas->plan->measure->series;
  TlTimelineSpot spot = { .is_set = TRUE, .is_point = TRUE };
  g_autofree char *words = NULL;
  graphene_point_t place;

  while (spot.point < series->n_points && series->points[spot.point].signal != TL_SIGNAL_SHIFT)
    spot.point++;
  g_assert_cmpuint (spot.point, <, series->n_points);
  tl_timeline_canvas_set_spot (self->canvas, spot);
  words = g_strdup (get_sentence (self));
  g_assert_nonnull (strstr (words, "seven"));
  g_assert_null (tl_timeline_canvas_get_selected (self->canvas));
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (self->canvas->part), GTK_ACCESSIBLE_PROPERTY_LABEL, words);

  tl_timeline_canvas_clear_spot (self->canvas);
  app_test_settle (self->window);
  g_assert_false (app_test_says (self->window, words));
  place = find_point (self, spot.point);
  if (app_window_point (self->window, place.x, place.y))
    app_window_wait (is_explained, &(Explanation) { self->window, words });
  else
    g_test_skip ("There is no pointer");
}

/* ── Pictures ── */

static void
keep_zooms (AppTimeline    *self,
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
      app_timeline_wait (self);
      app_test_keep (self->window, name);
    }
}

static void
test_pictures (AppTimeline       *self,
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
  g_assert_cmpfloat (app_timeline_get_layout (self)->names_left, ==, app_timeline_get_layout (self)->plot_width);
  g_assert_cmpfloat (app_timeline_get_day_at (self, 400), >, app_timeline_get_day_at (self, 100));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  tl_timeline_canvas_set_span (self->canvas, 3653);
  tl_timeline_canvas_show_today (self->canvas);
  app_test_settle (self->window);
  app_test_keep (self->window, "timeline-ten-years");
}

/* All of the workbook is counted where a risk's things stand one by one. */
static void
test_workbook (AppTimeline       *self,
               gconstpointer  data)
{
  guint counted = 0;
  GPtrArray *lanes = tl_timeline_layout_get_glyphs (app_timeline_get_layout (self), 0, app_timeline_get_layout (self)->length);

  app_test_keep (self->window, "timeline-workbook");
  for (guint i = 0; i < lanes->len; i++)
    for (guint j = 0; j < ((GArray *) g_ptr_array_index (lanes, i))->len; j++)
      counted += g_array_index ((GArray *) g_ptr_array_index (lanes, i), TlTimelineGlyph, j).n;
  g_assert_cmpuint (counted, ==, self->canvas->plan->n_entries);
  walk_everywhere (self, tl_timeline_canvas_get_span (self->canvas));
}

/* ── Squares ── */

static void
draw_ground (cairo_t     *cr,
             const TlBox *part,
             gpointer     data)
{
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_paint (cr);
}

/* Returns: how many pixels aren't black */
static guint
count_seams (GskRenderNode *node,
             int            width,
             int            height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  const guint32 *pixels;
  guint n = 0;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixels = (const guint32 *) (gpointer) cairo_image_surface_get_data (surface);
  for (int i = 0; i < width * height; i++)
    n += (pixels[i] & 0xffffff) != 0;
  cairo_surface_destroy (surface);
  return n;
}

/* The squares that are kept meet each other, wherever one looks, however the window is painted. */
static void
test_no_seams (void)
{
  for (guint i = 0; i < 4; i++)
    {
      TlTimelineTiles *tiles = tl_timeline_tiles_new (draw_ground, NULL);
      const TlBox seen = { 100 + 0.3 * i, 30 + 0.7 * i, 700, 400 };
      g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
      g_autoptr (GskRenderNode) node = NULL;

      tl_timeline_tiles_set_as_surfaces (tiles, i % 2 == 0);
      tl_timeline_tiles_snapshot (tiles, snapshot, &seen, 1);
      node = gtk_snapshot_to_node (snapshot);
      g_assert_cmpuint (count_seams (node, 700, 400), ==, 0);
      tl_timeline_tiles_free (tiles);
    }
}

static void
add_tests (void)
{
  const AppTimelineTest tests[] = {
    { "/timeline-canvas/reached", "R1", test_everything_is_reached },
    { "/timeline-canvas/keys", "R1", test_keys_walk_along },
    { "/timeline-canvas/count-opens", "R1", test_count_opens },
    { "/timeline-canvas/kept", "R1", test_keeps_what_is_seen },
    { "/timeline-canvas/charts", "R1", test_charts },
    { "/timeline-canvas/signal", "R1", test_signal_is_explained },
    { "/timeline-canvas/pictures", "R1", test_pictures },
    { "/timeline-canvas/workbook", NULL, test_workbook },
  };

  app_timeline_add_tests (tests, G_N_ELEMENTS (tests));
  g_test_add_func ("/timeline-canvas/no-seams", test_no_seams);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
