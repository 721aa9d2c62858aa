/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-workbook-undo.h"

#include "tl-workbook-commands.h"
#include "tl-workbook-private.h"

/* What undo and redo would do is asked of the history after each change, which may be somebody else's undo too. */

static void
set_entry (TlWorkbook      *self,
           TlHistoryEntry **place,
           TlHistoryEntry  *entry,
           const char      *words)
{
  g_autofree char *before =
    *place != NULL ? g_strdup (tl_history_entry_get_what (*place)) : NULL;
  const char *now = entry != NULL ? tl_history_entry_get_what (entry) : NULL;

  g_set_object (place, entry);
  if (g_strcmp0 (before, now) != 0)
    g_object_notify (G_OBJECT (self), words);
}

/**
 * tl_workbook_update_undo:
 * @self: a workbook
 *
 * Tells whether something can be undone and redone, as that follows from the history and from whether it may be edited.
 */
void
tl_workbook_update_undo (TlWorkbook *self)
{
  gboolean editable = tl_workbook_get_editable (self);
  gboolean could_undo = self->can_undo, could_redo = self->can_redo;

  self->can_undo = editable && self->undo != NULL;
  self->can_redo = editable && self->redo != NULL;
  if (self->can_undo != could_undo)
    g_object_notify (G_OBJECT (self), "can-undo");
  if (self->can_redo != could_redo)
    g_object_notify (G_OBJECT (self), "can-redo");
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TlWorkbook) self = user_data;
  g_autoptr (TlHistoryEntry) undo = NULL, redo = NULL;
  g_autoptr (GError) error = NULL;
  gboolean found = tl_store_find_undo_finish (TL_STORE (source), result, &undo, &redo, &error);

  g_clear_object (&self->looking);
  if (!found)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_warning ("The history could not be read: %s", error->message);
      return;
    }
  if (self->look_again && !self->closing)
    {
      tl_workbook_look_for_undo (self);
      return;
    }
  g_object_freeze_notify (G_OBJECT (self));
  set_entry (self, &self->undo, undo, "undo-words");
  set_entry (self, &self->redo, redo, "redo-words");
  tl_workbook_update_undo (self);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * tl_workbook_look_for_undo:
 * @self: a workbook whose history has changed
 *
 * Asks what undo and redo would do now; if it is being asked already, once more afterwards.
 */
void
tl_workbook_look_for_undo (TlWorkbook *self)
{
  /* A newer version's changes can't be taken back here, and may say what we have no words for. */
  if (tl_store_get_read_only_reason (self->store) == TL_READ_ONLY_REASON_NEWER)
    return;
  self->look_again = self->looking != NULL;
  if (self->look_again || self->closing)
    return;
  self->looking = g_cancellable_new ();
  tl_store_find_undo_async (self->store, self->looking, found_cb, g_object_ref (self));
}

/**
 * tl_workbook_stop_looking:
 * @self: a workbook that is closed
 *
 * Asks nothing any more.
 */
void
tl_workbook_stop_looking (TlWorkbook *self)
{
  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  self->look_again = FALSE;
}

static void
taken_back_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (TlChange) change = tl_store_take_back_finish (TL_STORE (source), result, &error);

  if (change == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, g_memdup2 (tl_change_get_id (change), sizeof (TlDigest)), g_free);
  g_task_return_boolean (task, TRUE);
}

/* The task for a command, %NULL when it is refused since nothing may be changed now. */
static GTask *
begin (TlWorkbook          *self,
       GCancellable        *cancellable,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  GTask *task;
  GError *error = NULL;

  if (!tl_workbook_check_editable (self, &error))
    {
      tl_workbook_refuse (self, error, callback, user_data);
      return NULL;
    }
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tl_workbook_apply_async);
  return task;
}

/**
 * tl_workbook_undo_async:
 * @self: a workbook
 * @cancellable: (nullable): to cancel
 * @callback: called when it is kept, or refused
 * @user_data: for @callback
 *
 * Takes back one's latest change that hasn't been taken back, also one of yesterday. The error of a refused undo names
 * what came later. Finish with [method@Tl.Workbook.apply_finish].
 */
void
tl_workbook_undo_async (TlWorkbook          *self,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GTask *task = begin (self, cancellable, callback, user_data);

  if (task != NULL)
    tl_store_undo_async (self->store, cancellable, taken_back_cb, task);
}

/**
 * tl_workbook_redo_async:
 * @self: a workbook
 * @cancellable: (nullable): to cancel
 * @callback: called when it is kept, or refused
 * @user_data: for @callback
 *
 * Does again what was last undone. Finish with [method@Tl.Workbook.apply_finish].
 */
void
tl_workbook_redo_async (TlWorkbook          *self,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GTask *task = begin (self, cancellable, callback, user_data);

  if (task != NULL)
    tl_store_redo_async (self->store, cancellable, taken_back_cb, task);
}

/**
 * tl_workbook_take_back_async:
 * @self: a workbook
 * @change: a change of its history, whoever made it
 * @cancellable: (nullable): to cancel
 * @callback: called when it is kept, or refused
 * @user_data: for @callback
 *
 * Takes back an older change.
 */
void
tl_workbook_take_back_async (TlWorkbook          *self,
                             const TlDigest      *change,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  GTask *task = begin (self, cancellable, callback, user_data);

  if (task != NULL)
    tl_store_take_back_async (self->store, change, cancellable, taken_back_cb, task);
}

/**
 * tl_workbook_take_back_finish:
 * @self: a workbook
 * @result: what the callback was given
 * @made: (out) (optional): the change that was made, which can be taken back in turn
 * @error: a %TL_WORKBOOK_ERROR or a %TL_STORE_ERROR, which can name the change that is in the way
 *
 * Returns: whether it is kept
 */
gboolean
tl_workbook_take_back_finish (TlWorkbook    *self,
                              GAsyncResult  *result,
                              TlDigest      *made,
                              GError       **error)
{
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  if (made != NULL)
    *made = *(const TlDigest *) g_task_get_task_data (G_TASK (result));
  return TRUE;
}

/**
 * tl_workbook_get_can_undo:
 * @self: a workbook
 *
 * Returns: whether there is something to undo, and it may be
 */
gboolean
tl_workbook_get_can_undo (TlWorkbook *self)
{
  return self->can_undo;
}

/**
 * tl_workbook_get_can_redo:
 * @self: a workbook
 *
 * Returns: whether there is something to redo, and it may be
 */
gboolean
tl_workbook_get_can_redo (TlWorkbook *self)
{
  return self->can_redo;
}

/**
 * tl_workbook_get_undo_words:
 * @self: a workbook
 *
 * Returns: (nullable): what would be undone, such as "renamed R1 from … to …"
 */
const char *
tl_workbook_get_undo_words (TlWorkbook *self)
{
  return self->undo != NULL ? tl_history_entry_get_what (self->undo) : NULL;
}

/**
 * tl_workbook_get_redo_words:
 * @self: a workbook
 *
 * Returns: (nullable): what would be done again
 */
const char *
tl_workbook_get_redo_words (TlWorkbook *self)
{
  return self->redo != NULL ? tl_history_entry_get_what (self->redo) : NULL;
}

/**
 * tl_workbook_get_store:
 * @self: a workbook
 *
 * Returns: (transfer none): the open document, for questions about its history
 */
TlStore *
tl_workbook_get_store (TlWorkbook *self)
{
  return self->store;
}
