/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-workbook-private.h"

#include "tl-assessing.h"

/* Opening a workbook, in two steps that need nothing of the main thread, which may be busy making a window meanwhile.
 * First the outline of each risk is read: what the register shows of it but for its line, its measures and its findings.
 * Where a comparison of places was looked at last, its risk is read next, with all that is recorded of it, and concluded.
 * Then everything is read and concluded. Who is content with the outline is called as soon as it is there. */

typedef struct
{
  GTask *task;
  gboolean outline_will_do;
  TlLastLook *last_look;
  /* What the threads leave behind: the outline before the store is given, and whether all is concluded already. */
  TlAssessment *outlined;
  TlAssessment *detailed;
  int concluded;

  TlWorkbook *workbook;
  TlAssessment *assessment;
  GError *error;
  gboolean has_assessment;
} Opening;

static void
opening_free (Opening *self)
{
  g_clear_pointer (&self->last_look, tl_last_look_free);
  g_clear_pointer (&self->outlined, tl_assessment_unref);
  g_clear_pointer (&self->detailed, tl_assessment_unref);
  g_clear_pointer (&self->assessment, tl_assessment_unref);
  g_clear_object (&self->workbook);
  g_clear_error (&self->error);
  g_object_unref (self->task);
  g_free (self);
}

static void
let_go_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!tl_store_close_finish (TL_STORE (source), result, &error))
    g_message ("Closing what could not be shown: %s", error->message);
}

/* Both the store and what is concluded are there. */
static void
finish (Opening *self)
{
  TlWorkbook *workbook = self->workbook;
  gboolean is_waited_for = !g_task_get_completed (self->task) && !workbook->outlined;

  tl_workbook_begin (workbook, g_steal_pointer (&self->assessment), self->error);
  if (is_waited_for && self->error != NULL)
    {
      tl_workbook_end (workbook);
      tl_store_close_async (workbook->store, let_go_cb, NULL);
      g_task_return_error (self->task, g_steal_pointer (&self->error));
    }
  else if (is_waited_for)
    g_task_return_pointer (self->task, g_object_ref (workbook), g_object_unref);
  opening_free (self);
}

static void
assessed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Opening *self = user_data;

  self->assessment = tl_assess_finish (result, &self->error);
  self->has_assessment = TRUE;
  if (self->workbook != NULL)
    finish (self);
}

/* On the writer's thread. */
static void
opened_func (TlStore    *store,
             TlSnapshot *outline,
             gpointer    user_data)
{
  Opening *self = user_data;

  if (outline != NULL && self->outline_will_do)
    self->outlined = tl_assessment_new_outline (outline, tl_assessing_get_today (outline));
  g_clear_pointer (&outline, tl_snapshot_unref);
  if (self->outlined != NULL && self->last_look != NULL)
    self->detailed = tl_last_look_take (self->last_look, store, self->outlined, g_task_get_cancellable (self->task));
  tl_assess_async (store, TL_NO_DAY, &self->concluded, g_task_get_cancellable (self->task), assessed_cb, self);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Opening *self = user_data;
  GError *error = NULL;
  TlStore *store = tl_store_open_finish (result, &error);

  if (store == NULL)
    {
      g_task_return_error (self->task, error);
      opening_free (self);
      return;
    }
  self->workbook = g_object_new (TL_TYPE_WORKBOOK, NULL);
  tl_workbook_attach (self->workbook, store);
  tl_workbook_await (self->workbook, g_task_get_cancellable (self->task));
  if (self->has_assessment)
    finish (self);
  /* What is about to be concluded needn't be shown without it first. */
  else if (self->outlined != NULL && !g_atomic_int_get (&self->concluded))
    {
      tl_workbook_take_outline (self->workbook, g_steal_pointer (&self->outlined), g_steal_pointer (&self->detailed));
      g_task_return_pointer (self->task, g_object_ref (self->workbook), g_object_unref);
    }
}

static void
open_workbook (TlStoreOrigin        origin,
               GFile               *file,
               TlIdSource          *ids,
               gboolean             outline_will_do,
               TlLastLook          *last_look,
               GCancellable        *cancellable,
               GAsyncReadyCallback  callback,
               gpointer             user_data)
{
  Opening *self = g_new0 (Opening, 1);

  self->task = g_task_new (NULL, cancellable, callback, user_data);
  self->outline_will_do = outline_will_do;
  self->last_look = last_look;
  g_task_set_source_tag (self->task, tl_workbook_open_async);
  g_task_set_check_cancellable (self->task, FALSE);
  tl_store_open_outline_async (origin, file, ids, opened_func, self, cancellable, opened_cb, self);
}

/**
 * tl_workbook_open_async:
 * @origin: whether to open a file, a copy of it, or something new
 * @file: (nullable): the file, %NULL for something new
 * @ids: where new ids come from
 * @cancellable: (nullable): to cancel
 * @callback: called when it is open
 * @user_data: for @callback
 *
 * Opens a workbook, reads it and draws conclusions from it. One that is cancelled when it is open already is given all
 * the same: it has to be closed.
 */
void
tl_workbook_open_async (TlStoreOrigin        origin,
                        GFile               *file,
                        TlIdSource          *ids,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  open_workbook (origin, file, ids, FALSE, NULL, cancellable, callback, user_data);
}

/**
 * tl_workbook_open_outline_async:
 * @origin: whether to open a file, a copy of it, or something new
 * @file: (nullable): the file, %NULL for something new
 * @ids: where new ids come from
 * @last_look: (transfer full) (nullable): what was looked at last, whose risk is read in detail
 * @cancellable: (nullable): to cancel
 * @callback: called when it is open
 * @user_data: for @callback
 *
 * Does the same, and is content with the outline of each risk, and [method@Tl.Workbook.get_detail] of the one that was
 * looked at last. [property@Tl.Workbook:assessment] is %NULL, and nothing
 * can be changed, until everything has been read and concluded, which it notifies; [signal@Tl.Workbook::failed] tells
 * when that can't be done. Finish with [func@Tl.Workbook.open_finish].
 */
void
tl_workbook_open_outline_async (TlStoreOrigin        origin,
                                GFile               *file,
                                TlIdSource          *ids,
                                TlLastLook          *last_look,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  open_workbook (origin, file, ids, TRUE, last_look, cancellable, callback, user_data);
}

/**
 * tl_workbook_open_finish:
 * @result: what the callback was given
 * @error: a %TL_STORE_ERROR or an I/O error
 *
 * Returns: (transfer full): the workbook
 */
TlWorkbook *
tl_workbook_open_finish (GAsyncResult  *result,
                         GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
