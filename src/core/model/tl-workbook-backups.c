/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-workbook-backups.h"

#include <glib/gi18n-lib.h>

#include "tl-workbook-private.h"

/**
 * tl_workbook_get_backup_problem:
 * @self: a workbook
 *
 * Returns: (nullable): why there is no backup of today, or what else is amiss with them, a sentence
 */
const char *
tl_workbook_get_backup_problem (TlWorkbook *self)
{
  g_return_val_if_fail (TL_IS_WORKBOOK (self), NULL);

  return self->keeper != NULL ? tl_backup_keeper_get_problem (self->keeper) : NULL;
}

/* ── Restoring ────────────────────────────────────────────────────────────── */

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  TlChange *change = tl_store_restore_finish (TL_STORE (source), result, &error);

  if (change != NULL)
    g_task_return_pointer (task, change, (GDestroyNotify) tl_change_unref);
  else
    g_task_return_error (task, error);
}

/**
 * tl_workbook_restore_async:
 * @self: a workbook
 * @backup: one of its backups
 * @cancellable: (nullable): to cancel
 * @callback: called when everything is as it was then
 * @user_data: for @callback
 *
 * Puts everything back as it is in a backup, as one change that can be undone. Nothing goes from the history.
 */
void
tl_workbook_restore_async (TlWorkbook          *self,
                           const TlBackup      *backup,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;

  g_task_set_source_tag (task, tl_workbook_restore_async);
  g_task_set_check_cancellable (task, FALSE);
  if (tl_workbook_check_editable (self, &error))
    tl_store_restore_async (self->store, backup, cancellable, restored_cb, task);
  else
    {
      g_task_return_error (task, error);
      g_object_unref (task);
    }
}

/**
 * tl_workbook_restore_finish:
 * @self: a workbook
 * @result: what the callback was given
 * @changed: (out): whether anything was different from the backup
 * @error: a %TL_WORKBOOK_ERROR or a %TL_STORE_ERROR
 *
 * Returns: whether everything is as in the backup
 */
gboolean
tl_workbook_restore_finish (TlWorkbook    *self,
                            GAsyncResult  *result,
                            gboolean      *changed,
                            GError       **error)
{
  g_autoptr (TlChange) change = g_task_propagate_pointer (G_TASK (result), error);

  *changed = change != NULL && tl_change_is_sealed (change);
  return change != NULL;
}

/* ── Removing from this computer ──────────────────────────────────────────── */

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (tl_store_remove_finish (TL_STORE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
waited_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GTask *task = user_data;
  TlWorkbook *self = g_task_get_source_object (task);

  tl_store_remove_async (self->store, removed_cb, task);
}

/* The file has everything; what is on this computer besides may go. */
static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TlWorkbook *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!tl_store_check_file_finish (TL_STORE (source), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  tl_workbook_end (self);
  tl_backup_keeper_wait_async (self->keeper, waited_cb, g_steal_pointer (&task));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TlWorkbook *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (tl_saver_save_finish (TL_SAVER (source), result, &error))
    tl_store_check_file_async (self->store, NULL, checked_cb, g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

/**
 * tl_workbook_remove_async:
 * @self: a workbook
 * @callback: called when nothing is left on this computer but its file
 * @user_data: for @callback
 *
 * Saves what the file doesn't have yet, closes the workbook, and removes its working copies and backups from this
 * computer. Where it can't be saved, or its file isn't there with everything in it, nothing happens and it stays open.
 */
void
tl_workbook_remove_async (TlWorkbook          *self,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (TL_IS_WORKBOOK (self) && self->saver != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, tl_workbook_remove_async);
  if (tl_store_get_unsaved (self->store) && tl_store_get_file (self->store) != NULL
      && !tl_store_get_read_only (self->store))
    tl_saver_save_async (self->saver, NULL, NULL, saved_cb, task);
  else
    tl_store_check_file_async (self->store, NULL, checked_cb, task);
}

/**
 * tl_workbook_remove_finish:
 * @self: a workbook
 * @result: what the callback was given
 * @closed: (out): whether the workbook has been closed, even if not everything could be removed
 * @error: a %TL_STORE_ERROR
 *
 * Returns: whether nothing is left but the file
 */
gboolean
tl_workbook_remove_finish (TlWorkbook    *self,
                           GAsyncResult  *result,
                           gboolean      *closed,
                           GError       **error)
{
  *closed = self->closing;
  return g_task_propagate_boolean (G_TASK (result), error);
}
