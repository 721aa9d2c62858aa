/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-store-attach.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "tl-attachment-name.h"
#include "tl-blob.h"
#include "tl-store-private.h"

/* ── Taking files in ── */

/* The steps in which progress is told. */
#define STEPS 100

typedef struct
{
  GPtrArray *files;
  char *folder;
  guint current;
  int step;
  TlAttachedFileProgress progress;
  gpointer progress_data;
  GMainContext *context;
  GCancellable *cancellable;
} TakeJob;

/* One step on its way to the thread that asked. */
typedef struct
{
  TlAttachedFileProgress progress;
  gpointer data;
  GCancellable *cancellable;
  double fraction;
} Step;

static void
free_take_job (TakeJob *job)
{
  g_ptr_array_unref (job->files);
  g_free (job->folder);
  g_main_context_unref (job->context);
  g_clear_object (&job->cancellable);
  g_free (job);
}

/**
 * tl_taken_files_free:
 * @self: (transfer full): what became of some files
 *
 * Frees it.
 */
void
tl_taken_files_free (TlTakenFiles *self)
{
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->refused, g_ptr_array_unref);
  g_free (self);
}

static void
free_step (Step *step)
{
  g_clear_object (&step->cancellable);
  g_free (step);
}

static gboolean
tell_step (gpointer data)
{
  Step *step = data;

  /* Whoever has cancelled may be gone. */
  if (!g_cancellable_is_cancelled (step->cancellable))
    step->progress (step->fraction, step->data);
  return G_SOURCE_REMOVE;
}

static void
progress_cb (double   fraction,
             gpointer data)
{
  TakeJob *job = data;
  double all = (job->current + fraction) / job->files->len;
  Step *step;

  if (job->progress == NULL || (int) (all * STEPS) == job->step)
    return;
  job->step = (int) (all * STEPS);
  step = g_new0 (Step, 1);
  step->progress = job->progress;
  step->data = job->progress_data;
  step->cancellable = job->cancellable != NULL ? g_object_ref (job->cancellable) : NULL;
  step->fraction = all;
  g_main_context_invoke_full (job->context, G_PRIORITY_DEFAULT, tell_step, step, (GDestroyNotify) free_step);
}

static void
take_job (GTask        *task,
          gpointer      source,
          gpointer      data,
          GCancellable *cancellable)
{
  TakeJob *job = data;
  g_autoptr (TlTakenFiles) taken = g_new0 (TlTakenFiles, 1);

  taken->files = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_attached_file_unref);
  taken->refused = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  for (job->current = 0; job->current < job->files->len; job->current++)
    {
      GError *error = NULL;
      TlAttachedFile *file = tl_attached_file_read (g_ptr_array_index (job->files, job->current), job->folder,
                                                    progress_cb, job, cancellable, &error);

      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          g_task_return_error (task, error);
          return;
        }
      if (file != NULL)
        g_ptr_array_add (taken->files, file);
      else
        g_ptr_array_add (taken->refused, error);
    }
  g_task_return_pointer (task, g_steal_pointer (&taken), (GDestroyNotify) tl_taken_files_free);
}

static void
taken_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  TlTakenFiles *taken = g_task_propagate_pointer (G_TASK (result), &error);

  if (taken != NULL)
    g_task_return_pointer (task, taken, (GDestroyNotify) tl_taken_files_free);
  else
    g_task_return_error (task, error);
}

/**
 * tl_store_take_files_async:
 * @self: a store
 * @files: (element-type GFile): files from anywhere
 * @progress: (nullable): hears how far it is, on this thread; no more once @cancellable is cancelled
 * @progress_data: data for @progress
 * @cancellable: (nullable): a cancellable
 * @callback: called when all have been read
 * @user_data: data for @callback
 *
 * Reads files that are to be attached, on a thread of its own, so that a slow place keeps nobody waiting. They are
 * attached by a change that they are added to.
 */
