/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-portal.h"
#include "app-test.h"
#include "app-window.h"
#include "app-workbook.h"

#include <glib/gstdio.h>
#include <string.h>

#include "tl-import-dialog.h"
#include "tl-progress-box.h"
#include "tl-window-exchange.h"
#include "tl-workbook-undo.h"

/* Spreadsheets in and out of the window, with real files. */

#define RISKS "Ref,Title,Likelihood\n"

typedef struct
{
  GFile *file;
  TlWindow *window;
  TlWorkbook *workbook;
  GFile *folder;
  char *risks;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = g_dir_make_tmp ("throughline-exchange-XXXXXX", NULL);

  fixture->file = app_window_copy_sample ();
  fixture->window = app_window_open (fixture->file);
  fixture->workbook = tl_window_get_workbook (fixture->window);
  fixture->folder = g_file_new_for_path (path);
  fixture->risks = g_build_filename (path, "Risks.csv", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  app_window_close (fixture->window);
  g_remove (fixture->risks);
  g_remove (g_file_peek_path (fixture->folder));
  g_clear_object (&fixture->file);
  g_clear_object (&fixture->folder);
  g_free (fixture->risks);
}

static void
write_risks (Fixture    *fixture,
             const char *rows)
{
  g_autofree char *text = g_strconcat (RISKS, rows, NULL);

  g_assert_true (g_file_set_contents (fixture->risks, text, -1, NULL));
}

static TlImportDialog *
get_dialog (TlWindow *window)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));

  return TL_IS_IMPORT_DIALOG (dialog) ? TL_IMPORT_DIALOG (dialog) : NULL;
}

static gboolean
is_read (gpointer window)
{
  TlImportDialog *dialog = get_dialog (window);
  GObject *stack = NULL;

  if (dialog != NULL)
    stack = gtk_widget_get_template_child (GTK_WIDGET (dialog), TL_TYPE_IMPORT_DIALOG, "stack");
  return stack != NULL && !g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "busy");
}

static gboolean
is_gone (gpointer window)
{
  return get_dialog (window) == NULL;
}

static TlImportDialog *
begin_import (Fixture    *fixture,
              GFile      *source,
              const char *name)
{
  tl_window_import (fixture->window, source);
  app_window_wait (is_read, fixture->window);
  app_test_settle (GTK_WIDGET (fixture->window));
  app_test_assert_named (GTK_WIDGET (get_dialog (fixture->window)));
  app_test_keep (GTK_WIDGET (fixture->window), name);
  return get_dialog (fixture->window);
}

static void
assert_says (TlImportDialog *dialog,
             const char     *part)
{
  if (!app_test_says (GTK_WIDGET (dialog), part))
    g_error ("The dialog doesn't say “%s”", part);
}

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *action)
{
  if (GTK_IS_ACTIONABLE (widget) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0
      && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, action);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
can_press (TlImportDialog *dialog,
           const char     *action)
{
  GtkWidget *button = find_button (GTK_WIDGET (dialog), action);

  return button != NULL && gtk_widget_is_sensitive (button);
}

static void
press (TlImportDialog *dialog,
       const char     *action)
{
  g_assert_true (can_press (dialog, action));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), action, NULL));
}

static const char *
get_title (Fixture    *fixture,
           const char *ref)
{
  return tl_risk_get_title (app_workbook_find_risk (fixture->workbook, ref));
}

static gboolean
has_first_title (gpointer data)
{
  return g_str_equal (get_title (data, "R1"), "Medicines missed");
}

static gboolean
has_lost_first_title (gpointer data)
{
  return !has_first_title (data);
}

static gboolean
can_undo (gpointer workbook)
{
  return tl_workbook_get_can_undo (workbook);
}

static void
test_import_is_shown_done_and_undone (Fixture       *fixture,
                                      gconstpointer  data)
{
  guint before = g_list_model_get_n_items (tl_workbook_get_risks (fixture->workbook));
  TlImportDialog *dialog;

  write_risks (fixture, "R1,Medicines missed,\nN1,Night cover,4\n");
  dialog = begin_import (fixture, fixture->folder, "import-shown");
  assert_says (dialog, "Rows: 1 added, 1 changed.");
  assert_says (dialog, "becomes \"Medicines missed\"");
  g_assert_cmpstr (get_title (fixture, "R1"), !=, "Medicines missed");

  press (dialog, "import.run");
  app_window_wait (is_gone, fixture->window);
  app_window_wait (has_first_title, fixture);
  g_assert_cmpuint (g_list_model_get_n_items (tl_workbook_get_risks (fixture->workbook)), ==, before + 1);

  app_window_wait (can_undo, fixture->workbook);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  app_window_wait (has_lost_first_title, fixture);
  g_assert_cmpuint (g_list_model_get_n_items (tl_workbook_get_risks (fixture->workbook)), ==, before);
}

