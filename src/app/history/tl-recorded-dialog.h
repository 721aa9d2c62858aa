/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-workbook.h"

G_BEGIN_DECLS

/**
 * TlRecordedDialog:
 *
 * Asks for the past moment as recorded at which the workbook is to be shown, and reads it.
 */
#define TL_TYPE_RECORDED_DIALOG (tl_recorded_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlRecordedDialog, tl_recorded_dialog, TL, RECORDED_DIALOG, AdwDialog)

TlRecordedDialog *tl_recorded_dialog_new (TlWorkbook *workbook,
                                          gint64      moment);

G_END_DECLS
