/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-test.h"
#include "app-window.h"
#include "app-workbook.h"

#include "tl-owner-dialog.h"
#include "tl-owner-filter-bar.h"
#include "tl-owner-map-canvas.h"
#include "tl-owner-node.h"
#include "tl-owners-view.h"

#define N_MANY 600

typedef struct
{
  TlWorkbook *workbook;
  TlOwnersView *view;
  TlOwnerMapCanvas *canvas;
  GtkWidget *window;
} Fixture;

static gboolean
has_map (gpointer data)
{
  return tl_owner_map_canvas_get_map (data) != NULL;
}

static void
applied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_assert_true (tl_workbook_apply_finish (TL_WORKBOOK (source), result, NULL));
  *(gboolean *) user_data = TRUE;
}

static void
add_many_risks (TlWorkbook *workbook)
{
  g_autoptr (TlChange) change = tl_change_new ("risk.add");
  gboolean done = FALSE;

  for (guint i = 1; i <= N_MANY; i++)
    {
      TlId id = tl_id_source_make_id (tl_workbook_get_ids (workbook));
      g_autofree char *ref = g_strdup_printf ("R%u", i), *title = g_strdup_printf ("Concern number %u", i);

      tl_change_add_row (change, "risk", &id);
      tl_change_set_text (change, "risk", &id, "ref", ref);
      tl_change_set_text (change, "risk", &id, "title", title);
      tl_change_set_day (change, "risk", &id, "opened", tl_workbook_get_today (workbook));
    }
  tl_workbook_apply_async (workbook, change, NULL, applied_cb, &done);
  while (!done || tl_workbook_get_busy (workbook))
    g_main_context_iteration (NULL, TRUE);
}

