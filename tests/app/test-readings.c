/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-test.h"
#include "app-window.h"
#include "app-workbook.h"

#include "tl-edit-dialog.h"
#include "tl-editing.h"
#include "tl-readings-dialog.h"
#include "tl-sheet-cell.h"
#include "tl-workbook-undo.h"

/* Readings typed and pasted into a sheet, in the program's own window and with the keyboard. */

typedef struct
{
  GFile *file;
  TlWindow *window;
  TlWorkbook *workbook;
  TlId measure;
} Fixture;

static const TlMeasureFacts *
get_measure (Fixture *fixture)
{
  TlSnapshot *snapshot = tl_assessment_get_snapshot (tl_workbook_get_assessment (fixture->workbook));

  return tl_snapshot_find_ref (snapshot, TL_TABLE_MEASURE, "M1");
}

static TlReadingsDialog *
get_dialog (Fixture *fixture)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));

  return TL_IS_READINGS_DIALOG (dialog) ? TL_READINGS_DIALOG (dialog) : NULL;
}

static TlReadingsGrid *
get_grid (Fixture *fixture)
{
  return tl_readings_dialog_get_grid (get_dialog (fixture));
}

static void
open_dialog (Fixture *fixture)
{
  tl_readings_dialog_present (GTK_WIDGET (fixture->window), fixture->workbook, &fixture->measure);
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_nonnull (get_dialog (fixture));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->file = app_window_copy_sample ();
  fixture->window = app_window_open (fixture->file);
  fixture->workbook = tl_window_get_workbook (fixture->window);
  fixture->measure = get_measure (fixture)->base.id;
  open_dialog (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (get_dialog (fixture) != NULL)
    adw_dialog_force_close (ADW_DIALOG (get_dialog (fixture)));
  app_window_close (fixture->window);
  g_clear_object (&fixture->file);
}

static gboolean
press (Fixture    *fixture,
       const char *key)
{
  if (app_window_press (fixture->window, key, NULL))
    return TRUE;
  g_test_skip ("no keys can be pressed here");
  return FALSE;
}

static gboolean
has_no_dialog (gpointer data)
{
  return get_dialog (data) == NULL;
}

static guint
count_readings (Fixture *fixture)
{
  return get_measure (fixture)->readings.n;
}

static GtkWidget *
get_cell (Fixture *fixture,
          guint    row,
          guint    column)
{
  return tl_readings_sheet_get_cell (tl_readings_dialog_get_sheet (get_dialog (fixture)), row, column);
}

static void
assert_active (Fixture *fixture,
               guint    row,
               guint    column)
{
  guint at_row, at_column;

  tl_readings_sheet_get_active (tl_readings_dialog_get_sheet (get_dialog (fixture)), &at_row, &at_column);
  g_assert_cmpuint (at_row, ==, row);
  g_assert_cmpuint (at_column, ==, column);
  g_assert_true (gtk_widget_has_focus (get_cell (fixture, row, column)));
}

#define assert_describes(fixture, expected) \
  G_STMT_START { g_autofree char *words = tl_readings_grid_describe (get_grid (fixture)); \
    g_assert_cmpstr (words, ==, expected); } G_STMT_END

/* ── By keyboard ──────────────────────────────────────────────────────────── */

/* Four weeks at all places, typed without the pointer; one undo takes all of it back. */
static void
test_a_month_by_keyboard (Fixture       *fixture,
                          gconstpointer  data)
{
  guint before = count_readings (fixture), n_columns = tl_readings_grid_get_n_columns (get_grid (fixture));
  guint last = tl_readings_grid_get_n_rows (get_grid (fixture)) - 1;
  g_autofree char *name = NULL;

  g_assert_cmpuint (n_columns, >, 1);
  if (!press (fixture, "ctrl+End"))
    return;
  assert_active (fixture, last, n_columns - 1);
  app_window_press (fixture->window, "ctrl+Home", "ctrl+Down", "Up", "Up", "Up", NULL);
  assert_active (fixture, last - 3, 0);
  for (guint week = 0; week < 4; week++)
    {
      g_autoptr (GString) line = g_string_new (NULL);

      for (guint column = 0; column < n_columns; column++)
        g_string_append (line, column + 1 < n_columns ? "28/30\t" : "28/30");
      app_window_type (fixture->window, line->str);
      press (fixture, "Return");
      assert_active (fixture, MIN (last - 2 + week, last), 0);
    }
  app_test_keep (GTK_WIDGET (fixture->window), "readings-typed");
  g_assert_cmpuint (tl_readings_grid_count (get_grid (fixture), TL_READINGS_ADDED)
                    + tl_readings_grid_count (get_grid (fixture), TL_READINGS_CHANGED), ==, 4 * n_columns);
  name = tl_readings_grid_name_cell (get_grid (fixture), last, 0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_cell (fixture, last, 0)), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  app_test_assert_named (GTK_WIDGET (get_dialog (fixture)));

  press (fixture, "ctrl+Return");
  app_window_wait (has_no_dialog, fixture);
  app_window_wait (app_workbook_is_quiet, fixture->workbook);
  g_assert_cmpuint (count_readings (fixture), >=, before);
  g_assert_true (app_test_says (GTK_WIDGET (fixture->window), "reading"));
  press (fixture, "ctrl+z");
  app_window_wait (app_workbook_is_quiet, fixture->workbook);
  g_assert_cmpuint (count_readings (fixture), ==, before);
}

/* F2 changes what is there, typing replaces it, Escape leaves it; Ctrl+Z takes back what was typed, not the workbook. */
static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  TlReadingsGrid *grid = get_grid (fixture);
  g_autofree char *first = NULL, *fingerprint = tl_workbook_get_fingerprint (fixture->workbook), *after = NULL;
  g_autofree char *changed = NULL;

  if (!press (fixture, "ctrl+Home"))
    return;
  first = g_strdup (tl_readings_grid_get_text (grid, 0, 0));
  g_assert_cmpstr (first, !=, "");
  changed = g_strconcat (first, "0", NULL);

  app_window_press (fixture->window, "F2", "0", "Return", NULL);
  g_assert_cmpstr (tl_readings_grid_get_text (grid, 0, 0), ==, changed);
  assert_active (fixture, 1, 0);
  app_window_press (fixture->window, "Up", "7", "Escape", NULL);
  g_assert_cmpstr (tl_readings_grid_get_text (grid, 0, 0), ==, changed);
  assert_active (fixture, 0, 0);
  app_window_press (fixture->window, "ctrl+z", NULL);
  g_assert_cmpstr (tl_readings_grid_get_text (grid, 0, 0), ==, first);
  app_window_press (fixture->window, "shift+Right", "shift+Right", "Delete", NULL);
  assert_describes (fixture, "2 readings removed");
  app_test_keep (GTK_WIDGET (fixture->window), "readings-removed");
  app_window_press (fixture->window, "ctrl+z", "ctrl+shift+z", "ctrl+z", NULL);
  assert_describes (fixture, "Nothing typed yet");

  /* Tab walks on from cell to cell, and out at the end. */
  app_window_press (fixture->window, "ctrl+End", "Tab", NULL);
  g_assert_false (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                          GTK_WIDGET (tl_readings_dialog_get_sheet (get_dialog (fixture)))));
  press (fixture, "Escape");
  app_window_wait (has_no_dialog, fixture);
  after = tl_workbook_get_fingerprint (fixture->workbook);
  g_assert_cmpstr (after, ==, fingerprint);
}

