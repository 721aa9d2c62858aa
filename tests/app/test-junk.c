/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-test.h"
#include "app-window.h"
#include "app-workbook.h"

#include "tl-editing.h"
#include "tl-readings-dialog.h"
#include "tl-workbook-undo.h"

/* A spreadsheet full of junk that is pasted, and the removal of a place that a year of readings names, in the window. */

#define PASTED_COLUMNS 3

typedef struct
{
  GFile *file;
  TlWindow *window;
  TlWorkbook *workbook;
  TlId measure;
  TlId place;
  /* How many readings the measure has before anything is done. */
  guint n_readings;
} Fixture;

static TlSnapshot *
get_snapshot (Fixture *fixture)
{
  return tl_assessment_get_snapshot (tl_workbook_get_assessment (fixture->workbook));
}

static const TlMeasureFacts *
get_measure (Fixture *fixture)
{
  return tl_snapshot_find_ref (get_snapshot (fixture), TL_TABLE_MEASURE, "M1");
}

static AdwDialog *
get_dialog (Fixture *fixture)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
}

static gboolean
has_dialog (gpointer fixture)
{
  return get_dialog (fixture) != NULL;
}

static gboolean
has_no_dialog (gpointer fixture)
{
  return get_dialog (fixture) == NULL;
}

static gboolean
can_undo (gpointer workbook)
{
  return tl_workbook_get_can_undo (workbook) && app_workbook_is_quiet (workbook);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->file = app_window_copy_sample ();
  fixture->window = app_window_open (fixture->file);
  fixture->workbook = tl_window_get_workbook (fixture->window);
  fixture->measure = get_measure (fixture)->base.id;
  fixture->n_readings = get_measure (fixture)->readings.n;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (has_dialog (fixture))
    adw_dialog_force_close (get_dialog (fixture));
  app_window_close (fixture->window);
  g_clear_object (&fixture->file);
}

/* ── A pasted spreadsheet ─────────────────────────────────────────────────── */

/* As it comes out of a spreadsheet: what isn't a reading, of which none may be taken for one. The first column is good. */
static const char * const junk[] = {
  "#REF!", "=SUM(B2:B9)", "£12", "-3/4", "3/0", "31/30", "1/2/3", "12.3.4", "<b>29</b>/30", "29 of thirty", "１/２x", "n.k.",
};

static gboolean
has_wrong (gpointer data)
{
  return tl_readings_grid_count (data, TL_READINGS_WRONG) == G_N_ELEMENTS (junk);
}

static gboolean
is_as_before (gpointer data)
{
  Fixture *fixture = data;

  return get_measure (fixture)->readings.n == fixture->n_readings && app_workbook_is_quiet (fixture->workbook);
}

/* Every cell of junk says where it is, what is wrong with it and keeps what was pasted; nothing is kept of any until all is
 * mended, and then the good ones are kept as one. */
