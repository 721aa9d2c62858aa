/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <sqlite3.h>
#include <string.h>

#include "tl-row.h"
#include "tl-schema.h"
#include "tl-statement.h"

static sqlite3 *
make_database (void)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (":memory:", &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, tl_schema_get_sql (), NULL, NULL, NULL), ==, SQLITE_OK);
  return handle;
}

static sqlite3_stmt *
query (sqlite3    *handle,
       const char *format,
       const char *table)
{
  g_autofree char *sql = g_strdup_printf (format, table);
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  return statement;
}

static gint64
get_number (sqlite3    *handle,
            const char *sql)
{
  sqlite3_stmt *statement = query (handle, sql, "");
  gint64 number;

  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  number = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return number;
}

static const char *
get_storage (const TlSchemaColumn *column)
{
  switch ((int) column->type)
    {
    case TL_FIELD_NUMBER:
      return "REAL";
    case TL_FIELD_WHOLE:
      return "INTEGER";
    case TL_FIELD_LINK:
      return "BLOB";
    default:
      return "TEXT";
    }
}

static void
check_columns (sqlite3             *handle,
               const TlSchemaTable *table)
{
  sqlite3_stmt *statement =
    query (handle, "SELECT name, type, \"notnull\", pk FROM pragma_table_info ('%s')", table->name);

  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 0), ==, "id");
  g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 1), ==, "BLOB");
  g_assert_cmpint (sqlite3_column_int (statement, 3), ==, 1);
  for (guint i = 0; i < table->n_columns; i++)
    {
      const TlSchemaColumn *column = &table->columns[i];

      g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
      g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 0), ==, column->name);
      g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 1), ==, get_storage (column));
      g_assert_cmpint (sqlite3_column_int (statement, 2), ==, column->required);
    }
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_finalize (statement);
}

static void
check_links (sqlite3             *handle,
             const TlSchemaTable *table)
{
  g_autoptr (GHashTable) targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  sqlite3_stmt *statement =
    query (handle, "SELECT \"from\", \"table\", on_update, on_delete FROM pragma_foreign_key_list ('%s')", table->name);

  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 2), ==, "NO ACTION");
      g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 3), ==, "NO ACTION");
      g_hash_table_insert (targets, g_strdup ((const char *) sqlite3_column_text (statement, 0)),
                           g_strdup ((const char *) sqlite3_column_text (statement, 1)));
    }
  sqlite3_finalize (statement);

  for (guint i = 0; i < table->n_columns; i++)
    g_assert_cmpstr (g_hash_table_lookup (targets, table->columns[i].name), ==, table->columns[i].target);
}

