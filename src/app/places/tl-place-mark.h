/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-place-drawing.h"

G_BEGIN_DECLS

/**
 * TlPlaceMark:
 *
 * The mark of a place's state. The word beside it says the same.
 */
#define TL_TYPE_PLACE_MARK (tl_place_mark_get_type ())
G_DECLARE_FINAL_TYPE (TlPlaceMark, tl_place_mark, TL, PLACE_MARK, TlPlaceDrawing)

G_END_DECLS