/* One risk with a title and an owner of two hundred letters. */
static void
add_long_words (TlWorkbook *workbook)
{
  g_autoptr (TlChange) change = tl_change_new ("risk.add");
  g_autofree char *title = g_strnfill (190, 'm'), *name = g_strnfill (190, 'W');
  TlIdSource *ids = tl_workbook_get_ids (workbook);
  TlId risk = tl_id_source_make_id (ids), person = tl_id_source_make_id (ids), part = tl_id_source_make_id (ids);
  gboolean done = FALSE;

  tl_change_add_row (change, "risk", &risk);
  tl_change_set_text (change, "risk", &risk, "ref", "R1");
  tl_change_set_text (change, "risk", &risk, "title", title);
  tl_change_set_day (change, "risk", &risk, "opened", tl_workbook_get_today (workbook));
  tl_change_add_row (change, "person", &person);
  tl_change_set_text (change, "person", &person, "ref", "P1");
  tl_change_set_text (change, "person", &person, "name", name);
  tl_change_set_text (change, "person", &person, "role", name);
  tl_change_add_row (change, "ownership", &part);
  tl_change_set_id (change, "ownership", &part, "risk", &risk);
  tl_change_set_id (change, "ownership", &part, "person", &person);
  tl_change_set_text (change, "ownership", &part, "part", "accountable");
  tl_change_set_day (change, "ownership", &part, "from_date", tl_workbook_get_today (workbook));
  tl_workbook_apply_async (workbook, change, NULL, applied_cb, &done);
  while (!done || tl_workbook_get_busy (workbook))
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const char *what = data;

  gtk_widget_set_default_direction (g_str_equal (what, "mirrored") ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  fixture->workbook = g_str_equal (what, "sample") ? app_workbook_open_sample () : app_workbook_open_empty ();
  if (g_str_equal (what, "many"))
    add_many_risks (fixture->workbook);
  if (g_str_equal (what, "long") || g_str_equal (what, "mirrored"))
    add_long_words (fixture->workbook);
  fixture->view = g_object_new (TL_TYPE_OWNERS_VIEW, "workbook", fixture->workbook, NULL);
  fixture->canvas = app_test_find (GTK_WIDGET (fixture->view), TL_TYPE_OWNER_MAP_CANVAS);
  fixture->window = app_test_show (GTK_WIDGET (fixture->view), 1194, 721);
  app_window_wait (has_map, fixture->canvas);
  app_test_settle (fixture->window);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  app_test_close (fixture->window);
  app_workbook_close (fixture->workbook);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static guint
find (Fixture     *fixture,
      TlMapColumn  column,
      const char  *title)
{
  const TlOwnerMap *map = tl_owner_map_canvas_get_map (fixture->canvas);

  for (guint row = 0; row < tl_owner_map_count (map, column); row++)
    {
      guint number = tl_owner_map_get_at (map, column, row);

      if (g_str_equal (tl_owner_map_get_node (map, number)->title, title))
        return number;
    }
  g_assert_not_reached ();
}

static const TlMapNode *
get_chosen (Fixture *fixture)
{
  guint chosen = tl_owner_map_canvas_get_chosen (fixture->canvas);

  g_assert_cmpuint (chosen, !=, TL_NO_NODE);
  return tl_owner_map_get_node (tl_owner_map_canvas_get_map (fixture->canvas), chosen);
}

static void
press (Fixture    *fixture,
       const char *key)
{
  guint before = tl_owner_map_canvas_get_chosen (fixture->canvas);

  g_assert_true (app_window_press (fixture->window, key, NULL));
  while (tl_owner_map_canvas_get_chosen (fixture->canvas) == before)
    g_main_context_iteration (NULL, TRUE);
}

/* By the arrow keys alone from each risk to its owner, on to whoever supports it, to the evidence, and back: always along
 * that risk's own paths, and by the way that was come. */
static void
test_walk_by_keyboard (Fixture       *fixture,
                       gconstpointer  data)
{
  const TlOwnerMap *map = tl_owner_map_canvas_get_map (fixture->canvas);

  for (guint row = 0; row < 4; row++)
    {
      guint risk = tl_owner_map_get_at (map, TL_MAP_COLUMN_RISK, row);
      g_autoptr (TlMapTrace) trace = tl_owner_map_trace (map, risk);
      guint came[TL_N_MAP_COLUMNS] = { risk }, n = 1;

      gtk_widget_grab_focus (tl_owner_map_canvas_reveal (fixture->canvas, risk));
      tl_owner_map_canvas_set_chosen (fixture->canvas, risk);
      app_test_settle (fixture->window);
      while (n < TL_N_MAP_COLUMNS)
        {
          g_autoptr (GArray) next = tl_owner_map_list_next (map, came, n);

          if (next->len == 0)
            break;
          press (fixture, "Right");
          came[n++] = tl_owner_map_canvas_get_chosen (fixture->canvas);
          g_assert_true (tl_map_trace_has_node (trace, came[n - 1]));
          g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window))
                         == tl_owner_map_canvas_find_widget (fixture->canvas, came[n - 1]));
        }
      g_assert_cmpuint (n, >, 2);
      for (; n > 1; n--)
        {
          press (fixture, "Left");
          g_assert_cmpuint (tl_owner_map_canvas_get_chosen (fixture->canvas), ==, came[n - 2]);
        }
    }
  /* One press of Tab leaves the map, rather than going through a hundred nodes. */
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (fixture->canvas), GTK_DIR_TAB_FORWARD));
}

/* What the paths lead to is told to whoever can't see the lines. */
static void
test_nodes_say_whom_they_lead_to (Fixture       *fixture,
                                  gconstpointer  data)
{
  guint risk = find (fixture, TL_MAP_COLUMN_RISK, "Medicines record gaps");
  GtkWidget *node = tl_owner_map_canvas_find_widget (fixture->canvas, risk);

  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (node), GTK_ACCESSIBLE_RELATION_FLOW_TO));
  g_assert_nonnull (g_strrstr (gtk_widget_get_tooltip_text (node), "Answers for it: Tomasz Wrona."));
  /* And what the marks in it say, which aren't read. */
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (node), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Rating 20, high. Findings: 1 to act on, 5 to watch.");
  app_test_assert_named (GTK_WIDGET (fixture->view));
}

