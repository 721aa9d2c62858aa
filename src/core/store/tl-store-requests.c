/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-store-private.h"

#include <glib/gi18n-lib.h>

#include "tl-change-private.h"
#include "tl-reader.h"
#include "tl-store-question.h"

typedef struct
{
  TlStoreEngine *engine;
  TlChange *change;
  /* Whether somebody will look at all of its edits, on the main thread. */
  gboolean watched;
} ApplyJob;

static void
free_apply_job (ApplyJob *job)
{
  tl_change_unref (job->change);
  g_free (job);
}

static void
apply_job (GTask        *task,
           gpointer      source,
           gpointer      data,
           GCancellable *cancellable)
{
  ApplyJob *job = data;
  GError *error = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, &error)
      || !tl_writer_apply (job->engine->writer, job->change, cancellable, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (job->watched)
    tl_change_unpack (job->change);
  g_task_return_pointer (task, tl_change_ref (job->change), (GDestroyNotify) tl_change_unref);
}

static void
applied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TlStore *self = g_task_get_source_object (task);
  GError *error = NULL;
  TlChange *change = g_task_propagate_pointer (G_TASK (result), &error);

  if (change == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (tl_change_is_sealed (change))
    {
      tl_store_set_applied (self, change);
    }
  g_task_return_pointer (task, change, (GDestroyNotify) tl_change_unref);
}

/**
 * tl_store_apply_async:
 * @self: a store
 * @change: a change that isn't sealed; it is the store's until the answer comes
 * @cancellable: (nullable): to stop it as long as it isn't durable; then nothing has happened. A #TlProgress is told how
 *   far it is
 * @callback: called when it is durable, or refused
 * @user_data: data for @callback
 *
 * Makes a change.
 */
void
tl_store_apply_async (TlStore             *self,
                      TlChange            *change,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  GTask *task, *inner;
  ApplyJob *job;

  g_return_if_fail (TL_IS_STORE (self) && !self->closed);
  g_return_if_fail (!tl_change_is_sealed (change));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tl_store_apply_async);
  /* What is durable has been done, even if nobody wants it any more. */
  g_task_set_check_cancellable (task, FALSE);
  if (self->read_only)
    {
      g_task_return_error (task, tl_store_make_read_only_error (self));
      g_object_unref (task);
      return;
    }

  inner = g_task_new (NULL, cancellable, applied_cb, task);
  g_task_set_check_cancellable (inner, FALSE);
  job = g_new0 (ApplyJob, 1);
  job->engine = &self->engine;
  job->change = tl_change_ref (change);
  job->watched = g_signal_has_handler_pending (self, g_signal_lookup ("applied", TL_TYPE_STORE), 0, FALSE);
  g_task_set_task_data (inner, job, (GDestroyNotify) free_apply_job);
  tl_worker_push (self->engine.writing, inner, apply_job);
}

/**
 * tl_store_apply_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #TlStoreError
 *
 * Returns: (transfer full) (nullable): the change, sealed; one that changes nothing isn't sealed, and nothing was kept
 */
TlChange *
tl_store_apply_finish (TlStore       *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
answer_load (TlStoreQuestion  *self,
             TlDatabase       *database,
             GCancellable     *cancellable,
             GError          **error)
{
  TlReadAhead *ahead = g_steal_pointer (&self->engine->ahead);
  TlSnapshot *snapshot = ahead != NULL ? tl_read_ahead_take (ahead, database, cancellable) : NULL;

  return snapshot != NULL ? snapshot : tl_reader_load (database, cancellable, error);
}

/**
 * tl_store_load_async:
 * @self: a store
 * @cancellable: (nullable): a cancellable
 * @callback: called when all has been read
 * @user_data: data for @callback
 *
 * Reads all facts, as they are after every change whose answer has come.
 */
void
tl_store_load_async (TlStore             *self,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  TlStoreQuestion *question;

  g_return_if_fail (TL_IS_STORE (self) && !self->closed);

  question = g_new0 (TlStoreQuestion, 1);
  question->answer = answer_load;
  question->begins_itself = TRUE;
  question->free_answer = (GDestroyNotify) tl_snapshot_unref;
  tl_store_ask (self, question, tl_store_load_async, cancellable, callback, user_data);
}

/**
 * tl_store_load_with:
 * @self: a store
 * @loaded: called on the reader's thread with all facts, or with why they couldn't be read
 * @loaded_data: data for @loaded
 * @cancellable: (nullable): a cancellable
 *
 * Does the same for who goes on with the facts away from the main thread, which may be busy. Any thread may ask.
 */
void
tl_store_load_with (TlStore           *self,
                    TlStoreLoadedFunc  loaded,
                    gpointer           loaded_data,
                    GCancellable      *cancellable)
{
  TlStoreQuestion *question = g_new0 (TlStoreQuestion, 1);

  question->answer = answer_load;
  question->begins_itself = TRUE;
  question->loaded = loaded;
  question->loaded_data = loaded_data;
  tl_store_tell (self, question, cancellable);
}

/**
 * tl_store_load_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #TlStoreError
 *
 * Returns: (transfer full) (nullable): all facts at one moment
 */
TlSnapshot *
tl_store_load_finish (TlStore       *self,
                      GAsyncResult  *result,
                      GError       **error)
{
  return tl_store_ask_finish (self, result, error);
}
