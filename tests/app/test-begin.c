/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ways into a workbook: what was open lately, where one was in it, and files that are dragged onto a window. */
#include "app-gate.h"
#include "app-test.h"
#include "app-window.h"
#include "app-workbook.h"

#include <string.h>

#include "tl-drop-notice.h"
#include "tl-format.h"
#include "tl-import-dialog.h"
#include "tl-recent-row.h"
#include "tl-recents.h"
#include "tl-start-page.h"
#include "tl-window-drop.h"
#include "tl-window-memory.h"

static GPtrArray *
list_rows (TlWindow *window)
{
  GPtrArray *rows = g_ptr_array_new ();
  GtkWidget *row = app_test_find (GTK_WIDGET (window), TL_TYPE_RECENT_ROW);

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    g_ptr_array_add (rows, row);
  return rows;
}

static gboolean
has_looked (gpointer data)
{
  GPtrArray *rows = data;

  for (guint i = 0; i < rows->len; i++)
    if (tl_recent_row_get_busy (g_ptr_array_index (rows, i)))
      return FALSE;
  return TRUE;
}

static const char *
get_view_name (TlWindow *window)
{
  return adw_view_stack_get_visible_child_name (app_test_find (GTK_WIDGET (window), ADW_TYPE_VIEW_STACK));
}

/* ── What was open lately ─────────────────────────────────────────────────── */

/* The workbook that was open stands on the start page with its place, opens from there, and is told to be missing. */
static void
test_recent_workbooks (void)
{
  g_autoptr (GFile) file = app_window_copy_sample ();
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GPtrArray) rows = NULL;
  TlWindow *window = app_window_open (file);

  app_window_close (window);
  window = app_window_new ();
  rows = list_rows (window);
  g_assert_cmpuint (rows->len, ==, 1);
  app_window_wait (has_looked, rows);
  g_assert_cmpstr (tl_recent_row_get_uri (g_ptr_array_index (rows, 0)), ==, uri);
  g_assert_false (tl_recent_row_get_missing (g_ptr_array_index (rows, 0)));
  g_assert_true (app_test_says (GTK_WIDGET (window), "Quillbrook.throughline"));
  app_test_assert_named (GTK_WIDGET (window));
  app_test_keep (GTK_WIDGET (window), "start-recent");
  g_signal_emit_by_name (g_ptr_array_index (rows, 0), "activated");
  app_window_wait (app_window_has_workbook, window);
  app_window_close (window);

  g_assert_true (g_file_delete (file, NULL, NULL));
  window = app_window_new ();
  g_ptr_array_unref (g_steal_pointer (&rows));
  rows = list_rows (window);
  g_assert_cmpuint (rows->len, ==, 1);
  app_window_wait (has_looked, rows);
  app_test_settle (GTK_WIDGET (window));
  g_assert_true (tl_recent_row_get_missing (g_ptr_array_index (rows, 0)));
  g_assert_true (app_test_says (GTK_WIDGET (window), "isn’t there any more"));
  app_test_keep (GTK_WIDGET (window), "start-missing");
  g_signal_emit_by_name (app_test_find (g_ptr_array_index (rows, 0), GTK_TYPE_BUTTON), "clicked");
  app_test_settle (GTK_WIDGET (window));
  g_assert_null (app_test_find (GTK_WIDGET (window), TL_TYPE_RECENT_ROW));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* ── Where one was ────────────────────────────────────────────────────────── */

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
test_view_and_risk_are_remembered (void)
{
  g_autoptr (GFile) file = app_window_copy_sample ();
  g_autoptr (GVariant) places = NULL;
  GSettings *settings = NULL;
  TlWindow *window = app_window_open (file);
  gpointer pointer = window;

  settings = tl_application_get_settings (tl_application_get ());
  g_assert_cmpstr (get_view_name (window), ==, "risks");
  tl_window_show_view (window, "places");
  g_object_set (window, "risk", app_workbook_find_risk (tl_window_get_workbook (window), "R4"), NULL);
  g_object_add_weak_pointer (G_OBJECT (window), &pointer);
  gtk_window_close (GTK_WINDOW (window));
  app_window_wait (is_gone, &pointer);

  places = g_settings_get_value (settings, "workbook-places");
  g_assert_cmpuint (g_variant_n_children (places), ==, 1);
  window = app_window_new ();
  g_settings_set_value (settings, "workbook-places", places);
  tl_window_open (window, file);
  app_window_wait (app_window_has_workbook, window);
  app_test_settle (GTK_WIDGET (window));
  g_assert_cmpstr (get_view_name (window), ==, "places");
  {
    g_autoptr (TlRisk) risk = NULL;

    g_object_get (window, "risk", &risk, NULL);
    g_assert_true (risk == app_workbook_find_risk (tl_window_get_workbook (window), "R4"));
  }
  app_window_close (window);
}

