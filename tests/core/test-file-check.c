/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-same.h"
#include "support/test-store.h"

#include <stdlib.h>
#include <string.h>

#include "tl-database-private.h"
#include "tl-file-check.h"
#include "tl-reader.h"

/* A file from outside is checked by several threads, and read meanwhile. */

#define MANY "5000"

static void
execute (sqlite3    *handle,
         const char *sql)
{
  char *message = NULL;

  if (sqlite3_exec (handle, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", sql, message);
}

static char *
make_long_document (TestDesk *desk)
{
  char *path = test_desk_make_document (desk);
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  execute (handle, "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < " MANY ") "
                   "INSERT INTO forum (id, ref, name) SELECT randomblob (16), 'F' || i, 'Forum ' || i FROM n");
  sqlite3_close (handle);
  return path;
}

static gboolean
check (const char   *path,
       TlReadAhead **ahead,
       GError      **error)
{
  TlId document;
  TlDigest head;

  return tl_file_check (path, ahead, &document, &head, NULL, error);
}

static TlSnapshot *
take (TlReadAhead *ahead,
      const char  *path)
{
  g_autoptr (TlDatabase) database = tl_database_open (path, TL_DATABASE_LOOK, NULL);

  return tl_read_ahead_take (ahead, database, NULL);
}

static gpointer
check_what_is_read (gpointer data)
{
  const char *path = data;
  g_autoptr (GError) error = NULL;
  TlReadAhead *ahead = NULL;
  g_autoptr (TlSnapshot) snapshot = NULL, again = NULL;
  g_autoptr (TlDatabase) database = NULL;

  g_assert_true (check (path, &ahead, &error));
  g_assert_no_error (error);
  g_assert_nonnull (ahead);
  snapshot = take (ahead, path);
  database = tl_database_open (path, TL_DATABASE_LOOK, NULL);
  again = tl_reader_load (database, NULL, &error);
  g_assert_no_error (error);

  g_assert_nonnull (snapshot);
  g_assert_cmpuint (tl_snapshot_count (snapshot, TL_TABLE_FORUM), ==, atoi (MANY));
  g_assert_true (tl_digest_equal (tl_snapshot_get_head (snapshot), tl_snapshot_get_head (again)));
  g_assert_true (test_same_snapshot (snapshot, again));
  return NULL;
}

static void
on_a_thread (GThreadFunc  func,
             const char  *path)
{
  g_thread_join (g_thread_new ("test", func, (gpointer) path));
}

static void
test_what_is_read_meanwhile_is_what_it_holds (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = make_long_document (desk);
  TlStore *store;
  g_autoptr (TlSnapshot) snapshot = NULL;

  on_a_thread (check_what_is_read, path);
  store = test_store_open_file (path);
  snapshot = test_store_load (store);
  g_assert_cmpuint (tl_snapshot_count (snapshot, TL_TABLE_FORUM), ==, atoi (MANY));
  test_store_close (store);
}

/* Somebody's change comes before anybody has asked for what was read. */
static void
test_what_changes_meanwhile_is_read_again (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = make_long_document (desk);
  TlStore *store = test_store_open_file (path);
  g_autoptr (TlSnapshot) snapshot = NULL;

  test_store_add_risk (store, "R77", "Falls at night");
  snapshot = test_store_load (store);
  g_assert_cmpstr (test_store_get_title (snapshot, "R77"), ==, "Falls at night");
  g_assert_cmpuint (tl_snapshot_count (snapshot, TL_TABLE_FORUM), ==, atoi (MANY));
  test_store_close (store);
}

/* What goes wrong after the rows have begun to be read is said all the same, and nothing stays behind. */
static void
test_what_is_not_sound_is_refused_though_it_is_read (void)
{
  static const char * const alterations[] = {
    "PRAGMA ignore_check_constraints = ON; UPDATE forum SET every = 'x' WHERE ref = 'F" MANY "'",
    "PRAGMA foreign_keys = OFF; INSERT INTO ownership (id, risk, person, part, from_date) "
    "VALUES (randomblob (16), randomblob (16), randomblob (16), 'accountable', '2026-01-01')",
    "DELETE FROM change_parent; DELETE FROM change_risk; DELETE FROM change",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (alterations); i++)
    {
      g_autoptr (TestDesk) desk = test_desk_new ();
      g_autofree char *path = make_long_document (desk);
      g_autoptr (TlIdSource) ids = tl_id_source_new_seeded ("x", 0);
      g_autoptr (GError) error = NULL;
      guint before = test_desk_count_copies (desk);
      sqlite3 *handle = NULL;

      g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
      execute (handle, alterations[i]);
      sqlite3_close (handle);
      g_assert_null (test_store_open (TL_STORE_ORIGIN_FILE, path, ids, &error));
      g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT);
      g_assert_nonnull (strstr (error->message, path));
      g_assert_cmpuint (test_desk_count_copies (desk), ==, before);
    }
}

/* Its pages are so small, and so many, that SQLite asks whether to go on before it has been through all of them. */
static char *
make_many_pages (TestDesk *desk)
{
  char *path = make_long_document (desk);
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  execute (handle, "PRAGMA journal_mode = DELETE; PRAGMA page_size = 512; PRAGMA synchronous = OFF; "
                   "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 25000) "
                   "INSERT INTO forum (id, ref, name) SELECT randomblob (16), 'G' || i, hex (zeroblob (110)) FROM n; VACUUM");
  sqlite3_close (handle);
  return path;
}

static gpointer
check_torn (gpointer path)
{
  g_autoptr (GError) error = NULL;
  TlReadAhead *ahead = NULL;

  g_assert_false (check (path, &ahead, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT);
  g_assert_null (ahead);
  return NULL;
}

/* Nothing is read before it is known that the pages fit together. */
static void
test_torn_pages_are_not_read (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = make_many_pages (desk);
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_cmpuint (length, >, 512 * 15000);
  memset (content + length - 512 * 20, 0, 512 * 20);
  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
  on_a_thread (check_torn, path);
}

/* ── What tables allow ─────────────────────────────────────────────────────── */

/* A value that the table's definition allows for a column that must have one. */
static char *
find_good (const char *definition,
           const char *column,
           const char *type)
{
  g_autofree char *list = g_strdup_printf ("%s IN ('", column);
  g_autofree char *hash = g_strdup_printf ("length (%s) = 32", column);
  const char *found = strstr (definition, list);

  if (found != NULL)
    return g_strdup_printf ("'%.*s'", (int) strcspn (found + strlen (list), "'"), found + strlen (list));
  if (strcmp (type, "BLOB") == 0)
    return g_strdup_printf ("zeroblob (%d)", strstr (definition, hash) != NULL ? 32 : 16);
  return g_strdup (strcmp (type, "TEXT") == 0 ? "'2026-01-01'" : "1");
}

typedef struct
{
  TlDatabase *database;
  /* Another connection, which puts in what tables don't allow. */
  sqlite3 *careless;
  guint n_refused;
  guint n_allowed;
} Comparison;

static gboolean
sqlite_allows (sqlite3    *handle,
               const char *table)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA quick_check (%s)", table);
  sqlite3_stmt *statement = NULL;
  gboolean allows;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  allows = strcmp ((const char *) sqlite3_column_text (statement, 0), "ok") == 0;
  sqlite3_finalize (statement);
  return allows;
}

static void
compare_row (Comparison *self,
             const char *table,
             const char *insert)
{
  g_autofree char *empty = g_strdup_printf ("DELETE FROM %s", table);
  g_autoptr (GError) error = NULL;
  gboolean allows, ours;

  /* A value of another kind can't even be put in. */
  if (sqlite3_exec (self->careless, insert, NULL, NULL, NULL) != SQLITE_OK)
    return;
  allows = sqlite_allows (tl_database_get_handle (self->database), table);
  ours = tl_database_check_values (self->database, &error);
  if (allows != ours)
    g_error ("%s: SQLite %s it, our check %s it", insert, allows ? "allows" : "refuses", ours ? "allows" : "refuses");
  if (!ours)
    {
      g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT);
      g_assert_nonnull (strstr (error->message, table));
    }
  self->n_refused += !allows;
  self->n_allowed += allows;
  execute (self->careless, empty);
}

