/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts on screen: sharp, found by the pointer, walked by keyboard, and read aloud. */
#include "app-test.h"
#include "app-window.h"
#include "app-workbook.h"

#include "picture.h"
#include "tl-chart-part.h"
#include "tl-funnel-chart.h"
#include "tl-measure-chart.h"
#include "tl-places-chart.h"
#include "tl-places-funnel.h"
#include "tl-process-chart.h"

typedef struct
{
  TlWorkbook *workbook;
  TlAssessment *assessment;
  const TlMeasureJudgement *measure;
  GtkWidget *box;
  GtkWidget *before;
  GtkWidget *chart;
  GtkWidget *window;
} Fixture;

/* The sample's first risk: its readings by week, and a weak place. Between two buttons, since charts are come to. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GType type = GPOINTER_TO_SIZE (data);

  fixture->workbook = app_workbook_open_sample ();
  fixture->assessment = tl_assessment_ref (tl_workbook_get_assessment (fixture->workbook));
  fixture->measure = tl_assessment_get_risk (fixture->assessment, 0)->primary;
  g_assert_nonnull (fixture->measure);
  fixture->chart = g_object_new (type, "hexpand", TRUE, "vexpand", TRUE, "valign", GTK_ALIGN_FILL, NULL);
  if (TL_IS_MEASURE_CHART (fixture->chart))
    tl_measure_chart_set_measure (TL_MEASURE_CHART (fixture->chart), fixture->assessment, fixture->measure);
  else
    tl_comparison_chart_set_comparison (TL_COMPARISON_CHART (fixture->chart), fixture->assessment, fixture->measure,
                                        &fixture->measure->comparisons[0]);
  fixture->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  fixture->before = gtk_button_new_with_label ("Before");
  gtk_box_append (GTK_BOX (fixture->box), fixture->before);
  gtk_box_append (GTK_BOX (fixture->box), fixture->chart);
  gtk_box_append (GTK_BOX (fixture->box), gtk_button_new_with_label ("After"));
  fixture->window = app_test_show (fixture->box, 640, 360);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  app_test_close (fixture->window);
  tl_assessment_unref (fixture->assessment);
  app_workbook_close (fixture->workbook);
}

static GtkWidget *
get_part (Fixture *fixture,
          guint    index)
{
  for (GtkWidget *part = gtk_widget_get_first_child (fixture->chart); part != NULL; part = gtk_widget_get_next_sibling (part))
    if (TL_IS_CHART_PART (part) && tl_chart_part_get_index (TL_CHART_PART (part)) == index)
      return part;
  g_error ("There is no part %u", index);
}

static guint
count_parts (Fixture *fixture)
{
  guint n = 0;

  for (GtkWidget *part = gtk_widget_get_first_child (fixture->chart); part != NULL; part = gtk_widget_get_next_sibling (part))
    n += TL_IS_CHART_PART (part);
  return n;
}

/* ── Sharp ── */

static GskRenderNode *
snapshot_chart (Fixture *fixture)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (fixture->chart);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (fixture->chart), gtk_widget_get_height (fixture->chart));
  return gtk_snapshot_free_to_node (snapshot);
}

/* Three times as large, it is what the drawing is when it is made three times as large: nothing is kept in pixels. */
static void
test_sharp_at_any_scale (Fixture       *fixture,
                         gconstpointer  data)
{
  const int scale = 3, width = gtk_widget_get_width (fixture->chart), height = gtk_widget_get_height (fixture->chart);
  const TlInk *ink = tl_drawn_cell_get_ink (TL_DRAWN_CELL (fixture->chart));
  g_autoptr(GskRenderNode) node = snapshot_chart (fixture);
  TlProcessChartOptions options = { .size = TL_CHART_SIZE_SMALL, .as_at = tl_assessment_get_as_at (fixture->assessment) };
  g_autoptr(TlProcessChart) chart = tl_process_chart_new (ink, fixture->measure, &options, width, height);
  cairo_surface_t *shown = picture_new (ink, scale * width, scale * height);
  cairo_surface_t *drawn = picture_new (ink, scale * width, scale * height);
  cairo_t *cr = cairo_create (shown);

  cairo_scale (cr, scale, scale);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cr = cairo_create (drawn);
  cairo_scale (cr, scale, scale);
  tl_process_chart_draw (chart, ink, cr);
  cairo_destroy (cr);
  g_assert_cmpfloat (picture_find_drawn (drawn, ink).width, >, scale * width / 2.0);
  g_assert_cmpuint (picture_count_differences (shown, drawn), ==, 0);
  cairo_surface_destroy (shown);
  cairo_surface_destroy (drawn);
}

/* ── Read aloud ── */

