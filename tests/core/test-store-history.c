/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-filled.h"
#include "support/test-store.h"

#include <string.h>

#include "tl-change-private.h"
#include "tl-history.h"
#include "tl-row.h"
#include "tl-statement.h"

/* What the history says each field is: by "table row column". */
typedef GHashTable State;

static char *
make_key (const char *table,
          const TlId *row,
          const char *column)
{
  char hex[TL_ID_HEX_LENGTH + 1];

  tl_id_to_hex (row, hex);
  return g_strdup_printf ("%s %s %s", table, hex, column);
}

static void
free_value (gpointer value)
{
  tl_value_clear (value);
  g_free (value);
}

static const TlValue *
get (State      *state,
     const char *table,
     const TlId *row,
     const char *column)
{
  static const TlValue nothing = TL_VALUE_INIT;
  g_autofree char *key = make_key (table, row, column);
  const TlValue *value = g_hash_table_lookup (state, key);

  return value != NULL ? value : &nothing;
}

static void
replay (State          *state,
        const TlChange *change)
{
  for (guint i = 0; i < tl_change_get_n_edits (change); i++)
    {
      const TlEdit *edit = tl_change_get_edit (change, i);
      TlValue *value = g_new0 (TlValue, 1);

      g_assert_true (tl_value_equal (&edit->old_value, get (state, edit->table, &edit->row, edit->column)));
      g_assert_false (tl_value_equal (&edit->old_value, &edit->new_value));
      tl_value_copy (&edit->new_value, value);
      g_hash_table_insert (state, make_key (edit->table, &edit->row, edit->column), value);
    }
}

static guint
compare_table (TlDatabase          *database,
               State               *state,
               const TlSchemaTable *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s", table->name);
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *statement = NULL;
  guint n = 0;
  TlId id;

  g_assert_cmpint (sqlite3_prepare_v2 (tl_database_get_handle (database), sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      g_autoptr (TlRow) row = NULL;

      g_assert_true (tl_statement_get_id (statement, 0, &id));
      row = tl_row_load (database, table, &id, &error);
      g_assert_no_error (error);
      g_assert_cmpint (get (state, table->name, &id, TL_COLUMN_LIVE)->integer, ==, 1);
      for (guint i = 0; i < table->n_columns; i++)
        g_assert_true (tl_value_equal (&row->values[i], get (state, table->name, &id, table->columns[i].name)));
      n++;
    }
  sqlite3_finalize (statement);
  return n;
}

static void
compare_tables (TlDatabase *database,
                State      *state)
{
  guint n_tables, n_rows = 0, n_live = 0;
  const TlSchemaTable *tables = tl_schema_get_tables (&n_tables);
  GHashTableIter iter;
  gpointer key, value;

  for (guint i = 0; i < n_tables; i++)
    n_rows += compare_table (database, state, &tables[i]);

  g_hash_table_iter_init (&iter, state);
  while (g_hash_table_iter_next (&iter, &key, &value))
    n_live += g_str_has_suffix (key, " " TL_COLUMN_LIVE) && ((const TlValue *) value)->integer == 1;
  g_assert_cmpuint (n_rows, ==, n_live);
}

/* Reads a document's history from its beginning: ids, parents and times hold, and what the changes say is what the
 * tables have. */
static void
verify (const char *path,
        guint       n_changes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlDatabase) database = tl_database_open (path, TL_DATABASE_LOOK, &error);
  g_autoptr (GArray) list = tl_history_list (database, &error);
  g_autoptr (GHashTable) state = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_value);
  gint64 time = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, n_changes);
  for (guint i = 0; i < list->len; i++)
    {
      const TlDigest *id = &g_array_index (list, TlDigest, i);
      g_autoptr (TlChange) change = tl_history_load (database, id, &error);

      g_assert_no_error (error);
      g_assert_true (tl_digest_equal (tl_change_get_id (change), id));
      g_assert_cmpuint (tl_change_get_n_parents (change), ==, i > 0);
      if (i > 0)
        {
          g_assert_true (tl_digest_equal (tl_change_get_parent (change, 0), id - 1));
          g_assert_cmpint (tl_change_get_time (change), >, time);
        }
      time = tl_change_get_time (change);
      replay (state, change);
    }
  compare_tables (database, state);
}