static void
test_typing_finds_a_node (Fixture       *fixture,
                          gconstpointer  data)
{
  gtk_widget_grab_focus (tl_owner_map_canvas_reveal (fixture->canvas, find (fixture, TL_MAP_COLUMN_RISK, "Medicines record gaps")));
  if (!app_window_press (fixture->window, "M", "e", "r", "i", NULL))
    {
      g_test_skip ("Keys can't be pressed here");
      return;
    }
  g_assert_cmpstr (get_chosen (fixture)->title, ==, "Meriel Achebe");
}

static gboolean
has_few (gpointer data)
{
  const TlOwnerMap *map = tl_owner_map_canvas_get_map (data);

  return map != NULL && tl_owner_map_count (map, TL_MAP_COLUMN_RISK) < 14;
}

static gboolean
has_none (gpointer data)
{
  const TlOwnerMap *map = tl_owner_map_canvas_get_map (data);

  return map != NULL && tl_owner_map_get_n_nodes (map) == 0;
}

static GtkDropDown *
get_chooser (Fixture    *fixture,
             const char *id)
{
  TlOwnerFilterBar *bar = app_test_find (GTK_WIDGET (fixture->view), TL_TYPE_OWNER_FILTER_BAR);

  return GTK_DROP_DOWN (gtk_widget_get_template_child (GTK_WIDGET (bar), TL_TYPE_OWNER_FILTER_BAR, id));
}

static void
choose_person (Fixture    *fixture,
               const char *name)
{
  GtkDropDown *chooser = get_chooser (fixture, "person_chooser");
  guint position = gtk_string_list_find (GTK_STRING_LIST (gtk_drop_down_get_model (chooser)), name);

  g_assert_cmpuint (position, !=, G_MAXUINT);
  gtk_drop_down_set_selected (chooser, position);
}

/* One person's risks alone; and where nothing is left, the way back. */
static void
test_filters (Fixture       *fixture,
              gconstpointer  data)
{
  const TlOwnerMap *map;

  choose_person (fixture, "Tomasz Wrona");
  app_window_wait (has_few, fixture->canvas);
  map = tl_owner_map_canvas_get_map (fixture->canvas);
  g_assert_cmpuint (tl_owner_map_count (map, TL_MAP_COLUMN_RISK), >, 0);
  find (fixture, TL_MAP_COLUMN_RISK, "Medicines record gaps");

  gtk_drop_down_set_selected (get_chooser (fixture, "owned_chooser"), TL_OWNED_STATE_MISSING);
  app_window_wait (has_none, fixture->canvas);
  g_assert_true (app_test_says (GTK_WIDGET (fixture->view), "No open risk is as you have chosen above."));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "owners.show-all", NULL);
  while (tl_owner_map_count (tl_owner_map_canvas_get_map (fixture->canvas), TL_MAP_COLUMN_RISK) < 14)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (tl_owner_filter_bar_is_set (app_test_find (GTK_WIDGET (fixture->view), TL_TYPE_OWNER_FILTER_BAR)));
}

/* What had the keyboard may be given it back when the map, and what it stood for, is another: GTK asks nobody first. */
static void
test_a_node_that_was (Fixture       *fixture,
                      gconstpointer  data)
{
  const TlOwnerMap *map = tl_owner_map_canvas_get_map (fixture->canvas);
  GtkWidget *node = tl_owner_map_canvas_find_widget (fixture->canvas, tl_owner_map_get_n_nodes (map) - 1);

  gtk_widget_grab_focus (node);
  choose_person (fixture, "Tomasz Wrona");
  app_window_wait (has_few, fixture->canvas);
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  g_assert_false (gtk_widget_get_visible (node));
  gtk_window_set_focus (GTK_WINDOW (fixture->window), node);
  app_test_settle (fixture->window);
  g_assert_true (gtk_widget_get_mapped (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
}

static guint
count_nodes (Fixture *fixture)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->canvas)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += TL_IS_OWNER_NODE (child);
  return n;
}