/* What is removed from this computer isn't found on its start page either. */
static void
test_forgotten (void)
{
  g_autoptr (GFile) file = app_window_copy_sample ();
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GVariant) places = NULL;
  TlWindow *window = app_window_open (file);

  g_assert_true (gtk_recent_manager_has_item (gtk_recent_manager_get_default (), uri));
  gtk_widget_set_visible (GTK_WIDGET (window), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (window), TRUE);
  tl_window_forget (window);
  places = g_settings_get_value (tl_application_get_settings (tl_application_get ()), "workbook-places");
  g_assert_cmpuint (g_variant_n_children (places), ==, 0);
  g_assert_false (gtk_recent_manager_has_item (gtk_recent_manager_get_default (), uri));
  app_test_settle (GTK_WIDGET (window));
  app_window_close (window);
}

/* ── Files dragged onto the window ────────────────────────────────────────── */

static GtkDropTarget *
find_target (TlWindow *window)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }
  g_error ("Nothing can be dropped on the window");
}

static gboolean
drop (TlWindow   *window,
      GFile      *file)
{
  g_autoptr (GSList) files = g_slist_append (NULL, file);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_list (files));
  g_signal_emit_by_name (find_target (window), "drop", &value, 10.0, 10.0, &taken);
  app_test_settle (GTK_WIDGET (window));
  return taken;
}

static void
assert_plan (TlWindow   *window,
             TlDropUse   use,
             const char *says,
             ...)
{
  g_autoslist (GFile) files = NULL;
  g_autofree char *sentence = NULL;
  const char *name;
  va_list names;

  va_start (names, says);
  while ((name = va_arg (names, const char *)) != NULL)
    files = g_slist_append (files, g_file_new_build_filename ("/nowhere", name, NULL));
  va_end (names);
  g_assert_cmpint (tl_window_plan_drop (window, files, &sentence), ==, use);
  g_assert_cmpstr (sentence, ==, says);
}

/* Before anything is let go of, the window says what will become of it. */
static void
test_drop_is_planned (void)
{
  g_autoptr (GFile) file = app_window_copy_sample ();
  TlWindow *empty = app_window_new (), *window = app_window_open (file);

  assert_plan (empty, TL_DROP_OPENED, "Open “a.throughline”", "a.throughline", NULL);
  assert_plan (empty, TL_DROP_OPENED, "Open 2 workbooks", "a.throughline", "B.THROUGHLINE", NULL);
  assert_plan (empty, TL_DROP_IMPORTED, "Begin a workbook with what “old tracker.xlsx” holds, after a look at it",
               "old tracker.xlsx", NULL);
  assert_plan (window, TL_DROP_IMPORTED, "Import “old.csv” into this workbook, after a look at what it holds", "old.csv", NULL);
  assert_plan (window, TL_DROP_REFUSED, "“holiday.jpg” is neither a workbook nor a spreadsheet that can be imported.",
               "a.throughline", "holiday.jpg", NULL);
  assert_plan (window, TL_DROP_REFUSED, "Drop either workbooks or one spreadsheet, not both.", "a.throughline", "b.xlsx", NULL);
  assert_plan (window, TL_DROP_REFUSED, "Drop one spreadsheet at a time, or the folder that they are in.", "a.csv", "b.csv", NULL);
  tl_workbook_set_as_at (tl_window_get_workbook (window), tl_workbook_get_today (tl_window_get_workbook (window)) - 7);
  app_window_wait (app_window_has_workbook, window);
  assert_plan (window, TL_DROP_REFUSED, "This workbook can’t be changed now, so nothing can be imported into it.", "b.xlsx", NULL);
  gtk_window_destroy (GTK_WINDOW (empty));
  app_window_close (window);
}