void
tl_store_take_files_async (TlStore                *self,
                           GPtrArray              *files,
                           TlAttachedFileProgress  progress,
                           gpointer                progress_data,
                           GCancellable           *cancellable,
                           GAsyncReadyCallback     callback,
                           gpointer                user_data)
{
  g_autoptr (GTask) inner = NULL;
  GTask *task;
  TakeJob *job;

  g_return_if_fail (TL_IS_STORE (self) && !self->closed);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tl_store_take_files_async);
  /* Without a source object, since that thread may be the last to let go of the task. */
  inner = g_task_new (NULL, cancellable, taken_cb, task);
  job = g_new0 (TakeJob, 1);
  job->files = g_ptr_array_ref (files);
  job->folder = g_path_get_dirname (tl_working_copy_get_path (self->engine.copy));
  job->progress = progress;
  job->progress_data = progress_data;
  job->context = g_main_context_ref_thread_default ();
  job->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  g_task_set_task_data (inner, job, (GDestroyNotify) free_take_job);
  g_task_run_in_thread (inner, take_job);
}

/**
 * tl_store_take_files_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for an error; it was cancelled
 *
 * Returns: (transfer full) (nullable): what became of the files
 */
TlTakenFiles *
tl_store_take_files_finish (TlStore       *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ── Writing a file out ── */

typedef struct
{
  TlStoreEngine *engine;
  TlDigest content;
  char *name;
} UnpackJob;

static void
free_unpack_job (UnpackJob *job)
{
  g_free (job->name);
  g_free (job);
}

static gboolean
write_out (UnpackJob     *job,
           const char    *path,
           GCancellable  *cancellable,
           GError       **error)
{
  /* What would be written into it would be lost, so that other programs are to see that it can only be read. */
  int fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0400);
  gboolean written;

  if (fd < 0)
    {
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_FAILED,
                   _("The attached file can’t be read or written on this computer’s disk: %s."), g_strerror (errno));
      return FALSE;
    }
  written = tl_blob_write (job->engine->reader, &job->content, fd, cancellable, error);
  g_clear_fd (&fd, NULL);
  if (!written)
    g_unlink (path);
  return written;
}

static void
unpack_job (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  UnpackJob *job = data;
  TlStoreEngine *engine = job->engine;
  g_autofree char *folder = NULL, *path = NULL;
  GError *error = NULL;

  if (engine->reader == NULL)
    engine->reader = tl_database_open (tl_working_copy_get_path (engine->copy), TL_DATABASE_READ, &error);
  if (engine->reader != NULL)
    folder = tl_working_copy_make_opened (engine->copy, &error);
  if (folder != NULL)
    path = g_build_filename (folder, job->name, NULL);
  if (path != NULL && write_out (job, path, cancellable, &error))
    {
      g_task_return_pointer (task, g_file_new_for_path (path), g_object_unref);
      return;
    }
  if (folder != NULL)
    g_rmdir (folder);
  g_task_return_error (task, error);
}

static void
unpacked_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GFile *file = g_task_propagate_pointer (G_TASK (result), &error);

  if (file != NULL)
    g_task_return_pointer (task, file, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * tl_store_unpack_file_async:
 * @self: a store
 * @content: SHA-256 of the content of an attached file
 * @name: what it is called, from anywhere
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is there
 * @user_data: data for @callback
 *
 * Writes an attached file out for other programs, as a private copy that can only be read, and makes sure that it is
 * what was once added. The copy goes when the document is closed.
 */
void
tl_store_unpack_file_async (TlStore             *self,
                            const TlDigest      *content,
                            const char          *name,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  GTask *task, *inner;
  UnpackJob *job;

  g_return_if_fail (TL_IS_STORE (self) && !self->closed);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tl_store_unpack_file_async);
  inner = g_task_new (NULL, cancellable, unpacked_cb, task);
  job = g_new0 (UnpackJob, 1);
  job->engine = &self->engine;
  job->content = *content;
  job->name = tl_attachment_name_clean (name);
  g_task_set_task_data (inner, job, (GDestroyNotify) free_unpack_job);
  tl_worker_push (self->engine.reading, inner, unpack_job);
}

/**
 * tl_store_unpack_file_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #TlStoreError, %TL_STORE_ERROR_CORRUPT when the file is missing or altered
 *
 * Returns: (transfer full) (nullable): the copy
 */
GFile *
tl_store_unpack_file_finish (TlStore       *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
