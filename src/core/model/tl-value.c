/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-value.h"

#include <string.h>

/**
 * tl_value_clear:
 * @self: a value
 *
 * Makes a value null and frees what it held.
 */
void
tl_value_clear (TlValue *self)
{
  if (self->type == TL_VALUE_TEXT)
    g_free (self->text);
  else if (self->type == TL_VALUE_BYTES)
    g_bytes_unref (self->bytes);
  memset (self, 0, sizeof *self);
}

/**
 * tl_value_set_integer:
 * @self: a value
 * @integer: a whole number
 *
 * Makes a value hold a whole number.
 */
void
tl_value_set_integer (TlValue *self,
                      gint64   integer)
{
  tl_value_clear (self);
  self->type = TL_VALUE_INTEGER;
  self->integer = integer;
}

/**
 * tl_value_set_real:
 * @self: a value
 * @real: a finite number
 *
 * Makes a value hold a number.
 */
void
tl_value_set_real (TlValue *self,
                   double   real)
{
  tl_value_clear (self);
  self->type = TL_VALUE_REAL;
  self->real = real;
}

/**
 * tl_value_set_text:
 * @self: a value
 * @text: (nullable): UTF-8 text, %NULL for null
 *
 * Makes a value hold a copy of a text.
 */
void
tl_value_set_text (TlValue    *self,
                   const char *text)
{
  tl_value_take_text (self, g_strdup (text));
}

/**
 * tl_value_take_text:
 * @self: a value
 * @text: (transfer full) (nullable): UTF-8 text, %NULL for null
 *
 * Makes a value hold a text.
 */
void
tl_value_take_text (TlValue *self,
                    char    *text)
{
  tl_value_clear (self);
  if (text == NULL)
    return;
  self->type = TL_VALUE_TEXT;
  self->text = text;
}

/**
 * tl_value_set_bytes:
 * @self: a value
 * @data: (array length=length): the bytes
 * @length: how many
 *
 * Makes a value hold a copy of some bytes.
 */
void
tl_value_set_bytes (TlValue       *self,
                    gconstpointer  data,
                    gsize          length)
{
  tl_value_clear (self);
  self->type = TL_VALUE_BYTES;
  self->bytes = g_bytes_new (data, length);
}

/**
 * tl_value_set_id:
 * @self: a value
 * @id: (nullable): an id, %NULL or none for null
 *
 * Makes a value hold an id.
 */
void
tl_value_set_id (TlValue    *self,
                 const TlId *id)
{
  if (id == NULL || tl_id_is_none (id))
    tl_value_clear (self);
  else
    tl_value_set_bytes (self, id->bytes, sizeof id->bytes);
}

/**
 * tl_value_copy:
 * @self: a value
 * @copy: (out caller-allocates): an initialised value, which becomes equal
 *
 * Copies a value.
 */
void
tl_value_copy (const TlValue *self,
               TlValue       *copy)
{
  TlValue made = *self;

  if (self->type == TL_VALUE_TEXT)
    made.text = g_strdup (self->text);
  else if (self->type == TL_VALUE_BYTES)
    made.bytes = g_bytes_ref (self->bytes);
  tl_value_clear (copy);
  *copy = made;
}

/**
 * tl_value_equal:
 * @a: a value
 * @b: another value
 *
 * Returns: whether both have the same type and the same content
 */
gboolean
tl_value_equal (const TlValue *a,
                const TlValue *b)
{
  if (a->type != b->type)
    return FALSE;
  switch (a->type)
    {
    case TL_VALUE_INTEGER:
      return a->integer == b->integer;
    case TL_VALUE_REAL:
      return a->real == b->real;
    case TL_VALUE_TEXT:
      return strcmp (a->text, b->text) == 0;
    case TL_VALUE_BYTES:
      return g_bytes_equal (a->bytes, b->bytes);
    case TL_VALUE_NULL:
    default:
      return TRUE;
    }
}

/**
 * tl_value_get_id:
 * @self: a value
 * @id: (out): the id
 *
 * Returns: whether the value is an id; @id is only set if so
 */
gboolean
tl_value_get_id (const TlValue *self,
                 TlId          *id)
{
  if (self->type != TL_VALUE_BYTES || g_bytes_get_size (self->bytes) != sizeof id->bytes)
    return FALSE;
  memcpy (id->bytes, g_bytes_get_data (self->bytes, NULL), sizeof id->bytes);
  return TRUE;
}
