/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-workbook.h"

G_BEGIN_DECLS

/**
 * TlMergeDialog:
 *
 * Merges another copy of a workbook, or brings another workbook in, once it is said which place that is. Signal: `merged`
 * (a sentence), before it closes.
 */
#define TL_TYPE_MERGE_DIALOG (tl_merge_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlMergeDialog, tl_merge_dialog, TL, MERGE_DIALOG, AdwDialog)

TlMergeDialog *tl_merge_dialog_new (TlWorkbook *workbook,
                                    GFile      *file);

G_END_DECLS
