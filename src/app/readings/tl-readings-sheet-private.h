/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-readings-sheet.h"
#include "tl-sheet-cell.h"

G_BEGIN_DECLS

/* What is chosen is in tl-readings-sheet.c, which headings and cells there are in tl-readings-sheet-parts.c, where they stand
 * in tl-readings-sheet-layout.c, and what keys and pointer do in tl-readings-sheet-input.c. */

struct _TlReadingsSheet
{
  TlScrolledGrid parent_instance;

  TlReadingsGrid *grid;
  GPtrArray *cells;
  GPtrArray *row_heads;
  GPtrArray *column_heads;
  GtkWidget *corner;
  GtkText *text;
  gboolean shows_all;

  /* The cell that has the keyboard, and the other end of what is chosen. */
  guint row;
  guint column;
  guint other_row;
  guint other_column;
  /* Where Enter goes back to after a row was filled with Tab. */
  guint first_column;
  gboolean typing;
  gboolean replacing;

  TlGridShape shape;
};

void tl_readings_sheet_bind_layout      (GtkWidgetClass  *widget_class);
void tl_readings_sheet_begin_parts      (TlReadingsSheet *self);
void tl_readings_sheet_drop_parts       (TlReadingsSheet *self);
void tl_readings_sheet_add_input        (TlReadingsSheet *self);
void tl_readings_sheet_move             (TlReadingsSheet *self,
                                         guint            row,
                                         guint            column,
                                         gboolean         extending);
void tl_readings_sheet_get_chosen       (TlReadingsSheet *self,
                                         guint           *first_row,
                                         guint           *first_column,
                                         guint           *last_row,
                                         guint           *last_column);
void tl_readings_sheet_show_chosen      (TlReadingsSheet *self);
void tl_readings_sheet_tell_moved       (TlReadingsSheet *self);
void tl_readings_sheet_tell_pasted      (TlReadingsSheet *self,
                                         const char      *left_out);

G_END_DECLS
