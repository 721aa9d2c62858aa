/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-page-table.h"

G_BEGIN_DECLS

/* Shared by the files of the table: tl-page-table.c makes it, -slice.c measures it, -draw.c draws it. */

/* Room above and below the text of a row, and of the heads. */
#define TL_PAGE_TABLE_PADDING 1.9
#define TL_PAGE_TABLE_SUM_PADDING 1.0
#define TL_PAGE_TABLE_HEAD_PADDING 3.5

typedef struct
{
  char *heading;
  TlColumnSize size;
  double value;
  PangoAlignment alignment;
  TlFigureFunc draw;
  gpointer draw_data;
  double draw_height;
  double x;
  double width;
} TlPageColumn;

typedef struct
{
  char *markup;
  TlPrintStyle style;
  TlFigureFunc draw;
  gpointer draw_data;
  GDestroyNotify destroy;
  double width;
  double height;
  gboolean aligned;
  PangoAlignment alignment;
  TlTag pieces;
} TlPageCell;

typedef struct
{
  TlRowKind kind;
  guint first_slice;
  guint n_slices;
  double height;
} TlPageRow;

struct _TlTable
{
  TlBlock base;
  GArray *columns;
  GArray *cells;
  GArray *rows;
  guint row_heads;
  double padding;
  double head_height;
  gboolean has_drawings;
};

TlPageColumn *tl_page_table_get_column    (TlPageTable  *self,
                                            guint         column);
TlPageCell   *tl_page_table_get_cell      (TlPageTable  *self,
                                            guint         row,
                                            guint         column);
TlPageRow    *tl_page_table_get_row       (TlPageTable  *self,
                                            guint         row);
double        tl_page_table_get_padding   (TlPageTable  *self,
                                            guint         row);

void          tl_page_table_slice         (TlBlock      *block,
                                            TlFlow       *flow);
PangoLayout  *tl_page_table_lay_out_cell  (TlPageTable  *self,
                                            TlTypesetter *typesetter,
                                            TlPageCell   *cell,
                                            guint         column);
double        tl_page_table_measure_cell  (TlPageTable  *self,
                                            TlTypesetter *typesetter,
                                            TlPageCell   *cell,
                                            guint         column);
GArray       *tl_page_table_measure_lines (TlPageTable  *self,
                                            TlTypesetter *typesetter,
                                            guint         row);

void          tl_page_table_draw          (TlBlock      *block,
                                            TlCanvas     *canvas,
                                            guint         first,
                                            guint         n,
                                            const double *y);
void          tl_page_table_draw_head     (TlBlock      *block,
                                            TlCanvas     *canvas,
                                            double        y);

G_END_DECLS
