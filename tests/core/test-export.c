/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-dump.h"
#include "support/test-folder.h"
#include "support/test-importing.h"
#include "support/test-store.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "tl-export-file.h"
#include "tl-import-plan.h"
#include "tl-progress.h"
#include "tl-source.h"
#include "tl-xlsx-package.h"

/* What was exported is imported into another document, which must then say the same. */

#define RECORDED G_GINT64_CONSTANT (1767225600000000)

static guint
import_source (TlStore    *document,
               const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  TlSheets *sheets = tl_source_read (file, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (sheets->notes->len, ==, 0);
  return test_import (document, sheets);
}

static gboolean
try_export (TlStore           *document,
            const char        *path,
            GCancellable      *cancellable,
            GError           **error)
{
  g_autoptr (TlSnapshot) snapshot = test_store_load (document);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  TlExportOptions options = { snapshot, RECORDED };

  return tl_export_file (file, &options, cancellable, error);
}

static void
export (TlStore    *document,
        const char *path)
{
  g_autoptr (GError) error = NULL;

  try_export (document, path, NULL, &error);
  g_assert_no_error (error);
}

static char *
dump (TlStore *document)
{
  g_autoptr (TlSnapshot) snapshot = test_store_load (document);

  return test_dump (snapshot, FALSE);
}

/* As a spreadsheet and as a folder, into a new document and into the one that it came from. */
static void
assert_comes_back (TestDesk *desk,
                   TlStore  *document)
{
  static const char * const names[] = { "export.xlsx", "folder" };
  g_autofree char *expected = dump (document);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = test_desk_path (desk, names[i]);
      g_autofree char *found = NULL;
      TlStore *other = test_store_new ("other");

      export (document, path);
      g_assert_cmpuint (import_source (other, path), >, 0);
      found = dump (other);
      g_assert_cmpstr (found, ==, expected);
      g_assert_cmpuint (import_source (other, path), ==, 0);
      g_assert_cmpuint (import_source (document, path), ==, 0);
      test_store_close (other);
    }
}

static TlStore *
make_sample (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "data", "sample", NULL);
  TlStore *store = test_store_new ("sample");

  test_import (store, test_folder_read (folder));
  return store;
}

static void
test_sample_comes_back (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  TlStore *document = make_sample ();

  assert_comes_back (desk, document);
  test_store_close (document);
}

static TlStore *
make_awkward (void)
{
  g_autofree char *folder =
    test_folder_make ("Risks.csv",
                      "Ref,Title,Baseline issue,Root cause,Immediate control,Opened,Checked by,Forum,Regulations\n"
                      "R1,=1+1,\"Said \"\"never\"\"\nand left, twice\",_x0041_ and _x000D_,'quoted,1900-01-05,Ben,"
                      "\"Board, the\",12;2009/12\n"
                      "r,+44 and @home,-,\u00a3 \u00fc \u8b77 \U0001f600,\"a;b\",2199-12-31,T,,\n"
                      "R2,00012,TRUE,1e5,31/03/2026,1900-03-01,,,\n",
                      "People.csv", "Ref,Name,Role\nT,Tomasz Wrona,Medicines lead\n",
                      "Forums.csv", "Name\n\"Board, the\"\n",
                      "Places.csv", "Ref,Name,Kind\nP1,Weir Cottage,location\n",
                      "Measures.csv", "Ref,Risk,Title,Kind,Direction,Period,Target,Baseline\n"
                                      "M1,R1,Calls,count,at most,weekly,0.30000000000000004,-1234567.125\n",
                      "Readings.csv", "Ref,Measure,Date,Place,Value\n,M1,2026-03-31,P1,0.1\n,M1,2026-03-31,P1,0.1\n"
                                      "X9,M1,2026-03-31,,9007199254740991\n",
                      "Workbook.csv", "Key,Value\nProvider,\"Quillbrook, \"\"Care\"\"\"\nToday,2026-06-09\n", NULL);
  TlStore *store = test_store_new ("awkward");

  test_import (store, test_folder_read (folder));
  test_folder_remove (folder);
  return store;
}

static void
test_awkward_cells_come_back (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  TlStore *document = make_awkward ();

  assert_comes_back (desk, document);
  test_store_close (document);
}

