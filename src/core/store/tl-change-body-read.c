/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-change-body-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-body-value.h"
#include "tl-change-private.h"
#include "tl-store-error.h"

/* How a body is read: what each line may be, tl-change-body.c says. What reads otherwise than it is written isn't one. */

#define LONGEST_LINE ((gsize) 64 << 20)
#define CHUNK 65536

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
  Reading reading = { .parser = parser, .columns = columns };
  gboolean readable = read_line (&reading, text, length);

  g_free (reading.table);
  return readable ? tl_change_body_write_row (change, columns) : g_bytes_new (NULL, 0);
}
