/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-test.h"
#include "app-window.h"
#include "app-workbook.h"

#include <glib/gstdio.h>
#include <string.h>
#include <xlsxwriter.h>

#include "tl-import-dialog.h"
#include "tl-mapping-column-row.h"
#include "tl-mapping-word-row.h"
#include "tl-window-exchange.h"
#include "tl-workbook-undo.h"

/* A spreadsheet that isn't ours, from the file to risks and actions, in the real window. */

typedef struct
{
  GFile *file;
  TlWindow *window;
  TlWorkbook *workbook;
  TlImportDialog *dialog;
  gboolean imported;
  char *folder;
  char *tracker;
} Fixture;

/* What a council sends: a title over all columns, a note, the table, and a sheet of guidance. */
static const char * const headings[] = { "No.", "Area of concern", "Action required", "Lead", "Target date", "RAG",
                                         "Date completed", "Comments" };
static const char * const rows[][8] = {
  { "1", "Medicines not always signed for", "1. Weekly audit of medicines charts\n2. Retrain night staff", "Meriel Achebe",
    "30/06/2026", "Amber", "", "Two audits done" },
  { "2", "Safeguarding referrals made late", "Brief every shift on thresholds", "Nasreen Dhillon", "TBC", "Red", "", "" },
  { "3", "Care plans out of date", "Review all plans at Tannery House", "Locum lead", "12 May 2026", "Green",
    "8 May 2026", "All twelve reviewed" },
  { "4", "Complaints not answered in time", "Log and date every complaint", "Kit Halloran", "ongoing", "Amber", "", "" },
};

static void
write_plan (lxw_workbook *workbook,
            const char   *due)
{
  lxw_worksheet *sheet = workbook_add_worksheet (workbook, "Action Plan");

  worksheet_merge_range (sheet, 0, 0, 0, 7, "Provider improvement plan: Quillbrook Care", NULL);
  worksheet_write_string (sheet, 1, 0, "As at 4 June 2026. Please return to the contracts team by Friday.", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    worksheet_write_string (sheet, 3, (lxw_col_t) i, headings[i], NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint j = 0; j < G_N_ELEMENTS (rows[i]); j++)
      worksheet_write_string (sheet, 4 + i, (lxw_col_t) j, due != NULL && i == 0 && j == 4 ? due : rows[i][j], NULL);
}

static void
write_tracker (const char *path,
               const char *due)
{
  lxw_workbook *workbook = workbook_new (path);
  lxw_worksheet *guidance;

  write_plan (workbook, due);
  guidance = workbook_add_worksheet (workbook, "Guidance");
  worksheet_write_string (guidance, 0, 0, "Red: not started. Amber: under way. Green: complete.", NULL);
  g_assert_cmpint (workbook_close (workbook), ==, LXW_NO_ERROR);
}

static char *memory;

static gboolean
is_remembered (gpointer data)
{
  return g_file_test (memory, G_FILE_TEST_EXISTS);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("throughline-mapping-XXXXXX", NULL);
  fixture->tracker = g_build_filename (fixture->folder, "Council action plan.xlsx", NULL);
  write_tracker (fixture->tracker, NULL);
  fixture->file = app_window_copy_sample ();
  fixture->window = app_window_open (fixture->file);
  fixture->workbook = tl_window_get_workbook (fixture->window);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  app_window_close (fixture->window);
  /* It is written after the dialog has gone. */
  if (fixture->imported)
    app_window_wait (is_remembered, NULL);
  g_assert_cmpint (is_remembered (NULL), ==, fixture->imported);
  g_remove (memory);
  g_remove (fixture->tracker);
  g_rmdir (fixture->folder);
  g_clear_object (&fixture->file);
  g_free (fixture->tracker);
  g_free (fixture->folder);
}

static gpointer
get_part (TlImportDialog *dialog,
          const char     *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (dialog), TL_TYPE_IMPORT_DIALOG, name);
}

/* The step that is shown, "" while something is read or worked out. */
static const char *
get_step (TlImportDialog *dialog)
{
  if (!g_str_equal (gtk_stack_get_visible_child_name (get_part (dialog, "stack")), "steps"))
    return "";
  return adw_navigation_page_get_tag (adw_navigation_view_get_visible_page (get_part (dialog, "steps")));
}

typedef struct
{
  TlImportDialog *dialog;
  const char *step;
} Awaited;

