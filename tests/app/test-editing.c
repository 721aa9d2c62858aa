/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-test.h"
#include "app-window.h"
#include "app-workbook.h"

#include "tl-edit-dialog.h"
#include "tl-editing.h"
#include "tl-field-row.h"
#include "tl-workbook-undo.h"

#include <string.h>

/* Adding, changing and removing what a workbook holds, in the program's own window and with the keyboard. */

typedef struct
{
  GFile *file;
  TlWindow *window;
  TlWorkbook *workbook;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->file = app_window_copy_sample ();
  fixture->window = app_window_open (fixture->file);
  fixture->workbook = tl_window_get_workbook (fixture->window);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  app_window_close (fixture->window);
  g_clear_object (&fixture->file);
}

static TlSnapshot *
get_snapshot (TlWorkbook *workbook)
{
  return tl_assessment_get_snapshot (tl_workbook_get_assessment (workbook));
}

static const TlFacts *
find (Fixture    *fixture,
      TlTable     table,
      const char *ref)
{
  const TlFacts *row = tl_snapshot_find_ref (get_snapshot (fixture->workbook), table, ref);

  g_assert_nonnull (row);
  return row;
}

static TlEditDialog *
get_dialog (Fixture *fixture)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));

  return TL_IS_EDIT_DIALOG (dialog) ? TL_EDIT_DIALOG (dialog) : NULL;
}

static TlEditDialog *
begin_action (Fixture *fixture)
{
  TlId risk = find (fixture, TL_TABLE_RISK, "R1")->id;

  tl_editing_new (GTK_WIDGET (fixture->window), fixture->workbook, TL_TABLE_ACTION, "risk", &risk, NULL);
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_nonnull (get_dialog (fixture));
  return get_dialog (fixture);
}

static guint
count_actions (Fixture *fixture)
{
  return g_list_model_get_n_items (tl_workbook_get_actions (fixture->workbook));
}

static gboolean
has_no_dialog (gpointer data)
{
  return get_dialog (data) == NULL;
}

static gboolean
can_undo (gpointer data)
{
  return tl_workbook_get_can_undo (data);
}

/* The dialog is there for a moment after it was left. */
static void
wait_for_none (Fixture *fixture)
{
  app_window_wait (has_no_dialog, fixture);
}

/* Whether keys can be pressed here; if not, the test is skipped. */
static gboolean
press (Fixture    *fixture,
       const char *key)
{
  if (app_window_press (fixture->window, key, NULL))
    return TRUE;
  g_test_skip ("no keys can be pressed here");
  return FALSE;
}

static GtkWidget *
find_control (TlEditDialog *dialog,
              const char   *column,
              GType         type)
{
  return app_test_find (tl_edit_dialog_find_row (dialog, column), type);
}

/* ── Actions ──────────────────────────────────────────────────────────────── */

/* A title and a day are typed, Enter keeps them, and undoing takes all of it back. */
static void
test_an_action_by_keyboard (Fixture       *fixture,
                            gconstpointer  data)
{
  guint before = count_actions (fixture);
  const TlActionFacts *action;

  begin_action (fixture);
  app_test_keep (GTK_WIDGET (fixture->window), "editing-action");
  if (!press (fixture, "R"))
    return;
  app_window_type (fixture->window, "ead each chart aloud");
  press (fixture, "Tab");
  press (fixture, "Tab");
  app_window_type (fixture->window, "30/6/2026");
  press (fixture, "Return");
  wait_for_none (fixture);
  app_window_wait (can_undo, fixture->workbook);
  app_window_wait (app_workbook_is_quiet, fixture->workbook);
  g_assert_cmpuint (count_actions (fixture), ==, before + 1);
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (app_test_says (GTK_WIDGET (fixture->window), "Action added: Read each chart aloud"));

  action = NULL;
  for (guint i = 0; i < tl_snapshot_count (get_snapshot (fixture->workbook), TL_TABLE_ACTION); i++)
    {
      const TlActionFacts *one = tl_snapshot_get (get_snapshot (fixture->workbook), TL_TABLE_ACTION, i);

      if (g_str_equal (one->title, "Read each chart aloud"))
        action = one;
    }
  g_assert_nonnull (action);
  g_assert_cmpint (action->due, ==, tl_day_new (2026, 6, 30));
  g_assert_cmpstr (action->risk->base.ref, ==, "R1");
  g_assert_nonnull (action->base.ref);

  press (fixture, "ctrl+z");
  app_window_wait (app_workbook_is_quiet, fixture->workbook);
  g_assert_cmpuint (count_actions (fixture), ==, before);
}

