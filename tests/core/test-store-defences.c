/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-store.h"

#include <sqlite3.h>
#include <string.h>

#include "tl-database.h"

/* Each defence by itself: what it holds off is tried with the others taken away. */

static TlDatabase *
open_database (TestDesk       *desk,
               TlDatabaseMode  mode)
{
  g_autofree char *path = test_desk_make_document (desk);
  g_autoptr (GError) error = NULL;
  TlDatabase *database = tl_database_open (path, mode, &error);

  g_assert_no_error (error);
  return database;
}

static int
execute (TlDatabase *database,
         const char *sql)
{
  return sqlite3_exec (tl_database_get_handle (database), sql, NULL, NULL, NULL);
}

static const TlDatabaseMode modes[] = { TL_DATABASE_LOOK, TL_DATABASE_READ, TL_DATABASE_WRITE };

/* Whatever a document is opened for. */
static void
test_every_connection_is_defended (void)
{
  static const struct
  {
    int option;
    int value;
  } options[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },
    { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
    { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
    { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
    { SQLITE_DBCONFIG_DQS_DML, 0 },
    { SQLITE_DBCONFIG_DQS_DDL, 0 },
    { SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autoptr (TestDesk) desk = test_desk_new ();
      g_autoptr (TlDatabase) database = open_database (desk, modes[i]);
      sqlite3 *handle = tl_database_get_handle (database);
      int value = -1;

      for (gsize j = 0; j < G_N_ELEMENTS (options); j++)
        {
          g_assert_cmpint (sqlite3_db_config (handle, options[j].option, -1, &value), ==, SQLITE_OK);
          g_assert_cmpint (value, ==, options[j].value);
        }
      for (int limit = SQLITE_LIMIT_LENGTH; limit <= SQLITE_LIMIT_TRIGGER_DEPTH; limit++)
        {
          sqlite3 *plain = NULL;
          int least;

          /* Made and thrown away, to know what SQLite allows by itself. */
          g_assert_cmpint (sqlite3_open (":memory:", &plain), ==, SQLITE_OK);
          least = sqlite3_limit (plain, limit, -1);
          sqlite3_close (plain);
          g_assert_cmpint (sqlite3_limit (handle, limit, -1), <, least);
        }
      g_assert_cmpint (execute (database, "ATTACH DATABASE ':memory:' AS more"), ==, SQLITE_AUTH);
    }
}

static void
test_the_schema_cannot_be_rewritten (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autoptr (TlDatabase) database = open_database (desk, TL_DATABASE_WRITE);

  sqlite3_set_authorizer (tl_database_get_handle (database), NULL, NULL);
  execute (database, "PRAGMA writable_schema = ON");
  g_assert_cmpint (execute (database, "UPDATE sqlite_schema SET sql = ''"), !=, SQLITE_OK);
  g_assert_cmpint (execute (database, "CREATE TABLE more (id)"), ==, SQLITE_OK);
}

static void
count_cb (sqlite3_context  *context,
          int               n,
          sqlite3_value   **values)
{
  guint *calls = sqlite3_user_data (context);

  (*calls)++;
  sqlite3_result_int (context, 1);
}

/* A function of the program's own mustn't be called by what a file's tables ask for. */
static void
test_the_schema_is_not_trusted (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autoptr (TlDatabase) database = open_database (desk, TL_DATABASE_WRITE);
  sqlite3 *handle = tl_database_get_handle (database);
  guint calls = 0;

  sqlite3_set_authorizer (handle, NULL, NULL);
  g_assert_cmpint (sqlite3_create_function (handle, "own", 0, SQLITE_UTF8, &calls, count_cb, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (execute (database, "SELECT own ()"), ==, SQLITE_OK);
  g_assert_cmpuint (calls, ==, 1);
  if (execute (database, "CREATE TABLE more (id, made AS (own ()))") == SQLITE_OK)
    {
      execute (database, "INSERT INTO more (id) VALUES (1)");
      g_assert_cmpint (execute (database, "SELECT made FROM more"), !=, SQLITE_OK);
    }
  g_assert_cmpuint (calls, ==, 1);
}

static void
test_triggers_and_views_do_nothing (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autoptr (TlDatabase) database = open_database (desk, TL_DATABASE_WRITE);

  sqlite3_set_authorizer (tl_database_get_handle (database), NULL, NULL);
  g_assert_cmpint (execute (database, "CREATE TRIGGER more AFTER UPDATE ON risk BEGIN DELETE FROM risk; END"), ==,
                   SQLITE_OK);
  g_assert_cmpint (execute (database, "UPDATE risk SET title = 'Falls at night'"), ==, SQLITE_OK);
  g_assert_cmpint (execute (database, "UPDATE risk SET title = 'Falls'"), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_changes (tl_database_get_handle (database)), ==, 1);
  execute (database, "CREATE VIEW all_risks AS SELECT * FROM risk");
  g_assert_cmpint (execute (database, "SELECT * FROM all_risks"), !=, SQLITE_OK);
}

/* What a file could ask for in one statement is limited, whatever statement we would run. */
static void
test_statements_stay_small (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autoptr (TlDatabase) database = open_database (desk, TL_DATABASE_WRITE);
  g_autoptr (GString) deep = g_string_new ("SELECT 1");
  g_autoptr (GString) wide = g_string_new ("SELECT 1");
  g_autoptr (GString) many = g_string_new ("SELECT 1");

  for (guint i = 0; i < 200; i++)
    {
      g_string_append (deep, " + (1");
      g_string_append (wide, ", 1");
      g_string_append (many, " UNION SELECT 1");
    }
  for (guint i = 0; i < 200; i++)
    g_string_append_c (deep, ')');
  g_assert_cmpint (execute (database, "SELECT 1 + (1 + (1)), 1"), ==, SQLITE_OK);
  g_assert_cmpint (execute (database, deep->str), !=, SQLITE_OK);
  g_assert_cmpint (execute (database, wide->str), !=, SQLITE_OK);
  g_assert_cmpint (execute (database, many->str), !=, SQLITE_OK);
}

/* A text is a text, whatever it looks like, wherever it is kept and however it is looked for. */
static void
test_values_are_never_statements (void)
{
  static const char hostile[] = "x'); DELETE FROM risk; --\"; ?1 :a @b $c %s";
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_make_document (desk);
  TlStore *store = test_store_open_file (path);
  g_autoptr (TlSnapshot) snapshot = NULL;

  test_store_add_risk (store, hostile, hostile);
  test_store_rename_first (store, hostile);
  snapshot = test_store_load (store);
  g_assert_cmpuint (tl_snapshot_count (snapshot, TL_TABLE_RISK), ==, 2);
  g_assert_cmpstr (test_store_get_title (snapshot, "R1"), ==, hostile);
  g_assert_cmpstr (test_store_get_title (snapshot, hostile), ==, hostile);
  test_store_save (store, NULL);
  test_store_close (store);
  test_store_check_title (path, hostile, hostile);
}

static void
alter_copy (TestDesk   *desk,
            const char *sql)
{
  g_autoptr (GDir) dir = g_dir_open (desk->copies, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (desk->copies, name, "workbook.db", NULL);
      sqlite3 *handle = NULL;

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        continue;
      g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
      sqlite3_close (handle);
    }
}

/* A broken link is what only the long checks find, and what no program of ours leaves. In the working copy of an
 * unchanged document nobody looks for one; in a document that has changed everybody does. */
static void
test_an_unchanged_document_opens_without_the_long_checks (void)
{
  static const char broken[] =
    "PRAGMA foreign_keys = OFF; INSERT INTO ownership (id, risk, person, part, from_date) "
    "VALUES (randomblob (16), randomblob (16), randomblob (16), 'accountable', '2026-01-01')";
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_make_document (desk);
  g_autofree char *content = NULL;
  g_autoptr (TlIdSource) ids = tl_id_source_new_seeded ("x", 0);
  g_autoptr (GError) error = NULL;
  TlStore *store = test_store_open_file (path);
  gsize length;

  test_store_close (store);
  alter_copy (desk, broken);
  store = test_store_open_file (path);
  g_assert_false (tl_store_get_unsaved (store));
  test_store_close (store);
  g_assert_cmpuint (test_desk_count_copies (desk), ==, 1);

  {
    sqlite3 *handle = NULL;

    g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
    g_assert_cmpint (sqlite3_exec (handle, broken, NULL, NULL, NULL), ==, SQLITE_OK);
    sqlite3_close (handle);
  }
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_null (test_store_open (TL_STORE_ORIGIN_FILE, path, ids, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT);
  test_assert_content (path, content, length);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/defences/every-connection", test_every_connection_is_defended);
  g_test_add_func ("/store/defences/schema-not-rewritten", test_the_schema_cannot_be_rewritten);
  g_test_add_func ("/store/defences/schema-not-trusted", test_the_schema_is_not_trusted);
  g_test_add_func ("/store/defences/triggers-and-views", test_triggers_and_views_do_nothing);
  g_test_add_func ("/store/defences/statements-stay-small", test_statements_stay_small);
  g_test_add_func ("/store/defences/values-are-bound", test_values_are_never_statements);
  g_test_add_func ("/store/defences/no-long-checks-when-unchanged",
                   test_an_unchanged_document_opens_without_the_long_checks);
  return g_test_run ();
}