/* ── Pasting ──────────────────────────────────────────────────────────────── */

static gboolean
has_wrong (gpointer data)
{
  return tl_readings_grid_count (get_grid (data), TL_READINGS_WRONG) > 0;
}

/* Junk stays where it is, with its reason; nothing is kept before it is mended; Escape asks first. */
static void
test_a_pasted_block (Fixture       *fixture,
                     gconstpointer  data)
{
  TlReadingsGrid *grid = get_grid (fixture);
  guint last = tl_readings_grid_get_n_rows (grid) - 1, before = count_readings (fixture), row, column;
  g_autofree char *text = NULL;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)),
                          "29/30\tn/a\t31/30\n96.7%\t1/2\t\n5/6\t7/8\t9/10\n");
  if (!app_window_press (fixture->window, "ctrl+Home", "ctrl+Down", "Up", "ctrl+v", NULL))
    {
      g_test_skip ("no keys can be pressed here");
      return;
    }
  app_window_wait (has_wrong, fixture);
  g_assert_cmpuint (tl_readings_grid_count (grid, TL_READINGS_WRONG), ==, 2);
  g_assert_true (app_test_says (GTK_WIDGET (get_dialog (fixture)), "There were more rows than periods up to today"));
  app_test_keep (GTK_WIDGET (fixture->window), "readings-pasted");

  press (fixture, "ctrl+Return");
  g_assert_nonnull (get_dialog (fixture));
  g_assert_cmpuint (count_readings (fixture), ==, before);
  g_assert_true (tl_readings_grid_find_wrong (grid, &row, &column));
  assert_active (fixture, row, column);
  g_assert_cmpstr (tl_readings_grid_get_text (grid, last - 1, 1), ==, "n/a");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (get_cell (fixture, row, column)), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  app_test_keep (GTK_WIDGET (fixture->window), "readings-refused");

  press (fixture, "Escape");
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (app_test_says (GTK_WIDGET (fixture->window), "Leave Without Keeping?"));
  app_test_keep (GTK_WIDGET (fixture->window), "readings-leaving");
  press (fixture, "Escape");
  app_test_settle (GTK_WIDGET (fixture->window));
  app_window_press (fixture->window, "2", "0", "slash", "3", "0", "Tab", "3", "0", "slash", "3", "0", "ctrl+Return", NULL);
  app_window_wait (has_no_dialog, fixture);
  app_window_wait (app_workbook_is_quiet, fixture->workbook);
  g_assert_cmpuint (count_readings (fixture), >=, before);
}

