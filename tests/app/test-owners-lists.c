/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-test.h"
#include "app-window.h"
#include "app-workbook.h"

#include "tl-owner-branch.h"
#include "tl-owner-entries.h"
#include "tl-owner-entry.h"
#include "tl-owner-filter-bar.h"
#include "tl-owner-map-canvas.h"
#include "tl-owner-records.h"
#include "tl-owner-tree.h"
#include "tl-owners-view.h"

typedef struct
{
  TlWorkbook *workbook;
  TlOwnersView *view;
  TlOwnerMapCanvas *canvas;
  AdwToggleGroup *way;
  TlOwnerTree *tree;
  GtkListView *list;
  GtkWidget *window;
} Fixture;

static gboolean
has_map (gpointer data)
{
  return tl_owner_map_canvas_get_map (data) != NULL;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);

  /* What one test chose isn't what the next begins with. */
  g_settings_reset (settings, "owners-way");
  fixture->workbook = data == NULL ? app_workbook_open_sample () : app_workbook_open_empty ();
  fixture->view = g_object_new (TL_TYPE_OWNERS_VIEW, "workbook", fixture->workbook, NULL);
  fixture->canvas = app_test_find (GTK_WIDGET (fixture->view), TL_TYPE_OWNER_MAP_CANVAS);
  fixture->way = app_test_find (GTK_WIDGET (fixture->view), ADW_TYPE_TOGGLE_GROUP);
  fixture->tree = app_test_find (GTK_WIDGET (fixture->view), TL_TYPE_OWNER_TREE);
  fixture->list = app_test_find (GTK_WIDGET (fixture->tree), GTK_TYPE_LIST_VIEW);
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
}

static void
choose_way (Fixture    *fixture,
            const char *name)
{
  adw_toggle_group_set_active_name (fixture->way, name);
  app_test_settle (fixture->window);
}

static GtkSingleSelection *
get_selection (Fixture *fixture)
{
  return GTK_SINGLE_SELECTION (gtk_list_view_get_model (fixture->list));
}

static GtkTreeListRow *
get_row (Fixture *fixture,
         guint    position)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (get_selection (fixture)), position);

  return row;
}

static guint
get_node (GtkTreeListRow *row)
{
  g_autoptr (TlOwnerBranch) branch = gtk_tree_list_row_get_item (row);

  return tl_owner_branch_get_node (branch);
}

static const char *
get_title (Fixture        *fixture,
           GtkTreeListRow *row)
{
  return tl_owner_map_get_node (tl_owner_map_canvas_get_map (fixture->canvas), get_node (row))->title;
}

static guint
count_rows (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (get_selection (fixture)));
}

static void
unfold_all (Fixture *fixture)
{
  for (guint i = 0; i < count_rows (fixture); i++)
    gtk_tree_list_row_set_expanded (get_row (fixture, i), TRUE);
}

