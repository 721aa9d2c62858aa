/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-ink.h"
#include "tl-owner-map.h"

G_BEGIN_DECLS

/**
 * TlMapEdgeLook:
 * @TL_MAP_EDGE_PLAIN: nothing is chosen
 * @TL_MAP_EDGE_KEPT: on a path through what is chosen
 * @TL_MAP_EDGE_DIMMED: on another path
 * @TL_MAP_EDGE_PRINTED: on paper, where a pale line doesn't come out
 *
 * How an edge of the owner map looks beside what is chosen.
 */
typedef enum
{
  TL_MAP_EDGE_PLAIN,
  TL_MAP_EDGE_KEPT,
  TL_MAP_EDGE_DIMMED,
  TL_MAP_EDGE_PRINTED,
} TlMapEdgeLook;

void tl_map_edge_draw (cairo_t         *cr,
                       const TlInk     *ink,
                       const TlMapEdge *edge,
                       TlMapEdgeLook    look,
                       double           x1,
                       double           y1,
                       double           x2,
                       double           y2);
void tl_map_edge_draw_part (cairo_t         *cr,
                            const TlInk     *ink,
                            const TlMapEdge *edge,
                            TlMapEdgeLook    look,
                            const double     ends[4],
                            double           from,
                            double           to);

G_END_DECLS