static void
test_history_says_what_the_tables_have (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_path (desk, "a.throughline");
  g_autofree char *copy_path = test_desk_path (desk, "b.throughline");
  g_autoptr (TlIdSource) ids = tl_id_source_new_seeded ("copy", 1767225600000);
  g_autoptr (TlChange) remove = tl_change_new ("test");
  g_autoptr (TlChange) back = tl_change_new ("test");
  g_autoptr (GError) error = NULL;
  /* Its clock stands far before any other's. */
  TlStore *store = test_store_new ("history");
  TlId reading, risk = test_fill (store, &reading);

  test_store_rename_risk (store, &risk, "Missed medicines");
  tl_change_remove_row (remove, "reading", &reading);
  test_store_apply (store, remove);
  tl_change_add_row (back, "reading", &reading);
  test_set_real (back, "reading", &reading, "numerator", 12);
  test_store_apply (store, back);
  test_store_save (store, path);
  test_store_close (store);
  verify (path, 5);

  store = test_store_open (TL_STORE_ORIGIN_COPY, path, ids, &error);
  g_assert_no_error (error);
  test_store_rename_risk (store, &risk, "Missed doses");
  test_store_save (store, copy_path);
  test_store_close (store);
  verify (copy_path, 7);
}

static guint
count_risks (TlDatabase *database,
             guint       change)
{
  g_autoptr (GArray) list = tl_history_list (database, NULL);
  sqlite3_stmt *statement = tl_database_prepare (database, "SELECT count(*) FROM change_risk WHERE change = ?1", NULL);
  guint n;

  tl_statement_bind_digest (statement, 1, &g_array_index (list, TlDigest, change));
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  n = (guint) sqlite3_column_int (statement, 0);
  sqlite3_reset (statement);
  return n;
}

