/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-test.h"
#include "app-window.h"
#include "app-workbook.h"

#include <glib/gstdio.h>
#include <string.h>

#include "tl-edit-dialog.h"
#include "tl-editing.h"
#include "tl-merge-dialog.h"
#include "tl-risks-view.h"
#include "tl-title-field.h"
#include "tl-window-exchange.h"
#include "tl-workbook-commands.h"
#include "tl-workbook-undo.h"

/* Whoever doesn't see the window hears whether it was saved and what can't be done, once, where they are. */

typedef struct
{
  GFile *file;
  TlWindow *window;
  TlWorkbook *workbook;
  /* What must be heard next. */
  const char *awaited;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->file = app_window_copy_sample ();
  self->window = app_window_open (self->file);
  self->workbook = tl_window_get_workbook (self->window);
  app_test_forget_heard ();
}

static AdwDialog *
get_dialog (Fixture *self)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  if (get_dialog (self) != NULL)
    adw_dialog_force_close (get_dialog (self));
  app_window_close (self->window);
  g_object_unref (self->file);
}

static gboolean
is_heard (gpointer data)
{
  return app_test_count_heard (((Fixture *) data)->awaited) > 0;
}

/* It is said, and said once. */
static void
hear (Fixture    *self,
      const char *part)
{
  self->awaited = part;
  app_window_wait (is_heard, self);
  app_test_settle (GTK_WIDGET (self->window));
  g_assert_cmpuint (app_test_count_heard (part), ==, 1);
  app_test_forget_heard ();
}

static void
rename_risk (Fixture    *self,
             const char *title)
{
  g_autoptr (GAsyncResult) result = NULL;

  tl_workbook_rename_risk_async (self->workbook, app_workbook_find_risk (self->workbook, "R1"), title, NULL,
                                 app_workbook_answer_cb, &result);
  g_assert_true (tl_workbook_apply_finish (self->workbook, app_workbook_wait_for (&result), NULL));
}

static gboolean
save (Fixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;

  tl_workbook_save_async (self->workbook, NULL, NULL, app_workbook_answer_cb, &result);
  return tl_workbook_save_finish (self->workbook, app_workbook_wait_for (&result), NULL);
}

/* ── Saves ────────────────────────────────────────────────────────────────── */

static void
test_saved (Fixture       *self,
            gconstpointer  data)
{
  rename_risk (self, "Falls at night");
  g_assert_true (save (self));
  hear (self, "Saved");
}

/* A folder that isn't there, as a network drive that went: why, and that nothing is lost; and when it is there again. */
static void
test_cannot_be_saved (Fixture       *self,
                      gconstpointer  data)
{
  g_autoptr (GFile) folder = g_file_get_parent (self->file);
  g_autofree char *away = g_strconcat (g_file_peek_path (folder), "-away", NULL);

  rename_risk (self, "Falls at night");
  g_assert_cmpint (g_rename (g_file_peek_path (folder), away), ==, 0);
  g_assert_false (save (self));
  hear (self, "Can’t save here: the file isn’t there any more. Your changes are kept on this computer.");

  g_assert_cmpint (g_rename (away, g_file_peek_path (folder)), ==, 0);
  g_assert_true (save (self));
  hear (self, "Saved");
}

/* ── Fields ───────────────────────────────────────────────────────────────── */

/* All that is wrong is said in one go, after the keyboard has come to the first of it; and again when it is tried again. */
static void
test_a_form (Fixture       *self,
             gconstpointer  data)
{
  tl_editing_new (GTK_WIDGET (self->window), self->workbook, TL_TABLE_PERSON, NULL);
  app_test_settle (GTK_WIDGET (self->window));
  for (guint i = 0; i < 2; i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (get_dialog (self)), "edit.save", NULL);
      g_assert_cmpuint (app_test_count_heard (""), ==, 0);
      self->awaited = "There must be a value here.";
      app_window_wait (is_heard, self);
      g_assert_cmpuint (app_test_count_heard (""), ==, 1);
      app_test_forget_heard ();
    }
}