/* Unfolded wholly, the list has each line of the map beneath the risk that it belongs to, and nothing else. */
static void
test_list_is_the_map (Fixture       *fixture,
                      gconstpointer  data)
{
  const TlOwnerMap *map = tl_owner_map_canvas_get_map (fixture->canvas);
  g_autofree guint8 *edges = g_new0 (guint8, tl_owner_map_get_n_edges (map));
  g_autofree guint8 *nodes = g_new0 (guint8, tl_owner_map_get_n_nodes (map));
  g_autoptr (TlMapTrace) trace = NULL;
  guint above[TL_N_MAP_COLUMNS];

  choose_way (fixture, "list");
  g_assert_cmpuint (count_rows (fixture), ==, tl_owner_map_count (map, TL_MAP_COLUMN_RISK));
  unfold_all (fixture);
  for (guint i = 0; i < count_rows (fixture); i++)
    {
      guint depth = gtk_tree_list_row_get_depth (get_row (fixture, i)), node = get_node (get_row (fixture, i));

      g_assert_cmpint (tl_owner_map_get_node (map, node)->column, ==, (int) depth);
      nodes[node] = TRUE;
      above[depth] = node;
      if (depth == 0)
        {
          g_clear_pointer (&trace, tl_map_trace_free);
          trace = tl_owner_map_trace (map, node);
        }
      g_assert_true (tl_map_trace_has_node (trace, node));
      for (guint j = 0; depth > 0 && j < tl_owner_map_get_n_edges (map); j++)
        edges[j] |= tl_owner_map_get_edge (map, j)->from == above[depth - 1] && tl_owner_map_get_edge (map, j)->to == node;
    }
  for (guint i = 0; i < tl_owner_map_get_n_nodes (map); i++)
    g_assert_true (nodes[i]);
  for (guint i = 0; i < tl_owner_map_get_n_edges (map); i++)
    g_assert_true (edges[i]);
  app_test_assert_named (GTK_WIDGET (fixture->view));
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

/* What is chosen in the map is chosen in the list, unfolded if need be, and the other way round. */
static void
test_one_selection (Fixture       *fixture,
                    gconstpointer  data)
{
  const TlOwnerMap *map = tl_owner_map_canvas_get_map (fixture->canvas);
  guint risk = find (fixture, TL_MAP_COLUMN_RISK, "Medicines record gaps");
  guint supporter = tl_owner_map_follow (map, tl_owner_map_follow (map, risk, 1), 1);
  GtkTreeListRow *row;

  tl_owner_map_canvas_set_chosen (fixture->canvas, supporter);
  choose_way (fixture, "list");
  row = gtk_single_selection_get_selected_item (get_selection (fixture));
  g_assert_nonnull (row);
  g_assert_cmpuint (get_node (row), ==, supporter);
  g_assert_cmpuint (gtk_tree_list_row_get_depth (row), ==, 2);

  for (guint i = 0; i < count_rows (fixture); i++)
    {
      if (get_node (get_row (fixture, i)) == risk)
        gtk_single_selection_set_selected (get_selection (fixture), i);
    }
  g_assert_cmpuint (tl_owner_map_canvas_get_chosen (fixture->canvas), ==, risk);
  g_assert_true (tl_view_get_risk (TL_VIEW (fixture->view)) == app_workbook_find_risk (fixture->workbook, "R1"));
  g_assert_true (app_test_says (GTK_WIDGET (fixture->view), "Answers for it: Tomasz Wrona."));

  /* A risk that is taken in hand elsewhere. */
  tl_view_set_risk (TL_VIEW (fixture->view), app_workbook_find_risk (fixture->workbook, "R2"));
  row = gtk_single_selection_get_selected_item (get_selection (fixture));
  g_assert_cmpuint (get_node (row), ==, tl_owner_map_canvas_get_chosen (fixture->canvas));
  g_assert_cmpuint (get_node (row), !=, risk);
}

/* From a risk to its owner and back by keys alone. */
static void
test_list_by_keyboard (Fixture       *fixture,
                       gconstpointer  data)
{
  guint n_risks = tl_owner_map_count (tl_owner_map_canvas_get_map (fixture->canvas), TL_MAP_COLUMN_RISK);
  g_autofree char *risk = NULL;

  choose_way (fixture, "list");
  gtk_single_selection_set_selected (get_selection (fixture), 0);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->list), GTK_DIR_TAB_FORWARD));
  app_test_settle (fixture->window);
  risk = g_strdup (get_title (fixture, get_row (fixture, 0)));
  if (!app_window_press (fixture->window, "Right", NULL))
    {
      g_test_skip ("Keys can't be pressed here");
      return;
    }
  g_assert_cmpuint (count_rows (fixture), >, n_risks);
  app_window_press (fixture->window, "Right", NULL);
  g_assert_cmpint (tl_owner_map_get_node (tl_owner_map_canvas_get_map (fixture->canvas),
                                          tl_owner_map_canvas_get_chosen (fixture->canvas))->column, ==, TL_MAP_COLUMN_OWNER);
  app_window_press (fixture->window, "Down", "Up", "Left", "Left", NULL);
  g_assert_cmpuint (count_rows (fixture), ==, n_risks);
  g_assert_cmpstr (get_title (fixture, gtk_single_selection_get_selected_item (get_selection (fixture))), ==, risk);
  app_window_press (fixture->window, "Return", NULL);
  g_assert_cmpuint (count_rows (fixture), >, n_risks);
}

/* What was unfolded is so after an edit, which makes another map. */
static void
test_stays_unfolded (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GListModel) old = NULL;
  guint before;

  choose_way (fixture, "list");
  unfold_all (fixture);
  before = count_rows (fixture);
  old = g_object_ref (gtk_single_selection_get_model (get_selection (fixture)));
  tl_workbook_set_as_at (fixture->workbook, tl_workbook_get_as_at (fixture->workbook) - 1);
  while (gtk_single_selection_get_model (get_selection (fixture)) == old
         || gtk_single_selection_get_model (get_selection (fixture)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_rows (fixture), >, before / 2);
  g_assert_cmpuint (count_rows (fixture), >,
                    2 * tl_owner_map_count (tl_owner_map_canvas_get_map (fixture->canvas), TL_MAP_COLUMN_RISK));
}

