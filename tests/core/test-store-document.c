/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-store.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "tl-database.h"
#include "tl-document-header.h"
#include "tl-schema.h"

static char *
make_document (TestDesk *desk)
{
  char *path = test_desk_path (desk, "good.throughline");
  TlStore *store = test_store_new (NULL);

  for (guint i = 1; i <= 40; i++)
    {
      g_autofree char *ref = g_strdup_printf ("R%u", i);

      test_store_add_risk (store, ref, "Missed medicines");
    }
  test_store_save (store, path);
  test_store_close (store);
  return path;
}

static char *
copy_document (TestDesk   *desk,
               const char *path)
{
  char *copy = test_desk_path (desk, "bad.throughline");
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_true (g_file_set_contents (copy, content, (gssize) length, NULL));
  return copy;
}

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

/* A sentence that names the file and has no number in the place of a reason, and not a trace on this computer. */
static void
assert_cannot_open (TestDesk     *desk,
                    TlStoreOrigin origin,
                    const char   *path,
                    int           code)
{
  g_autoptr (TlIdSource) ids = tl_id_source_new_seeded ("x", 0);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;
  gsize length_before = 0, length_after = 0;
  guint n_copies = test_desk_count_copies (desk), n_files = test_desk_count_files (desk);
  TlStore *store;

  g_file_get_contents (path, &before, &length_before, NULL);
  store = test_store_open (origin, path, ids, &error);
  if (store != NULL)
    g_error ("%s could be opened", path);
  if (!g_error_matches (error, TL_STORE_ERROR, code))
    g_error ("%s is refused with “%s” (%d)", path, error->message, error->code);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_cmpuint (test_desk_count_copies (desk), ==, n_copies);
  g_assert_cmpuint (test_desk_count_files (desk), ==, n_files);
  g_file_get_contents (path, &after, &length_after, NULL);
  g_assert_cmpmem (before, length_before, after, length_after);
}

static void
test_what_is_no_workbook (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *missing = test_desk_path (desk, "missing.throughline");
  g_autofree char *empty = test_desk_path (desk, "empty.throughline");
  g_autofree char *text = test_desk_path (desk, "text.throughline");
  g_autofree char *database = test_desk_path (desk, "database.throughline");
  g_autofree char *below = g_build_filename (text, "below.throughline", NULL);
  g_autofree char *link = test_desk_path (desk, "link.throughline");

  g_assert_true (g_file_set_contents (empty, "", 0, NULL));
  g_assert_true (g_file_set_contents (text, "Ref,Title\nR1,Falls\n", -1, NULL));
  alter (database, "CREATE TABLE risk (id); PRAGMA user_version = 1");
  g_assert_cmpint (symlink ("nowhere", link), ==, 0);

  for (guint i = 0; i < 2; i++)
    {
      TlStoreOrigin origin = i == 0 ? TL_STORE_ORIGIN_FILE : TL_STORE_ORIGIN_COPY;

      assert_cannot_open (desk, origin, missing, TL_STORE_ERROR_NOT_FOUND);
      assert_cannot_open (desk, origin, link, TL_STORE_ERROR_NOT_FOUND);
      assert_cannot_open (desk, origin, empty, TL_STORE_ERROR_NOT_A_WORKBOOK);
      assert_cannot_open (desk, origin, text, TL_STORE_ERROR_NOT_A_WORKBOOK);
      assert_cannot_open (desk, origin, database, TL_STORE_ERROR_NOT_A_WORKBOOK);
      assert_cannot_open (desk, origin, desk->folder, TL_STORE_ERROR_NOT_A_WORKBOOK);
      assert_cannot_open (desk, origin, "/dev/null", TL_STORE_ERROR_NOT_A_WORKBOOK);
      assert_cannot_open (desk, origin, below, TL_STORE_ERROR_FAILED);
    }
}

