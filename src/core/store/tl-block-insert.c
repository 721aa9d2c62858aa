/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-block-insert.h"

#include "tl-change-private.h"
#include "tl-history.h"
#include "tl-index-rest.h"
#include "tl-progress.h"
#include "tl-statement.h"
#include "tl-store-error.h"

/* Packed rows are put into their tables as they are. Whatever is the matter with one of them, they are better looked at as
 * edits, one by one, which finds the words for it.
 *
 * The database would look for the row that each link leads to, every time; a hundred thousand readings lead to a few
 * hundred rows. So where there are many rows the database leaves that to us meanwhile: each row that is led to is looked
 * for once, and has to be there already. It looks by itself again before any row can go. */

/* How many rows a statement takes depends on how many values it may bind. */
#define MOST_VALUES 1000

typedef struct
{
  const TlRowBlock *block;
  const TlSchemaTable *table;
  /* Which of the table's columns is which of the block's. */
  guint columns[TL_ROW_BLOCK_MAX_COLUMNS];
  gboolean may_have_been;
} Insertion;

/* Rows of a block on their way into the table. */
typedef struct
{
  const Insertion *insertion;
  TlDatabase *database;
  TlRiskTrace *trace;
  guint n_columns;
  /* Only the columns that the block has. */
  sqlite3_stmt *statement;
  guint n_rows;
  TlId *ids;
  TlValue *values;
  /* The row as the trace sees it. */
  TlRow row;
  /* What links have been seen to lead to, by column; rows share the bytes of a link. */
  GHashTable *seen[TL_ROW_BLOCK_MAX_COLUMNS];
  gpointer latest[TL_ROW_BLOCK_MAX_COLUMNS];
  gboolean looks_for_links;
} Writing;

static gboolean
give_up (GError **error)
{
  /* Nobody is shown it. */
  g_set_error_literal (error, TL_STORE_ERROR, TL_STORE_ERROR_CONFLICT, "Packed rows can't be put in as they are");
  return FALSE;
}

/* Hardly ever has a row of the table been removed; then it may be one of these. */
static gboolean
find_removed (Insertion   *self,
              TlDatabase  *database,
              GError     **error)
{
  sqlite3_stmt *statement =
    tl_database_prepare (database, "SELECT 1 FROM removed_row WHERE table_name = ?1 LIMIT 1", error);

  if (statement == NULL)
    return FALSE;
  tl_statement_bind_text (statement, 1, self->table->name);
  if (!tl_database_step (database, statement, &self->may_have_been, error))
    return FALSE;
  sqlite3_reset (statement);
  return TRUE;
}

static gboolean
begin (Insertion         *self,
       const TlRowBlock  *block,
       TlDatabase        *database,
       GError           **error)
{
  self->block = block;
  self->table = tl_schema_find_table (tl_row_block_get_table (block));
  if (self->table == NULL)
    return give_up (error);
  for (guint i = 0; i < tl_row_block_get_n_columns (block); i++)
    {
      int column = tl_schema_table_find_column (self->table, tl_row_block_get_column (block, i));

      if (column < 0)
        return give_up (error);
      self->columns[i] = (guint) column;
    }
  return find_removed (self, database, error);
}

static const TlSchemaColumn *
get_column (const Writing *self,
            guint          column)
{
  return &self->insertion->table->columns[self->insertion->columns[column]];
}

static gboolean
has_never_been (Writing     *self,
                const TlId  *id,
                GError     **error)
{
  gboolean removed = FALSE;

  if (self->insertion->may_have_been
      && !tl_history_was_removed (self->database, self->insertion->table->name, id, &removed, error))
    return FALSE;
  return !removed || give_up (error);
}

/* A link that hasn't been seen yet has to lead somewhere, if nobody else looks. */
static gboolean
look_for_link (Writing               *self,
               const TlSchemaColumn  *column,
               const TlValue         *value,
               GError               **error)
{
  gboolean exists = FALSE;
  TlId id;

  if (!self->looks_for_links)
    return TRUE;
  if (!tl_value_get_id (value, &id))
    return give_up (error);
  return tl_row_exists (self->database, column->target, &id, &exists, error) && (exists || give_up (error));
}

