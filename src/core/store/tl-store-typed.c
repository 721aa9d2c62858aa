/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-store-typed.h"

#include "tl-store-private.h"

/**
 * tl_store_get_typed:
 * @self: a store
 *
 * Returns: (nullable): what was being typed when the document was last open and its program ended
 */
const char *
tl_store_get_typed (TlStore *self)
{
  g_return_val_if_fail (TL_IS_STORE (self), NULL);

  return self->typed;
}

typedef struct
{
  char *path;
  char *text;
} TypedJob;

static void
free_typed_job (TypedJob *job)
{
  g_free (job->path);
  g_free (job->text);
  g_free (job);
}

static void
typed_job (GTask        *task,
           gpointer      source,
           gpointer      data,
           GCancellable *cancellable)
{
  TypedJob *job = data;

  g_task_return_boolean (task, tl_working_copy_set_typed (job->path, job->text));
}

/**
 * tl_store_note_typed_async:
 * @self: a store
 * @text: what is being typed, empty for nothing
 * @callback: called when it is durable
 * @user_data: data for @callback
 *
 * Keeps what is being typed, in the place of what was before: after the changes that were asked for already, by the thread
 * that makes those durable.
 */
void
tl_store_note_typed_async (TlStore             *self,
                           const char          *text,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  GTask *task;
  TypedJob *job;

  g_return_if_fail (TL_IS_STORE (self) && !self->closed);

  /* Without a source object, since that thread may be the last to let go of the task. */
  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, tl_store_note_typed_async);
  job = g_new0 (TypedJob, 1);
  job->path = g_strdup (tl_working_copy_get_path (self->engine.copy));
  job->text = g_strdup (text);
  g_task_set_task_data (task, job, (GDestroyNotify) free_typed_job);
  tl_worker_push (self->engine.writing, task, typed_job);
}

/**
 * tl_store_note_typed_finish:
 * @result: what the callback was given
 *
 * Returns: whether it is durable; if it isn't, it is lost with the program, and nothing else
 */
gboolean
tl_store_note_typed_finish (GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}
