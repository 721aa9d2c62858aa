/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-readings-grid-private.h"

#include <glib/gi18n-lib.h>

#include "tl-workbook-private.h"

static void
add_cell (TlReadingsGrid       *self,
          const TlReadingsCell *cell,
          TlChange             *change)
{
  g_autofree char *message = NULL;
  g_autoptr (TlDraft) draft = NULL;

  if (cell->state == TL_READINGS_REMOVED)
    tl_change_remove_row (change, tl_layout_get (TL_TABLE_READING)->name, &cell->reading);
  if (cell->state != TL_READINGS_ADDED && cell->state != TL_READINGS_CHANGED)
    return;
  draft = tl_readings_grid_make_draft (self, cell, &message);
  if (draft != NULL)
    tl_draft_add_to (draft, change);
}

/**
 * tl_readings_grid_make_change:
 * @self: a grid in which nothing is wrong
 *
 * Returns: (transfer full) (nullable): one change with all that is different, %NULL when nothing is
 */
TlChange *
tl_readings_grid_make_change (TlReadingsGrid *self)
{
  g_autoptr (TlChange) change = tl_change_new ("reading.enter");

  for (guint i = 0; i < self->rows->len; i++)
    {
      for (guint j = 0; j < self->columns->len; j++)
        add_cell (self, tl_readings_grid_get_cell (self, i, j), change);
    }
  return tl_change_get_n_edits (change) > 0 ? g_steal_pointer (&change) : NULL;
}

/**
 * tl_readings_grid_save_async:
 * @self: a grid
 * @cancellable: (nullable): to cancel
 * @callback: called when it is kept
 * @user_data: for @callback
 *
 * Keeps all of it as one change; where nothing is different, none is made. While anything is wrong nothing is kept. Finish
 * with [method@Tl.ReadingsGrid.save_finish].
 */
void
tl_readings_grid_save_async (TlReadingsGrid      *self,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (TlChange) change = NULL;
  GError *error = NULL;

  g_task_set_source_tag (task, tl_readings_grid_save_async);
  if (self->counts[TL_READINGS_WRONG] > 0)
    {
      g_task_return_new_error_literal (task, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_VALUE,
                                       _("Correct or empty the marked cells first; nothing was kept yet."));
      return;
    }
  if (!tl_workbook_check_editable (self->workbook, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  change = tl_readings_grid_make_change (self);
  tl_workbook_keep (self->workbook, change, g_steal_pointer (&task));
}

/**
 * tl_readings_grid_save_finish:
 * @self: a grid
 * @result: what the callback was given
 * @changed: (out) (optional): whether there was anything to change
 * @error: a %TL_WORKBOOK_ERROR or a %TL_STORE_ERROR
 *
 * Returns: whether it is kept
 */
gboolean
tl_readings_grid_save_finish (TlReadingsGrid  *self,
                              GAsyncResult    *result,
                              gboolean        *changed,
                              GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return tl_workbook_keep_finish (result, changed, error);
}