static void
test_said_part_by_part (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *whole = tl_process_chart_describe (fixture->measure, tl_assessment_get_as_at (fixture->assessment));

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->chart), GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->chart), GTK_ACCESSIBLE_PROPERTY_LABEL, whole);
  g_assert_cmpuint (count_parts (fixture), ==, fixture->measure->series->n_points);
  for (guint i = 0; i < fixture->measure->series->n_points; i++)
    {
      g_autofree char *said = tl_process_chart_describe_point (fixture->measure, i, tl_assessment_get_as_at (fixture->assessment));
      GtkAccessible *part = GTK_ACCESSIBLE (get_part (fixture, i));

      gtk_test_accessible_assert_role (part, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
      gtk_test_accessible_assert_property (part, GTK_ACCESSIBLE_PROPERTY_LABEL, said);
      gtk_test_accessible_assert_relation (part, GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) i + 1);
    }
  app_test_assert_named (fixture->window);

  /* Nothing is left of what isn't shown any more. */
  tl_measure_chart_set_measure (TL_MEASURE_CHART (fixture->chart), NULL, NULL);
  g_assert_null (gtk_widget_get_first_child (fixture->chart));
  g_assert_false (gtk_widget_child_focus (fixture->chart, GTK_DIR_TAB_FORWARD));
}

/* ── Pointer ── */

static graphene_point_t
find_middle (Fixture *fixture,
             guint    index)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (get_part (fixture, index), fixture->window, &bounds));
  return GRAPHENE_POINT_INIT (bounds.origin.x + bounds.size.width / 2, bounds.origin.y + bounds.size.height / 2);
}

static gboolean
is_hovered (Fixture *fixture,
            guint    index)
{
  return (gtk_widget_get_state_flags (get_part (fixture, index)) & GTK_STATE_FLAG_PRELIGHT) != 0;
}

static gboolean
says_seventh (gpointer data)
{
  Fixture *fixture = data;
  const char *sentence = tl_chart_part_get_sentence (TL_CHART_PART (get_part (fixture, 6)));

  return app_test_says (fixture->window, sentence);
}

/* A little beside a point it is still the nearest, and the tooltip says it; far from all of them none is. */
static void
test_pointer_finds_the_nearest (Fixture       *fixture,
                                gconstpointer  data)
{
  graphene_point_t seventh = find_middle (fixture, 6);

  if (!app_window_point (fixture->window, seventh.x + 1, seventh.y - 1))
    {
      g_test_skip ("There is no pointer");
      return;
    }
  g_assert_true (is_hovered (fixture, 6));
  g_assert_false (is_hovered (fixture, 7));
  app_window_wait (says_seventh, fixture);
  g_assert_true (app_window_point (fixture->window, 4, seventh.y));
  g_assert_false (is_hovered (fixture, 6));
}

/* ── Keyboard ── */

static void
assert_at (Fixture *fixture,
           guint    index)
{
  guint at = G_MAXUINT;

  g_assert_true (tl_chart_get_current (TL_CHART (fixture->chart), &at));
  g_assert_cmpuint (at, ==, index);
  g_assert_true (gtk_widget_has_focus (get_part (fixture, index)));
}

/* One stop for Tab, which comes back to the same point; between points go arrows, Home and End. */
static void
test_walked_by_keyboard (Fixture       *fixture,
                         gconstpointer  data)
{
  gboolean rows = TL_IS_PLACES_CHART (fixture->chart);
  const char *back = rows ? "Up" : "Left", *on = rows ? "Down" : "Right";
  guint last = count_parts (fixture) - 1, first_stop = TL_IS_MEASURE_CHART (fixture->chart) ? last : 0, at;

  /* Places without a sample are listed last, and not drawn. */
  while (!gtk_widget_get_child_visible (get_part (fixture, last)))
    last--;
  gtk_widget_grab_focus (fixture->before);
  if (!app_window_press (fixture->window, "Tab", NULL))
    {
      g_test_skip ("There is no keyboard");
      return;
    }
  assert_at (fixture, MIN (first_stop, last));
  app_window_press (fixture->window, "Home", on, NULL);
  assert_at (fixture, 1);
  app_test_keep (fixture->window, rows ? "chart-rows-focused" : "chart-points-focused");
  app_window_press (fixture->window, "Tab", NULL);
  g_assert_false (tl_chart_get_current (TL_CHART (fixture->chart), &at));
  app_window_press (fixture->window, "shift+Tab", NULL);
  assert_at (fixture, 1);
  app_window_press (fixture->window, back, back, NULL);
  assert_at (fixture, 0);
  app_window_press (fixture->window, "End", on, NULL);
  assert_at (fixture, last);
}

