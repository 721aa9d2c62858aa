/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-workbook.h"

#include <glib/gstdio.h>

#include "tl-csv-folder.h"
#include "tl-import-plan.h"
#include "tl-store.h"

void
app_workbook_answer_cb (GObject      *source,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

gboolean
app_workbook_has_answer (gpointer data)
{
  return *(GAsyncResult **) data != NULL;
}

GAsyncResult *
app_workbook_wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

gboolean
app_workbook_is_quiet (gpointer workbook)
{
  return !tl_workbook_get_busy (workbook);
}

/* Working copies never touch those of the person who runs the tests. */
void
app_workbook_choose_folder (void)
{
  static gboolean chosen;
  g_autofree char *folder = NULL;

  if (chosen)
    return;
  folder = g_dir_make_tmp ("throughline-app-XXXXXX", NULL);
  g_assert_nonnull (folder);
  tl_store_set_folder (folder);
  chosen = TRUE;
}

static TlWorkbook *
open_workbook (TlStoreOrigin  origin,
               GFile         *file)
{
  static guint n_opened;
  g_autofree char *seed = g_strdup_printf ("app %u", n_opened++);
  g_autoptr(TlIdSource) ids = tl_id_source_new_seeded (seed, G_GINT64_CONSTANT (1781006400000));
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  TlWorkbook *workbook;

  app_workbook_choose_folder ();
  tl_workbook_open_async (origin, file, ids, NULL, app_workbook_answer_cb, &result);
  app_workbook_wait_for (&result);
  workbook = tl_workbook_open_finish (result, &error);
  g_assert_no_error (error);
  while (tl_workbook_get_busy (workbook))
    g_main_context_iteration (NULL, TRUE);

  return workbook;
}

TlWorkbook *
app_workbook_open_sample (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "..", "data", "samples", "sample.throughline", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  return open_workbook (TL_STORE_ORIGIN_COPY, file);
}

TlWorkbook *
app_workbook_open_file (GFile *file)
{
  return open_workbook (TL_STORE_ORIGIN_FILE, file);
}

TlWorkbook *
app_workbook_open_empty (void)
{
  return open_workbook (TL_STORE_ORIGIN_NEW, NULL);
}

static void
write_sheet (const char *folder,
             const char *sheet)
{
  g_auto (GStrv) lines = g_strsplit (sheet, "\n", 2);
  g_autoptr (GRegex) bars = g_regex_new (" *[|] *", 0, 0, NULL);
  g_autofree char *text = g_regex_replace_literal (bars, lines[1], -1, 0, ",", 0, NULL);
  g_autofree char *file = g_strconcat (lines[0], ".csv", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);

  for (const char *name = g_dir_read_name (files); name != NULL; name = g_dir_read_name (files))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
}

void
app_workbook_import (TlWorkbook *workbook,
                     const char *first_sheet,
                     ...)
{
  g_autofree char *path = g_dir_make_tmp ("throughline-app-XXXXXX", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  TlSheets *sheets = NULL;
  g_autoptr (TlImportPlan) plan = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  va_list rest;

  va_start (rest, first_sheet);
  for (const char *sheet = first_sheet; sheet != NULL; sheet = va_arg (rest, const char *))
    write_sheet (path, sheet);
  va_end (rest);
  sheets = tl_csv_folder_read (folder, NULL, &error);
  g_assert_no_error (error);
  plan = tl_import_plan_new (tl_assessment_get_snapshot (tl_workbook_get_assessment (workbook)), sheets);
  for (guint i = 0; i < tl_import_plan_get_n_problems (plan); i++)
    {
      g_autofree char *text = tl_import_problem_to_text (tl_import_plan_get_problem (plan, i));

      g_test_message ("%s", text);
    }
  tl_workbook_apply_async (workbook, tl_import_plan_get_change (plan, FALSE), NULL, app_workbook_answer_cb, &result);
  app_workbook_wait_for (&result);
  g_assert_true (tl_workbook_apply_finish (workbook, result, &error));
  g_assert_no_error (error);
  while (tl_workbook_get_busy (workbook))
    g_main_context_iteration (NULL, TRUE);
  remove_folder (path);
}

void
app_workbook_close (TlWorkbook *workbook)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  tl_workbook_close_async (workbook, app_workbook_answer_cb, &result);
  app_workbook_wait_for (&result);
  g_assert_true (tl_workbook_close_finish (workbook, result, &error));
  g_assert_no_error (error);
  g_object_unref (workbook);
}

/* The risk of a ref, which belongs to the workbook. */
TlRisk *
app_workbook_find_risk (TlWorkbook *workbook,
                        const char *ref)
{
  GListModel *risks = tl_workbook_get_risks (workbook);

  for (guint i = 0; i < g_list_model_get_n_items (risks); i++)
    {
      g_autoptr(TlRecord) risk = g_list_model_get_item (risks, i);

      if (g_strcmp0 (tl_record_get_ref (risk), ref) == 0)
        return TL_RISK (risk);
    }
  g_error ("There is no risk %s", ref);
}

/* Writes a workbook with an id of its own, and a risk in it. */
void
app_workbook_save_another (GFile *file)
{
  TlWorkbook *workbook = app_workbook_open_empty ();
  g_autoptr (TlChange) change = tl_change_new ("test");
  g_autoptr (GAsyncResult) applied = NULL, saved = NULL;
  TlId risk = { { 1 } };

  tl_change_add_row (change, "risk", &risk);
  tl_change_set_text (change, "risk", &risk, "ref", "R1");
  tl_change_set_text (change, "risk", &risk, "title", "Calls that come late");
  tl_workbook_apply_async (workbook, change, NULL, app_workbook_answer_cb, &applied);
  g_assert_true (tl_workbook_apply_finish (workbook, app_workbook_wait_for (&applied), NULL));
  tl_workbook_save_async (workbook, file, NULL, app_workbook_answer_cb, &saved);
  g_assert_true (tl_workbook_save_finish (workbook, app_workbook_wait_for (&saved), NULL));
  app_workbook_close (workbook);
}
