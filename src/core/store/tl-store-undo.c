/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-store-history.h"

#include <glib/gi18n-lib.h>

#include "tl-store-private.h"
#include "tl-undo.h"

/* Taking back changes: found, checked and done in one go by the writer's thread, so that nothing comes between. */

typedef enum
{
  TAKE_BACK_LATEST,
  TAKE_BACK_UNDO,
  TAKE_BACK_GIVEN,
} TakeBack;

typedef struct
{
  TlStoreEngine *engine;
  TlId actor;
  TakeBack what;
  TlDigest target;
} TakeBackJob;

static gboolean
find_target (TakeBackJob  *job,
             GError      **error)
{
  TlUndoFound found;

  if (job->what == TAKE_BACK_GIVEN)
    return TRUE;
  if (!tl_undo_find (tl_writer_get_database (job->engine->writer), &job->actor, &found, error))
    return FALSE;
  if (job->what == TAKE_BACK_LATEST ? found.can_undo : found.can_redo)
    {
      job->target = job->what == TAKE_BACK_LATEST ? found.undo : found.redo;
      return TRUE;
    }
  g_set_error_literal (error, TL_STORE_ERROR, TL_STORE_ERROR_INVALID,
                       job->what == TAKE_BACK_LATEST ? _("There is nothing of yours to undo.")
                                                     : _("There is nothing of yours to redo."));
  return FALSE;
}

static void
take_back_job (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  TakeBackJob *job = data;
  GError *error = NULL;
  TlChange *change = NULL;

  if (!g_cancellable_set_error_if_cancelled (cancellable, &error) && find_target (job, &error))
    change = tl_undo_make (tl_writer_get_database (job->engine->writer), &job->target, &error);
  if (change != NULL && !tl_writer_apply (job->engine->writer, change, &error))
    g_clear_pointer (&change, tl_change_unref);
  if (change != NULL)
    g_task_return_pointer (task, change, (GDestroyNotify) tl_change_unref);
  else
    g_task_return_error (task, error);
}

static void
taken_back_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  TlChange *change = g_task_propagate_pointer (G_TASK (result), &error);

  if (change == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (tl_change_is_sealed (change))
    tl_store_set_applied (g_task_get_source_object (task), change);
  g_task_return_pointer (task, change, (GDestroyNotify) tl_change_unref);
}

static void
take_back (TlStore             *self,
           TakeBack             what,
           const TlDigest      *target,
           GCancellable        *cancellable,
           GAsyncReadyCallback  callback,
           gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data), *inner;
  TakeBackJob *job;

  g_task_set_source_tag (task, tl_store_take_back_async);
  /* What is durable has been done, even if nobody wants it any more. */
  g_task_set_check_cancellable (task, FALSE);
  if (self->read_only)
    {
      g_autofree char *name = g_file_get_parse_name (self->file);

      g_task_return_new_error (task, TL_STORE_ERROR, TL_STORE_ERROR_READ_ONLY,
                               _("“%s” can only be read. Save it under another name to change it."), name);
      g_object_unref (task);
      return;
    }

  job = g_new0 (TakeBackJob, 1);
  job->engine = &self->engine;
  job->actor = *tl_id_source_get_actor (self->ids);
  job->what = what;
  if (target != NULL)
    job->target = *target;
  inner = g_task_new (NULL, cancellable, taken_back_cb, task);
  g_task_set_check_cancellable (inner, FALSE);
  g_task_set_task_data (inner, job, g_free);
  tl_worker_push (self->engine.writing, inner, take_back_job);
}

/**
 * tl_store_undo_async:
 * @self: a store
 * @cancellable: (nullable): a cancellable, for as long as it hasn't begun
 * @callback: called when it is durable, or refused
 * @user_data: data for @callback
 *
 * Takes back the latest change of this person at this computer that hasn't been taken back, whenever it was made. It is
 * a new change, and is refused with %TL_STORE_ERROR_CONFLICT, and a sentence that names what came later, unless every
 * field still has the value that the change gave it. Finish with [method@Tl.Store.take_back_finish].
 */
void
tl_store_undo_async (TlStore             *self,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_return_if_fail (TL_IS_STORE (self) && !self->closed);

  take_back (self, TAKE_BACK_LATEST, NULL, cancellable, callback, user_data);
}

/**
 * tl_store_redo_async:
 * @self: a store
 * @cancellable: (nullable): a cancellable, for as long as it hasn't begun
 * @callback: called when it is durable, or refused
 * @user_data: data for @callback
 *
 * Takes back this person's latest undo, unless they have changed something since. Finish with
 * [method@Tl.Store.take_back_finish].
 */
void
tl_store_redo_async (TlStore             *self,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_return_if_fail (TL_IS_STORE (self) && !self->closed);

  take_back (self, TAKE_BACK_UNDO, NULL, cancellable, callback, user_data);
}

/**
 * tl_store_take_back_async:
 * @self: a store
 * @change: the id of any change, whoever made it
 * @cancellable: (nullable): a cancellable, for as long as it hasn't begun
 * @callback: called when it is durable, or refused
 * @user_data: data for @callback
 *
 * Takes back an older change, by the same rule.
 */
void
tl_store_take_back_async (TlStore             *self,
                          const TlDigest      *change,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_return_if_fail (TL_IS_STORE (self) && !self->closed);

  take_back (self, TAKE_BACK_GIVEN, change, cancellable, callback, user_data);
}

/**
 * tl_store_take_back_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #TlStoreError
 *
 * Returns: (transfer full) (nullable): the change that took another back, sealed
 */
TlChange *
tl_store_take_back_finish (TlStore       *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
