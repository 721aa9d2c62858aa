/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-test.h"
#include "app-window.h"
#include "app-workbook.h"

#include <string.h>

#include "tl-backup-dialog.h"
#include "tl-backup-row.h"
#include "tl-workbook-commands.h"
#include "tl-workbook-undo.h"

/* Going back to a backup, and leaving nothing on this computer, from the keyboard to the file. */

#define DAY G_GINT64_CONSTANT (86400000)
#define TUESDAY G_GINT64_CONSTANT (1780995600000)

typedef struct
{
  GFile *file;
  TlWindow *window;
  TlId document;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->file = app_window_copy_sample ();
  fixture->window = app_window_open (fixture->file);
  fixture->document = *tl_store_get_document (tl_workbook_get_store (tl_window_get_workbook (fixture->window)));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    app_window_close (fixture->window);
  g_clear_object (&fixture->file);
  /* Each test has a copy of the same workbook. */
  g_assert_true (tl_backup_remove_all (&fixture->document, NULL));
}

static TlWorkbook *
get_workbook (Fixture *fixture)
{
  return tl_window_get_workbook (fixture->window);
}

static const char *
get_title (Fixture *fixture)
{
  return tl_risk_get_title (app_workbook_find_risk (get_workbook (fixture), "R1"));
}

static void
rename_risk (Fixture    *fixture,
             const char *title)
{
  TlRisk *risk = app_workbook_find_risk (get_workbook (fixture), "R1");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tl_workbook_rename_risk_async (get_workbook (fixture), risk, title, NULL, app_workbook_answer_cb, &result);
  app_window_wait (app_workbook_has_answer, &result);
  tl_workbook_apply_finish (get_workbook (fixture), result, &error);
  g_assert_no_error (error);
}

static void
back_up (Fixture *fixture,
         guint    n)
{
  TlStore *store = tl_workbook_get_store (get_workbook (fixture));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *remark = NULL;

  tl_store_back_up_async (store, TL_BACKUP_OCCASION_NOW, tl_day_from_time (TUESDAY + n * DAY), TUESDAY + n * DAY, NULL,
                          app_workbook_answer_cb, &result);
  app_window_wait (app_workbook_has_answer, &result);
  tl_store_back_up_finish (store, result, NULL, &remark, &error);
  g_assert_no_error (error);
}

static GtkWidget *
get_dialog (TlWindow *window)
{
  return GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
}

static gboolean
has_rows (gpointer data)
{
  GtkWidget *dialog = get_dialog (data);

  return dialog != NULL && app_test_find (dialog, TL_TYPE_BACKUP_ROW) != NULL;
}

static gboolean
has_no_dialog (gpointer data)
{
  return get_dialog (data) == NULL;
}

static gboolean
has_alert (gpointer data)
{
  return ADW_IS_ALERT_DIALOG (get_dialog (data));
}

/* Opens it and gives the rows, the latest backup first. */
static GPtrArray *
open_backups (TlWindow *window)
{
  GPtrArray *rows = g_ptr_array_new ();
  GtkWidget *dialog;

  app_window_wait (has_rows, window);
  app_test_settle (GTK_WIDGET (window));
  dialog = get_dialog (window);
  app_test_assert_named (dialog);
  for (GtkWidget *row = app_test_find (dialog, TL_TYPE_BACKUP_ROW); row != NULL; row = gtk_widget_get_next_sibling (row))
    g_ptr_array_add (rows, row);
  return rows;
}

static gboolean
is_second_title (gpointer data)
{
  return strcmp (get_title (data), "Second title") == 0;
}

static gboolean
has_backup (gpointer data)
{
  g_autoptr (GPtrArray) found = tl_backup_list (&((Fixture *) data)->document, NULL);

  return found->len > 0;
}

/* The one that is made by itself, so that none comes in between however long the rest takes. */
static void
make_today (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  rename_risk (fixture, "Zeroth title");
  tl_workbook_save_async (get_workbook (fixture), NULL, NULL, app_workbook_answer_cb, &result);
  app_window_wait (app_workbook_has_answer, &result);
  tl_workbook_save_finish (get_workbook (fixture), result, &error);
  g_assert_no_error (error);
  app_window_wait (has_backup, fixture);
}

/* Two backups besides, and something done since each. */
static void
make_two (Fixture *fixture)
{
  make_today (fixture);
  rename_risk (fixture, "Original title");
  back_up (fixture, 0);
  rename_risk (fixture, "First title");
  back_up (fixture, 1);
  rename_risk (fixture, "Second title");
  app_window_wait (is_second_title, fixture);
}

static gboolean
is_first_title (gpointer data)
{
  return strcmp (get_title (data), "First title") == 0;
}