static void
test_pasted_spreadsheet (Fixture       *fixture,
                         gconstpointer  data)
{
  guint n_rows = G_N_ELEMENTS (junk) / 2, first, n_kept;
  g_autofree char *fingerprint = tl_workbook_get_fingerprint (fixture->workbook), *same = NULL;
  g_autoptr (GString) block = g_string_new (NULL);
  TlReadingsDialog *dialog;
  TlReadingsGrid *grid;
  TlReadingsSheet *sheet;
  g_autofree char *left_out = NULL;

  tl_readings_dialog_present (GTK_WIDGET (fixture->window), fixture->workbook, &fixture->measure);
  app_test_settle (GTK_WIDGET (fixture->window));
  dialog = TL_READINGS_DIALOG (get_dialog (fixture));
  grid = tl_readings_dialog_get_grid (dialog);
  sheet = tl_readings_dialog_get_sheet (dialog);
  g_assert_cmpuint (tl_readings_grid_get_n_columns (grid), >=, PASTED_COLUMNS);
  first = tl_readings_grid_get_n_rows (grid) - n_rows;
  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (block, "17/30\t%s\t%s\n", junk[2 * i], junk[2 * i + 1]);
  left_out = tl_readings_grid_paste (grid, first, 0, block->str);
  g_assert_null (left_out);
  app_window_wait (has_wrong, grid);
  app_test_settle (GTK_WIDGET (fixture->window));

  for (guint i = 0; i < G_N_ELEMENTS (junk); i++)
    {
      guint row = first + i / 2, column = 1 + i % 2;
      g_autofree char *said = tl_readings_grid_explain_cell (grid, row, column);
      const char *problem = tl_readings_grid_get_problem (grid, row, column);

      g_assert_cmpstr (tl_readings_grid_get_text (grid, row, column), ==, junk[i]);
      g_assert_true (problem != NULL && problem[0] != '\0');
      g_assert_nonnull (strstr (said, problem));
      g_assert_nonnull (strstr (said, tl_readings_grid_title_column (grid, column)));
      tl_readings_sheet_go_to (sheet, row, column);
      gtk_test_accessible_assert_state (GTK_ACCESSIBLE (tl_readings_sheet_get_cell (sheet, row, column)),
                                        GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
    }
  app_test_keep (GTK_WIDGET (fixture->window), "junk-pasted");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "readings.save", NULL);
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_true (get_dialog (fixture) == ADW_DIALOG (dialog));
  same = tl_workbook_get_fingerprint (fixture->workbook);
  g_assert_cmpstr (same, ==, fingerprint);

  n_kept = tl_readings_grid_count (grid, TL_READINGS_ADDED) + tl_readings_grid_count (grid, TL_READINGS_CHANGED);
  g_assert_cmpuint (n_kept, >, 0);
  for (guint i = 0; i < G_N_ELEMENTS (junk); i++)
    tl_readings_grid_set_text (grid, first + i / 2, 1 + i % 2, "30/30");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "readings.save", NULL);
  app_window_wait (has_no_dialog, fixture);
  app_window_wait (can_undo, fixture->workbook);
  g_assert_cmpuint (get_measure (fixture)->readings.n, >, fixture->n_readings);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  app_window_wait (is_as_before, fixture);
}

/* ── What others point to ─────────────────────────────────────────────────── */

static gboolean
is_place_gone (gpointer data)
{
  Fixture *fixture = data;

  return tl_snapshot_find (get_snapshot (fixture), TL_TABLE_PLACE, &fixture->place) == NULL
         && app_workbook_is_quiet (fixture->workbook);
}

static gboolean
is_place_back (gpointer data)
{
  Fixture *fixture = data;

  return !is_place_gone (data) && app_workbook_is_quiet (fixture->workbook);
}

/* A place with readings: how many would be lost is said, ending is what Enter does, and all of it comes back. */
static void
test_a_place_with_readings (Fixture       *fixture,
                            gconstpointer  data)
{
  const TlReadingFacts *reading = TL_FACTS_AT (get_measure (fixture)->readings, TlReadingFacts, 0);
  guint before = tl_snapshot_count (get_snapshot (fixture), TL_TABLE_READING);
  AdwAlertDialog *alert;

  for (guint i = 0; reading->place == NULL; i++)
    reading = TL_FACTS_AT (get_measure (fixture)->readings, TlReadingFacts, i);
  fixture->place = reading->place->base.id;
  tl_editing_remove (GTK_WIDGET (fixture->window), fixture->workbook, TL_TABLE_PLACE, &fixture->place);
  app_window_wait (has_dialog, fixture);
  app_test_settle (GTK_WIDGET (fixture->window));
  alert = ADW_ALERT_DIALOG (get_dialog (fixture));
  app_test_keep (GTK_WIDGET (fixture->window), "junk-remove-place");
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (alert), "readings"));
  g_assert_cmpstr (adw_alert_dialog_get_default_response (alert), ==, "end");
  g_assert_cmpstr (adw_alert_dialog_get_close_response (alert), ==, "cancel");
  g_assert_cmpuint (tl_snapshot_count (get_snapshot (fixture), TL_TABLE_READING), ==, before);

  adw_alert_dialog_set_close_response (alert, "remove");
  adw_dialog_close (ADW_DIALOG (alert));
  app_window_wait (is_place_gone, fixture);
  g_assert_cmpuint (tl_snapshot_count (get_snapshot (fixture), TL_TABLE_READING), <, before);
  app_window_wait (can_undo, fixture->workbook);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  app_window_wait (is_place_back, fixture);
  g_assert_cmpuint (tl_snapshot_count (get_snapshot (fixture), TL_TABLE_READING), ==, before);
}

static void
add_tests (void)
{
  g_test_add ("/junk/pasted-spreadsheet", Fixture, NULL, set_up, test_pasted_spreadsheet, tear_down);
  g_test_add ("/junk/a-place-with-readings", Fixture, NULL, set_up, test_a_place_with_readings, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
