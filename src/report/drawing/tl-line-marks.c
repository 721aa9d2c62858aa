/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-marks.h"

#define CELL_PITCH 15.5
#define CELL_WIDTH 120
#define CELL_HEIGHT 24

/* Between the edge of a mark and the dotted thread, in pixels of the design. */
#define CLEARANCE 1

/**
 * tl_mark_link:
 * @cr: where to draw
 * @ink: what to draw with
 * @state: sound, weak or missing
 * @x: its middle
 * @y: its middle
 * @radius: its radius, in units of the drawing
 * @mirrored: whether the line runs from right to left
 *
 * Draws the mark of one link: a disc, a ring whose starting half is filled, or an empty ring.
 */
void
tl_mark_link (cairo_t     *cr,
              const TlInk *ink,
              TlLinkState  state,
              double       x,
              double       y,
              double       radius,
              gboolean     mirrored)
{
  double stroke = MAX (0.3 * radius, tl_ink_px (ink, ink->least_stroke));
  double inside = radius - stroke / 2;

  cairo_save (cr);
  cairo_new_path (cr);
  tl_ink_set_dash (ink, cr, 0, 0);
  tl_ink_set_colour (cr, state == TL_LINK_STATE_MISSING ? &ink->dimmed : &ink->accent);

  if (state == TL_LINK_STATE_SOUND)
    {
      cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
      cairo_fill (cr);
    }
  else
    {
      if (state == TL_LINK_STATE_WEAK)
        {
          double from = mirrored ? -G_PI_2 : G_PI_2;

          cairo_arc (cr, x, y, inside, from, from + G_PI);
          cairo_close_path (cr);
          cairo_fill (cr);
        }
      cairo_arc (cr, x, y, inside, 0, 2 * G_PI);
      cairo_set_line_width (cr, stroke);
      cairo_stroke (cr);
    }

  cairo_restore (cr);
}

/**
 * tl_mark_thread:
 * @cr: where to draw
 * @ink: what to draw with
 * @x1: from here
 * @y1: from here
 * @x2: to there
 * @y2: to there
 * @solid: whether the line still holds here
 *
 * Draws a piece of the thread that the marks are strung on.
 */
void
tl_mark_thread (cairo_t     *cr,
                const TlInk *ink,
                double       x1,
                double       y1,
                double       x2,
                double       y2,
                gboolean     solid)
{
  cairo_save (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  if (solid)
    {
      tl_ink_set_dash (ink, cr, 0, 0);
      tl_ink_draw_line (ink, cr, x1, y1, x2, y2, 1.6, &ink->accent);
    }
  else
    {
      tl_ink_set_dash (ink, cr, 1.4, 1.8);
      tl_ink_draw_line (ink, cr, x1, y1, x2, y2, 1.4, &ink->faint);
    }
  cairo_restore (cr);
}

/**
 * tl_mark_line:
 * @cr: where to draw
 * @ink: what to draw with
 * @states: (array fixed-size=8): the eight links, Found first
 * @position: the first link that isn't sound, %TL_LINE_LINK_NONE when all are
 * @x: the middle of Found
 * @y: the middle of Found
 * @pitch: from the middle of one mark to the next, in units of the drawing
 * @radius: of the marks, in units of the drawing
 * @run: which way it runs from Found
 *
 * Draws the line: eight marks on a thread that is solid up to the position and dotted beyond it.
 */
void
tl_mark_line (cairo_t           *cr,
              const TlInk       *ink,
              const TlLinkState *states,
              TlLineLink         position,
              double             x,
              double             y,
              double             pitch,
              double             radius,
              TlLineRun          run)
{
  double dx = run == TL_LINE_RUN_RIGHT ? 1 : run == TL_LINE_RUN_LEFT ? -1 : 0;
  double dy = run == TL_LINE_RUN_DOWN ? 1 : 0;
  int last_solid = position == TL_LINE_LINK_NONE ? TL_N_LINE_LINKS - 1 : position - TL_LINE_LINK_FOUND;

  for (int i = 0; i + 1 < TL_N_LINE_LINKS; i++)
    {
      gboolean solid = i < last_solid;
      double clear = radius + (solid ? 0 : tl_ink_px (ink, CLEARANCE));
      double from = i * pitch + clear;
      double to = (i + 1) * pitch - clear;

      if (to > from)
        tl_mark_thread (cr, ink, x + dx * from, y + dy * from, x + dx * to, y + dy * to, solid);
    }
  for (int i = 0; i < TL_N_LINE_LINKS; i++)
    tl_mark_link (cr, ink, states[i], x + dx * i * pitch, y + dy * i * pitch, radius, run == TL_LINE_RUN_LEFT);
}

/**
 * tl_mark_line_cell_size:
 * @ink: what to draw with
 * @width: (out) (optional): width in units of the drawing
 * @height: (out) (optional): height in units of the drawing
 *
 * How much room the line takes in a table.
 */
void
tl_mark_line_cell_size (const TlInk *ink,
                        double      *width,
                        double      *height)
{
  if (width != NULL)
    *width = tl_ink_px (ink, CELL_WIDTH);
  if (height != NULL)
    *height = tl_ink_px (ink, CELL_HEIGHT);
}

/**
 * tl_mark_line_cell:
 * @cr: where to draw
 * @ink: what to draw with
 * @states: (array fixed-size=8): the eight links, Found first
 * @position: the first link that isn't sound, %TL_LINE_LINK_NONE when all are
 * @x: the middle of the cell
 * @y: the middle of the cell
 * @mirrored: whether it runs from right to left
 *
 * Draws the line as it stands in a table.
 */
void
tl_mark_line_cell (cairo_t           *cr,
                   const TlInk       *ink,
                   const TlLinkState *states,
                   TlLineLink         position,
                   double             x,
                   double             y,
                   gboolean           mirrored)
{
  double pitch = tl_ink_px (ink, CELL_PITCH);
  double half = pitch * (TL_N_LINE_LINKS - 1) / 2.0;

  tl_mark_line (cr, ink, states, position, mirrored ? x + half : x - half, y, pitch,
                tl_ink_px (ink, TL_MARK_RADIUS_CELL), mirrored ? TL_LINE_RUN_LEFT : TL_LINE_RUN_RIGHT);
}
