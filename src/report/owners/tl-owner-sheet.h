/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-owner-map.h"

G_BEGIN_DECLS

/**
 * TlSheetNode:
 * @node: number of a node of the map
 * @y: its upper edge, from the top of the sheet's columns
 * @height: how high it is
 *
 * Where a node stands on a sheet.
 */
typedef struct
{
  guint node;
  double y;
  double height;
} TlSheetNode;

/**
 * TlOwnerSheet:
 * @columns: (element-type TlSheetNode): what stands in each column, from the top
 * @edges: (element-type TlMapEdge): the map's edges that are on the sheet, fanned out for it
 * @height: how high the tallest column is
 * @continued: the risk that the sheet before has begun, %TL_NO_NODE when it hasn't
 *
 * A part of the owner map that fits on a sheet of paper. The ways from each of its risks to the evidence are whole, so
 * that nobody has to follow a line from one sheet to another: people and sources come again on each sheet where they have
 * a part. Only the ways of a risk that has too many for one sheet go on on the next, where it comes again, too.
 */
typedef struct
{
  GArray *columns[TL_N_MAP_COLUMNS];
  GArray *edges;
  double height;
  guint continued;
} TlOwnerSheet;

/**
 * TlSheetSizes:
 * @nodes: (array): how high each node of the map is
 * @gap: the least that is between two nodes
 * @spread: how much more may be between them, where there is room
 * @first: the room for columns on the first sheet
 * @rest: the room on every other
 *
 * What sheets are measured by, in one unit.
 */
typedef struct
{
  const double *nodes;
  double gap;
  double spread;
  double first;
  double rest;
} TlSheetSizes;

GPtrArray         *tl_owner_sheets_new       (const TlOwnerMap   *map,
                                              const TlSheetSizes *sizes);
const TlSheetNode *tl_owner_sheet_find       (const TlOwnerSheet *self,
                                              TlMapColumn         column,
                                              guint               node);

/*< private >*/
void               tl_owner_sheet_place      (TlOwnerSheet       *self,
                                              const TlSheetSizes *sizes,
                                              double              room);

G_END_DECLS