static void
test_mended_file_is_read_again (Fixture       *fixture,
                                gconstpointer  data)
{
  TlImportDialog *dialog;

  write_risks (fixture, "R1,Medicines missed,six\n,Nameless,\n");
  dialog = begin_import (fixture, fixture->folder, "import-problems");
  assert_says (dialog, "There are 2 problems");
  assert_says (dialog, "Risks row 2, column \"Likelihood\": \"six\" is not a number from 1 to 5");
  g_assert_false (can_press (dialog, "import.run"));

  write_risks (fixture, "R1,Medicines missed,5\n");
  press (dialog, "import.again");
  app_window_wait (is_read, fixture->window);
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_false (app_test_says (GTK_WIDGET (dialog), "Problems"));
  press (dialog, "import.run");
  app_window_wait (has_first_title, fixture);
}

/* Only when it is asked for. */
static void
test_good_rows_alone (Fixture       *fixture,
                      gconstpointer  data)
{
  TlImportDialog *dialog;

  write_risks (fixture, "R1,Medicines missed,\nR2,Late calls,six\n");
  dialog = begin_import (fixture, fixture->folder, "import-good");
  g_assert_false (can_press (dialog, "import.run"));
  adw_switch_row_set_active (app_test_find (GTK_WIDGET (dialog), ADW_TYPE_SWITCH_ROW), TRUE);
  press (dialog, "import.run");
  app_window_wait (has_first_title, fixture);
  g_assert_cmpstr (get_title (fixture, "R2"), !=, "Late calls");
}

static void
test_what_is_no_spreadsheet (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->risks);
  TlImportDialog *dialog;

  /* What a spreadsheet program wrote twenty years ago. */
  g_assert_true (g_file_set_contents (fixture->risks, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, NULL));
  dialog = begin_import (fixture, file, "import-failed");
  assert_says (dialog, "Risks.csv: This spreadsheet is of an old kind (.xls)");
  g_assert_false (can_press (dialog, "import.run"));
  press (dialog, "import.cancel");
  app_window_wait (is_gone, fixture->window);
}

/* One sheet of a folder that was exported. */
static void
test_one_sheet_comes_back (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->risks);
  TlImportDialog *dialog;

  write_risks (fixture, "R1,Medicines missed,\n");
  dialog = begin_import (fixture, file, "import-sheet");
  assert_says (dialog, "Rows: 1 changed.");
  press (dialog, "import.run");
  app_window_wait (has_first_title, fixture);
}

static gboolean
exists (gpointer file)
{
  return g_file_query_exists (file, NULL);
}

static void
test_export_comes_back (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_get_child (fixture->folder, "out.xlsx");
  TlImportDialog *dialog;

  tl_window_export (fixture->window, file);
  app_window_wait (exists, file);
  dialog = begin_import (fixture, file, "import-equal");
  assert_says (dialog, "The workbook has all of this already.");
  g_assert_false (can_press (dialog, "import.run"));
  press (dialog, "import.cancel");
  app_window_wait (is_gone, fixture->window);
  g_assert_true (g_file_delete (file, NULL, NULL));
}

static AppPortal *portal;

/* From the menu: somebody fills it in elsewhere, and what is in it then is imported. */
static void
test_template (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_get_child (fixture->folder, "to-fill-in.xlsx");
  const char *choice[] = { g_file_peek_path (file), NULL };
  g_autofree char *proposed = NULL;
  TlImportDialog *dialog;

  app_portal_set_choice (portal, choice);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.save-template", NULL);
  app_window_wait (exists, file);
  proposed = app_portal_get_proposed (portal);
  g_assert_cmpstr (proposed, ==, "Throughline template.xlsx");
  dialog = begin_import (fixture, file, "import-equal");
  g_assert_false (can_press (dialog, "import.run"));
  press (dialog, "import.cancel");
  app_window_wait (is_gone, fixture->window);
  g_assert_true (g_file_delete (file, NULL, NULL));
}

