/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-test.h"
#include "app-workbook.h"

#include "tl-interval-cell.h"
#include "tl-matrix-words.h"
#include "tl-place-pane.h"
#include "tl-place-row.h"
#include "tl-chart-part.h"
#include "tl-places-funnel.h"
#include "tl-places-gap.h"
#include "tl-places-matrix.h"
#include "tl-places-view.h"

typedef struct
{
  TlWorkbook *workbook;
  TlPlacesView *view;
  GtkColumnView *table;
  AdwToggleGroup *dimensions;
  GtkDropDown *chooser;
  GtkWidget *window;
} Fixture;

/* What one test chose isn't what the next begins with. */
static void
forget_choices (void)
{
  static const char * const keys[] = {
    "places-measures", "places-dimension", "places-period", "places-way", "places-order", "places-descending",
  };
  g_autoptr(GSettings) settings = g_settings_new (APPLICATION_ID);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (settings, keys[i]);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const char *ref = data;

  forget_choices ();
  fixture->workbook = *ref != '\0' ? app_workbook_open_sample () : app_workbook_open_empty ();
  fixture->view = g_object_new (TL_TYPE_PLACES_VIEW, "workbook", fixture->workbook, NULL);
  if (*ref != '\0')
    tl_view_set_risk (TL_VIEW (fixture->view), app_workbook_find_risk (fixture->workbook, ref));
  fixture->table = app_test_find (GTK_WIDGET (fixture->view), GTK_TYPE_COLUMN_VIEW);
  fixture->dimensions = app_test_find (GTK_WIDGET (fixture->view), ADW_TYPE_TOGGLE_GROUP);
  fixture->chooser = app_test_find (GTK_WIDGET (fixture->view), GTK_TYPE_DROP_DOWN);
  fixture->window = app_test_show (GTK_WIDGET (fixture->view), 1194, 721);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  app_test_close (fixture->window);
  app_workbook_close (fixture->workbook);
}

static GListModel *
get_rows (Fixture *fixture)
{
  return G_LIST_MODEL (gtk_column_view_get_model (fixture->table));
}

/* The row belongs to the view. */
static TlPlaceRow *
get_row (Fixture *fixture,
         guint    position)
{
  g_autoptr(TlPlaceRow) row = g_list_model_get_item (get_rows (fixture), position);

  g_assert_nonnull (row);
  return row;
}

/* Each measure and dimension there is: all together first, then each place as it was judged. */
static void
test_rows_match_the_assessment (Fixture       *fixture,
                                gconstpointer  data)
{
  guint n_measures = g_list_model_get_n_items (gtk_drop_down_get_model (fixture->chooser));
  guint n_compared = 0;

  g_assert_cmpuint (n_measures, >, 5);
  for (guint i = 0; i < n_measures; i++)
    {
      guint n_dimensions;

      gtk_drop_down_set_selected (fixture->chooser, i);
      n_dimensions = tl_place_row_get_measure (get_row (fixture, 0))->n_comparisons;
      for (guint j = 0; j < n_dimensions; j++)
        {
          const TlComparison *judged = &tl_place_row_get_measure (get_row (fixture, 0))->comparisons[j];
          const TlComparison *comparison;

          adw_toggle_group_set_active_name (fixture->dimensions, tl_word_get (TL_TYPE_PLACE_KIND, (int) judged->dimension));
          comparison = tl_place_row_get_comparison (get_row (fixture, 0));
          g_assert_cmpuint (comparison->n_places, ==, judged->n_places);
          for (guint k = 0; k < comparison->n_places; k++)
            {
              g_assert_true (comparison->places[k].place == judged->places[k].place);
              g_assert_cmpint (comparison->places[k].state, ==, judged->places[k].state);
            }
          g_assert_null (tl_place_row_get_place (get_row (fixture, 0)));
          g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), ==, comparison->n_places + 1);
          for (guint k = 0; k < comparison->n_places; k++)
            g_assert_true (tl_place_row_get_place (get_row (fixture, k + 1)) == &comparison->places[k]);
          n_compared++;
        }
      app_test_settle (fixture->window);
    }
  g_assert_cmpuint (n_compared, >, n_measures);
}

