/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-store-question.h"

static void
free_question (TlStoreQuestion *self)
{
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_free (self->fingerprint);
  g_free (self->text);
  g_free (self);
}

static gpointer
find_answer (TlStoreQuestion  *self,
             TlDatabase       *database,
             GCancellable     *cancellable,
             GError          **error)
{
  gpointer found;

  if (self->begins_itself)
    return self->answer (self, database, cancellable, error);
  if (!tl_database_run (database, "BEGIN", error))
    return NULL;
  found = self->answer (self, database, cancellable, error);
  tl_database_run (database, "ROLLBACK", NULL);
  return found;
}

static void
answer_job (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  TlStoreQuestion *question = data;
  TlStoreEngine *engine = question->engine;
  gpointer answer = NULL;
  GError *error = NULL;

  if (engine->reader == NULL)
    engine->reader = tl_database_open (tl_working_copy_get_path (engine->copy), TL_DATABASE_READ, &error);
  if (engine->reader != NULL)
    answer = find_answer (question, engine->reader, cancellable, &error);
  if (question->loaded != NULL)
    {
      question->loaded (answer, error, question->loaded_data);
      g_task_return_boolean (task, TRUE);
    }
  else if (answer != NULL)
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
  TlStoreQuestion *question = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  gpointer answer = g_task_propagate_pointer (G_TASK (result), &error);

  if (answer != NULL)
    g_task_return_pointer (task, answer, question->free_answer);
  else
    g_task_return_error (task, error);
}

/**
 * tl_store_ask:
 * @self: a store
 * @question: (transfer full): a question
 * @tag: what asks
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is answered
 * @user_data: data for @callback
 *
 * Asks the reader's thread.
 */
void
tl_store_ask (TlStore             *self,
              TlStoreQuestion     *question,
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

/**
 * tl_store_tell:
 * @self: a store
 * @question: (transfer full): a question whose answer stays on the reader's thread
 * @cancellable: (nullable): a cancellable
 *
 * Asks the reader's thread, from any thread.
 */
void
tl_store_tell (TlStore         *self,
               TlStoreQuestion *question,
               GCancellable    *cancellable)
{
  GTask *inner = g_task_new (NULL, cancellable, NULL, NULL);

  question->engine = &self->engine;
  g_task_set_source_tag (inner, tl_store_tell);
  g_task_set_task_data (inner, question, (GDestroyNotify) free_question);
  tl_worker_push (self->engine.reading, inner, answer_job);
}

/**
 * tl_store_ask_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the answer
 */
gpointer
tl_store_ask_finish (TlStore       *self,
                     GAsyncResult  *result,
                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