/* However many risks there are, there are no more buttons than are seen, and each can be come to. */
static void
test_many_risks (Fixture       *fixture,
                 gconstpointer  data)
{
  const TlOwnerMap *map = tl_owner_map_canvas_get_map (fixture->canvas);
  guint last = tl_owner_map_get_at (map, TL_MAP_COLUMN_RISK, N_MANY - 1), before = count_nodes (fixture);

  g_assert_cmpuint (tl_owner_map_count (map, TL_MAP_COLUMN_RISK), ==, N_MANY);
  g_assert_cmpuint (before, >, 5);
  g_assert_cmpuint (before, <, 60);
  g_assert_null (tl_owner_map_canvas_find_widget (fixture->canvas, last));
  gtk_widget_grab_focus (tl_owner_map_canvas_reveal (fixture->canvas, last));
  app_test_settle (fixture->window);
  g_assert_true (gtk_widget_has_focus (tl_owner_map_canvas_find_widget (fixture->canvas, last)));
  for (guint i = 0; i < 100; i++)
    gtk_widget_child_focus (GTK_WIDGET (fixture->canvas), GTK_DIR_UP);
  app_test_settle (fixture->window);
  g_assert_cmpuint (get_chosen (fixture)->row, ==, N_MANY - 101);
  g_assert_cmpuint (count_nodes (fixture), <, 90);
}

/* As small as fits, but never smaller than can be read. */
static void
test_zoom (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "owners.larger", NULL);
  g_assert_cmpfloat (tl_owner_map_canvas_get_zoom (fixture->canvas), >, 1);
  app_test_settle (fixture->window);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "owners.fit", NULL);
  g_assert_cmpfloat (tl_owner_map_canvas_get_zoom (fixture->canvas), ==, TL_OWNER_MAP_LEAST_ZOOM);
  app_test_settle (fixture->window);
  for (int i = 0; i < 20; i++)
    tl_owner_map_canvas_step_zoom (fixture->canvas, 1);
  g_assert_cmpfloat (tl_owner_map_canvas_get_zoom (fixture->canvas), ==, TL_OWNER_MAP_MOST_ZOOM);
}

/* The dialog tells what the hand-over means before it is done, and who answered before. */
static void
test_hand_over (Fixture       *fixture,
                gconstpointer  data)
{
  TlRisk *risk = app_workbook_find_risk (fixture->workbook, "R1");
  TlOwnerDialog *dialog = tl_owner_dialog_new (fixture->workbook, risk);
  GtkWidget *people;
  GtkSelectionModel *model;

  tl_owner_map_canvas_set_chosen (fixture->canvas, find (fixture, TL_MAP_COLUMN_OWNER, "Tomasz Wrona"));
  g_assert_true (app_test_says (GTK_WIDGET (fixture->view), "Hand Over…"));
  tl_owner_map_canvas_set_chosen (fixture->canvas, find (fixture, TL_MAP_COLUMN_OWNER, "No one"));
  g_assert_false (app_test_says (GTK_WIDGET (fixture->view), "Hand Over…"));

  adw_dialog_present (ADW_DIALOG (dialog), fixture->window);
  app_test_settle (fixture->window);
  gtk_expander_set_expanded (app_test_find (GTK_WIDGET (dialog), GTK_TYPE_EXPANDER), TRUE);
  app_test_settle (fixture->window);
  g_assert_true (app_test_says (GTK_WIDGET (dialog), "Tomasz Wrona, since 3 December 2025"));
  people = app_test_find (GTK_WIDGET (dialog), GTK_TYPE_LIST_VIEW);
  model = gtk_list_view_get_model (GTK_LIST_VIEW (people));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr (TlPerson) person = g_list_model_get_item (G_LIST_MODEL (model), i);

      if (g_str_equal (tl_person_get_name (person), "Meriel Achebe"))
        gtk_selection_model_select_item (model, i, TRUE);
    }
  g_assert_true (app_test_says (GTK_WIDGET (dialog), "That is too much"));
  adw_dialog_force_close (ADW_DIALOG (dialog));
}