static void
test_a_title_in_place (Fixture       *self,
                       gconstpointer  data)
{
  TlRisksView *view = TL_RISKS_VIEW (tl_window_show_view (self->window, "risks"));
  TlRiskPage *page = tl_risks_view_get_page (view);
  TlTitleField *field;

  g_object_set (self->window, "risk", app_workbook_find_risk (self->workbook, "R1"), NULL);
  app_test_settle (GTK_WIDGET (self->window));
  field = app_test_find (GTK_WIDGET (page), TL_TYPE_TITLE_FIELD);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "risk.rename", NULL));
  tl_title_field_refuse (field, "The title can’t be left empty.");
  hear (self, "The title can’t be left empty.");
}

/* ── Files ────────────────────────────────────────────────────────────────── */

static GFile *
write_file (Fixture    *self,
            const char *name,
            const char *text)
{
  g_autoptr (GFile) folder = g_file_get_parent (self->file);
  GFile *file = g_file_get_child (folder, name);

  g_assert_true (g_file_set_contents (g_file_peek_path (file), text, -1, NULL));
  return file;
}

static void
test_a_spreadsheet_that_is_none (Fixture       *self,
                                 gconstpointer  data)
{
  g_autoptr (GFile) file = write_file (self, "Risks.csv", "\320\317\021\340\241\261\032\341 an old one");

  tl_window_import (self->window, file);
  hear (self, "Risks.csv: This spreadsheet is of an old kind (.xls)");
}

static void
test_a_spreadsheet_with_a_mistake (Fixture       *self,
                                   gconstpointer  data)
{
  g_autoptr (GFile) file = write_file (self, "Risks.csv", "Ref,Title,Likelihood\nR1,Falls,often\n");

  tl_window_import (self->window, file);
  hear (self, "There is 1 problem, so nothing is imported yet.");
}

static void
test_a_copy_that_is_none (Fixture       *self,
                          gconstpointer  data)
{
  g_autoptr (GFile) file = write_file (self, "letter.throughline", "Dear Quillbrook,");

  tl_window_merge (self->window, file);
  hear (self, "not a Throughline workbook");
}

/* ── Commands ─────────────────────────────────────────────────────────────── */

/* What is told below the window for a while is read out by libadwaita. */
static void
test_a_refusal_in_passing (Fixture       *self,
                           gconstpointer  data)
{
  tl_window_say (self->window, "It still can’t be saved. It is tried again by itself.");
  hear (self, "It still can’t be saved. It is tried again by itself.");
  tl_window_offer_undo (self->window, "Removed");
  hear (self, "Removed");
}

/* A dialog that opens because something can't be done is read out by being an alert with a name and a description. */
static void
test_an_alert (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr (GFile) file = write_file (self, "letter.throughline", "Dear Quillbrook,");
  TlWindow *window = app_window_new ();
  AdwDialog *dialog;

  tl_window_open (window, file);
  while ((dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window))) == NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_test_accessible_assert_role (dialog, GTK_ACCESSIBLE_ROLE_ALERT_DIALOG);
  gtk_test_accessible_assert_property (dialog, GTK_ACCESSIBLE_PROPERTY_LABEL, adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog)));
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (dialog), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY)
                 || gtk_test_accessible_has_property (GTK_ACCESSIBLE (dialog), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  gtk_window_destroy (GTK_WINDOW (window));
}

#define ADD(name, test) g_test_add ("/announcements/" name, Fixture, NULL, set_up, test, tear_down)

static void
add_tests (void)
{
  ADD ("saved", test_saved);
  ADD ("cannot-be-saved", test_cannot_be_saved);
  ADD ("a-form", test_a_form);
  ADD ("a-title-in-place", test_a_title_in_place);
  ADD ("a-spreadsheet-that-is-none", test_a_spreadsheet_that_is_none);
  ADD ("a-spreadsheet-with-a-mistake", test_a_spreadsheet_with_a_mistake);
  ADD ("a-copy-that-is-none", test_a_copy_that_is_none);
  ADD ("a-refusal-in-passing", test_a_refusal_in_passing);
  ADD ("an-alert", test_an_alert);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
