/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-worker.h"

#include "tl-waiting.h"

struct _TlWorker
{
  GThread *thread;
  GAsyncQueue *jobs;
};

typedef struct
{
  GMutex lock;
  GCond done;
  gboolean is_done;
} Waiter;

/* A job that answers later has a task, one that is waited for has a function, and the last one has neither. */
typedef struct
{
  GTask *task;
  GTaskThreadFunc answer;
  TlWorkerFunc function;
  gpointer data;
  Waiter *waiter;
} Job;

static void
run_waited (Job *job)
{
  job->function (job->data);

  g_mutex_lock (&job->waiter->lock);
  job->waiter->is_done = TRUE;
  g_cond_signal (&job->waiter->done);
  g_mutex_unlock (&job->waiter->lock);
}

static gpointer
run (gpointer data)
{
  GAsyncQueue *jobs = data;
  gboolean last = FALSE;

  while (!last)
    {
      Job *job = g_async_queue_pop (jobs);

      last = job->task == NULL && job->function == NULL;
      if (job->function != NULL)
        run_waited (job);
      else if (job->task != NULL)
        job->answer (job->task, g_task_get_source_object (job->task), g_task_get_task_data (job->task),
                     g_task_get_cancellable (job->task));
      g_clear_object (&job->task);
      g_free (job);
    }
  g_async_queue_unref (jobs);
  return NULL;
}

/**
 * tl_worker_new:
 * @name: what the thread is called
 *
 * Returns: (transfer full): a worker without a job
 */
TlWorker *
tl_worker_new (const char *name)
{
  TlWorker *self = g_new0 (TlWorker, 1);

  self->jobs = g_async_queue_new ();
  self->thread = g_thread_new (name, run, g_async_queue_ref (self->jobs));
  return self;
}

/**
 * tl_worker_free:
 * @self: (transfer full): a worker
 *
 * Waits until all its jobs are done, and ends its thread.
 */
void
tl_worker_free (TlWorker *self)
{
  g_async_queue_push (self->jobs, g_new0 (Job, 1));
  g_thread_join (self->thread);
  g_async_queue_unref (self->jobs);
  g_free (self);
}

/**
 * tl_worker_push:
 * @self: a worker
 * @task: (transfer full): a task without a source object, since the worker may be the last to let go of it
 * @job: does the task, on the worker's thread, and lets it return
 *
 * Adds a job.
 */
void
tl_worker_push (TlWorker        *self,
                GTask           *task,
                GTaskThreadFunc  job)
{
  Job *added = g_new0 (Job, 1);

  g_assert (g_task_get_source_object (task) == NULL);

  added->task = task;
  added->answer = job;
  g_async_queue_push (self->jobs, added);
}

/**
 * tl_worker_call:
 * @self: a worker
 * @job: what to do on the worker's thread
 * @data: data for @job
 *
 * Adds a job and waits until it is done. For other workers, never for the main thread while a window is shown.
 */
void
tl_worker_call (TlWorker     *self,
                TlWorkerFunc  job,
                gpointer      data)
{
  Job *added = g_new0 (Job, 1);
  Waiter waiter = { .is_done = FALSE };

  tl_assert_may_wait ();

  g_mutex_init (&waiter.lock);
  g_cond_init (&waiter.done);
  added->function = job;
  added->data = data;
  added->waiter = &waiter;
  g_async_queue_push (self->jobs, added);

  g_mutex_lock (&waiter.lock);
  while (!waiter.is_done)
    g_cond_wait (&waiter.done, &waiter.lock);
  g_mutex_unlock (&waiter.lock);
  g_cond_clear (&waiter.done);
  g_mutex_clear (&waiter.lock);
}