/* What is wrong is said at its field, which gets the keyboard; what was typed stays. */
static void
test_a_refusal_keeps_what_was_typed (Fixture       *fixture,
                                     gconstpointer  data)
{
  TlEditDialog *dialog = begin_action (fixture);
  g_autofree char *before = tl_workbook_get_fingerprint (fixture->workbook), *after = NULL;
  GtkWidget *title = find_control (dialog, "title", GTK_TYPE_TEXT), *due = find_control (dialog, "due", GTK_TYPE_TEXT);
  TlFieldRow *row = TL_FIELD_ROW (tl_edit_dialog_find_row (dialog, "due"));

  gtk_editable_set_text (GTK_EDITABLE (title), "Read each chart aloud");
  gtk_editable_set_text (GTK_EDITABLE (due), "soon");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "edit.save", NULL);
  app_test_settle (GTK_WIDGET (fixture->window));

  g_assert_true (get_dialog (fixture) == dialog);
  g_assert_cmpstr (tl_field_row_get_problem (row), ==, "\"soon\" is not a date; write it as 2026-03-31 or 31/03/2026.");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (due), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (due), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE));
  g_assert_true (gtk_widget_has_focus (due));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (title)), ==, "Read each chart aloud");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (due)), ==, "soon");
  app_test_keep (GTK_WIDGET (fixture->window), "editing-action-refused");

  /* Typing on takes the mark away; a due day before the agreed one is refused where both are known. */
  gtk_editable_set_text (GTK_EDITABLE (due), "1 January 2026");
  g_assert_null (tl_field_row_get_problem (row));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "edit.save", NULL);
  g_assert_cmpstr (tl_field_row_get_problem (row), ==, "\"1 January 2026\" is before the date in \"Agreed\".");

  adw_dialog_close (ADW_DIALOG (dialog));
  wait_for_none (fixture);
  after = tl_workbook_get_fingerprint (fixture->workbook);
  g_assert_cmpstr (after, ==, before);
}

static void
test_escape_leaves_no_trace (Fixture       *fixture,
                             gconstpointer  data)
{
  guint before = count_actions (fixture);
  TlEditDialog *dialog = begin_action (fixture);
  g_autofree char *fingerprint = tl_workbook_get_fingerprint (fixture->workbook), *after = NULL;

  gtk_editable_set_text (GTK_EDITABLE (find_control (dialog, "title", GTK_TYPE_TEXT)), "Never mind");
  if (!press (fixture, "Escape"))
    return;
  wait_for_none (fixture);
  after = tl_workbook_get_fingerprint (fixture->workbook);
  g_assert_cmpstr (after, ==, fingerprint);
  g_assert_cmpuint (count_actions (fixture), ==, before);
  g_assert_false (tl_workbook_get_can_undo (fixture->workbook));
}

static void
add_tests (void)
{
  g_test_add ("/editing/an-action-by-keyboard", Fixture, NULL, set_up, test_an_action_by_keyboard, tear_down);
  g_test_add ("/editing/a-refusal-keeps-what-was-typed", Fixture, NULL, set_up, test_a_refusal_keeps_what_was_typed,
              tear_down);
  g_test_add ("/editing/escape-leaves-no-trace", Fixture, NULL, set_up, test_escape_leaves_no_trace, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
