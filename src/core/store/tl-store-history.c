/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-store-history.h"

#include "tl-history-entry-private.h"
#include "tl-history-page.h"
#include "tl-store-private.h"
#include "tl-undo.h"
#include "tl-verify-private.h"

/* Questions about the history, answered by the reader's thread. */

typedef struct _Question Question;

struct _Question
{
  TlStoreEngine *engine;
  gpointer (*answer) (Question      *self,
                      TlDatabase    *database,
                      GCancellable  *cancellable,
                      GError       **error);
  GDestroyNotify free_answer;

  /* What one or the other question needs. */
  TlHistoryQuery query;
  TlId actor;
  GArray *ids;
  gint64 time;
  char *fingerprint;
  GMainContext *context;
  TlVerifyProgress progress;
  gpointer progress_data;
  int percent;
};

static void
free_question (Question *self)
{
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_free (self->fingerprint);
  g_free (self);
}

static void
answer_job (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  Question *question = data;
  TlStoreEngine *engine = question->engine;
  gpointer answer = NULL;
  GError *error = NULL;

  if (engine->reader == NULL)
    engine->reader = tl_database_open (tl_working_copy_get_path (engine->copy), TL_DATABASE_READ, &error);
  if (engine->reader != NULL)
    answer = question->answer (question, engine->reader, cancellable, &error);
  if (answer != NULL)
    g_task_return_pointer (task, answer, question->free_answer);
  else
    g_task_return_error (task, error);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Question *question = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  gpointer answer = g_task_propagate_pointer (G_TASK (result), &error);

  if (answer != NULL)
    g_task_return_pointer (task, answer, question->free_answer);
  else
    g_task_return_error (task, error);
}

static void
ask (TlStore             *self,
     Question            *question,
     gpointer             tag,
     GCancellable        *cancellable,
     GAsyncReadyCallback  callback,
     gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  GTask *inner = g_task_new (NULL, cancellable, answered_cb, task);

  g_task_set_source_tag (task, tag);
  question->engine = &self->engine;
  g_task_set_task_data (inner, question, (GDestroyNotify) free_question);
  tl_worker_push (self->engine.reading, inner, answer_job);
}