/* Where there is no room for four columns the list is there instead, and the map again where there is. */
static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autofree char *kept = NULL;

  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->canvas)));
  fixture->window = app_test_make_narrow (fixture->window, GTK_WIDGET (fixture->view));
  app_window_wait (has_map, fixture->canvas);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->tree)));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->canvas)));
  g_assert_null (adw_toggle_group_get_toggle_by_name (fixture->way, "map"));
  g_assert_cmpstr (adw_toggle_group_get_active_name (fixture->way), ==, "list");
  /* That wasn't chosen. */
  kept = g_settings_get_string (settings, "owners-way");
  g_assert_cmpstr (kept, ==, "map");
}

static GListModel *
get_entries (Fixture    *fixture,
             const char *id)
{
  TlOwnerEntries *entries = TL_OWNER_ENTRIES (gtk_widget_get_template_child (GTK_WIDGET (fixture->view), TL_TYPE_OWNERS_VIEW, id));
  GtkListView *list = app_test_find (GTK_WIDGET (entries), GTK_TYPE_LIST_VIEW);

  return G_LIST_MODEL (gtk_list_view_get_model (list));
}

static TlOwnerEntry *
get_entry (GListModel *entries,
           guint       position)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (entries, position);
  g_autoptr (TlOwnerEntry) entry = gtk_tree_list_row_get_item (row);

  return entry;
}

static gboolean
has_lines (gpointer data)
{
  return g_list_model_get_n_items (data) > 0;
}

static guint
find_entry (GListModel *entries,
            const char *title)
{
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      if (g_str_equal (tl_owner_entry_get_title (get_entry (entries, i)), title))
        return i;
    }
  g_assert_not_reached ();
}

/* Nobody first; each person with what they do, in the words of the rules and beneath them one by one. */
static void
test_by_person (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (TlPeopleParts) people = tl_people_parts_new (tl_workbook_get_assessment (fixture->workbook), NULL);
  GListModel *entries = get_entries (fixture, "people");

  choose_way (fixture, "people");
  app_window_wait (has_lines, entries);
  app_test_settle (fixture->window);
  g_assert_cmpuint (g_list_model_get_n_items (entries), ==, tl_people_parts_count (people));
  g_assert_cmpstr (tl_owner_entry_get_title (get_entry (entries, 0)), ==, "No one");
  for (guint i = 0; i < tl_people_parts_count (people); i++)
    {
      const TlPersonParts *parts = tl_people_parts_get (people, i);
      g_autofree char *said = tl_person_parts_describe (parts, tl_workbook_get_as_at (fixture->workbook));
      TlOwnerEntry *entry = get_entry (entries, i);

      if (parts->person != NULL)
        g_assert_cmpstr (tl_owner_entry_get_title (entry), ==, parts->person->name);
      g_assert_true (g_str_has_prefix (tl_owner_entry_get_sentence (entry), said));
      g_assert_true (parts->overload == NULL || strstr (tl_owner_entry_get_sentence (entry), parts->overload) != NULL);
      g_assert_cmpuint (g_list_model_get_n_items (tl_owner_entry_get_parts (entry)), ==,
                        parts->accountable->len + parts->supports->len + parts->actions->len + parts->kept->len);
    }
  app_test_assert_named (GTK_WIDGET (fixture->view));
  app_test_keep (fixture->window, "owners-people");
}

