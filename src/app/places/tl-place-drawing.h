/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-drawn-cell.h"
#include "tl-place-row.h"

G_BEGIN_DECLS

/**
 * TlPlaceDrawing:
 *
 * What is drawn of a row of the places that are compared; drawn anew when the row stands for another place.
 */
#define TL_TYPE_PLACE_DRAWING (tl_place_drawing_get_type ())
G_DECLARE_DERIVABLE_TYPE (TlPlaceDrawing, tl_place_drawing, TL, PLACE_DRAWING, TlDrawnCell)

struct _TlPlaceDrawingClass
{
  TlDrawnCellClass parent_class;
};

TlPlaceRow *tl_place_drawing_get_row (TlPlaceDrawing *self);
void        tl_place_drawing_set_row (TlPlaceDrawing *self,
                                   TlPlaceRow  *row);

G_END_DECLS
