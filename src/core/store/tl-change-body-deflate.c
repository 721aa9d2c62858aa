/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-change-body.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <nettle/sha2.h>

#include "tl-store-error.h"

/* A million readings make 150 MB. */
#define LONGEST_BODY ((gsize) 1 << 30)
#define CHUNK 65536

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

  /* Nothing at all has no beginning either. */
  while (length > 0 && result != G_CONVERTER_FINISHED)
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
