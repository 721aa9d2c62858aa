/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-change-body-private.h"

#include <string.h>

#include "tl-body-value.h"
#include "tl-change-private.h"

/* A body is JSON, one line after the other, each ended by \n: first the notes by name, ["undoes","…"], then what happens to
 * rows, by table and row. What a row's field was and becomes is a line by column, ["risk","hexadecimal id","title","old",
 * "new"]. A row that comes to be, and of which nothing has ever been, is one line, {"hexadecimal id":["new",…]}; before
 * the first line of a table that has such rows stand the columns that any of them has, in the order of their bytes,
 * ["risk",["impact","title",…]]; what a row hasn't is [] there. There is one way only to write each: no spaces, no
 * needless escapes, whole numbers without a point and all other numbers with a point or an exponent and as few digits as
 * tell them apart, bytes as ["hexadecimal"]. What reads otherwise isn't a body. */

/* A body that is being written. */
typedef struct
{
  const TlChange *change;
  GString *text;
  gsize piece;
  TlChangeBodyFunc func;
  gpointer data;
  /* Those of the new rows of the table. */
  GPtrArray *columns;
  gboolean stopped;
} Writing;

static const TlEdit *
get_edit (Writing *self,
          guint    index)
{
  return &tl_change_peek ((TlChange *) self->change, index)->edit;
}

/* Hands over what was written, and begins anew. */
static void
hand_over (Writing  *self,
           gboolean  last)
{
  g_autoptr (GBytes) piece = NULL;

  if (self->stopped || (!last && self->text->len < self->piece))
    return;
  piece = g_bytes_new (self->text->str, self->text->len);
  g_string_truncate (self->text, 0);
  self->stopped = !self->func (piece, last, self->data);
}

static void
write_notes (Writing *self)
{
  g_autoptr (GPtrArray) notes = tl_change_list_notes (self->change);

  for (guint i = 0; i < notes->len; i++)
    {
      const char *name = g_ptr_array_index (notes, i);

      g_string_append_c (self->text, '[');
      tl_body_write_text (self->text, name);
      g_string_append_c (self->text, ',');
      tl_body_write_text (self->text, tl_change_get_note (self->change, name));
      g_string_append (self->text, "]\n");
    }
}

static void
write_edit (Writing      *self,
            const TlEdit *edit)
{
  g_string_append_c (self->text, '[');
  tl_body_write_text (self->text, edit->table);
  g_string_append (self->text, ",\"");
  tl_body_write_hex (self->text, edit->row.bytes, sizeof edit->row.bytes);
  g_string_append (self->text, "\",");
  tl_body_write_text (self->text, edit->column);
  g_string_append_c (self->text, ',');
  tl_body_write_value (self->text, &edit->old_value);
  g_string_append_c (self->text, ',');
  tl_body_write_value (self->text, &edit->new_value);
  g_string_append (self->text, "]\n");
}

static void
write_header (Writing    *self,
              const char *table)
{
  g_string_append_c (self->text, '[');
  tl_body_write_text (self->text, table);
  g_string_append (self->text, ",[");
  for (guint i = 0; i < self->columns->len; i++)
    {
      if (i > 0)
        g_string_append_c (self->text, ',');
      tl_body_write_text (self->text, g_ptr_array_index (self->columns, i));
    }
  g_string_append (self->text, "]]\n");
}

static void
begin_new_row (Writing    *self,
               const TlId *id)
{
  g_string_append (self->text, "{\"");
  tl_body_write_hex (self->text, id->bytes, sizeof id->bytes);
  g_string_append (self->text, "\":[");
}

/* `_live` sorts before every other name. */
static gboolean
is_new_row (Writing *self,
            guint    start,
            guint    end)
{
  const TlEdit *live = get_edit (self, start);

  if (strcmp (live->column, TL_COLUMN_LIVE) != 0 || live->new_value.type != TL_VALUE_INTEGER
      || live->new_value.integer != 1)
    return FALSE;
  for (guint i = start; i < end; i++)
    {
      if (get_edit (self, i)->old_value.type != TL_VALUE_NULL)
        return FALSE;
    }
  return TRUE;
}

static guint
find_end_of_row (Writing *self,
                 guint    start,
                 guint    end)
{
  const TlId *row = &get_edit (self, start)->row;
  guint at = start + 1;

  while (at < end && tl_id_equal (&get_edit (self, at)->row, row))
    at++;
  return at;
}

static void
write_new_row (Writing *self,
               guint    start,
               guint    end)
{
  guint at = start + 1;

  begin_new_row (self, &get_edit (self, start)->row);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const TlEdit *edit = at < end ? get_edit (self, at) : NULL;

      if (i > 0)
        g_string_append_c (self->text, ',');
      if (edit != NULL && strcmp (edit->column, g_ptr_array_index (self->columns, i)) == 0)
        {
          tl_body_write_value (self->text, &edit->new_value);
          at++;
        }
      else
        {
          g_string_append (self->text, "[]");
        }
    }
  g_string_append (self->text, "]}\n");
}

static void
write_packed_row (Writing          *self,
                  const TlRowBlock *block,
                  guint             row,
                  const int        *places)
{
  TlValue values[TL_ROW_BLOCK_MAX_COLUMNS];
  TlId id = tl_row_block_get_id (block, row);

  tl_row_block_read (block, row, values);
  begin_new_row (self, &id);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const TlValue *value = places[i] >= 0 ? &values[places[i]] : NULL;

      if (i > 0)
        g_string_append_c (self->text, ',');
      if (value != NULL && value->type != TL_VALUE_NULL)
        tl_body_write_value (self->text, value);
      else
        g_string_append (self->text, "[]");
    }
  g_string_append (self->text, "]}\n");
}