/* Before it is known what it would do. */
static void
test_cancelled_import_leaves_nothing (Fixture       *fixture,
                                      gconstpointer  data)
{
  guint before = g_list_model_get_n_items (tl_workbook_get_risks (fixture->workbook));

  write_risks (fixture, "R1,Medicines missed,4\nN1,Night cover,4\n");
  tl_window_import (fixture->window, fixture->folder);
  g_assert_false (is_read (fixture->window));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_dialog (fixture->window)), "import.cancel", NULL));
  app_window_wait (is_gone, fixture->window);
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_cmpuint (g_list_model_get_n_items (tl_workbook_get_risks (fixture->workbook)), ==, before);
  g_assert_false (can_undo (fixture->workbook));
}

static gboolean
has_bar (gpointer window)
{
  return app_test_says (window, "Checking: 300 of 1000 rows");
}

static void
test_long_work_shows_how_far_it_is (void)
{
  g_autoptr (TlProgress) progress = tl_progress_new (NULL, NULL);
  TlProgressBox *box = g_object_new (TL_TYPE_PROGRESS_BOX, "progress", progress, NULL);
  GtkWidget *window = app_test_show (GTK_WIDGET (box), 360, 200);
  GtkProgressBar *bar = app_test_find (GTK_WIDGET (box), GTK_TYPE_PROGRESS_BAR);

  tl_progress_begin (G_CANCELLABLE (progress), TL_PROGRESS_STAGE_CHECKING, 1000);
  for (guint i = 0; i < 300; i++)
    g_assert_true (tl_progress_step (G_CANCELLABLE (progress), NULL));
  /* Most work is done before anybody could read this. */
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (bar)));
  app_window_wait (has_bar, window);
  g_assert_cmpfloat_with_epsilon (gtk_progress_bar_get_fraction (bar), 0.3, 0.001);
  app_test_assert_named (window);
  app_test_keep (window, "progress");

  tl_progress_box_set_progress (box, NULL);
  app_test_settle (window);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (bar)));
  app_test_close (window);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      saved)
{
  g_assert_true (tl_workbook_save_finish (TL_WORKBOOK (source), result, NULL));
  *(gboolean *) saved = TRUE;
}

static gboolean
is_saved (gpointer saved)
{
  return *(gboolean *) saved;
}

/* From the start page, before there is any workbook. */
static void
test_first_import (Fixture       *fixture,
                   gconstpointer  data)
{
  TlWindow *window = app_window_new ();
  g_autoptr (GFile) file = g_file_get_child (fixture->folder, "new.throughline");
  gboolean saved = FALSE;

  write_risks (fixture, "R1,Medicines missed,4\n");
  tl_window_import (window, fixture->folder);
  app_window_wait (is_read, window);
  app_test_settle (GTK_WIDGET (window));
  assert_says (get_dialog (window), "Rows: 1 added.");
  press (get_dialog (window), "import.run");
  app_window_wait (is_gone, window);
  g_assert_cmpuint (g_list_model_get_n_items (tl_workbook_get_risks (tl_window_get_workbook (window))), ==, 1);
  tl_workbook_save_async (tl_window_get_workbook (window), file, NULL, saved_cb, &saved);
  app_window_wait (is_saved, &saved);
  app_window_close (window);
  g_assert_true (g_file_delete (file, NULL, NULL));
}

static void
add_tests (void)
{
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/exchange/import-is-shown-done-and-undone", test_import_is_shown_done_and_undone);
  ADD ("/exchange/mended-file-is-read-again", test_mended_file_is_read_again);
  ADD ("/exchange/good-rows-alone", test_good_rows_alone);
  ADD ("/exchange/what-is-no-spreadsheet", test_what_is_no_spreadsheet);
  ADD ("/exchange/cancelled-import-leaves-nothing", test_cancelled_import_leaves_nothing);
  ADD ("/exchange/one-sheet-comes-back", test_one_sheet_comes_back);
  ADD ("/exchange/export-comes-back", test_export_comes_back);
  ADD ("/exchange/template", test_template);
  ADD ("/exchange/first-import", test_first_import);
#undef ADD
  g_test_add_func ("/exchange/long-work-shows-how-far-it-is", test_long_work_shows_how_far_it_is);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  /* Files are chosen by the portal, which is played. */
  g_setenv ("GDK_DEBUG", "portals", TRUE);
  portal = app_portal_new ();
  status = app_test_run (&argc, &argv, add_tests);
  app_portal_free (portal);
  return status;
}