static void
compare_column (Comparison *self,
                const char *table,
                GPtrArray  *columns,
                GPtrArray  *good,
                guint       chosen)
{
  static const char * const values[] = {
    "NULL", "''", "'x'", "'2026-02-30'", "'2026-01-01 10:00'", "-1", "0", "6", "100000", "zeroblob (15)", "zeroblob (32)",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (GString) names = g_string_new (NULL);
      g_autoptr (GString) row = g_string_new (NULL);
      g_autofree char *insert = NULL;

      for (guint j = 0; j < columns->len; j++)
        {
          const char *value = j == chosen ? values[i] : g_ptr_array_index (good, j);

          g_string_append_printf (names, "%s%s", j > 0 ? ", " : "", (const char *) g_ptr_array_index (columns, j));
          g_string_append_printf (row, "%s%s", j > 0 ? ", " : "", value);
        }
      insert = g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s)", table, names->str, row->str);
      compare_row (self, table, insert);
    }
}

static void
compare_table (Comparison *self,
               const char *table,
               const char *definition)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) good = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *sql = g_strdup_printf ("SELECT name, type, \"notnull\" FROM pragma_table_info ('%s')", table);
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (self->careless, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *column = (const char *) sqlite3_column_text (statement, 0);

      g_ptr_array_add (columns, g_strdup (column));
      g_ptr_array_add (good, sqlite3_column_int (statement, 2) == 0 ? g_strdup ("NULL")
                             : find_good (definition, column, (const char *) sqlite3_column_text (statement, 1)));
    }
  sqlite3_finalize (statement);
  for (guint i = 0; i < columns->len; i++)
    compare_column (self, table, columns, good, i);
}

