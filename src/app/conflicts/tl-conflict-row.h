/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-conflict-item.h"

G_BEGIN_DECLS

/**
 * TlConflictRow:
 *
 * What two people set differently: both values, who and when, which of them is shown now, and the ways to settle it.
 *
 * Properties: `item` and `editable`. Signals: `take-side`, with 0 for the earlier change and 1 for the later, and
 * `take-other`.
 */
#define TL_TYPE_CONFLICT_ROW (tl_conflict_row_get_type ())
G_DECLARE_FINAL_TYPE (TlConflictRow, tl_conflict_row, TL, CONFLICT_ROW, AdwBin)

GtkWidget      *tl_conflict_row_new         (void);
TlConflictItem *tl_conflict_row_get_item    (TlConflictRow   *self);
void            tl_conflict_row_set_item    (TlConflictRow   *self,
                                             TlConflictItem  *item);
void            tl_conflict_row_set_problem (TlConflictRow   *self,
                                             const char      *problem);

G_END_DECLS