/* ── Measures ─────────────────────────────────────────────────────────────── */

static const TlDraftProblem *
find_problem (GPtrArray  *problems,
              const char *column)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const TlDraftProblem *problem = g_ptr_array_index (problems, i);

      if (g_str_equal (problem->column, column))
        return problem;
    }
  return NULL;
}

static gboolean
has_edit_dialog (gpointer fixture)
{
  return TL_IS_EDIT_DIALOG (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (((Fixture *) fixture)->window)));
}

static gboolean
has_no_edit_dialog (gpointer fixture)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (((Fixture *) fixture)->window)) == NULL;
}

/* A target that can't be is refused at its field; a measure that can be is kept, and its way of working may change later. */
static void
test_a_measure (Fixture       *fixture,
                gconstpointer  data)
{
  TlId risk = get_measure (fixture)->risk->base.id;
  guint n = g_list_model_get_n_items (tl_workbook_get_measures (fixture->workbook));
  guint n_steps = get_measure (fixture)->step_changes.n;
  AdwDialog *dialog;
  TlDraft *draft;

  adw_dialog_force_close (ADW_DIALOG (get_dialog (fixture)));
  app_window_wait (has_no_dialog, fixture);
  tl_editing_new (GTK_WIDGET (fixture->window), fixture->workbook, TL_TABLE_MEASURE, "risk", &risk, "kind",
                  TL_MEASURE_KIND_PROPORTION, "direction", TL_DIRECTION_AT_LEAST, "period", TL_PERIOD_WEEKLY, "target", "120",
                  "baseline_numerator", "81", "baseline_denominator", "80", NULL);
  app_window_wait (has_edit_dialog, fixture);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  draft = tl_edit_dialog_get_draft (TL_EDIT_DIALOG (dialog));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "edit.save", NULL);
  app_test_settle (GTK_WIDGET (fixture->window));
  {
    g_autoptr (GPtrArray) problems = tl_draft_list_problems (draft);

    g_assert_cmpstr (find_problem (problems, "target")->message, ==, "\"120\" is not a percentage from 0 to 100.");
    g_assert_cmpstr (find_problem (problems, "baseline_numerator")->message, ==,
                     "\"81\" is more than the \"80\" of which it is a part.");
    g_assert_nonnull (find_problem (problems, "title"));
  }
  g_assert_true (app_test_says (GTK_WIDGET (dialog), "is not a percentage from 0 to 100."));
  app_test_keep (GTK_WIDGET (fixture->window), "measure-refused");
  tl_draft_set_text (draft, "title", "Charts without a gap");
  tl_draft_set_text (draft, "target", "95");
  tl_draft_set_text (draft, "baseline_numerator", "48");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "edit.save", NULL);
  app_window_wait (has_no_edit_dialog, fixture);
  app_window_wait (app_workbook_is_quiet, fixture->workbook);
  g_assert_cmpuint (g_list_model_get_n_items (tl_workbook_get_measures (fixture->workbook)), ==, n + 1);

  tl_editing_new (GTK_WIDGET (fixture->window), fixture->workbook, TL_TABLE_STEP_CHANGE, "measure", &fixture->measure,
                  "date", tl_workbook_get_today (fixture->workbook) + 1, "reason", "A new chart", NULL);
  app_window_wait (has_edit_dialog, fixture);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  draft = tl_edit_dialog_get_draft (TL_EDIT_DIALOG (dialog));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "edit.save", NULL);
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (app_test_says (GTK_WIDGET (dialog), "is still to come"));
  tl_draft_set_day (draft, "date", tl_workbook_get_today (fixture->workbook));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "edit.save", NULL);
  app_window_wait (has_no_edit_dialog, fixture);
  app_window_wait (app_workbook_is_quiet, fixture->workbook);
  g_assert_cmpuint (get_measure (fixture)->step_changes.n, ==, n_steps + 1);
}

