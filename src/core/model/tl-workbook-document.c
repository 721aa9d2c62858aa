/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-workbook-private.h"

#include <glib/gi18n-lib.h>

#include "tl-workbook-conflicts.h"
#include "tl-workbook-kept.h"

/* Saving and closing a workbook. */

static void
waited_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;

  g_task_return_boolean (task, tl_backup_keeper_wait_finish (TL_BACKUP_KEEPER (source), result));
}

static void
close_store_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TlWorkbook *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (tl_store_close_finish (TL_STORE (source), result, &error))
    tl_backup_keeper_wait_async (self->keeper, waited_cb, g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

static void
close_save_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  GTask *task = user_data;
  TlWorkbook *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;

  /* What can't be saved now stays in the working copy, and is there at the next start. */
  if (!tl_saver_save_finish (TL_SAVER (source), result, &error))
    g_message ("Kept in the working copy: %s", error->message);
  else
    tl_backup_keeper_look (self->keeper);
  tl_store_close_async (self->store, close_store_cb, task);
}

/* Asks nothing of the document any more. */
void
tl_workbook_end (TlWorkbook *self)
{
  self->closing = TRUE;
  tl_workbook_drop_spare (self);
  if (self->assessing != NULL)
    g_cancellable_cancel (self->assessing);
  g_clear_handle_id (&self->midnight, g_source_remove);
  tl_workbook_stop_looking (self);
  tl_workbook_stop_listing (self);
  tl_backup_keeper_stop (self->keeper);
  tl_saver_stop (self->saver);
}

/**
 * tl_workbook_close_async:
 * @self: a workbook
 * @callback: called when it is closed
 * @user_data: for @callback
 *
 * Saves what the file doesn't have yet, and closes the working copy. Nothing is lost when saving fails.
 */
void
tl_workbook_close_async (TlWorkbook          *self,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  GTask *task;

  /* What was recorded ends with the workbook whose past it is, not by itself. */
  g_return_if_fail (self->present == NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, tl_workbook_close_async);
  tl_workbook_end (self);
  if (tl_store_get_unsaved (self->store) && tl_store_get_file (self->store) != NULL
      && !tl_store_get_read_only (self->store))
    tl_saver_save_async (self->saver, NULL, NULL, close_save_cb, task);
  else
    tl_store_close_async (self->store, close_store_cb, task);
}

/**
 * tl_workbook_close_finish:
 * @self: a workbook
 * @result: what the callback was given
 * @error: a %TL_STORE_ERROR
 *
 * Returns: whether it closed without trouble
 */
gboolean
tl_workbook_close_finish (TlWorkbook    *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * tl_workbook_get_file:
 * @self: a workbook
 *
 * Returns: (transfer none) (nullable): its file, %NULL while it is untitled
 */
GFile *
tl_workbook_get_file (TlWorkbook *self)
{
  return tl_store_get_file (self->store);
}

/**
 * tl_workbook_get_saved_state:
 * @self: a workbook
 *
 * Returns: whether the file has everything
 */
TlSavedState
tl_workbook_get_saved_state (TlWorkbook *self)
{
  TlSavedState state;

  if (self->present != NULL || tl_workbook_is_practice (self))
    return TL_SAVED_STATE_READ_ONLY;
  if (self->saver == NULL)
    return TL_SAVED_STATE_UNTITLED;
  state = tl_saver_get_state (self->saver);
  return state == TL_SAVED_STATE_SAVED && tl_workbook_get_n_conflicts (self) > 0 ? TL_SAVED_STATE_CONFLICT : state;
}

/**
 * tl_workbook_is_practice:
 * @self: a workbook
 *
 * Returns: whether it is the workbook of a practice case, with an answer sheet, in which nothing may be changed
 */
gboolean
tl_workbook_is_practice (TlWorkbook *self)
{
  return self->assessment != NULL && tl_snapshot_count (tl_assessment_get_snapshot (self->assessment), TL_TABLE_ANSWER) > 0;
}

/**
 * tl_workbook_get_save_reason:
 * @self: a workbook
 *
 * Returns: (nullable): why it can't be saved or edited, in a few words that go on after a colon
 */
const char *
tl_workbook_get_save_reason (TlWorkbook *self)
{
  if (self->present != NULL)
    return self->recorded_problem;
  if (tl_workbook_is_practice (self))
    return _("practice case");
  return self->saver != NULL ? tl_saver_get_reason (self->saver) : NULL;
}

/**
 * tl_workbook_get_save_problem:
 * @self: a workbook
 *
 * Returns: (nullable): why it can't be saved or edited and what to do, in sentences
 */
const char *
tl_workbook_get_save_problem (TlWorkbook *self)
{
  if (self->present != NULL)
    return self->recorded_problem;
  if (tl_workbook_is_practice (self))
    return _("This is a practice case, about an invented service. Nothing in it can be changed, saved or merged.");
  return self->saver != NULL ? tl_saver_get_problem (self->saver) : NULL;
}

static void
save_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (tl_saver_save_finish (TL_SAVER (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * tl_workbook_save_async:
 * @self: a workbook
 * @file: (nullable): where to, %NULL for its own file
 * @cancellable: (nullable): to cancel
 * @callback: called when it is saved
 * @user_data: for @callback
 *
 * Saves a workbook now. A file that is given becomes its own.
 */
void
tl_workbook_save_async (TlWorkbook          *self,
                        GFile               *file,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tl_workbook_save_async);
  tl_saver_save_async (self->saver, file, cancellable, save_cb, task);
}

/**
 * tl_workbook_save_finish:
 * @self: a workbook
 * @result: what the callback was given
 * @error: a %TL_STORE_ERROR or an I/O error
 *
 * Returns: whether it is saved
 */
gboolean
tl_workbook_save_finish (TlWorkbook    *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