static void
test_empty_workbook_is_a_template (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_path (desk, "template.xlsx");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TlSheets) sheets = NULL;
  TlStore *document = test_store_new (NULL);

  export (document, path);
  sheets = tl_source_read (file, NULL, NULL);
  g_assert_nonnull (sheets);
  /* All but a practice case's answers. */
  g_assert_cmpuint (sheets->sheets->len, ==, tl_import_plan_get_n_sheets () - 1);
  for (guint i = 0; i < sheets->sheets->len; i++)
    {
      const TlSheet *sheet = g_ptr_array_index (sheets->sheets, i);

      g_assert_cmpstr (tl_sheet_get_name (sheet), ==, tl_import_plan_get_sheet (i));
      g_assert_cmpuint (tl_sheet_get_n_columns (sheet), >, 1);
      g_assert_cmpuint (tl_sheet_get_n_rows (sheet), ==, 0);
    }
  g_assert_cmpuint (import_source (document, path), ==, 0);
  test_store_close (document);
}

static gboolean
read_sheet_part (const char  *name,
                 TlXlsxPart  *part,
                 gpointer     data,
                 GError     **error)
{
  GString *text = g_string_new (NULL);
  char chunk[4096];
  gsize got;

  while (tl_xlsx_part_read (part, chunk, sizeof chunk, &got, NULL) && got > 0)
    g_string_append_len (text, chunk, (gssize) got);
  if (g_str_has_prefix (name, "xl/worksheets/sheet"))
    g_ptr_array_add (data, text->str);
  g_string_free (text, !g_str_has_prefix (name, "xl/worksheets/sheet"));
  return TRUE;
}

/* Headings stay in sight, columns are as wide as what they hold, lists are offered, and days are numbers that are shown as
 * days. */
static void
test_sheets_are_fit_to_work_in (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_path (desk, "a.xlsx");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func (g_free);
  TlStore *document = test_store_new (NULL);
  TlId risk = test_store_add_risk (document, "R1", "Falls");
  g_autoptr (TlChange) change = tl_change_new ("risk.edit");
  guint n_lists = 0, n_days = 0;

  tl_change_set_day (change, "risk", &risk, "opened", tl_day_new (2026, 3, 31));
  test_store_apply (document, change);
  export (document, path);
  test_store_close (document);
  g_assert_true (tl_xlsx_package_walk (file, read_sheet_part, sheets, NULL, NULL));
  g_assert_cmpuint (sheets->len, >=, tl_import_plan_get_n_sheets () - 1);
  for (guint i = 0; i < tl_import_plan_get_n_sheets () - 1; i++)
    {
      const char *sheet = g_ptr_array_index (sheets, i);

      g_assert_nonnull (strstr (sheet, "ySplit=\"1\""));
      g_assert_nonnull (strstr (sheet, "state=\"frozen\""));
      g_assert_nonnull (strstr (sheet, "customWidth=\"1\""));
      n_lists += strstr (sheet, "<dataValidation type=\"list\"") != NULL;
      n_days += strstr (sheet, "<v>46112</v>") != NULL;
    }
  g_assert_cmpuint (n_lists, >=, 15);
  g_assert_cmpuint (n_days, ==, 1);
}

static void
test_same_workbook_same_bytes (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *first = test_desk_path (desk, "a.xlsx"), *second = test_desk_path (desk, "b.xlsx");
  g_autofree char *content = NULL;
  TlStore *document = make_awkward ();
  gsize length;

  export (document, first);
  export (document, second);
  test_store_close (document);
  g_assert_true (g_file_get_contents (first, &content, &length, NULL));
  test_assert_content (second, content, length);
}

static void
test_json (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_path (desk, "a.json");
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  TlStore *document = make_awkward ();
  JsonObject *all, *risk;

  export (document, path);
  test_store_close (document);
  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  all = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpuint (json_object_get_size (all), ==, tl_import_plan_get_n_sheets () - 1);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (all, "Ratings")), ==, 0);
  risk = json_array_get_object_element (json_object_get_array_member (all, "Risks"), 1);
  g_assert_cmpstr (json_object_get_string_member (risk, "Ref"), ==, "R1");
  g_assert_cmpstr (json_object_get_string_member (risk, "Baseline issue"), ==, "Said \"never\"\nand left, twice");
  g_assert_cmpstr (json_object_get_string_member (risk, "Opened"), ==, "1900-01-05");
  g_assert_cmpstr (json_array_get_string_element (json_object_get_array_member (risk, "Regulations"), 1), ==, "2009/12");
  g_assert_true (json_object_get_null_member (risk, "Likelihood"));
  g_assert_cmpfloat (json_object_get_double_member (
                       json_array_get_object_element (json_object_get_array_member (all, "Measures"), 0), "Target"),
                     ==, 0.30000000000000004);
}

