/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-test.h"
#include "app-window.h"

#include "tl-column-row.h"
#include "tl-group-heading.h"
#include "tl-risks-options.h"
#include "tl-risks-view.h"

/* The register's columns, chosen while its rows stand in groups. */

typedef struct
{
  GSettings *settings;
  GFile *file;
  TlWindow *window;
  GtkColumnView *table;
  TlRisksOptions *options;
} Fixture;

static gboolean
is_grouped (gpointer data)
{
  return app_test_find (data, TL_TYPE_GROUP_HEADING) != NULL;
}

static gboolean
is_not_grouped (gpointer data)
{
  return !is_grouped (data);
}

static GtkMenuButton *
find_button (GtkWidget *root)
{
  GtkMenuButton *found = NULL;

  if (GTK_IS_MENU_BUTTON (root) && g_strcmp0 (gtk_menu_button_get_icon_name (GTK_MENU_BUTTON (root)), "columns-symbolic") == 0)
    return GTK_MENU_BUTTON (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child);
  return found;
}

/* So low that the rows have to be scrolled. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  TlView *view;
  GtkMenuButton *button;

  fixture->settings = g_settings_new ("org.throughline.Throughline");
  g_settings_reset (fixture->settings, "risks-columns");
  g_settings_set_string (fixture->settings, "risks-grouping", "theme");
  g_settings_set_int (fixture->settings, "window-width", 1366);
  g_settings_set_int (fixture->settings, "window-height", 420);
  fixture->file = app_window_copy_sample ();
  fixture->window = app_window_open (fixture->file);
  view = TL_VIEW (tl_window_show_view (fixture->window, "risks"));
  fixture->table = app_test_find (GTK_WIDGET (view), GTK_TYPE_COLUMN_VIEW);
  app_window_wait (is_grouped, fixture->table);
  button = find_button (GTK_WIDGET (view));
  gtk_menu_button_popup (button);
  app_test_settle (GTK_WIDGET (fixture->window));
  fixture->options = TL_RISKS_OPTIONS (gtk_menu_button_get_popover (button));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_settings_reset (fixture->settings, "risks-grouping");
  app_window_close (fixture->window);
  g_object_unref (fixture->file);
  g_object_unref (fixture->settings);
}

static TlColumnRow *
find_row (Fixture    *fixture,
          const char *id)
{
  GtkWidget *row = app_test_find (GTK_WIDGET (fixture->options), TL_TYPE_COLUMN_ROW);

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    if (g_str_equal (gtk_column_view_column_get_id (tl_column_row_get_column (TL_COLUMN_ROW (row))), id))
      return TL_COLUMN_ROW (row);
  g_error ("There is no row for the column %s", id);
}

static GtkCheckButton *
find_check (Fixture    *fixture,
            const char *id)
{
  return app_test_find (GTK_WIDGET (find_row (fixture, id)), GTK_TYPE_CHECK_BUTTON);
}

static guint
count_children (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

/* A heading is nothing but itself, and a row has @n_cells. Returns: where the heading of a group that is in view stands. */
static double
check_rows (Fixture    *fixture,
            guint       n_cells,
            const char *group)
{
  GtkWidget *list = gtk_widget_get_parent (gtk_widget_get_parent (app_test_find (GTK_WIDGET (fixture->table), TL_TYPE_GROUP_HEADING)));
  graphene_point_t origin = { 0, 0 }, place = { 0, -1 };

  for (GtkWidget *child = gtk_widget_get_first_child (list); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *heading = app_test_find (child, TL_TYPE_GROUP_HEADING);

      g_assert_cmpuint (count_children (child), ==, heading != NULL ? 1 : n_cells);
      if (heading != NULL && gtk_widget_get_mapped (heading) && app_test_says (heading, group))
        g_assert_true (gtk_widget_compute_point (heading, GTK_WIDGET (fixture->table), &origin, &place));
    }
  g_assert_cmpfloat (place.y, >, 0);
  return place.y;
}

static gboolean
are_cells_in_order (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *list = gtk_widget_get_parent (gtk_widget_get_parent (app_test_find (GTK_WIDGET (fixture->table), TL_TYPE_GROUP_HEADING)));

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      float before = -G_MAXFLOAT;

      for (GtkWidget *cell = gtk_widget_get_first_child (row); cell != NULL && gtk_widget_get_mapped (cell);
           cell = gtk_widget_get_next_sibling (cell))
        {
          graphene_rect_t place;

          if (!gtk_widget_compute_bounds (cell, row, &place) || place.origin.x <= before)
            return FALSE;
          before = place.origin.x;
        }
    }
  return TRUE;
}

/* A row is read and walked through from its start to its end, once the next frame is laid out. */
static void
check_cells_in_order (Fixture *fixture)
{
  app_window_wait (are_cells_in_order, fixture);
}

static void
show (Fixture        *fixture,
      GtkCheckButton *check,
      gboolean        visible)
{
  gtk_check_button_set_active (check, visible);
  app_test_settle (GTK_WIDGET (fixture->window));
}

static void
test_columns_come_and_go_in_groups (Fixture       *fixture,
                                    gconstpointer  data)
{
  GtkAdjustment *place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->table));
  GtkCheckButton *check = find_check (fixture, "measure");
  double heading;

  /* Part of the way down, between two rows. */
  gtk_adjustment_set_value (place, (gtk_adjustment_get_upper (place) - gtk_adjustment_get_page_size (place)) / 2);
  g_assert_cmpfloat (gtk_adjustment_get_value (place), >, 100);
  app_test_settle (GTK_WIDGET (fixture->window));
  heading = check_rows (fixture, 8, "Medicines");
  gtk_widget_grab_focus (GTK_WIDGET (check));

  show (fixture, check, FALSE);
  check_rows (fixture, 7, "Medicines");
  show (fixture, check, TRUE);
  app_test_keep (GTK_WIDGET (fixture->window), "register-column-back");

  check_cells_in_order (fixture);
  /* What is looked at stays where it is, and so does the keyboard. */
  g_assert_cmpfloat_with_epsilon (check_rows (fixture, 8, "Medicines"), heading, 1);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == GTK_WIDGET (check));

  /* Once the groups are ended, nothing is left of them. */
  gtk_drop_down_set_selected (app_test_find (GTK_WIDGET (fixture->options), GTK_TYPE_DROP_DOWN), 0);
  app_window_wait (is_not_grouped, fixture->table);
}

/* With one hidden before it, by its choice and as when its heading is dragged. */
static void
test_cells_stand_as_their_columns (Fixture       *fixture,
                                   gconstpointer  data)
{
  GtkColumnViewColumn *column = tl_column_row_get_column (find_row (fixture, "review"));

  show (fixture, find_check (fixture, "owner"), FALSE);
  gtk_widget_activate_action (GTK_WIDGET (find_row (fixture, "review")), "column.later", NULL);
  app_test_settle (GTK_WIDGET (fixture->window));
  check_rows (fixture, 7, "Complaints");
  check_cells_in_order (fixture);
  gtk_column_view_insert_column (fixture->table, 5, column);
  app_test_settle (GTK_WIDGET (fixture->window));
  check_cells_in_order (fixture);
  show (fixture, find_check (fixture, "owner"), TRUE);
  check_rows (fixture, 8, "Complaints");
  check_cells_in_order (fixture);
}

static void
add_tests (void)
{
  g_test_add ("/register-columns/cells-in-order", Fixture, NULL, set_up, test_cells_stand_as_their_columns, tear_down);
  g_test_add ("/register-columns/in-groups", Fixture, NULL, set_up, test_columns_come_and_go_in_groups, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
