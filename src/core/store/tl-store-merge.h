/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-conflict.h"
#include "tl-kept-copy.h"
#include "tl-store.h"

G_BEGIN_DECLS

/**
 * TlMergeResult:
 * @n_changes: how many changes came
 * @n_conflicts: how many fields both copies had set differently, neither knowing of the other
 * @conflicts: (nullable) (element-type TlConflict): all conflicts that are open now; %NULL when they couldn't be listed
 *
 * What came of taking another copy's changes in.
 */
typedef struct
{
  guint n_changes;
  guint n_conflicts;
  GPtrArray *conflicts;
} TlMergeResult;

void           tl_merge_result_free          (TlMergeResult        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlMergeResult, tl_merge_result_free)

void           tl_store_merge_async          (TlStore              *self,
                                              GFile                *file,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
void           tl_store_merge_kept_async     (TlStore              *self,
                                              TlKeptCopy           *kept,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
TlMergeResult *tl_store_merge_finish         (TlStore              *self,
                                              GAsyncResult         *result,
                                              GError              **error);
void           tl_store_list_conflicts_async (TlStore              *self,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
GPtrArray     *tl_store_list_conflicts_finish (TlStore             *self,
                                              GAsyncResult         *result,
                                              GError              **error);

G_END_DECLS
