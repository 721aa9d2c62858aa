/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-xlsx-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-sheet.h"

/* In bytes; a cell's characters are counted when it is kept. */
#define LONGEST (4 * TL_SHEET_MAX_CHARACTERS)
#define ESCAPE_LENGTH 7

/**
 * tl_xlsx_text_begin:
 * @self: a text
 *
 * Begins anew, with an empty text.
 */
void
tl_xlsx_text_begin (TlXlsxText *self)
{
  if (self->text == NULL)
    self->text = g_string_new (NULL);
  g_string_truncate (self->text, 0);
  self->within = FALSE;
  self->aside = FALSE;
}

/**
 * tl_xlsx_text_start:
 * @self: a text
 * @name: the element that starts
 *
 * Takes note of an element's start.
 */
void
tl_xlsx_text_start (TlXlsxText *self,
                    const char *name)
{
  if (g_str_equal (name, "rPh"))
    self->aside = TRUE;
  else if (g_str_equal (name, "t"))
    self->within = !self->aside;
}

/**
 * tl_xlsx_text_end:
 * @self: a text
 * @name: the element that ends
 *
 * Takes note of an element's end.
 */
void
tl_xlsx_text_end (TlXlsxText *self,
                  const char *name)
{
  if (g_str_equal (name, "rPh"))
    self->aside = FALSE;
  else if (g_str_equal (name, "t"))
    self->within = FALSE;
}

/**
 * tl_xlsx_text_append:
 * @self: a text
 * @text: what stands there
 * @length: its length in bytes
 * @error: why it can't be read
 *
 * Adds what belongs to the text.
 *
 * Returns: whether there was room for it
 */
gboolean
tl_xlsx_text_append (TlXlsxText  *self,
                     const char  *text,
                     gsize        length,
                     GError     **error)
{
  if (!self->within)
    return TRUE;
  if (self->text->len + length > LONGEST)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _("the text is longer than the %d characters that a cell can hold"), TL_SHEET_MAX_CHARACTERS);
      return FALSE;
    }
  g_string_append_len (self->text, text, (gssize) length);
  return TRUE;
}

/* As in _x000D_, which is how a spreadsheet writes what XML can't, and an underscore that would look like it. */
static gboolean
read_escape (const char *text,
             gunichar   *character)
{
  *character = 0;
  if (strncmp (text, "_x", 2) != 0)
    return FALSE;
  for (guint i = 2; i < ESCAPE_LENGTH - 1; i++)
    {
      if (!g_ascii_isxdigit (text[i]))
        return FALSE;
      *character = *character * 16 + (gunichar) g_ascii_xdigit_value (text[i]);
    }
  return text[ESCAPE_LENGTH - 1] == '_' && *character != 0 && g_unichar_validate (*character);
}

/**
 * tl_xlsx_text_finish:
 * @self: a text that is whole
 *
 * Puts back the characters that a spreadsheet writes in a way of its own.
 */
void
tl_xlsx_text_finish (TlXlsxText *self)
{
  const char *at = strstr (self->text->str, "_x");
  g_autoptr (GString) plain = NULL;

  if (at == NULL)
    return;
  plain = g_string_new_len (self->text->str, at - self->text->str);
  while (*at != '\0')
    {
      gunichar character;

      if (read_escape (at, &character))
        {
          /* Lines of a cell end as everywhere else. */
          if (character != '\r')
            g_string_append_unichar (plain, character);
          at += ESCAPE_LENGTH;
        }
      else
        g_string_append_c (plain, *at++);
    }
  g_string_assign (self->text, plain->str);
}

/**
 * tl_xlsx_text_escape:
 * @text: what a cell is to show
 *
 * Returns: (transfer full) (nullable): it as a spreadsheet must write it, %NULL if that is just the same
 */
char *
tl_xlsx_text_escape (const char *text)
{
  g_autoptr (GString) escaped = NULL;
  gunichar character;

  for (const char *at = strstr (text, "_x"); at != NULL; at = strstr (at + 1, "_x"))
    {
      if (!read_escape (at, &character))
        continue;
      if (escaped == NULL)
        escaped = g_string_new (NULL);
      g_string_append_len (escaped, text, at - text);
      g_string_append (escaped, "_x005F");
      text = at;
    }
  if (escaped == NULL)
    return NULL;
  g_string_append (escaped, text);
  return g_string_free_and_steal (g_steal_pointer (&escaped));
}