/* Somebody has corrected an export, and the workbook has gone on meanwhile. */
static void
test_changes_are_shown_first (void)
{
  static const char *expected[] = {
    "Risks R1, column \"Title\": \"Falls at night\" becomes \"Falls\"",
    "Risks R1, column \"Root cause\": \"Not known\" is emptied",
    "Risks R1, column \"Opened\": \"1 Mar 2026\" becomes \"14 Mar 2026\"",
  };
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_path (desk, "a.xlsx");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TlChange) before = tl_change_new ("risk.edit"), after = tl_change_new ("risk.edit");
  g_autoptr (TlSnapshot) existing = NULL;
  g_autoptr (TlImportPlan) plan = NULL;
  TlStore *document = test_store_new (NULL);
  TlId risk = test_store_add_risk (document, "R1", "Falls");

  tl_change_set_text (before, "risk", &risk, "opened", "2026-03-14");
  test_store_apply (document, before);
  export (document, path);
  test_store_rename_risk (document, &risk, "Falls at night");
  tl_change_set_text (after, "risk", &risk, "opened", "2026-03-01");
  tl_change_set_text (after, "risk", &risk, "root_cause", "Not known");
  test_store_apply (document, after);

  existing = test_store_load (document);
  plan = tl_import_plan_new (existing, tl_source_read (file, NULL, NULL));
  g_assert_cmpuint (tl_import_plan_get_n_differences (plan), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *text = tl_import_difference_to_text (tl_import_plan_get_difference (plan, i));

      g_assert_cmpstr (text, ==, expected[i]);
    }
  test_store_close (document);
}

static void
test_what_does_not_fit_is_refused (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_path (desk, "a.xlsx"), *folder = test_desk_path (desk, "folder");
  g_autofree char *other = test_desk_path (desk, "b.xlsx"), *kept = g_build_filename (folder, "kept", NULL);
  g_autofree char *text = g_strnfill (32768, 'x');
  g_autoptr (TlChange) change = tl_change_new ("risk.edit");
  g_autoptr (GError) error = NULL;
  TlStore *document = test_store_new (NULL);
  TlId risk = test_store_add_risk (document, "R1", "Falls");

  tl_change_set_text (change, "risk", &risk, "root_cause", text);
  test_store_apply (document, change);
  g_assert_true (g_file_set_contents (path, "Minutes", -1, NULL));
  g_assert_false (try_export (document, path, NULL, &error));
  g_assert_nonnull (strstr (error->message, "Risks, row 2"));
  g_assert_nonnull (strstr (error->message, "Root cause"));
  test_assert_content (path, "Minutes", strlen ("Minutes"));
  g_clear_error (&error);
  g_assert_false (try_export (document, other, NULL, &error));
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
  g_clear_error (&error);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (kept, "Minutes", -1, NULL));
  g_assert_false (try_export (document, folder, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  test_assert_content (kept, "Minutes", strlen ("Minutes"));
  test_store_close (document);
}

static void
cancel_cb (TlProgress *progress,
           gpointer    data)
{
  g_assert_cmpint (tl_progress_get_stage (progress), ==, TL_PROGRESS_STAGE_EXPORTING);
  g_assert_cmpfloat (tl_progress_get_fraction (progress), >, 0);
  g_assert_cmpfloat (tl_progress_get_fraction (progress), <, 1);
  g_cancellable_cancel (G_CANCELLABLE (progress));
}

static void
test_nothing_is_left_of_what_is_cancelled (void)
{
  static const char * const names[] = { "a.xlsx", "a.json", "folder" };
  g_autoptr (TestDesk) desk = test_desk_new ();
  TlStore *document = make_sample ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = test_desk_path (desk, names[i]);
      g_autoptr (TlProgress) progress = tl_progress_new (cancel_cb, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_false (try_export (document, path, G_CANCELLABLE (progress), &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
  test_store_close (document);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/sample-comes-back", test_sample_comes_back);
  g_test_add_func ("/export/awkward-cells-come-back", test_awkward_cells_come_back);
  g_test_add_func ("/export/empty-workbook-is-a-template", test_empty_workbook_is_a_template);
  g_test_add_func ("/export/sheets-are-fit-to-work-in", test_sheets_are_fit_to_work_in);
  g_test_add_func ("/export/same-workbook-same-bytes", test_same_workbook_same_bytes);
  g_test_add_func ("/export/json", test_json);
  g_test_add_func ("/export/changes-are-shown-first", test_changes_are_shown_first);
  g_test_add_func ("/export/what-does-not-fit-is-refused", test_what_does_not_fit_is_refused);
  g_test_add_func ("/export/nothing-is-left-of-what-is-cancelled", test_nothing_is_left_of_what_is_cancelled);
  return g_test_run ();
}
