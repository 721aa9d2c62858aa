/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-places-matrix.h"

G_BEGIN_DECLS

#define TL_TYPE_PLACES_MATRIX_PAGE (tl_places_matrix_page_get_type ())

/**
 * TlPlacesMatrixPage:
 *
 * Places by measures, what the cell says that was come to, and what the marks mean.
 */
G_DECLARE_FINAL_TYPE (TlPlacesMatrixPage, tl_places_matrix_page, TL, PLACES_MATRIX_PAGE, GtkBox)

void            tl_places_matrix_page_set_matrix (TlPlacesMatrixPage *self,
                                                  TlPlaceMatrix      *matrix);
TlPlacesMatrix *tl_places_matrix_page_get_grid   (TlPlacesMatrixPage *self);

G_END_DECLS
