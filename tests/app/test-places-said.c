/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-test.h"
#include "app-workbook.h"

#include "tl-edit-dialog.h"
#include "tl-place-cell.h"
#include "tl-place-pane.h"
#include "tl-place-row.h"
#include "tl-places-view.h"
#include "tl-print-dialog.h"

/* What the window says of places, of workbooks that are made for it. */

/* A day of its own, so that tests are the same on every day. */
#define DAY "Workbook\nKey|Value\nToday|2026-06-09"
#define RISKS "Risks\nRef|Title|Opened\nR1|Record gaps|2020-01-01"
#define MEASURES "Measures\nRef|Risk|Title|Role|Kind|Direction|Period|Target\n" \
  "M1|R1|Records complete|primary|proportion|at least|monthly|90"
#define PLACES "Places\nRef|Name|Kind|Parent|From|Until\nP|Provider|provider|||\n" \
  "L1|Ash|location|P||\nL2|Beech|location|P||\nL3|Cedar|location|P||\nL4|Damson|location|P||\nL5|Elder|location|P||"
#define READINGS "Readings\nMeasure|Date|Place|Numerator|Denominator\n"
#define FOUR READINGS "M1|2026-03-02|L1|118|120\nM1|2026-03-02|L2|97|100\nM1|2026-03-02|L3|78|80\nM1|2026-03-02|L4|57|60\n"

typedef struct
{
  TlWorkbook *workbook;
  TlPlacesView *view;
  GtkColumnView *table;
  GtkSingleSelection *selection;
  GtkWidget *window;
} Fixture;

static void
forget_choices (void)
{
  static const char * const keys[] = {
    "places-measures", "places-dimension", "places-period", "places-way", "places-order", "places-descending",
  };
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (settings, keys[i]);
}

static void
show (Fixture *fixture)
{
  fixture->view = g_object_new (TL_TYPE_PLACES_VIEW, "workbook", fixture->workbook, NULL);
  fixture->table = app_test_find (GTK_WIDGET (fixture->view), GTK_TYPE_COLUMN_VIEW);
  fixture->selection = GTK_SINGLE_SELECTION (gtk_column_view_get_model (fixture->table));
  fixture->window = app_test_show (GTK_WIDGET (fixture->view), 1194, 721);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  forget_choices ();
  fixture->workbook = app_workbook_open_empty ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  app_test_close (fixture->window);
  app_workbook_close (fixture->workbook);
}

static TlPlaceRow *
get_row (Fixture *fixture,
         guint    position)
{
  g_autoptr (TlPlaceRow) row = g_list_model_get_item (G_LIST_MODEL (fixture->selection), position);

  g_assert_nonnull (row);
  return row;
}

static char *
get_text (TlPlaceRow *row,
          const char *property)
{
  char *text = NULL;

  g_object_get (row, property, &text, NULL);
  return text;
}

static void
assert_row (Fixture    *fixture,
            guint       position,
            const char *name,
            const char *counts,
            const char *value,
            const char *interval,
            const char *state)
{
  TlPlaceRow *row = get_row (fixture, position);
  const char * const wanted[] = { "name", name, "counts", counts, "value", value, "interval", interval, "state", state };

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i += 2)
    {
      g_autofree char *text = get_text (row, wanted[i]);

      g_assert_cmpstr (text, ==, wanted[i + 1]);
    }
}

static void
select_place (Fixture    *fixture,
              const char *name)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->selection)); i++)
    {
      g_autofree char *found = get_text (get_row (fixture, i), "name");

      if (g_str_equal (found, name))
        {
          gtk_single_selection_set_selected (fixture->selection, i);
          return;
        }
    }
  g_error ("There is no row of %s", name);
}

