/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-row-choice.h"
#include "tl-workbook.h"

G_BEGIN_DECLS

/**
 * TlRowChooserFlags:
 * @TL_ROW_CHOOSER_NONE: offers to choose none
 * @TL_ROW_CHOOSER_TEXT: offers what was typed, as it is
 * @TL_ROW_CHOOSER_ADD: offers to add a row called what was typed
 * @TL_ROW_CHOOSER_SHIFTS: of places, only shifts
 * @TL_ROW_CHOOSER_STAFF_GROUPS: of places, only staff groups
 *
 * What a chooser offers. Of places it leaves out shifts and staff groups unless they are asked for.
 */
typedef enum
{
  TL_ROW_CHOOSER_PLAIN = 0,
  TL_ROW_CHOOSER_NONE = 1 << 0,
  TL_ROW_CHOOSER_TEXT = 1 << 1,
  TL_ROW_CHOOSER_ADD = 1 << 2,
  TL_ROW_CHOOSER_SHIFTS = 1 << 3,
  TL_ROW_CHOOSER_STAFF_GROUPS = 1 << 4,
} TlRowChooserFlags;

/**
 * TlRowChooser:
 *
 * A popover in which a row of the workbook is found by typing some of its name, ref or role. People and places whose time
 * is over aren't offered.
 */
#define TL_TYPE_ROW_CHOOSER (tl_row_chooser_get_type ())
G_DECLARE_FINAL_TYPE (TlRowChooser, tl_row_chooser, TL, ROW_CHOOSER, GtkPopover)

void tl_row_chooser_set_up (TlRowChooser      *self,
                            TlWorkbook        *workbook,
                            TlTable            table,
                            TlRowChooserFlags  flags);

G_END_DECLS
