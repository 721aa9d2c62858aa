/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-change-private.h"

#include <string.h>

#include "tl-schema.h"

/* Unpacking is unseen: whoever looks at the edits of a change, on whatever thread, finds them. */
static GMutex unpacking;

static TlRowBlock *
find_block (TlChange   *self,
            const char *table)
{
  for (guint i = self->blocks != NULL ? self->blocks->len : 0; i > 0; i--)
    {
      TlRowBlock *block = g_ptr_array_index (self->blocks, i - 1);

      const char *name = tl_row_block_get_table (block);

      /* The names of tables mostly differ in their first letter. */
      if (*name == *table && strcmp (name, table) == 0)
        return block;
    }
  return NULL;
}

/* A link to a row of the same table has to wait until all rows are there. */
static gboolean
links_to_itself (const char *name)
{
  const TlSchemaTable *table = tl_schema_find_table (name);

  for (guint i = 0; table != NULL && i < table->n_columns; i++)
    {
      if (g_strcmp0 (table->columns[i].target, name) == 0)
        return TRUE;
    }
  return table == NULL;
}

/**
 * tl_change_pack_row:
 * @self: a change that isn't sealed
 * @table: name of a table
 * @row: id of a row that has never been, and of which nothing else in the change is
 *
 * Lets a row come to be as [method@Tl.Change.add_row] does, in little room; its fields are set by
 * [method@Tl.Change.pack], before the next row of the table is begun.
 *
 * Returns: %FALSE when rows of the table can't be packed, and nothing has happened
 */
gboolean
tl_change_pack_row (TlChange   *self,
                    const char *table,
                    const TlId *row)
{
  TlRowBlock *block = find_block (self, table);

  g_return_val_if_fail (!self->sealed, FALSE);

  if (block == NULL)
    {
      if (links_to_itself (table))
        return FALSE;
      if (self->blocks == NULL)
        self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_row_block_free);
      block = tl_row_block_new (g_string_chunk_insert_const (self->names, table));
      g_ptr_array_add (self->blocks, block);
    }
  tl_row_block_begin (block, row);
  return TRUE;
}

/**
 * tl_change_pack:
 * @self: a change that isn't sealed
 * @table: name of a table of which a row has been packed
 * @column: name of a column
 * @value: what the latest row of it is to have there
 *
 * Sets a field of a packed row. Nothing is no value, nor is an empty text.
 */
void
tl_change_pack (TlChange      *self,
                const char    *table,
                const char    *column,
                const TlValue *value)
{
  TlRowBlock *block = find_block (self, table);
  int index;

  g_return_if_fail (block != NULL && !self->sealed);

  if (value->type == TL_VALUE_NULL || (value->type == TL_VALUE_TEXT && *value->text == '\0'))
    return;
  index = tl_row_block_find_column (block, column);
  if (index < 0)
    index = tl_row_block_add_column (block, g_string_chunk_insert_const (self->names, column));
  g_return_if_fail (index >= 0);
  tl_row_block_add (block, (guint) index, value);
}

static void
unpack_row (TlChange         *self,
            const TlRowBlock *block,
            guint             row)
{
  TlValue values[TL_ROW_BLOCK_MAX_COLUMNS];
  const char *table = tl_row_block_get_table (block);
  TlId id = tl_row_block_get_id (block, row);
  g_auto (TlValue) none = TL_VALUE_INIT, live = TL_VALUE_INIT;

  tl_value_set_integer (&live, TRUE);
  tl_change_add_edit (self, table, &id, TL_COLUMN_LIVE, &none, &live);
  tl_row_block_read (block, row, values);
  for (guint i = 0; i < tl_row_block_get_n_columns (block); i++)
    {
      if (values[i].type != TL_VALUE_NULL)
        tl_change_add_edit (self, table, &id, tl_row_block_get_column (block, i), &none, &values[i]);
    }
}

/**
 * tl_change_unpack:
 * @self: a change
 *
 * Turns packed rows into edits, which takes ten times their room. Edits that were in order are so afterwards.
 */
void
tl_change_unpack (TlChange *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  if (g_atomic_pointer_get (&self->blocks) == NULL)
    return;
  locker = g_mutex_locker_new (&unpacking);
  if (self->blocks == NULL)
    return;
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const TlRowBlock *block = g_ptr_array_index (self->blocks, i);

      for (guint j = 0; j < tl_row_block_get_n_rows (block); j++)
        unpack_row (self, block, j);
    }
  tl_change_sort (self);
  g_ptr_array_unref (self->blocks);
  g_atomic_pointer_set (&self->blocks, NULL);
}

/**
 * tl_change_get_n_blocks:
 * @self: a change that nobody else looks at
 *
 * Returns: of how many tables it has packed rows
 */
guint
tl_change_get_n_blocks (const TlChange *self)
{
  return self->blocks != NULL ? self->blocks->len : 0;
}

/**
 * tl_change_get_block:
 * @self: a change that nobody else looks at
 * @index: from 0
 *
 * Returns: (transfer none): packed rows of a table
 */
TlRowBlock *
tl_change_get_block (const TlChange *self,
                     guint           index)
{
  return g_ptr_array_index (self->blocks, index);
}

/**
 * tl_change_get_n_items:
 * @self: a change that nobody else looks at
 *
 * Returns: how many edits it has besides its packed rows
 */
guint
tl_change_get_n_items (const TlChange *self)
{
  return self->items->len;
}

/**
 * tl_change_peek:
 * @self: a change that isn't sealed
 * @index: less than the number of its edits, packed rows aside
 *
 * Returns: (transfer none): the edit, to work on
 */
TlChangeItem *
tl_change_peek (TlChange *self,
                guint     index)
{
  return &g_array_index (self->items, TlChangeItem, index);
}

/**
 * tl_change_get_n_edits:
 * @self: a change
 *
 * Returns: how many fields it changes
 */
guint
tl_change_get_n_edits (const TlChange *self)
{
  g_autoptr (GMutexLocker) locker = NULL;
  guint n;

  if (g_atomic_pointer_get (&((TlChange *) self)->blocks) == NULL)
    return self->items->len;
  locker = g_mutex_locker_new (&unpacking);
  n = self->items->len;
  for (guint i = 0; i < tl_change_get_n_blocks (self); i++)
    n += tl_row_block_get_n_edits (tl_change_get_block (self, i));
  return n;
}

/**
 * tl_change_get_edit:
 * @self: a change
 * @index: less than the number of its edits
 *
 * Returns: (transfer none): an edit; those of a sealed change are in the order of table, row and column
 */
const TlEdit *
tl_change_get_edit (const TlChange *self,
                    guint           index)
{
  tl_change_unpack ((TlChange *) self);
  g_return_val_if_fail (index < self->items->len, NULL);

  return &g_array_index (self->items, TlChangeItem, index).edit;
}