static void
write_row (Writing *self,
           guint    start,
           guint    end)
{
  if (self->columns != NULL && is_new_row (self, start, end))
    {
      write_new_row (self, start, end);
      return;
    }
  for (guint i = start; i < end; i++)
    write_edit (self, get_edit (self, i));
}

/* Returns: (transfer full) (nullable): the columns of the new rows, %NULL when there are none */
static GPtrArray *
list_columns (Writing          *self,
              const TlRowBlock *block,
              guint             start,
              guint             end)
{
  g_autoptr (GHashTable) found = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean any = block != NULL;
  GPtrArray *columns;

  for (guint i = 0; block != NULL && i < tl_row_block_get_n_columns (block); i++)
    g_hash_table_add (found, (gpointer) tl_row_block_get_column (block, i));
  for (guint i = start, next; i < end; i = next)
    {
      next = find_end_of_row (self, i, end);
      if (!is_new_row (self, i, next))
        continue;
      any = TRUE;
      for (guint j = i + 1; j < next; j++)
        g_hash_table_add (found, (gpointer) get_edit (self, j)->column);
    }
  if (!any)
    return NULL;
  columns = g_hash_table_get_keys_as_ptr_array (found);
  g_ptr_array_sort_values (columns, (GCompareFunc) strcmp);
  return columns;
}

static int *
find_places (Writing          *self,
             const TlRowBlock *block)
{
  int *places = g_new (int, self->columns->len + 1);

  for (guint i = 0; i < self->columns->len; i++)
    {
      places[i] = -1;
      for (guint j = 0; j < tl_row_block_get_n_columns (block); j++)
        {
          if (strcmp (tl_row_block_get_column (block, j), g_ptr_array_index (self->columns, i)) == 0)
            places[i] = (int) j;
        }
    }
  return places;
}

/* The rows of a table, packed ones among those that aren't. */
static void
write_table (Writing          *self,
             const TlRowBlock *block,
             guint             start,
             guint             end)
{
  g_autoptr (GPtrArray) columns = list_columns (self, block, start, end);
  g_autofree int *places = NULL;
  guint row = 0, n_rows = block != NULL ? tl_row_block_get_n_rows (block) : 0;

  self->columns = columns;
  if (columns != NULL)
    write_header (self, block != NULL ? tl_row_block_get_table (block) : get_edit (self, start)->table);
  if (block != NULL)
    places = find_places (self, block);
  while ((start < end || row < n_rows) && !self->stopped)
    {
      TlId id = row < n_rows ? tl_row_block_get_id (block, row) : (TlId) { { 0 } };

      hand_over (self, FALSE);
      if (row < n_rows && (start == end || tl_id_compare (&id, &get_edit (self, start)->row) < 0))
        {
          write_packed_row (self, block, row++, places);
        }
      else
        {
          guint next = find_end_of_row (self, start, end);

          write_row (self, start, next);
          start = next;
        }
    }
  self->columns = NULL;
}

static guint
find_end_of_table (Writing *self,
                   guint    start)
{
  guint n = tl_change_get_n_items (self->change), end = start;
  const char *table = start < n ? get_edit (self, start)->table : NULL;

  while (end < n && (get_edit (self, end)->table == table || strcmp (get_edit (self, end)->table, table) == 0))
    end++;
  return end;
}

/**
 * tl_change_body_write_pieces:
 * @change: a change whose edits are in order, and which nobody else looks at
 * @length: how many bytes a piece has, or a little more
 * @func: (scope call): is given one piece after another
 * @data: passed to @func
 *
 * Writes its notes and edits, as they are hashed.
 */
void
tl_change_body_write_pieces (const TlChange   *change,
                             gsize             length,
                             TlChangeBodyFunc  func,
                             gpointer          data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Writing self = { .change = change, .text = text, .piece = length, .func = func, .data = data };
  guint n_blocks = tl_change_get_n_blocks (change);

  write_notes (&self);
  for (guint i = 0, end, next = 0; (i < tl_change_get_n_items (change) || next < n_blocks) && !self.stopped; i = end)
    {
      const TlRowBlock *block = next < n_blocks ? tl_change_get_block (change, next) : NULL;
      int order = -1;

      end = find_end_of_table (&self, i);
      if (block != NULL)
        order = i < end ? strcmp (get_edit (&self, i)->table, tl_row_block_get_table (block)) : 1;
      if (order > 0)
        end = i;
      write_table (&self, order >= 0 ? block : NULL, i, end);
      next += order >= 0;
    }
  hand_over (&self, TRUE);
}

static gboolean
keep_whole (GBytes  *piece,
            gboolean last,
            gpointer data)
{
  *(GBytes **) data = g_bytes_ref (piece);
  return TRUE;
}

/**
 * tl_change_body_write:
 * @change: a change whose edits are in order, and which nobody else looks at
 *
 * Returns: (transfer full): its notes and edits, as they are hashed
 */
GBytes *
tl_change_body_write (const TlChange *change)
{
  GBytes *body = NULL;

  tl_change_body_write_pieces (change, G_MAXSIZE, keep_whole, &body);
  return body;
}

/**
 * tl_change_body_write_row:
 * @change: a change that has one new row and nothing else
 * @columns: (element-type utf8): columns in the order of their bytes, each that the row has a value in among them
 *
 * Returns: (transfer full): the line of the row
 */
GBytes *
tl_change_body_write_row (const TlChange *change,
                          GPtrArray      *columns)
{
  GString *line = g_string_new (NULL);
  Writing self = { .change = change, .text = line, .columns = columns };

  write_new_row (&self, 0, tl_change_get_n_items (change));
  return g_string_free_to_bytes (line);
}
