/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-test.h"
#include "app-window.h"
#include "app-workbook.h"

#include "tl-merge-dialog.h"
#include "tl-window-exchange.h"
#include "tl-workbook-commands.h"
#include "tl-workbook-undo.h"

/* From the menu: a copy is merged at once, another workbook once it is said which place it is. */

typedef struct
{
  GFile *file;
  GFile *other;
  TlWindow *window;
  TlWorkbook *workbook;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->other = app_window_copy_sample ();
  fixture->file = app_window_copy_sample ();
  fixture->window = app_window_open (fixture->file);
  fixture->workbook = tl_window_get_workbook (fixture->window);
}

static AdwDialog *
get_dialog (Fixture *fixture)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (get_dialog (fixture) != NULL)
    adw_dialog_force_close (get_dialog (fixture));
  app_window_close (fixture->window);
  g_object_unref (fixture->file);
  g_object_unref (fixture->other);
}

static gboolean
is_closed (gpointer data)
{
  return get_dialog (data) == NULL;
}

static void
keep_sentence (TlMergeDialog *dialog,
               const char    *sentence,
               char         **kept)
{
  *kept = g_strdup (sentence);
}

/* A copy that has everything already says so, and nothing is asked. */
static void
test_a_copy (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *sentence = NULL;

  g_assert_true (g_file_copy (fixture->file, fixture->other, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL));
  tl_window_merge (fixture->window, fixture->other);
  g_signal_connect (get_dialog (fixture), "merged", G_CALLBACK (keep_sentence), &sentence);
  app_window_wait (is_closed, fixture);
  g_assert_cmpstr (sentence, ==, "This workbook has all of that copy already");
}

static gboolean
shows_plan (gpointer data)
{
  AdwComboRow *row = app_test_find (data, ADW_TYPE_COMBO_ROW);

  return row != NULL && gtk_widget_get_mapped (GTK_WIDGET (row));
}

static gboolean
can_undo (gpointer data)
{
  return tl_workbook_get_can_undo (data);
}

/* Another workbook waits for its place, shows what would come, and comes in as one step. */
static void
test_another_workbook (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *sentence = NULL;
  guint n = g_list_model_get_n_items (tl_workbook_get_risks (fixture->workbook));
  g_autoptr (GAsyncResult) undone = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog;
  AdwComboRow *row;

  app_workbook_save_another (fixture->other);
  tl_window_merge (fixture->window, fixture->other);
  dialog = GTK_WIDGET (get_dialog (fixture));
  g_signal_connect (dialog, "merged", G_CALLBACK (keep_sentence), &sentence);
  app_window_wait (shows_plan, dialog);
  row = app_test_find (dialog, ADW_TYPE_COMBO_ROW);
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);
  gtk_widget_activate_action (dialog, "merge.run", NULL);
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (shows_plan (dialog));

  adw_combo_row_set_selected (row, 1);
  app_test_settle (GTK_WIDGET (fixture->window));
  app_test_keep (GTK_WIDGET (fixture->window), "merge-other");
  app_test_assert_named (dialog);
  gtk_widget_activate_action (dialog, "merge.run", NULL);
  app_window_wait (is_closed, fixture);
  g_assert_cmpstr (sentence, ==, "Brought in, with 1 new risk");
  g_assert_cmpuint (g_list_model_get_n_items (tl_workbook_get_risks (fixture->workbook)), ==, n + 1);

  app_window_wait (can_undo, fixture->workbook);
  tl_workbook_undo_async (fixture->workbook, NULL, app_workbook_answer_cb, &undone);
  app_workbook_wait_for (&undone);
  g_assert_true (tl_workbook_apply_finish (fixture->workbook, undone, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (tl_workbook_get_risks (fixture->workbook)), ==, n);
}

static void
add_tests (void)
{
#define ADD(name, test) g_test_add ("/merge-other/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("a-copy", test_a_copy);
  ADD ("another-workbook", test_another_workbook);
}

int
main (int    argc,
      char **argv)
{
  return app_test_run (&argc, &argv, add_tests);
}
