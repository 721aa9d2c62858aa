/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-read-ahead.h"

#include "tl-reader.h"

struct _TlReadAhead
{
  GThread *thread;
  GCancellable *cancellable;
  char *path;
};

/* Why it couldn't be read is said by whoever reads it again. */
static gpointer
read_thread (gpointer data)
{
  TlReadAhead *self = data;
  g_autoptr (TlDatabase) database = tl_database_open (self->path, TL_DATABASE_LOOK, NULL);

  return database != NULL ? tl_reader_load (database, self->cancellable, NULL) : NULL;
}

/**
 * tl_read_ahead_new:
 * @path: path of a database whose tables are a workbook's and whose pages fit together
 *
 * Begins to read it, as it lies. Whoever writes it meanwhile makes a change of it, so that what was read doesn't count.
 *
 * Returns: (transfer full) (nullable): what is read, %NULL when there is no thread for it
 */
TlReadAhead *
tl_read_ahead_new (const char *path)
{
  g_autoptr (TlReadAhead) self = g_new0 (TlReadAhead, 1);

  self->cancellable = g_cancellable_new ();
  self->path = g_strdup (path);
  self->thread = g_thread_try_new ("ahead", read_thread, self, NULL);
  return self->thread != NULL ? g_steal_pointer (&self) : NULL;
}

static TlSnapshot *
wait_for (TlReadAhead *self)
{
  return self->thread != NULL ? g_thread_join (g_steal_pointer (&self->thread)) : NULL;
}

/**
 * tl_read_ahead_free:
 * @self: (transfer full): what is read
 *
 * Ends reading, and lets go of what was read.
 */
void
tl_read_ahead_free (TlReadAhead *self)
{
  TlSnapshot *snapshot;

  g_cancellable_cancel (self->cancellable);
  snapshot = wait_for (self);
  g_clear_pointer (&snapshot, tl_snapshot_unref);
  g_object_unref (self->cancellable);
  g_free (self->path);
  g_free (self);
}

static void
cancelled_cb (GCancellable *cancellable,
              GCancellable *own)
{
  g_cancellable_cancel (own);
}

/**
 * tl_read_ahead_take:
 * @self: (transfer full): what is read of a database that has been checked
 * @database: a connection to that database
 * @cancellable: (nullable): a cancellable
 *
 * Waits until all is read.
 *
 * Returns: (transfer full) (nullable): all facts, %NULL when they aren't those of @database as it is now, or couldn't be
 *   read
 */
TlSnapshot *
tl_read_ahead_take (TlReadAhead  *self,
                    TlDatabase   *database,
                    GCancellable *cancellable)
{
  gulong handler = 0;
  TlSnapshot *snapshot;
  TlDigest head;
  gint64 time;

  if (cancellable != NULL)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), g_object_ref (self->cancellable),
                                     g_object_unref);
  snapshot = wait_for (self);
  g_cancellable_disconnect (cancellable, handler);
  tl_read_ahead_free (self);

  if (snapshot != NULL && (!tl_database_read_head (database, &head, &time, NULL)
                           || !tl_digest_equal (tl_snapshot_get_head (snapshot), &head)))
    g_clear_pointer (&snapshot, tl_snapshot_unref);
  return snapshot;
}
