/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-id.h"

#include <nettle/sha1.h>
#include <string.h>

/**
 * tl_id_is_none:
 * @id: an id
 *
 * Returns: whether all bytes are zero, which stands for no id
 */
gboolean
tl_id_is_none (const TlId *id)
{
  static const TlId none;

  return memcmp (id, &none, sizeof none) == 0;
}

/**
 * tl_id_equal:
 * @a: (type TlId): an id
 * @b: (type TlId): another id
 *
 * A `GEqualFunc` for ids.
 *
 * Returns: whether both are the same
 */
gboolean
tl_id_equal (gconstpointer a,
             gconstpointer b)
{
  return memcmp (a, b, sizeof (TlId)) == 0;
}

/**
 * tl_id_hash:
 * @id: (type TlId): an id
 *
 * A `GHashFunc` for ids. The last bytes of a UUID are random or a digest, so they serve as the hash.
 *
 * Returns: a hash value
 */
guint
tl_id_hash (gconstpointer id)
{
  guint hash;

  memcpy (&hash, (const guint8 *) id + sizeof (TlId) - sizeof hash, sizeof hash);
  return hash;
}

/**
 * tl_id_compare:
 * @a: an id
 * @b: another id
 *
 * Returns: less than, equal to or greater than zero, by the order of the bytes
 */
int
tl_id_compare (const TlId *a,
               const TlId *b)
{
  return memcmp (a, b, sizeof *a);
}

/**
 * tl_id_to_hex:
 * @id: an id
 * @hex: (out caller-allocates): 32 lower-case hexadecimal digits and a zero
 *
 * Writes an id as plain hexadecimal, without dashes.
 */
void
tl_id_to_hex (const TlId *id,
              char        hex[TL_ID_HEX_LENGTH + 1])
{
  static const char digits[] = "0123456789abcdef";

  for (gsize i = 0; i < sizeof id->bytes; i++)
    {
      hex[2 * i] = digits[id->bytes[i] >> 4];
      hex[2 * i + 1] = digits[id->bytes[i] & 15];
    }
  hex[TL_ID_HEX_LENGTH] = '\0';
}

/**
 * tl_id_from_hex:
 * @hex: 32 hexadecimal digits
 * @id: (out): the id
 *
 * Returns: whether @hex is an id; @id is only set if so
 */
gboolean
tl_id_from_hex (const char *hex,
                TlId       *id)
{
  TlId read;

  if (strlen (hex) != TL_ID_HEX_LENGTH)
    return FALSE;

  for (gsize i = 0; i < sizeof read.bytes; i++)
    {
      int high = g_ascii_xdigit_value (hex[2 * i]);
      int low = g_ascii_xdigit_value (hex[2 * i + 1]);

      if (high < 0 || low < 0)
        return FALSE;
      read.bytes[i] = (guint8) (high << 4 | low);
    }

  *id = read;
  return TRUE;
}

/**
 * tl_id_from_bytes:
 * @space: the id within which the name is unique
 * @name: (array length=length): the name, as any bytes
 * @length: how many
 *
 * Makes the version 5 (SHA-1) UUID of a name (RFC 9562, section 5.5), so that the same name within the same space
 * gives the same id on every computer.
 *
 * Returns: the id
 */
TlId
tl_id_from_bytes (const TlId    *space,
                  gconstpointer  name,
                  gsize          length)
{
  struct sha1_ctx sum;
  guint8 digest[SHA1_DIGEST_SIZE];
  TlId id;

  sha1_init (&sum);
  sha1_update (&sum, sizeof space->bytes, space->bytes);
  sha1_update (&sum, length, name);
  sha1_digest (&sum, sizeof digest, digest);

  memcpy (id.bytes, digest, sizeof id.bytes);
  id.bytes[6] = (guint8) ((id.bytes[6] & 0x0f) | 0x50);
  id.bytes[8] = (guint8) ((id.bytes[8] & 0x3f) | 0x80);
  return id;
}

/**
 * tl_id_from_namev:
 * @space: the id within which the names are unique
 * @names: (array zero-terminated=1): the parts of the name
 *
 * As [func@Tl.id_from_bytes]. Each part is followed by a zero byte, so that ("a", "bc") differs from ("ab", "c").
 *
 * Returns: the id
 */
TlId
tl_id_from_namev (const TlId         *space,
                  const char * const *names)
{
  g_autoptr (GByteArray) name = g_byte_array_new ();

  for (gsize i = 0; names[i] != NULL; i++)
    g_byte_array_append (name, (const guint8 *) names[i], (guint) strlen (names[i]) + 1);
  return tl_id_from_bytes (space, name->data, name->len);
}

/**
 * tl_id_from_name:
 * @space: the id within which the names are unique
 * @first_name: the first part of the name
 * @...: the other parts, ended by %NULL
 *
 * As [func@Tl.id_from_namev], with the parts given one by one.
 *
 * Returns: the id
 */
TlId
tl_id_from_name (const TlId *space,
                 const char *first_name,
                 ...)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  va_list rest;

  va_start (rest, first_name);
  for (const char *name = first_name; name != NULL; name = va_arg (rest, const char *))
    g_ptr_array_add (names, (gpointer) name);
  va_end (rest);
  g_ptr_array_add (names, NULL);

  return tl_id_from_namev (space, (const char * const *) names->pdata);
}
