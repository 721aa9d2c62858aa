/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-store-history.h"

#include "tl-history-page.h"
#include "tl-store-question.h"

/* The history as it is read. */

static gpointer
answer_page (TlStoreQuestion  *self,
             TlDatabase       *database,
             GCancellable     *cancellable,
             GError          **error)
{
  if (self->ids != NULL)
    return tl_history_read_changes (database, self->ids, cancellable, error);
  return tl_history_read_page (database, &self->query, cancellable, error);
}

/**
 * tl_store_list_history_async:
 * @self: a store
 * @query: which part of the history
 * @cancellable: (nullable): a cancellable
 * @callback: called when it has been read
 * @user_data: data for @callback
 *
 * Reads a page of the history.
 */
void
tl_store_list_history_async (TlStore              *self,
                             const TlHistoryQuery *query,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data)
{
  TlStoreQuestion *question;

  g_return_if_fail (TL_IS_STORE (self) && !self->closed);

  question = g_new0 (TlStoreQuestion, 1);
  question->answer = answer_page;
  question->free_answer = (GDestroyNotify) g_ptr_array_unref;
  question->query = *query;
  tl_store_ask (self, question, tl_store_list_history_async, cancellable, callback, user_data);
}

/**
 * tl_store_list_history_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #TlStoreError
 *
 * Returns: (transfer full) (nullable) (element-type TlHistoryEntry): the changes, the latest first
 */
GPtrArray *
tl_store_list_history_finish (TlStore       *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return tl_store_ask_finish (self, result, error);
}

static gpointer
answer_marks (TlStoreQuestion  *self,
              TlDatabase       *database,
              GCancellable     *cancellable,
              GError          **error)
{
  return tl_history_read_marks (database, &self->query, cancellable, error);
}

/**
 * tl_store_list_marks_async:
 * @self: a store
 * @query: which part of the history
 * @cancellable: (nullable): a cancellable
 * @callback: called when it has been listed
 * @user_data: data for @callback
 *
 * Lists changes without reading what they did, however many there are.
 */
void
tl_store_list_marks_async (TlStore              *self,
                           const TlHistoryQuery *query,
                           GCancellable         *cancellable,
                           GAsyncReadyCallback   callback,
                           gpointer              user_data)
{
  TlStoreQuestion *question;

  g_return_if_fail (TL_IS_STORE (self) && !self->closed);

  question = g_new0 (TlStoreQuestion, 1);
  question->answer = answer_marks;
  question->free_answer = (GDestroyNotify) g_array_unref;
  question->query = *query;
  tl_store_ask (self, question, tl_store_list_marks_async, cancellable, callback, user_data);
}

/**
 * tl_store_list_marks_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #TlStoreError
 *
 * Returns: (transfer full) (nullable) (element-type TlHistoryMark): the changes, the latest first
 */
GArray *
tl_store_list_marks_finish (TlStore       *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  return tl_store_ask_finish (self, result, error);
}

/**
 * tl_store_read_changes_async:
 * @self: a store
 * @ids: (element-type TlDigest): ids of changes
 * @cancellable: (nullable): a cancellable
 * @callback: called when they have been read
 * @user_data: data for @callback
 *
 * Reads some changes, such as those that followed a fingerprint.
 */
void
tl_store_read_changes_async (TlStore             *self,
                             GArray              *ids,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  TlStoreQuestion *question;

  g_return_if_fail (TL_IS_STORE (self) && !self->closed);

  question = g_new0 (TlStoreQuestion, 1);
  question->answer = answer_page;
  question->free_answer = (GDestroyNotify) g_ptr_array_unref;
  question->ids = g_array_ref (ids);
  tl_store_ask (self, question, tl_store_read_changes_async, cancellable, callback, user_data);
}

/**
 * tl_store_read_changes_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #TlStoreError
 *
 * Returns: (transfer full) (nullable) (element-type TlHistoryEntry): the changes, in the order of the ids
 */
GPtrArray *
tl_store_read_changes_finish (TlStore       *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return tl_store_ask_finish (self, result, error);
}

static gpointer
answer_actors (TlStoreQuestion  *self,
               TlDatabase       *database,
               GCancellable     *cancellable,
               GError          **error)
{
  return tl_history_read_actors (database, error);
}

