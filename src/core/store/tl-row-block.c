/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-row-block.h"

#include <string.h>

/* A row is packed as its id, the number of its values, and each of these as its column, its type and what it is: a text
 * with the zero at its end, a number as it is in memory, bytes as a pointer to them, which rows share. */

struct _TlRowBlock
{
  const char *table;
  const char *columns[TL_ROW_BLOCK_MAX_COLUMNS];
  guint n_columns;
  /* Where to look first: rows have their values in the same order. */
  guint next_column;
  guint n_values;
  GByteArray *packed;
  /* Where each row begins and ends. */
  GArray *rows;
  GHashTable *shared;
  /* What was shared last, by column: often the same is in one row after the other. */
  GBytes *latest[TL_ROW_BLOCK_MAX_COLUMNS];
};

typedef struct
{
  /* The first bytes of its id as a number, which nearly always decides the order without a look at the row. */
  guint64 order;
  guint start;
  guint end;
} Row;

#define ROW(self, index) (&g_array_index ((self)->rows, Row, index))

/**
 * tl_row_block_new:
 * @table: name of a table, which must outlive the block
 *
 * Returns: (transfer full): a block without rows
 */
TlRowBlock *
tl_row_block_new (const char *table)
{
  TlRowBlock *self = g_new0 (TlRowBlock, 1);

  self->table = table;
  self->packed = g_byte_array_new ();
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->shared = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  return self;
}

/**
 * tl_row_block_free:
 * @self: (transfer full): a block
 *
 * Frees a block.
 */
void
tl_row_block_free (TlRowBlock *self)
{
  g_byte_array_unref (self->packed);
  g_array_unref (self->rows);
  g_hash_table_unref (self->shared);
  g_free (self);
}

/**
 * tl_row_block_begin:
 * @self: a block
 * @id: id of a row that it doesn't have
 *
 * Adds a row without values.
 */
void
tl_row_block_begin (TlRowBlock *self,
                    const TlId *id)
{
  Row row = { .start = self->packed->len };

  memcpy (&row.order, id->bytes, sizeof row.order);
  row.order = GUINT64_FROM_BE (row.order);
  g_byte_array_append (self->packed, id->bytes, sizeof id->bytes);
  g_byte_array_append (self->packed, (const guint8 *) "", 1);
  row.end = self->packed->len;
  g_array_append_val (self->rows, row);
}

/**
 * tl_row_block_find_column:
 * @self: a block
 * @column: name of a column
 *
 * Returns: its number, -1 when none of the rows has had a value there
 */
int
tl_row_block_find_column (TlRowBlock *self,
                          const char *column)
{
  for (guint i = 0, at = self->next_column; i < self->n_columns; i++, at++)
    {
      if (at >= self->n_columns)
        at = 0;
      if (*self->columns[at] == *column && strcmp (self->columns[at], column) == 0)
        {
          self->next_column = at + 1;
          return (int) at;
        }
    }
  return -1;
}

/**
 * tl_row_block_add_column:
 * @self: a block
 * @column: name of a column that it doesn't have, which must outlive it
 *
 * Returns: its number, -1 when a block can't have so many
 */
int
tl_row_block_add_column (TlRowBlock *self,
                         const char *column)
{
  if (self->n_columns == TL_ROW_BLOCK_MAX_COLUMNS)
    return -1;
  self->columns[self->n_columns] = column;
  return (int) self->n_columns++;
}

static GBytes *
share (TlRowBlock *self,
       guint       column,
       GBytes     *bytes)
{
  GBytes *known;

  if (self->latest[column] == bytes)
    return bytes;
  known = g_hash_table_lookup (self->shared, bytes);
  if (known == NULL)
    g_hash_table_add (self->shared, known = g_bytes_ref (bytes));
  return self->latest[column] = known;
}

/**
 * tl_row_block_add:
 * @self: a block with a row
 * @column: number of a column that the row has no value in yet
 * @value: what the latest row is to have there, not nothing
 *
 * Adds a value to the latest row.
 */
