/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-store-private.h"

#include "tl-erase-follow.h"

typedef struct
{
  TlStoreEngine *engine;
  TlDigest head;
  gboolean held;
  GError *error;
} Hold;

/* On the writer's thread. */
static void
hold_writer (gpointer data)
{
  Hold *hold = data;

  hold->held = tl_writer_hold (hold->engine->writer, &hold->head, &hold->error);
}

/* On the reader's thread, where nobody reads meanwhile: a reader in the way would keep the writer waiting. */
static void
hold_between_readings (gpointer data)
{
  Hold *hold = data;

  tl_worker_call (hold->engine->writing, hold_writer, hold);
}

static void
release_writer (gpointer data)
{
  TlStoreEngine *engine = data;

  tl_writer_release (engine->writer);
}

/**
 * tl_store_engine_hold:
 * @self: what a store works with
 * @head: (out): the change up to which the working copy's file has everything
 * @error: return location for an error
 *
 * Brings all that was committed into the working copy's file, and from then on leaves it alone, so that it can be
 * copied while edits go on. On the saving thread. Ended by [func@Tl.store_engine_release].
 *
 * Returns: whether that worked
 */
gboolean
tl_store_engine_hold (TlStoreEngine  *self,
                      TlDigest       *head,
                      GError        **error)
{
  Hold hold = { .engine = self };

  tl_worker_call (self->reading, hold_between_readings, &hold);
  if (hold.held)
    *head = hold.head;
  else
    g_propagate_error (error, hold.error);
  return hold.held;
}

/**
 * tl_store_engine_release:
 * @self: what a store works with
 *
 * Lets the working copy's file be written again.
 */
void
tl_store_engine_release (TlStoreEngine *self)
{
  tl_worker_call (self->writing, release_writer, self);
}

typedef struct
{
  TlStoreEngine *engine;
  gboolean done;
  GError *error;
} Scrub;

static void
scrub_writer (gpointer data)
{
  Scrub *scrub = data;

  scrub->done = tl_database_scrub (tl_writer_get_database (scrub->engine->writer), &scrub->error);
}

static void
scrub_between_readings (gpointer data)
{
  Scrub *scrub = data;

  tl_worker_call (scrub->engine->writing, scrub_writer, scrub);
}

static gboolean
follow (TlStoreEngine  *self,
        GError        **error)
{
  gboolean done;
  TlDigest head;

  if (!tl_store_engine_hold (self, &head, error))
    return FALSE;
  done = tl_erase_follow (tl_working_copy_get_path (self->copy), tl_writer_get_document (self->writer), &head,
                          tl_writer_get_ids (self->writer), error);
  tl_store_engine_release (self);
  return done;
}

/**
 * tl_store_engine_scrub:
 * @self: what a store works with
 * @error: return location for an error
 *
 * Writes the working copy's file anew, so that nothing of what was erased for good is left in it or in its log, and
 * lets backups and other working copies on this computer follow. On the saving thread. If that fails it is done when
 * the working copy is next opened.
 *
 * Returns: whether that worked
 */
gboolean
tl_store_engine_scrub (TlStoreEngine  *self,
                       GError        **error)
{
  Scrub scrub = { .engine = self };

  tl_worker_call (self->reading, scrub_between_readings, &scrub);
  if (!scrub.done)
    g_propagate_error (error, scrub.error);
  if (!scrub.done || !follow (self, error))
    return FALSE;
  tl_working_copy_mark_traces (self->copy, FALSE);
  return TRUE;
}
