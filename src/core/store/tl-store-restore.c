/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-store-backup.h"

#include <glib/gi18n-lib.h>

#include "tl-document-file.h"
#include "tl-restore.h"
#include "tl-store-private.h"
#include "tl-verify.h"

/* First the backup is verified, on the saving thread, which takes in what it has and the document doesn't; then one
 * change puts everything back, made and applied by the writer's thread in one go. */

typedef struct
{
  TlStoreEngine *engine;
  TlBackup *backup;
  TlDigest head;
  gboolean known;
  GTask *telling;
  gboolean told;
  GError *error;
} RestoreJob;

static void
free_job (RestoreJob *job)
{
  g_object_unref (job->telling);
  tl_backup_free (job->backup);
  g_clear_error (&job->error);
  g_free (job);
}

static void
ask_writer (gpointer data)
{
  RestoreJob *job = data;

  tl_database_has_change (tl_writer_get_database (job->engine->writer), &job->head, &job->known, &job->error);
}

static gboolean
refuse (const char  *fault,
        GError     **error)
{
  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT,
               _("This backup is damaged, and nothing has been changed. Try another one. %s"), fault);
  return FALSE;
}

static gboolean
verify (RestoreJob            *job,
        const TlDocumentInfo  *info,
        GCancellable          *cancellable,
        GError               **error)
{
  g_autoptr (TlVerification) found = NULL;
  TlId document;

  if (!tl_document_read_head (info, job->backup->path, &document, &job->head, cancellable, error))
    return FALSE;
  if (!tl_id_equal (&document, &job->backup->document))
    return refuse (_("It is of another workbook."), error);
  found = tl_verify_path (job->backup->path, NULL, NULL, NULL, cancellable, error);
  return found != NULL && (found->fault == NULL || refuse (found->fault, error));
}

static gboolean
prepare (RestoreJob    *job,
         GCancellable  *cancellable,
         GError       **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (job->backup->path);
  g_autoptr (TlDocumentInfo) info = tl_document_look (file, cancellable, error);
  TlMerged merged;

  if (info == NULL || !verify (job, info, cancellable, error))
    return FALSE;
  tl_worker_call (job->engine->writing, ask_writer, job);
  if (job->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&job->error));
      return FALSE;
    }
  if (job->known)
    return TRUE;
  job->told = TRUE;
  return tl_store_engine_merge (job->engine, info, job->telling, NULL, &merged, cancellable, error);
}

static void
prepare_job (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  RestoreJob *job = data;
  GError *error = NULL;
  gboolean prepared = prepare (job, cancellable, &error);

  if (!job->told)
    g_task_return_pointer (job->telling, NULL, NULL);
  if (prepared)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
restore_job (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  RestoreJob *job = data;
  TlWriter *writer = job->engine->writer;
  GError *error = NULL;
  g_autoptr (TlDatabase) earlier = tl_database_open (job->backup->path, TL_DATABASE_LOOK, &error);
  TlChange *change = NULL;

  if (earlier != NULL && !g_cancellable_set_error_if_cancelled (cancellable, &error))
    change = tl_restore_make (tl_writer_get_database (writer), earlier, &job->head, &error);
  if (change != NULL && !tl_writer_apply (writer, change, NULL, &error))
    g_clear_pointer (&change, tl_change_unref);
  if (change != NULL)
    g_task_return_pointer (task, change, (GDestroyNotify) tl_change_unref);
  else
    g_task_return_error (task, error);
}

static void
restored_cb (GObject      *source,
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
prepared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TlStore *self = g_task_get_source_object (task);
  GTask *inner;
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (self->closed)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED, _("The workbook has been closed."));
      return;
    }
  inner = g_task_new (NULL, g_task_get_cancellable (task), restored_cb, g_object_ref (task));
  g_task_set_check_cancellable (inner, FALSE);
  g_task_set_task_data (inner, g_task_get_task_data (task), NULL);
  tl_worker_push (self->engine.writing, inner, restore_job);
}

/**
 * tl_store_restore_async:
 * @self: a store
 * @backup: a backup of this document
 * @cancellable: (nullable): a cancellable, for as long as nothing has been changed
 * @callback: called when it is durable, or refused
 * @user_data: data for @callback
 *
 * Verifies a backup and puts everything back as it is there, as one change. What was done since stays in the history,
 * and comes back when that change is taken back.
 */
void
tl_store_restore_async (TlStore             *self,
                        const TlBackup      *backup,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GTask *task, *inner;
  RestoreJob *job;

  g_return_if_fail (TL_IS_STORE (self) && !self->closed);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tl_store_restore_async);
  /* What is durable has been done, even if nobody wants it any more. */
  g_task_set_check_cancellable (task, FALSE);
  if (self->read_only)
    {
      g_task_return_new_error (task, TL_STORE_ERROR, TL_STORE_ERROR_READ_ONLY,
                               _("This workbook can only be read. Open the backup as a copy instead."));
      g_object_unref (task);
      return;
    }
  job = g_new0 (RestoreJob, 1);
  job->engine = &self->engine;
  job->backup = tl_backup_copy (backup);
  job->telling = tl_store_prepare_merge (self);
  g_task_set_task_data (task, job, (GDestroyNotify) free_job);
  inner = g_task_new (NULL, cancellable, prepared_cb, task);
  g_task_set_check_cancellable (inner, FALSE);
  g_task_set_task_data (inner, job, NULL);
  tl_worker_push (self->engine.saving, inner, prepare_job);
}

/**
 * tl_store_restore_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #TlStoreError
 *
 * Returns: (transfer full) (nullable): the change, sealed; not sealed when everything was as in the backup already
 */
TlChange *
tl_store_restore_finish (TlStore       *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