static char *
get_text (TlPlaceRow *row,
          const char *property)
{
  char *text = NULL;

  g_object_get (row, property, &text, NULL);
  return text;
}

/* The average of the sample's first risk looks met, and hides a house. */
static void
test_hidden_place_is_said (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autofree char *hides = get_text (get_row (fixture, 0), "hides");
  g_autofree char *name = get_text (get_row (fixture, 1), "name");
  g_autofree char *state = get_text (get_row (fixture, 1), "state");
  g_autofree char *support = get_text (get_row (fixture, 1), "support");

  g_assert_cmpstr (hides, ==, "hides 1 weak place");
  g_assert_cmpstr (name, ==, "Damson Row");
  g_assert_cmpstr (state, ==, "weak");
  g_assert_cmpstr (support, ==, "no support");
}

static gboolean
shows_text (GtkWidget  *root,
            const char *text)
{
  if (GTK_IS_LABEL (root) && gtk_widget_get_mapped (root) && g_str_equal (gtk_label_get_text (GTK_LABEL (root)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (shows_text (child, text))
      return TRUE;
  return FALSE;
}

static void
test_pane_follows_the_selection (Fixture       *fixture,
                                 gconstpointer  data)
{
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_column_view_get_model (fixture->table));
  GtkWidget *pane = app_test_find (GTK_WIDGET (fixture->view), TL_TYPE_PLACE_PANE);

  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 1);
  g_assert_true (shows_text (pane, "Damson Row"));
  g_assert_true (shows_text (pane, "Why it lags"));
  for (guint i = 0; i < g_list_model_get_n_items (get_rows (fixture)); i++)
    {
      g_autofree char *name = get_text (get_row (fixture, i), "name");

      gtk_single_selection_set_selected (selection, i);
      app_test_settle (fixture->window);
      g_assert_true (shows_text (pane, name));
      g_assert_cmpint (shows_text (pane, "Why it lags"), ==, i > 0);
    }
}

/* Cells and their scale stand above each other. */
static void
find_cells (GtkWidget *root,
            GPtrArray *cells)
{
  if (TL_IS_INTERVAL_CELL (root) && gtk_widget_get_mapped (root))
    g_ptr_array_add (cells, root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    find_cells (child, cells);
}

static void
test_intervals_share_a_scale (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr(GPtrArray) cells = g_ptr_array_new ();
  graphene_rect_t first;

  find_cells (GTK_WIDGET (fixture->view), cells);
  /* A row each, the values above and the names beneath. */
  g_assert_cmpuint (cells->len, ==, g_list_model_get_n_items (get_rows (fixture)) + 2);
  g_assert_true (gtk_widget_compute_bounds (g_ptr_array_index (cells, 0), GTK_WIDGET (fixture->view), &first));
  g_assert_cmpfloat (first.size.width, >, 100);
  for (guint i = 1; i < cells->len; i++)
    {
      graphene_rect_t bounds;

      g_assert_true (gtk_widget_compute_bounds (g_ptr_array_index (cells, i), GTK_WIDGET (fixture->view), &bounds));
      g_assert_cmpfloat_with_epsilon (bounds.origin.x, first.origin.x, 1);
      g_assert_cmpfloat_with_epsilon (bounds.size.width, first.size.width, 1);
    }
}

static void
test_choosing_a_measure_takes_its_risk_in_hand (Fixture       *fixture,
                                                gconstpointer  data)
{
  guint n = g_list_model_get_n_items (gtk_drop_down_get_model (fixture->chooser));
  TlRisk *before = tl_view_get_risk (TL_VIEW (fixture->view));

  gtk_drop_down_set_selected (fixture->chooser, n - 1);
  g_assert_true (tl_view_get_risk (TL_VIEW (fixture->view)) != before);
  tl_view_set_risk (TL_VIEW (fixture->view), before);
  g_assert_true (tl_id_equal (&tl_place_row_get_measure (get_row (fixture, 0))->facts->risk->base.id,
                              tl_record_get_id (TL_RECORD (before))));
}

static AdwToggleGroup *
find_way (GtkWidget *root)
{
  return ADW_TOGGLE_GROUP (gtk_widget_get_template_child (app_test_find (root, TL_TYPE_PLACES_VIEW), TL_TYPE_PLACES_VIEW,
                                                          "way"));
}

/* Another way to look at the same places: a place that is come to in the funnel is the one that the pane speaks of. */
static void
test_funnel (Fixture       *fixture,
             gconstpointer  data)
{
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_column_view_get_model (fixture->table));
  const TlComparison *comparison = tl_place_row_get_comparison (get_row (fixture, 0));
  GtkWidget *funnel;

  adw_toggle_group_set_active_name (find_way (GTK_WIDGET (fixture->view)), "funnel");
  app_test_settle (fixture->window);
  funnel = app_test_find (GTK_WIDGET (fixture->view), TL_TYPE_PLACES_FUNNEL);
  g_assert_true (gtk_widget_get_mapped (funnel));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->table)));
  for (GtkWidget *part = gtk_widget_get_first_child (funnel); part != NULL; part = gtk_widget_get_next_sibling (part))
    {
      guint index = tl_chart_part_get_index (TL_CHART_PART (part));

      g_signal_emit_by_name (funnel, "chosen", index);
      g_assert_true (tl_place_row_get_place (gtk_single_selection_get_selected_item (selection)) == &comparison->places[index]);
    }
  gtk_widget_grab_focus (funnel);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 1);
  app_test_settle (fixture->window);
  app_test_assert_named (GTK_WIDGET (fixture->view));
  app_test_keep (fixture->window, "places-funnel");
  fixture->window = app_test_make_narrow (fixture->window, GTK_WIDGET (fixture->view));
  app_test_keep (fixture->window, "places-funnel-narrow");
}