static void
test_what_is_cut_short (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = make_document (desk);
  g_autofree char *bad = test_desk_path (desk, "bad.throughline");
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  for (gsize i = 1; i < length; i += length / 37)
    {
      g_assert_true (g_file_set_contents (bad, content, (gssize) i, NULL));
      assert_cannot_open (desk, TL_STORE_ORIGIN_FILE, bad,
                          i < TL_DOCUMENT_HEADER_LENGTH ? TL_STORE_ERROR_NOT_A_WORKBOOK : TL_STORE_ERROR_CORRUPT);
    }
  g_assert_true (g_file_set_contents (bad, content, (gssize) length - 1, NULL));
  assert_cannot_open (desk, TL_STORE_ORIGIN_FILE, bad, TL_STORE_ERROR_CORRUPT);
}

static void
test_what_holds_something_else (void)
{
  static const char * const alterations[] = {
    "CREATE TABLE more (id)",
    "CREATE VIEW more AS SELECT * FROM risk",
    "CREATE TRIGGER more AFTER INSERT ON risk BEGIN DELETE FROM risk; END",
    "CREATE VIRTUAL TABLE more USING fts5 (text)",
    "CREATE INDEX more ON risk (title)",
    "ALTER TABLE risk ADD COLUMN more TEXT",
    "DROP INDEX risk_ref",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, 'title TEXT NOT NULL', 'title TEXT') "
    "WHERE name = 'risk'",
    "DELETE FROM workbook",
    "INSERT INTO workbook VALUES (randomblob (16))",
    "PRAGMA foreign_keys = OFF; INSERT INTO ownership (id, risk, person, part, from_date) "
    "VALUES (randomblob (16), randomblob (16), randomblob (16), 'accountable', '2026-01-01')",
    "PRAGMA ignore_check_constraints = ON; UPDATE risk SET theme = 'x'",
    "PRAGMA ignore_check_constraints = ON; UPDATE risk SET opened = '2026-02-30'",
    "DELETE FROM change_parent; DELETE FROM change_risk; DELETE FROM change",
    "DELETE FROM change_parent WHERE change = (SELECT id FROM change ORDER BY time LIMIT 1 OFFSET 3)",
    "UPDATE change SET time = time + 1000000 WHERE id = (SELECT id FROM change ORDER BY time LIMIT 1)",
  };
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = make_document (desk);

  for (gsize i = 0; i < G_N_ELEMENTS (alterations); i++)
    {
      g_autofree char *bad = copy_document (desk, path);

      g_test_message ("%s", alterations[i]);
      alter (bad, alterations[i]);
      assert_cannot_open (desk, TL_STORE_ORIGIN_FILE, bad, TL_STORE_ERROR_CORRUPT);
    }
}

/* Whatever a flipped bit does, the file is refused or can be read, and this program goes on. */
static void
test_what_is_altered_at_random (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = make_document (desk);
  g_autofree char *bad = test_desk_path (desk, "bad.throughline");
  g_autofree char *content = NULL;
  GRand *random = g_rand_new_with_seed (11);
  gsize length;
  guint n_refused = 0;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  for (guint i = 0; i < 300; i++)
    {
      gsize at = i < TL_DOCUMENT_HEADER_LENGTH ? i : (gsize) g_rand_int_range (random, 0, (gint32) length);
      char before = content[at];
      g_autoptr (TlIdSource) ids = tl_id_source_new_seeded ("x", 0);
      g_autoptr (GError) error = NULL;
      TlStore *store;

      content[at] ^= (char) (1 << g_rand_int_range (random, 0, 8));
      g_assert_true (g_file_set_contents (bad, content, (gssize) length, NULL));
      content[at] = before;
      store = test_store_open (TL_STORE_ORIGIN_COPY, bad, ids, &error);
      if (store != NULL)
        {
          g_autoptr (TlSnapshot) snapshot = test_store_load (store);

          g_assert_cmpuint (tl_snapshot_count (snapshot, TL_TABLE_RISK), ==, 40);
          test_store_close (store);
        }
      else
        {
          g_assert_nonnull (strstr (error->message, bad));
          n_refused++;
        }
    }
  g_rand_free (random);
  g_assert_cmpuint (n_refused, >, 60);
  /* The one of the good document. */
  g_assert_cmpuint (test_desk_count_copies (desk), ==, 1);
}

