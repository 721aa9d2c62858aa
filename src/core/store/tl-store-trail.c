/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-store-trail.h"

#include "tl-review-trail-read.h"
#include "tl-store-question.h"

static gpointer
answer_trail (TlStoreQuestion  *self,
              TlDatabase       *database,
              GCancellable     *cancellable,
              GError          **error)
{
  return tl_review_trail_read (database, &self->row, cancellable, error);
}

/**
 * tl_store_read_trail_async:
 * @self: a store
 * @review: a review
 * @cancellable: (nullable): a cancellable
 * @callback: called when it has been read
 * @user_data: data for @callback
 *
 * Asks when a review was finished, and what was corrected in it since.
 */
void
tl_store_read_trail_async (TlStore             *self,
                           const TlId          *review,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  TlStoreQuestion *question;

  g_return_if_fail (TL_IS_STORE (self) && !self->closed);

  question = g_new0 (TlStoreQuestion, 1);
  question->answer = answer_trail;
  question->free_answer = (GDestroyNotify) tl_review_trail_free;
  question->row = *review;
  tl_store_ask (self, question, tl_store_read_trail_async, cancellable, callback, user_data);
}

/**
 * tl_store_read_trail_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #TlStoreError, %TL_STORE_ERROR_INVALID where the review isn't finished
 *
 * Returns: (transfer full) (nullable): the seal and the corrections
 */
TlReviewTrail *
tl_store_read_trail_finish (TlStore       *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  return tl_store_ask_finish (self, result, error);
}

typedef struct
{
  TlDigest change;
  gint64 time;
} Setting;

static gpointer
answer_setting (TlStoreQuestion  *self,
                TlDatabase       *database,
                GCancellable     *cancellable,
                GError          **error)
{
  g_autofree Setting *setting = g_new0 (Setting, 1);

  return tl_history_find_setting (database, self->table, &self->row, self->column, &setting->change, &setting->time,
                                  cancellable, error) ? g_steal_pointer (&setting) : NULL;
}

/**
 * tl_store_find_setting_async:
 * @self: a store
 * @table: (transfer none): name of a table, a string that stays
 * @row: one of its rows
 * @column: (transfer none): name of one of its columns, a string that stays
 * @cancellable: (nullable): a cancellable
 * @callback: called when it has been found
 * @user_data: data for @callback
 *
 * Asks which change gave a field its value, so that the workbook can be shown as it was recorded then: a closed risk's
 * proof as it stood, by the change that set the `decision` of its closing.
 */
void
tl_store_find_setting_async (TlStore             *self,
                             const char          *table,
                             const TlId          *row,
                             const char          *column,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  TlStoreQuestion *question;

  g_return_if_fail (TL_IS_STORE (self) && !self->closed);

  question = g_new0 (TlStoreQuestion, 1);
  question->answer = answer_setting;
  question->free_answer = g_free;
  question->table = table;
  question->row = *row;
  question->column = column;
  tl_store_ask (self, question, tl_store_find_setting_async, cancellable, callback, user_data);
}

/**
 * tl_store_find_setting_finish:
 * @self: a store
 * @result: what the callback was given
 * @change: (out) (optional): the change
 * @time: (out) (optional): when it was made, in milliseconds since 1970, UTC
 * @error: return location for a #TlStoreError, %TL_STORE_ERROR_INVALID where the field is empty
 *
 * Returns: whether there is one
 */
gboolean
tl_store_find_setting_finish (TlStore       *self,
                              GAsyncResult  *result,
                              TlDigest      *change,
                              gint64        *time,
                              GError       **error)
{
  g_autofree Setting *setting = tl_store_ask_finish (self, result, error);

  if (setting == NULL)
    return FALSE;
  if (change != NULL)
    *change = setting->change;
  if (time != NULL)
    *time = setting->time;
  return TRUE;
}
