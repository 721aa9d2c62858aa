/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-write-set.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-store-error.h"

/**
 * tl_write_hash:
 * @write: a write
 *
 * Returns: the same number for two writes of the same field
 */
guint
tl_write_hash (gconstpointer write)
{
  const TlWrite *self = write;

  return tl_id_hash (&self->row) * 31 + (guint) self->column;
}

/**
 * tl_write_equal:
 * @a: a write
 * @b: another write
 *
 * Returns: whether both are of the same field
 */
gboolean
tl_write_equal (gconstpointer a,
                gconstpointer b)
{
  const TlWrite *first = a, *second = b;

  return first->column == second->column && first->table == second->table && tl_id_equal (&first->row, &second->row);
}

static gboolean
add_edit (TlWriteSet    *self,
          const TlEdit  *edit,
          guint          change,
          GError       **error)
{
  TlWrite *write = g_new0 (TlWrite, 1);

  write->table = tl_schema_find_table (edit->table);
  write->row = edit->row;
  write->column = TL_WRITE_LIVE;
  write->change = change;
  write->value = &edit->new_value;
  if (write->table != NULL && strcmp (edit->column, TL_COLUMN_LIVE) != 0)
    {
      write->column = tl_schema_table_find_column (write->table, edit->column);
      if (write->column < 0)
        write->table = NULL;
    }
  if (write->table == NULL)
    {
      g_free (write);
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT, _("A change in the history names what a workbook "
                                                                    "doesn’t have."));
      return FALSE;
    }
  g_hash_table_add (self, write);
  return TRUE;
}

/**
 * tl_write_set_new:
 * @graph: a history
 * @chosen: for each change, whether it counts
 * @but: (nullable): for each change, whether it doesn't count even so
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what these changes set
 */
TlWriteSet *
tl_write_set_new (TlChangeGraph   *graph,
                  const gboolean  *chosen,
                  const gboolean  *but,
                  GError         **error)
{
  g_autoptr (GHashTable) self = g_hash_table_new_full (tl_write_hash, tl_write_equal, g_free, NULL);

  for (guint i = 0; i < tl_change_graph_get_length (graph); i++)
    {
      TlChange *change;

      if (!chosen[i] || (but != NULL && but[i]))
        continue;
      change = tl_change_graph_load (graph, i, error);
      if (change == NULL)
        return NULL;
      for (guint j = 0; j < tl_change_get_n_edits (change); j++)
        {
          if (!add_edit (self, tl_change_get_edit (change, j), i, error))
            return NULL;
        }
    }
  return g_steal_pointer (&self);
}

/**
 * tl_write_set_find:
 * @self: what some changes set
 * @table: a table
 * @row: id of a row
 * @column: index of a column, or %TL_WRITE_LIVE
 *
 * Returns: (transfer none) (nullable): the latest that set the field, %NULL when none did
 */
const TlWrite *
tl_write_set_find (TlWriteSet          *self,
                   const TlSchemaTable *table,
                   const TlId          *row,
                   int                  column)
{
  TlWrite key = { .table = table, .row = *row, .column = column };

  return g_hash_table_lookup (self, &key);
}

/**
 * tl_write_set_find_edit:
 * @self: what some changes set
 * @table: a table
 * @row: id of a row
 *
 * Returns: (transfer none) (nullable): the latest that set any field of the row but its existence
 */
const TlWrite *
tl_write_set_find_edit (TlWriteSet          *self,
                        const TlSchemaTable *table,
                        const TlId          *row)
{
  const TlWrite *last = NULL;

  for (guint i = 0; i < table->n_columns; i++)
    {
      const TlWrite *write = tl_write_set_find (self, table, row, (int) i);

      if (write != NULL && (last == NULL || write->change > last->change))
        last = write;
    }
  return last;
}

static int
compare_writes (gconstpointer a,
                gconstpointer b)
{
  const TlWrite *first = a, *second = b;
  int order = first->table == second->table ? 0 : strcmp (first->table->name, second->table->name);

  if (order == 0)
    order = tl_id_compare (&first->row, &second->row);
  return order != 0 ? order : first->column - second->column;
}

/**
 * tl_write_set_sort:
 * @self: what some changes set
 *
 * Returns: (transfer container) (element-type TlWrite): the writes by table and row, that of existence first
 */
GPtrArray *
tl_write_set_sort (TlWriteSet *self)
{
  GPtrArray *writes = g_hash_table_get_keys_as_ptr_array (self);

  g_ptr_array_sort_values (writes, compare_writes);
  return writes;
}

/**
 * tl_write_get_column_name:
 * @self: a write
 *
 * Returns: (transfer none): the column as edits name it
 */
const char *
tl_write_get_column_name (const TlWrite *self)
{
  return self->column == TL_WRITE_LIVE ? TL_COLUMN_LIVE : self->table->columns[self->column].name;
}

/**
 * tl_write_is_live:
 * @self: a write of existence
 *
 * Returns: whether it lets the row be there
 */
gboolean
tl_write_is_live (const TlWrite *self)
{
  return self->value->type == TL_VALUE_INTEGER && self->value->integer != 0;
}
