/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-body-press.h"

#include <gio/gio.h>
#include <nettle/sha2.h>

#include "tl-change-body.h"

/* How a change's body goes into the history: written, hashed and deflated piece by piece, so that it is never there as
 * a whole; an import of a hundred thousand rows makes 15 MB. What is longer than a piece is deflated on another thread
 * while it is hashed, and less tightly: an eighth more bytes, in half the time. */

#define PIECE ((gsize) 256 * 1024)
#define CHUNK 65536
#define TIGHT -1
#define QUICK 4
/* Pieces that wait to be deflated. */
#define MOST_WAITING 8

typedef struct
{
  struct sha256_ctx sum;
  GConverter *deflater;
  GByteArray *deflated;
  /* What is deflated on the other thread, once there is more than a piece. */
  GThread *thread;
  GAsyncQueue *waiting;
  /* Gives a token back for each piece that is done. */
  GAsyncQueue *done;
  guint n_waiting;
} Press;

static void
deflate (Press      *self,
         GBytes     *piece,
         gboolean    last)
{
  gsize length, taken = 0;
  const guint8 *data = g_bytes_get_data (piece, &length);
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  GConverterResult result = G_CONVERTER_CONVERTED;

  while (last ? result != G_CONVERTER_FINISHED : taken < length)
    {
      gsize read = 0, written = 0;
      GError *error = NULL;

      result = g_converter_convert (self->deflater, length > 0 ? data + taken : (const guint8 *) "", length - taken, chunk, CHUNK,
                                    last ? G_CONVERTER_INPUT_AT_END : G_CONVERTER_NO_FLAGS, &read, &written, &error);
      if (result == G_CONVERTER_ERROR)
        g_error ("A change can't be compressed: %s", error->message);
      taken += read;
      g_byte_array_append (self->deflated, chunk, (guint) written);
    }
}

/* An empty piece is the end. */
static gpointer
run (gpointer data)
{
  Press *self = data;
  gsize length = PIECE;

  while (length > 0)
    {
      g_autoptr (GBytes) piece = g_async_queue_pop (self->waiting);

      length = g_bytes_get_size (piece);
      deflate (self, piece, length == 0);
      g_async_queue_push (self->done, self);
    }
  return NULL;
}

static void
begin_thread (Press *self)
{
  self->waiting = g_async_queue_new_full ((GDestroyNotify) g_bytes_unref);
  self->done = g_async_queue_new ();
  self->thread = g_thread_new ("throughline-deflate", run, self);
}

static void
push (Press  *self,
      GBytes *piece)
{
  if (self->n_waiting == MOST_WAITING)
    {
      g_async_queue_pop (self->done);
      self->n_waiting--;
    }
  g_async_queue_push (self->waiting, g_bytes_ref (piece));
  self->n_waiting++;
}

static gboolean
take (GBytes  *piece,
      gboolean last,
      gpointer data)
{
  Press *self = data;
  gsize length;
  const guint8 *bytes = g_bytes_get_data (piece, &length);

  if (self->deflater == NULL)
    {
      self->deflater = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, last ? TIGHT : QUICK));
      if (!last)
        begin_thread (self);
    }
  if (self->thread != NULL)
    push (self, piece);
  else
    deflate (self, piece, TRUE);
  if (length > 0)
    sha256_update (&self->sum, length, bytes);
  return TRUE;
}

static void
end_thread (Press *self)
{
  g_autoptr (GBytes) end = g_bytes_new (NULL, 0);

  push (self, end);
  g_thread_join (self->thread);
  g_async_queue_unref (self->waiting);
  g_async_queue_unref (self->done);
}

/**
 * tl_body_press:
 * @change: a change whose edits are in order
 * @salt: its salt
 * @digest: (out): the digest of salt and body, that the change's id is made from
 *
 * Returns: (transfer full): the body of the change as the database holds it
 */
GBytes *
tl_body_press (const TlChange *change,
               GBytes         *salt,
               TlDigest       *digest)
{
  Press self = { .deflated = g_byte_array_new () };

  sha256_init (&self.sum);
  sha256_update (&self.sum, g_bytes_get_size (salt), g_bytes_get_data (salt, NULL));
  tl_change_body_write_pieces (change, PIECE, take, &self);
  if (self.thread != NULL)
    end_thread (&self);
  sha256_digest (&self.sum, sizeof digest->bytes, digest->bytes);
  g_object_unref (self.deflater);
  return g_byte_array_free_to_bytes (self.deflated);
}
