/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-erase-body.h"

#include <string.h>

#include "tl-body-lines.h"
#include "tl-change-body.h"
#include "tl-change-private.h"
#include "tl-id-source.h"

static gboolean
erase_edit (TlEdit      *edit,
            TlEraseEdit  erase,
            gpointer     data)
{
  g_auto (TlValue) old_value = TL_VALUE_INIT;
  g_auto (TlValue) new_value = TL_VALUE_INIT;

  tl_value_copy (&edit->old_value, &old_value);
  tl_value_copy (&edit->new_value, &new_value);
  erase (edit, &old_value, &new_value, data);
  if (tl_value_equal (&old_value, &edit->old_value) && tl_value_equal (&new_value, &edit->new_value))
    return FALSE;
  tl_value_copy (&old_value, &edit->old_value);
  tl_value_copy (&new_value, &edit->new_value);
  return TRUE;
}

/* The line as it is to be, if that isn't as it is. */
static gboolean
rewrite_line (const TlBodyLines *lines,
              TlEraseEdit        erase,
              gpointer           data,
              GBytes           **rewritten,
              GError           **error)
{
  g_autoptr (TlChange) change = tl_change_new (TL_CHANGE_KIND_ERASE);
  g_autoptr (GByteArray) part = g_byte_array_new ();
  g_autoptr (GBytes) read = NULL, header = NULL;
  const guint8 *text = g_bytes_get_data (lines->body, NULL);
  gboolean erased = FALSE;

  if (lines->is_new_row)
    g_byte_array_append (part, text + lines->header_start, (guint) (lines->header_end - lines->header_start));
  g_byte_array_append (part, text + lines->start, (guint) (lines->end - lines->start));
  read = g_byte_array_free_to_bytes (g_steal_pointer (&part));
  if (!tl_change_body_read_part (change, read, error))
    return FALSE;
  for (guint i = 0; i < tl_change_get_n_items (change); i++)
    erased |= erase_edit (&tl_change_peek (change, i)->edit, erase, data);
  if (!erased)
    return TRUE;
  if (lines->is_new_row)
    {
      header = g_bytes_new_from_bytes (lines->body, lines->header_start, lines->header_end - lines->header_start);
      *rewritten = tl_change_body_write_new_row (change, header);
    }
  else
    {
      *rewritten = tl_change_body_write (change);
    }
  return TRUE;
}

/**
 * tl_erase_body_rewrite:
 * @body: a change's body
 * @looks: which rows are to be looked at
 * @erase: erases from an edit
 * @data: data for @looks and @erase
 * @error: return location for an error
 *
 * Erases from a body; a line stays in its place, and one that isn't looked at isn't even read.
 *
 * Returns: (transfer full) (nullable): the body as it is to be, the same one when nothing in it is to be erased
 */
GBytes *
tl_erase_body_rewrite (GBytes        *body,
                       TlEraseLooks   looks,
                       TlEraseEdit    erase,
                       gpointer       data,
                       GError       **error)
{
  g_autoptr (GByteArray) whole = NULL;
  gsize length, copied = 0;
  const char *text = g_bytes_get_data (body, &length);
  g_auto (TlBodyLines) lines;

  tl_body_lines_begin (&lines, body);
  while (tl_body_lines_next (&lines))
    {
      g_autoptr (GBytes) rewritten = NULL;

      if (lines.key->len == 0 || !looks (lines.key->str, lines.key->len, data))
        continue;
      if (!rewrite_line (&lines, erase, data, &rewritten, error))
        return NULL;
      if (rewritten == NULL)
        continue;
      if (whole == NULL)
        whole = g_byte_array_new ();
      g_byte_array_append (whole, (const guint8 *) text + copied, (guint) (lines.start - copied));
      g_byte_array_append (whole, g_bytes_get_data (rewritten, NULL), (guint) g_bytes_get_size (rewritten));
      copied = lines.end;
    }
  if (whole == NULL)
    return g_bytes_ref (body);
  g_byte_array_append (whole, (const guint8 *) text + copied, (guint) (length - copied));
  return g_byte_array_free_to_bytes (g_steal_pointer (&whole));
}

/**
 * tl_erase_body_make_salt:
 * @salt: the salt of a body before something was erased from it
 *
 * With the old salt anybody could try out what the body may have held, so it goes. The new one follows from it, so that
 * two who erase the same come to the same, but the old one doesn't follow from the new.
 *
 * Returns: (transfer full): the first 16 bytes of its SHA-256
 */
GBytes *
tl_erase_body_make_salt (GBytes *salt)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  TlDigest digest;
  gsize length = sizeof digest.bytes;

  g_checksum_update (sum, g_bytes_get_data (salt, NULL), (gssize) g_bytes_get_size (salt));
  g_checksum_get_digest (sum, digest.bytes, &length);
  return g_bytes_new (digest.bytes, TL_SALT_LENGTH);
}
