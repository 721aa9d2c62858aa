/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-merge-trace.h"

#include <string.h>

#include "tl-risk-trace.h"
#include "tl-row.h"
#include "tl-statement.h"

struct _TlMergeTrace
{
  TlDatabase *database;
  TlChangeGraph *graph;
  GArray *received;
  GPtrArray *risks;
};

/**
 * tl_merge_trace_new:
 * @database: the writer's connection
 * @graph: the united history
 * @received: (element-type TlDigest): the changes that came
 *
 * Returns: (transfer full): a trace that has found nothing yet
 */
TlMergeTrace *
tl_merge_trace_new (TlDatabase    *database,
                    TlChangeGraph *graph,
                    GArray        *received)
{
  TlMergeTrace *self = g_new0 (TlMergeTrace, 1);

  self->database = database;
  self->graph = graph;
  self->received = g_array_ref (received);
  self->risks = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  for (guint i = 0; i < received->len; i++)
    g_ptr_array_add (self->risks, g_hash_table_new_full (tl_id_hash, tl_id_equal, g_free, NULL));
  return self;
}

/**
 * tl_merge_trace_free:
 * @self: (transfer full): a trace
 *
 * Frees a trace.
 */
void
tl_merge_trace_free (TlMergeTrace *self)
{
  g_array_unref (self->received);
  g_ptr_array_unref (self->risks);
  g_free (self);
}

/* A row that came and went again is only known by what was set meanwhile. */
static gboolean
add_coming (TlRiskTrace   *trace,
            const TlRow   *row,
            TlWriteSet    *coming,
            GError       **error)
{
  for (guint i = 0; i < row->table->n_columns; i++)
    {
      const TlWrite *write = row->table->columns[i].target != NULL
                             ? tl_write_set_find (coming, row->table, &row->id, (int) i) : NULL;

      if (write != NULL && !tl_risk_trace_add_value (trace, row, i, write->value, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_edit (TlRiskTrace   *trace,
          const TlRow   *row,
          const TlEdit  *edit,
          GError       **error)
{
  int column = strcmp (edit->column, TL_COLUMN_LIVE) != 0 ? tl_schema_table_find_column (row->table, edit->column) : -1;

  return column < 0
         || (tl_risk_trace_add_value (trace, row, (guint) column, &edit->old_value, error)
             && tl_risk_trace_add_value (trace, row, (guint) column, &edit->new_value, error));
}

static gboolean
add_change (TlDatabase      *database,
            TlRiskTrace     *trace,
            const TlChange  *change,
            TlWriteSet      *coming,
            GError         **error)
{
  g_autoptr (TlRow) row = NULL;

  for (guint i = 0; i < tl_change_get_n_edits (change); i++)
    {
      const TlEdit *edit = tl_change_get_edit (change, i);
      const TlSchemaTable *table = tl_schema_find_table (edit->table);

      if (row == NULL || row->table != table || !tl_id_equal (&row->id, &edit->row))
        {
          g_clear_pointer (&row, tl_row_free);
          row = tl_row_load (database, table, &edit->row, error);
          if (row == NULL || !tl_risk_trace_add_row (trace, row, error)
              || (coming != NULL && !add_coming (trace, row, coming, error)))
            return FALSE;
        }
      if (!add_edit (trace, row, edit, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * tl_merge_trace_find:
 * @database: the writer's connection
 * @change: a change
 * @coming: (nullable): what is known of rows that aren't in the tables
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type TlId): the risks that the change touches, as the tables are now
 */
GHashTable *
tl_merge_trace_find (TlDatabase      *database,
                     const TlChange  *change,
                     TlWriteSet      *coming,
                     GError         **error)
{
  g_autoptr (TlRiskTrace) trace = tl_risk_trace_new (database);

  return add_change (database, trace, change, coming, error) ? g_hash_table_ref (tl_risk_trace_get_risks (trace)) : NULL;
}

static gboolean
look (TlMergeTrace  *self,
      TlWriteSet    *coming,
      GError       **error)
{
  for (guint i = 0; i < self->received->len; i++)
    {
      int index = tl_change_graph_find (self->graph, &g_array_index (self->received, TlDigest, i));
      TlChange *change = tl_change_graph_load (self->graph, (guint) index, error);
      g_autoptr (GHashTable) found =
        change != NULL ? tl_merge_trace_find (self->database, change, coming, error) : NULL;
      GHashTableIter iter;
      gpointer risk;

      if (found == NULL)
        return FALSE;
      g_hash_table_iter_init (&iter, found);
      while (g_hash_table_iter_next (&iter, &risk, NULL))
        g_hash_table_add (g_ptr_array_index (self->risks, i), g_memdup2 (risk, sizeof (TlId)));
    }
  return TRUE;
}

/**
 * tl_merge_trace_look:
 * @self: a trace
 * @error: return location for an error
 *
 * Adds what shows in the tables as they are at this moment.
 *
 * Returns: whether that could be found out
 */
gboolean
tl_merge_trace_look (TlMergeTrace  *self,
                     GError       **error)
{
  return look (self, NULL, error);
}

/**
 * tl_merge_trace_keep:
 * @self: a trace
 * @coming: what the changes that came set
 * @error: return location for an error
 *
 * Adds what shows in the tables now and in the changes alone, and keeps all that was found beside the history.
 *
 * Returns: whether that worked
 */
gboolean
tl_merge_trace_keep (TlMergeTrace  *self,
                     TlWriteSet    *coming,
                     GError       **error)
{
  if (!look (self, coming, error))
    return FALSE;
  for (guint i = 0; i < self->received->len; i++)
    {
      GHashTableIter iter;
      gpointer risk;

      g_hash_table_iter_init (&iter, g_ptr_array_index (self->risks, i));
      while (g_hash_table_iter_next (&iter, &risk, NULL))
        {
          sqlite3_stmt *statement =
            tl_database_prepare (self->database, "INSERT INTO change_risk (risk, change) VALUES (?1, ?2)", error);

          if (statement == NULL)
            return FALSE;
          tl_statement_bind_id (statement, 1, risk);
          tl_statement_bind_digest (statement, 2, &g_array_index (self->received, TlDigest, i));
          if (!tl_database_step (self->database, statement, NULL, error))
            return FALSE;
        }
    }
  return TRUE;
}
