/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-change-body.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <nettle/sha2.h>
#include <string.h>

#include "tl-body-value.h"
#include "tl-change-private.h"
#include "tl-store-error.h"

/* A body is JSON, one line after the other, each ended by \n: first the notes by name, ["undoes","…"], then what happens to
 * rows, by table and row. What a row's field was and becomes is a line by column, ["risk","hexadecimal id","title","old",
 * "new"]. A row that comes to be, and of which nothing has ever been, is one line, {"hexadecimal id":["new",…]}; before
 * the first line of a table that has such rows stand the columns that any of them has, in the order of their bytes,
 * ["risk",["impact","title",…]]; what a row hasn't is [] there. There is one way only to write each: no spaces, no
 * needless escapes, whole numbers without a point and all other numbers with a point or an exponent and as few digits as
 * tell them apart, bytes as ["hexadecimal"]. What reads otherwise isn't a body. */

/* A million readings make 150 MB. */
#define LONGEST_BODY ((gsize) 1 << 30)
#define LONGEST_LINE ((gsize) 64 << 20)
#define CHUNK 65536

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

static const char *
get_text (JsonArray *line,
          guint      index)
{
  JsonNode *node = json_array_get_element (line, index);

  return JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

/* A body that is being read. */
typedef struct
{
  TlChange *change;
  JsonParser *parser;
  /* The latest header. */
  char *table;
  GPtrArray *columns;
} Reading;

static gboolean
read_edit (Reading   *self,
           JsonArray *line)
{
  const char *table = get_text (line, 0), *row = get_text (line, 1), *column = get_text (line, 2);
  g_auto (TlValue) old_value = TL_VALUE_INIT;
  g_auto (TlValue) new_value = TL_VALUE_INIT;
  TlId id;

  if (table == NULL || row == NULL || column == NULL || !tl_id_from_hex (row, &id)
      || !tl_body_read_value (json_array_get_element (line, 3), &old_value)
      || !tl_body_read_value (json_array_get_element (line, 4), &new_value))
    return FALSE;

  tl_change_add_edit (self->change, table, &id, column, &old_value, &new_value);
  return TRUE;
}

static gboolean
read_header (Reading    *self,
             const char *table,
             JsonArray  *columns)
{
  g_set_str (&self->table, table);
  g_ptr_array_set_size (self->columns, 0);
  for (guint i = 0; i < json_array_get_length (columns); i++)
    {
      if (get_text (columns, i) == NULL)
        return FALSE;
      g_ptr_array_add (self->columns, g_strdup (get_text (columns, i)));
    }
  return TRUE;
}

static gboolean
is_nothing (JsonNode *node)
{
  return JSON_NODE_HOLDS_ARRAY (node) && json_array_get_length (json_node_get_array (node)) == 0;
}

static gboolean
read_new_row (Reading    *self,
              JsonObject *line)
{
  JsonObjectIter iter;
  const char *row;
  JsonNode *node;
  JsonArray *values;
  g_auto (TlValue) live = TL_VALUE_INIT, none = TL_VALUE_INIT;
  TlId id;

  json_object_iter_init (&iter, line);
  if (self->table == NULL || !json_object_iter_next (&iter, &row, &node) || !tl_id_from_hex (row, &id)
      || !JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;
  values = json_node_get_array (node);
  if (json_array_get_length (values) != self->columns->len)
    return FALSE;

  tl_value_set_integer (&live, TRUE);
  tl_change_add_edit (self->change, self->table, &id, TL_COLUMN_LIVE, &none, &live);
  for (guint i = 0; i < self->columns->len; i++)
    {
      g_auto (TlValue) value = TL_VALUE_INIT;

      if (is_nothing (json_array_get_element (values, i)))
        continue;
      if (!tl_body_read_value (json_array_get_element (values, i), &value))
        return FALSE;
      tl_change_add_edit (self->change, self->table, &id, g_ptr_array_index (self->columns, i), &none, &value);
    }
  return TRUE;
}

static gboolean
read_line (Reading    *self,
           const char *text,
           gsize       length)
{
  JsonNode *root;
  JsonArray *line;

  if (length > LONGEST_LINE || !json_parser_load_from_data (self->parser, text, (gssize) length, NULL))
    return FALSE;
  root = json_parser_get_root (self->parser);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    return read_new_row (self, json_node_get_object (root));
  if (root == NULL || !JSON_NODE_HOLDS_ARRAY (root))
    return FALSE;

  line = json_node_get_array (root);
  if (json_array_get_length (line) == 5)
    return read_edit (self, line);
  if (json_array_get_length (line) != 2 || get_text (line, 0) == NULL)
    return FALSE;
  if (JSON_NODE_HOLDS_ARRAY (json_array_get_element (line, 1)))
    return read_header (self, get_text (line, 0), json_array_get_array_element (line, 1));
  if (get_text (line, 1) == NULL)
    return FALSE;
  tl_change_set_note (self->change, get_text (line, 0), get_text (line, 1));
  return TRUE;
}

static gboolean
read_lines (TlChange *change,
            GBytes   *lines)
{
  gsize length;
  const char *text = g_bytes_get_data (lines, &length);
  gboolean readable = g_utf8_validate_len (text != NULL ? text : "", length, NULL);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_free);
  Reading self = { .change = change, .parser = parser, .columns = columns };

  json_parser_set_strict (parser, TRUE);
  for (gsize start = 0; readable && start < length;)
    {
      const char *end = memchr (text + start, '\n', length - start);

      readable = end != NULL && read_line (&self, text + start, (gsize) (end - text) - start);
      start = end != NULL ? (gsize) (end - text) + 1 : length;
    }
  g_free (self.table);
  return readable;
}

/* What was read and is written again. */
typedef struct
{
  const char *text;
  gsize length;
  gsize compared;
  gboolean same;
} Comparison;

static gboolean
compare (GBytes  *piece,
         gboolean last,
         gpointer data)
{
  Comparison *self = data;
  gsize length;
  const char *text = g_bytes_get_data (piece, &length);

  self->same = length <= self->length - self->compared
               && (length == 0 || memcmp (self->text + self->compared, text, length) == 0);
  self->compared += length;
  return self->same;
}

static gboolean
refuse (GError **error)
{
  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT, _("A change in the history can’t be read."));
  return FALSE;
}