/* In a language that runs from right to left, time still runs to the right. */
static void
test_time_runs_to_the_right (Fixture       *fixture,
                             gconstpointer  data)
{
  guint at;

  gtk_widget_set_direction (fixture->chart, GTK_TEXT_DIR_RTL);
  app_test_settle (fixture->window);
  g_assert_cmpfloat (find_middle (fixture, 0).x, <, find_middle (fixture, 1).x);
  gtk_widget_grab_focus (fixture->chart);
  if (!app_window_press (fixture->window, "Home", "Right", NULL))
    {
      g_test_skip ("There is no keyboard");
      return;
    }
  g_assert_true (tl_chart_get_current (TL_CHART (fixture->chart), &at));
  g_assert_cmpuint (at, ==, 1);
}

/* ── Look ── */

/* Parts are where the drawing has them, also when text is twice as large. */
static void
test_parts_follow_the_drawing (Fixture       *fixture,
                               gconstpointer  data)
{
  for (guint text = 1; text <= 2; text++)
    {
      g_autoptr(TlProcessChart) chart = NULL;
      TlProcessChartOptions options = { .size = TL_CHART_SIZE_SMALL, .as_at = tl_assessment_get_as_at (fixture->assessment) };
      const TlInk *ink;

      app_test_set_text (text);
      app_test_settle (fixture->window);
      ink = tl_drawn_cell_get_ink (TL_DRAWN_CELL (fixture->chart));
      chart = tl_process_chart_new (ink, fixture->measure, &options, gtk_widget_get_width (fixture->chart),
                                    gtk_widget_get_height (fixture->chart));
      for (guint i = 0; i < fixture->measure->series->n_points; i++)
        {
          graphene_rect_t bounds;
          double x, y;

          if (!tl_process_chart_get_point (chart, i, &x, &y))
            {
              g_assert_false (gtk_widget_get_child_visible (get_part (fixture, i)));
              continue;
            }
          g_assert_true (gtk_widget_compute_bounds (get_part (fixture, i), fixture->chart, &bounds));
          g_assert_cmpfloat_with_epsilon (bounds.origin.x + bounds.size.width / 2, x, 1);
          g_assert_cmpfloat_with_epsilon (bounds.origin.y + bounds.size.height / 2, y, 1);
        }
      app_test_keep (fixture->window, text == 1 ? "chart-measure" : "chart-measure-large");
    }
  app_test_set_text (1);
}

static void
assert_says_places (Fixture            *fixture,
                    const TlComparison *comparison)
{
  g_assert_cmpuint (count_parts (fixture), ==, comparison->n_places);
  for (guint i = 0; i < comparison->n_places; i++)
    {
      g_autofree char *said = tl_funnel_chart_describe_place (fixture->measure, comparison, &comparison->places[i]);
      GtkWidget *part = get_part (fixture, i);

      g_assert_true (g_str_has_prefix (said, comparison->places[i].place->name));
      g_assert_cmpstr (tl_chart_part_get_sentence (TL_CHART_PART (part)), ==, said);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_PROPERTY_LABEL, said);
      gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) comparison->n_places);
    }
}

/* Other places are said and found where they are drawn, be they as many as before or fewer; whoever was at one of them isn't
 * taken to another. */
static void
test_funnel_shows_other_places (Fixture       *fixture,
                                gconstpointer  data)
{
  TlComparison other = fixture->measure->comparisons[0];
  guint n = other.n_places, at;
  g_autofree TlPlaceJudgement *turned = g_memdup2 (other.places, n * sizeof *turned);
  g_autofree graphene_point_t *before = g_new0 (graphene_point_t, n);

  for (guint i = 0; i < n; i++)
    {
      turned[i] = fixture->measure->comparisons[0].places[n - 1 - i];
      if (gtk_widget_get_child_visible (get_part (fixture, i)))
        before[i] = find_middle (fixture, i);
    }
  other.places = turned;
  tl_comparison_chart_set_comparison (TL_COMPARISON_CHART (fixture->chart), fixture->assessment, fixture->measure, &other);
  app_test_settle (fixture->window);
  assert_says_places (fixture, &other);
  for (guint i = 0; i < n; i++)
    {
      gboolean drawn = before[n - 1 - i].x > 0;

      g_assert_cmpint (gtk_widget_get_child_visible (get_part (fixture, i)), ==, drawn);
      if (drawn)
        {
          graphene_point_t now = find_middle (fixture, i);

          g_assert_true (graphene_point_near (&before[n - 1 - i], &now, 0.1f));
        }
    }
  gtk_widget_grab_focus (fixture->chart);
  g_assert_true (tl_chart_get_current (TL_CHART (fixture->chart), &at));
  other.n_places = n - 2;
  tl_comparison_chart_set_comparison (TL_COMPARISON_CHART (fixture->chart), fixture->assessment, fixture->measure, &other);
  assert_says_places (fixture, &other);
  g_assert_false (tl_chart_get_current (TL_CHART (fixture->chart), &at));
  other.n_places = n - 3;
  tl_comparison_chart_set_comparison (TL_COMPARISON_CHART (fixture->chart), fixture->assessment, fixture->measure, &other);
  assert_says_places (fixture, &other);
}

