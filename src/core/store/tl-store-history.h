/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-history-query.h"
#include "tl-store.h"
#include "tl-verify.h"

G_BEGIN_DECLS

/* What an open document can be asked about its history, and what can be taken back. Answers come as for the store's
 * other requests. */

void             tl_store_undo_async           (TlStore               *self,
                                                GCancellable          *cancellable,
                                                GAsyncReadyCallback    callback,
                                                gpointer               user_data);
void             tl_store_redo_async           (TlStore               *self,
                                                GCancellable          *cancellable,
                                                GAsyncReadyCallback    callback,
                                                gpointer               user_data);
void             tl_store_take_back_async      (TlStore               *self,
                                                const TlDigest        *change,
                                                GCancellable          *cancellable,
                                                GAsyncReadyCallback    callback,
                                                gpointer               user_data);
TlChange        *tl_store_take_back_finish     (TlStore               *self,
                                                GAsyncResult          *result,
                                                GError               **error);

void             tl_store_find_undo_async      (TlStore               *self,
                                                GCancellable          *cancellable,
                                                GAsyncReadyCallback    callback,
                                                gpointer               user_data);
gboolean         tl_store_find_undo_finish     (TlStore               *self,
                                                GAsyncResult          *result,
                                                TlHistoryEntry       **undo,
                                                TlHistoryEntry       **redo,
                                                GError               **error);
void             tl_store_list_history_async   (TlStore               *self,
                                                const TlHistoryQuery  *query,
                                                GCancellable          *cancellable,
                                                GAsyncReadyCallback    callback,
                                                gpointer               user_data);
GPtrArray       *tl_store_list_history_finish  (TlStore               *self,
                                                GAsyncResult          *result,
                                                GError               **error);
void             tl_store_list_marks_async     (TlStore               *self,
                                                const TlHistoryQuery  *query,
                                                GCancellable          *cancellable,
                                                GAsyncReadyCallback    callback,
                                                gpointer               user_data);
GArray          *tl_store_list_marks_finish    (TlStore               *self,
                                                GAsyncResult          *result,
                                                GError               **error);
void             tl_store_read_changes_async   (TlStore               *self,
                                                GArray                *ids,
                                                GCancellable          *cancellable,
                                                GAsyncReadyCallback    callback,
                                                gpointer               user_data);
GPtrArray       *tl_store_read_changes_finish  (TlStore               *self,
                                                GAsyncResult          *result,
                                                GError               **error);
void             tl_store_list_actors_async    (TlStore               *self,
                                                GCancellable          *cancellable,
                                                GAsyncReadyCallback    callback,
                                                gpointer               user_data);
GPtrArray       *tl_store_list_actors_finish   (TlStore               *self,
                                                GAsyncResult          *result,
                                                GError               **error);
void             tl_store_load_recorded_async  (TlStore               *self,
                                                gint64                 time,
                                                GCancellable          *cancellable,
                                                GAsyncReadyCallback    callback,
                                                gpointer               user_data);
void             tl_store_load_sealed_async    (TlStore               *self,
                                                const TlDigest        *change,
                                                GCancellable          *cancellable,
                                                GAsyncReadyCallback    callback,
                                                gpointer               user_data);
TlSnapshot      *tl_store_load_recorded_finish (TlStore               *self,
                                                GAsyncResult          *result,
                                                TlDigest              *head,
                                                gint64                *head_time,
                                                GError               **error);
void             tl_store_verify_async         (TlStore               *self,
                                                const char            *fingerprint,
                                                TlVerifyProgress       progress,
                                                gpointer               progress_data,
                                                GCancellable          *cancellable,
                                                GAsyncReadyCallback    callback,
                                                gpointer               user_data);
TlVerification  *tl_store_verify_finish        (TlStore               *self,
                                                GAsyncResult          *result,
                                                GError               **error);

G_END_DECLS
