/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-test.h"
#include "app-walk.h"
#include "app-window.h"
#include "app-workbook.h"

#include "tl-place-cell.h"
#include "tl-place-pane.h"
#include "tl-place-row.h"
#include "tl-places-matrix.h"
#include "tl-places-view.h"

/* What a quality lead does at a weak place, in the program's own window. */

typedef struct
{
  GFile *file;
  TlWindow *window;
  TlWorkbook *workbook;
  GtkWidget *view;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const char * const keys[] = {
    "places-measures", "places-dimension", "places-period", "places-way", "places-order", "places-descending",
  };
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (settings, keys[i]);
  fixture->file = app_window_copy_sample ();
  fixture->window = app_window_open (fixture->file);
  fixture->workbook = tl_window_get_workbook (fixture->window);
  fixture->view = GTK_WIDGET (tl_window_show_view (fixture->window, "places"));
  g_object_set (fixture->window, "risk", app_workbook_find_risk (fixture->workbook, "R1"), NULL);
  app_test_settle (GTK_WIDGET (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  app_window_close (fixture->window);
  g_clear_object (&fixture->file);
}

static TlPlaceRow *
get_chosen (Fixture *fixture)
{
  GtkColumnView *table = app_test_find (fixture->view, GTK_TYPE_COLUMN_VIEW);

  return gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (gtk_column_view_get_model (table)));
}

static void
assert_chosen (Fixture    *fixture,
               const char *property,
               const char *wanted)
{
  g_autofree char *text = NULL;

  g_object_get (get_chosen (fixture), property, &text, NULL);
  g_assert_cmpstr (text, ==, wanted);
}

static void
assert_link (TlDraft    *draft,
             const char *column,
             const TlId *wanted)
{
  const TlId *id = tl_draft_get_link (draft, column, 0);

  g_assert_nonnull (id);
  g_assert_true (tl_id_equal (id, wanted));
}

/* The form is about the place that is chosen, on the risk in hand. */
static void
assert_about_place (Fixture    *fixture,
                    const char *risk_column)
{
  TlDraft *draft = tl_edit_dialog_get_draft (app_walk_get_form (fixture->window));
  const TlPlaceJudgement *place = tl_place_row_get_place (get_chosen (fixture));

  assert_link (draft, "place", &place->place->base.id);
  if (risk_column != NULL)
    assert_link (draft, risk_column, tl_record_get_id (TL_RECORD (app_workbook_find_risk (fixture->workbook, "R1"))));
}

static gboolean
has_no_dialog (gpointer window)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) == NULL;
}

static void
leave_form (Fixture *fixture)
{
  app_walk_keys (fixture->window, "Escape", NULL);
  app_window_wait (has_no_dialog, fixture->window);
}

static gboolean
can_walk (Fixture *fixture)
{
  if (app_walk_can (fixture->window))
    return TRUE;
  g_test_skip ("no keys can be pressed here");
  return FALSE;
}

/* The weak place that the average hides is the one that is chosen; it gets support and another look. */
static void
test_support_by_keys (Fixture       *fixture,
                      gconstpointer  data)
{
  if (!can_walk (fixture))
    return;
  assert_chosen (fixture, "name", "Damson Row");
  assert_chosen (fixture, "support", "no support");
  app_walk_press (fixture->window, "Add a Support Action");
  app_walk_wait_form (fixture->window, TL_TABLE_ACTION);
  assert_about_place (fixture, "risk");
  app_walk_keys (fixture->window, "=Sit in on each evening round", NULL);
  app_walk_keep (fixture->window);
  assert_chosen (fixture, "name", "Damson Row");
  assert_chosen (fixture, "support", "1 support action");
  g_assert_true (app_test_says (fixture->view, "Sit in on each evening round"));

  app_walk_press (fixture->window, "Agree the Next Look");
  app_walk_wait_form (fixture->window, TL_TABLE_ACTION);
  assert_about_place (fixture, "risk");
  app_walk_enter (fixture->window, "due", "30 June 2026");
  app_walk_keep (fixture->window);
  g_assert_true (app_test_says (fixture->view, "Look at Damson Row again"));

  app_walk_press (fixture->window, "Change the Cause");
  app_walk_wait_form (fixture->window, TL_TABLE_CAUSE);
  assert_about_place (fixture, "risk");
  leave_form (fixture);
  app_walk_press (fixture->window, "Taken Up Here");
  app_walk_wait_form (fixture->window, TL_TABLE_LEARNING_REACH);
  assert_about_place (fixture, NULL);
  leave_form (fixture);
}

