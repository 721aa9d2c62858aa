/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-drawn-cell.h"
#include "tl-place-matrix.h"

G_BEGIN_DECLS

/**
 * TlMatrixPart:
 * @TL_MATRIX_PART_CELL: a place by a measure, or how much of something there is at it
 * @TL_MATRIX_PART_ROW: the name of a place
 * @TL_MATRIX_PART_COLUMN: what a column is about
 *
 * What a cell of the matrix is.
 */
typedef enum
{
  TL_MATRIX_PART_CELL,
  TL_MATRIX_PART_ROW,
  TL_MATRIX_PART_COLUMN,
} TlMatrixPart;

/**
 * TlMatrixMark:
 * @TL_MATRIX_MARK_NONE: no mark
 * @TL_MATRIX_MARK_PLACE: the state of a place
 * @TL_MATRIX_MARK_POOLED: all places together
 * @TL_MATRIX_MARK_HIDING: all together, who hide a weak place
 *
 * What a cell of the matrix draws beside its text.
 */
typedef enum
{
  TL_MATRIX_MARK_NONE,
  TL_MATRIX_MARK_PLACE,
  TL_MATRIX_MARK_POOLED,
  TL_MATRIX_MARK_HIDING,
} TlMatrixMark;

/**
 * TlMatrixCell:
 *
 * A cell or a heading of the matrix. It can be given another place of the matrix when that is scrolled.
 */
#define TL_TYPE_MATRIX_CELL (tl_matrix_cell_get_type ())
G_DECLARE_FINAL_TYPE (TlMatrixCell, tl_matrix_cell, TL, MATRIX_CELL, TlDrawnCell)

GtkWidget *tl_matrix_cell_new        (TlMatrixPart  part);
void       tl_matrix_cell_show       (TlMatrixCell *self,
                                      guint         row,
                                      guint         column,
                                      TlMatrixMark  mark,
                                      TlPlaceState  state,
                                      const char   *text,
                                      const char   *sentence);
guint      tl_matrix_cell_get_row    (TlMatrixCell *self);
guint      tl_matrix_cell_get_column (TlMatrixCell *self);

G_END_DECLS