/* Returns: whether it has been looked at before; @bytes is where the block keeps it. */
static gboolean
see (Writing  *self,
     guint     column,
     gpointer  bytes)
{
  gboolean seen = self->latest[column] == bytes;

  if (!seen && self->seen[column] == NULL)
    self->seen[column] = g_hash_table_new (NULL, NULL);
  seen = seen || !g_hash_table_add (self->seen[column], bytes);
  self->latest[column] = bytes;
  return seen;
}

/* The values stay the block's. In the columns that the block doesn't have there is nothing, in none of its rows. */
static gboolean
take_row (Writing     *self,
          guint        index,
          TlId        *id,
          TlValue     *values,
          GError     **error)
{
  /* A risk is touched by being there, whatever it leads to. */
  gboolean leads = self->insertion->table->table == TL_TABLE_RISK;

  *id = tl_row_block_get_id (self->insertion->block, index);
  tl_row_block_read (self->insertion->block, index, values);
  for (guint i = 0; i < self->n_columns; i++)
    {
      const TlSchemaColumn *column = get_column (self, i);
      TlValueType type = values[i].type;

      if (column->target != NULL && type == TL_VALUE_BYTES && see (self, i, values[i].bytes))
        continue;
      if (!tl_column_check (column, &values[i]) || values[i].type != type)
        return give_up (error);
      if (column->target == NULL || type == TL_VALUE_NULL)
        continue;
      leads = TRUE;
      if (!look_for_link (self, column, &values[i], error))
        return FALSE;
    }
  if (!has_never_been (self, id, error))
    return FALSE;
  self->row.id = *id;
  for (guint i = 0; leads && i < self->n_columns; i++)
    self->row.values[self->insertion->columns[i]] = values[i];
  return !leads || tl_risk_trace_add_row (self->trace, &self->row, error);
}

/* Nothing is left to be taken back of a statement that fails, since all is taken back then. */
static char *
write_statement (const Writing *self,
                 guint          n_rows)
{
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "INSERT OR FAIL INTO %s (id", self->insertion->table->name);
  for (guint i = 0; i < self->n_columns; i++)
    g_string_append_printf (sql, ", %s", get_column (self, i)->name);
  g_string_append (sql, ") VALUES ");
  for (guint i = 0; i < n_rows; i++)
    {
      g_string_append (sql, i > 0 ? ", (?" : "(?");
      for (guint j = 0; j < self->n_columns; j++)
        g_string_append (sql, ", ?");
      g_string_append_c (sql, ')');
    }
  return g_string_free_and_steal (sql);
}

static gboolean
prepare (Writing  *self,
         guint     n_rows,
         GError  **error)
{
  g_autofree char *sql = NULL;

  if (self->n_rows == n_rows)
    return TRUE;
  sql = write_statement (self, n_rows);
  self->n_rows = n_rows;
  self->statement = tl_database_prepare (self->database, g_intern_string (sql), error);
  return self->statement != NULL;
}

static gboolean
write_rows (Writing       *self,
            guint          start,
            GCancellable  *cancellable,
            GError       **error)
{
  int place = 1;

  for (guint i = 0; i < self->n_rows; i++)
    {
      TlValue *values = self->values + i * self->n_columns;

      if (!take_row (self, start + i, &self->ids[i], values, error) || !tl_progress_step (cancellable, error))
        return FALSE;
      tl_statement_bind_own_id (self->statement, place++, &self->ids[i]);
      for (guint j = 0; j < self->n_columns; j++)
        tl_statement_bind_value (self->statement, place++, &values[j]);
    }
  return tl_database_step (self->database, self->statement, NULL, error);
}

