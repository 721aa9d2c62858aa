/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "app-focus.h"
#include "app-spoken.h"
#include "app-stops.h"
#include "app-test.h"
#include "app-window.h"
#include "app-workbook.h"

#include "tl-edit-dialog.h"
#include "tl-editing.h"
#include "tl-locale.h"

/* The whole window in a language made up of the English, an accent on every letter and 40 % longer: whatever can be
 * read plainly, and isn't in the workbook, has never been asked of gettext, and what is cut off would be so in German.
 * On the way everything that takes the keyboard, in menus and dialogs too, must have a name, and Tab must come round with
 * the keyboard always in sight. */

/* Of which the frame that a window draws round itself leaves 360. */
#define NARROW 370

static void
close_dialog (TlWindow *window)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));

  if (dialog != NULL)
    adw_dialog_force_close (dialog);
  app_test_settle (GTK_WIDGET (window));
}

static void
look_at_menus (TlWindow   *window,
               GtkWidget  *root,
               GPtrArray  *problems)
{
  if (!gtk_widget_get_mapped (root))
    return;
  if (GTK_IS_MENU_BUTTON (root) && gtk_widget_is_sensitive (root))
    {
      GtkPopover *popover;

      gtk_menu_button_popup (GTK_MENU_BUTTON (root));
      popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (root));
      if (popover != NULL)
        {
          app_test_settle (GTK_WIDGET (window));
          app_spoken_judge (GTK_WIDGET (popover), problems);
          app_test_assert_named (GTK_WIDGET (popover));
          gtk_popover_popdown (popover);
        }
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    look_at_menus (window, child, problems);
}

static void
fail_with (GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (problems, i));
  if (problems->len > 0)
    {
      g_test_message ("%u in all", problems->len);
      g_test_fail ();
    }
}

static void
test_stops (gconstpointer data)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  AppStops stops = { NULL, };
  guint n_stops = 0;

  app_stops_set_up (&stops, GPOINTER_TO_INT (data));
  for (guint i = 0; i < app_stops_count (); i++)
    {
      GtkWidget *root = app_stops_open (&stops, i);

      app_spoken_set_where ("%s, %d wide", app_stops_get_name (i), stops.width);
      app_spoken_judge (root, problems);
      app_test_assert_named (root);
      app_focus_set_where (app_stops_get_name (i));
      n_stops += app_focus_walk (root, problems);
      /* Menus are as wide in a narrow window. */
      if (app_stops_is_view (i) && stops.width > NARROW)
        look_at_menus (stops.window, root, problems);
      app_stops_close (&stops);
    }
  /* The first one without a name has ended the program. */
  g_test_message ("Tab comes by %u things in %u windows, dialogs and forms, 0 of them without a name", n_stops, app_stops_count ());
  fail_with (problems);
  app_stops_tear_down (&stops);
}

/* ── Numbers ──────────────────────────────────────────────────────────────── */

static gboolean
has_no_dialog (gpointer window)
{
  return adw_application_window_get_visible_dialog (window) == NULL;
}

static GtkEditable *
open_measure (TlWindow   *window,
              const char *column)
{
  TlWorkbook *workbook = tl_window_get_workbook (window);
  TlSnapshot *snapshot = tl_assessment_get_snapshot (tl_workbook_get_assessment (workbook));
  const TlFacts *measure = tl_snapshot_find_ref (snapshot, TL_TABLE_MEASURE, "M7");
  GtkWidget *row;

  tl_editing_open (GTK_WIDGET (window), workbook, TL_TABLE_MEASURE, &measure->id);
  app_test_settle (GTK_WIDGET (window));
  row = tl_edit_dialog_find_row (TL_EDIT_DIALOG (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window))),
                                 column);
  return GTK_EDITABLE (app_test_find (row, GTK_TYPE_TEXT));
}

/* Decimals stand behind a comma in a form, may be typed behind a comma or a point, and are kept as a number. */
static void
test_numbers (void)
{
  static const char * const typed[] = { "3,75", "3.5" };
  static const double kept[] = { 3.75, 3.5 };
  g_autoptr (GFile) file = app_window_copy_sample ();
  TlWindow *window = app_window_open (file);

  g_assert_cmpstr (gtk_editable_get_text (open_measure (window, "baseline")), ==, "22,5");
  close_dialog (window);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      TlSnapshot *snapshot;

      gtk_editable_set_text (open_measure (window, "target"), typed[i]);
      gtk_widget_activate_action (GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window))),
                                  "edit.save", NULL);
      app_window_wait (has_no_dialog, window);
      app_window_wait (app_workbook_is_quiet, tl_window_get_workbook (window));
      snapshot = tl_assessment_get_snapshot (tl_workbook_get_assessment (tl_window_get_workbook (window)));
      g_assert_cmpfloat (((const TlMeasureFacts *) tl_snapshot_find_ref (snapshot, TL_TABLE_MEASURE, "M7"))->target, ==, kept[i]);
    }
  app_window_close (window);
}

static void
test_start (void)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  TlWindow *window = app_window_new ();

  app_spoken_set_where ("the start");
  app_spoken_judge (GTK_WIDGET (window), problems);
  look_at_menus (window, GTK_WIDGET (window), problems);
  fail_with (problems);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_tests (void)
{
  app_spoken_load (g_getenv ("TL_TEST_DATA"));
  g_test_add_func ("/languages/start", test_start);
  g_test_add_func ("/languages/numbers", test_numbers);
  g_test_add_data_func ("/languages/wide", GINT_TO_POINTER (1366), test_stops);
  g_test_add_data_func ("/languages/narrow", GINT_TO_POINTER (NARROW), test_stops);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  tl_locale_bind_words (LOCALE_DIR);
  return app_test_run (&argc, &argv, add_tests);
}
