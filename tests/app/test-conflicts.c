/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-test.h"
#include "app-window.h"
#include "app-workbook.h"

#include <string.h>

#include "tl-conflict-row.h"
#include "tl-conflict-value-dialog.h"
#include "tl-conflicts-dialog.h"
#include "tl-store-merge.h"
#include "tl-workbook-commands.h"
#include "tl-workbook-conflicts.h"
#include "tl-workbook-undo.h"

/* What two people changed differently, from the banner to the last of them. */

typedef struct
{
  GFile *file;
  GFile *other;
  TlWindow *window;
  TlWorkbook *workbook;
  TlConflictsDialog *dialog;
} Fixture;

/* Two titles and a day, by two people: text and a day can be typed. */
static void
edit (TlWorkbook *workbook,
      const char *medicines,
      const char *calls,
      const char *opened)
{
  g_autoptr (TlChange) change = tl_change_new ("test");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  const TlId *first = tl_record_get_id (TL_RECORD (app_workbook_find_risk (workbook, "R1")));
  const TlId *second = tl_record_get_id (TL_RECORD (app_workbook_find_risk (workbook, "R2")));

  tl_change_set_text (change, "risk", first, "title", medicines);
  tl_change_set_text (change, "risk", first, "opened", opened);
  tl_change_set_text (change, "risk", second, "title", calls);
  tl_workbook_apply_async (workbook, change, NULL, app_workbook_answer_cb, &result);
  app_window_wait (app_workbook_has_answer, &result);
  g_assert_true (tl_workbook_apply_finish (workbook, result, &error));
  g_assert_no_error (error);
  app_window_wait (app_workbook_is_quiet, workbook);
}

