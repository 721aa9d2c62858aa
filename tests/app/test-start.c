/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-test.h"
#include "app-window.h"
#include "app-workbook.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "tl-kept-row.h"
#include "tl-start-page.h"
#include "tl-window-private.h"
#include "tl-workbook-commands.h"
#include "tl-workbook-undo.h"

/* What was left on this computer, from the start page on; and what the title says of saving. */

#define CHILD_FOLDER "TL_TEST_FOLDER"
#define CHILD_FILE "TL_TEST_FILE"

typedef struct
{
  char *folder;
  GFile *file;
} Fixture;

static TlStore *
open_store (GFile *file)
{
  g_autoptr (TlIdSource) ids = tl_id_source_new_seeded ("start", g_get_real_time () / 1000);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TlStore *store;

  tl_store_open_async (TL_STORE_ORIGIN_FILE, file, ids, NULL, app_workbook_answer_cb, &result);
  store = tl_store_open_finish (app_workbook_wait_for (&result), &error);
  g_assert_no_error (error);
  return store;
}

static void
rename_first (TlStore    *store,
              const char *title)
{
  g_autoptr (GAsyncResult) loaded = NULL, applied = NULL;
  g_autoptr (TlSnapshot) snapshot = NULL;
  g_autoptr (TlChange) change = tl_change_new ("risk.rename"), made = NULL;
  const TlRiskFacts *risk;

  tl_store_load_async (store, NULL, app_workbook_answer_cb, &loaded);
  snapshot = tl_store_load_finish (store, app_workbook_wait_for (&loaded), NULL);
  risk = tl_snapshot_find_ref (snapshot, TL_TABLE_RISK, "R1");
  tl_change_set_text (change, "risk", &risk->base.id, "title", title);
  tl_store_apply_async (store, change, NULL, app_workbook_answer_cb, &applied);
  made = tl_store_apply_finish (store, app_workbook_wait_for (&applied), NULL);
  g_assert_nonnull (made);
}

static void
close_store (TlStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;

  tl_store_close_async (store, app_workbook_answer_cb, &result);
  tl_store_close_finish (store, app_workbook_wait_for (&result), NULL);
  g_object_unref (store);
}

static void
leave_unsaved (GFile *file)
{
  TlStore *store = open_store (file);

  rename_first (store, "Medicines at night");
  close_store (store);
}

static void
alter (GFile      *file,
       const char *sql)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (g_file_peek_path (file), &handle), ==, SQLITE_OK);
  if (sqlite3_exec (handle, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (handle));
  sqlite3_close (handle);
}

/* Working copies of this test alone. */
static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (app_window_new ()));
  self->folder = g_dir_make_tmp ("throughline-start-XXXXXX", NULL);
  tl_store_set_folder (self->folder);
  self->file = app_window_copy_sample ();
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_object_unref (self->file);
  g_free (self->folder);
}

static gboolean
has_looked (gpointer data)
{
  return !tl_start_page_get_busy (app_test_find (data, TL_TYPE_START_PAGE));
}

static TlWindow *
open_start (void)
{
  TlWindow *window = app_window_new ();

  app_window_wait (has_looked, window);
  app_test_settle (GTK_WIDGET (window));
  return window;
}

static gboolean
has_workbook (gpointer data)
{
  return tl_window_get_workbook (data) != NULL && !tl_workbook_get_busy (tl_window_get_workbook (data));
}

static const char *
get_title (TlWindow *window)
{
  return tl_risk_get_title (app_workbook_find_risk (tl_window_get_workbook (window), "R1"));
}

static AdwAlertDialog *
get_alert (TlWindow *window)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));

  g_assert_true (ADW_IS_ALERT_DIALOG (dialog));
  return ADW_ALERT_DIALOG (dialog);
}

static gboolean
shows_an_alert (gpointer data)
{
  return adw_application_window_get_visible_dialog (data) != NULL;
}

