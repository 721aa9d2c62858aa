/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-marks.h"

#include <math.h>

static void
begin (cairo_t     *cr,
       const TlInk *ink,
       double       x,
       double       y)
{
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, ink->scale, ink->scale);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
}

static void
fill_and_stroke (cairo_t        *cr,
                 const TlInk    *ink,
                 const TlColour *inside,
                 const TlColour *outline,
                 double          width)
{
  tl_ink_set_colour (cr, inside);
  cairo_fill_preserve (cr);
  tl_ink_set_colour (cr, outline);
  cairo_set_line_width (cr, MAX (width, ink->least_stroke));
  cairo_stroke (cr);
}

static void
draw_arrow (cairo_t        *cr,
            const TlInk    *ink,
            double          x,
            double          y,
            const TlColour *inside)
{
  begin (cr, ink, x, y);
  cairo_move_to (cr, -3.22, -4.6);
  cairo_line_to (cr, 4.6, 0);
  cairo_line_to (cr, -3.22, 4.6);
  cairo_close_path (cr);
  fill_and_stroke (cr, ink, inside, &ink->text, 1.3);
  cairo_restore (cr);
}

/**
 * tl_mark_agreed:
 * @cr: where to draw
 * @ink: what to draw with
 * @x: the day
 * @y: the middle of the row
 *
 * Draws the day an action was agreed, ▹. Time runs to the right everywhere, so it is never mirrored.
 */
void
tl_mark_agreed (cairo_t     *cr,
                const TlInk *ink,
                double       x,
                double       y)
{
  draw_arrow (cr, ink, x, y, &ink->ground);
}

/**
 * tl_mark_done:
 * @cr: where to draw
 * @ink: what to draw with
 * @x: the day
 * @y: the middle of the row
 *
 * Draws the day an action was done, ▸.
 */
void
tl_mark_done (cairo_t     *cr,
              const TlInk *ink,
              double       x,
              double       y)
{
  draw_arrow (cr, ink, x, y, &ink->text);
}

/**
 * tl_mark_proven:
 * @cr: where to draw
 * @ink: what to draw with
 * @x: the day
 * @y: the middle of the row
 *
 * Draws the day an action was proven, ●.
 */
void
tl_mark_proven (cairo_t     *cr,
                const TlInk *ink,
                double       x,
                double       y)
{
  begin (cr, ink, x, y);
  cairo_arc (cr, 0, 0, 4.8, 0, 2 * G_PI);
  tl_ink_set_colour (cr, &ink->accent);
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
draw_tick (cairo_t     *cr,
           const TlInk *ink,
           double       x,
           double       y,
           double       width,
           gboolean     dotted)
{
  static const double dashes[] = { 2, 1.6 };

  begin (cr, ink, x, y);
  if (dotted)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, 0, -6.5);
  cairo_line_to (cr, 0, 6.5);
  tl_ink_set_colour (cr, &ink->text);
  cairo_set_line_width (cr, MAX (width, ink->least_stroke));
  cairo_stroke (cr);
  cairo_restore (cr);
}

/**
 * tl_mark_due:
 * @cr: where to draw
 * @ink: what to draw with
 * @x: the day
 * @y: the middle of the row
 *
 * Draws the day an open action is due.
 */
void
tl_mark_due (cairo_t     *cr,
             const TlInk *ink,
             double       x,
             double       y)
{
  draw_tick (cr, ink, x, y, 2, FALSE);
}

/**
 * tl_mark_moved:
 * @cr: where to draw
 * @ink: what to draw with
 * @x: the day
 * @y: the middle of the row
 *
 * Draws a day an action was due before it was moved.
 */
void
tl_mark_moved (cairo_t     *cr,
               const TlInk *ink,
               double       x,
               double       y)
{
  draw_tick (cr, ink, x, y, 1.3, TRUE);
}

/**
 * tl_mark_action_bar:
 * @cr: where to draw
 * @ink: what to draw with
 * @from: the day it was agreed
 * @to: the day it was done, ended or is due
 * @y: the middle of the row
 * @open: whether it is still open: a hollow bar
 *
 * Draws the time in which an action is at work.
 */
void
tl_mark_action_bar (cairo_t     *cr,
                    const TlInk *ink,
                    double       from,
                    double       to,
                    double       y,
                    gboolean     open)
{
  double inset = tl_ink_stroke (ink, 1.2) / 2;
  double half = tl_ink_px (ink, 1.9) + inset;

  if (to <= from)
    return;
  cairo_save (cr);
  cairo_new_path (cr);
  tl_ink_set_dash (ink, cr, 0, 0);
  if (open)
    {

      cairo_rectangle (cr, from + inset, y - half + inset, MAX (to - from - 2 * inset, 0), 2 * (half - inset));
      tl_ink_set_colour (cr, &ink->ground);
      cairo_fill_preserve (cr);
      tl_ink_set_colour (cr, &ink->faint);
      cairo_set_line_width (cr, 2 * inset);
      cairo_stroke (cr);
    }
  else
    {
      cairo_rectangle (cr, from, y - half, to - from, 2 * half);
      tl_ink_set_colour (cr, &ink->bar);
      cairo_fill (cr);
    }
  cairo_restore (cr);
}

/**
 * tl_mark_action_proof:
 * @cr: where to draw
 * @ink: what to draw with
 * @from: the day it was done
 * @to: the day it was proven
 * @y: the middle of the row
 *
 * Draws the dots from done to proven.
 */
