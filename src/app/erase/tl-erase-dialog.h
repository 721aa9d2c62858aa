/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-workbook.h"

G_BEGIN_DECLS

/**
 * TlEraseDialog:
 *
 * Looks for a name or other words in all that a workbook says or ever said, and erases them for good where a person
 * chooses. Signal: `erased` (a sentence), before it closes.
 */
#define TL_TYPE_ERASE_DIALOG (tl_erase_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlEraseDialog, tl_erase_dialog, TL, ERASE_DIALOG, AdwDialog)

TlEraseDialog *tl_erase_dialog_new (TlWorkbook *workbook,
                                    const char *text);

G_END_DECLS