static void
test_restored_by_keyboard_and_undone (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autoptr (GPtrArray) rows = NULL;

  make_two (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.restore-backup", NULL);
  rows = open_backups (fixture->window);
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_true (tl_backup_row_get_chosen (rows->pdata[0]));
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (rows->pdata[0]), "1 change since, by "));
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (rows->pdata[1]), "2 changes since, the last by "));

  if (!app_window_press (fixture->window, "alt+r", NULL))
    {
      g_test_skip ("No keys can be pressed here");
      return;
    }
  app_window_wait (is_first_title, fixture);
  app_window_wait (has_no_dialog, fixture->window);
  g_assert_true (app_window_press (fixture->window, "ctrl+z", NULL));
  app_window_wait (is_second_title, fixture);
}

static gboolean
is_original (gpointer data)
{
  return strcmp (get_title (data), "Original title") == 0;
}

/* Another one is chosen by arrow keys, and what was changed since it is listed. */
static void
test_another_is_chosen_by_keyboard (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr (GPtrArray) rows = NULL;
  GtkWidget *dialog;

  make_two (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.restore-backup", NULL);
  rows = open_backups (fixture->window);
  dialog = get_dialog (fixture->window);
  gtk_widget_grab_focus (rows->pdata[0]);
  if (!app_window_press (fixture->window, "Down", "space", NULL))
    {
      g_test_skip ("No keys can be pressed here");
      adw_dialog_force_close (ADW_DIALOG (dialog));
      return;
    }
  g_assert_true (tl_backup_row_get_chosen (rows->pdata[1]));
  g_assert_false (tl_backup_row_get_chosen (rows->pdata[0]));
  g_assert_true (app_window_press (fixture->window, "alt+r", NULL));
  app_window_wait (is_original, fixture);
  app_window_wait (has_no_dialog, fixture->window);
}

/* Escape leaves everything as it was. */
static void
test_escape_changes_nothing (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (GPtrArray) rows = NULL;

  make_two (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.restore-backup", NULL);
  rows = open_backups (fixture->window);
  if (!app_window_press (fixture->window, "Escape", NULL))
    adw_dialog_force_close (ADW_DIALOG (get_dialog (fixture->window)));
  app_window_wait (has_no_dialog, fixture->window);
  g_assert_true (is_second_title (fixture));
}

static gboolean
has_action (GtkWidget  *dialog,
            const char *name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (dialog); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_BUTTON (child) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (child)), name) == 0)
        return gtk_widget_is_sensitive (child);
      if (has_action (child, name))
        return TRUE;
    }
  return FALSE;
}

/* As at another day nothing can be changed, but a copy can be opened. */
static void
test_read_only_offers_a_copy (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (GPtrArray) rows = NULL;
  GtkApplication *application = GTK_APPLICATION (tl_application_get ());
  TlWindow *copy = NULL;

  make_two (fixture);
  tl_workbook_set_as_at (get_workbook (fixture), tl_workbook_get_today (get_workbook (fixture)) - 7);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.restore-backup", NULL);
  rows = open_backups (fixture->window);
  g_assert_false (has_action (get_dialog (fixture->window), "backup.restore"));
  g_assert_true (has_action (get_dialog (fixture->window), "backup.open-copy"));
  gtk_widget_activate_action (get_dialog (fixture->window), "backup.open-copy", NULL);
  app_window_wait (has_no_dialog, fixture->window);
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (TL_IS_WINDOW (l->data) && l->data != fixture->window)
      copy = l->data;
  g_assert_nonnull (copy);
  app_window_wait (app_window_has_workbook, copy);
  g_assert_cmpint (tl_workbook_get_saved_state (tl_window_get_workbook (copy)), ==, TL_SAVED_STATE_UNTITLED);
  app_window_close (copy);
}

static void
respond (TlWindow   *window,
         const char *response)
{
  GtkWidget *dialog = get_dialog (window);

  g_signal_emit_by_name (dialog, "response", response);
  if (get_dialog (window) == dialog)
    adw_dialog_force_close (ADW_DIALOG (dialog));
}

static GFile *
get_aside (Fixture *fixture)
{
  g_autoptr (GFile) folder = g_file_get_parent (fixture->file);

  return g_file_get_child (folder, "Quillbrook (damaged).throughline");
}

