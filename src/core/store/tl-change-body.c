/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-change-body.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "tl-change-private.h"
#include "tl-store-error.h"

/* A body is JSON arrays, one a line, each line ended by \n: first the notes by name, ["undoes","…"], then the edits by
 * table, row and column, ["risk","hexadecimal id","title","old","new"]. There is one way only to write each: no spaces,
 * no needless escapes, whole numbers without a point and all other numbers with a point or an exponent and as few
 * digits as tell them apart, bytes as {"bytes":"hexadecimal"}. What reads otherwise isn't a body. */

/* A million readings make 190 MB. */
#define LONGEST_BODY ((gsize) 1 << 30)
#define LONGEST_LINE ((gsize) 64 << 20)
#define CHUNK 65536
/* Below it each whole number is a number. */
#define LONGEST_WHOLE 9007199254740992.0

static void
write_text (GString    *line,
            const char *text)
{
  g_string_append_c (line, '"');
  for (const char *start = text; *start != '\0';)
    {
      gsize plain = 0;

      while ((guchar) start[plain] >= 0x20 && start[plain] != '"' && start[plain] != '\\')
        plain++;
      g_string_append_len (line, start, (gssize) plain);
      start += plain;
      if (*start == '\0')
        break;
      if (*start == '"' || *start == '\\')
        g_string_append_printf (line, "\\%c", *start);
      else if (*start == '\n')
        g_string_append (line, "\\n");
      else
        g_string_append_printf (line, "\\u%04x", (guint) (guchar) *start);
      start++;
    }
  g_string_append_c (line, '"');
}

static void
write_real (GString *line,
            double   real)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  char format[8];

  /* Most are whole and have no fewer digits than they need, which can be told without trying. */
  if (fabs (real) < LONGEST_WHOLE && real == floor (real) && (gint64) real % 10 != 0)
    {
      g_string_append_printf (line, "%" G_GINT64_FORMAT ".0", (gint64) real);
      return;
    }
  for (guint precision = 1; precision <= 17; precision++)
    {
      g_snprintf (format, sizeof format, "%%.%ug", precision);
      g_ascii_formatd (digits, sizeof digits, format, real);
      if (g_ascii_strtod (digits, NULL) == real)
        break;
    }
  g_string_append (line, digits);
  if (strpbrk (digits, ".e") == NULL)
    g_string_append (line, ".0");
}

static void
write_hex (GString      *line,
           gconstpointer data,
           gsize         length)
{
  static const char digits[] = "0123456789abcdef";
  const guint8 *bytes = data;

  for (gsize i = 0; i < length; i++)
    {
      g_string_append_c (line, digits[bytes[i] >> 4]);
      g_string_append_c (line, digits[bytes[i] & 15]);
    }
}

static void
write_value (GString       *line,
             const TlValue *value)
{
  gconstpointer data;
  gsize length;

  switch (value->type)
    {
    case TL_VALUE_INTEGER:
      g_string_append_printf (line, "%" G_GINT64_FORMAT, value->integer);
      break;
    case TL_VALUE_REAL:
      write_real (line, value->real);
      break;
    case TL_VALUE_TEXT:
      write_text (line, value->text);
      break;
    case TL_VALUE_BYTES:
      data = g_bytes_get_data (value->bytes, &length);
      g_string_append (line, "{\"bytes\":\"");
      write_hex (line, data, length);
      g_string_append (line, "\"}");
      break;
    case TL_VALUE_NULL:
    default:
      g_string_append (line, "null");
      break;
    }
}

static void
write_edit (GString      *body,
            const TlEdit *edit)
{
  g_string_append_c (body, '[');
  write_text (body, edit->table);
  g_string_append (body, ",\"");
  write_hex (body, edit->row.bytes, sizeof edit->row.bytes);
  g_string_append (body, "\",");
  write_text (body, edit->column);
  g_string_append_c (body, ',');
  write_value (body, &edit->old_value);
  g_string_append_c (body, ',');
  write_value (body, &edit->new_value);
  g_string_append (body, "]\n");
}

/* Hands over what was written, and begins anew. */
static void
hand_over (GString         *body,
           gboolean         last,
           TlChangeBodyFunc func,
           gpointer         data)
{
  g_autoptr (GBytes) piece = g_bytes_new (body->str, body->len);

  g_string_truncate (body, 0);
  func (piece, last, data);
}

