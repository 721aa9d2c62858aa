/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-fact-cell.h"
#include "tl-place-row.h"

G_BEGIN_DECLS

/**
 * TlPlaceCellKind:
 * @TL_PLACE_CELL_KIND_NAME: the place
 * @TL_PLACE_CELL_KIND_COUNTS: how many of how many
 * @TL_PLACE_CELL_KIND_VALUE: the percentage, rate or mean
 * @TL_PLACE_CELL_KIND_INTERVAL: its interval
 * @TL_PLACE_CELL_KIND_STATE: how it compares
 * @TL_PLACE_CELL_KIND_SUPPORT: whether a cause is recorded and support is open
 *
 * Which column of the comparison a cell is in.
 */
typedef enum
{
  TL_PLACE_CELL_KIND_NAME,
  TL_PLACE_CELL_KIND_COUNTS,
  TL_PLACE_CELL_KIND_VALUE,
  TL_PLACE_CELL_KIND_INTERVAL,
  TL_PLACE_CELL_KIND_STATE,
  TL_PLACE_CELL_KIND_SUPPORT,
} TlPlaceCellKind;

#define TL_TYPE_PLACE_CELL_KIND (tl_place_cell_kind_get_type ())
GType tl_place_cell_kind_get_type (void);

/**
 * TlPlaceCell:
 *
 * A text of a row of the comparison. It keeps its size when its row is given another place, so that another measure or
 * dimension is shown at once.
 */
#define TL_TYPE_PLACE_CELL (tl_place_cell_get_type ())
G_DECLARE_FINAL_TYPE (TlPlaceCell, tl_place_cell, TL, PLACE_CELL, TlFactCell)

void tl_place_cell_set_row (TlPlaceCell *self,
                            TlPlaceRow  *row);

G_END_DECLS
