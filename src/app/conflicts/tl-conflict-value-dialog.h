/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-conflict-item.h"

G_BEGIN_DECLS

/**
 * TlConflictValueDialog:
 *
 * Asks for another value than the two that are in conflict.
 *
 * Signals: `chosen`, with the value.
 */
#define TL_TYPE_CONFLICT_VALUE_DIALOG (tl_conflict_value_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlConflictValueDialog, tl_conflict_value_dialog, TL, CONFLICT_VALUE_DIALOG, AdwDialog)

TlConflictValueDialog *tl_conflict_value_dialog_new      (TlConflictItem         *item);
TlConflictItem        *tl_conflict_value_dialog_get_item (TlConflictValueDialog  *self);

G_END_DECLS