static void
test_dropped_workbook_opens_and_junk_is_refused (void)
{
  g_autoptr (GFile) file = app_window_copy_sample ();
  g_autoptr (GFile) junk = g_file_new_for_path ("/nowhere/holiday.jpg");
  TlWindow *window = app_window_new ();
  GdkDragAction action = 0;

  g_assert_false (drop (window, junk));
  g_assert_true (app_test_says (GTK_WIDGET (window), "neither a workbook nor a spreadsheet"));
  g_assert_true (tl_window_is_empty (window));
  g_assert_true (drop (window, file));
  app_window_wait (app_window_has_workbook, window);
  g_assert_cmpstr (tl_workbook_get_provider (tl_window_get_workbook (window)), ==, "Quillbrook Care");

  /* Moving about with nothing known yet says nothing. */
  g_signal_emit_by_name (find_target (window), "motion", 10.0, 10.0, &action);
  g_assert_cmpint (action, ==, GDK_ACTION_COPY);
  g_assert_null (app_test_find (GTK_WIDGET (window), TL_TYPE_DROP_NOTICE));
  app_window_close (window);
}

static gboolean
has_import (gpointer data)
{
  return app_test_find (data, TL_TYPE_IMPORT_DIALOG) != NULL;
}

/* From the file manager or the command line: a spreadsheet is no damaged workbook. */
static void
test_opened_spreadsheet_is_imported (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "libreoffice", "template-filled.xlsx", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  TlWindow *window = app_window_new ();
  GFile *files[] = { file };

  g_signal_emit_by_name (gtk_window_get_application (GTK_WINDOW (window)), "open", files, 1, "");
  app_window_wait (has_import, window);
  adw_dialog_force_close (app_test_find (GTK_WIDGET (window), TL_TYPE_IMPORT_DIALOG));
  app_window_close (window);
}

/* ── Another day ──────────────────────────────────────────────────────────── */

static gboolean
is_quiet (gpointer workbook)
{
  return !tl_workbook_get_busy (workbook);
}

/* By keyboard: the calendar comes, a day that is still to come is refused with a sentence, and today comes back. */
static void
test_another_day_by_keyboard (void)
{
  g_autoptr (GFile) file = app_window_copy_sample ();
  TlWindow *window = app_window_open (file);
  TlWorkbook *workbook = tl_window_get_workbook (window);
  TlDay today = tl_workbook_get_today (workbook);
  GtkCalendar *calendar = NULL;
  AdwBanner *banner = NULL;
  g_autoptr (GDateTime) later = NULL, earlier = NULL;

  if (!app_window_press (window, "ctrl+t", NULL))
    {
      g_test_skip ("keys can't be pressed here");
      app_window_close (window);
      return;
    }
  calendar = app_test_find (GTK_WIDGET (window), GTK_TYPE_CALENDAR);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (calendar)));
  later = g_date_time_add_days (gtk_calendar_get_date (calendar), 1);
  gtk_calendar_select_day (calendar, later);
  app_test_settle (GTK_WIDGET (window));
  g_assert_cmpint (tl_workbook_get_as_at (workbook), ==, today);
  g_assert_true (app_test_says (gtk_widget_get_ancestor (GTK_WIDGET (calendar), GTK_TYPE_POPOVER), "still to come"));

  earlier = g_date_time_add_days (later, -8);
  gtk_calendar_select_day (calendar, earlier);
  app_window_wait (is_quiet, workbook);
  g_assert_cmpint (tl_workbook_get_as_at (workbook), ==, today - 7);
  g_assert_false (tl_workbook_get_editable (workbook));
  g_assert_false (app_test_says (gtk_widget_get_ancestor (GTK_WIDGET (calendar), GTK_TYPE_POPOVER), "still to come"));
  app_test_keep (GTK_WIDGET (window), "another-day");
  app_window_press (window, "Escape", NULL);
  banner = app_test_find (GTK_WIDGET (window), ADW_TYPE_BANNER);
  g_assert_nonnull (banner);
  g_assert_true (app_test_says (GTK_WIDGET (window), "Editing is off."));
  app_window_press (window, "ctrl+shift+t", NULL);
  app_window_wait (is_quiet, workbook);
  g_assert_cmpint (tl_workbook_get_as_at (workbook), ==, today);
  g_assert_true (tl_workbook_get_editable (workbook));
  app_window_close (window);
}