static void
test_people_by_keyboard (Fixture       *fixture,
                         gconstpointer  data)
{
  GListModel *entries = get_entries (fixture, "people");
  GtkWidget *list;
  guint before, position;

  choose_way (fixture, "people");
  app_window_wait (has_lines, entries);
  app_test_settle (fixture->window);
  before = g_list_model_get_n_items (entries);
  position = find_entry (entries, "Tomasz Wrona");
  list = app_test_find (gtk_stack_get_visible_child (GTK_STACK (gtk_widget_get_template_child (GTK_WIDGET (fixture->view), TL_TYPE_OWNERS_VIEW, "ways"))),
                        GTK_TYPE_LIST_VIEW);
  gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD);
  for (guint i = 0; i < position; i++)
    gtk_widget_child_focus (list, GTK_DIR_DOWN);
  if (!app_window_press (fixture->window, "Right", "Right", NULL))
    {
      g_test_skip ("Keys can't be pressed here");
      return;
    }
  g_assert_cmpuint (g_list_model_get_n_items (entries), >, before);
  g_assert_cmpuint (gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (entries)), ==, position + 1);
  app_test_keep (fixture->window, "owners-people-unfolded");
  app_window_press (fixture->window, "Return", NULL);
  g_assert_nonnull (tl_view_get_risk (TL_VIEW (fixture->view)));
  g_assert_true (tl_id_equal (tl_record_get_id (TL_RECORD (tl_view_get_risk (TL_VIEW (fixture->view)))),
                              tl_owner_entry_get_risk (get_entry (entries, position + 1))));
  app_window_press (fixture->window, "Left", "Left", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (entries), ==, before);
}

typedef struct
{
  GListModel *entries;
  guint n;
} Fewer;

static gboolean
has_fewer (gpointer data)
{
  Fewer *fewer = data;
  guint n = g_list_model_get_n_items (fewer->entries);

  return n > 0 && n < fewer->n;
}

static gboolean
has_no_lines (gpointer data)
{
  return !has_lines (data);
}

/* Only the risks of one person, and all people of those; out of sight they hold on to nothing that has changed. */
static void
test_lists_follow (Fixture       *fixture,
                   gconstpointer  data)
{
  TlOwnerFilterBar *bar = app_test_find (GTK_WIDGET (fixture->view), TL_TYPE_OWNER_FILTER_BAR);
  GtkDropDown *chooser = GTK_DROP_DOWN (gtk_widget_get_template_child (GTK_WIDGET (bar), TL_TYPE_OWNER_FILTER_BAR, "person_chooser"));
  Fewer fewer = { get_entries (fixture, "people"), 0 };

  choose_way (fixture, "people");
  app_window_wait (has_lines, fewer.entries);
  fewer.n = g_list_model_get_n_items (fewer.entries);
  gtk_drop_down_set_selected (chooser, gtk_string_list_find (GTK_STRING_LIST (gtk_drop_down_get_model (chooser)), "Tomasz Wrona"));
  app_window_wait (has_fewer, &fewer);
  find_entry (fewer.entries, "Tomasz Wrona");

  gtk_widget_set_visible (GTK_WIDGET (fixture->view), FALSE);
  tl_workbook_set_as_at (fixture->workbook, tl_workbook_get_as_at (fixture->workbook) - 1);
  app_window_wait (has_no_lines, fewer.entries);
  g_assert_null (gtk_single_selection_get_model (get_selection (fixture)));
  gtk_widget_set_visible (GTK_WIDGET (fixture->view), TRUE);
  app_window_wait (has_lines, fewer.entries);
}

/* Each sentence of the rules, and no risk whose records agree. */
static void
test_names_in_records (Fixture       *fixture,
                       gconstpointer  data)
{
  TlAssessment *assessment = tl_workbook_get_assessment (fixture->workbook);
  GListModel *entries = get_entries (fixture, "records");
  TlOwnerMapFilter all = { 0 };
  guint n = 0;

  choose_way (fixture, "records");
  app_window_wait (has_lines, entries);
  app_test_settle (fixture->window);
  for (guint i = 0; i < tl_assessment_get_n_risks (assessment); i++)
    {
      const TlRiskJudgement *risk = tl_assessment_get_risk (assessment, i);
      g_autoptr (TlOwnerRecords) records = NULL;

      if (!tl_owner_map_filter_matches (&all, risk, tl_assessment_get_as_at (assessment)))
        continue;
      records = tl_owner_records_new (assessment, risk);
      if (records->disagreements[0] == NULL)
        continue;
      g_assert_cmpstr (tl_owner_entry_get_title (get_entry (entries, n)), ==, risk->facts->title);
      for (guint j = 0; records->disagreements[j] != NULL; j++)
        g_assert_nonnull (strstr (tl_owner_entry_get_sentence (get_entry (entries, n)), records->disagreements[j]));
      n++;
    }
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (g_list_model_get_n_items (entries), ==, n);
  app_test_assert_named (GTK_WIDGET (fixture->view));
  app_test_keep (fixture->window, "owners-records");
  fixture->window = app_test_make_narrow (fixture->window, GTK_WIDGET (fixture->view));
  app_window_wait (has_lines, entries);
  app_test_keep (fixture->window, "owners-records-narrow");
  adw_toggle_group_set_active_name (fixture->way, "people");
  app_window_wait (has_lines, get_entries (fixture, "people"));
  app_test_set_dark (TRUE);
  app_test_keep (fixture->window, "owners-people-narrow-dark");
  app_test_set_dark (FALSE);
  app_test_set_text (2);
  app_test_keep (fixture->window, "owners-people-narrow-large");
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->view)), <=, 360);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (fixture->view)), <=, 700);
  app_test_set_text (1);
}

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data);
}