static void
respond (TlWindow   *window,
         const char *response)
{
  AdwAlertDialog *dialog = get_alert (window);

  g_signal_emit_by_name (dialog, "response", response);
  adw_dialog_force_close (ADW_DIALOG (dialog));
  app_test_settle (GTK_WIDGET (window));
}

static void
assert_says (TlWindow   *window,
             const char *part)
{
  app_test_settle (GTK_WIDGET (window));
  if (!app_test_says (GTK_WIDGET (window), part))
    g_error ("Nothing in the window says “%s”", part);
}

/* ── The start page ───────────────────────────────────────────────────────── */

static void
test_what_was_left_stands_first (Fixture       *self,
                                 gconstpointer  data)
{
  TlWindow *window = open_start ();
  TlKeptRow *row;

  g_assert_null (app_test_find (GTK_WIDGET (window), TL_TYPE_KEPT_ROW));
  gtk_window_destroy (GTK_WINDOW (window));

  leave_unsaved (self->file);
  window = open_start ();
  row = app_test_find (GTK_WIDGET (window), TL_TYPE_KEPT_ROW);
  g_assert_nonnull (row);
  assert_says (window, "Quillbrook");
  assert_says (window, "1 change isn’t saved, made on");
  assert_says (window, "Quillbrook.throughline");
  app_test_assert_named (GTK_WIDGET (window));
  app_test_keep (GTK_WIDGET (window), "start-kept");

  /* From the keyboard: it is the first thing there is. */
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == GTK_WIDGET (row));
  g_signal_emit_by_name (gtk_widget_get_parent (GTK_WIDGET (row)), "row-activated", row);
  app_window_wait (has_workbook, window);
  g_assert_cmpstr (get_title (window), ==, "Medicines at night");
  g_assert_true (g_file_equal (tl_workbook_get_file (tl_window_get_workbook (window)), self->file));
  assert_says (window, "were kept on this computer and are all here");
  app_test_keep (GTK_WIDGET (window), "kept-message");
  app_window_close (window);

  window = open_start ();
  g_assert_null (app_test_find (GTK_WIDGET (window), TL_TYPE_KEPT_ROW));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
show_many (Fixture *self)
{
  g_autoptr (GFile) second = app_window_copy_sample (), third = app_window_copy_sample ();

  leave_unsaved (self->file);
  leave_unsaved (second);
  leave_unsaved (third);
  g_assert_true (g_file_delete (second, NULL, NULL));
  g_assert_true (g_file_replace_contents (third, "Minutes", 7, NULL, FALSE, 0, NULL, NULL, NULL));
}

static void
test_every_form (Fixture       *self,
                 gconstpointer  data)
{
  TlWindow *window;

  show_many (self);
  window = open_start ();
  assert_says (window, "isn’t there any more");
  assert_says (window, "isn’t this workbook any more");
  app_test_keep (GTK_WIDGET (window), "start-many");
  app_test_set_dark (TRUE);
  app_test_keep (GTK_WIDGET (window), "start-many-dark");
  app_test_set_dark (FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 640);
  app_test_settle (GTK_WIDGET (window));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, 360);
  app_test_keep (GTK_WIDGET (window), "start-many-narrow");
  gtk_window_destroy (GTK_WINDOW (window));

  app_test_set_text (2);
  window = open_start ();
  app_test_assert_named (GTK_WIDGET (window));
  app_test_keep (GTK_WIDGET (window), "start-many-large-text");
  gtk_window_destroy (GTK_WINDOW (window));
  app_test_set_text (1);
}