static gboolean
is_at (gpointer data)
{
  Awaited *awaited = data;

  return g_str_equal (get_step (awaited->dialog), awaited->step);
}

static void
wait_for_step (Fixture    *fixture,
               const char *step)
{
  Awaited awaited = { fixture->dialog, step };

  app_window_wait (is_at, &awaited);
  app_test_settle (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (fixture->dialog))));
  app_test_assert_named (GTK_WIDGET (fixture->dialog));
}

static gboolean
says (Fixture    *fixture,
      const char *part)
{
  return app_test_says (GTK_WIDGET (fixture->dialog), part);
}

static void
choose_tracker (Fixture *fixture)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->tracker);

  tl_window_import (fixture->window, file);
  fixture->dialog = TL_IMPORT_DIALOG (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
}

static void
go_on (Fixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "import.next", NULL));
}

static void
keep (Fixture    *fixture,
      const char *name)
{
  app_test_keep (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (fixture->dialog))), name);
}

static int
get_least_width (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* Every step has room on a telephone, and on an office's screen with text of twice the size. */
static void
assert_fits (Fixture    *fixture,
             GtkWidget  *window,
             const char *step)
{
  GtkWidget *page = GTK_WIDGET (adw_navigation_view_get_visible_page (get_part (fixture->dialog, "steps")));
  g_autofree char *name = g_strconcat ("mapping-", step, NULL), *narrow = g_strconcat (name, "-narrow", NULL);
  g_autofree char *large = g_strconcat (name, "-large", NULL);

  keep (fixture, name);
  app_test_set_dark (TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 700);
  app_test_settle (window);
  g_assert_cmpint (get_least_width (page), <=, 360);
  keep (fixture, narrow);
  app_test_set_dark (FALSE);
  app_test_set_text (2);
  app_test_settle (window);
  g_assert_cmpint (get_least_width (page), <=, 360);
  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 768);
  app_test_settle (window);
  keep (fixture, large);
  app_test_set_text (1);
  app_test_settle (window);
}

static void
test_fits (Fixture       *fixture,
           gconstpointer  data)
{
  static const char * const steps[] = { "sheets", "columns", "words", "rows", "preview" };
  g_autoptr (GFile) file = g_file_new_for_path (fixture->tracker);
  GtkWidget *window = app_test_show (adw_bin_new (), 1366, 768);

  /* Alone, so that it is the dialog that is measured. */
  gtk_widget_set_visible (GTK_WIDGET (fixture->window), FALSE);
  fixture->dialog = tl_import_dialog_new (fixture->workbook, file);
  adw_dialog_present (ADW_DIALOG (fixture->dialog), window);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (i > 0)
        go_on (fixture);
      wait_for_step (fixture, steps[i]);
      assert_fits (fixture, window, steps[i]);
    }
  app_test_close (window);
  gtk_widget_set_visible (GTK_WIDGET (fixture->window), TRUE);
}

/* ── Keys ─────────────────────────────────────────────────────────────────── */

static gboolean
says_itself (GtkWidget  *widget,
             const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (says_itself (child, text))
        return TRUE;
    }
  return FALSE;
}

/* The row of a type that a text stands in. */
static GtkWidget *
find_row (GtkWidget  *root,
          GType       type,
          const char *text)
{
  if (G_OBJECT_TYPE (root) == type)
    return gtk_widget_get_mapped (root) && says_itself (root, text) ? root : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, type, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
press (Fixture    *fixture,
       const char *key)
{
  g_assert_true (app_window_press (fixture->window, key, NULL));
}

static void
tab_to (Fixture   *fixture,
        GtkWidget *widget)
{
  for (guint i = 0; i < 60; i++)
    {
      GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

      if (focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget)))
        return;
      press (fixture, "Tab");
    }
  g_error ("A %s can’t be reached with Tab", G_OBJECT_TYPE_NAME (widget));
}

static const char *
get_chosen (GtkWidget *choice)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (choice));

  return gtk_string_object_get_string (chosen);
}

static GtkWidget *
find_choice (Fixture    *fixture,
             GType       type,
             const char *row)
{
  GtkWidget *found = find_row (GTK_WIDGET (fixture->dialog), type, row);

  g_assert_nonnull (found);
  return app_test_find (found, GTK_TYPE_DROP_DOWN);
}