/* Words that belong together aren't parted at the end of a line. */
static gboolean
label_says (GtkWidget  *root,
            const char *part)
{
  if (!gtk_widget_get_mapped (root))
    return FALSE;
  if (GTK_IS_LABEL (root))
    {
      g_auto (GStrv) words = g_strsplit (gtk_label_get_text (GTK_LABEL (root)), "\302\240", -1);
      g_autofree char *text = g_strjoinv (" ", words);

      return strstr (text, part) != NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (label_says (child, part))
      return TRUE;
  return FALSE;
}

static gboolean
says (Fixture    *fixture,
      const char *part)
{
  app_test_settle (fixture->window);
  return label_says (GTK_WIDGET (fixture->view), part);
}

static GtkWidget *
find_cards (GtkWidget *root)
{
  if (gtk_widget_has_css_class (root, "place-cards"))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_cards (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The worked example: everybody together looks met, and the fifth is weak. */
static void
test_worked_example (Fixture       *fixture,
                     gconstpointer  data)
{
  app_workbook_import (fixture->workbook, DAY, RISKS, MEASURES, PLACES, FOUR "M1|2026-03-02|L5|30|40", NULL);
  show (fixture);
  assert_row (fixture, 0, "All places", "380 of 400", "95.0", "92.4 to 96.7", "uneven");
  assert_row (fixture, 1, "Elder", "30 of 40", "75.0", "59.8 to 85.8", "weak");
  g_assert_cmpuint (gtk_single_selection_get_selected (fixture->selection), ==, 1);
  app_test_keep (fixture->window, "places-worked");
  g_assert_true (says (fixture, "All together meet the target with 95.0 %, which hides a weak place: Elder (75.0 %, 30 of 40)."));
  g_assert_true (says (fixture, "weak: even the top of its interval, 85.8 %, is below the target"));
  g_assert_true (says (fixture, "Sums of records, never averages of percentages."));
  fixture->window = app_test_make_narrow (fixture->window, GTK_WIDGET (fixture->view));
  /* Samples and intervals are seen however narrow it is. */
  g_assert_true (says (fixture, "30 of 40 · 75.0 % · 95 % interval 59.8 to 85.8"));
  g_assert_true (says (fixture, "hides 1 weak place"));
  app_test_keep (fixture->window, "places-worked-narrow");
  /* What can be done has a page of its own there. */
  g_signal_emit_by_name (find_cards (GTK_WIDGET (fixture->view)), "activate", 1);
  g_assert_true (says (fixture, "No cause is recorded."));
  app_test_keep (fixture->window, "places-worked-narrow-place");
  app_test_assert_named (GTK_WIDGET (fixture->view));
  gtk_widget_activate_action (app_test_find (GTK_WIDGET (fixture->view), TL_TYPE_PLACE_PANE), "places.close-place", NULL);
  g_assert_true (says (fixture, "30 of 40 · 75.0 %"));
}

/* Neither state passes for another, and what sample would do is said. */
static void
test_too_few_and_unsampled (Fixture       *fixture,
                            gconstpointer  data)
{
  app_workbook_import (fixture->workbook, DAY, RISKS, MEASURES, PLACES,
                       READINGS "M1|2026-03-02|L1|118|120\nM1|2026-03-02|L2|97|100\nM1|2026-03-02|L3|78|80\nM1|2026-03-02|L4|7|9",
                       NULL);
  show (fixture);
  assert_row (fixture, 4, "Damson", "7 of 9", "77.8", "45.3 to 93.7", "too few");
  assert_row (fixture, 5, "Elder", "–", "–", "–", "unsampled");
  select_place (fixture, "Damson");
  g_assert_true (says (fixture, "10 records"));
  select_place (fixture, "Elder");
  g_assert_true (says (fixture, "unsampled"));
  g_assert_true (says (fixture, "10 records"));
  app_test_keep (fixture->window, "places-unsampled");
}

/* Readings that can't be, and places that weren't there, are said beneath the rows. */
static void
test_bad_readings (Fixture       *fixture,
                   gconstpointer  data)
{
  app_workbook_import (fixture->workbook, DAY, RISKS, MEASURES,
                       "Places\nRef|Name|Kind|Parent|From|Until\nP|Provider|provider|||\nL1|Ash|location|P||\n"
                       "L2|Beech|location|P||\nL3|Cedar|location|P||2026-03-10\nL4|Damson|location|P|2026-03-20|",
                       READINGS "M1|2026-03-02|L1|118|120\nM1|2026-03-03|L1|0|0\nM1|2026-03-02|L2|97|100\n"
                       "M1|2026-03-02|L3|78|80\nM1|2026-03-02|L4|57|60\nM1|2026-03-04|L2|30|20", NULL);
  show (fixture);
  assert_row (fixture, 2, "Beech", "97 of 100", "97.0", "91.5 to 99.0", "in line");
  g_assert_true (says (fixture, "1 reading is left out as impossible"));
  g_assert_true (says (fixture, "0 of 0"));
  g_assert_true (says (fixture, "Cedar"));
  g_assert_true (says (fixture, "Damson"));
  app_test_keep (fixture->window, "places-bad");
}

/* Of one place there is nothing to compare, and that is said; the place is shown all the same. */
static void
test_one_place (Fixture       *fixture,
                gconstpointer  data)
{
  app_workbook_import (fixture->workbook, DAY, RISKS, MEASURES,
                       "Places\nRef|Name|Kind|Parent|From|Until\nP|Provider|provider|||\nL1|Ash|location|P||",
                       READINGS "M1|2026-03-02|L1|118|120", NULL);
  show (fixture);
  assert_row (fixture, 1, "Ash", "118 of 120", "98.3", "94.1 to 99.5", "not compared");
  g_assert_true (says (fixture, "one"));
  app_test_keep (fixture->window, "places-one");
}

/* ── Going into a place, and other times ── */

#define TEAMS "Places\nRef|Name|Kind|Parent|From|Until\nP|Provider|provider|||\nL1|Ash|location|P||\nL2|Beech|location|P||\n" \
  "T1|Day team|team|L1||\nT2|Night team|team|L1||\nT3|Day team of Beech|team|L2||"
#define SCOPED_RISKS "Risks\nRef|Title|Opened|Scope\nR1|Record gaps|2020-01-01|L1; L2"
#define TEAM_READINGS READINGS "M1|2026-01-05|T1|40|50\nM1|2026-01-05|T2|20|50\nM1|2026-01-05|T3|45|50\n" \
  "M1|2026-04-06|T1|48|50\nM1|2026-04-06|T2|30|50\nM1|2026-04-06|T3|49|50"

static AdwToggleGroup *
find_dimensions (Fixture *fixture)
{
  return app_test_find (GTK_WIDGET (fixture->view), ADW_TYPE_TOGGLE_GROUP);
}

static guint
count_rows (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->selection));
}

static void
test_into_a_place_and_back (Fixture       *fixture,
                            gconstpointer  data)
{
  app_workbook_import (fixture->workbook, DAY, SCOPED_RISKS, MEASURES, TEAMS, TEAM_READINGS, NULL);
  show (fixture);
  adw_toggle_group_set_active_name (find_dimensions (fixture), "team");
  g_assert_cmpuint (count_rows (fixture), ==, 4);
  g_assert_false (adw_toggle_get_enabled (adw_toggle_group_get_toggle_by_name (find_dimensions (fixture), "shift")));

  /* From all locations into Ash, as by Enter, and back, as by Alt and the arrow. */
  adw_toggle_group_set_active_name (find_dimensions (fixture), "location");
  select_place (fixture, "Ash");
  app_test_settle (fixture->window);
  g_signal_emit_by_name (fixture->table, "activate", gtk_single_selection_get_selected (fixture->selection));
  g_assert_cmpuint (count_rows (fixture), ==, 3);
  g_assert_cmpstr (adw_toggle_group_get_active_name (find_dimensions (fixture)), ==, "team");
  assert_row (fixture, 0, "All of Ash", "138 of 200", "69.0", "62.3 to 75.0", "uneven");
  g_assert_true (says (fixture, "Night team"));
  app_test_keep (fixture->window, "places-within");
  app_test_assert_named (GTK_WIDGET (fixture->view));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->table), "places.back", NULL));
  g_assert_cmpstr (adw_toggle_group_get_active_name (find_dimensions (fixture)), ==, "location");
  g_assert_true (tl_place_row_get_place (gtk_single_selection_get_selected_item (fixture->selection)) != NULL);
  g_assert_cmpstr (tl_place_row_get_place (gtk_single_selection_get_selected_item (fixture->selection))->place->name, ==, "Ash");
}

