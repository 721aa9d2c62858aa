/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-change.h"
#include "tl-attached-file.h"
#include "tl-change-private.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (TlChange, tl_change, tl_change_ref, tl_change_unref)

/**
 * tl_change_item_clear:
 * @item: an edit
 *
 * Frees what an edit holds.
 */
void
tl_change_item_clear (TlChangeItem *item)
{
  tl_value_clear (&item->edit.old_value);
  tl_value_clear (&item->edit.new_value);
  tl_value_clear (&item->expected);
  memset (item, 0, sizeof *item);
}

/**
 * tl_change_new:
 * @kind: what is being done, such as `risk.rename`
 *
 * Returns: (transfer full): a change without edits, to be filled and given to a store
 */
TlChange *
tl_change_new (const char *kind)
{
  TlChange *self;

  g_return_val_if_fail (kind != NULL && *kind != '\0', NULL);

  self = g_new0 (TlChange, 1);
  g_atomic_ref_count_init (&self->references);
  self->kind = g_strdup (kind);
  self->names = g_string_chunk_new (256);
  self->items = g_array_new (FALSE, FALSE, sizeof (TlChangeItem));
  g_array_set_clear_func (self->items, (GDestroyNotify) tl_change_item_clear);
  self->notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

/**
 * tl_change_ref:
 * @self: a change
 *
 * Returns: (transfer full): the change
 */
TlChange *
tl_change_ref (TlChange *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * tl_change_unref:
 * @self: (transfer full): a change
 *
 * Lets go of a change.
 */
void
tl_change_unref (TlChange *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_free (self->kind);
  g_array_unref (self->items);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_hash_table_unref (self->notes);
  g_clear_pointer (&self->seal.salt, g_bytes_unref);
  g_clear_pointer (&self->recall, tl_recall_free);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_string_chunk_free (self->names);
  g_free (self);
}

static TlChangeItem *
add_item (TlChange   *self,
          const char *table,
          const TlId *row,
          const char *column)
{
  TlChangeItem item = { .edit.row = *row, .sequence = self->items->len };

  /* The same name is the same pointer within a change, which makes sorting quick. */
  item.edit.table = g_string_chunk_insert_const (self->names, table);
  item.edit.column = g_string_chunk_insert_const (self->names, column);
  g_array_append_val (self->items, item);
  return &g_array_index (self->items, TlChangeItem, self->items->len - 1);
}

/**
 * tl_change_add_edit:
 * @self: a change that isn't sealed
 * @table: name of a table
 * @row: id of a row
 * @column: name of a column
 * @old_value: what it was
 * @new_value: what it became
 *
 * Adds an edit as the history holds it.
 */
void
tl_change_add_edit (TlChange      *self,
                    const char    *table,
                    const TlId    *row,
                    const char    *column,
                    const TlValue *old_value,
                    const TlValue *new_value)
{
  TlChangeItem *item = add_item (self, table, row, column);

  tl_value_copy (old_value, &item->edit.old_value);
  tl_value_copy (new_value, &item->edit.new_value);
  item->kept = TRUE;
}

static void
set_live (TlChange   *self,
          const char *table,
          const TlId *row,
          gboolean    live)
{
  g_return_if_fail (!self->sealed);

  tl_value_set_integer (&add_item (self, table, row, TL_COLUMN_LIVE)->edit.new_value, live);
}

/**
 * tl_change_add_row:
 * @self: a change that isn't sealed
 * @table: name of a table
 * @row: id of a row
 *
 * Lets a row come to be, or back; its fields are set beside. Nothing happens to one that is there.
 */
void
tl_change_add_row (TlChange   *self,
                   const char *table,
                   const TlId *row)
{
  set_live (self, table, row, TRUE);
}

/**
 * tl_change_remove_row:
 * @self: a change that isn't sealed
 * @table: name of a table
 * @row: id of a row
 *
 * Lets a row go. Nothing happens to one that isn't there.
 */
void
tl_change_remove_row (TlChange   *self,
                      const char *table,
                      const TlId *row)
{
  set_live (self, table, row, FALSE);
}

/**
 * tl_change_set:
 * @self: a change that isn't sealed
 * @table: name of a table
 * @row: id of a row
 * @column: name of a column
 * @value: what it is to be
 *
 * Sets a field.
 */
void
tl_change_set (TlChange      *self,
               const char    *table,
               const TlId    *row,
               const char    *column,
               const TlValue *value)
{
  g_return_if_fail (!self->sealed);

  tl_value_copy (value, &add_item (self, table, row, column)->edit.new_value);
}

/**
 * tl_change_set_text:
 * @self: a change that isn't sealed
 * @table: name of a table
 * @row: id of a row
 * @column: name of a column that holds text, a word or a day
 * @text: (nullable): what it is to be; %NULL and "" are nothing
 *
 * Sets a field to a text.
 */
void
tl_change_set_text (TlChange   *self,
                    const char *table,
                    const TlId *row,
                    const char *column,
                    const char *text)
{
  g_return_if_fail (!self->sealed);

  tl_value_set_text (&add_item (self, table, row, column)->edit.new_value, text);
}

/**
 * tl_change_set_id:
 * @self: a change that isn't sealed
 * @table: name of a table
 * @row: id of a row
 * @column: name of a column that holds a link
 * @id: (nullable): the row that it is to point to
 *
 * Sets a link.
 */
void
tl_change_set_id (TlChange   *self,
                  const char *table,
                  const TlId *row,
                  const char *column,
                  const TlId *id)
{
  g_return_if_fail (!self->sealed);

  tl_value_set_id (&add_item (self, table, row, column)->edit.new_value, id);
}

/**
 * tl_change_set_day:
 * @self: a change that isn't sealed
 * @table: name of a table
 * @row: id of a row
 * @column: name of a column that holds a day
 * @day: what it is to be; %TL_NO_DAY is nothing
 *
 * Sets a day.
 */
void
tl_change_set_day (TlChange   *self,
                   const char *table,
                   const TlId *row,
                   const char *column,
                   TlDay       day)
{
  char iso[TL_DAY_ISO_LENGTH + 1];

  if (day != TL_NO_DAY)
    tl_day_to_iso (day, iso);
  tl_change_set_text (self, table, row, column, day != TL_NO_DAY ? iso : NULL);
}

/**
 * tl_change_expect:
 * @self: a change that isn't sealed
 * @table: name of a table
 * @row: id of a row
 * @column: name of a column that the change has just set
 * @value: what it was when the change was thought of
 *
 * Lets the whole change be refused as a conflict if the field has another value by the time the change is applied.
 */
void
tl_change_expect (TlChange      *self,
                  const char    *table,
                  const TlId    *row,
                  const char    *column,
                  const TlValue *value)
{
  g_return_if_fail (!self->sealed);

  for (guint i = self->items->len; i > 0; i--)
    {
      TlChangeItem *item = &g_array_index (self->items, TlChangeItem, i - 1);

      if (tl_id_equal (&item->edit.row, row) && strcmp (item->edit.column, column) == 0
          && strcmp (item->edit.table, table) == 0)
        {
          tl_value_copy (value, &item->expected);
          item->expects = TRUE;
          return;
        }
    }
  g_return_if_reached ();
}

/**
 * tl_change_add_file:
 * @self: a change that isn't sealed
 * @file: a file that its edits name by the SHA-256 of its content
 *
 * Lets the content of a file come into the workbook together with the change, or not at all. The history keeps only its
 * name.
 */
void
tl_change_add_file (TlChange       *self,
                    TlAttachedFile *file)
{
  g_return_if_fail (!self->sealed);

  if (self->files == NULL)
    self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_attached_file_unref);
  g_ptr_array_add (self->files, tl_attached_file_ref (file));
}

/**
 * tl_change_get_files:
 * @self: a change
 *
 * Returns: (transfer none) (nullable) (element-type TlAttachedFile): the files whose content comes with it
 */
GPtrArray *
tl_change_get_files (TlChange *self)
{
  return self->files;
}

/**
 * tl_change_set_note:
 * @self: a change that isn't sealed
 * @name: what the note is about, such as `undoes`
 * @value: (nullable): what it says
 *
 * Keeps something about the change itself with it.
 */
void
tl_change_set_note (TlChange   *self,
                    const char *name,
                    const char *value)
{
  g_return_if_fail (!self->sealed);

  if (value != NULL)
    g_hash_table_insert (self->notes, g_strdup (name), g_strdup (value));
  else
    g_hash_table_remove (self->notes, name);
}

/**
 * tl_change_get_kind:
 * @self: a change
 *
 * Returns: (transfer none): what was done
 */
const char *
tl_change_get_kind (const TlChange *self)
{
  return self->kind;
}

/**
 * tl_change_get_note:
 * @self: a change
 * @name: what the note is about
 *
 * Returns: (transfer none) (nullable): what it says
 */
const char *
tl_change_get_note (const TlChange *self,
                    const char     *name)
{
  return g_hash_table_lookup (self->notes, name);
}

/**
 * tl_change_list_notes:
 * @self: a change
 *
 * Returns: (transfer container) (element-type utf8): the names of its notes, in the order of their bytes
 */
GPtrArray *
tl_change_list_notes (const TlChange *self)
{
  GPtrArray *names = g_hash_table_get_keys_as_ptr_array (self->notes);

  g_ptr_array_sort_values (names, (GCompareFunc) strcmp);
  return names;
}