/* Whether each row of the table says what it is the row of now. */
static guint
assert_rows_say (GtkWidget *root)
{
  TlPlaceRow *row = TL_IS_INTERVAL_CELL (root) ? tl_place_drawing_get_row (TL_PLACE_DRAWING (root)) : NULL;
  guint n = row != NULL;

  if (row != NULL)
    {
      g_autofree char *said = tl_place_row_describe (row);

      g_assert_cmpstr (tl_drawn_cell_get_sentence (TL_DRAWN_CELL (root)), ==, said);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += assert_rows_say (child);
  return n;
}

/* The mark beside the name of the place that is chosen. */
static void
assert_mark_is_of_the_chosen (Fixture *fixture)
{
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_column_view_get_model (fixture->table));
  GObject *mark = gtk_widget_get_template_child (app_test_find (GTK_WIDGET (fixture->view), TL_TYPE_PLACE_PANE),
                                                 TL_TYPE_PLACE_PANE, "mark");
  TlPlaceRow *row = tl_place_drawing_get_row (TL_PLACE_DRAWING (mark));
  g_autofree char *state = get_text (row, "state");

  g_assert_true (row == gtk_single_selection_get_selected_item (selection));
  g_assert_cmpstr (tl_drawn_cell_get_sentence (TL_DRAWN_CELL (mark)), ==, state);
}

/* A measure that is chosen while the funnel is in sight is that of its points and of what is said beneath it, and that of
 * the table when one comes back to it, be that at once. */
static void
test_measure_chosen_in_the_funnel (Fixture       *fixture,
                                   gconstpointer  data)
{
  AdwToggleGroup *way = find_way (GTK_WIDGET (fixture->view));
  guint n = g_list_model_get_n_items (gtk_drop_down_get_model (fixture->chooser));

  g_assert_cmpuint (n, >, 2);
  for (guint i = 0; i < n; i++)
    {
      guint other = (gtk_drop_down_get_selected (fixture->chooser) + 1) % n;
      const TlComparison *comparison;

      adw_toggle_group_set_active_name (way, "funnel");
      app_test_settle (fixture->window);
      gtk_drop_down_set_selected (fixture->chooser, other);
      comparison = tl_comparison_chart_get_comparison (app_test_find (GTK_WIDGET (fixture->view), TL_TYPE_PLACES_FUNNEL));
      g_assert_true (comparison == tl_place_row_get_comparison (get_row (fixture, 0)));
      assert_mark_is_of_the_chosen (fixture);
      if (i % 2 == 0)
        app_test_settle (fixture->window);
      else
        adw_toggle_group_set_active_name (way, "intervals");
      g_assert_cmpuint (assert_rows_say (GTK_WIDGET (fixture->table)), ==, g_list_model_get_n_items (get_rows (fixture)));
    }
}

