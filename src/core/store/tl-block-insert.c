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
 * edits, one by one, which finds the words for it. */

typedef struct
{
  const TlRowBlock *block;
  const TlSchemaTable *table;
  /* Which of the table's columns is which of the block's. */
  guint columns[TL_ROW_BLOCK_MAX_COLUMNS];
  gboolean may_have_been;
} Insertion;

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

static gboolean
has_never_been (Insertion    *self,
                TlRow        *row,
                TlDatabase   *database,
                GError      **error)
{
  gboolean removed = FALSE;

  if (self->may_have_been && !tl_history_was_removed (database, self->table->name, &row->id, &removed, error))
    return FALSE;
  return !removed || give_up (error);
}

/* The values stay the block's. In the columns that the block doesn't have there is nothing, in none of its rows. */
static gboolean
fill_row (Insertion  *self,
          TlRow      *row,
          guint       index,
          GError    **error)
{
  TlValue packed[TL_ROW_BLOCK_MAX_COLUMNS];

  row->id = tl_row_block_get_id (self->block, index);
  tl_row_block_read (self->block, index, packed);
  for (guint i = 0; i < tl_row_block_get_n_columns (self->block); i++)
    {
      TlValueType type = packed[i].type;

      if (!tl_column_check (&self->table->columns[self->columns[i]], &packed[i]) || packed[i].type != type)
        return give_up (error);
      row->values[self->columns[i]] = packed[i];
    }
  return TRUE;
}

/* The statement keeps what is bound to it from row to row, so that each binds only what the block has. */
static gboolean
insert_row (Insertion     *self,
            const TlRow   *row,
            TlDatabase    *database,
            sqlite3_stmt  *statement,
            GError       **error)
{
  tl_statement_bind_own_id (statement, 1, &row->id);
  for (guint i = 0; i < tl_row_block_get_n_columns (self->block); i++)
    tl_statement_bind_value (statement, (int) self->columns[i] + 2, &row->values[self->columns[i]]);
  return tl_database_step (database, statement, NULL, error);
}

/* Whether each column that must have a value is one of the block's. */
static gboolean
has_required (Insertion *self)
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

static gboolean
insert_rows (Insertion     *self,
             TlDatabase    *database,
             TlRiskTrace   *trace,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autofree TlValue *values = g_new0 (TlValue, self->table->n_columns);
  TlRow row = { .table = self->table, .values = values };
  sqlite3_stmt *statement = tl_database_prepare (database, self->table->insert, error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < tl_row_block_get_n_rows (self->block); i++)
    {
      if (!fill_row (self, &row, i, error) || !has_never_been (self, &row, database, error)
          || !insert_row (self, &row, database, statement, error) || !tl_risk_trace_add_row (trace, &row, error)
          || !tl_progress_step (cancellable, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_block (Insertion     *self,
              TlDatabase    *database,
              TlRiskTrace   *trace,
              GCancellable  *cancellable,
              GError       **error)
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
