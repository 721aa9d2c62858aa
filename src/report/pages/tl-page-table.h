/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-figure.h"

G_BEGIN_DECLS

/**
 * TlColumnSize:
 * @TL_COLUMN_FIXED: as many points as it says
 * @TL_COLUMN_FIT: as wide as its widest cell needs, up to a third of the table
 * @TL_COLUMN_SHARE: a share of what the others leave, in proportion to what it says
 */
typedef enum
{
  TL_COLUMN_FIXED,
  TL_COLUMN_FIT,
  TL_COLUMN_SHARE,
} TlColumnSize;

/**
 * TlRowKind:
 * @TL_ROW_PLAIN: a row with a line beneath it
 * @TL_ROW_SUM: a row of sums, after all others
 */
typedef enum
{
  TL_ROW_PLAIN,
  TL_ROW_SUM,
} TlRowKind;

/**
 * TlPageTable:
 *
 * A table whose heads come again on each page. A row stays whole unless it is higher than a good part of a page.
 */
typedef struct _TlTable TlPageTable;

TlPageTable *tl_page_table_new          (void);
void     tl_page_table_free         (TlPageTable        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPageTable, tl_page_table_free)

void     tl_page_table_add_column   (TlPageTable        *self,
                                const char     *heading,
                                TlColumnSize    size,
                                double          value,
                                PangoAlignment  alignment);
void     tl_page_table_set_row_heads (TlPageTable       *self,
                                guint           column);
void     tl_page_table_set_heading_drawing (TlPageTable *self,
                                guint           column,
                                TlFigureFunc      draw,
                                gpointer        data,
                                double          height);
void     tl_page_table_set_padding  (TlPageTable        *self,
                                double          padding);
void     tl_page_table_add_row      (TlPageTable        *self,
                                TlRowKind       kind);
void     tl_page_table_set_cell     (TlPageTable        *self,
                                guint           column,
                                TlPrintStyle     style,
                                const char     *markup);
void     tl_page_table_align_cell   (TlPageTable    *self,
                                guint           column,
                                PangoAlignment  alignment);
void     tl_page_table_set_drawing  (TlPageTable        *self,
                                guint           column,
                                TlFigureFunc      draw,
                                gpointer        data,
                                GDestroyNotify  destroy,
                                double          width,
                                double          height);
void     tl_flow_add_table     (TlFlow         *flow,
                                TlPageTable        *table);

G_END_DECLS