static void
choose_period (Fixture    *fixture,
               const char *name)
{
  GObject *chooser = gtk_widget_get_template_child (GTK_WIDGET (fixture->view), TL_TYPE_PLACES_VIEW, "period_chooser");
  GListModel *periods = gtk_drop_down_get_model (GTK_DROP_DOWN (chooser));

  for (guint i = 0; i < g_list_model_get_n_items (periods); i++)
    {
      g_autoptr (GtkStringObject) period = g_list_model_get_item (periods, i);

      if (g_str_has_prefix (gtk_string_object_get_string (period), name))
        {
          gtk_drop_down_set_selected (GTK_DROP_DOWN (chooser), i);
          return;
        }
    }
  g_error ("There is no time that begins with %s", name);
}

/* Another time has other figures, and is the one that paper proposes and that is shown when one comes back. */
static void
test_other_times (Fixture       *fixture,
                  gconstpointer  data)
{
  TlPrintDialog *dialog = NULL;
  g_autoptr (TlReport) report = NULL;

  app_workbook_import (fixture->workbook, DAY, SCOPED_RISKS, MEASURES, TEAMS,
                       "Actions\nRef|Risk|Title|Agreed|Done\nA1|R1|Coach the night team|2026-02-02|2026-03-02", TEAM_READINGS,
                       NULL);
  show (fixture);
  adw_toggle_group_set_active_name (find_dimensions (fixture), "team");
  choose_period (fixture, "Jan to Mar 2026");
  assert_row (fixture, 1, "Night team", "20 of 50", "40.0", "27.6 to 53.8", "weak");
  choose_period (fixture, "Before");
  assert_row (fixture, 1, "Night team", "20 of 50", "40.0", "27.6 to 53.8", "weak");
  choose_period (fixture, "After");
  assert_row (fixture, 1, "Night team", "30 of 50", "60.0", "46.2 to 72.4", "weak");

  dialog = tl_print_dialog_new (fixture->workbook, app_workbook_find_risk (fixture->workbook, "R1"));
  tl_places_view_choose_printing (fixture->view, dialog);
  adw_dialog_present (ADW_DIALOG (dialog), fixture->window);
  app_test_settle (fixture->window);
  app_test_keep (fixture->window, "places-print");
  g_assert_true (label_says (GTK_WIDGET (dialog), "After"));
  report = tl_print_dialog_make_report (dialog);
  g_assert_cmpint (tl_report_get_kind (report), ==, TL_REPORT_KIND_COMPARISON);

  app_test_close (fixture->window);
  show (fixture);
  g_assert_cmpstr (adw_toggle_group_get_active_name (find_dimensions (fixture)), ==, "team");
  assert_row (fixture, 1, "Night team", "30 of 50", "60.0", "46.2 to 72.4", "weak");
}