/**
 * tl_change_body_read:
 * @change: a change without edits
 * @body: a body, not compressed, from anywhere
 * @error: return location for an error
 *
 * Reads a body into a change. Only what [func@Tl.change_body_write] would write is taken.
 *
 * Returns: whether it could be read
 */
gboolean
tl_change_body_read (TlChange  *change,
                     GBytes    *body,
                     GError   **error)
{
  Comparison comparison = { .text = g_bytes_get_data (body, NULL), .length = g_bytes_get_size (body) };

  if (!read_lines (change, body))
    return refuse (error);

  /* The order, and whatever the parser is lenient about, show when it is written again. */
  tl_change_settle (change);
  tl_change_body_write_pieces (change, CHUNK, compare, &comparison);
  return (comparison.same && comparison.compared == comparison.length) || refuse (error);
}

/**
 * tl_change_body_read_part:
 * @change: a change without edits
 * @lines: some lines of a body, that before which the columns of new rows stand among them
 * @error: return location for an error
 *
 * Reads a part of a body into a change.
 *
 * Returns: whether it could be read
 */
gboolean
tl_change_body_read_part (TlChange  *change,
                          GBytes    *lines,
                          GError   **error)
{
  if (!read_lines (change, lines))
    return refuse (error);
  tl_change_settle (change);
  return TRUE;
}

/**
 * tl_change_body_write_new_row:
 * @change: a change that was read from the line of a new row
 * @header: the line before it with the columns
 *
 * Writes the line again, for the same columns even where it has nothing in some.
 *
 * Returns: (transfer full): the line
 */
GBytes *
tl_change_body_write_new_row (const TlChange *change,
                              GBytes         *header)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize length;
  const char *text = g_bytes_get_data (header, &length);
  GString *line = g_string_new (NULL);
  Reading reading = { .parser = parser, .columns = columns };
  Writing writing = { .change = change, .text = line, .columns = columns };

  if (read_line (&reading, text, length))
    write_new_row (&writing, 0, tl_change_get_n_items (change));
  g_free (reading.table);
  return g_string_free_to_bytes (line);
}

/**
 * tl_change_body_compress:
 * @body: a body
 *
 * Returns: (transfer full): the body as the database holds it
 */
GBytes *
tl_change_body_compress (GBytes *body)
{
  g_autoptr (GConverter) compressor = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, -1));
  GError *error = NULL;
  GBytes *compressed = g_converter_convert_bytes (compressor, body, &error);

  if (compressed == NULL)
    g_error ("A change can't be compressed: %s", error->message);
  return compressed;
}

/**
 * tl_change_body_decompress:
 * @compressed: a body as the database holds it, from anywhere
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the body
 */
GBytes *
tl_change_body_decompress (GBytes  *compressed,
                           GError **error)
{
  g_autoptr (GConverter) decompressor = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  g_autoptr (GByteArray) body = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  gsize length, done = 0;
  const guint8 *data = g_bytes_get_data (compressed, &length);
  GConverterResult result = G_CONVERTER_CONVERTED;

  while (result != G_CONVERTER_FINISHED)
    {
      gsize got = 0, given = 0;

      result = g_converter_convert (decompressor, data + done, length - done, chunk, CHUNK,
                                    G_CONVERTER_INPUT_AT_END, &given, &got, NULL);
      if (result == G_CONVERTER_ERROR || body->len + got > LONGEST_BODY)
        break;
      done += given;
      g_byte_array_append (body, chunk, (guint) got);
    }

  if (result != G_CONVERTER_FINISHED || done != length)
    {
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT, _("A change in the history can’t be read."));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&body));
}

/**
 * tl_change_body_get_digest:
 * @salt: the change's salt
 * @body: its body
 *
 * Returns: the digest that the change's id is made from
 */
TlDigest
tl_change_body_get_digest (GBytes *salt,
                           GBytes *body)
{
  struct sha256_ctx sum;
  TlDigest digest;

  sha256_init (&sum);
  sha256_update (&sum, g_bytes_get_size (salt), g_bytes_get_data (salt, NULL));
  sha256_update (&sum, g_bytes_get_size (body), g_bytes_get_data (body, NULL));
  sha256_digest (&sum, sizeof digest.bytes, digest.bytes);
  return digest;
}