/* In the program's own window a line leads to the register, with its risk in hand. */
static void
test_opens_the_risk (void)
{
  g_autoptr (GFile) file = app_window_copy_sample ();
  TlWindow *window = app_window_open (file);
  GtkWidget *view = GTK_WIDGET (tl_window_show_view (window, "owners"));
  TlRisk *risk = app_workbook_find_risk (tl_view_get_workbook (TL_VIEW (view)), "R3");
  GtkWidget *entries = GTK_WIDGET (gtk_widget_get_template_child (view, TL_TYPE_OWNERS_VIEW, "people"));
  TlView *risks;
  char hex[TL_ID_HEX_LENGTH + 1];

  app_window_wait (is_mapped, view);
  tl_id_to_hex (tl_record_get_id (TL_RECORD (risk)), hex);
  g_assert_true (gtk_widget_activate_action (entries, "owners.open-risk", "s", hex));
  while (gtk_widget_get_mapped (view))
    g_main_context_iteration (NULL, TRUE);
  risks = tl_window_show_view (window, "risks");
  g_assert_true (tl_view_get_risk (risks) == risk);
  app_window_close (window);
}

static gboolean
is_empty (gpointer data)
{
  return app_test_says (data, "No Open Risks");
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  app_window_wait (is_empty, fixture->view);
  g_assert_cmpuint (count_rows (fixture), ==, 0);
  app_test_keep (fixture->window, "owners-empty");
}

/* With text twice as large on a telephone the list is still seen, and not the foot alone. */
static void
test_large_text (Fixture       *fixture,
               gconstpointer  data)
{
  choose_way (fixture, "list");
  for (guint i = 0; i < 9; i++)
    gtk_tree_list_row_set_expanded (get_row (fixture, i), TRUE);
  gtk_list_view_scroll_to (fixture->list, 1, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
  app_test_keep (fixture->window, "owners-list");
  app_test_set_dark (TRUE);
  app_test_keep (fixture->window, "owners-list-dark");
  fixture->window = app_test_make_narrow (fixture->window, GTK_WIDGET (fixture->view));
  app_window_wait (has_map, fixture->canvas);
  app_test_keep (fixture->window, "owners-list-narrow-dark");
  app_test_set_dark (FALSE);
  app_test_set_text (2);
  app_test_keep (fixture->window, "owners-list-narrow-large");
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->view)), <=, 360);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (fixture->view)), <=, 700);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (fixture->tree)), >, 120);
  app_test_set_text (1);
}

static void
add_tests (void)
{
  g_test_add ("/owners/list/same", Fixture, NULL, set_up, test_list_is_the_map, tear_down);
  g_test_add ("/owners/list/selection", Fixture, NULL, set_up, test_one_selection, tear_down);
  g_test_add ("/owners/list/keyboard", Fixture, NULL, set_up, test_list_by_keyboard, tear_down);
  g_test_add ("/owners/list/unfolded", Fixture, NULL, set_up, test_stays_unfolded, tear_down);
  g_test_add ("/owners/narrow", Fixture, NULL, set_up, test_narrow, tear_down);
  g_test_add ("/owners/people/said", Fixture, NULL, set_up, test_by_person, tear_down);
  g_test_add ("/owners/people/keyboard", Fixture, NULL, set_up, test_people_by_keyboard, tear_down);
  g_test_add ("/owners/records", Fixture, NULL, set_up, test_names_in_records, tear_down);
  g_test_add ("/owners/lists/follow", Fixture, NULL, set_up, test_lists_follow, tear_down);
  g_test_add_func ("/owners/lists/open", test_opens_the_risk);
  g_test_add ("/owners/lists/empty", Fixture, "empty", set_up, test_empty, tear_down);
  g_test_add ("/owners/lists/large-text", Fixture, NULL, set_up, test_large_text, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
