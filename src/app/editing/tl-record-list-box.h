/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-workbook.h"

G_BEGIN_DECLS

/**
 * TlRecordListBox:
 *
 * What hangs on another row, such as a risk's actions or an action's events: a list whose rows are opened by Enter or a
 * click and have a menu with what else can be done, and a last row that adds one. The latest stand first; of many only the
 * first are shown until more are asked for.
 *
 * In a .ui file it has the properties `table` and `column`, as in `action` and `risk`.
 */
#define TL_TYPE_RECORD_LIST_BOX (tl_record_list_box_get_type ())
G_DECLARE_FINAL_TYPE (TlRecordListBox, tl_record_list_box, TL, RECORD_LIST_BOX, AdwBin)

void             tl_record_list_box_set_owner (TlRecordListBox *self,
                                               TlWorkbook      *workbook,
                                               const TlId      *owner);

G_END_DECLS