static void
assert_order (Fixture            *fixture,
              const char * const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *name = get_text (get_row (fixture, i), "name");

      g_assert_cmpstr (name, ==, names[i]);
    }
}

/* All together stay first however the places are put in order, and the place that is chosen stays so. */
static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  static const char * const by_state[] = { "All places", "Damson Row", "Weir Cottage", "Osier Lodge", "Tansy House", NULL };
  static const char * const by_name[] = { "All places", "Damson Row", "Kestrel Yard", "Osier Lodge", "Plover Court", NULL };
  static const char * const by_value[] = { "All places", "Kestrel Yard", "Plover Court", "Tansy House", NULL };
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_column_view_get_model (fixture->table));
  GListModel *columns = gtk_column_view_get_columns (fixture->table);
  g_autoptr(GtkColumnViewColumn) first = g_list_model_get_item (columns, 0);
  g_autoptr(GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autofree char *kept = NULL;

  assert_order (fixture, by_state);
  gtk_single_selection_set_selected (selection, 3);
  gtk_widget_activate_action (GTK_WIDGET (fixture->table), "places.order", "s", "value");
  gtk_widget_activate_action (GTK_WIDGET (fixture->table), "places.descending", NULL);
  assert_order (fixture, by_value);
  /* As a press on the head does. */
  gtk_column_view_sort_by_column (fixture->table, first, GTK_SORT_ASCENDING);
  assert_order (fixture, by_name);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 3);
  assert_mark_is_of_the_chosen (fixture);
  kept = g_settings_get_string (settings, "places-order");
  g_assert_cmpstr (kept, ==, "name");
}

/* Whether the gap closes is said, and each point of it can be come to. */
static void
test_gap (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *said = NULL;
  GtkWidget *gap;
  guint n = 0;

  adw_toggle_group_set_active_name (find_way (GTK_WIDGET (fixture->view)), "gap");
  app_test_settle (fixture->window);
  gap = app_test_find (GTK_WIDGET (fixture->view), TL_TYPE_PLACES_GAP);
  for (GtkWidget *part = gtk_widget_get_first_child (gap); part != NULL; part = gtk_widget_get_next_sibling (part))
    {
      g_assert_cmpstr (tl_chart_part_get_sentence (TL_CHART_PART (part)), !=, "");
      n++;
    }
  g_assert_cmpuint (n, >, 6);
  said = tl_places_gap_say (TL_PLACES_GAP (gap));
  g_assert_nonnull (strstr (said, "Damson Row"));
  g_assert_true (shows_text (GTK_WIDGET (fixture->view), said));
  app_test_keep (fixture->window, "places-gap");
  fixture->window = app_test_make_narrow (fixture->window, GTK_WIDGET (fixture->view));
  app_test_keep (fixture->window, "places-gap-narrow");
}

