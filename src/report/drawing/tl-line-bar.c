/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-line-bar.h"

#include "tl-marks.h"

/* In pixels of the design. */
#define HEIGHT 26
#define RADIUS 6
#define GAP 4
#define MARK_RADIUS 5.5
#define TO_MARK 15
#define TO_NUMBER 27
#define AFTER_NUMBER 9

static PangoLayout *
create_number (const TlInk *ink,
               guint        n)
{
  g_autofree char *text = g_strdup_printf ("%u", n);

  return tl_ink_create_layout (ink, text, TL_TEXT_BODY_BOLD);
}

/**
 * tl_line_bar_get_height:
 * @ink: what to draw with
 *
 * Returns: how high a bar is, in units of the drawing
 */
double
tl_line_bar_get_height (const TlInk *ink)
{
  return MAX (tl_ink_px (ink, HEIGHT), ink->text_size * 1.5);
}

/**
 * tl_line_bar_get_least:
 * @ink: what to draw with
 * @n: how many risks
 *
 * Returns: how wide a part must be for its mark and its number; 0 for no risk
 */
double
tl_line_bar_get_least (const TlInk *ink,
                       guint        n)
{
  g_autoptr (PangoLayout) number = create_number (ink, n);
  double width;

  if (n == 0)
    return 0;
  tl_ink_measure_layout (number, &width, NULL);
  return tl_ink_px (ink, TO_NUMBER + AFTER_NUMBER) + width;
}

/**
 * tl_line_bar_share:
 * @ink: what to draw with
 * @n: (array fixed-size=3): how many risks are in each [enum@LinkState]
 * @width: the width of the whole bar
 * @widths: (array fixed-size=3) (out caller-allocates): the width of each part, the gap after it not counted
 *
 * Shares the width of a bar by number; a part that would be too narrow for its number gets as much as that takes from
 * the others.
 */
void
tl_line_bar_share (const TlInk *ink,
                   const guint *n,
                   double       width,
                   double      *widths)
{
  double least[TL_N_LINK_STATES], room = width + tl_ink_px (ink, GAP);
  gboolean fixed[TL_N_LINK_STATES] = { FALSE, }, again = TRUE;
  guint total = 0;

  for (int i = 0; i < TL_N_LINK_STATES; i++)
    {
      least[i] = tl_line_bar_get_least (ink, n[i]);
      fixed[i] = n[i] == 0;
      room -= n[i] > 0 ? tl_ink_px (ink, GAP) : 0;
      total += n[i];
      widths[i] = 0;
    }
  while (again)
    {
      again = FALSE;
      for (int i = 0; i < TL_N_LINK_STATES && !again; i++)
        {
          if (fixed[i] || room * n[i] >= least[i] * total)
            continue;
          widths[i] = least[i];
          room -= least[i];
          total -= n[i];
          fixed[i] = again = TRUE;
        }
    }
  for (int i = 0; i < TL_N_LINK_STATES; i++)
    if (!fixed[i])
      widths[i] = room * n[i] / total;
}

static void
trace_part (cairo_t *cr,
            double   x,
            double   y,
            double   width,
            double   height,
            double   radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/* Solid, tinted with an outline, or only an outline of dashes. */
static void
draw_ground (cairo_t     *cr,
             const TlInk *ink,
             TlLinkState  state,
             double       x,
             double       y,
             double       width)
{
  double stroke = tl_ink_stroke (ink, state == TL_LINK_STATE_MISSING ? 1.2 : 1.6);
  double height = tl_line_bar_get_height (ink), inset = state == TL_LINK_STATE_SOUND ? 0 : stroke / 2;

  trace_part (cr, x + inset, y - height / 2 + inset, width - 2 * inset, height - 2 * inset, tl_ink_px (ink, RADIUS) - inset);
  if (state != TL_LINK_STATE_MISSING)
    {
      tl_ink_set_colour (cr, state == TL_LINK_STATE_SOUND ? &ink->accent : &ink->selected);
      cairo_fill_preserve (cr);
    }
  if (state != TL_LINK_STATE_SOUND)
    {
      tl_ink_set_colour (cr, state == TL_LINK_STATE_WEAK ? &ink->accent : &ink->dimmed);
      tl_ink_set_dash (ink, cr, state == TL_LINK_STATE_MISSING ? 4 : 0, state == TL_LINK_STATE_MISSING ? 3 : 0);
      cairo_set_line_width (cr, stroke);
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
}

/**
 * tl_line_bar_draw_part:
 * @cr: where to draw
 * @ink: what to draw with
 * @state: sound, weak or missing
 * @n: how many risks
 * @x: its left end
 * @y: its middle
 * @width: its width
 * @mirrored: whether text runs from right to left
 *
 * Draws a part of a bar, with its mark and its number.
 */
void
tl_line_bar_draw_part (cairo_t     *cr,
                       const TlInk *ink,
                       TlLinkState  state,
                       guint        n,
                       double       x,
                       double       y,
                       double       width,
                       gboolean     mirrored)
{
  g_autoptr (PangoLayout) number = create_number (ink, n);
  double to_mark = tl_ink_px (ink, TO_MARK), to_number = tl_ink_px (ink, TO_NUMBER);
  TlInk reversed = *ink;

  /* On solid ground mark and number take the ground's colour. */
  reversed.accent = ink->ground;
  cairo_save (cr);
  draw_ground (cr, ink, state, x, y, width);
  cairo_restore (cr);
  tl_mark_link (cr, state == TL_LINK_STATE_SOUND ? &reversed : ink, state, mirrored ? x + width - to_mark : x + to_mark, y,
                tl_ink_px (ink, MARK_RADIUS), mirrored);
  tl_ink_draw_layout (cr, number, mirrored ? x + width - to_number : x + to_number, y, mirrored ? 1 : 0,
                      state == TL_LINK_STATE_SOUND ? &ink->ground : &ink->text);
}
