/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-drawn-cell.h"
#include "tl-place-row.h"

G_BEGIN_DECLS

/**
 * TlPlaceMark:
 *
 * The mark of a place's state. The word beside it says the same.
 */
#define TL_TYPE_PLACE_MARK (tl_place_mark_get_type ())
G_DECLARE_FINAL_TYPE (TlPlaceMark, tl_place_mark, TL, PLACE_MARK, TlDrawnCell)

void tl_place_mark_set_row (TlPlaceMark *self,
                            TlPlaceRow  *row);

G_END_DECLS