/* Removing says what is lost, and only then does it. */
static void
test_removing_asks_first (Fixture       *self,
                          gconstpointer  data)
{
  TlWindow *window;
  GtkWidget *row;

  leave_unsaved (self->file);
  window = open_start ();
  row = app_test_find (GTK_WIDGET (window), TL_TYPE_KEPT_ROW);
  gtk_widget_activate_action (row, "kept.remove", NULL);
  app_window_wait (shows_an_alert, window);
  app_test_settle (GTK_WIDGET (window));
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (get_alert (window)), "1 change isn’t saved"));
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (get_alert (window)), "can’t be undone"));
  g_assert_cmpstr (adw_alert_dialog_get_default_response (get_alert (window)), ==, "cancel");
  app_test_keep (GTK_WIDGET (window), "start-remove");
  respond (window, "cancel");
  g_assert_nonnull (app_test_find (GTK_WIDGET (window), TL_TYPE_KEPT_ROW));

  gtk_widget_activate_action (row, "kept.remove", NULL);
  app_window_wait (shows_an_alert, window);
  respond (window, "remove");
  while (app_test_find (GTK_WIDGET (window), TL_TYPE_KEPT_ROW) != NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Into the file where it belongs, wherever that is now; into no other. */
static void
test_merging_into_a_file (Fixture       *self,
                          gconstpointer  data)
{
  g_autoptr (GFile) other = app_window_copy_sample ();
  g_autoptr (GFile) moved = app_window_copy_sample ();
  g_autoptr (TlKeptCopy) kept = NULL;
  TlWindow *window;

  leave_unsaved (self->file);
  g_assert_true (g_file_move (self->file, moved, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL));
  /* The same sample, but a workbook of its own. */
  alter (other, "PRAGMA foreign_keys = OFF; UPDATE workbook SET id = randomblob (16)");

  window = open_start ();
  kept = g_object_ref (tl_kept_row_get_kept (app_test_find (GTK_WIDGET (window), TL_TYPE_KEPT_ROW)));
  tl_window_merge_into (window, kept, other);
  app_window_wait (shows_an_alert, window);
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (get_alert (window)), "is another workbook"));
  respond (window, "close");
  g_assert_true (tl_window_is_empty (window));

  tl_window_merge_into (window, kept, moved);
  app_window_wait (has_workbook, window);
  while (g_strcmp0 (get_title (window), "Medicines at night") != 0)
    g_main_context_iteration (NULL, TRUE);
  assert_says (window, "1 change that was kept on this computer is in this workbook now");
  app_window_close (window);
  window = open_start ();
  g_assert_null (app_test_find (GTK_WIDGET (window), TL_TYPE_KEPT_ROW));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Where its file is gone it is opened by itself, with nothing silently attached, and closing loses nothing. */
static void
test_going_on_without_a_file (Fixture       *self,
                              gconstpointer  data)
{
  TlWindow *window;
  GtkWidget *row;

  leave_unsaved (self->file);
  g_assert_true (g_file_delete (self->file, NULL, NULL));
  window = open_start ();
  row = app_test_find (GTK_WIDGET (window), TL_TYPE_KEPT_ROW);
  gtk_widget_activate_action (row, "kept.open", NULL);
  app_window_wait (has_workbook, window);
  g_assert_cmpstr (get_title (window), ==, "Medicines at night");
  g_assert_cmpint (tl_workbook_get_saved_state (tl_window_get_workbook (window)), ==, TL_SAVED_STATE_UNTITLED);
  assert_says (window, "These changes are kept on this computer and in no file yet.");
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (window->state_banner)), ==, "win.save-as");
  app_test_keep (GTK_WIDGET (window), "without-a-file");
  app_window_close (window);

  g_assert_false (g_file_query_exists (self->file, NULL));
  window = open_start ();
  g_assert_nonnull (app_test_find (GTK_WIDGET (window), TL_TYPE_KEPT_ROW));
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
has_offer (gpointer data)
{
  return ((TlWindow *) data)->to_merge != NULL;
}

