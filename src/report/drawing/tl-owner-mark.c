/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-marks.h"

/**
 * tl_mark_owner:
 * @cr: where to draw
 * @ink: what to draw with
 * @claimed: whether someone only claims the lead
 * @x: the day
 * @y: the middle of the row
 *
 * Draws a change of owner as a head and shoulders: solid for who became accountable, outlined for who claims to be.
 */
void
tl_mark_owner (cairo_t     *cr,
               const TlInk *ink,
               gboolean     claimed,
               double       x,
               double       y)
{
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, ink->scale, ink->scale);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_arc (cr, 0, -3.6, 3, 0, 2 * G_PI);
  cairo_new_sub_path (cr);
  cairo_move_to (cr, -6, 6.6);
  cairo_arc (cr, 0, 6, 6, G_PI, 0);
  cairo_line_to (cr, 6, 6.6);
  cairo_close_path (cr);
  tl_ink_set_colour (cr, claimed ? &ink->ground : &ink->text);
  cairo_fill_preserve (cr);
  tl_ink_set_colour (cr, &ink->text);
  cairo_set_line_width (cr, MAX (1.2, ink->least_stroke));
  cairo_stroke (cr);
  cairo_restore (cr);
}