static gboolean
write_all (Writing       *self,
           GCancellable  *cancellable,
           GError       **error)
{
  guint n = tl_row_block_get_n_rows (self->insertion->block);
  guint most = MAX (MOST_VALUES / (self->n_columns + 1), 1);

  self->ids = g_new (TlId, most);
  self->values = g_new0 (TlValue, most * (self->n_columns + 1));
  for (guint at = 0; at < n; at += self->n_rows)
    {
      if (!prepare (self, MIN (most, n - at), error) || !write_rows (self, at, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

/* Whether each column that must have a value is one of the block's. */
static gboolean
has_required (const Insertion *self)
{
  for (guint i = 0; i < self->table->n_columns; i++)
    {
      gboolean found = !self->table->columns[i].required;

      for (guint j = 0; j < tl_row_block_get_n_columns (self->block) && !found; j++)
        found = self->columns[j] == i;
      if (!found)
        return FALSE;
    }
  return TRUE;
}

/* Whether there are many rows, all of whose links lead to rows that have an id. */
static gboolean
can_look_for_links (const Insertion *self)
{
  for (guint i = 0; i < self->table->n_columns; i++)
    {
      if (self->table->columns[i].target != NULL && self->table->columns[i].length != sizeof (TlId))
        return FALSE;
    }
  return tl_index_rest_is_many (tl_row_block_get_n_rows (self->block));
}

static gboolean
insert_rows (const Insertion  *insertion,
             TlDatabase       *database,
             TlRiskTrace      *trace,
             GCancellable     *cancellable,
             GError          **error)
{
  g_autofree TlValue *row = g_new0 (TlValue, insertion->table->n_columns);
  Writing self = { .insertion = insertion, .database = database, .trace = trace,
                   .n_columns = tl_row_block_get_n_columns (insertion->block),
                   .row = { .table = insertion->table, .values = row },
                   .looks_for_links = can_look_for_links (insertion) };
  gboolean done;

  tl_database_set_follows_links (database, !self.looks_for_links);
  done = write_all (&self, cancellable, error);
  tl_database_set_follows_links (database, TRUE);
  for (guint i = 0; i < self.n_columns; i++)
    g_clear_pointer (&self.seen[i], g_hash_table_unref);
  g_free (self.ids);
  g_free (self.values);
  return done;
}

static gboolean
insert_block (const Insertion  *self,
              TlDatabase       *database,
              TlRiskTrace      *trace,
              GCancellable     *cancellable,
              GError          **error)
{
  g_autoptr (GPtrArray) resting = NULL;

  if (!has_required (self))
    return give_up (error);
  return tl_index_rest_begin (database, self->table->name, tl_row_block_get_n_rows (self->block), &resting, error)
         && insert_rows (self, database, trace, cancellable, error) && tl_index_rest_end (database, resting, error);
}

static int
compare_ranks (gconstpointer a,
               gconstpointer b)
{
  const Insertion *one = a, *other = b;

  return (one->table->rank > other->table->rank) - (one->table->rank < other->table->rank);
}

/**
 * tl_block_insert_list:
 * @change: a change whose edits are in order
 * @database: the writer's connection, in a transaction
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what is to be done with its packed rows, so ordered that none points to a later
 *   one
 */
GArray *
tl_block_insert_list (const TlChange  *change,
                      TlDatabase      *database,
                      GError         **error)
{
  g_autoptr (GArray) insertions = g_array_new (FALSE, FALSE, sizeof (Insertion));

  for (guint i = 0; i < tl_change_get_n_blocks (change); i++)
    {
      Insertion insertion;

      if (!begin (&insertion, tl_change_get_block (change, i), database, error))
        return NULL;
      g_array_append_val (insertions, insertion);
    }
  g_array_sort (insertions, compare_ranks);
  return g_steal_pointer (&insertions);
}

/**
 * tl_block_insert_below:
 * @insertions: what is to be done with packed rows
 * @next: (inout): how far that has been done
 * @rank: the rank of a table
 * @database: the writer's connection, in a transaction
 * @trace: (inout): is told which risks are touched
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Puts packed rows of tables of lower ranks into them. If that can't be done, the change has to be unpacked to find out
 * why.
 *
 * Returns: %FALSE when it couldn't be done or was stopped
 */
gboolean
tl_block_insert_below (GArray        *insertions,
                       guint         *next,
                       guint          rank,
                       TlDatabase    *database,
                       TlRiskTrace   *trace,
                       GCancellable  *cancellable,
                       GError       **error)
{
  for (; *next < insertions->len; (*next)++)
    {
      Insertion *insertion = &g_array_index (insertions, Insertion, *next);

      if (insertion->table->rank >= rank)
        break;
      if (!insert_block (insertion, database, trace, cancellable, error))
        return FALSE;
    }
  return TRUE;
}