/* Whoever finds the file in its new place hears of what was changed while it was in its old one. */
static void
test_a_moved_file_offers_them (Fixture       *self,
                               gconstpointer  data)
{
  g_autoptr (GFile) moved = app_window_copy_sample ();
  TlWindow *window;

  leave_unsaved (self->file);
  g_assert_true (g_file_move (self->file, moved, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL));
  window = app_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 640);
  app_test_settle (GTK_WIDGET (window));
  tl_window_open (window, moved);
  app_window_wait (has_workbook, window);
  app_window_wait (has_offer, window);
  g_assert_cmpstr (get_title (window), !=, "Medicines at night");
  assert_says (window, "1 change from ");
  assert_says (window, "is kept on this computer and isn’t in this file.");
  app_test_keep (GTK_WIDGET (window), "moved");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.merge-kept", NULL);
  while (g_strcmp0 (get_title (window), "Medicines at night") != 0)
    g_main_context_iteration (NULL, TRUE);
  app_window_close (window);
}

/* ── Opening ──────────────────────────────────────────────────────────────── */

static void
test_killed_subprocess (void)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_getenv (CHILD_FILE));
  TlStore *store;

  tl_store_set_folder (g_getenv (CHILD_FOLDER));
  store = open_store (file);
  rename_first (store, "Medicines at night");
  kill (getpid (), SIGKILL);
}

static void
test_killed (Fixture       *self,
             gconstpointer  data)
{
  TlWindow *window;

  g_setenv (CHILD_FOLDER, self->folder, TRUE);
  g_setenv (CHILD_FILE, g_file_peek_path (self->file), TRUE);
  g_test_trap_subprocess ("/start/killed/subprocess", 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();

  window = app_window_open (self->file);
  g_assert_cmpstr (get_title (window), ==, "Medicines at night");
  assert_says (window, "Throughline ended unexpectedly. Your changes up to ");
  assert_says (window, "are all here.");
  app_test_keep (GTK_WIDGET (window), "recovered");
  app_window_close (window);

  window = app_window_open (self->file);
  app_test_settle (GTK_WIDGET (window));
  g_assert_false (app_test_says (GTK_WIDGET (window), "unexpectedly"));
  app_window_close (window);
}

static void
restore_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  *(char **) user_data = g_variant_dup_string (parameter, NULL);
}

/* Damaged: what is wrong, and the way to a backup. */
static void
test_damaged (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *asked = NULL, *address = g_file_get_uri (self->file);
  g_autofree char *content = NULL;
  GApplication *application = G_APPLICATION (tl_application_get ());
  GAction *before = g_action_map_lookup_action (G_ACTION_MAP (application), "restore-backup");
  g_autoptr (GAction) kept = before != NULL ? g_object_ref (before) : NULL;
  g_autoptr (GSimpleAction) action = g_simple_action_new ("restore-backup", G_VARIANT_TYPE_STRING);
  TlWindow *window = app_window_new ();
  gsize length;

  g_signal_connect (action, "activate", G_CALLBACK (restore_cb), &asked);
  g_action_map_add_action (G_ACTION_MAP (application), G_ACTION (action));
  g_assert_true (g_file_load_contents (self->file, NULL, &content, &length, NULL, NULL));
  memset (content + 5000, 'x', 20000);
  g_assert_true (g_file_replace_contents (self->file, content, length, NULL, FALSE, 0, NULL, NULL, NULL));

  tl_window_open (window, self->file);
  app_window_wait (shows_an_alert, window);
  app_test_settle (GTK_WIDGET (window));
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (get_alert (window)), "is damaged"));
  g_assert_true (adw_alert_dialog_has_response (get_alert (window), "restore"));
  app_test_keep (GTK_WIDGET (window), "damaged");
  respond (window, "restore");
  g_assert_cmpstr (asked, ==, address);
  if (kept != NULL)
    g_action_map_add_action (G_ACTION_MAP (application), kept);
  else
    g_action_map_remove_action (G_ACTION_MAP (application), "restore-backup");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* One way or another to one file: the window that has it comes to the front, and there is no second. */
