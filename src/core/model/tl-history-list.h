/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-history-item.h"
#include "tl-store.h"

G_BEGIN_DECLS

/**
 * TlHistoryList:
 *
 * The history of a document as a list of #TlHistoryItem, the latest first, kept in step with it. However long it is,
 * there are objects only for what is looked at; what those changes did is read a page at a time.
 *
 * Properties: `loading`.
 */
#define TL_TYPE_HISTORY_LIST (tl_history_list_get_type ())
G_DECLARE_FINAL_TYPE (TlHistoryList, tl_history_list, TL, HISTORY_LIST, GObject)

TlHistoryList *tl_history_list_new          (TlStore         *store);
void           tl_history_list_set_filter   (TlHistoryList   *self,
                                             const TlId      *risk,
                                             const TlId      *actor);
gboolean       tl_history_list_get_loading  (TlHistoryList   *self);
gboolean       tl_history_list_find         (TlHistoryList   *self,
                                             const TlDigest  *change,
                                             guint           *position);
void           tl_history_list_get_day_span (TlHistoryList   *self,
                                             guint            position,
                                             guint           *start,
                                             guint           *end);

G_END_DECLS
