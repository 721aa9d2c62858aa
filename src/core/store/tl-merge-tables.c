/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-merge-tables.h"

#include "tl-edit-run.h"
#include "tl-statement.h"

/* A row that comes to be, or back, is shown with all its fields. */
static gboolean
show_row (TlMergeTables        *self,
          const TlSchemaTable  *table,
          const TlId           *id,
          GError              **error)
{
  g_autoptr (TlRow) row = tl_row_load (self->database, table, id, error);
  g_auto (TlValue) nothing = TL_VALUE_INIT;

  if (row == NULL)
    return FALSE;
  tl_change_add_row (self->shown, table->name, id);
  for (guint i = 0; i < table->n_columns; i++)
    tl_change_add_edit (self->shown, table->name, id, table->columns[i].name, &nothing, &row->values[i]);
  return TRUE;
}

static gboolean
show_run (TlMergeTables  *self,
          TlChange       *change,
          TlEditRun      *run,
          GError        **error)
{
  for (guint i = run->start; i < run->end; i++)
    {
      const TlChangeItem *item = tl_change_peek (change, i);
      const TlEdit *edit = &item->edit;

      if (!item->kept)
        continue;
      if (run->removed == NULL && g_str_equal (edit->column, TL_COLUMN_LIVE))
        return show_row (self, run->table, &edit->row, error);
      tl_change_add_edit (self->shown, edit->table, &edit->row, edit->column, &edit->old_value, &edit->new_value);
    }
  return TRUE;
}

/* Remembers the row, whose links may have to be looked at. */
static gboolean
take_run (TlMergeTables  *self,
          TlChange       *change,
          TlEditRun      *run,
          GError        **error)
{
  if (!show_run (self, change, run, error))
    return FALSE;
  if (run->removed != NULL)
    {
      g_ptr_array_add (self->gone, g_steal_pointer (&run->removed));
    }
  else
    {
      TlRow *row = tl_row_load (self->database, run->table, &tl_change_get_edit (change, run->start)->row, error);

      if (row == NULL)
        return FALSE;
      g_ptr_array_add (self->rows, row);
    }
  return TRUE;
}

/**
 * tl_merge_tables_apply_change:
 * @self: what the merge works on
 * @change: (inout): edits that bring rows to what the history says
 * @error: return location for an error
 *
 * Applies edits to the tables and remembers them; links may lead nowhere afterwards.
 *
 * Returns: whether that worked
 */
gboolean
tl_merge_tables_apply_change (TlMergeTables  *self,
                              TlChange       *change,
                              GError        **error)
{
  g_autoptr (TlRiskTrace) trace = tl_risk_trace_new (self->database);
  g_autoptr (GArray) runs = NULL;

  tl_change_settle (change);
  runs = tl_edit_run_list (change, error);
  if (runs == NULL || !tl_edit_run_apply_all (runs, NULL, NULL, self->database, trace, NULL, error)
      || !tl_edit_run_finish_all (runs, self->database, error))
    return FALSE;
  for (guint i = 0; i < runs->len; i++)
    {
      if (!take_run (self, change, &g_array_index (runs, TlEditRun, i), error))
        return FALSE;
    }
  return TRUE;
}

/* Whether a row is there by the united history; what both sides left alone is as it is in our table. */
static gboolean
find_live (TlMergeTables  *self,
           const TlWrite  *write,
           gboolean       *live,
           GError        **error)
{
  const TlWrite *last = tl_write_set_find (self->united, write->table, &write->row, TL_WRITE_LIVE);

  if (self->divergence != NULL && tl_divergence_keeps (self->divergence, write->table, &write->row))
    *live = TRUE;
  else if (last != NULL)
    *live = tl_write_is_live (last);
  else
    return tl_row_exists (self->database, write->table->name, &write->row, live, error);
  return TRUE;
}