/* Whatever a file's own definitions ask for, nothing but reading and writing rows is done. */
static void
test_statements_are_limited (void)
{
  static const char * const statements[] = {
    "ATTACH DATABASE '/etc/passwd' AS more",
    "CREATE TABLE more (id)",
    "CREATE TEMP TABLE more (id)",
    "CREATE TEMP TRIGGER more AFTER INSERT ON risk BEGIN DELETE FROM risk; END",
    "DROP TABLE risk",
    "ALTER TABLE risk RENAME TO more",
    "PRAGMA writable_schema = ON",
    "PRAGMA journal_mode = OFF",
    "UPDATE sqlite_schema SET sql = ''",
    "SELECT load_extension ('more')",
    "SELECT hex (title) FROM risk",
    "VACUUM INTO '/tmp/more'",
    "ANALYZE",
    "REINDEX",
  };
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = make_document (desk);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlDatabase) database = tl_database_open (path, TL_DATABASE_WRITE, &error);

  g_assert_no_error (error);
  g_assert_true (tl_database_run (database, "UPDATE risk SET title = 'Falls'", &error));
  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      if (tl_database_run (database, statements[i], &error))
        g_error ("%s is allowed", statements[i]);
      g_clear_error (&error);
    }
}

static void
check_header (guint8     *header,
              gsize       length,
              guint64     file_length,
              int         code)
{
  g_autoptr (GError) error = NULL;
  gboolean good = tl_document_header_check (header, length, file_length, "a", &error);

  if (code < 0)
    g_assert_no_error (error);
  else
    g_assert_error (error, TL_STORE_ERROR, code);
  g_assert_cmpint (good, ==, code < 0);
}

static void
test_page_sizes (void)
{
  static const struct
  {
    guint8 bytes[2];
    guint size;
  } sizes[] = {
    { { 0x02, 0x00 }, 512 }, { { 0x10, 0x00 }, 4096 }, { { 0x80, 0x00 }, 32768 }, { { 0x00, 0x01 }, 65536 },
    { { 0x01, 0x00 }, 0 }, { { 0x00, 0x00 }, 0 }, { { 0x03, 0x00 }, 0 },
  };
  guint8 header[TL_DOCUMENT_HEADER_LENGTH] = "SQLite format 3";

  memcpy (header + 68, "THLN", 4);
  header[18] = header[19] = 2;
  header[31] = 3;
  header[59] = 1;
  header[63] = 1;
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      memcpy (header + 16, sizes[i].bytes, 2);
      check_header (header, sizeof header, 3 * (guint64) sizes[i].size + (sizes[i].size == 0),
                    sizes[i].size != 0 ? -1 : TL_STORE_ERROR_CORRUPT);
    }
  memcpy (header + 16, sizes[1].bytes, 2);
  check_header (header, sizeof header, 3 * 4096 - 1, TL_STORE_ERROR_CORRUPT);
  check_header (header, sizeof header, 3 * 4096 + 1, TL_STORE_ERROR_CORRUPT);
  check_header (header, sizeof header - 1, 3 * 4096, TL_STORE_ERROR_NOT_A_WORKBOOK);

  tl_document_header_set_rollback (header);
  g_assert_cmpuint (header[18], ==, 1);
  g_assert_cmpuint (header[19], ==, 1);
  check_header (header, sizeof header, 3 * 4096, -1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/document/what-is-no-workbook", test_what_is_no_workbook);
  g_test_add_func ("/store/document/what-is-cut-short", test_what_is_cut_short);
  g_test_add_func ("/store/document/what-holds-something-else", test_what_holds_something_else);
  g_test_add_func ("/store/document/what-is-altered-at-random", test_what_is_altered_at_random);
  g_test_add_func ("/store/document/statements-are-limited", test_statements_are_limited);
  g_test_add_func ("/store/document/page-sizes", test_page_sizes);
  return g_test_run ();
}
