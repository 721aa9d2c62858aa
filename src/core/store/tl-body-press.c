/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-body-press.h"

#include <gio/gio.h>
#include <nettle/sha2.h>

#include "tl-change-body.h"

/* How a change's body goes into the history: written, hashed and deflated piece by piece, so that it is never there as
 * a whole; an import of a hundred thousand rows makes 15 MB. What is longer than a piece is deflated on another thread
 * while it is hashed, and less tightly: a fifth more bytes, in a third of the time. */

#define PIECE ((gsize) 256 * 1024)
#define CHUNK 65536
#define TIGHT -1
#define QUICK 1
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
  const int *stopped;
} Press;

struct _TlBodyPress
{
  const TlChange *change;
  GBytes *salt;
  GThread *thread;
  int stopped;
  TlDigest digest;
};

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
  return self->stopped == NULL || !g_atomic_int_get (self->stopped);
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

static GBytes *
press (const TlChange *change,
       GBytes         *salt,
       const int      *stopped,
       TlDigest       *digest)
{
  Press self = { .deflated = g_byte_array_new (), .stopped = stopped };

  sha256_init (&self.sum);
  sha256_update (&self.sum, g_bytes_get_size (salt), g_bytes_get_data (salt, NULL));
  tl_change_body_write_pieces (change, PIECE, take, &self);
  if (self.thread != NULL)
    end_thread (&self);
  sha256_digest (&self.sum, sizeof digest->bytes, digest->bytes);
  g_object_unref (self.deflater);
  return g_byte_array_free_to_bytes (self.deflated);
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
  return press (change, salt, NULL, digest);
}

static gpointer
press_aside (gpointer data)
{
  TlBodyPress *self = data;

  return press (self->change, self->salt, &self->stopped, &self->digest);
}

/**
 * tl_body_press_begin:
 * @change: a change whose edits are in order and stay as they are
 * @salt: its salt
 *
 * As [func@Tl.body_press], on another thread.
 *
 * Returns: (transfer full): what is to be ended by [func@Tl.body_press_end], or stopped by [func@Tl.body_press_stop]
 */
TlBodyPress *
tl_body_press_begin (const TlChange *change,
                     GBytes         *salt)
{
  TlBodyPress *self = g_new0 (TlBodyPress, 1);

  self->change = change;
  self->salt = g_bytes_ref (salt);
  self->thread = g_thread_new ("throughline-press", press_aside, self);
  return self;
}

/**
 * tl_body_press_end:
 * @self: (transfer full): what was begun
 * @salt: (out) (transfer full): the salt
 * @digest: (out): the digest of salt and body
 *
 * Waits until it is done.
 *
 * Returns: (transfer full): the body of the change as the database holds it
 */
GBytes *
tl_body_press_end (TlBodyPress  *self,
                   GBytes      **salt,
                   TlDigest     *digest)
{
  GBytes *pressed = g_thread_join (self->thread);

  *salt = g_steal_pointer (&self->salt);
  *digest = self->digest;
  g_free (self);
  return pressed;
}

/**
 * tl_body_press_stop:
 * @self: (transfer full): what was begun
 *
 * Gives it up.
 */
void
tl_body_press_stop (TlBodyPress *self)
{
  g_autoptr (GBytes) salt = NULL, pressed = NULL;
  TlDigest digest;

  g_atomic_int_set (&self->stopped, TRUE);
  pressed = tl_body_press_end (self, &salt, &digest);
}
