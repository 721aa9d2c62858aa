/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-place-drawing.h"

G_BEGIN_DECLS

/**
 * TlIntervalPart:
 * @TL_INTERVAL_PART_PLACE: a place, or all together, on the lines that run down all rows
 * @TL_INTERVAL_PART_TICKS: the values of the scale, above the rows
 * @TL_INTERVAL_PART_NAMES: what the lines are, beneath the rows
 *
 * Which part of a chart of intervals a cell draws. Cells of one width share a scale.
 */
typedef enum
{
  TL_INTERVAL_PART_PLACE,
  TL_INTERVAL_PART_TICKS,
  TL_INTERVAL_PART_NAMES,
} TlIntervalPart;

/**
 * TlIntervalCell:
 *
 * A row of a chart of intervals, in a table.
 */
#define TL_TYPE_INTERVAL_CELL (tl_interval_cell_get_type ())
G_DECLARE_FINAL_TYPE (TlIntervalCell, tl_interval_cell, TL, INTERVAL_CELL, TlPlaceDrawing)

GtkWidget *tl_interval_cell_new (TlIntervalPart part);

G_END_DECLS