/* Of so many places the first are shown; what is pasted to others brings them into sight. */
static void
test_many_places (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (TlChange) change = tl_change_new ("test");
  g_autoptr (GAsyncResult) result = NULL;
  TlReadingsSheet *sheet = tl_readings_dialog_get_sheet (get_dialog (fixture));
  g_autofree char *left_out = NULL;
  guint n;

  for (guint i = 0; i < 30; i++)
    {
      TlId id = tl_id_source_make_id (tl_workbook_get_ids (fixture->workbook));
      g_autofree char *name = g_strdup_printf ("House %u", i), *ref = g_strdup_printf ("H%u", i);

      tl_change_add_row (change, "place", &id);
      tl_change_set_text (change, "place", &id, "ref", ref);
      tl_change_set_text (change, "place", &id, "name", name);
      tl_change_set_text (change, "place", &id, "kind", "location");
    }
  tl_workbook_apply_async (fixture->workbook, change, NULL, app_workbook_answer_cb, &result);
  app_workbook_wait_for (&result);
  g_assert_true (tl_workbook_apply_finish (fixture->workbook, result, NULL));
  app_window_wait (app_workbook_is_quiet, fixture->workbook);

  n = tl_readings_grid_get_n_columns (get_grid (fixture));
  left_out = tl_readings_grid_paste (get_grid (fixture), 0, 0, "House 0\tHouse 1\tHouse 2\tH3\tH4\tH5\tH6\tH7\tH8\tH9\tH10\tH11\tH12\t"
                                     "H13\tH14\tH15\tH16\tH17\tH18\tH19\tH20\n1/2\n");
  g_assert_null (left_out);
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_cmpuint (tl_readings_grid_get_n_columns (get_grid (fixture)), ==, n + 21);
  g_assert_cmpuint (tl_readings_sheet_count_hidden (sheet), >, 0);
  g_assert_true (app_test_says (GTK_WIDGET (get_dialog (fixture)), "More Places"));
  app_test_keep (GTK_WIDGET (fixture->window), "readings-many");
  tl_readings_grid_set_text (get_grid (fixture), 0, n + 20, "junk");
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_cmpuint (tl_readings_sheet_count_hidden (sheet), ==, 0);
  tl_readings_sheet_go_to (sheet, 0, n + 20);
  app_test_settle (GTK_WIDGET (fixture->window));
  assert_active (fixture, 0, n + 20);
  app_test_keep (GTK_WIDGET (fixture->window), "readings-many-all");
}

