/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-workbook.h"

G_BEGIN_DECLS

/**
 * TlOwnerDialog:
 *
 * Names the one accountable owner of a risk, or hands the risk over: to whom, from when, why. It is one change, and
 * nothing is changed until it is confirmed.
 */
#define TL_TYPE_OWNER_DIALOG (tl_owner_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlOwnerDialog, tl_owner_dialog, TL, OWNER_DIALOG, AdwDialog)

TlOwnerDialog *tl_owner_dialog_new (TlWorkbook *workbook,
                                    TlRisk     *risk);

G_END_DECLS