/* Which rows have gone is kept beside the history, so that bringing one back is known as such. */
static gboolean
note_existence (TlMergeTables  *self,
                const TlWrite  *write,
                gboolean        live,
                GError        **error)
{
  const TlWrite *last = tl_write_set_find (self->united, write->table, &write->row, TL_WRITE_LIVE);
  sqlite3_stmt *statement;

  if (last == NULL)
    return TRUE;
  statement = tl_database_prepare (self->database,
                                   live ? "DELETE FROM removed_row WHERE table_name = ?1 AND row = ?2"
                                        : "INSERT INTO removed_row (table_name, row, change) VALUES (?1, ?2, ?3) "
                                          "ON CONFLICT (table_name, row) DO UPDATE SET change = ?3", error);
  if (statement == NULL)
    return FALSE;
  tl_statement_bind_text (statement, 1, write->table->name);
  tl_statement_bind_id (statement, 2, &write->row);
  if (!live)
    tl_statement_bind_digest (statement, 3, tl_change_graph_get_id (self->graph, last->change));
  return tl_database_step (self->database, statement, NULL, error);
}

/* Adds what has come for one row, from @start on in @writes. */
static gboolean
add_row (TlMergeTables  *self,
         TlChange       *change,
         GPtrArray      *writes,
         guint           start,
         guint           end,
         gboolean        live,
         GError        **error)
{
  const TlWrite *first = g_ptr_array_index (writes, start);
  gboolean exists;

  if (!tl_row_exists (self->database, first->table->name, &first->row, &exists, error))
    return FALSE;
  if (!live && exists)
    tl_change_remove_row (change, first->table->name, &first->row);
  if (live)
    tl_change_add_row (change, first->table->name, &first->row);
  for (guint i = start; live && i < end; i++)
    {
      const TlWrite *write = g_ptr_array_index (writes, i);
      const TlWrite *last = tl_write_set_find (self->united, write->table, &write->row, write->column);

      if (write->column != TL_WRITE_LIVE && last->change == write->change)
        tl_change_set (change, write->table->name, &write->row, tl_write_get_column_name (write), write->value);
    }
  return TRUE;
}

typedef gboolean (*RowFunc) (TlMergeTables  *self,
                             TlChange       *change,
                             GPtrArray      *writes,
                             guint           start,
                             guint           end,
                             gboolean        live,
                             GError        **error);

static gboolean
note_row (TlMergeTables  *self,
          TlChange       *change,
          GPtrArray      *writes,
          guint           start,
          guint           end,
          gboolean        live,
          GError        **error)
{
  return note_existence (self, g_ptr_array_index (writes, start), live, error);
}

static gboolean
for_each_row (TlMergeTables  *self,
              TlChange       *change,
              RowFunc         function,
              GError        **error)
{
  g_autoptr (GPtrArray) writes = tl_write_set_sort (self->coming);

  for (guint start = 0, end; start < writes->len; start = end)
    {
      const TlWrite *first = g_ptr_array_index (writes, start);
      gboolean live;

      for (end = start + 1; end < writes->len; end++)
        {
          const TlWrite *next = g_ptr_array_index (writes, end);

          if (next->table != first->table || !tl_id_equal (&next->row, &first->row))
            break;
        }
      if (!find_live (self, first, &live, error) || !function (self, change, writes, start, end, live, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * tl_merge_tables_apply:
 * @self: what the merge works on
 * @error: return location for an error
 *
 * Gives each field that the changes set that came the value of the latest change that set it. Links may lead to rows
 * that one side removed afterwards, until [func@Tl.merge_tables_repair].
 *
 * Returns: whether that worked
 */
gboolean
tl_merge_tables_apply (TlMergeTables  *self,
                       GError        **error)
{
  g_autoptr (TlChange) change = tl_change_new (TL_CHANGE_KIND_MERGE);

  return for_each_row (self, change, add_row, error)
         && tl_merge_tables_apply_change (self, change, error)
         && for_each_row (self, change, note_row, error);
}
