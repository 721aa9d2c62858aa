/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-map-edge.h"

/* Widths in pixels of the design. */
#define ACCOUNTABLE 4.0
#define ACCOUNTABLE_KEPT 5.0
#define OTHER 1.5
#define OTHER_KEPT 2.4

static double
get_width (const TlMapEdge *edge,
           TlMapEdgeLook    look)
{
  /* What leads nowhere is thin and dashed, whatever it says. */
  if (edge->accountable && !edge->gap)
    return look == TL_MAP_EDGE_KEPT ? ACCOUNTABLE_KEPT : ACCOUNTABLE;
  return look == TL_MAP_EDGE_KEPT ? OTHER_KEPT : OTHER;
}

static const TlColour *
get_colour (const TlInk     *ink,
            const TlMapEdge *edge,
            TlMapEdgeLook    look)
{
  switch (look)
    {
    case TL_MAP_EDGE_KEPT:
      return &ink->accent;
    case TL_MAP_EDGE_DIMMED:
      return &ink->grid;
    case TL_MAP_EDGE_PRINTED:
      return &ink->text;
    case TL_MAP_EDGE_PLAIN:
    default:
      return edge->gap ? &ink->faint : &ink->bar;
    }
}

/**
 * tl_map_edge_draw:
 * @cr: a cairo context
 * @ink: the style
 * @edge: an edge of the owner map
 * @look: how it looks beside what is chosen
 * @x1: where it leaves its left node
 * @y1: where it leaves its left node
 * @x2: where it reaches its right node
 * @y2: where it reaches its right node
 *
 * Draws an edge as a curve with level ends, its control points at half the gap: thick where it says who answers for a
 * risk, dashed where it leads to what is missing.
 */
void
tl_map_edge_draw (cairo_t         *cr,
                  const TlInk     *ink,
                  const TlMapEdge *edge,
                  TlMapEdgeLook    look,
                  double           x1,
                  double           y1,
                  double           x2,
                  double           y2)
{
  double middle = (x1 + x2) / 2;

  cairo_save (cr);
  cairo_move_to (cr, x1, y1);
  cairo_curve_to (cr, middle, y1, middle, y2, x2, y2);
  cairo_set_line_width (cr, tl_ink_stroke (ink, get_width (edge, look)));
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  if (edge->gap)
    tl_ink_set_dash (ink, cr, 4, 3);
  tl_ink_set_colour (cr, get_colour (ink, edge, look));
  cairo_stroke (cr);
  cairo_restore (cr);
}
