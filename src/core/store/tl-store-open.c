/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-store-private.h"

#include "tl-opening.h"
#include "tl-reader.h"

static void
close_reader (gpointer data)
{
  TlStoreEngine *engine = data;

  g_clear_pointer (&engine->ahead, tl_read_ahead_free);
  g_clear_pointer (&engine->reader, tl_database_close);
}

typedef struct
{
  TlStoreEngine *engine;
  TlDigest head;
} Closing;

/* What is in the log stays there if this fails, and is found when the working copy is next opened. */
static void
close_writer (gpointer data)
{
  Closing *closing = data;
  TlStoreEngine *engine = closing->engine;

  closing->head = *tl_writer_get_head (engine->writer);
  tl_database_checkpoint (tl_writer_get_database (engine->writer), TRUE, NULL);
  g_clear_pointer (&engine->writer, tl_writer_free);
}

/**
 * tl_store_engine_close:
 * @self: what a store works with
 *
 * Ends everything, and removes a working copy that nobody would miss. On the saving thread.
 *
 * Returns: whether the working copy is gone
 */
gboolean
tl_store_engine_close (TlStoreEngine *self)
{
  const TlWorkingCopyNote *note = tl_working_copy_get_note (self->copy);
  Closing closing = { .engine = self };
  gboolean goes;

  tl_worker_call (self->reading, close_reader, self);
  tl_worker_call (self->writing, close_writer, &closing);
  tl_working_copy_clear_opened (self->copy);
  tl_working_copy_end (self->copy);
  goes = self->unwanted
         || ((note->address == NULL || self->leave_nothing) && tl_digest_equal (&closing.head, &note->saved));
  g_clear_pointer (&self->copy, goes ? tl_working_copy_discard : tl_working_copy_free);
  return goes;
}

static void
close_engine (gpointer data)
{
  tl_store_engine_close (data);
}

/**
 * tl_store_engine_stop:
 * @self: what a store works with
 *
 * Ends the threads, and whatever has not been ended before. Whoever calls this waits.
 */
void
tl_store_engine_stop (TlStoreEngine *self)
{
  if (self->copy != NULL)
    tl_worker_call (self->saving, close_engine, self);
  g_clear_pointer (&self->saving, tl_worker_free);
  g_clear_pointer (&self->reading, tl_worker_free);
  g_clear_pointer (&self->writing, tl_worker_free);
}

typedef struct
{
  TlWorker *writing;
  TlOpening *opening;
  TlStoreOpenedFunc opened;
  gpointer opened_data;
} OpenJob;

static void
free_open_job (OpenJob *job)
{
  g_clear_pointer (&job->writing, tl_worker_free);
  g_clear_pointer (&job->opening, tl_opening_free);
  g_free (job);
}

static TlStore *
store_new (OpenJob *job)
{
  TlStore *self = g_object_new (TL_TYPE_STORE, NULL);
  TlOpening *opening = job->opening;

  self->engine.writing = g_steal_pointer (&job->writing);
  self->engine.reading = tl_worker_new ("reader");
  self->engine.saving = tl_worker_new ("saver");
  self->engine.writer = g_steal_pointer (&opening->writer);
  self->engine.ahead = g_steal_pointer (&opening->ahead);
  self->engine.copy = g_steal_pointer (&opening->copy);
  self->ids = g_object_ref (opening->ids);
  if (opening->origin == TL_STORE_ORIGIN_FILE)
    self->file = g_object_ref (opening->file);
  self->document = *tl_writer_get_document (self->engine.writer);
  self->head = *tl_writer_get_head (self->engine.writer);
  self->head_time = tl_writer_get_head_time (self->engine.writer);
  self->saved = tl_working_copy_get_note (self->engine.copy)->saved;
  self->reason = opening->reason;
  self->address = g_steal_pointer (&opening->address);
  self->recovery = opening->recovery;
  self->typed = g_steal_pointer (&opening->typed);
  self->on_network = opening->on_network;
  self->read_only = opening->reason != TL_READ_ONLY_REASON_NONE;
  return self;
}