static GFile *
copy_file (GFile *file)
{
  g_autofree char *path = g_strconcat (g_file_peek_path (file), "-copy.throughline", NULL);
  GFile *copy = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_file_copy (file, copy, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return copy;
}

static gboolean
are_three (gpointer data)
{
  return tl_workbook_get_n_conflicts (data) == 3 && !tl_workbook_get_busy (data);
}

static gboolean
are_two (gpointer data)
{
  return tl_workbook_get_n_conflicts (data) == 2;
}

static gboolean
are_none (gpointer data)
{
  return tl_workbook_get_n_conflicts (data) == 0;
}

/* Somebody else changes a copy; this desk the same fields; then both come together. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  TlWorkbook *workbook;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture->file = app_window_copy_sample ();
  fixture->other = copy_file (fixture->file);
  workbook = app_workbook_open_file (fixture->other);
  edit (workbook, "Medicines missed by day", "Calls not answered by day", "2026-03-02");
  app_workbook_close (workbook);

  fixture->window = app_window_open (fixture->file);
  fixture->workbook = tl_window_get_workbook (fixture->window);
  edit (fixture->workbook, "Medicines missed at night", "Calls not answered at night", "2026-03-04");
  tl_store_merge_async (tl_workbook_get_store (fixture->workbook), fixture->other, NULL, app_workbook_answer_cb, &result);
  app_window_wait (app_workbook_has_answer, &result);
  tl_merge_result_free (tl_store_merge_finish (tl_workbook_get_store (fixture->workbook), result, &error));
  g_assert_no_error (error);
  app_window_wait (are_three, fixture->workbook);
  app_test_settle (GTK_WIDGET (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  AdwDialog *dialog;

  while ((dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window))) != NULL)
    adw_dialog_force_close (dialog);
  app_window_close (fixture->window);
  g_clear_object (&fixture->file);
  g_clear_object (&fixture->other);
}

static TlConflictRow *
find_row (GtkWidget  *widget,
          const char *place)
{
  if (TL_IS_CONFLICT_ROW (widget) && app_test_says (widget, place))
    return TL_CONFLICT_ROW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      TlConflictRow *row = find_row (child, place);

      if (row != NULL)
        return row;
    }
  return NULL;
}

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL
      && g_str_has_prefix (gtk_button_get_label (GTK_BUTTON (widget)), label))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *button = find_button (child, label);

      if (button != NULL)
        return button;
    }
  return NULL;
}

static void
press_button (GtkWidget  *widget,
              const char *label)
{
  GtkWidget *button = find_button (widget, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static void
open_dialog (Fixture *fixture)
{
  AdwDialog *dialog;

  press_button (GTK_WIDGET (fixture->window), "_Settle…");
  app_test_settle (GTK_WIDGET (fixture->window));
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  g_assert_true (TL_IS_CONFLICTS_DIALOG (dialog));
  fixture->dialog = TL_CONFLICTS_DIALOG (dialog);
}

static const char *
get_title (Fixture    *fixture,
           const char *ref)
{
  return tl_risk_get_title (app_workbook_find_risk (fixture->workbook, ref));
}

/* The window says how many there are, and each with both values, who and when, and which is shown. */
static void
test_listed (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *row;
  const TlConflict *conflict;
  g_autoptr (TlConflictItem) item = g_list_model_get_item (tl_workbook_get_conflicts (fixture->workbook), 0);

  g_assert_true (app_test_says (GTK_WIDGET (fixture->window), "3 things were changed by two people"));
  app_test_keep (GTK_WIDGET (fixture->window), "conflicts-banner");
  open_dialog (fixture);
  row = GTK_WIDGET (find_row (GTK_WIDGET (fixture->dialog), "Title of R1"));
  g_assert_true (app_test_says (row, "Medicines missed at night"));
  g_assert_true (app_test_says (row, "Medicines missed by day"));
  conflict = tl_conflict_item_get_conflict (item);
  g_assert_true (app_test_says (GTK_WIDGET (fixture->dialog), conflict->sides[0].who));
  g_assert_true (app_test_says (GTK_WIDGET (fixture->dialog), conflict->sides[1].when));
  g_assert_true (app_test_says (row, " · shown now"));
  g_assert_nonnull (find_button (row, "Keep"));
  g_assert_nonnull (find_button (row, "Take"));
  app_test_assert_named (GTK_WIDGET (fixture->dialog));
  app_test_keep (GTK_WIDGET (fixture->window), "conflicts");
  app_test_set_dark (TRUE);
  app_test_keep (GTK_WIDGET (fixture->window), "conflicts-dark");
  app_test_set_dark (FALSE);
}

static void
test_settled_one_by_one (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autofree char *shown = g_strdup (get_title (fixture, "R1"));
  g_autofree char *other = g_strdup (strstr (shown, "night") != NULL ? "Calls not answered by day"
                                                                      : "Calls not answered at night");

  open_dialog (fixture);
  press_button (GTK_WIDGET (find_row (GTK_WIDGET (fixture->dialog), "Title of R1")), "Keep");
  app_window_wait (are_two, fixture->workbook);
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_cmpstr (get_title (fixture, "R1"), ==, shown);
  g_assert_null (find_row (GTK_WIDGET (fixture->dialog), "Title of R1"));
  g_assert_true (app_test_says (GTK_WIDGET (fixture->dialog), "Settled: Title of R1"));

  /* That can be taken back, and is a question again. */
  press_button (GTK_WIDGET (fixture->dialog), "_Undo");
  app_window_wait (are_three, fixture->workbook);
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_nonnull (find_row (GTK_WIDGET (fixture->dialog), "Title of R1"));

  press_button (GTK_WIDGET (find_row (GTK_WIDGET (fixture->dialog), "Title of R2")), "Take");
  app_window_wait (are_two, fixture->workbook);
  g_assert_cmpstr (get_title (fixture, "R2"), ==, other);
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (app_test_says (GTK_WIDGET (fixture->window), "2 things were changed by two people"));
}

/* All of one person's, as one change; then the banner goes. */
static void
test_settled_by_person (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GPtrArray) people = tl_workbook_list_conflict_people (fixture->workbook);
  const TlConflictPerson *person = people->pdata[0];
  g_autofree char *label = g_strdup_printf ("Take All of %s’s (3)", person->name);

  g_assert_cmpuint (people->len, ==, 2);
  open_dialog (fixture);
  press_button (GTK_WIDGET (fixture->dialog), label);
  app_window_wait (are_none, fixture->workbook);
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (app_test_says (GTK_WIDGET (fixture->dialog), "All Settled"));
  g_assert_true (g_str_has_suffix (get_title (fixture, "R1"), strstr (get_title (fixture, "R2"), "night") != NULL ? "at night"
                                                                                                                  : "by day"));
  app_test_keep (GTK_WIDGET (fixture->window), "conflicts-settled");
  adw_dialog_force_close (ADW_DIALOG (fixture->dialog));
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_false (app_test_says (GTK_WIDGET (fixture->window), "changed by two people"));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL));
  app_window_wait (are_three, fixture->workbook);
}

