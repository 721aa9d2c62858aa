/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-place-matrix.h"

G_BEGIN_DECLS

/* How the matrix is laid out in rows and columns, and what each is called: all places together first, then each, then what
 * is at none; what gathers there first, then the measures. */

#define TL_MATRIX_N_TALLIES 4

guint                   tl_matrix_count_rows    (const TlPlaceMatrix *matrix);
guint                   tl_matrix_count_columns (const TlPlaceMatrix *matrix);
const TlMatrixRow      *tl_matrix_get_row       (const TlPlaceMatrix *matrix,
                                                 guint                row);
const TlMatrixColumn   *tl_matrix_get_column    (const TlPlaceMatrix *matrix,
                                                 guint                column);
const TlPlaceJudgement *tl_matrix_get_place     (const TlPlaceMatrix *matrix,
                                                 guint                row,
                                                 guint                column);
guint                   tl_matrix_get_tally     (const TlPlaceMatrix *matrix,
                                                 guint                row,
                                                 guint                column);
char                   *tl_matrix_name_row      (const TlPlaceMatrix *matrix,
                                                 guint                row);
char                   *tl_matrix_name_column   (const TlPlaceMatrix *matrix,
                                                 guint                column);
char                   *tl_matrix_describe_cell (const TlPlaceMatrix *matrix,
                                                 guint                row,
                                                 guint                column);

G_END_DECLS