/* ── Many, long, read only, out of sight ── */

static void
collect (GtkWidget  *root,
         GHashTable *cells)
{
  if (TL_IS_PLACE_CELL (root))
    g_hash_table_add (cells, root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, cells);
}

/* Another measure is shown by the same widgets: rows are given another place, none is made anew. */
static void
test_many_places (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GString) places = g_string_new ("Places\nRef|Name|Kind|Parent|From|Until\nP|Provider|provider|||");
  g_autoptr (GString) readings = g_string_new ("Readings\nMeasure|Date|Place|Numerator|Denominator");
  g_autoptr (GHashTable) before = g_hash_table_new (NULL, NULL), after = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer cell;

  for (guint i = 1; i <= 300; i++)
    {
      g_string_append_printf (places, "\nL%u|The house at the end of the long lane with the orchard number %u|location|P||", i, i);
      g_string_append_printf (readings, "\nM1|2026-03-02|L%u|%u|20\nM2|2026-03-02|L%u|%u|40", i, 15 + i % 6, i, 30 + i % 9);
    }
  app_workbook_import (fixture->workbook, DAY, RISKS, MEASURES "\nM2|R1|Doses on time|primary|proportion|at least|monthly|90",
                       places->str, readings->str, NULL);
  show (fixture);
  /* At first there are those that are seen; the others follow. */
  g_assert_cmpuint (count_rows (fixture), <, 40);
  g_assert_cmpuint (count_rows (fixture), >, 8);
  while (count_rows (fixture) < 301)
    g_main_context_iteration (NULL, TRUE);
  collect (GTK_WIDGET (fixture->table), before);
  gtk_drop_down_set_selected (app_test_find (GTK_WIDGET (fixture->view), GTK_TYPE_DROP_DOWN), 1);
  app_test_settle (fixture->window);
  collect (GTK_WIDGET (fixture->table), after);
  g_assert_cmpuint (count_rows (fixture), ==, 301);
  g_assert_cmpuint (g_hash_table_size (after), ==, g_hash_table_size (before));
  g_hash_table_iter_init (&iter, after);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    g_assert_true (g_hash_table_contains (before, cell));
  app_test_keep (fixture->window, "places-many");
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *pane;

  app_workbook_import (fixture->workbook, DAY, RISKS, MEASURES, PLACES, FOUR "M1|2026-03-02|L5|30|40", NULL);
  show (fixture);
  pane = app_test_find (GTK_WIDGET (fixture->view), TL_TYPE_PLACE_PANE);
  g_assert_true (gtk_widget_activate_action (pane, "places.record-cause", NULL));
  app_test_settle (fixture->window);
  g_assert_nonnull (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
  adw_dialog_force_close (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
  tl_workbook_set_as_at (fixture->workbook, tl_workbook_get_today (fixture->workbook) - 7);
  while (tl_workbook_get_busy (fixture->workbook))
    g_main_context_iteration (NULL, TRUE);
  app_test_settle (fixture->window);
  gtk_widget_activate_action (pane, "places.record-cause", NULL);
  app_test_settle (fixture->window);
  g_assert_null (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
  assert_row (fixture, 1, "Elder", "30 of 40", "75.0", "59.8 to 85.8", "weak");
}

/* Out of sight nothing is held that is concluded no longer; the same place is chosen when one comes back. */
static void
test_lets_go (Fixture       *fixture,
              gconstpointer  data)
{
  app_workbook_import (fixture->workbook, DAY, RISKS, MEASURES, PLACES, FOUR "M1|2026-03-02|L5|30|40", NULL);
  show (fixture);
  select_place (fixture, "Cedar");
  gtk_widget_set_visible (GTK_WIDGET (fixture->view), FALSE);
  app_workbook_import (fixture->workbook, "Readings\nMeasure|Date|Place|Numerator|Denominator\nM1|2026-03-03|L3|10|20", NULL);
  g_assert_cmpuint (count_rows (fixture), ==, 0);
  gtk_widget_set_visible (GTK_WIDGET (fixture->view), TRUE);
  app_test_settle (fixture->window);
  g_assert_cmpuint (count_rows (fixture), ==, 6);
  g_assert_cmpstr (tl_place_row_get_place (gtk_single_selection_get_selected_item (fixture->selection))->place->name, ==, "Cedar");
  {
    g_autofree char *counts = get_text (gtk_single_selection_get_selected_item (fixture->selection), "counts");

    g_assert_cmpstr (counts, ==, "88 of 100");
  }
}

static void
choose_dimension (Fixture    *fixture,
                  TlPlaceKind dimension)
{
  adw_toggle_group_set_active_name (app_test_find (GTK_WIDGET (fixture->view), ADW_TYPE_TOGGLE_GROUP),
                                    tl_word_get (TL_TYPE_PLACE_KIND, (int) dimension));
}

static TlPlaceKind
get_dimension (Fixture *fixture)
{
  return tl_place_row_get_comparison (get_row (fixture, 0))->dimension;
}

/* From many places to few and back: until the many are gone nothing else is shown than before, what is chosen stays in
 * sight all the time, and those that come again begin with the ones that are seen. */
static void
test_many_give_way (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GString) places = g_string_new (PLACES "\nD|Day|shift|P||\nN|Night|shift|P||");
  g_autoptr (GString) readings = g_string_new ("Readings\nMeasure|Date|Place|Shift|Numerator|Denominator");
  GtkWidget *pane = NULL;

  for (guint i = 6; i <= 120; i++)
    {
      g_string_append_printf (places, "\nL%u|House %u|location|P||", i, i);
      g_string_append_printf (readings, "\nM1|2026-03-02|L%u|%s|%u|20", i, i % 2 == 0 ? "D" : "N", 15 + i % 6);
    }
  app_workbook_import (fixture->workbook, DAY, RISKS, MEASURES, places->str, readings->str, NULL);
  show (fixture);
  pane = app_test_find (GTK_WIDGET (fixture->view), TL_TYPE_PLACE_PANE);
  while (count_rows (fixture) < 121)
    g_main_context_iteration (NULL, TRUE);

  choose_dimension (fixture, TL_PLACE_KIND_SHIFT);
  g_assert_cmpuint (count_rows (fixture), ==, 121);
  while (get_dimension (fixture) == TL_PLACE_KIND_LOCATION)
    {
      g_assert_true (gtk_widget_get_mapped (pane));
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_cmpint (get_dimension (fixture), ==, TL_PLACE_KIND_SHIFT);
  g_assert_cmpuint (count_rows (fixture), ==, 3);
  g_assert_true (gtk_widget_get_mapped (pane));

  choose_dimension (fixture, TL_PLACE_KIND_LOCATION);
  g_assert_cmpint (get_dimension (fixture), ==, TL_PLACE_KIND_LOCATION);
  g_assert_cmpuint (count_rows (fixture), <, 40);
  while (count_rows (fixture) < 121)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (gtk_single_selection_get_selected (fixture->selection), ==, 1);
}

static void
add_tests (void)
{
  const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/places-said/worked-example", test_worked_example },
    { "/places-said/too-few", test_too_few_and_unsampled },
    { "/places-said/bad-readings", test_bad_readings },
    { "/places-said/one-place", test_one_place },
    { "/places-said/into-a-place", test_into_a_place_and_back },
    { "/places-said/other-times", test_other_times },
    { "/places-said/many", test_many_places },
    { "/places-said/give-way", test_many_give_way },
    { "/places-said/read-only", test_read_only },
    { "/places-said/lets-go", test_lets_go },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