/* Places by measures: arrows go from cell to cell, each is named, and Enter shows the place among the others by the measure. */
static void
test_matrix (Fixture       *fixture,
             gconstpointer  data)
{
  TlPlacesMatrix *matrix = NULL;
  TlPlaceMatrix *shown = NULL;
  guint row, column;

  adw_toggle_group_set_active_name (find_way (GTK_WIDGET (fixture->view)), "matrix");
  app_test_settle (fixture->window);
  matrix = app_test_find (GTK_WIDGET (fixture->view), TL_TYPE_PLACES_MATRIX);
  shown = tl_places_matrix_get_matrix (matrix);
  g_assert_nonnull (shown);
  g_assert_cmpuint (shown->n_rows, >, 3);
  app_test_keep (fixture->window, "places-matrix");
  gtk_widget_grab_focus (GTK_WIDGET (matrix));
  for (guint i = 0; i <= shown->n_rows; i++)
    for (guint j = 0; j < tl_matrix_count_columns (shown); j++)
      {
        g_autofree char *sentence = tl_matrix_describe_cell (shown, i, j);
        GtkWidget *focused;

        tl_places_matrix_go_to (matrix, i, j);
        focused = gtk_widget_get_focus_child (GTK_WIDGET (matrix));
        gtk_test_accessible_assert_role (focused, GTK_ACCESSIBLE_ROLE_GRID_CELL);
        gtk_test_accessible_assert_property (focused, GTK_ACCESSIBLE_PROPERTY_LABEL, sentence);
        g_assert_true (shows_text (GTK_WIDGET (fixture->view), sentence));
      }
  tl_places_matrix_get_active (matrix, &row, &column);
  g_assert_cmpuint (row, ==, shown->n_rows);
  app_test_settle (fixture->window);
  app_test_assert_named (GTK_WIDGET (fixture->view));

  tl_places_matrix_go_to (matrix, 2, TL_MATRIX_N_TALLIES + 1);
  {
    const TlMeasureFacts *measure = shown->columns[1].measure->facts;
    const TlPlaceFacts *place = shown->rows[1].place;
    GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_column_view_get_model (fixture->table));

    g_signal_emit_by_name (matrix, "opened");
    app_test_settle (fixture->window);
    g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->table)));
    g_assert_true (tl_place_row_get_measure (get_row (fixture, 0))->facts == measure);
    g_assert_true (tl_place_row_get_place (gtk_single_selection_get_selected_item (selection))->place == place);
  }
  adw_toggle_group_set_active_name (find_way (GTK_WIDGET (fixture->view)), "matrix");
  fixture->window = app_test_make_narrow (fixture->window, GTK_WIDGET (fixture->view));
  app_test_keep (fixture->window, "places-matrix-narrow");
}

static void
test_is_named (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(GPtrArray) cells = g_ptr_array_new ();
  g_autofree char *sentence = tl_place_row_describe (get_row (fixture, 0));

  find_cells (GTK_WIDGET (fixture->table), cells);
  gtk_test_accessible_assert_role (g_ptr_array_index (cells, 0), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (g_ptr_array_index (cells, 0), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence);
  app_test_assert_named (GTK_WIDGET (fixture->view));
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  GtkStack *stack = app_test_find (GTK_WIDGET (fixture->view), GTK_TYPE_STACK);

  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "empty");
  tl_view_set_workbook (TL_VIEW (fixture->view), NULL);
  app_test_settle (fixture->window);
}

static void
test_other_shapes (Fixture       *fixture,
                   gconstpointer  data)
{
  app_test_keep (fixture->window, "places-light");
  app_test_set_dark (TRUE);
  app_test_settle (fixture->window);
  app_test_keep (fixture->window, "places-dark");
  app_test_set_dark (FALSE);
  app_test_set_text (2);
  app_test_settle (fixture->window);
  app_test_keep (fixture->window, "places-large");
  app_test_set_text (1);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  app_test_settle (fixture->window);
  app_test_keep (fixture->window, "places-rtl");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  fixture->window = app_test_make_narrow (fixture->window, GTK_WIDGET (fixture->view));
  app_test_keep (fixture->window, "places-narrow");
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
    { "/places/rows", "R1", test_rows_match_the_assessment },
    { "/places/hidden", "R1", test_hidden_place_is_said },
    { "/places/pane", "R1", test_pane_follows_the_selection },
    { "/places/scale", "R1", test_intervals_share_a_scale },
    { "/places/risk-in-hand", "R1", test_choosing_a_measure_takes_its_risk_in_hand },
    { "/places/funnel", "R1", test_funnel },
    { "/places/funnel/measure", "R1", test_measure_chosen_in_the_funnel },
    { "/places/order", "R1", test_order },
    { "/places/gap", "R1", test_gap },
    { "/places/matrix", "R1", test_matrix },
    { "/places/named", "R1", test_is_named },
    { "/places/empty", "", test_empty },
    { "/places/other-shapes", "R1", test_other_shapes },
    { "/places/narrow", "R1", test_narrow },
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
