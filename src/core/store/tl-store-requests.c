/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-store-private.h"

#include <glib/gi18n-lib.h>

#include "tl-reader.h"

typedef struct
{
  TlStoreEngine *engine;
  TlChange *change;
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

  if (!g_cancellable_set_error_if_cancelled (cancellable, &error)
      && tl_writer_apply (job->engine->writer, job->change, &error))
    g_task_return_pointer (task, tl_change_ref (job->change), (GDestroyNotify) tl_change_unref);
  else
    g_task_return_error (task, error);
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
 * @cancellable: (nullable): a cancellable, for as long as it hasn't begun
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

static void
load_job (GTask        *task,
          gpointer      source,
          gpointer      data,
          GCancellable *cancellable)
{
  TlStoreEngine *engine = data;
  TlSnapshot *snapshot = NULL;
  GError *error = NULL;

  if (engine->reader == NULL)
    engine->reader = tl_database_open (tl_working_copy_get_path (engine->copy), TL_DATABASE_READ, &error);
  if (engine->reader != NULL)
    snapshot = tl_reader_load (engine->reader, cancellable, &error);
  if (snapshot != NULL)
    g_task_return_pointer (task, snapshot, (GDestroyNotify) tl_snapshot_unref);
  else
    g_task_return_error (task, error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  TlSnapshot *snapshot = g_task_propagate_pointer (G_TASK (result), &error);

  if (snapshot != NULL)
    g_task_return_pointer (task, snapshot, (GDestroyNotify) tl_snapshot_unref);
  else
    g_task_return_error (task, error);
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
  GTask *task, *inner;

  g_return_if_fail (TL_IS_STORE (self) && !self->closed);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tl_store_load_async);
  inner = g_task_new (NULL, cancellable, loaded_cb, task);
  g_task_set_task_data (inner, &self->engine, NULL);
  tl_worker_push (self->engine.reading, inner, load_job);
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
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
