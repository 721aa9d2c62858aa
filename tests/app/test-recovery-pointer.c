/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a recovery begins by pointer, and how the keyboard comes to all of the window. */
#include "app-recovery.h"

#include "tl-line-cell.h"
#include "tl-row-chooser.h"
#include "tl-workbook-undo.h"

static GtkWidget *
find_field (AppRecovery    *fixture,
            const char *column,
            GType       type)
{
  return app_test_find (tl_edit_dialog_find_row (app_walk_get_form (fixture->window), column), type);
}

/* Only what must be typed is typed. */
static void
click_and_type (AppRecovery    *fixture,
                const char *column,
                GType       type,
                const char *text)
{
  g_autofree char *typed = g_strconcat ("=", text, NULL);

  app_walk_click (fixture->window, find_field (fixture, column, type));
  app_walk_keys (fixture->window, "ctrl+a", typed, NULL);
}

static void
click_save (AppRecovery *fixture)
{
  app_walk_click_on (fixture->window, GTK_TYPE_BUTTON, "Save");
  app_window_wait (app_recovery_has_no_dialog, fixture->window);
  app_test_settle (GTK_WIDGET (fixture->window));
}

static void
click_word (AppRecovery    *fixture,
            const char *column,
            const char *word)
{
  GtkWidget *list = find_field (fixture, column, GTK_TYPE_DROP_DOWN);

  app_walk_click (fixture->window, list);
  app_walk_click (fixture->window, app_walk_see (app_test_find (list, GTK_TYPE_LIST_VIEW), GTK_TYPE_LABEL, word));
}

/* Opens a chooser, types some of a name, and clicks on what is offered. */
static void
click_choice (AppRecovery    *fixture,
              const char *column,
              const char *typed,
              const char *offered)
{
  GtkWidget *row = tl_edit_dialog_find_row (app_walk_get_form (fixture->window), column);
  g_autofree char *keys = g_strconcat ("=", typed, NULL);

  app_walk_click (fixture->window, app_test_find (row, GTK_TYPE_MENU_BUTTON));
  app_walk_keys (fixture->window, keys, NULL);
  app_test_settle (GTK_WIDGET (fixture->window));
  app_walk_click (fixture->window, app_walk_see (app_test_find (row, TL_TYPE_ROW_CHOOSER), GTK_TYPE_LABEL, offered));
}

static gboolean
can_undo (gpointer workbook)
{
  return tl_workbook_get_can_undo (workbook);
}

static gboolean
has_no_action (gpointer workbook)
{
  return g_list_model_get_n_items (tl_workbook_get_actions (workbook)) == 0 && app_workbook_is_quiet (workbook);
}

static void
begin_by_pointer (AppRecovery *fixture)
{
  TlWindow *window = fixture->window;

  app_walk_click_on (window, ADW_TYPE_ACTION_ROW, "Start Empty");
  app_walk_keys (window, "=Larkfield Care", NULL);
  app_walk_click_on (window, GTK_TYPE_BUTTON, "Begin");
  app_window_wait (app_window_has_workbook, window);
  fixture->workbook = tl_window_get_workbook (window);
  app_recovery_settle_today (fixture);
  app_test_settle (GTK_WIDGET (window));
  app_walk_click_on (window, GTK_TYPE_BUTTON, "Add a Risk");
  app_walk_wait_form (window, TL_TABLE_RISK);
  click_and_type (fixture, "title", GTK_TYPE_TEXT, "Medicines not signed for");
  click_word (fixture, "theme", "Medicines");
  click_save (fixture);
  fixture->page = tl_risks_view_get_page (app_test_find (GTK_WIDGET (window), TL_TYPE_RISKS_VIEW));
}

