/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-history-entry.h"
#include "tl-history-query.h"

G_BEGIN_DECLS

/**
 * TlHistoryItem:
 *
 * A change in a list of the history: when it was made is known at once, what it did once it has been read.
 *
 * Properties: `entry`, `problem` and `expanded`.
 */
#define TL_TYPE_HISTORY_ITEM (tl_history_item_get_type ())
G_DECLARE_FINAL_TYPE (TlHistoryItem, tl_history_item, TL, HISTORY_ITEM, GObject)

TlHistoryItem  *tl_history_item_new          (const TlHistoryMark  *mark);
const TlDigest *tl_history_item_get_id       (TlHistoryItem        *self);
gint64          tl_history_item_get_time     (TlHistoryItem        *self);
TlDay           tl_history_item_get_day      (TlHistoryItem        *self);
TlHistoryEntry *tl_history_item_get_entry    (TlHistoryItem        *self);
void            tl_history_item_set_entry    (TlHistoryItem        *self,
                                              TlHistoryEntry       *entry);
const char     *tl_history_item_get_problem  (TlHistoryItem        *self);
void            tl_history_item_set_problem  (TlHistoryItem        *self,
                                              const GError         *error);
gboolean        tl_history_item_get_in_the_way (TlHistoryItem      *self,
                                              TlDigest             *change);
gboolean        tl_history_item_get_expanded (TlHistoryItem        *self);
void            tl_history_item_set_expanded (TlHistoryItem        *self,
                                              gboolean              expanded);

G_END_DECLS