static gpointer
compare_tables (gpointer path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlDatabase) database = tl_database_open (path, TL_DATABASE_CREATE, &error);
  Comparison self = { .database = database };
  sqlite3_stmt *statement = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_open (path, &self.careless), ==, SQLITE_OK);
  execute (self.careless, "PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF");
  g_assert_cmpint (sqlite3_prepare_v2 (self.careless, "SELECT name, sql FROM sqlite_schema WHERE type = 'table'", -1,
                                       &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    compare_table (&self, (const char *) sqlite3_column_text (statement, 0),
                   (const char *) sqlite3_column_text (statement, 1));
  sqlite3_finalize (statement);
  sqlite3_close (self.careless);
  g_assert_cmpuint (self.n_refused, >, 500);
  g_assert_cmpuint (self.n_allowed, >, 500);
  g_test_message ("%u refused, %u allowed", self.n_refused, self.n_allowed);
  return NULL;
}

/* Every column of every table, with what it may and may not hold: our check says the same as SQLite's. */
static void
test_values_are_judged_as_sqlite_does (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_path (desk, "values.db");

  on_a_thread (compare_tables, path);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/file-check/read-meanwhile", test_what_is_read_meanwhile_is_what_it_holds);
  g_test_add_func ("/file-check/changed-meanwhile", test_what_changes_meanwhile_is_read_again);
  g_test_add_func ("/file-check/not-sound", test_what_is_not_sound_is_refused_though_it_is_read);
  g_test_add_func ("/file-check/torn", test_torn_pages_are_not_read);
  g_test_add_func ("/file-check/values", test_values_are_judged_as_sqlite_does);

  return g_test_run ();
}
