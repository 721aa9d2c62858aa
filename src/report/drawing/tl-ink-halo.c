/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-ink.h"

#define HALO 1.5

/* Round each letter, as far as the stroke reaches. */
static void
clear_outlines (const TlInk *self,
                cairo_t     *cr,
                PangoLayout *layout)
{
  pango_cairo_layout_path (cr, layout);
  cairo_set_line_width (cr, tl_ink_px (self, 2 * HALO));
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  /* Nobody sees how smooth the edge of the ground is. */
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  cairo_stroke (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_DEFAULT);
}

/* A box round each line: in a file the outlines of letters take more room than all else on a page. */
static void
clear_boxes (const TlInk *self,
             cairo_t     *cr,
             PangoLayout *layout,
             double       x,
             double       y)
{
  g_autoptr (PangoLayoutIter) iter = pango_layout_get_iter (layout);
  double margin = tl_ink_px (self, HALO);

  do
    {
      PangoRectangle ink;

      pango_layout_iter_get_line_extents (iter, &ink, NULL);
      cairo_rectangle (cr, x + (double) ink.x / PANGO_SCALE - margin, y + (double) ink.y / PANGO_SCALE - margin,
                       (double) ink.width / PANGO_SCALE + 2 * margin, (double) ink.height / PANGO_SCALE + 2 * margin);
    }
  while (pango_layout_iter_next_line (iter));
  cairo_fill (cr);
}

/**
 * tl_ink_draw_halo:
 * @self: the ink
 * @cr: where to draw
 * @layout: a layout
 * @x: its left
 * @y: its top
 *
 * Clears the ground round a text that will be drawn there, so that it stays readable where a line runs behind it.
 */
void
tl_ink_draw_halo (const TlInk *self,
                  cairo_t     *cr,
                  PangoLayout *layout,
                  double       x,
                  double       y)
{
  tl_ink_set_colour (cr, &self->ground);
  if (self->plain_halos)
    {
      cairo_new_path (cr);
      clear_boxes (self, cr, layout, x, y);
    }
  else
    {
      cairo_move_to (cr, x, y);
      clear_outlines (self, cr, layout);
    }
}
