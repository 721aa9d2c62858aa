/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-workbook.h"

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
