/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-workbook.h"

G_BEGIN_DECLS

/**
 * TlKeyRow:
 *
 * One of a workbook's own settings: what is typed is marked when it can't be, and becomes one change when it is applied.
 */
#define TL_TYPE_KEY_ROW (tl_key_row_get_type ())
G_DECLARE_FINAL_TYPE (TlKeyRow, tl_key_row, TL, KEY_ROW, AdwEntryRow)

void tl_key_row_set_workbook (TlKeyRow   *self,
                              TlWorkbook *workbook);

G_END_DECLS