static GtkWidget *
find_cell (GtkWidget  *root,
           const char *fact)
{
  if (TL_IS_PLACE_CELL (root) && gtk_widget_get_mapped (root)
      && g_strcmp0 (tl_fact_cell_get_fact (TL_FACT_CELL (root)), fact) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_cell (child, fact);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_button (GtkWidget  *root,
             const char *action)
{
  if (GTK_IS_BUTTON (root) && gtk_widget_get_mapped (root)
      && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (root)), action) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, action);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* A press on a row chooses it, and one on a button opens its form, about that place. */
static void
test_learning_by_pointer (Fixture       *fixture,
                          gconstpointer  data)
{
  if (!can_walk (fixture))
    return;
  app_walk_click (fixture->window, find_cell (fixture->view, "Plover Court"));
  assert_chosen (fixture, "name", "Plover Court");
  app_walk_click (fixture->window, find_button (fixture->view, "places.note-learning"));
  app_walk_wait_form (fixture->window, TL_TABLE_LEARNING);
  assert_link (tl_edit_dialog_get_draft (app_walk_get_form (fixture->window)), "from_place",
               &tl_place_row_get_place (get_chosen (fixture))->place->base.id);
  leave_form (fixture);
  app_walk_click (fixture->window, find_cell (fixture->view, "Tansy House"));
  app_walk_click (fixture->window, find_button (fixture->view, "places.record-cause"));
  app_walk_wait_form (fixture->window, TL_TABLE_CAUSE);
  assert_about_place (fixture, "risk");
  leave_form (fixture);
}

/* From the table's rows by arrows, into what is said of a place by Enter; across the matrix by arrows, and back by Enter. */
static void
test_about_by_keys (Fixture       *fixture,
                    gconstpointer  data)
{
  GtkWidget *table = app_test_find (fixture->view, GTK_TYPE_COLUMN_VIEW);
  GtkWidget *pane = app_test_find (fixture->view, TL_TYPE_PLACE_PANE);
  TlPlacesMatrix *matrix = NULL;
  guint row, column;

  if (!can_walk (fixture))
    return;
  gtk_widget_grab_focus (table);
  gtk_column_view_scroll_to (GTK_COLUMN_VIEW (table), 1, NULL, GTK_LIST_SCROLL_FOCUS, NULL);
  app_walk_keys (fixture->window, "Down", "Down", NULL);
  assert_chosen (fixture, "name", "Osier Lodge");
  app_walk_keys (fixture->window, "Return", NULL);
  g_assert_nonnull (gtk_widget_get_focus_child (pane));

  app_walk_go (fixture->window, "Intervals");
  app_walk_keys (fixture->window, "Right", "Right", "Right", "space", NULL);
  matrix = app_test_find (fixture->view, TL_TYPE_PLACES_MATRIX);
  gtk_widget_grab_focus (GTK_WIDGET (matrix));
  app_walk_keys (fixture->window, "ctrl+Home", "Down", "Right", "Right", NULL);
  tl_places_matrix_get_active (matrix, &row, &column);
  g_assert_cmpuint (row, ==, 1);
  g_assert_cmpuint (column, ==, 2);
  app_walk_keys (fixture->window, "Return", NULL);
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (gtk_widget_get_mapped (table));
  assert_chosen (fixture, "name", "Damson Row");
}

static void
add_tests (void)
{
  g_test_add ("/places-work/support-by-keys", Fixture, NULL, set_up, test_support_by_keys, tear_down);
  g_test_add ("/places-work/about-by-keys", Fixture, NULL, set_up, test_about_by_keys, tear_down);
  g_test_add ("/places-work/learning-by-pointer", Fixture, NULL, set_up, test_learning_by_pointer, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
