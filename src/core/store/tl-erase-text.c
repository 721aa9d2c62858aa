/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-erase-text.h"

#include <string.h>

static gboolean
is_content (const TlSchemaColumn *column)
{
  return g_strcmp0 (column->target, TL_SCHEMA_BLOB) == 0;
}

/**
 * tl_erase_text_get_content:
 *
 * Returns: (transfer none): SHA-256 of %TL_ERASED_TEXT, which is what is left of the content of an attached file
 */
const TlDigest *
tl_erase_text_get_content (void)
{
  static TlDigest content;
  static gsize made;

  if (g_once_init_enter (&made))
    {
      g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
      gsize length = sizeof content.bytes;

      g_checksum_update (sum, (const guchar *) TL_ERASED_TEXT, strlen (TL_ERASED_TEXT));
      g_checksum_get_digest (sum, content.bytes, &length);
      g_once_init_leave (&made, 1);
    }
  return &content;
}

static gboolean
is_erased_content (const TlValue *value)
{
  return value->type == TL_VALUE_BYTES && g_bytes_get_size (value->bytes) == sizeof (TlDigest)
         && tl_digest_equal (g_bytes_get_data (value->bytes, NULL), tl_erase_text_get_content ());
}

/**
 * tl_erase_text_is_possible:
 * @table: a table
 * @column: index of one of its columns
 *
 * Returns: whether the column holds what somebody typed, or the content of a file; refs, days, words of fixed lists,
 *   numbers and other links name nobody
 */
gboolean
tl_erase_text_is_possible (const TlSchemaTable *table,
                           guint                column)
{
  const TlSchemaColumn *self = &table->columns[column];

  if (is_content (self))
    return TRUE;
  return (self->type == TL_FIELD_TEXT || self->type == TL_FIELD_TEXTS) && strcmp (self->name, "ref") != 0
         && strcmp (self->name, "media_type") != 0
         && (strcmp (table->name, TL_SETTING_TABLE) != 0 || strcmp (self->name, TL_SETTING_VALUE) == 0);
}

/**
 * tl_erase_text_empty:
 * @column: a column
 * @value: (inout): a text of it, or what names a file's content
 *
 * Leaves nothing of it, or, where there has to be something, what says that there was.
 */
void
tl_erase_text_empty (const TlSchemaColumn *column,
                     TlValue              *value)
{
  if (is_content (column))
    tl_value_set_bytes (value, tl_erase_text_get_content (), sizeof (TlDigest));
  else
    tl_value_set_text (value, column->required ? TL_ERASED_TEXT : NULL);
}

/**
 * tl_erase_text_is_erased:
 * @value: a value of a field from which something was erased
 *
 * Returns: whether nothing is left of it
 */
gboolean
tl_erase_text_is_erased (const TlValue *value)
{
  return value->type == TL_VALUE_NULL || is_erased_content (value) || (value->type == TL_VALUE_TEXT && strcmp (value->text, TL_ERASED_TEXT) == 0);
}

static gsize
match (const char *text,
       const char *part)
{
  const char *start = text;

  while (*part != '\0')
    {
      if (*text == '\0'
          || g_unichar_tolower (g_utf8_get_char (text)) != g_unichar_tolower (g_utf8_get_char (part)))
        return 0;
      text = g_utf8_next_char (text);
      part = g_utf8_next_char (part);
    }
  return (gsize) (text - start);
}

/* "Ann" isn't named by "annual". */
static gboolean
is_inside_word (const char *text,
                const char *start,
                gsize       length)
{
  const char *before = start > text ? g_utf8_prev_char (start) : NULL;
  const char *last = g_utf8_prev_char (start + length);

  return (before != NULL && g_unichar_isalnum (g_utf8_get_char (before)) && g_unichar_isalnum (g_utf8_get_char (start)))
         || (g_unichar_isalnum (g_utf8_get_char (start + length)) && g_unichar_isalnum (g_utf8_get_char (last)));
}

static const char *
find (const char *text,
      const char *from,
      const char *part,
      gsize      *length)
{
  for (const char *at = from; *part != '\0' && *at != '\0'; at = g_utf8_next_char (at))
    {
      *length = match (at, part);
      if (*length > 0 && !is_inside_word (text, at, *length))
        return at;
    }
  return NULL;
}

/**
 * tl_erase_text_contains:
 * @text: a text
 * @part: a name
 *
 * Returns: whether the name is in it as a whole, in whatever case
 */
gboolean
tl_erase_text_contains (const char *text,
                        const char *part)
{
  gsize length;

  return find (text, text, part, &length) != NULL;
}

/**
 * tl_erase_text_cut:
 * @text: a text
 * @part: a name
 *
 * Returns: (transfer full) (nullable): the text with %TL_ERASED_TEXT wherever the name was, %NULL when it isn't in it
 */
char *
tl_erase_text_cut (const char *text,
                   const char *part)
{
  g_autoptr (GString) rest = g_string_new (NULL);
  const char *from = text, *at;
  gsize length;

  while ((at = find (text, from, part, &length)) != NULL)
    {
      g_string_append_len (rest, from, at - from);
      g_string_append (rest, TL_ERASED_TEXT);
      from = at + length;
    }
  if (from == text)
    return NULL;
  g_string_append (rest, from);
  return g_string_free_and_steal (g_steal_pointer (&rest));
}

/**
 * tl_erase_text_is_rest:
 * @column: the column that has them
 * @before: a text as it was
 * @after: what another copy says that erasing left of it
 *
 * Returns: whether @after can have come from @before by erasing, and so says nothing that @before didn't
 */
gboolean
tl_erase_text_is_rest (const TlSchemaColumn *column,
                       const TlValue        *before,
                       const TlValue        *after)
{
  g_auto (GStrv) parts = NULL;
  const char *at;

  if (tl_value_equal (before, after))
    return TRUE;
  if (is_content (column))
    return before->type == TL_VALUE_BYTES && is_erased_content (after);
  if (before->type != TL_VALUE_TEXT)
    return FALSE;
  if (after->type == TL_VALUE_NULL)
    return !column->required;
  if (after->type != TL_VALUE_TEXT)
    return FALSE;

  parts = g_strsplit (after->text, TL_ERASED_TEXT, -1);
  if (parts[0] == NULL || parts[1] == NULL || !g_str_has_prefix (before->text, parts[0]))
    return FALSE;
  at = before->text + strlen (parts[0]);
  for (char **part = parts + 1; *part != NULL; part++)
    {
      if (part[1] == NULL)
        return strlen (at) >= strlen (*part) && g_str_has_suffix (at, *part);
      at = strstr (at, *part);
      if (at == NULL)
        return FALSE;
      at += strlen (*part);
    }
  return FALSE;
}