/* Whoever wants to go on at once does so here: the main thread may be busy making a window. */
static void
open_job (GTask        *task,
          gpointer      source,
          gpointer      data,
          GCancellable *cancellable)
{
  OpenJob *job = data;
  GError *error = NULL;
  TlStore *store;

  if (!tl_opening_run (job->opening, cancellable, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  store = store_new (job);
  if (job->opened != NULL)
    job->opened (store, tl_reader_load_outline (tl_writer_get_database (store->engine.writer), cancellable, NULL),
                 job->opened_data);
  g_task_return_pointer (task, store, g_object_unref);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  TlStore *store = g_task_propagate_pointer (G_TASK (result), &error);

  if (store != NULL)
    g_task_return_pointer (task, store, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * tl_store_open_async:
 * @origin: what to open
 * @file: (nullable): the document's file; %NULL for a new document
 * @ids: where ids, salts and times come from
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is open, or can't be opened
 * @user_data: data for @callback
 *
 * Opens a document. One that was being worked on when its program ended goes on where it was.
 */
void
tl_store_open_async (TlStoreOrigin        origin,
                     GFile               *file,
                     TlIdSource          *ids,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  tl_store_open_outline_async (origin, file, ids, NULL, NULL, cancellable, callback, user_data);
}

/**
 * tl_store_open_outline_async:
 * @origin: what to open
 * @file: (nullable): the document's file; %NULL for a new document
 * @ids: where ids, salts and times come from
 * @opened: (nullable): called on the writer's thread as soon as it is open
 * @opened_data: data for @opened
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is open, or can't be opened
 * @user_data: data for @callback
 *
 * Does the same, and reads the outline of its risks at once, without waiting for the main thread in between. Finish with
 * [func@Tl.Store.open_finish].
 */
void
tl_store_open_outline_async (TlStoreOrigin        origin,
                             GFile               *file,
                             TlIdSource          *ids,
                             TlStoreOpenedFunc    opened,
                             gpointer             opened_data,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  GTask *inner = g_task_new (NULL, cancellable, opened_cb, task);
  OpenJob *job = g_new0 (OpenJob, 1);

  g_return_if_fail ((origin == TL_STORE_ORIGIN_NEW) == (file == NULL));

  job->writing = tl_worker_new ("writer");
  job->opening = tl_opening_new (origin, file, ids);
  job->opened = opened;
  job->opened_data = opened_data;
  g_task_set_source_tag (task, tl_store_open_async);
  g_task_set_task_data (task, job, (GDestroyNotify) free_open_job);
  /* Once it is open, it is: what was made must not get lost. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_check_cancellable (inner, FALSE);
  g_task_set_task_data (inner, job, NULL);
  tl_worker_push (job->writing, inner, open_job);
}

/**
 * tl_store_read_detail:
 * @self: a store that has just been opened
 * @risk: id of a risk, or of one of its measures
 * @cancellable: (nullable): a cancellable
 *
 * Reads one risk with all that is recorded of it, by [func@Tl.reader_load_detail]. Only a #TlStoreOpenedFunc may ask, which
 * is on the writer's thread.
 *
 * Returns: (transfer full) (nullable): these facts; %NULL when there is no such risk, or it can't be read
 */
TlSnapshot *
tl_store_read_detail (TlStore      *self,
                      const TlId   *risk,
                      GCancellable *cancellable)
{
  return tl_reader_load_detail (tl_writer_get_database (self->engine.writer), risk, cancellable, NULL);
}

/**
 * tl_store_open_finish:
 * @result: what the callback was given
 * @error: return location for a #TlStoreError
 *
 * Returns: (transfer full) (nullable): the open document
 */
TlStore *
tl_store_open_finish (GAsyncResult  *result,
                      GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
close_job (GTask        *task,
           gpointer      source,
           gpointer      data,
           GCancellable *cancellable)
{
  close_engine (data);
  g_task_return_boolean (task, TRUE);
}

static void
closed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TlStore *self = g_task_get_source_object (task);

  tl_store_engine_stop (&self->engine);
  g_task_return_boolean (task, TRUE);
}

/**
 * tl_store_close_async:
 * @self: a store
 * @callback: called when it is closed
 * @user_data: data for @callback
 *
 * Ends the work on a document, when all that was asked of it is done. Unsaved changes stay in the working copy. Nothing
 * can be asked of a closed store.
 */
void
tl_store_close_async (TlStore             *self,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  GTask *task, *inner;

  g_return_if_fail (TL_IS_STORE (self) && !self->closed);

  self->closed = TRUE;
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, tl_store_close_async);
  inner = g_task_new (NULL, NULL, closed_cb, task);
  g_task_set_task_data (inner, &self->engine, NULL);
  tl_worker_push (self->engine.saving, inner, close_job);
}

/**
 * tl_store_discard_async:
 * @self: a store whose document has no file
 * @callback: called when it is closed
 * @user_data: data for @callback
 *
 * Ends the work on a document, and removes its working copy with all that was changed. Finish with
 * [method@Tl.Store.close_finish].
 */
void
tl_store_discard_async (TlStore             *self,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_return_if_fail (TL_IS_STORE (self) && self->file == NULL);

  self->engine.unwanted = TRUE;
  tl_store_close_async (self, callback, user_data);
}

/**
 * tl_store_close_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #TlStoreError
 *
 * Returns: whether it is closed
 */
gboolean
tl_store_close_finish (TlStore       *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
