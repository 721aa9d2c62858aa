/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-workbook.h"

G_BEGIN_DECLS

/**
 * TlImportDialog:
 *
 * Shows what importing a file would do to a workbook, and does it when asked to.
 */
#define TL_TYPE_IMPORT_DIALOG (tl_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlImportDialog, tl_import_dialog, TL, IMPORT_DIALOG, AdwDialog)

TlImportDialog *tl_import_dialog_new (TlWorkbook *workbook,
                                      GFile      *source);

G_END_DECLS