static TlConflictValueDialog *
find_value_dialog (Fixture *fixture)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));

  g_assert_true (TL_IS_CONFLICT_VALUE_DIALOG (dialog));
  return TL_CONFLICT_VALUE_DIALOG (dialog);
}

static void
test_settled_by_another_value (Fixture       *fixture,
                               gconstpointer  data)
{
  TlConflictValueDialog *dialog;
  GtkTextBuffer *buffer;
  GtkEditable *entry;

  open_dialog (fixture);
  press_button (GTK_WIDGET (find_row (GTK_WIDGET (fixture->dialog), "Title of R1")), "Another Value…");
  app_test_settle (GTK_WIDGET (fixture->window));
  dialog = find_value_dialog (fixture);
  app_test_assert_named (GTK_WIDGET (dialog));
  app_test_keep (GTK_WIDGET (fixture->window), "conflicts-value");
  buffer = gtk_text_view_get_buffer (app_test_find (GTK_WIDGET (dialog), GTK_TYPE_TEXT_VIEW));
  gtk_text_buffer_set_text (buffer, "  ", -1);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "value.choose", NULL);
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (app_test_says (GTK_WIDGET (dialog), "This can’t be left empty."));
  gtk_text_buffer_set_text (buffer, "Medicines missed by day and night", -1);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "value.choose", NULL);
  app_window_wait (are_two, fixture->workbook);
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_cmpstr (get_title (fixture, "R1"), ==, "Medicines missed by day and night");

  press_button (GTK_WIDGET (find_row (GTK_WIDGET (fixture->dialog), "Opened of R1")), "Another Value…");
  app_test_settle (GTK_WIDGET (fixture->window));
  dialog = find_value_dialog (fixture);
  entry = app_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (entry, "the third");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "value.choose", NULL);
  app_test_settle (GTK_WIDGET (fixture->window));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_editable_set_text (entry, "3 March 2026");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "value.choose", NULL);
  while (tl_workbook_get_n_conflicts (fixture->workbook) != 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (tl_record_get_day (TL_RECORD (app_workbook_find_risk (fixture->workbook, "R1")), "opened"), ==,
                   tl_day_new (2026, 3, 3));
}

/* From the banner to the first settled, without a pointer. */
static void
test_by_keyboard (Fixture       *fixture,
                  gconstpointer  data)
{
  open_dialog (fixture);
  if (!app_window_press (fixture->window, "Tab", NULL))
    {
      g_test_skip ("No keys can be pressed here");
      return;
    }
  /* Past the close button and the two people to the first conflict. */
  for (guint i = 0; i < 12 && tl_workbook_get_n_conflicts (fixture->workbook) == 3; i++)
    {
      GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

      if (focus != NULL && gtk_widget_get_ancestor (focus, TL_TYPE_CONFLICT_ROW) != NULL && GTK_IS_BUTTON (focus))
        {
          g_assert_true (app_window_press (fixture->window, "Return", NULL));
          break;
        }
      g_assert_true (app_window_press (fixture->window, "Tab", NULL));
    }
  app_window_wait (are_two, fixture->workbook);
}

static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 700);
  app_test_settle (GTK_WIDGET (fixture->window));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-conflicts", NULL);
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <=, 400);
  app_test_keep (GTK_WIDGET (fixture->window), "conflicts-narrow");
}

static void
add_tests (void)
{
  g_test_add ("/app/conflicts/listed", Fixture, NULL, set_up, test_listed, tear_down);
  g_test_add ("/app/conflicts/settled-one-by-one", Fixture, NULL, set_up, test_settled_one_by_one, tear_down);
  g_test_add ("/app/conflicts/settled-by-person", Fixture, NULL, set_up, test_settled_by_person, tear_down);
  g_test_add ("/app/conflicts/settled-by-another-value", Fixture, NULL, set_up, test_settled_by_another_value, tear_down);
  g_test_add ("/app/conflicts/by-keyboard", Fixture, NULL, set_up, test_by_keyboard, tear_down);
  g_test_add ("/app/conflicts/narrow", Fixture, NULL, set_up, test_narrow, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