static gpointer
finish (TlStore       *self,
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
answer_undo (Question      *self,
             TlDatabase    *database,
             GCancellable  *cancellable,
             GError       **error)
{
  UndoAnswer *answer = g_new0 (UndoAnswer, 1);
  GError *reason = NULL;
  gboolean done;

  done = tl_database_run (database, "BEGIN", &reason);
  if (done)
    {
      done = read_undo (database, &self->actor, answer, &reason);
      tl_database_run (database, "ROLLBACK", NULL);
    }
  if (done)
    return answer;
  g_propagate_error (error, reason);
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
  Question *question;

  g_return_if_fail (TL_IS_STORE (self) && !self->closed);

  question = g_new0 (Question, 1);
  question->answer = answer_undo;
  question->free_answer = (GDestroyNotify) free_undo_answer;
  question->actor = *tl_id_source_get_actor (self->ids);
  ask (self, question, tl_store_find_undo_async, cancellable, callback, user_data);
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
  UndoAnswer *answer = finish (self, result, error);

  if (answer == NULL)
    return FALSE;
  *undo = g_steal_pointer (&answer->undo);
  *redo = g_steal_pointer (&answer->redo);
  free_undo_answer (answer);
  return TRUE;
}

static gpointer
answer_page (Question      *self,
             TlDatabase    *database,
             GCancellable  *cancellable,
             GError       **error)
{
  GPtrArray *entries;

  if (!tl_database_run (database, "BEGIN", error))
    return NULL;
  if (self->ids != NULL)
    entries = tl_history_read_changes (database, self->ids, cancellable, error);
  else
    entries = tl_history_read_page (database, &self->query, cancellable, error);
  tl_database_run (database, "ROLLBACK", NULL);
  return entries;
}

/**
 * tl_store_list_history_async:
 * @self: a store
 * @query: which part of the history
 * @cancellable: (nullable): a cancellable
 * @callback: called when it has been read
 * @user_data: data for @callback
 *
 * Reads a page of the history.
 */
void
tl_store_list_history_async (TlStore              *self,
                             const TlHistoryQuery *query,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data)
{
  Question *question;

  g_return_if_fail (TL_IS_STORE (self) && !self->closed);

  question = g_new0 (Question, 1);
  question->answer = answer_page;
  question->free_answer = (GDestroyNotify) g_ptr_array_unref;
  question->query = *query;
  ask (self, question, tl_store_list_history_async, cancellable, callback, user_data);
}

/**
 * tl_store_list_history_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #TlStoreError
 *
 * Returns: (transfer full) (nullable) (element-type TlHistoryEntry): the changes, the latest first
 */
GPtrArray *
tl_store_list_history_finish (TlStore       *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return finish (self, result, error);
}

/**
 * tl_store_read_changes_async:
 * @self: a store
 * @ids: (element-type TlDigest): ids of changes
 * @cancellable: (nullable): a cancellable
 * @callback: called when they have been read
 * @user_data: data for @callback
 *
 * Reads some changes, such as those that followed a fingerprint.
 */
void
tl_store_read_changes_async (TlStore             *self,
                             GArray              *ids,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  Question *question;

  g_return_if_fail (TL_IS_STORE (self) && !self->closed);

  question = g_new0 (Question, 1);
  question->answer = answer_page;
  question->free_answer = (GDestroyNotify) g_ptr_array_unref;
  question->ids = g_array_ref (ids);
  ask (self, question, tl_store_read_changes_async, cancellable, callback, user_data);
}

/**
 * tl_store_read_changes_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #TlStoreError
 *
 * Returns: (transfer full) (nullable) (element-type TlHistoryEntry): the changes, in the order of the ids
 */
GPtrArray *
tl_store_read_changes_finish (TlStore       *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return finish (self, result, error);
}

static gpointer
answer_actors (Question      *self,
               TlDatabase    *database,
               GCancellable  *cancellable,
               GError       **error)
{
  return tl_history_read_actors (database, error);
}

/**
 * tl_store_list_actors_async:
 * @self: a store
 * @cancellable: (nullable): a cancellable
 * @callback: called when they have been read
 * @user_data: data for @callback
 *
 * Asks who has changed anything.
 */
void
tl_store_list_actors_async (TlStore             *self,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  Question *question;

  g_return_if_fail (TL_IS_STORE (self) && !self->closed);

  question = g_new0 (Question, 1);
  question->answer = answer_actors;
  question->free_answer = (GDestroyNotify) g_ptr_array_unref;
  ask (self, question, tl_store_list_actors_async, cancellable, callback, user_data);
}

/**
 * tl_store_list_actors_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #TlStoreError
 *
 * Returns: (transfer full) (nullable) (element-type TlHistoryActor): everyone who made a change, by name
 */
GPtrArray *
tl_store_list_actors_finish (TlStore       *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return finish (self, result, error);
}

static gpointer
answer_recorded (Question      *self,
                 TlDatabase    *database,
                 GCancellable  *cancellable,
                 GError       **error)
{
  TlSnapshot *snapshot;

  if (!tl_database_run (database, "BEGIN", error))
    return NULL;
  snapshot = tl_history_read_recorded (database, self->time, cancellable, error);
  tl_database_run (database, "ROLLBACK", NULL);
  return snapshot;
}

/**
 * tl_store_load_recorded_async:
 * @self: a store
 * @time: a moment, in milliseconds since 1970, UTC
 * @cancellable: (nullable): a cancellable
 * @callback: called when all has been read
 * @user_data: data for @callback
 *
 * Reads what the workbook said at a past moment, from the changes up to it.
 */
void
tl_store_load_recorded_async (TlStore             *self,
                              gint64               time,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  Question *question;

  g_return_if_fail (TL_IS_STORE (self) && !self->closed);

  question = g_new0 (Question, 1);
  question->answer = answer_recorded;
  question->free_answer = (GDestroyNotify) tl_snapshot_unref;
  question->time = time;
  ask (self, question, tl_store_load_recorded_async, cancellable, callback, user_data);
}

/**
 * tl_store_load_recorded_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #TlStoreError
 *
 * Returns: (transfer full) (nullable): all facts as they were recorded then
 */
TlSnapshot *
tl_store_load_recorded_finish (TlStore       *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return finish (self, result, error);
}

/* How far it is, on its way to the thread that asked. */
typedef struct
{
  TlVerifyProgress progress;
  gpointer data;
  double fraction;
} Step;

static gboolean
progress_cb (gpointer user_data)
{
  Step *step = user_data;

  step->progress (step->fraction, step->data);
  return G_SOURCE_REMOVE;
}

static void
pass_progress (double   fraction,
               gpointer data)
{
  Question *self = data;
  Step *step;

  if ((int) (fraction * 100) == self->percent)
    return;
  self->percent = (int) (fraction * 100);
  step = g_new0 (Step, 1);
  *step = (Step) { self->progress, self->progress_data, fraction };
  g_main_context_invoke_full (self->context, G_PRIORITY_DEFAULT, progress_cb, step, g_free);
}

static gpointer
answer_verify (Question      *self,
               TlDatabase    *database,
               GCancellable  *cancellable,
               GError       **error)
{
  return tl_verify_database (database, self->fingerprint, self->progress != NULL ? pass_progress : NULL, self,
                             cancellable, error);
}

/**
 * tl_store_verify_async:
 * @self: a store
 * @fingerprint: (nullable): a fingerprint that somebody kept, in any spacing and case
 * @progress: (nullable): hears how far it is, on this thread
 * @progress_data: data for @progress
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is known
 * @user_data: data for @callback
 *
 * Verifies the working copy: whether it is what its history says, and its history what was made.
 */
void
tl_store_verify_async (TlStore             *self,
                       const char          *fingerprint,
                       TlVerifyProgress     progress,
                       gpointer             progress_data,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  Question *question;

  g_return_if_fail (TL_IS_STORE (self) && !self->closed);

  question = g_new0 (Question, 1);
  question->answer = answer_verify;
  question->free_answer = (GDestroyNotify) tl_verification_free;
  question->fingerprint = g_strdup (fingerprint);
  question->context = g_main_context_ref_thread_default ();
  question->progress = progress;
  question->progress_data = progress_data;
  ask (self, question, tl_store_verify_async, cancellable, callback, user_data);
}

/**
 * tl_store_verify_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for an error: it was stopped, can't be read, or the fingerprint isn't one
 *
 * Returns: (transfer full) (nullable): what was found
 */
TlVerification *
tl_store_verify_finish (TlStore       *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  return finish (self, result, error);
}