/* The list is searched a moment after the last letter. */
static gboolean
is_searched (gpointer choice)
{
  GtkListView *list = app_test_find (choice, GTK_TYPE_LIST_VIEW);

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list))) == 1;
}

/* Opens the choice in a row, types part of what is looked for, and takes it. */
static void
choose_by_keys (Fixture    *fixture,
                GType       type,
                const char *row,
                const char *typed,
                const char *chosen)
{
  GtkWidget *choice = find_choice (fixture, type, row);

  tab_to (fixture, choice);
  press (fixture, "space");
  g_assert_true (app_window_type (fixture->window, typed));
  app_window_wait (is_searched, choice);
  g_assert_true (app_window_press (fixture->window, "Down", "Return", NULL));
  app_test_settle (GTK_WIDGET (fixture->window));
  g_assert_cmpstr (get_chosen (choice), ==, chosen);
}

static const TlActionFacts *
find_action (Fixture    *fixture,
             const char *title)
{
  TlSnapshot *snapshot = tl_assessment_get_snapshot (tl_workbook_get_assessment (fixture->workbook));

  for (guint i = 0; i < tl_snapshot_count (snapshot, TL_TABLE_ACTION); i++)
    {
      const TlActionFacts *action = tl_snapshot_get (snapshot, TL_TABLE_ACTION, i);

      if (g_str_equal (action->title, title))
        return action;
    }
  return NULL;
}

static gboolean
is_imported (gpointer data)
{
  return find_action (data, "Retrain night staff") != NULL;
}

static gboolean
is_not_imported (gpointer data)
{
  return !is_imported (data);
}

static guint
count_risks (Fixture *fixture)
{
  return g_list_model_get_n_items (tl_workbook_get_risks (fixture->workbook));
}

static gboolean
is_gone (gpointer window)
{
  return adw_application_window_get_visible_dialog (window) == NULL;
}

static gboolean
can_undo (gpointer workbook)
{
  return tl_workbook_get_can_undo (workbook);
}

static gboolean
cannot_undo (gpointer workbook)
{
  return !can_undo (workbook);
}

static void
test_by_keyboard (Fixture       *fixture,
                  gconstpointer  data)
{
  guint before = count_risks (fixture);

  choose_tracker (fixture);
  wait_for_step (fixture, "sheets");
  g_assert_true (says (fixture, "Headings"));
  press (fixture, "alt+o");

  /* What was guessed wrongly is mended, and still is after going back and forth. */
  wait_for_step (fixture, "columns");
  choose_by_keys (fixture, TL_TYPE_MAPPING_COLUMN_ROW, "No.", "leave", "Leave it out");
  press (fixture, "alt+Left");
  wait_for_step (fixture, "sheets");
  press (fixture, "alt+o");
  wait_for_step (fixture, "columns");
  g_assert_cmpstr (get_chosen (find_choice (fixture, TL_TYPE_MAPPING_COLUMN_ROW, "No.")), ==, "Leave it out");
  press (fixture, "alt+o");

  wait_for_step (fixture, "words");
  choose_by_keys (fixture, TL_TYPE_MAPPING_WORD_ROW, "Locum lead", "halloran", "Kit Halloran, Deputy manager");
  press (fixture, "alt+o");
  wait_for_step (fixture, "rows");
  g_assert_true (says (fixture, "Weekly audit of medicines charts"));
  g_assert_false (says (fixture, "Locum lead"));
  g_assert_false (says (fixture, "Origin reference"));
  g_assert_true (says (fixture, "Due: 30 Jun 2026"));
  press (fixture, "alt+o");
  wait_for_step (fixture, "preview");
  keep (fixture, "mapping-in-window");
  g_assert_false (is_imported (fixture));
  press (fixture, "alt+i");
  fixture->imported = TRUE;
  app_window_wait (is_gone, fixture->window);
  app_window_wait (is_imported, fixture);
  g_assert_cmpuint (count_risks (fixture), ==, before + 4);
  g_assert_cmpstr (find_action (fixture, "Review all plans at Tannery House")->person->name, ==, "Kit Halloran");

  app_window_wait (can_undo, fixture->workbook);
  press (fixture, "ctrl+z");
  app_window_wait (is_not_imported, fixture);
  g_assert_cmpuint (count_risks (fixture), ==, before);
  app_window_wait (cannot_undo, fixture->workbook);
}