static void
test_not_opened_twice (Fixture       *self,
                       gconstpointer  data)
{
  g_autoptr (GFile) folder = g_file_get_parent (self->file), link = g_file_get_child (folder, "link.throughline");
  TlWindow *first = app_window_open (self->file), *second;
  guint n_windows = g_list_length (gtk_application_get_windows (GTK_APPLICATION (tl_application_get ())));
  gpointer gone;

  tl_application_open_file (tl_application_get (), self->file);
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (GTK_APPLICATION (tl_application_get ()))), ==, n_windows);

  g_assert_cmpint (symlink (g_file_peek_path (self->file), g_file_peek_path (link)), ==, 0);
  second = app_window_new ();
  gone = second;
  g_object_add_weak_pointer (G_OBJECT (second), &gone);
  tl_window_open (second, link);
  while (gone != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (GTK_APPLICATION (tl_application_get ()))), ==, n_windows);
  app_window_close (first);
}

/* ── What the title says ──────────────────────────────────────────────────── */

static void
test_newer (Fixture       *self,
            gconstpointer  data)
{
  TlWindow *window;

  alter (self->file, "PRAGMA user_version = 2; ALTER TABLE risk ADD COLUMN colour TEXT");
  window = app_window_open (self->file);
  g_assert_cmpstr (adw_window_title_get_subtitle (window->window_title), ==,
                   "Read-only: saved by a newer version of Throughline; what that version added isn’t shown");
  g_assert_true (adw_banner_get_revealed (window->state_banner));
  assert_says (window, "What it added isn’t shown.");
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (window->state_banner)), ==, "win.explain-saving");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.explain-saving", NULL);
  app_window_wait (shows_an_alert, window);
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (get_alert (window)), "Update Throughline to work with it."));
  g_assert_false (adw_alert_dialog_has_response (get_alert (window), "save-as"));
  respond (window, "close");
  g_assert_false (tl_workbook_get_editable (tl_window_get_workbook (window)));
  app_test_keep (GTK_WIDGET (window), "newer");
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 640);
  app_test_settle (GTK_WIDGET (window));
  app_test_keep (GTK_WIDGET (window), "newer-narrow");
  app_window_close (window);
}

static gboolean
can_undo (gpointer data)
{
  return tl_workbook_get_can_undo (tl_window_get_workbook (data));
}

static void
rename_in_window (TlWindow *window)
{
  TlWorkbook *workbook = tl_window_get_workbook (window);
  g_autoptr (GAsyncResult) result = NULL;

  tl_workbook_rename_risk_async (workbook, app_workbook_find_risk (workbook, "R1"), "Medicines at night", NULL, app_workbook_answer_cb,
                                 &result);
  g_assert_true (tl_workbook_apply_finish (workbook, app_workbook_wait_for (&result), NULL));
  app_window_wait (can_undo, window);
}

