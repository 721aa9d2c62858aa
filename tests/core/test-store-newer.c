/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-store.h"

#include <sqlite3.h>
#include <string.h>

#include "tl-store-history.h"
#include "tl-store-merge.h"

/* What a later version of the program might save. */
#define RAISE "PRAGMA user_version = 2; "
#define MORE_COLUMNS "ALTER TABLE risk ADD COLUMN colour TEXT; UPDATE risk SET colour = 'blue'; " \
                     "CREATE TABLE visit (id BLOB PRIMARY KEY, risk BLOB REFERENCES risk (id)) STRICT; " \
                     "CREATE INDEX visit_risk ON visit (risk); "

static void
alter (const char *path,
       const char *sql)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  if (sqlite3_exec (handle, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (handle));
  sqlite3_close (handle);
}

static void
assert_refused (GError     *error,
                int         code,
                const char *part)
{
  g_assert_error (error, TL_STORE_ERROR, code);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” doesn't say “%s”", error->message, part);
}

static char *
make_newer (TestDesk   *desk,
            const char *sql)
{
  char *path = test_desk_make_document (desk);
  g_autofree char *all = g_strconcat (RAISE, sql, NULL);

  alter (path, all);
  return path;
}

static void
assert_cannot_change (TlStore *store)
{
  g_autoptr (TlChange) change = tl_change_new ("test");
  g_autoptr (GAsyncResult) undo = NULL;
  g_autoptr (GError) error = NULL;
  TlId risk = test_store_find_risk (store);

  tl_change_set_text (change, "risk", &risk, "title", "x");
  g_assert_null (test_store_try (store, change, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);

  tl_store_undo_async (store, NULL, test_keep_cb, &undo);
  while (undo == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (tl_store_take_back_finish (store, undo, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_READ_ONLY);
}

/* What we know of it is shown, nothing of it can be changed, and the file stays as it is. */
static void
test_is_shown_but_not_edited (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = make_newer (desk, MORE_COLUMNS);
  g_autofree char *other = test_desk_path (desk, "other.throughline");
  g_autofree char *content = NULL;
  g_autoptr (TlSnapshot) snapshot = NULL;
  gsize length;
  TlStore *store;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  store = test_store_open_file (path);
  g_assert_true (tl_store_get_read_only (store));
  g_assert_cmpint (tl_store_get_read_only_reason (store), ==, TL_READ_ONLY_REASON_NEWER);
  g_assert_false (tl_store_get_unsaved (store));
  snapshot = test_store_load (store);
  g_assert_cmpstr (test_store_get_title (snapshot, "R1"), ==, "Falls");

  assert_cannot_change (store);
  test_store_assert_cannot_save (store, NULL, TL_STORE_ERROR_READ_ONLY, "newer version of Throughline");
  test_store_assert_cannot_save (store, other, TL_STORE_ERROR_READ_ONLY, "newer version of Throughline");
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
  test_store_close (store);
  test_assert_content (path, content, length);
  /* Neither of this reading nor of the time before. */
  g_assert_cmpuint (test_desk_count_copies (desk), ==, 0);
}

/* A newer document isn't an excuse for what isn't data, and what we would show wrongly isn't shown at all. */
static void
test_what_cannot_be_read_truthfully (void)
{
  static const struct
  {
    const char *sql;
    int code;
    const char *part;
  } cases[] = {
    { "CREATE TRIGGER more AFTER INSERT ON risk BEGIN DELETE FROM risk; END", TL_STORE_ERROR_NEWER, "“more” isn’t data" },
    { "CREATE VIEW more AS SELECT * FROM risk", TL_STORE_ERROR_NEWER, "“more” isn’t data" },
    { "CREATE VIRTUAL TABLE more USING fts5 (text)", TL_STORE_ERROR_NEWER, "“more” isn’t data" },
    { "ALTER TABLE risk RENAME COLUMN title TO heading", TL_STORE_ERROR_NEWER, "keeps “risk” in another way" },
    { "ALTER TABLE risk RENAME TO hazard", TL_STORE_ERROR_NEWER, "in another way" },
    { "DROP TABLE answer", TL_STORE_ERROR_NEWER, "keeps “answer” in another way" },
    { "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, 'title TEXT', 'title BLOB') "
      "WHERE name = 'risk'", TL_STORE_ERROR_NEWER, "keeps “risk” in another way" },
    { "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, 'STRICT', '') WHERE name = 'risk'",
      TL_STORE_ERROR_NEWER, "keeps “risk” in another way" },
    { "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, 'REFERENCES person', 'REFERENCES place') "
      "WHERE name = 'ownership'", TL_STORE_ERROR_NEWER, "keeps “ownership” in another way" },
    { "ALTER TABLE risk DROP COLUMN root_cause; ALTER TABLE risk ADD COLUMN root_cause TEXT AS (title)",
      TL_STORE_ERROR_NEWER, "keeps “risk” in another way" },
    { "PRAGMA ignore_check_constraints = ON; UPDATE risk SET theme = 'weather'", TL_STORE_ERROR_NEWER, "has no word for" },
    { "PRAGMA ignore_check_constraints = ON; UPDATE risk SET opened = '2026-02'", TL_STORE_ERROR_NEWER,
      "has no word for" },
    { "PRAGMA foreign_keys = OFF; INSERT INTO ownership (id, risk, person, part, from_date) "
      "VALUES (randomblob (16), randomblob (16), randomblob (16), 'accountable', '2026-01-01')",
      TL_STORE_ERROR_CORRUPT, "is damaged" },
    { "DELETE FROM workbook", TL_STORE_ERROR_CORRUPT, "is damaged" },
    { "DELETE FROM change_parent; DELETE FROM change_risk; DELETE FROM change", TL_STORE_ERROR_CORRUPT, "is damaged" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TestDesk) desk = test_desk_new ();
      g_autofree char *path = make_newer (desk, cases[i].sql);
      g_autoptr (TlIdSource) ids = tl_id_source_new_seeded ("x", 0);
      g_autoptr (GError) error = NULL;
      guint n_copies = test_desk_count_copies (desk);

      g_test_message ("%s", cases[i].sql);
      g_assert_null (test_store_open (TL_STORE_ORIGIN_FILE, path, ids, &error));
      assert_refused (error, cases[i].code, cases[i].part);
      g_assert_nonnull (strstr (error->message, path));
      g_assert_cmpuint (test_desk_count_copies (desk), ==, n_copies);
    }
}

/* A copy to write on and a copy to merge need all that the newer version added. */
static void
test_is_neither_copied_nor_merged (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_make_document (desk);
  g_autofree char *second = test_desk_path (desk, "b.throughline");
  g_autofree char *content = NULL;
  g_autoptr (TlIdSource) ids = tl_id_source_new_seeded ("x", 0);
  g_autoptr (GFile) file = g_file_new_for_path (second);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TlStore *store;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_true (g_file_set_contents (second, content, (gssize) length, NULL));
  alter (second, RAISE MORE_COLUMNS);
  g_assert_null (test_store_open (TL_STORE_ORIGIN_COPY, second, ids, &error));
  assert_refused (error, TL_STORE_ERROR_NEWER, "Update Throughline");
  g_clear_error (&error);

  store = test_store_open_file (path);
  tl_store_merge_async (store, file, NULL, test_keep_cb, &result);
  test_wait_for (&result);
  g_assert_null (tl_store_merge_finish (store, result, &error));
  assert_refused (error, TL_STORE_ERROR_NEWER, "newer version");
  g_clear_object (&result);
  test_store_close (store);
}

/* Somebody with a newer version saves the file while we work: nothing of theirs is overwritten, nothing of ours lost. */
static void
test_is_not_overwritten (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_make_document (desk);
  g_autofree char *copy = test_desk_path (desk, "copy.throughline");
  g_autofree char *content = NULL;
  TlStore *store = test_store_open_file (path);
  gsize length;

  test_store_rename_first (store, "Falls at night");
  alter (path, RAISE MORE_COLUMNS);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  test_store_assert_cannot_save (store, NULL, TL_STORE_ERROR_NEWER, "Save them as a copy");
  test_assert_content (path, content, length);
  g_assert_true (tl_store_get_unsaved (store));
  test_store_save (store, copy);
  test_store_close (store);
  test_store_check_title (copy, "R1", "Falls at night");
}

/* The same, but we look only the next morning: our changes are shown, can be saved as a copy of the same document, and
 * the file that was newer stays as it is. */
static void
test_unsaved_changes_are_saved_as_a_copy (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_make_document (desk);
  g_autofree char *copy = test_desk_path (desk, "copy.throughline");
  g_autofree char *content = NULL;
  TlStore *store = test_store_open_file (path);
  TlId document = *tl_store_get_document (store);
  gsize length;

  test_store_rename_first (store, "Falls at night");
  test_store_close (store);
  alter (path, RAISE MORE_COLUMNS);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (TlSnapshot) snapshot = NULL;

      store = test_store_open_file (path);
      g_assert_cmpint (tl_store_get_read_only_reason (store), ==, TL_READ_ONLY_REASON_OVERTAKEN);
      g_assert_true (tl_store_get_unsaved (store));
      snapshot = test_store_load (store);
      g_assert_cmpstr (test_store_get_title (snapshot, "R1"), ==, "Falls at night");
      assert_cannot_change (store);
      test_store_assert_cannot_save (store, NULL, TL_STORE_ERROR_NEWER, "Save them as a copy");
      if (i == 1)
        test_store_save (store, copy);
      test_store_close (store);
    }
  test_assert_content (path, content, length);

  store = test_store_open_file (copy);
  g_assert_true (tl_id_equal (tl_store_get_document (store), &document));
  test_store_rename_first (store, "Falls by day");
  test_store_save (store, NULL);
  test_store_close (store);
  test_store_check_title (copy, "R1", "Falls by day");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/newer/is-shown-but-not-edited", test_is_shown_but_not_edited);
  g_test_add_func ("/store/newer/what-cannot-be-read-truthfully", test_what_cannot_be_read_truthfully);
  g_test_add_func ("/store/newer/is-neither-copied-nor-merged", test_is_neither_copied_nor_merged);
  g_test_add_func ("/store/newer/is-not-overwritten", test_is_not_overwritten);
  g_test_add_func ("/store/newer/unsaved-changes-are-saved-as-a-copy", test_unsaved_changes_are_saved_as_a_copy);
  return g_test_run ();
}