static const char *
find_tooltip (GtkWidget  *root,
              const char *beginning)
{
  const char *found = NULL;

  if (GTK_IS_LABEL (root) && gtk_widget_get_mapped (root)
      && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (root)), beginning))
    return gtk_label_get_text (GTK_LABEL (root));
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_tooltip (child, beginning);
  return found;
}

static gboolean
has_tooltip (gpointer data)
{
  Fixture *fixture = data;
  g_autofree char *beginning = g_utf8_substring (tl_drawn_cell_get_sentence (TL_DRAWN_CELL (fixture->chart)), 0, 30);

  return find_tooltip (fixture->window, beginning) != NULL;
}

/* What is said of hundreds of places doesn't cover them when the pointer rests; a screen reader is told all of it. */
static void
test_tooltip_leaves_places_to_be_seen (Fixture       *fixture,
                                       gconstpointer  data)
{
  enum { MANY = 200 };
  TlComparison many = fixture->measure->comparisons[0];
  g_autofree TlPlaceJudgement *weak = g_new (TlPlaceJudgement, MANY);
  g_autofree char *said = NULL;
  g_autofree char *beginning = NULL;
  graphene_rect_t bounds;

  for (guint i = 0; i < MANY; i++)
    weak[i] = many.places[0];
  many.places = weak;
  many.n_places = MANY;
  tl_comparison_chart_set_comparison (TL_COMPARISON_CHART (fixture->chart), fixture->assessment, fixture->measure, &many);
  app_test_settle (fixture->window);
  said = tl_funnel_chart_describe (fixture->measure, &many);
  g_assert_cmpint (g_utf8_strlen (said, -1), >, 10000);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->chart), GTK_ACCESSIBLE_PROPERTY_LABEL, said);
  g_assert_true (gtk_widget_compute_bounds (fixture->chart, fixture->window, &bounds));
  if (!app_window_point (fixture->window, bounds.origin.x + bounds.size.width / 2, bounds.origin.y + bounds.size.height - 3))
    {
      g_test_skip ("There is no pointer");
      return;
    }
  app_window_wait (has_tooltip, fixture);
  beginning = g_utf8_substring (said, 0, 30);
  g_assert_cmpint (g_utf8_strlen (find_tooltip (fixture->window, beginning), -1), <, 1000);
}

static void
test_funnel_says_its_places (Fixture       *fixture,
                             gconstpointer  data)
{
  assert_says_places (fixture, &fixture->measure->comparisons[0]);
  app_test_keep (fixture->window, "chart-funnel");
  app_test_set_dark (TRUE);
  app_test_settle (fixture->window);
  app_test_keep (fixture->window, "chart-funnel-dark");
  app_test_set_dark (FALSE);
}

static void
add (const char *path,
     GType       type,
     void      (*test) (Fixture       *fixture,
                        gconstpointer  data))
{
  g_test_add_vtable (path, sizeof (Fixture), GSIZE_TO_POINTER (type), (GTestFixtureFunc) set_up, (GTestFixtureFunc) test,
                     (GTestFixtureFunc) tear_down);
}

static void
add_tests (void)
{
  add ("/charts/sharp", TL_TYPE_MEASURE_CHART, test_sharp_at_any_scale);
  add ("/charts/said", TL_TYPE_MEASURE_CHART, test_said_part_by_part);
  add ("/charts/pointer", TL_TYPE_MEASURE_CHART, test_pointer_finds_the_nearest);
  add ("/charts/keyboard/measure", TL_TYPE_MEASURE_CHART, test_walked_by_keyboard);
  add ("/charts/keyboard/places", TL_TYPE_PLACES_CHART, test_walked_by_keyboard);
  add ("/charts/keyboard/funnel", TL_TYPE_PLACES_FUNNEL, test_walked_by_keyboard);
  add ("/charts/right-to-left", TL_TYPE_MEASURE_CHART, test_time_runs_to_the_right);
  add ("/charts/parts", TL_TYPE_MEASURE_CHART, test_parts_follow_the_drawing);
  add ("/charts/funnel/other-places", TL_TYPE_PLACES_FUNNEL, test_funnel_shows_other_places);
  add ("/charts/funnel/tooltip", TL_TYPE_PLACES_FUNNEL, test_tooltip_leaves_places_to_be_seen);
  add ("/charts/funnel", TL_TYPE_PLACES_FUNNEL, test_funnel_says_its_places);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