static gboolean
can_import (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "import.run") == 0)
    return gtk_widget_is_sensitive (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (can_import (child))
        return TRUE;
    }
  return FALSE;
}

/* Without keys, for what comes after. */
static void
import_tracker (Fixture *fixture)
{
  static const char * const steps[] = { "sheets", "columns", "words", "rows", "preview" };

  choose_tracker (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (i > 0)
        go_on (fixture);
      wait_for_step (fixture, steps[i]);
    }
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "import.run", NULL));
  fixture->imported = TRUE;
  app_window_wait (is_gone, fixture->window);
  app_window_wait (is_imported, fixture);
  app_window_wait (is_remembered, NULL);
}

static void
test_second_time (Fixture       *fixture,
                  gconstpointer  data)
{
  import_tracker (fixture);

  /* The same file again: nothing is asked, and nothing would change. */
  choose_tracker (fixture);
  wait_for_step (fixture, "preview");
  g_assert_true (says (fixture, "The workbook has all of this already."));
  g_assert_false (can_import (GTK_WIDGET (fixture->dialog)));

  /* How it is read can be changed all the same. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "import.change", NULL));
  wait_for_step (fixture, "columns");
  g_assert_true (says (fixture, "As the last time"));
  g_assert_false (says (fixture, "A guess"));
  press (fixture, "alt+Left");
  wait_for_step (fixture, "sheets");
  press (fixture, "Escape");
  app_window_wait (is_gone, fixture->window);
}

/* The last step before it is imported leaves as little as the first. */
static void
test_cancelled_in_the_middle (Fixture       *fixture,
                              gconstpointer  data)
{
  guint before = count_risks (fixture);

  choose_tracker (fixture);
  wait_for_step (fixture, "sheets");
  go_on (fixture);
  wait_for_step (fixture, "columns");
  go_on (fixture);
  wait_for_step (fixture, "words");
  go_on (fixture);
  wait_for_step (fixture, "rows");
  press (fixture, "Escape");
  wait_for_step (fixture, "words");
  press (fixture, "Escape");
  wait_for_step (fixture, "columns");
  press (fixture, "Escape");
  wait_for_step (fixture, "sheets");
  press (fixture, "Escape");
  app_window_wait (is_gone, fixture->window);
  g_assert_cmpuint (count_risks (fixture), ==, before);
  g_assert_false (can_undo (fixture->workbook));
}

/* A row of headings is pointed out with the arrows; what stands below it is then what the columns hold. */
static void
test_headings_are_pointed_out (Fixture       *fixture,
                               gconstpointer  data)
{
  GtkWidget *row, *title;

  choose_tracker (fixture);
  wait_for_step (fixture, "sheets");
  row = find_row (GTK_WIDGET (fixture->dialog), GTK_TYPE_LIST_BOX_ROW, "Area of concern");
  title = find_row (GTK_WIDGET (fixture->dialog), GTK_TYPE_LIST_BOX_ROW, "Provider improvement plan: Quillbrook Care");
  g_assert_true (says_itself (row, "Headings"));
  tab_to (fixture, gtk_widget_get_parent (row));
  g_assert_true (app_window_press (fixture->window, "Up", "Up", NULL));
  g_assert_true (says_itself (title, "Headings"));
  g_assert_false (says_itself (row, "Headings"));
  go_on (fixture);
  wait_for_step (fixture, "columns");
  g_assert_null (find_row (GTK_WIDGET (fixture->dialog), TL_TYPE_MAPPING_COLUMN_ROW, "Lead"));
  press (fixture, "alt+Left");
  wait_for_step (fixture, "sheets");
  tab_to (fixture, gtk_widget_get_parent (row));
  g_assert_true (app_window_press (fixture->window, "Down", "Down", NULL));
  go_on (fixture);
  wait_for_step (fixture, "columns");
  g_assert_nonnull (find_row (GTK_WIDGET (fixture->dialog), TL_TYPE_MAPPING_COLUMN_ROW, "Lead"));
  g_assert_true (adw_dialog_close (ADW_DIALOG (fixture->dialog)));
  app_window_wait (is_gone, fixture->window);
}

static void
choose (GtkWidget  *choice,
        const char *chosen)
{
  GListModel *model = gtk_drop_down_get_model (GTK_DROP_DOWN (choice));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (model, i);

      if (g_str_equal (gtk_string_object_get_string (item), chosen))
        {
          gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), i);
          return;
        }
    }
  g_error ("“%s” can’t be chosen", chosen);
}

