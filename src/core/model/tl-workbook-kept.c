/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-workbook-kept.h"

#include "tl-store-merge.h"
#include "tl-workbook-private.h"

/**
 * tl_workbook_get_document:
 * @self: a workbook
 *
 * Returns: (transfer none): the id of its document, the same in every copy of it
 */
const TlId *
tl_workbook_get_document (TlWorkbook *self)
{
  return tl_store_get_document (self->store);
}

/**
 * tl_workbook_get_address:
 * @self: a workbook
 *
 * Returns: (nullable): the URI of its file with links followed, by which two ways to one file are known as such
 */
const char *
tl_workbook_get_address (TlWorkbook *self)
{
  return tl_store_get_address (self->store);
}

/**
 * tl_workbook_get_recovery:
 * @self: a workbook
 *
 * Returns: whether it went on with changes of an earlier time that its file hadn't
 */
TlStoreRecovery
tl_workbook_get_recovery (TlWorkbook *self)
{
  return tl_store_get_recovery (self->store);
}

/**
 * tl_workbook_get_read_only_reason:
 * @self: a workbook
 *
 * Returns: why nothing of it can be changed
 */
TlReadOnlyReason
tl_workbook_get_read_only_reason (TlWorkbook *self)
{
  return tl_store_get_read_only_reason (self->store);
}

/**
 * tl_workbook_get_on_network:
 * @self: a workbook
 *
 * Returns: whether what is being worked on is on a network, where a lost connection can damage it
 */
gboolean
tl_workbook_get_on_network (TlWorkbook *self)
{
  return tl_store_get_on_network (self->store);
}

static void
discarded_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (tl_store_close_finish (TL_STORE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * tl_workbook_discard_async:
 * @self: a workbook without a file
 * @callback: called when it is gone
 * @user_data: for @callback
 *
 * Closes a workbook that nobody wants to keep, with all that was changed. Finish with
 * [method@Tl.Workbook.close_finish].
 */
void
tl_workbook_discard_async (TlWorkbook          *self,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, tl_workbook_discard_async);
  tl_workbook_end (self);
  tl_store_discard_async (self->store, discarded_cb, task);
}

static void
merged_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (TlMergeResult) merged = tl_store_merge_finish (TL_STORE (source), result, &error);

  if (merged != NULL)
    g_task_return_int (task, merged->n_changes);
  else
    g_task_return_error (task, error);
}

/**
 * tl_workbook_merge_kept_async:
 * @self: a workbook
 * @kept: what was left of it on this computer
 * @cancellable: (nullable): to cancel, for as long as it hasn't begun
 * @callback: called when its changes are in the workbook, or refused
 * @user_data: for @callback
 *
 * Takes changes in that were made in the same workbook and left on this computer; they aren't kept apart any more.
 */
void
tl_workbook_merge_kept_async (TlWorkbook          *self,
                              TlKeptCopy          *kept,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tl_workbook_merge_kept_async);
  g_task_set_check_cancellable (task, FALSE);
  tl_store_merge_kept_async (self->store, kept, cancellable, merged_cb, task);
}

/**
 * tl_workbook_merge_kept_finish:
 * @self: a workbook
 * @result: what the callback was given
 * @n_changes: (out): how many changes came
 * @error: a %TL_STORE_ERROR
 *
 * Returns: whether they are in the workbook
 */
gboolean
tl_workbook_merge_kept_finish (TlWorkbook    *self,
                               GAsyncResult  *result,
                               guint         *n_changes,
                               GError       **error)
{
  GError *reason = NULL;
  gssize n = g_task_propagate_int (G_TASK (result), &reason);

  *n_changes = n > 0 ? (guint) n : 0;
  if (reason == NULL)
    return TRUE;
  g_propagate_error (error, reason);
  return FALSE;
}
