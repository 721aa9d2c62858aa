/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-store-backup.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "tl-store-private.h"

typedef struct
{
  TlStoreEngine *engine;
  TlId document;
} RemoveJob;

/* Whether a file has our latest change, or what became of it. */
static gboolean
has_head (TlStoreEngine         *engine,
          const TlDocumentInfo  *info,
          const TlDigest        *head,
          GCancellable          *cancellable,
          GError               **error)
{
  g_autofree char *incoming = tl_working_copy_get_incoming (engine->copy);
  g_autoptr (TlDatabase) database = NULL;
  TlDigest theirs;
  TlId document;
  gboolean has = FALSE;

  if (tl_document_take_in (info, incoming, cancellable, error)
      && tl_document_read_head (info, incoming, &document, &theirs, cancellable, error))
    database = tl_database_open (incoming, TL_DATABASE_LOOK, error);
  if (database != NULL && tl_database_has_change (database, head, &has, error) && !has)
    {
      g_autofree char *name = g_file_get_parse_name (info->file);

      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CONFLICT,
                   _("What is in “%s” now doesn’t have everything that is kept on this computer, so nothing was removed. "
                     "Save the workbook first."), name);
    }
  g_clear_pointer (&database, tl_database_close);
  g_unlink (incoming);
  return has;
}

/* A file may have been moved or replaced since it was saved; then this computer has the last copy. */
static gboolean
check_file (TlStoreEngine  *engine,
            GCancellable   *cancellable,
            GError        **error)
{
  const TlWorkingCopyNote *note = tl_working_copy_get_note (engine->copy);
  g_autoptr (GFile) file = note->address != NULL ? g_file_new_for_uri (note->address) : NULL;
  g_autoptr (TlDocumentInfo) info = file != NULL ? tl_document_look (file, cancellable, error) : NULL;

  if (file != NULL && info == NULL)
    return FALSE;
  if (info == NULL || !info->exists)
    {
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_NOT_FOUND,
                   _("The workbook’s file isn’t there any more, so this computer has the only copy, and nothing was "
                     "removed. Save it under another name first."));
      return FALSE;
    }
  return g_strcmp0 (info->mark, note->mark) == 0 || has_head (engine, info, &note->saved, cancellable, error);
}

static void
check_job (GTask        *task,
           gpointer      source,
           gpointer      data,
           GCancellable *cancellable)
{
  GError *error = NULL;

  if (check_file (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TlStore *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_error (task, error);
  else if (tl_store_get_unsaved (self))
    g_task_return_new_error (task, TL_STORE_ERROR, TL_STORE_ERROR_CONFLICT,
                             _("The workbook has changes that its file doesn’t have, so nothing was removed. Save it "
                               "under another name first."));
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * tl_store_check_file_async:
 * @self: a store
 * @cancellable: (nullable): a cancellable
 * @callback: called when that is known
 * @user_data: data for @callback
 *
 * Looks whether the document's file is where it was saved and has everything, as it must before it is removed here.
 */
void
tl_store_check_file_async (TlStore             *self,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  GTask *task, *inner;

  g_return_if_fail (TL_IS_STORE (self) && !self->closed);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tl_store_check_file_async);
  inner = g_task_new (NULL, cancellable, checked_cb, task);
  g_task_set_task_data (inner, &self->engine, NULL);
  tl_worker_push (self->engine.saving, inner, check_job);
}

/**
 * tl_store_check_file_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #TlStoreError
 *
 * Returns: whether the file has everything
 */
gboolean
tl_store_check_file_finish (TlStore       *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Whether what another program left has nothing that its file hasn't. */
static gboolean
is_clean (TlWorkingCopy *copy)
{
  g_autoptr (TlDatabase) database = tl_database_open (tl_working_copy_get_path (copy), TL_DATABASE_WRITE, NULL);
  TlDigest head;
  gint64 time;

  return database != NULL && tl_database_read_head (database, &head, &time, NULL)
         && tl_digest_equal (&head, &tl_working_copy_get_note (copy)->saved);
}

/* One that has what no file has stays, and is offered on the start page. */
static void
remove_left_copies (const TlId *document)
{
  g_autoptr (GPtrArray) found = tl_working_copy_find (NULL);

  for (guint i = found->len; i > 0; i--)
    {
      TlWorkingCopy *copy = g_ptr_array_index (found, i - 1);

      if (tl_id_equal (&tl_working_copy_get_note (copy)->document, document) && is_clean (copy))
        tl_working_copy_discard (g_ptr_array_steal_index (found, i - 1));
    }
}

static void
remove_job (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  RemoveJob *job = data;
  GError *error = NULL;

  if (!tl_store_engine_close (job->engine))
    {
      g_task_return_new_error (task, TL_STORE_ERROR, TL_STORE_ERROR_CONFLICT,
                               _("The workbook has changes that its file doesn’t have, so nothing was removed."));
      return;
    }
  remove_left_copies (&job->document);
  if (tl_backup_remove_all (&job->document, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TlStore *self = g_task_get_source_object (task);
  GError *error = NULL;

  tl_store_engine_stop (&self->engine);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * tl_store_remove_async:
 * @self: a store
 * @callback: called when it is closed
 * @user_data: data for @callback
 *
 * Ends the work on a document, as closing does, and removes its working copies and its backups from this computer,
 * unless it has changes that its file doesn't have. The file stays as it is.
 */
void
tl_store_remove_async (TlStore             *self,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  GTask *task, *inner;
  RemoveJob *job;

  g_return_if_fail (TL_IS_STORE (self) && !self->closed);

  self->closed = TRUE;
  self->engine.leave_nothing = TRUE;
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, tl_store_remove_async);
  job = g_new0 (RemoveJob, 1);
  job->engine = &self->engine;
  job->document = self->document;
  inner = g_task_new (NULL, NULL, removed_cb, task);
  g_task_set_task_data (inner, job, g_free);
  tl_worker_push (self->engine.saving, inner, remove_job);
}

/**
 * tl_store_remove_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #TlStoreError
 *
 * Returns: whether nothing of it is left but its file; it is closed in any case
 */
gboolean
tl_store_remove_finish (TlStore       *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