/* The page is left and comes back from the row of its risk. */
static void
close_and_open (AppRecovery *fixture)
{
  TlWindow *window = fixture->window;
  GtkWidget *row;

  app_walk_click_on (window, GTK_TYPE_BUTTON, "Close This Page");
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->page)));
  app_test_keep (GTK_WIDGET (window), "pointer");
  row = app_test_find (app_test_find (GTK_WIDGET (window), GTK_TYPE_COLUMN_VIEW), TL_TYPE_LINE_CELL);
  for (guint i = 0; i < 2; i++)
    app_walk_click (window, row);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->page)));
}

/* Begin, add, write, rate, act, take that back, and come back to it from the register. */
static void
test_by_pointer (void)
{
  AppRecovery fixture = { app_window_new () };
  TlWindow *window = fixture.window;

  if (!app_walk_can (window))
    {
      g_test_skip ("nothing can be clicked here");
      app_recovery_end (&fixture);
      return;
    }
  begin_by_pointer (&fixture);
  app_walk_click_on (window, GTK_TYPE_BUTTON, "Write What Was Wrong");
  click_and_type (&fixture, "baseline_issue", GTK_TYPE_TEXT_VIEW, "Charts had gaps.");
  click_save (&fixture);
  app_walk_click_on (window, GTK_TYPE_TOGGLE_BUTTON, "Found");
  app_walk_click_on (window, GTK_TYPE_BUTTON, "Rate the Risk");
  app_walk_click_on (window, GTK_TYPE_BUTTON, "Likelihood 4, impact 5: 20, high");
  click_save (&fixture);
  app_recovery_assert_shows (&fixture, "9 June 2026: likelihood 4, impact 5");

  /* Whoever does it is added on the way; the offer to undo takes the action back, and not them. */
  app_walk_click_on (window, GTK_TYPE_BUTTON, "Add an Action");
  click_and_type (&fixture, "title", GTK_TYPE_TEXT, "Check every chart at handover");
  click_choice (&fixture, "person", "Kit Halloran", "Add Kit Halloran…");
  app_walk_wait_form (window, TL_TABLE_PERSON);
  click_and_type (&fixture, "role", GTK_TYPE_TEXT, "Medicines lead");
  app_walk_click_on (window, GTK_TYPE_BUTTON, "Save");
  app_walk_wait_form (window, TL_TABLE_ACTION);
  click_save (&fixture);
  app_recovery_assert_says (&fixture, TL_LINE_LINK_ACTED, "Acted, weak: 1 action, 0 done, 0 proven. 1 finding");
  app_window_wait (can_undo, fixture.workbook);
  app_walk_click (window, app_walk_see (app_test_find (GTK_WIDGET (window), ADW_TYPE_TOAST_OVERLAY), GTK_TYPE_BUTTON, "Undo"));
  app_window_wait (has_no_action, fixture.workbook);
  app_test_settle (GTK_WIDGET (window));
  app_recovery_assert_says (&fixture, TL_LINE_LINK_ACTED, "Acted, missing: No action");
  g_assert_cmpuint (g_list_model_get_n_items (tl_workbook_get_people (fixture.workbook)), ==, 1);
  close_and_open (&fixture);
  app_recovery_end (&fixture);
}

/* Nothing but the keyboard moves by Tab, and it comes to all of the window. */
static void
test_around_the_window (void)
{
  g_autoptr (GFile) file = app_window_copy_sample ();
  TlWindow *window = app_window_open (file);
  AdwViewStack *views = app_test_find (GTK_WIDGET (window), ADW_TYPE_VIEW_STACK);

  if (!app_walk_can (window))
    {
      g_test_skip ("no keys can be pressed here");
      app_window_close (window);
      return;
    }
  app_walk_go (window, "Main Menu");
  app_walk_keys (window, "Tab", NULL);
  g_assert_true (gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), GTK_TYPE_LIST_BOX) != NULL);
  app_walk_go (window, "Search Risks");
  app_walk_go (window, "Main Menu");
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (views), ==, "risks");
  app_window_close (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/recovery-pointer/by-pointer", test_by_pointer);
  g_test_add_func ("/recovery-pointer/around-the-window", test_around_the_window);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