/* What a risk's own history lists: whatever was done to it, its measures, their readings and its evidence. */
static void
test_changes_know_their_risks (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_path (desk, "a.throughline");
  TlStore *store = test_store_new (NULL);
  TlId reading, risk = test_fill (store, &reading);
  TlId other = test_store_add_risk (store, "R2", "Falls");
  g_autoptr (TlSnapshot) snapshot = test_store_load (store);
  const TlReadingFacts *facts = tl_snapshot_get (snapshot, TL_TABLE_READING, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlDatabase) database = NULL;
  struct
  {
    const char *table;
    const TlId *row;
    const char *column;
    const char *text;
    const TlId *link;
    guint n_risks;
  } edits[] = {
    { "reading", &reading, "date", "2026-02-01", NULL, 1 },
    { "evidence", &facts->evidence->base.id, "finding", "Calm", NULL, 1 },
    { "measure", &facts->measure->base.id, "risk", NULL, &other, 2 },
    { "place", &facts->place->base.id, "name", "Larkfield", NULL, 0 },
    { "risk", &risk, "root_cause", "Handover", NULL, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autoptr (TlChange) change = tl_change_new ("test");

      if (edits[i].link != NULL)
        tl_change_set_id (change, edits[i].table, edits[i].row, edits[i].column, edits[i].link);
      else
        tl_change_set_text (change, edits[i].table, edits[i].row, edits[i].column, edits[i].text);
      test_store_apply (store, change);
    }
  test_store_save (store, path);
  test_store_close (store);

  database = tl_database_open (path, TL_DATABASE_LOOK, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_risks (database, 0), ==, 0);
  g_assert_cmpuint (count_risks (database, 1), ==, 1);
  g_assert_cmpuint (count_risks (database, 2), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    g_assert_cmpuint (count_risks (database, 3 + i), ==, edits[i].n_risks);
}

/* Somebody who changes what a change says, or when it was, doesn't go unseen. */
static void
test_altered_changes_show (void)
{
  static const char * const alterations[] = {
    "UPDATE change SET time = time + 1 WHERE id = ?1",
    "UPDATE change SET kind = 'risk.close' WHERE id = ?1",
    "UPDATE change SET actor = NULL WHERE id = ?1",
    "UPDATE change SET version = 2 WHERE id = ?1",
    "UPDATE change SET salt = x'00000000000000000000000000000000' WHERE id = ?1",
    "UPDATE change SET digest = (SELECT digest FROM change ORDER BY time LIMIT 1) WHERE id = ?1",
    "UPDATE change SET body = (SELECT body FROM change ORDER BY time LIMIT 1) WHERE id = ?1",
    "UPDATE change SET body = x'00' WHERE id = ?1",
    "DELETE FROM change_parent WHERE change = ?1",
    "UPDATE change_parent SET parent = ?1 WHERE change = ?1",
  };
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_path (desk, "a.throughline");
  TlStore *store = test_store_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlDatabase) database = NULL;
  g_autoptr (GArray) list = NULL;
  const TlDigest *last;

  test_store_add_risk (store, "R1", "Falls");
  test_store_save (store, path);
  test_store_close (store);

  database = tl_database_open (path, TL_DATABASE_WRITE, &error);
  g_assert_no_error (error);
  list = tl_history_list (database, &error);
  last = &g_array_index (list, TlDigest, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (alterations); i++)
    {
      g_autoptr (TlChange) change = NULL;
      sqlite3_stmt *statement;

      g_assert_true (tl_database_run (database, "BEGIN", &error));
      statement = tl_database_prepare (database, alterations[i], &error);
      tl_statement_bind_digest (statement, 1, last);
      g_assert_true (tl_database_step (database, statement, NULL, &error));
      change = tl_history_load (database, last, NULL);
      g_assert_true (change == NULL || !tl_digest_equal (tl_change_get_id (change), last));
      g_assert_true (tl_database_run (database, "ROLLBACK", &error));
    }
  g_assert_no_error (error);
}

/* A thousand rows at once are one change, and every one of them is in it. */
static void
test_large_change (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_path (desk, "a.throughline");
  TlStore *store = test_store_new (NULL);
  g_autoptr (TlChange) change = tl_change_new (TL_CHANGE_KIND_IMPORT);
  g_autoptr (TlChange) gone = tl_change_new ("undo");
  g_autoptr (TlSnapshot) snapshot = NULL;
  TlId reading;

  test_fill (store, &reading);
  snapshot = test_store_load (store);
  for (guint i = 0; i < 3000; i++)
    {
      const TlReadingFacts *facts = tl_snapshot_get (snapshot, TL_TABLE_READING, 0);
      g_autofree char *name = g_strdup_printf ("%u", i);
      TlId row = tl_id_from_name (tl_store_get_document (store), "reading", name, NULL);

      tl_change_add_row (change, "reading", &row);
      tl_change_set_id (change, "reading", &row, "measure", &facts->measure->base.id);
      tl_change_set_day (change, "reading", &row, "date", tl_day_new (2026, 1, 1) + (TlDay) i);
      test_set_real (change, "reading", &row, "value", i / 7.0);
      tl_change_remove_row (gone, "reading", &row);
    }
  test_store_apply (store, change);
  g_assert_cmpuint (tl_change_get_n_edits (change), ==, 4 * 3000);
  g_clear_pointer (&snapshot, tl_snapshot_unref);
  snapshot = test_store_load (store);
  g_assert_cmpuint (tl_snapshot_count (snapshot, TL_TABLE_READING), ==, 3001);
  test_store_save (store, path);
  verify (path, 3);

  test_store_apply (store, gone);
  test_store_save (store, path);
  test_store_close (store);
  verify (path, 4);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/history/says-what-the-tables-have", test_history_says_what_the_tables_have);
  g_test_add_func ("/store/history/changes-know-their-risks", test_changes_know_their_risks);
  g_test_add_func ("/store/history/altered-changes-show", test_altered_changes_show);
  g_test_add_func ("/store/history/large-change", test_large_change);
  return g_test_run ();
}