void
tl_mark_action_proof (cairo_t     *cr,
                      const TlInk *ink,
                      double       from,
                      double       to,
                      double       y)
{
  cairo_save (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  tl_ink_set_dash (ink, cr, 2, 3);
  tl_ink_draw_line (ink, cr, from, y, to, y, 1.4, &ink->dimmed);
  cairo_restore (cr);
}

static void
draw_hatching (cairo_t     *cr,
               const TlInk *ink,
               double       x,
               double       y,
               double       width,
               double       height)
{
  double step = tl_ink_px (ink, 6) * G_SQRT2;

  cairo_save (cr);
  cairo_rectangle (cr, x, y, width, height);
  cairo_clip (cr);
  /* The lines stand still when the box grows: they start at whole steps. */
  for (double at = floor ((x - height) / step) * step; at < x + width; at += step)
    {
      cairo_move_to (cr, at, y + height);
      cairo_line_to (cr, at + height, y);
    }
  tl_ink_set_colour (cr, &ink->bar);
  cairo_set_line_width (cr, tl_ink_px (ink, 1.8));
  cairo_stroke (cr);
  cairo_restore (cr);
}

/**
 * tl_mark_silence:
 * @cr: where to draw
 * @ink: what to draw with
 * @from: its first day
 * @to: its last day
 * @y: the middle of the row
 * @height: of the box, in units of the drawing
 * @words: (nullable): its length in words, left out where there is no room
 *
 * Draws a time in which expected evidence did not come: a hatched box.
 */
void
tl_mark_silence (cairo_t     *cr,
                 const TlInk *ink,
                 double       from,
                 double       to,
                 double       y,
                 double       height,
                 const char  *words)
{
  double top = y - height / 2;

  if (to <= from)
    return;
  cairo_save (cr);
  tl_ink_set_dash (ink, cr, 0, 0);
  draw_hatching (cr, ink, from, top, to - from, height);
  cairo_rectangle (cr, from, top, to - from, height);
  tl_ink_set_colour (cr, &ink->bar);
  cairo_set_line_width (cr, tl_ink_stroke (ink, 1));
  cairo_stroke (cr);

  if (words != NULL)
    {
      g_autoptr(PangoLayout) layout = tl_ink_get_layout (ink, words, TL_TEXT_SMALL_BOLD);
      double width, pad = tl_ink_px (ink, 4);

      tl_ink_measure_layout (layout, &width, NULL);
      if (width + 2 * pad <= to - from)
        {
          cairo_rectangle (cr, (from + to - width) / 2 - pad, top - tl_ink_px (ink, 0.5), width + 2 * pad,
                           height + tl_ink_px (ink, 1));
          tl_ink_set_colour (cr, &ink->ground);
          cairo_fill (cr);
          tl_ink_draw_layout (cr, layout, (from + to) / 2, y, 0.5, &ink->text);
        }
    }
  cairo_restore (cr);
}

static void
trace_bubble (cairo_t *cr)
{
  cairo_arc (cr, 6, -4.5, 2, -G_PI_2, 0);
  cairo_arc (cr, 6, 1.5, 2, 0, G_PI_2);
  cairo_line_to (cr, 1, 3.5);
  cairo_line_to (cr, -3, 7);
  cairo_line_to (cr, -3, 3.5);
  cairo_arc (cr, -6, 1.5, 2, G_PI_2, G_PI);
  cairo_arc (cr, -6, -4.5, 2, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
draw_question (cairo_t     *cr,
               const TlInk *ink)
{
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_arc (cr, 0, -2.7, 1.9, G_PI, 0.35 * G_PI);
  cairo_line_to (cr, 0, -0.1);
  tl_ink_set_colour (cr, &ink->text);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
  cairo_arc (cr, 0, 1.95, 0.95, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_tick_inside (cairo_t     *cr,
                  const TlInk *ink)
{
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_move_to (cr, -3.3, -1.6);
  cairo_line_to (cr, -1, 0.7);
  cairo_line_to (cr, 3.2, -3.7);
  tl_ink_set_colour (cr, &ink->ground);
  cairo_set_line_width (cr, 1.6);
  cairo_stroke (cr);
}

static void
draw_flag (cairo_t     *cr,
           const TlInk *ink)
{
  cairo_move_to (cr, -4, 7);
  cairo_line_to (cr, -4, -7);
  cairo_line_to (cr, 5, -7);
  cairo_line_to (cr, 2.5, -3.5);
  cairo_line_to (cr, 5, 0);
  cairo_line_to (cr, -4, 0);
  fill_and_stroke (cr, ink, &ink->ground, &ink->watch, 1.4);
}

/**
 * tl_mark_review:
 * @cr: where to draw
 * @ink: what to draw with
 * @mark: what it was
 * @x: the day
 * @y: the middle of the row
 *
 * Draws a review (a speech bubble), a challenge (a bubble with a question mark), a decision (a solid bubble with a tick)
 * or a warning sign that was seen (a flag).
 */
void
tl_mark_review (cairo_t      *cr,
                const TlInk  *ink,
                TlReviewMark  mark,
                double        x,
                double        y)
{
  begin (cr, ink, x, y);
  switch (mark)
    {
    case TL_REVIEW_MARK_SIGN:
      draw_flag (cr, ink);
      break;
    case TL_REVIEW_MARK_DECISION:
      trace_bubble (cr);
      fill_and_stroke (cr, ink, &ink->text, &ink->text, 1.3);
      draw_tick_inside (cr, ink);
      break;
    case TL_REVIEW_MARK_CHALLENGE:
      trace_bubble (cr);
      fill_and_stroke (cr, ink, &ink->ground, &ink->text, 1.3);
      draw_question (cr, ink);
      break;
    case TL_REVIEW_MARK_REVIEW:
    default:
      trace_bubble (cr);
      fill_and_stroke (cr, ink, &ink->ground, &ink->text, 1.3);
      break;
    }
  cairo_restore (cr);
}
