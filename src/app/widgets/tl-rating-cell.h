/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"
#include "tl-drawn-cell.h"

G_BEGIN_DECLS

/**
 * TlRatingCell:
 *
 * The rating of a risk: its number in the shape of its band.
 */
#define TL_TYPE_RATING_CELL (tl_rating_cell_get_type ())
G_DECLARE_FINAL_TYPE (TlRatingCell, tl_rating_cell, TL, RATING_CELL, TlDrawnCell)

GtkWidget *tl_rating_cell_new        (void);
void       tl_rating_cell_set_rating (TlRatingCell *self,
                                      int           rating,
                                      TlBand        band);

G_END_DECLS