/* A file that turned to rubbish is brought back with everything, and the rubbish is kept. */
static void
test_damaged_file_is_brought_back (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autoptr (GFile) aside = get_aside (fixture);
  g_autoptr (GPtrArray) rows = NULL;

  make_two (fixture);
  app_window_close (fixture->window);
  g_assert_true (g_file_set_contents (g_file_peek_path (fixture->file), "Rubbish", -1, NULL));

  fixture->window = app_window_new ();
  tl_window_open (fixture->window, fixture->file);
  app_window_wait (has_alert, fixture->window);
  app_test_settle (GTK_WIDGET (fixture->window));
  if (!app_window_press (fixture->window, "Return", NULL))
    respond (fixture->window, "restore");
  rows = open_backups (fixture->window);
  /* What was worked on last is there too, with what no backup had. */
  g_assert_cmpuint (rows->len, ==, 3);
  tl_backup_row_choose (rows->pdata[rows->len - 2]);
  if (!app_window_press (fixture->window, "alt+r", NULL))
    gtk_widget_activate_action (get_dialog (fixture->window), "backup.restore", NULL);
  app_window_wait (app_window_has_workbook, fixture->window);
  app_window_wait (is_first_title, fixture);
  app_window_wait (has_alert, fixture->window);
  g_assert_true (g_file_query_exists (aside, NULL));
  adw_dialog_force_close (ADW_DIALOG (get_dialog (fixture->window)));
  /* What came after it isn't lost either. */
  while (!tl_workbook_get_can_undo (get_workbook (fixture)))
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  app_window_wait (is_second_title, fixture);
}

static gboolean
is_empty (gpointer data)
{
  return tl_window_is_empty (data);
}

static void
test_removed_by_keyboard (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autofree char *folder = tl_backup_get_folder (&fixture->document);
  const char *body;
  TlWorkbook *workbook;
  GtkLabel *place;
  TlRisk *risk;

  make_two (fixture);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
  app_test_settle (GTK_WIDGET (fixture->window));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.remove", NULL);
  app_window_wait (has_alert, fixture->window);
  app_test_settle (GTK_WIDGET (fixture->window));
  app_test_keep (GTK_WIDGET (fixture->window), "remove-narrow");
  body = adw_alert_dialog_get_body (ADW_ALERT_DIALOG (get_dialog (fixture->window)));
  g_assert_nonnull (strstr (body, "3 backups ("));
  place = app_test_find (adw_alert_dialog_get_extra_child (ADW_ALERT_DIALOG (get_dialog (fixture->window))),
                         GTK_TYPE_LABEL);
  g_assert_cmpstr (gtk_label_get_text (place), ==, g_file_peek_path (fixture->file));
  app_test_settle (GTK_WIDGET (fixture->window));

  /* Whoever just presses Return has removed nothing. */
  if (app_window_press (fixture->window, "Return", NULL))
    {
      app_window_wait (has_no_dialog, fixture->window);
      g_assert_false (tl_window_is_empty (fixture->window));
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.remove", NULL);
      app_window_wait (has_alert, fixture->window);
      app_test_settle (GTK_WIDGET (fixture->window));
      g_assert_true (app_window_press (fixture->window, "alt+r", NULL));
    }
  else
    respond (fixture->window, "remove");
  app_window_wait (is_empty, fixture->window);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));

  /* The file has everything, what had not been saved yet among it. */
  workbook = app_workbook_open_file (fixture->file);
  risk = app_workbook_find_risk (workbook, "R1");
  g_assert_cmpstr (tl_risk_get_title (risk), ==, "Second title");
  app_workbook_close (workbook);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static gboolean
is_named (gpointer data)
{
  return app_window_has_workbook (data) && tl_workbook_get_provider (tl_window_get_workbook (data))[0] != '\0';
}

static void
test_untitled_is_not_removed (void)
{
  TlWindow *window = app_window_new ();
  gpointer pointer = window;

  tl_window_begin (window, "Quillbrook Care");
  app_window_wait (is_named, window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.remove", NULL);
  app_window_wait (has_alert, window);
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (get_dialog (window))), ==,
                   "Save It First");
  adw_dialog_force_close (ADW_DIALOG (get_dialog (window)));
  app_window_wait (has_no_dialog, window);
  g_assert_false (tl_window_is_empty (window));
  gtk_window_close (GTK_WINDOW (window));
  app_window_wait (has_alert, window);
  g_object_add_weak_pointer (G_OBJECT (window), &pointer);
  respond (window, "discard");
  app_window_wait (is_gone, &pointer);
}

static void
add_tests (void)
{
  g_test_add ("/app/backups/restored-and-undone", Fixture, NULL, set_up, test_restored_by_keyboard_and_undone, tear_down);
  g_test_add ("/app/backups/another-chosen", Fixture, NULL, set_up, test_another_is_chosen_by_keyboard, tear_down);
  g_test_add ("/app/backups/escape", Fixture, NULL, set_up, test_escape_changes_nothing, tear_down);
  g_test_add ("/app/backups/copy", Fixture, NULL, set_up, test_read_only_offers_a_copy, tear_down);
  g_test_add ("/app/backups/damaged-file", Fixture, NULL, set_up, test_damaged_file_is_brought_back, tear_down);
  g_test_add ("/app/backups/removed", Fixture, NULL, set_up, test_removed_by_keyboard, tear_down);
  g_test_add_func ("/app/backups/untitled", test_untitled_is_not_removed);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