/**
 * tl_change_body_write_pieces:
 * @change: a change whose edits are in order
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
  g_autoptr (GPtrArray) notes = tl_change_list_notes (change);
  g_autoptr (GString) body = g_string_new (NULL);

  for (guint i = 0; i < notes->len; i++)
    {
      const char *name = g_ptr_array_index (notes, i);

      g_string_append_c (body, '[');
      write_text (body, name);
      g_string_append_c (body, ',');
      write_text (body, tl_change_get_note (change, name));
      g_string_append (body, "]\n");
    }
  for (guint i = 0; i < tl_change_get_n_edits (change); i++)
    {
      if (body->len >= length)
        hand_over (body, FALSE, func, data);
      write_edit (body, tl_change_get_edit (change, i));
    }
  hand_over (body, TRUE, func, data);
}

static void
keep_whole (GBytes  *piece,
            gboolean last,
            gpointer data)
{
  *(GBytes **) data = g_bytes_ref (piece);
}

/**
 * tl_change_body_write:
 * @change: a change whose edits are in order
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

static gboolean
read_hex (TlValue    *value,
          const char *hex)
{
  gsize length = strlen (hex);
  g_autofree guint8 *bytes = g_malloc (length / 2 + 1);

  if (length % 2 != 0)
    return FALSE;
  for (gsize i = 0; i < length; i += 2)
    {
      int high = g_ascii_xdigit_value (hex[i]), low = g_ascii_xdigit_value (hex[i + 1]);

      if (high < 0 || low < 0)
        return FALSE;
      bytes[i / 2] = (guint8) (high << 4 | low);
    }
  tl_value_set_bytes (value, bytes, length / 2);
  return TRUE;
}

static gboolean
read_number (JsonNode *node,
             TlValue  *value)
{
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    tl_value_set_integer (value, json_node_get_int (node));
  else if (json_node_get_value_type (node) == G_TYPE_DOUBLE && isfinite (json_node_get_double (node)))
    tl_value_set_real (value, json_node_get_double (node));
  else
    return FALSE;
  return TRUE;
}

static gboolean
read_value (JsonNode *node,
            TlValue  *value)
{
  JsonNode *bytes;

  if (JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      bytes = json_object_get_member (json_node_get_object (node), "bytes");
      return bytes != NULL && JSON_NODE_HOLDS_VALUE (bytes) && json_node_get_string (bytes) != NULL
             && read_hex (value, json_node_get_string (bytes));
    }
  if (!JSON_NODE_HOLDS_VALUE (node))
    return FALSE;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    {
      tl_value_set_text (value, json_node_get_string (node));
      return TRUE;
    }
  return read_number (node, value);
}

static const char *
get_text (JsonArray *line,
          guint      index)
{
  JsonNode *node = json_array_get_element (line, index);

  return JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

static gboolean
read_edit (TlChange  *change,
           JsonArray *line)
{
  const char *table = get_text (line, 0), *row = get_text (line, 1), *column = get_text (line, 2);
  g_auto (TlValue) old_value = TL_VALUE_INIT;
  g_auto (TlValue) new_value = TL_VALUE_INIT;
  TlId id;

  if (table == NULL || row == NULL || column == NULL || !tl_id_from_hex (row, &id)
      || !read_value (json_array_get_element (line, 3), &old_value)
      || !read_value (json_array_get_element (line, 4), &new_value))
    return FALSE;

  tl_change_add_edit (change, table, &id, column, &old_value, &new_value);
  return TRUE;
}

static gboolean
read_line (TlChange   *change,
           JsonParser *parser,
           const char *text,
           gsize       length)
{
  JsonArray *line;

  if (length > LONGEST_LINE || !json_parser_load_from_data (parser, text, (gssize) length, NULL))
    return FALSE;
  if (json_parser_get_root (parser) == NULL || !JSON_NODE_HOLDS_ARRAY (json_parser_get_root (parser)))
    return FALSE;

  line = json_node_get_array (json_parser_get_root (parser));
  if (json_array_get_length (line) == 2 && get_text (line, 0) != NULL && get_text (line, 1) != NULL)
    {
      tl_change_set_note (change, get_text (line, 0), get_text (line, 1));
      return TRUE;
    }
  return json_array_get_length (line) == 5 && read_edit (change, line);
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
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GBytes) again = NULL;
  gsize length;
  const char *text = g_bytes_get_data (body, &length);
  gboolean readable = g_utf8_validate_len (text != NULL ? text : "", length, NULL);

  json_parser_set_strict (parser, TRUE);
  for (gsize start = 0; readable && start < length;)
    {
      const char *end = memchr (text + start, '\n', length - start);

      readable = end != NULL && read_line (change, parser, text + start, (gsize) (end - text) - start);
      start = end != NULL ? (gsize) (end - text) + 1 : length;
    }

  /* The order, and whatever the parser is lenient about, show when it is written again. */
  if (readable)
    {
      tl_change_settle (change);
      again = tl_change_body_write (change);
      readable = g_bytes_equal (again, body);
    }
  if (!readable)
    g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT, _("A change in the history can’t be read."));
  return readable;
}

/**
 * tl_change_body_measure_row:
 * @line: a line of a body
 * @length: its length in bytes
 *
 * Returns: the length of what says in an edit's line of which row it is, `["table","hexadecimal id",`; 0 for another
 *   line
 */
gsize
tl_change_body_measure_row (const char *line,
                            gsize       length)
{
  const char *quote = length > 2 ? memchr (line + 2, '"', length - 2) : NULL;
  gsize row = quote != NULL ? (gsize) (quote - line) + strlen ("\",\"") + TL_ID_HEX_LENGTH + strlen ("\",") : 0;

  return row < length ? row : 0;
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
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  TlDigest digest;
  gsize length = sizeof digest.bytes;

  g_checksum_update (sum, g_bytes_get_data (salt, NULL), (gssize) g_bytes_get_size (salt));
  if (g_bytes_get_size (body) > 0)
    g_checksum_update (sum, g_bytes_get_data (body, NULL), (gssize) g_bytes_get_size (body));
  g_checksum_get_digest (sum, digest.bytes, &length);
  return digest;
}
