/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-folder.h"
#include "support/test-importing.h"
#include "support/test-store.h"

#include <sqlite3.h>

#include "tl-progress.h"

/* Indexes rest while thousands of rows come; whatever becomes of the import, they are as they were. */

#define ROWS 5000

static char *
ask (const char *path,
     const char *question)
{
  sqlite3 *handle = NULL;
  sqlite3_stmt *statement = NULL;
  GString *answer = g_string_new (NULL);

  g_assert_cmpint (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, question, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (answer, "%s\n", (const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (handle);
  return g_string_free_and_steal (answer);
}

/* What the file says of its tables and indexes, of which each must fit the other, and how many readings it has. */
static void
assert_whole (TlStore    *document,
              TestDesk   *desk,
              const char *expected,
              int         n_rows)
{
  g_autofree char *path = test_desk_path (desk, "saved.throughline");
  g_autofree char *found = NULL, *sound = NULL, *count = NULL;

  test_store_save (document, path);
  found = ask (path, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name");
  sound = ask (path, "PRAGMA integrity_check");
  count = ask (path, "SELECT count(*) FROM reading INDEXED BY reading_measure WHERE date > ''");
  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpstr (sound, ==, "ok\n");
  g_assert_cmpint (atoi (count), ==, n_rows);
}

static char *
make_folder (guint year)
{
  g_autoptr (GString) readings = g_string_new ("Measure,Date,Numerator,Denominator\n");

  for (guint i = 0; i < ROWS; i++)
    g_string_append_printf (readings, "M%u,%u-%02u-%02u,90,100\n", i % 2 + 1, year, i % 12 + 1, i % 28 + 1);
  return test_folder_make ("Risks.csv", "Ref,Title\nR1,Falls\n", "Measures.csv",
                           "Ref,Risk,Title,Kind,Direction,Period\nM1,R1,Checks,proportion,at least,weekly\n"
                           "M2,R1,Plans,proportion,at least,weekly\n", "Readings.csv", readings->str, NULL);
}

/* In the midst of writing. */
static void
cancel_cb (TlProgress *progress,
           gpointer    data)
{
  if (tl_progress_get_stage (progress) == TL_PROGRESS_STAGE_WRITING && tl_progress_get_rows (progress) > ROWS / 2)
    g_cancellable_cancel (G_CANCELLABLE (progress));
}

static void
stop_import (TlStore    *document,
             const char *folder)
{
  g_autoptr (TlSnapshot) existing = test_store_load (document);
  g_autoptr (TlImportPlan) plan = tl_import_plan_new (existing, test_folder_read (folder));
  g_autoptr (TlProgress) progress = tl_progress_new (cancel_cb, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tl_store_apply_async (document, tl_import_plan_get_change (plan, FALSE), G_CANCELLABLE (progress), test_keep_cb, &result);
  g_assert_null (tl_store_apply_finish (document, test_wait_for (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Of so many packed rows one points nowhere; or all point to what goes by the same change. The database doesn't look
 * where they point, and they may be refused for it no less. */
static void
refuse_import (TlStore  *document,
               gboolean  goes)
{
  g_autoptr (TlSnapshot) existing = test_store_load (document);
  const TlFacts *measure = tl_snapshot_find_ref (existing, TL_TABLE_MEASURE, "M1");
  g_autoptr (TlChange) change = tl_change_new ("import");
  g_autoptr (TlChange) applied = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3 * ROWS; i++)
    {
      TlId id = tl_id_source_make_id (tl_store_get_ids (document));
      g_auto (TlValue) date = TL_VALUE_INIT, link = TL_VALUE_INIT;

      tl_value_set_text (&date, "2026-01-31");
      tl_value_set_id (&link, !goes && i == 2 * ROWS ? &id : &measure->id);
      g_assert_true (tl_change_pack_row (change, "reading", &id));
      tl_change_pack (change, "reading", "measure", &link);
      tl_change_pack (change, "reading", "date", &date);
    }
  if (goes)
    tl_change_remove_row (change, "measure", &measure->id);
  applied = test_store_try (document, change, &error);
  g_assert_null (applied);
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_INVALID);
}

/* After rows that the database didn't look at it looks again. */
static void
assert_links_are_followed (TlStore *document)
{
  g_autoptr (TlSnapshot) existing = test_store_load (document);
  g_autoptr (TlChange) change = tl_change_new ("measure.remove"), applied = NULL;
  g_autoptr (GError) error = NULL;

  tl_change_remove_row (change, "measure", &((const TlFacts *) tl_snapshot_find_ref (existing, TL_TABLE_MEASURE, "M1"))->id);
  applied = test_store_try (document, change, &error);
  g_assert_null (applied);
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_INVALID);
}

static void
test_indexes_are_as_they_were (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *empty = test_desk_make_document (desk), *first = make_folder (2024), *second = make_folder (2025);
  g_autofree char *expected = ask (empty, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name");
  TlStore *document = test_store_open_file (empty);

  stop_import (document, first);
  assert_whole (document, desk, expected, 0);
  g_assert_cmpuint (test_import (document, test_folder_read (first)), >, ROWS);
  assert_whole (document, desk, expected, ROWS);
  stop_import (document, second);
  refuse_import (document, FALSE);
  refuse_import (document, TRUE);
  assert_links_are_followed (document);
  assert_whole (document, desk, expected, ROWS);
  test_store_close (document);
  test_folder_remove (first);
  test_folder_remove (second);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/index-rest/indexes-are-as-they-were", test_indexes_are_as_they_were);
  return g_test_run ();
}
