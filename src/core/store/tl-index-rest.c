/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-index-rest.h"

#include <string.h>

#include "tl-schema.h"
#include "tl-statement.h"

/* Rows that come by the thousand come in the order of their ids, which is none at all for an index on anything else: each
 * finds its place there by itself. To sort them once at the end takes half the time. So the indexes of a table that is
 * about to become more than twice as long rest meanwhile, within the transaction; a rollback brings them back. */

#define FEWEST 4000
#define BEGINNING "CREATE INDEX "
#define CONDITION " WHERE "

static guint chosen_fewest = FEWEST;

/**
 * tl_index_rest_set_fewest:
 * @fewest: how many rows are many, 0 for what it is otherwise
 *
 * Lets few rows be put in as many are, to try it.
 */
void
tl_index_rest_set_fewest (guint fewest)
{
  chosen_fewest = fewest > 0 ? fewest : FEWEST;
}

/**
 * tl_index_rest_is_many:
 * @n_rows: how many rows are about to be put into a table
 *
 * Returns: whether that are so many that they are worth preparations
 */
gboolean
tl_index_rest_is_many (guint n_rows)
{
  return n_rows >= chosen_fewest;
}

static gboolean
is_short (TlDatabase  *database,
          const char  *table,
          guint        n_rows,
          gboolean    *found,
          GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM %s LIMIT 1 OFFSET ?1", table);
  sqlite3_stmt *statement = tl_database_prepare (database, g_intern_string (sql), error);
  const TlValue most = { .type = TL_VALUE_INTEGER, .integer = n_rows };
  gboolean longer;

  if (statement == NULL)
    return FALSE;
  tl_statement_bind_value (statement, 1, &most);
  if (!tl_database_step (database, statement, &longer, error))
    return FALSE;
  sqlite3_reset (statement);
  *found = !longer;
  return TRUE;
}

/* The file has no say in what an index is. One with a condition has few rows. */
static GPtrArray *
list_indexes (const char *table)
{
  g_auto (GStrv) statements = g_strsplit (tl_schema_get_sql (), ";", -1);
  g_autofree char *of_table = g_strdup_printf (" ON %s (", table);
  GPtrArray *indexes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; statements[i] != NULL; i++)
    {
      const char *sql = g_strstrip (statements[i]);

      if (g_str_has_prefix (sql, BEGINNING) && strstr (sql, of_table) != NULL && strstr (sql, CONDITION) == NULL)
        g_ptr_array_add (indexes, g_strdup (sql));
    }
  return indexes;
}

static gboolean
let_rest (TlDatabase  *database,
          const char  *index,
          GError     **error)
{
  const char *name = index + strlen (BEGINNING);
  g_autofree char *sql = g_strdup_printf ("DROP INDEX IF EXISTS %.*s", (int) strcspn (name, " "), name);

  return tl_database_define (database, sql, error);
}

/**
 * tl_index_rest_begin:
 * @database: the writer's connection, in a transaction
 * @table: name of a table
 * @n_rows: how many rows are about to be put into it
 * @resting: (out) (transfer full) (element-type utf8): the indexes that rest, to be given to [func@Tl.index_rest_end]
 * @error: return location for an error
 *
 * Lets the indexes of a table rest, if that is worth it.
 *
 * Returns: whether that worked
 */
gboolean
tl_index_rest_begin (TlDatabase   *database,
                     const char   *table,
                     guint         n_rows,
                     GPtrArray   **resting,
                     GError      **error)
{
  g_autoptr (GPtrArray) indexes = tl_index_rest_is_many (n_rows) ? list_indexes (table) : g_ptr_array_new ();
  gboolean worth_it = FALSE;

  if (indexes->len > 0 && !is_short (database, table, n_rows, &worth_it, error))
    return FALSE;
  if (!worth_it)
    g_ptr_array_set_size (indexes, 0);
  for (guint i = 0; i < indexes->len; i++)
    {
      if (!let_rest (database, g_ptr_array_index (indexes, i), error))
        return FALSE;
    }
  *resting = g_steal_pointer (&indexes);
  return TRUE;
}

/**
 * tl_index_rest_end:
 * @database: the writer's connection, in the same transaction
 * @resting: (element-type utf8): the indexes that rest
 * @error: return location for an error
 *
 * Makes the indexes again, of all rows that the table has now.
 *
 * Returns: whether that worked
 */
gboolean
tl_index_rest_end (TlDatabase  *database,
                   GPtrArray   *resting,
                   GError     **error)
{
  for (guint i = 0; i < resting->len; i++)
    {
      if (!tl_database_define (database, g_ptr_array_index (resting, i), error))
        return FALSE;
    }
  return TRUE;
}
