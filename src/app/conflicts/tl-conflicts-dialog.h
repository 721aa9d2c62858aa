/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-workbook.h"

G_BEGIN_DECLS

/**
 * TlConflictsDialog:
 *
 * Everything that two people set differently, to be settled one by one or by person. Each settling is one change, and
 * offers Undo.
 */
#define TL_TYPE_CONFLICTS_DIALOG (tl_conflicts_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlConflictsDialog, tl_conflicts_dialog, TL, CONFLICTS_DIALOG, AdwDialog)

TlConflictsDialog *tl_conflicts_dialog_new (TlWorkbook *workbook);

G_END_DECLS
