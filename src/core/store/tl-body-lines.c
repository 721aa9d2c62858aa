/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-body-lines.h"

#include <string.h>

#include "tl-id.h"

/**
 * tl_body_lines_begin:
 * @self: (out caller-allocates): what goes through the lines; clear it afterwards
 * @body: a body, not compressed
 *
 * Stands before the first line.
 */
void
tl_body_lines_begin (TlBodyLines *self,
                     GBytes      *body)
{
  *self = (TlBodyLines) { .body = g_bytes_ref (body), .key = g_string_new (NULL) };
}

/**
 * tl_body_lines_clear:
 * @self: what goes through the lines
 *
 * Frees what it holds.
 */
void
tl_body_lines_clear (TlBodyLines *self)
{
  g_clear_pointer (&self->body, g_bytes_unref);
  if (self->key != NULL)
    g_string_free (g_steal_pointer (&self->key), TRUE);
}

/* The length of `["table",` with which a line begins, 0 for one that doesn't. */
static gsize
measure_table (const char *line,
               gsize       length)
{
  const char *quote = length > 2 && line[1] == '"' ? memchr (line + 2, '"', length - 2) : NULL;
  gsize table = quote != NULL ? (gsize) (quote - line) + strlen ("\",") : 0;

  return table < length ? table : 0;
}

static void
read_new_row (TlBodyLines *self,
              const char  *text)
{
  const char *line = text + self->start;
  gsize table = measure_table (text + self->header_start, self->header_end - self->header_start);

  if (table == 0 || self->end - self->start < strlen ("{\"") + TL_ID_HEX_LENGTH)
    return;
  self->is_new_row = TRUE;
  g_string_append_len (self->key, text + self->header_start, (gssize) table);
  g_string_append_c (self->key, '"');
  g_string_append_len (self->key, line + strlen ("{\""), TL_ID_HEX_LENGTH);
  g_string_append (self->key, "\",");
}

/**
 * tl_body_lines_next:
 * @self: what goes through the lines
 *
 * Goes on to the next line.
 *
 * Returns: whether there is one
 */
gboolean
tl_body_lines_next (TlBodyLines *self)
{
  gsize length, table, row;
  const char *text = g_bytes_get_data (self->body, &length);
  const char *end, *line;

  self->start = self->end;
  if (self->start >= length)
    return FALSE;
  line = text + self->start;
  end = memchr (line, '\n', length - self->start);
  self->end = end != NULL ? (gsize) (end - text) + 1 : length;
  self->is_new_row = FALSE;
  g_string_truncate (self->key, 0);

  if (*line == '{')
    {
      read_new_row (self, text);
      return TRUE;
    }
  table = measure_table (line, self->end - self->start);
  row = table + strlen ("\"\",") + TL_ID_HEX_LENGTH;
  if (table > 0 && line[table] == '[')
    {
      self->header_start = self->start;
      self->header_end = self->end;
    }
  else if (table > 0 && row < self->end - self->start)
    {
      g_string_append_len (self->key, line, (gssize) row);
    }
  return TRUE;
}