/* A day that can't be is told with its place; once it is mended in the file, nothing else is asked again. */
static void
test_mended_file_keeps_what_was_said (Fixture       *fixture,
                                      gconstpointer  data)
{
  write_tracker (fixture->tracker, "30/02/2026");
  choose_tracker (fixture);
  wait_for_step (fixture, "sheets");
  go_on (fixture);
  wait_for_step (fixture, "columns");
  choose (find_choice (fixture, TL_TYPE_MAPPING_COLUMN_ROW, "No."), "Leave it out");
  go_on (fixture);
  wait_for_step (fixture, "words");
  choose (find_choice (fixture, TL_TYPE_MAPPING_WORD_ROW, "Locum lead"), "Kit Halloran, Deputy manager");
  go_on (fixture);
  wait_for_step (fixture, "rows");
  g_assert_true (says (fixture, "Action Plan row 5, column \"Target date\""));
  g_assert_true (says (fixture, "30/02/2026"));
  go_on (fixture);
  wait_for_step (fixture, "preview");
  keep (fixture, "mapping-problem");
  g_assert_false (can_import (GTK_WIDGET (fixture->dialog)));

  write_tracker (fixture->tracker, NULL);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "import.again", NULL));
  g_assert_cmpstr (get_step (fixture->dialog), ==, "");
  wait_for_step (fixture, "preview");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "import.run", NULL));
  fixture->imported = TRUE;
  app_window_wait (is_gone, fixture->window);
  app_window_wait (is_imported, fixture);
  g_assert_cmpstr (find_action (fixture, "Review all plans at Tannery House")->person->name, ==, "Kit Halloran");
  g_assert_null (find_action (fixture, "Retrain night staff")->risk->origin_reference);
}

/* Our own sheets come in as ever, and what the others hold may be said afterwards. */
static void
test_some_sheets_are_ours (Fixture       *fixture,
                           gconstpointer  data)
{
  lxw_workbook *workbook = workbook_new (fixture->tracker);
  lxw_worksheet *sheet = workbook_add_worksheet (workbook, "Risks");

  worksheet_write_string (sheet, 0, 0, "Ref", NULL);
  worksheet_write_string (sheet, 0, 1, "Title", NULL);
  worksheet_write_string (sheet, 1, 0, "N1", NULL);
  worksheet_write_string (sheet, 1, 1, "Night cover", NULL);
  write_plan (workbook, NULL);
  g_assert_cmpint (workbook_close (workbook), ==, LXW_NO_ERROR);

  choose_tracker (fixture);
  wait_for_step (fixture, "preview");
  g_assert_true (says (fixture, "Rows: 1 added."));
  g_assert_true (says (fixture, "Not Throughline’s own, and left out: Action Plan"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "import.rest", NULL));
  wait_for_step (fixture, "sheets");
  go_on (fixture);
  wait_for_step (fixture, "columns");
  g_assert_nonnull (find_row (GTK_WIDGET (fixture->dialog), TL_TYPE_MAPPING_COLUMN_ROW, "Lead"));
  g_assert_null (find_row (GTK_WIDGET (fixture->dialog), TL_TYPE_MAPPING_COLUMN_ROW, "Title"));
  g_assert_true (adw_dialog_close (ADW_DIALOG (fixture->dialog)));
  app_window_wait (is_gone, fixture->window);
}

static void
add_tests (void)
{
  memory = g_build_filename (g_get_user_data_dir (), "throughline", "spreadsheets.ini", NULL);
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/import-mapping/by-keyboard", test_by_keyboard);
  ADD ("/import-mapping/second-time", test_second_time);
  ADD ("/import-mapping/cancelled-in-the-middle", test_cancelled_in_the_middle);
  ADD ("/import-mapping/headings-are-pointed-out", test_headings_are_pointed_out);
  ADD ("/import-mapping/mended-file-keeps-what-was-said", test_mended_file_keeps_what_was_said);
  ADD ("/import-mapping/some-sheets-are-ours", test_some_sheets_are_ours);
  ADD ("/import-mapping/fits", test_fits);
#undef ADD
}

int
main (int   argc,
      char *argv[])
{
  return app_test_run (&argc, &argv, add_tests);
}
