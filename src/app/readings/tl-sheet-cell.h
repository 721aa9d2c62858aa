/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-readings-grid.h"

G_BEGIN_DECLS

/**
 * TlSheetCell:
 *
 * A cell of a sheet of readings: what is typed in it, and a mark of what would become of it.
 */
#define TL_TYPE_SHEET_CELL (tl_sheet_cell_get_type ())
G_DECLARE_FINAL_TYPE (TlSheetCell, tl_sheet_cell, TL, SHEET_CELL, GtkWidget)

GtkWidget *tl_sheet_cell_new        (guint            row,
                                     guint            column);
guint      tl_sheet_cell_get_row    (TlSheetCell     *self);
guint      tl_sheet_cell_get_column (TlSheetCell     *self);
void       tl_sheet_cell_show       (TlSheetCell     *self,
                                     TlReadingsGrid  *grid);
void       tl_sheet_cell_choose     (TlSheetCell     *self,
                                     gboolean         chosen);

G_END_DECLS