/* ── The window ───────────────────────────────────────────────────────────── */

static void
test_window_keeps_its_size (void)
{
  TlWindow *window = app_window_new (), *next = NULL;
  int width, height;

  gtk_window_set_default_size (GTK_WINDOW (window), 1010, 640);
  app_test_settle (GTK_WIDGET (window));
  app_window_close (window);
  next = tl_window_new (TL_APPLICATION (g_application_get_default ()));
  gtk_window_get_default_size (GTK_WINDOW (next), &width, &height);
  g_assert_cmpint (width, ==, 1010);
  g_assert_cmpint (height, ==, 640);
  gtk_window_destroy (GTK_WINDOW (next));
}

/* ── Another day ──────────────────────────────────────────────────────────── */

static gboolean
says_it_is_working (gpointer window)
{
  return app_test_says (window, "Working out how everything stood on");
}

static gboolean
says_it_was_then (gpointer window)
{
  return app_test_says (window, "Shown as it stood on");
}

/* While another day is being worked out nobody reads today's rows as that day's. */
static void
test_another_day_takes_a_while (void)
{
  g_autoptr (GFile) file = app_window_copy_sample ();
  TlWindow *window = app_window_open (file);
  TlWorkbook *workbook = tl_window_get_workbook (window);
  g_autofree char *today = tl_format_day (tl_workbook_get_today (workbook));
  g_autofree char *then = tl_format_day (tl_workbook_get_today (workbook) - 7);
  g_autofree char *as_at_today = g_strdup_printf ("As at %s", today), *as_at_then = g_strdup_printf ("As at %s", then);
  AppGate *gate = app_gate_new ();

  tl_workbook_set_as_at (workbook, tl_workbook_get_today (workbook) - 7);
  app_window_wait (says_it_is_working, window);
  g_assert_true (app_test_says (GTK_WIDGET (window), as_at_today));
  g_assert_false (says_it_was_then (window));
  g_assert_false (tl_workbook_get_editable (workbook));
  app_test_keep (GTK_WIDGET (window), "another-day-awaited");

  app_gate_open (gate);
  app_window_wait (is_quiet, workbook);
  g_assert_true (says_it_was_then (window));
  g_assert_false (says_it_is_working (window));
  g_assert_true (app_test_says (GTK_WIDGET (window), as_at_then));
  app_window_close (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/begin/recent", test_recent_workbooks);
  g_test_add_func ("/begin/remembered", test_view_and_risk_are_remembered);
  g_test_add_func ("/begin/forgotten", test_forgotten);
  g_test_add_func ("/begin/drop/planned", test_drop_is_planned);
  g_test_add_func ("/begin/drop/done", test_dropped_workbook_opens_and_junk_is_refused);
  g_test_add_func ("/begin/opened-spreadsheet", test_opened_spreadsheet_is_imported);
  g_test_add_func ("/begin/window-size", test_window_keeps_its_size);
  g_test_add_func ("/begin/another-day", test_another_day_by_keyboard);
  g_test_add_func ("/begin/another-day-takes-a-while", test_another_day_takes_a_while);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
