/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-map-edge.h"

#include <math.h>

/* Widths in pixels of the design. */
#define ACCOUNTABLE 4.0
#define ACCOUNTABLE_KEPT 5.0
#define OTHER 1.5
#define OTHER_KEPT 2.4
#define LENGTH_STEPS 32

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
  const double ends[] = { x1, y1, x2, y2 };

  tl_map_edge_draw_part (cr, ink, edge, look, ends, -INFINITY, INFINITY);
}

/* How far down the curve is: 0 at its beginning, 1 at its end. It only goes one way, as its control points are level with
 * the ends. */
static double
get_depth (double t)
{
  return t * t * (3 - 2 * t);
}

static double
find_time (double depth)
{
  double low = 0, high = 1;

  if (depth <= 0 || depth >= 1)
    return depth <= 0 ? 0 : 1;
  for (int i = 0; i < 40; i++)
    {
      double middle = (low + high) / 2;

      if (get_depth (middle) < depth)
        low = middle;
      else
        high = middle;
    }
  return (low + high) / 2;
}

/* The polar form of a cubic: with all three times the same, the point at that time; else the control points of parts. */
static double
get_blossom (const double p[4],
             double       r,
             double       s,
             double       t)
{
  double a = p[0] + (p[1] - p[0]) * r, b = p[1] + (p[2] - p[1]) * r, c = p[2] + (p[3] - p[2]) * r;
  double d = a + (b - a) * s, e = b + (c - b) * s;

  return d + (e - d) * t;
}

/* How long the curve is up to a time, as near as dashes need it. */
static double
measure_length (const double x[4],
                const double y[4],
                double       until)
{
  double length = 0, before_x = x[0], before_y = y[0];

  for (int i = 1; i <= LENGTH_STEPS; i++)
    {
      double t = until * i / LENGTH_STEPS;
      double at_x = get_blossom (x, t, t, t), at_y = get_blossom (y, t, t, t);

      length += hypot (at_x - before_x, at_y - before_y);
      before_x = at_x;
      before_y = at_y;
    }
  return length;
}

/**
 * tl_map_edge_draw_part:
 * @cr: a cairo context
 * @ink: the style
 * @edge: an edge of the owner map
 * @look: how it looks beside what is chosen
 * @ends: (array fixed-size=4): where it leaves its left node and where it reaches its right one: x, y, x, y
 * @from: from this height on it is drawn
 * @to: up to this height it is drawn
 *
 * Draws what of an edge lies between two heights, as tl_map_edge_draw() draws all of it: an edge may be a hundred times as
 * high as what is seen.
 */
void
tl_map_edge_draw_part (cairo_t         *cr,
                       const TlInk     *ink,
                       const TlMapEdge *edge,
                       TlMapEdgeLook    look,
                       const double     ends[4],
                       double           from,
                       double           to)
{
  double middle = (ends[0] + ends[2]) / 2, height = ends[3] - ends[1], begin = 0, end = 1;
  const double x[] = { ends[0], middle, middle, ends[2] }, y[] = { ends[1], ends[1], ends[3], ends[3] };

  if (height != 0 && (MIN (ends[1], ends[3]) < from || MAX (ends[1], ends[3]) > to))
    {
      begin = find_time (((height > 0 ? from : to) - ends[1]) / height);
      end = find_time (((height > 0 ? to : from) - ends[1]) / height);
    }
  cairo_save (cr);
  cairo_move_to (cr, get_blossom (x, begin, begin, begin), get_blossom (y, begin, begin, begin));
  cairo_curve_to (cr, get_blossom (x, begin, begin, end), get_blossom (y, begin, begin, end),
                  get_blossom (x, begin, end, end), get_blossom (y, begin, end, end),
                  get_blossom (x, end, end, end), get_blossom (y, end, end, end));
  cairo_set_line_width (cr, tl_ink_stroke (ink, get_width (edge, look)));
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  if (edge->gap)
    {
      const double dashes[] = { tl_ink_px (ink, 4), tl_ink_px (ink, 3) };

      cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), begin > 0 ? measure_length (x, y, begin) : 0);
    }
  tl_ink_set_colour (cr, get_colour (ink, edge, look));
  cairo_stroke (cr);
  cairo_restore (cr);
}