/* Every node has its words inside it, beneath its heading, and no other node on it. */
static void
assert_in_place (Fixture *fixture)
{
  GtkWidget *headings = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (fixture->view), TL_TYPE_OWNERS_VIEW, "headings"));
  GtkWidget *heading = gtk_widget_get_first_child (headings);
  const TlOwnerMap *map = tl_owner_map_canvas_get_map (fixture->canvas);
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (fixture->canvas)) == GTK_TEXT_DIR_RTL;
  graphene_rect_t before = { 0 };

  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->canvas)));
  for (TlMapColumn column = 0; column < TL_N_MAP_COLUMNS; column++, heading = gtk_widget_get_next_sibling (heading))
    {
      GtkWidget *node = tl_owner_map_canvas_find_widget (fixture->canvas, tl_owner_map_get_at (map, column, 0));
      graphene_rect_t bounds, words, above;
      double edge;

      g_assert_true (gtk_widget_compute_bounds (node, fixture->window, &bounds));
      g_assert_true (gtk_widget_compute_bounds (gtk_button_get_child (GTK_BUTTON (node)), fixture->window, &words));
      g_assert_true (gtk_widget_compute_bounds (heading, fixture->window, &above));
      g_assert_true (graphene_rect_contains_rect (&bounds, &words));
      edge = mirrored ? bounds.origin.x + bounds.size.width - above.origin.x - above.size.width : bounds.origin.x - above.origin.x;
      g_assert_cmpfloat_with_epsilon (edge, 0, 1.5);
      if (column > 0)
        g_assert_cmpfloat (mirrored ? before.origin.x - bounds.origin.x - bounds.size.width
                                    : bounds.origin.x - before.origin.x - before.size.width, >=, 40);
      before = bounds;
    }
}

static void
test_long_words (Fixture       *fixture,
                 gconstpointer  data)
{
  const char *mirrored = g_str_equal (data, "mirrored") ? "owners-long-mirrored" : "owners-long";
  g_autofree char *large = g_strconcat (mirrored, "-large", NULL);

  app_test_keep (fixture->window, mirrored);
  assert_in_place (fixture);
  /* As large as there still is room for the map. */
  app_test_set_text (1.5);
  app_test_settle (fixture->window);
  app_test_keep (fixture->window, large);
  assert_in_place (fixture);
  app_test_set_text (1);
}

static void
add_tests (void)
{
  g_test_add ("/owners/walk", Fixture, "sample", set_up, test_walk_by_keyboard, tear_down);
  g_test_add ("/owners/relations", Fixture, "sample", set_up, test_nodes_say_whom_they_lead_to, tear_down);
  g_test_add ("/owners/typing", Fixture, "sample", set_up, test_typing_finds_a_node, tear_down);
  g_test_add ("/owners/filters", Fixture, "sample", set_up, test_filters, tear_down);
  g_test_add ("/owners/a-node-that-was", Fixture, "sample", set_up, test_a_node_that_was, tear_down);
  g_test_add ("/owners/zoom", Fixture, "sample", set_up, test_zoom, tear_down);
  g_test_add ("/owners/hand-over", Fixture, "sample", set_up, test_hand_over, tear_down);
  g_test_add ("/owners/long", Fixture, "long", set_up, test_long_words, tear_down);
  g_test_add ("/owners/long-mirrored", Fixture, "mirrored", set_up, test_long_words, tear_down);
  g_test_add ("/owners/many", Fixture, "many", set_up, test_many_risks, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
