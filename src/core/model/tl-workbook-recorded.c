/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-workbook-recorded.h"

#include <glib/gi18n-lib.h>

#include "tl-assessing.h"
#include "tl-history-moments.h"
#include "tl-workbook-private.h"

/**
 * tl_workbook_find_today:
 * @self: a workbook
 * @snapshot: its facts
 *
 * Returns: the day that is today for it: of what was recorded at a past moment that moment's day, unless the workbook
 *   itself said which day it was
 */
TlDay
tl_workbook_find_today (TlWorkbook *self,
                        TlSnapshot *snapshot)
{
  if (self->present != NULL && tl_snapshot_get_today (snapshot) == TL_NO_DAY)
    return MIN (tl_day_from_time (self->recorded_on), tl_day_today ());
  return tl_assessing_get_today (snapshot);
}

static void
assessed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TlWorkbook *past = g_task_get_task_data (task);
  GError *error = NULL;
  TlAssessment *assessment = tl_assess_finish (result, &error);

  if (assessment == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  tl_workbook_take_assessment (past, assessment);
  g_task_return_pointer (task, g_object_ref (past), g_object_unref);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TlWorkbook *past = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (TlSnapshot) snapshot =
    tl_store_load_recorded_finish (TL_STORE (source), result, &past->recorded_head, &past->recorded_time, &error);

  if (snapshot == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  tl_assess_snapshot_async (snapshot, tl_workbook_find_today (past, snapshot), g_task_get_cancellable (task),
                            assessed_cb, g_object_ref (task));
}

static TlWorkbook *
make_past (TlWorkbook *self,
           gint64      time)
{
  TlWorkbook *past = g_object_new (TL_TYPE_WORKBOOK, NULL);

  past->present = g_object_ref (tl_workbook_get_present (self));
  past->store = g_object_ref (past->present->store);
  past->recorded_on = time;
  past->recorded_words = tl_history_words_when (time);
  /* Translators: a moment such as "3 December 2025 at 14:03"; why a workbook is read-only */
  past->recorded_problem = g_strdup_printf (_("As it was recorded on %s"), past->recorded_words);
  return past;
}

/**
 * tl_workbook_load_recorded_async:
 * @self: a workbook, or what it was recorded as
 * @time: a moment, in milliseconds since 1970, UTC
 * @cancellable: (nullable): to cancel
 * @callback: called when it has been read
 * @user_data: for @callback
 *
 * Reads what the workbook said at a past moment, and draws the conclusions that followed from it on that day.
 */
void
tl_workbook_load_recorded_async (TlWorkbook          *self,
                                 gint64               time,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  TlWorkbook *past = make_past (self, time);

  g_task_set_source_tag (task, tl_workbook_load_recorded_async);
  g_task_set_task_data (task, past, g_object_unref);
  tl_store_load_recorded_async (past->store, time, cancellable, loaded_cb, task);
}

/**
 * tl_workbook_load_sealed_async:
 * @self: a workbook, or what it was recorded as
 * @change: a change of its history
 * @time: when that was made, in milliseconds since 1970, UTC
 * @cancellable: (nullable): to cancel
 * @callback: called when it has been read
 * @user_data: for @callback
 *
 * Reads what the workbook said to whoever made a change, such as the one that finished a review. Finish with
 * tl_workbook_load_recorded_finish().
 */
void
tl_workbook_load_sealed_async (TlWorkbook          *self,
                               const TlDigest      *change,
                               gint64               time,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  TlWorkbook *past = make_past (self, time);

  g_task_set_source_tag (task, tl_workbook_load_sealed_async);
  g_task_set_task_data (task, past, g_object_unref);
  tl_store_load_sealed_async (past->store, change, cancellable, loaded_cb, task);
}

/**
 * tl_workbook_load_recorded_finish:
 * @self: a workbook
 * @result: what the callback was given
 * @error: a %TL_STORE_ERROR; before its first change there was no workbook
 *
 * Returns: (transfer full): the workbook as it was recorded; nothing can be changed in it, and nothing that happens
 *   meanwhile changes it
 */
TlWorkbook *
tl_workbook_load_recorded_finish (TlWorkbook    *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tl_workbook_load_minutes_async:
 * @self: a workbook
 * @review: a review
 * @cancellable: (nullable): to cancel
 * @callback: called when it has been read
 * @user_data: for @callback
 *
 * Reads what the minutes of a review are made from. Finish with tl_minutes_load_finish().
 */
void
tl_workbook_load_minutes_async (TlWorkbook          *self,
                                const TlId          *review,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  tl_minutes_load_async (self->store, tl_workbook_get_assessment (self), review, cancellable, callback, user_data);
}

/**
 * tl_workbook_is_past:
 * @self: a workbook
 *
 * Returns: whether it is what was recorded at a past moment
 */
gboolean
tl_workbook_is_past (TlWorkbook *self)
{
  return self->present != NULL;
}

/**
 * tl_workbook_get_recorded_on:
 * @self: a workbook as it was recorded
 *
 * Returns: the moment, in milliseconds of UTC since 1970; 0 for a workbook as it is
 */
gint64
tl_workbook_get_recorded_on (TlWorkbook *self)
{
  return self->recorded_on;
}

/**
 * tl_workbook_get_recorded_words:
 * @self: a workbook as it was recorded
 *
 * Returns: (nullable): the moment by this computer's clock, such as "3 December 2025 at 14:03"
 */
const char *
tl_workbook_get_recorded_words (TlWorkbook *self)
{
  return self->recorded_words;
}

/**
 * tl_workbook_get_present:
 * @self: a workbook
 *
 * Returns: (transfer none): the workbook as it is; itself unless it is what was recorded
 */
TlWorkbook *
tl_workbook_get_present (TlWorkbook *self)
{
  return self->present != NULL ? self->present : self;
}