/* A sheet's field without a column would be lost on its way into a workbook. */
static void
test_tables_follow_the_layout (void)
{
  sqlite3 *handle = make_database ();
  guint n_tables;
  const TlSchemaTable *tables = tl_schema_get_tables (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    {
      check_columns (handle, &tables[i]);
      check_links (handle, &tables[i]);
    }
  for (TlTable table = 0; table < TL_N_TABLES; table++)
    g_assert_nonnull (tl_schema_find_table (tl_layout_get (table)->name));

  g_assert_cmpint (get_number (handle, "PRAGMA application_id"), ==, TL_SCHEMA_APPLICATION_ID);
  g_assert_cmpint (get_number (handle, "PRAGMA user_version"), ==, TL_SCHEMA_VERSION);
  g_assert_cmpint (get_number (handle, "SELECT count(*) FROM pragma_table_list "
                                       "WHERE NOT strict AND name NOT LIKE 'sqlite_%%'"), ==, 0);
  sqlite3_close (handle);
}

/* Rows that point to a row are found by an index, but for the few that point to places, people and forums. */
static void
test_links_have_an_index (void)
{
  sqlite3 *handle = make_database ();
  guint n_tables;
  const TlSchemaTable *tables = tl_schema_get_tables (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    {
      for (guint j = 0; j < tables[i].n_columns; j++)
        {
          const TlSchemaColumn *column = &tables[i].columns[j];
          g_autofree char *sql = NULL;
          sqlite3_stmt *statement;

          if (column->target == NULL || g_str_equal (column->target, "place") || g_str_equal (column->target, "person")
              || g_str_equal (column->target, "forum"))
            continue;
          sql = g_strdup_printf ("EXPLAIN QUERY PLAN SELECT 1 FROM %s WHERE %s = ?1", tables[i].name, column->name);
          statement = query (handle, "%s", sql);
          g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
          g_assert_true (g_str_has_prefix ((const char *) sqlite3_column_text (statement, 3), "SEARCH"));
          sqlite3_finalize (statement);
        }
    }
  sqlite3_close (handle);
}

static GPtrArray *
make_values (const TlSchemaColumn *column)
{
  static const char * const texts[] = {
    "", "x", "Medicines", "2026-03-31", "2024-02-29", "2026-02-29", "2026-3-1", "0000-01-01", "now", " 2026-03-31",
  };
  static const gint64 integers[] = { -1, 0, 1, 5, 6, 366, 367, 520, 521, 1000, 3660, 3661 };
  static const double reals[] = { -2.5, -0.0, 0.1, 4, 1e299, 1e301 };
  static const guint8 bytes[33];
  GPtrArray *values = g_ptr_array_new ();

  g_ptr_array_add (values, g_new0 (TlValue, 1));
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      TlValue *value = g_new0 (TlValue, 1);

      tl_value_set_text (value, texts[i]);
      g_ptr_array_add (values, value);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (integers); i++)
    {
      TlValue *value = g_new0 (TlValue, 1);

      tl_value_set_integer (value, integers[i]);
      g_ptr_array_add (values, value);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (reals); i++)
    {
      TlValue *value = g_new0 (TlValue, 1);

      tl_value_set_real (value, reals[i]);
      g_ptr_array_add (values, value);
    }
  for (gsize i = 15; i <= 33; i++)
    {
      TlValue *value = g_new0 (TlValue, 1);

      tl_value_set_bytes (value, bytes, i);
      g_ptr_array_add (values, value);
    }
  for (int i = 1; column->words != NULL && *tl_word_get (column->words (), i) != '\0'; i++)
    {
      TlValue *value = g_new0 (TlValue, 1);

      tl_value_set_text (value, tl_word_get (column->words (), i));
      g_ptr_array_add (values, value);
    }
  return values;
}

static gboolean
has_storage (const TlSchemaColumn *column,
             const TlValue        *value)
{
  static const char * const storages[] = { NULL, "INTEGER", "REAL", "TEXT", "BLOB" };

  return value->type == TL_VALUE_NULL || g_strcmp0 (storages[value->type], get_storage (column)) == 0;
}

static gboolean
takes (sqlite3_stmt  *statement,
       const TlValue *value)
{
  int result;

  sqlite3_reset (statement);
  tl_statement_bind_value (statement, 1, value);
  result = sqlite3_step (statement);
  /* A date that isn't fixed, such as "now", is an error of its own. */
  g_assert_true (result == SQLITE_DONE || result == SQLITE_ERROR || (result & 0xff) == SQLITE_CONSTRAINT);
  return result == SQLITE_DONE;
}

static void
check_column (sqlite3              *handle,
              const TlSchemaTable  *table,
              const TlSchemaColumn *column)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE %s SET %s = ?1", table->name, column->name);
  sqlite3_stmt *statement = query (handle, "%s", sql);
  g_autoptr (GPtrArray) values = make_values (column);
  guint n_taken = 0;

  for (guint i = 0; i < values->len; i++)
    {
      g_auto (TlValue) kept = TL_VALUE_INIT;
      TlValue *value = g_ptr_array_index (values, i);

      tl_value_copy (value, &kept);
      if (tl_column_check (column, &kept))
        {
          g_assert_true (takes (statement, &kept));
          n_taken++;
        }
      /* How long a link is, is left to what it points to; a year 0 can't come from a calendar. */
      else if (has_storage (column, value) && column->type != TL_FIELD_LINK
               && !(value->type == TL_VALUE_TEXT && g_str_equal (value->text, "0000-01-01"))
               && !(column->type == TL_FIELD_WHOLE && column->most > G_MAXINT32))
        g_assert_false (takes (statement, value));
      tl_value_clear (value);
      g_free (value);
    }
  g_assert_cmpuint (n_taken, >, 0);
  sqlite3_finalize (statement);
}

/* The writer's own checks give sentences; the tables' are for files from elsewhere. Both must say the same. */
static void
test_tables_check_as_the_writer_does (void)
{
  sqlite3 *handle = make_database ();
  guint n_tables;
  const TlSchemaTable *tables = tl_schema_get_tables (&n_tables);

  sqlite3_exec (handle, "PRAGMA foreign_keys = OFF", NULL, NULL, NULL);
  for (guint i = 0; i < n_tables; i++)
    {
      sqlite3_stmt *statement = query (handle, "%s", tables[i].insert);

      tl_statement_bind_id (statement, 1, &(TlId) { { 1 } });
      for (guint j = 0; j < tables[i].n_columns; j++)
        {
          const TlSchemaColumn *column = &tables[i].columns[j];
          const char *word = column->words != NULL ? tl_word_get (column->words (), 1) : "x";

          if (!column->required)
            continue;
          if (column->type == TL_FIELD_LINK)
            sqlite3_bind_zeroblob (statement, (int) j + 2, (int) column->length);
          else if (column->type == TL_FIELD_WHOLE)
            sqlite3_bind_int (statement, (int) j + 2, 1);
          else
            tl_statement_bind_text (statement, (int) j + 2, column->type == TL_FIELD_DAY ? "2026-03-31" : word);
        }
      g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
      sqlite3_finalize (statement);

      for (guint j = 0; j < tables[i].n_columns; j++)
        check_column (handle, &tables[i], &tables[i].columns[j]);
    }
  sqlite3_close (handle);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/schema/tables-follow-the-layout", test_tables_follow_the_layout);
  g_test_add_func ("/store/schema/links-have-an-index", test_links_have_an_index);
  g_test_add_func ("/store/schema/tables-check-as-the-writer-does", test_tables_check_as_the_writer_does);
  return g_test_run ();
}