void
tl_row_block_add (TlRowBlock    *self,
                  guint          column,
                  const TlValue *value)
{
  Row *row = ROW (self, self->rows->len - 1);
  gconstpointer data = &value->integer;
  gsize length = sizeof value->integer;
  guint end = self->packed->len;
  TlValue packed = *value;

  g_return_if_fail (self->packed->data[row->start + sizeof (TlId)] < G_MAXUINT8);

  if (value->type == TL_VALUE_TEXT)
    {
      data = value->text;
      length = strlen (value->text) + 1;
    }
  else if (value->type == TL_VALUE_BYTES)
    {
      packed.bytes = share (self, column, value->bytes);
      data = &packed.integer;
    }
  /* The database knows one zero only. */
  else if (value->type == TL_VALUE_REAL && value->real == 0)
    {
      packed.real = 0;
      data = &packed.integer;
    }
  g_byte_array_set_size (self->packed, end + 2 + (guint) length);
  self->packed->data[end] = (guint8) column;
  self->packed->data[end + 1] = (guint8) value->type;
  memcpy (self->packed->data + end + 2, data, length);
  self->packed->data[row->start + sizeof (TlId)]++;
  row->end = self->packed->len;
  self->n_values++;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const Row *row_a = a, *row_b = b;
  const guint8 *packed = data;

  if (row_a->order != row_b->order)
    return row_a->order < row_b->order ? -1 : 1;
  return memcmp (packed + row_a->start, packed + row_b->start, sizeof (TlId));
}

/**
 * tl_row_block_settle:
 * @self: a block
 *
 * Puts the rows in the order of their ids.
 *
 * Returns: whether each is there once only
 */
gboolean
tl_row_block_settle (TlRowBlock *self)
{
  g_autoptr (GByteArray) packed = g_byte_array_sized_new (self->packed->len);
  gboolean once = TRUE;

  g_array_sort_with_data (self->rows, compare_rows, self->packed->data);
  for (guint i = 1; i < self->rows->len; i++)
    once &= compare_rows (ROW (self, i - 1), ROW (self, i), self->packed->data) != 0;

  /* They are gone through in that order again and again. */
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = ROW (self, i);
      guint start = packed->len;

      g_byte_array_append (packed, self->packed->data + row->start, row->end - row->start);
      row->start = start;
      row->end = packed->len;
    }
  g_byte_array_unref (self->packed);
  self->packed = g_steal_pointer (&packed);
  return once;
}

/**
 * tl_row_block_get_table:
 * @self: a block
 *
 * Returns: (transfer none): name of its table
 */
const char *
tl_row_block_get_table (const TlRowBlock *self)
{
  return self->table;
}

/**
 * tl_row_block_get_n_rows:
 * @self: a block
 *
 * Returns: how many rows it has
 */
guint
tl_row_block_get_n_rows (const TlRowBlock *self)
{
  return self->rows->len;
}

/**
 * tl_row_block_get_n_edits:
 * @self: a block
 *
 * Returns: how many edits it stands for, the existence of each row among them
 */
guint
tl_row_block_get_n_edits (const TlRowBlock *self)
{
  return self->rows->len + self->n_values;
}

/**
 * tl_row_block_get_n_columns:
 * @self: a block
 *
 * Returns: in how many columns any of its rows has a value
 */
guint
tl_row_block_get_n_columns (const TlRowBlock *self)
{
  return self->n_columns;
}

/**
 * tl_row_block_get_column:
 * @self: a block
 * @column: from 0
 *
 * Returns: (transfer none): the column's name
 */
const char *
tl_row_block_get_column (const TlRowBlock *self,
                         guint             column)
{
  return self->columns[column];
}

/**
 * tl_row_block_get_id:
 * @self: a block
 * @row: from 0
 *
 * Returns: the row's id
 */
TlId
tl_row_block_get_id (const TlRowBlock *self,
                     guint             row)
{
  TlId id;

  memcpy (id.bytes, self->packed->data + ROW (self, row)->start, sizeof id.bytes);
  return id;
}

/**
 * tl_row_block_read:
 * @self: a block
 * @row: from 0
 * @values: (out caller-allocates) (array): what the row has in each of the block's columns, null where nothing; they are
 *   the block's and aren't to be cleared
 *
 * Reads a row.
 */
void
tl_row_block_read (const TlRowBlock *self,
                   guint             row,
                   TlValue          *values)
{
  const guint8 *at = self->packed->data + ROW (self, row)->start + sizeof (TlId);
  guint n = *at++;

  memset (values, 0, self->n_columns * sizeof *values);
  for (guint i = 0; i < n; i++)
    {
      TlValue *value = &values[*at++];

      value->type = (TlValueType) *at++;
      if (value->type == TL_VALUE_TEXT)
        {
          value->text = (char *) at;
          at += strlen (value->text) + 1;
          continue;
        }
      memcpy (&value->integer, at, sizeof value->integer);
      at += sizeof value->integer;
    }
}
