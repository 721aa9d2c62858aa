/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-frameworks.h"
#include "tl-workbook.h"

G_BEGIN_DECLS

/**
 * TlStandardsDialog:
 *
 * Chooses, by search, the statements of the workbook's framework and the regulations that a risk is about; and the
 * framework itself. What was chosen of another framework stays, and the statements that it is in this one are pointed
 * out, to be confirmed.
 */
#define TL_TYPE_STANDARDS_DIALOG (tl_standards_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlStandardsDialog, tl_standards_dialog, TL, STANDARDS_DIALOG, AdwDialog)

TlStandardsDialog *tl_standards_dialog_new (TlWorkbook   *workbook,
                                            TlRisk       *risk,
                                            TlFrameworks *frameworks);

G_END_DECLS
