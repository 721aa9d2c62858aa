/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-store-history.h"

#include <glib/gi18n-lib.h>

#include "tl-history-entry-private.h"
#include "tl-store-question.h"
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
  if (change != NULL && !tl_writer_apply (job->engine->writer, change, NULL, &error))
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
      g_task_return_error (task, tl_store_make_read_only_error (self));
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

/* What undo and redo would do, in words. */
typedef struct
{
  TlHistoryEntry *undo;
  TlHistoryEntry *redo;
} UndoAnswer;

static void
free_undo_answer (UndoAnswer *self)
{
  g_clear_object (&self->undo);
  g_clear_object (&self->redo);
  g_free (self);
}

/* Redo does again what the undo took back, and that is what there is to tell. */
static TlHistoryEntry *
read_entry (TlDatabase      *database,
            const TlDigest  *id,
            gboolean         its_target,
            GError         **error)
{
  g_autoptr (TlChange) change = tl_history_load (database, id, error);
  g_autoptr (TlChange) target = NULL;

  if (change != NULL && its_target)
    target = tl_undo_load_target (database, change, error);
  if (change == NULL || (error != NULL && *error != NULL))
    return NULL;
  return tl_history_entry_new (database, target != NULL ? target : change);
}

static gboolean
read_undo (TlDatabase  *database,
           const TlId  *actor,
           UndoAnswer  *answer,
           GError     **error)
{
  TlUndoFound found;

  if (!tl_undo_find (database, actor, &found, error))
    return FALSE;
  if (found.can_undo && (answer->undo = read_entry (database, &found.undo, FALSE, error)) == NULL)
    return FALSE;
  return !found.can_redo || (answer->redo = read_entry (database, &found.redo, TRUE, error)) != NULL;
}

static gpointer
answer_undo (TlStoreQuestion  *self,
             TlDatabase       *database,
             GCancellable     *cancellable,
             GError          **error)
{
  UndoAnswer *answer = g_new0 (UndoAnswer, 1);

  if (read_undo (database, &self->actor, answer, error))
    return answer;
  free_undo_answer (answer);
  return NULL;
}

/**
 * tl_store_find_undo_async:
 * @self: a store
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is known
 * @user_data: data for @callback
 *
 * Asks what undo and redo would do now.
 */
void
tl_store_find_undo_async (TlStore             *self,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  TlStoreQuestion *question;

  g_return_if_fail (TL_IS_STORE (self) && !self->closed);

  question = g_new0 (TlStoreQuestion, 1);
  question->answer = answer_undo;
  question->free_answer = (GDestroyNotify) free_undo_answer;
  question->actor = *tl_id_source_get_actor (self->ids);
  tl_store_ask (self, question, tl_store_find_undo_async, cancellable, callback, user_data);
}

/**
 * tl_store_find_undo_finish:
 * @self: a store
 * @result: what the callback was given
 * @undo: (out) (nullable) (transfer full): the change that undo would take back
 * @redo: (out) (nullable) (transfer full): the change that redo would do again
 * @error: return location for a #TlStoreError
 *
 * Returns: whether it is known
 */
gboolean
tl_store_find_undo_finish (TlStore         *self,
                           GAsyncResult    *result,
                           TlHistoryEntry **undo,
                           TlHistoryEntry **redo,
                           GError         **error)
{
  UndoAnswer *answer = tl_store_ask_finish (self, result, error);

  if (answer == NULL)
    return FALSE;
  *undo = g_steal_pointer (&answer->undo);
  *redo = g_steal_pointer (&answer->redo);
  free_undo_answer (answer);
  return TRUE;
}
