/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-workbook-erase.h"

#include "tl-store-erase.h"
#include "tl-workbook-private.h"

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GPtrArray *found = tl_store_find_text_finish (TL_STORE (source), result, &error);

  if (found != NULL)
    g_task_return_pointer (task, found, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * tl_workbook_find_text_async:
 * @self: a workbook
 * @text: a name, or other words
 * @cancellable: (nullable): to cancel
 * @callback: called when the search is over
 * @user_data: for @callback
 *
 * Looks for words in every text that the workbook has or ever had.
 */
void
tl_workbook_find_text_async (TlWorkbook          *self,
                             const char          *text,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tl_workbook_find_text_async);
  tl_store_find_text_async (self->store, text, cancellable, found_cb, task);
}

/**
 * tl_workbook_find_text_finish:
 * @self: a workbook
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type TlTextFound): where they are
 */
GPtrArray *
tl_workbook_find_text_finish (TlWorkbook    *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Its file isn't free of what was erased until it is saved; if it can't be now, that is tried on and on as ever, and
 * the window says so. */
static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;

  tl_saver_save_finish (TL_SAVER (source), result, NULL);
  g_task_return_boolean (task, TRUE);
}

static void
erased_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TlWorkbook *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!tl_store_erase_finish (TL_STORE (source), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  tl_typed_notes_erase (tl_workbook_get_typed (self), g_task_get_task_data (task));
  if (self->saver == NULL || tl_store_get_file (self->store) == NULL)
    g_task_return_boolean (task, TRUE);
  else
    tl_saver_save_async (self->saver, NULL, NULL, saved_cb, g_steal_pointer (&task));
}

/**
 * tl_workbook_erase_async:
 * @self: a workbook
 * @erasure: what is to be erased
 * @progress: (nullable): hears how far it is
 * @progress_data: for @progress
 * @cancellable: (nullable): to cancel, until it is done
 * @callback: called when it is erased, or refused
 * @user_data: for @callback
 *
 * Erases for good: from what the workbook says, from its whole history, from its file, which is saved at once, and from
 * backups on this computer. Nobody can undo that.
 */
void
tl_workbook_erase_async (TlWorkbook          *self,
                         TlErasure           *erasure,
                         TlEraseProgress      progress,
                         gpointer             progress_data,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;

  g_task_set_source_tag (task, tl_workbook_erase_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, tl_erasure_ref (erasure), (GDestroyNotify) tl_erasure_unref);
  if (tl_workbook_check_editable (self, &error))
    tl_store_erase_async (self->store, erasure, progress, progress_data, cancellable, erased_cb, task);
  else
    {
      g_task_return_error (task, error);
      g_object_unref (task);
    }
}

/**
 * tl_workbook_erase_finish:
 * @self: a workbook
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: whether it is erased
 */
gboolean
tl_workbook_erase_finish (TlWorkbook    *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
