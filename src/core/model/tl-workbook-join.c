/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-workbook-join.h"

#include "tl-store-merge.h"
#include "tl-workbook-private.h"

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  TlOtherWorkbook *other = tl_store_read_other_finish (TL_STORE (source), result, &error);

  if (other != NULL)
    g_task_return_pointer (task, other, (GDestroyNotify) tl_other_workbook_free);
  else
    g_task_return_error (task, error);
}

/**
 * tl_workbook_read_other_async:
 * @self: a workbook
 * @file: a file that holds a workbook
 * @cancellable: (nullable): to cancel
 * @callback: called when it has been read
 * @user_data: for @callback
 *
 * Reads another workbook. Nothing is changed, neither there nor here.
 */
void
tl_workbook_read_other_async (TlWorkbook          *self,
                              GFile               *file,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tl_workbook_read_other_async);
  tl_store_read_other_async (self->store, file, cancellable, read_cb, task);
}

/**
 * tl_workbook_read_other_finish:
 * @self: a workbook
 * @result: what the callback was given
 * @error: a %TL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): what was read
 */
TlOtherWorkbook *
tl_workbook_read_other_finish (TlWorkbook    *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* A task for what changes the workbook, %NULL when it is refused. */
static GTask *
begin (TlWorkbook          *self,
       gpointer             tag,
       GCancellable        *cancellable,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;

  g_task_set_source_tag (task, tag);
  g_task_set_check_cancellable (task, FALSE);
  if (tl_workbook_check_editable (self, &error))
    return task;
  g_task_return_error (task, error);
  g_object_unref (task);
  return NULL;
}

static void
merged_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  TlMergeResult *merged = tl_store_merge_finish (TL_STORE (source), result, &error);

  if (merged != NULL)
    g_task_return_pointer (task, merged, (GDestroyNotify) tl_merge_result_free);
  else
    g_task_return_error (task, error);
}

/**
 * tl_workbook_merge_async:
 * @self: a workbook
 * @file: another copy of it
 * @cancellable: (nullable): to cancel, for as long as it hasn't begun
 * @callback: called when its changes are in the workbook, or refused
 * @user_data: for @callback
 *
 * Takes the changes of another copy in; the copy stays as it is.
 */
void
tl_workbook_merge_async (TlWorkbook          *self,
                         GFile               *file,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  GTask *task = begin (self, tl_workbook_merge_async, cancellable, callback, user_data);

  if (task != NULL)
    tl_store_merge_async (self->store, file, cancellable, merged_cb, task);
}

/**
 * tl_workbook_merge_finish:
 * @self: a workbook
 * @result: what the callback was given
 * @n_changes: (out): how many changes came
 * @n_conflicts: (out): how many fields two people have set differently
 * @error: a %TL_STORE_ERROR
 *
 * Returns: whether they are in the workbook
 */
gboolean
tl_workbook_merge_finish (TlWorkbook    *self,
                          GAsyncResult  *result,
                          guint         *n_changes,
                          guint         *n_conflicts,
                          GError       **error)
{
  g_autoptr (TlMergeResult) merged = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  merged = g_task_propagate_pointer (G_TASK (result), error);
  *n_changes = merged != NULL ? merged->n_changes : 0;
  *n_conflicts = merged != NULL ? merged->n_conflicts : 0;
  return merged != NULL;
}

static void
joined_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (tl_store_join_finish (TL_STORE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * tl_workbook_join_async:
 * @self: a workbook
 * @file: another workbook's file
 * @change: what to bring in of it, by a #TlJoinPlan
 * @cancellable: (nullable): to cancel, for as long as it hasn't begun
 * @callback: called when it is in the workbook, or refused
 * @user_data: for @callback
 *
 * Brings another workbook in, as one change that can be undone.
 */
void
tl_workbook_join_async (TlWorkbook          *self,
                        GFile               *file,
                        TlChange            *change,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GTask *task = begin (self, tl_workbook_join_async, cancellable, callback, user_data);

  if (task != NULL)
    tl_store_join_async (self->store, file, change, cancellable, joined_cb, task);
}

/**
 * tl_workbook_join_finish:
 * @self: a workbook
 * @result: what the callback was given
 * @error: a %TL_STORE_ERROR
 *
 * Returns: whether it is in the workbook
 */
gboolean
tl_workbook_join_finish (TlWorkbook    *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
