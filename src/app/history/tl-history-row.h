/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-history-item.h"

G_BEGIN_DECLS

/**
 * TlHistoryRow:
 *
 * A change of the history: who did what and when, each field from what to what, and what can be done about it.
 *
 * Properties: `item`, `editable` and `label`. Signals: `take-back`, `show-recorded` and `show-in-the-way`.
 */
#define TL_TYPE_HISTORY_ROW (tl_history_row_get_type ())
G_DECLARE_FINAL_TYPE (TlHistoryRow, tl_history_row, TL, HISTORY_ROW, AdwBin)

GtkWidget     *tl_history_row_new      (void);
TlHistoryItem *tl_history_row_get_item (TlHistoryRow   *self);
void           tl_history_row_set_item (TlHistoryRow   *self,
                                        TlHistoryItem  *item);

G_END_DECLS
