/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-readings-grid.h"
#include "tl-scrolled-grid.h"

G_BEGIN_DECLS

/**
 * TlReadingsSheet:
 *
 * The readings of a measure as a sheet that is used as a spreadsheet is: arrows, Tab and Enter move, typing replaces, F2
 * changes, Delete empties; what was copied in a spreadsheet can be pasted. The headings stay in sight while it scrolls.
 */
#define TL_TYPE_READINGS_SHEET (tl_readings_sheet_get_type ())
G_DECLARE_FINAL_TYPE (TlReadingsSheet, tl_readings_sheet, TL, READINGS_SHEET, TlScrolledGrid)

void       tl_readings_sheet_set_grid   (TlReadingsSheet *self,
                                         TlReadingsGrid  *grid);
GtkWidget *tl_readings_sheet_get_cell   (TlReadingsSheet *self,
                                         guint            row,
                                         guint            column);
void       tl_readings_sheet_get_active (TlReadingsSheet *self,
                                         guint           *row,
                                         guint           *column);
void       tl_readings_sheet_go_to      (TlReadingsSheet *self,
                                         guint            row,
                                         guint            column);
guint      tl_readings_sheet_count_hidden (TlReadingsSheet *self);
void       tl_readings_sheet_show_all   (TlReadingsSheet *self);
void       tl_readings_sheet_end_typing (TlReadingsSheet *self,
                                         gboolean         keep);

G_END_DECLS
