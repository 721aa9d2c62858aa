/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-place-matrix.h"
#include "tl-scrolled-grid.h"

G_BEGIN_DECLS

/**
 * TlPlacesMatrix:
 *
 * Places by measures, to see where weakness gathers. Headings stay while cells are scrolled beneath them, and only as many
 * cells are made as are seen. It is one stop for the keyboard; arrows, Home, End and the page keys go from cell to cell.
 */
#define TL_TYPE_PLACES_MATRIX (tl_places_matrix_get_type ())
G_DECLARE_FINAL_TYPE (TlPlacesMatrix, tl_places_matrix, TL, PLACES_MATRIX, TlScrolledGrid)

void           tl_places_matrix_set_matrix (TlPlacesMatrix *self,
                                            TlPlaceMatrix  *matrix);
TlPlaceMatrix *tl_places_matrix_get_matrix (TlPlacesMatrix *self);
void           tl_places_matrix_get_active (TlPlacesMatrix *self,
                                            guint          *row,
                                            guint          *column);
void           tl_places_matrix_go_to      (TlPlacesMatrix *self,
                                            guint           row,
                                            guint           column);

G_END_DECLS