/* From right to left the first place is on the right, and the left key goes on. */
static void
test_right_to_left (Fixture       *fixture,
                    gconstpointer  data)
{
  graphene_rect_t first, second;
  GtkWidget *sheet;

  adw_dialog_force_close (ADW_DIALOG (get_dialog (fixture)));
  app_window_wait (has_no_dialog, fixture);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  open_dialog (fixture);
  sheet = GTK_WIDGET (tl_readings_dialog_get_sheet (get_dialog (fixture)));
  g_assert_true (gtk_widget_compute_bounds (get_cell (fixture, 0, 0), sheet, &first));
  g_assert_true (gtk_widget_compute_bounds (get_cell (fixture, 0, 1), sheet, &second));
  g_assert_cmpfloat (first.origin.x, >, second.origin.x);
  if (app_window_press (fixture->window, "ctrl+Home", "Left", NULL))
    assert_active (fixture, 0, 1);
  app_test_keep (GTK_WIDGET (fixture->window), "readings-right-to-left");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_pictures (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct
  {
    const char *name;
    int width, height;
    gboolean dark;
    double text;
  } sizes[] = {
    { "readings-light", 1366, 768, FALSE, 1 },
    { "readings-dark", 1366, 768, TRUE, 1 },
    { "readings-large", 1366, 768, FALSE, 2 },
    { "readings-narrow", 360, 720, FALSE, 1 },
  };
  guint last = tl_readings_grid_get_n_rows (get_grid (fixture)) - 1;

  tl_readings_grid_set_text (get_grid (fixture), last, 0, "29/30");
  tl_readings_grid_set_text (get_grid (fixture), last, 1, "31/30");
  tl_readings_grid_set_text (get_grid (fixture), 0, 1, "40/50");
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      app_test_set_dark (sizes[i].dark);
      app_test_set_text (sizes[i].text);
      gtk_window_set_default_size (GTK_WINDOW (fixture->window), sizes[i].width, sizes[i].height);
      app_test_settle (GTK_WIDGET (fixture->window));
      tl_readings_sheet_go_to (tl_readings_dialog_get_sheet (get_dialog (fixture)), last, 1);
      app_test_settle (GTK_WIDGET (fixture->window));
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (tl_readings_dialog_get_sheet (get_dialog (fixture)))), <=,
                       sizes[i].width);
      app_test_keep (GTK_WIDGET (fixture->window), sizes[i].name);
    }
  app_test_set_dark (FALSE);
  app_test_set_text (1);
}

static void
add_tests (void)
{
  g_test_add ("/readings/a-month-by-keyboard", Fixture, NULL, set_up, test_a_month_by_keyboard, tear_down);
  g_test_add ("/readings/keys", Fixture, NULL, set_up, test_keys, tear_down);
  g_test_add ("/readings/a-pasted-block", Fixture, NULL, set_up, test_a_pasted_block, tear_down);
  g_test_add ("/readings/many-places", Fixture, NULL, set_up, test_many_places, tear_down);
  g_test_add ("/readings/right-to-left", Fixture, NULL, set_up, test_right_to_left, tear_down);
  g_test_add ("/readings/a-measure-and-its-step-change", Fixture, NULL, set_up, test_a_measure, tear_down);
  g_test_add ("/readings/pictures", Fixture, NULL, set_up, test_pictures, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
