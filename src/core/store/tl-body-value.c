/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-body-value.h"

#include <math.h>
#include <string.h>

/* Below it each whole number is a number. */
#define LONGEST_WHOLE 9007199254740992.0

/**
 * tl_body_write_text:
 * @line: a line
 * @text: a text
 *
 * Writes a text, in quotation marks.
 */
void
tl_body_write_text (GString    *line,
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
write_integer (GString *line,
               gint64   integer)
{
  char digits[24];
  char *at = digits + sizeof digits;
  guint64 rest = integer < 0 ? -(guint64) integer : (guint64) integer;

  do
    *--at = (char) ('0' + rest % 10);
  while ((rest /= 10) > 0);
  if (integer < 0)
    *--at = '-';
  g_string_append_len (line, at, digits + sizeof digits - at);
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
      write_integer (line, (gint64) real);
      g_string_append (line, ".0");
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

/**
 * tl_body_write_hex:
 * @line: a line
 * @data: (array length=length): bytes
 * @length: how many
 *
 * Writes bytes as hexadecimal digits.
 */
void
tl_body_write_hex (GString      *line,
                   gconstpointer data,
                   gsize         length)
{
  static const char digits[] = "0123456789abcdef";
  const guint8 *bytes = data;
  gsize start = line->len;
  char *to;

  g_string_set_size (line, start + 2 * length);
  to = line->str + start;
  for (gsize i = 0; i < length; i++)
    {
      *to++ = digits[bytes[i] >> 4];
      *to++ = digits[bytes[i] & 15];
    }
}

/**
 * tl_body_write_value:
 * @line: a line
 * @value: a value
 *
 * Writes a value.
 */
void
tl_body_write_value (GString       *line,
                     const TlValue *value)
{
  gconstpointer data;
  gsize length;

  switch (value->type)
    {
    case TL_VALUE_INTEGER:
      write_integer (line, value->integer);
      break;
    case TL_VALUE_REAL:
      write_real (line, value->real);
      break;
    case TL_VALUE_TEXT:
      tl_body_write_text (line, value->text);
      break;
    case TL_VALUE_BYTES:
      data = g_bytes_get_data (value->bytes, &length);
      g_string_append (line, "[\"");
      tl_body_write_hex (line, data, length);
      g_string_append (line, "\"]");
      break;
    case TL_VALUE_NULL:
    default:
      g_string_append (line, "null");
      break;
    }
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

/**
 * tl_body_read_value:
 * @node: what stands for a value
 * @value: (out caller-allocates): an initialised value
 *
 * Returns: whether it could be read
 */
gboolean
tl_body_read_value (JsonNode *node,
                    TlValue  *value)
{
  JsonNode *bytes;

  if (JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      bytes = json_array_get_length (json_node_get_array (node)) == 1
              ? json_array_get_element (json_node_get_array (node), 0) : NULL;
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
