/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-store-erase.h"

#include <glib/gi18n-lib.h>

#include "tl-erase-search.h"
#include "tl-erase.h"
#include "tl-store-question.h"

typedef struct
{
  TlStoreEngine *engine;
  TlErasure *erasure;
  GCancellable *cancellable;
  GMainContext *context;
  TlEraseProgress progress;
  gpointer progress_data;
  int percent;
  TlChange *change;
  GError *error;
} EraseJob;

static void
free_job (EraseJob *job)
{
  tl_erasure_unref (job->erasure);
  g_clear_object (&job->cancellable);
  g_main_context_unref (job->context);
  g_clear_pointer (&job->change, tl_change_unref);
  g_clear_error (&job->error);
  g_free (job);
}

/* How far it is, on its way to the thread that asked. */
typedef struct
{
  TlEraseProgress progress;
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
  EraseJob *job = data;
  Step *step;

  if (job->progress == NULL || (int) (fraction * 100) == job->percent)
    return;
  job->percent = (int) (fraction * 100);
  step = g_new0 (Step, 1);
  *step = (Step) { job->progress, job->progress_data, fraction };
  g_main_context_invoke_full (job->context, G_PRIORITY_DEFAULT, progress_cb, step, g_free);
}

static void
erase_writer (gpointer data)
{
  EraseJob *job = data;

  job->change = tl_erase_run (job->engine->writer, job->erasure, pass_progress, job, job->cancellable, &job->error);
}

/* On the saving thread, so that nothing is saved between erasing and the last trace. */
static void
erase_job (GTask        *task,
           gpointer      source,
           gpointer      data,
           GCancellable *cancellable)
{
  EraseJob *job = data;
  GError *reason = NULL;

  tl_working_copy_mark_traces (job->engine->copy, TRUE);
  tl_worker_call (job->engine->writing, erase_writer, job);
  if (job->change == NULL)
    tl_working_copy_mark_traces (job->engine->copy, FALSE);
  else if (!tl_store_engine_scrub (job->engine, &reason))
    {
      g_set_error (&job->error, TL_STORE_ERROR, reason->domain == TL_STORE_ERROR ? reason->code : TL_STORE_ERROR_FAILED,
                   _("It has been erased from the workbook, but not yet from everything that this computer keeps of it. "
                     "That is tried again when the workbook is next opened. %s"), reason->message);
      g_error_free (reason);
    }
  g_task_return_boolean (task, TRUE);
}

static void
erased_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  EraseJob *job = g_task_get_task_data (G_TASK (result));

  if (job->change != NULL)
    tl_store_set_applied (g_task_get_source_object (task), job->change);
  if (job->error != NULL)
    g_task_return_error (task, g_steal_pointer (&job->error));
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * tl_store_erase_async:
 * @self: a store
 * @erasure: what is to be erased
 * @progress: (nullable): hears how far it is, on this thread
 * @progress_data: data for @progress
 * @cancellable: (nullable): a cancellable, until it is done
 * @callback: called when it is erased, or refused
 * @user_data: data for @callback
 *
 * Erases for good from the tables and the whole history, and writes the working copy anew so that no trace is left. The
 * document's file follows when it is next saved. This can't be undone.
 */
void
tl_store_erase_async (TlStore             *self,
                      TlErasure           *erasure,
                      TlEraseProgress      progress,
                      gpointer             progress_data,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  GTask *task, *inner;
  EraseJob *job;

  g_return_if_fail (TL_IS_STORE (self) && !self->closed);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tl_store_erase_async);
  /* What has been erased is, even if nobody wants it any more. */
  g_task_set_check_cancellable (task, FALSE);
  if (self->read_only)
    {
      g_task_return_error (task, tl_store_make_read_only_error (self));
      g_object_unref (task);
      return;
    }

  job = g_new0 (EraseJob, 1);
  job->engine = &self->engine;
  job->erasure = tl_erasure_ref (erasure);
  g_set_object (&job->cancellable, cancellable);
  job->context = g_main_context_ref_thread_default ();
  job->progress = progress;
  job->progress_data = progress_data;
  inner = g_task_new (NULL, cancellable, erased_cb, task);
  g_task_set_check_cancellable (inner, FALSE);
  g_task_set_task_data (inner, job, (GDestroyNotify) free_job);
  tl_worker_push (self->engine.saving, inner, erase_job);
}

/**
 * tl_store_erase_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #TlStoreError
 *
 * Returns: whether it is erased, without a trace
 */
gboolean
tl_store_erase_finish (TlStore       *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static gpointer
answer_find (TlStoreQuestion  *self,
             TlDatabase       *database,
             GCancellable     *cancellable,
             GError          **error)
{
  return tl_erase_search (database, self->text, cancellable, error);
}

/**
 * tl_store_find_text_async:
 * @self: a store
 * @text: a name
 * @cancellable: (nullable): a cancellable
 * @callback: called when the search is over
 * @user_data: data for @callback
 *
 * Looks for a name in every text that the document has or ever had.
 */
void
tl_store_find_text_async (TlStore             *self,
                          const char          *text,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  TlStoreQuestion *question;

  g_return_if_fail (TL_IS_STORE (self) && !self->closed);

  question = g_new0 (TlStoreQuestion, 1);
  question->answer = answer_find;
  question->free_answer = (GDestroyNotify) g_ptr_array_unref;
  question->text = g_strdup (text);
  tl_store_ask (self, question, tl_store_find_text_async, cancellable, callback, user_data);
}

/**
 * tl_store_find_text_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type TlTextFound): where it is
 */
GPtrArray *
tl_store_find_text_finish (TlStore       *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  return tl_store_ask_finish (self, result, error);
}