/**
 * tl_store_list_actors_async:
 * @self: a store
 * @cancellable: (nullable): a cancellable
 * @callback: called when they have been read
 * @user_data: data for @callback
 *
 * Asks who has changed anything.
 */
void
tl_store_list_actors_async (TlStore             *self,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  TlStoreQuestion *question;

  g_return_if_fail (TL_IS_STORE (self) && !self->closed);

  question = g_new0 (TlStoreQuestion, 1);
  question->answer = answer_actors;
  question->free_answer = (GDestroyNotify) g_ptr_array_unref;
  tl_store_ask (self, question, tl_store_list_actors_async, cancellable, callback, user_data);
}

/**
 * tl_store_list_actors_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #TlStoreError
 *
 * Returns: (transfer full) (nullable) (element-type TlHistoryActor): everyone who made a change, by name
 */
GPtrArray *
tl_store_list_actors_finish (TlStore       *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return tl_store_ask_finish (self, result, error);
}

typedef struct
{
  TlSnapshot *snapshot;
  TlDigest head;
  gint64 head_time;
} Recorded;

static void
free_recorded (Recorded *recorded)
{
  g_clear_pointer (&recorded->snapshot, tl_snapshot_unref);
  g_free (recorded);
}

static gpointer
answer_recorded (TlStoreQuestion  *self,
                 TlDatabase       *database,
                 GCancellable     *cancellable,
                 GError          **error)
{
  static const TlDigest none;
  const TlDigest *change = tl_digest_equal (&self->change, &none) ? NULL : &self->change;
  Recorded *recorded = g_new0 (Recorded, 1);

  recorded->snapshot =
    tl_history_read_recorded (database, self->time, change, &recorded->head, &recorded->head_time, cancellable, error);
  if (recorded->snapshot == NULL)
    g_clear_pointer (&recorded, free_recorded);
  return recorded;
}

/**
 * tl_store_load_sealed_async:
 * @self: a store
 * @change: a change of its history
 * @cancellable: (nullable): a cancellable
 * @callback: called when all has been read
 * @user_data: data for @callback
 *
 * Reads what the workbook said to whoever made a change: that change and those that it had seen. Finish with
 * tl_store_load_recorded_finish().
 */
void
tl_store_load_sealed_async (TlStore             *self,
                            const TlDigest      *change,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  TlStoreQuestion *question;

  g_return_if_fail (TL_IS_STORE (self) && !self->closed);

  question = g_new0 (TlStoreQuestion, 1);
  question->answer = answer_recorded;
  question->free_answer = (GDestroyNotify) free_recorded;
  question->change = *change;
  tl_store_ask (self, question, tl_store_load_sealed_async, cancellable, callback, user_data);
}

/**
 * tl_store_load_recorded_async:
 * @self: a store
 * @time: a moment, in milliseconds since 1970, UTC
 * @cancellable: (nullable): a cancellable
 * @callback: called when all has been read
 * @user_data: data for @callback
 *
 * Reads what the workbook said at a past moment, from the changes up to it.
 */
void
tl_store_load_recorded_async (TlStore             *self,
                              gint64               time,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  TlStoreQuestion *question;

  g_return_if_fail (TL_IS_STORE (self) && !self->closed);

  question = g_new0 (TlStoreQuestion, 1);
  question->answer = answer_recorded;
  question->free_answer = (GDestroyNotify) free_recorded;
  question->time = time;
  tl_store_ask (self, question, tl_store_load_recorded_async, cancellable, callback, user_data);
}

/**
 * tl_store_load_recorded_finish:
 * @self: a store
 * @result: what the callback was given
 * @head: (out) (optional): the last change up to then
 * @head_time: (out) (optional): when it was made, in milliseconds since 1970, UTC
 * @error: return location for a #TlStoreError
 *
 * Returns: (transfer full) (nullable): all facts as they were recorded then
 */
TlSnapshot *
tl_store_load_recorded_finish (TlStore       *self,
                               GAsyncResult  *result,
                               TlDigest      *head,
                               gint64        *head_time,
                               GError       **error)
{
  Recorded *recorded = tl_store_ask_finish (self, result, error);
  TlSnapshot *snapshot;

  if (recorded == NULL)
    return NULL;
  snapshot = g_steal_pointer (&recorded->snapshot);
  if (head != NULL)
    *head = recorded->head;
  if (head_time != NULL)
    *head_time = recorded->head_time;
  free_recorded (recorded);
  return snapshot;
}