/* Somewhere that can't be written for now: said with the reason and what to do, and gone when it can. */
static void
test_cannot_save (Fixture       *self,
                  gconstpointer  data)
{
  TlWindow *window = app_window_open (self->file);
  TlWorkbook *workbook = tl_window_get_workbook (window);
  g_autoptr (GFile) folder = g_file_get_parent (self->file);
  g_autofree char *away = g_strconcat (g_file_peek_path (folder), "-away", NULL);
  g_autoptr (GAsyncResult) failed = NULL;

  g_assert_cmpstr (adw_window_title_get_subtitle (window->window_title), ==, "Saved");
  g_assert_false (adw_banner_get_revealed (window->state_banner));
  rename_in_window (window);
  g_assert_cmpstr (adw_window_title_get_subtitle (window->window_title), ==, "Kept, saving soon");
  g_assert_cmpint (g_rename (g_file_peek_path (folder), away), ==, 0);
  tl_workbook_save_async (workbook, NULL, NULL, app_workbook_answer_cb, &failed);
  g_assert_cmpstr (adw_window_title_get_subtitle (window->window_title), ==, "Saving");
  g_assert_false (tl_workbook_save_finish (workbook, app_workbook_wait_for (&failed), NULL));
  g_assert_cmpstr (adw_window_title_get_subtitle (window->window_title), ==, "Can’t save here: the file isn’t there any more");
  g_assert_true (adw_banner_get_revealed (window->state_banner));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (window->state_banner)), ==, "win.explain-saving");
  assert_says (window, "Can’t save here: the file isn’t there any more. Your changes are kept on this computer.");
  app_test_keep (GTK_WIDGET (window), "cannot-save");
  app_test_set_dark (TRUE);
  app_test_keep (GTK_WIDGET (window), "cannot-save-dark");
  app_test_set_dark (FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 640);
  app_test_keep (GTK_WIDGET (window), "cannot-save-narrow");

  /* There is somewhere to go from here. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.explain-saving", NULL);
  app_window_wait (shows_an_alert, window);
  app_test_settle (GTK_WIDGET (window));
  g_assert_cmpstr (adw_alert_dialog_get_body (get_alert (window)), ==, tl_workbook_get_save_problem (workbook));
  g_assert_true (adw_alert_dialog_has_response (get_alert (window), "save-as"));
  app_test_keep (GTK_WIDGET (window), "cannot-save-dialog-narrow");
  g_assert_cmpint (g_rename (away, g_file_peek_path (folder)), ==, 0);
  respond (window, "try");
  while (tl_workbook_get_saved_state (workbook) != TL_SAVED_STATE_SAVED)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (adw_window_title_get_subtitle (window->window_title), ==, "Saved");
  g_assert_false (adw_banner_get_revealed (window->state_banner));
  app_window_close (window);
}

static gboolean
is_in_conflict (gpointer data)
{
  return tl_workbook_get_saved_state (tl_window_get_workbook (data)) == TL_SAVED_STATE_CONFLICT;
}

static void
test_in_conflict (Fixture       *self,
                  gconstpointer  data)
{
  TlWindow *window = app_window_open (self->file);
  TlWorkbook *workbook = tl_window_get_workbook (window);
  g_autofree char *elsewhere = g_dir_make_tmp ("throughline-elsewhere-XXXXXX", NULL);
  g_autoptr (GAsyncResult) theirs = NULL, ours = NULL;
  TlStore *store;

  rename_in_window (window);
  tl_store_set_folder (elsewhere);
  store = open_store (self->file);
  rename_first (store, "Medicines by day");
  tl_store_save_async (store, NULL, NULL, app_workbook_answer_cb, &theirs);
  g_assert_true (tl_store_save_finish (store, app_workbook_wait_for (&theirs), NULL));
  close_store (store);
  tl_store_set_folder (self->folder);

  tl_workbook_save_async (workbook, NULL, NULL, app_workbook_answer_cb, &ours);
  g_assert_true (tl_workbook_save_finish (workbook, app_workbook_wait_for (&ours), NULL));
  app_window_wait (is_in_conflict, window);
  g_assert_cmpstr (adw_window_title_get_subtitle (window->window_title), ==, "In conflict: 1 thing to settle");
  assert_says (window, "1 thing was changed by two people");
  app_test_keep (GTK_WIDGET (window), "in-conflict");
  app_window_close (window);
}

static void
add_tests (void)
{
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/start/left/stands-first", test_what_was_left_stands_first);
  ADD ("/start/left/forms", test_every_form);
  ADD ("/start/left/remove", test_removing_asks_first);
  ADD ("/start/left/merge", test_merging_into_a_file);
  ADD ("/start/left/without-a-file", test_going_on_without_a_file);
  ADD ("/start/left/moved", test_a_moved_file_offers_them);
  ADD ("/start/killed", test_killed);
  g_test_add_func ("/start/killed/subprocess", test_killed_subprocess);
  ADD ("/start/damaged", test_damaged);
  ADD ("/start/not-twice", test_not_opened_twice);
  ADD ("/start/title/newer", test_newer);
  ADD ("/start/title/cannot-save", test_cannot_save);
  ADD ("/start/title/in-conflict", test_in_conflict);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
