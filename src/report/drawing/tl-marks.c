/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-marks.h"

/* Everything below is drawn in pixels of the design around the middle of the mark. */
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
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
}

static void
end (cairo_t *cr)
{
  cairo_restore (cr);
}

static void
stroke (cairo_t        *cr,
        const TlInk    *ink,
        double          width,
        const TlColour *colour)
{
  tl_ink_set_colour (cr, colour);
  cairo_set_line_width (cr, MAX (width, ink->least_stroke));
  cairo_stroke (cr);
}

static void
fill (cairo_t        *cr,
      const TlColour *colour)
{
  tl_ink_set_colour (cr, colour);
  cairo_fill (cr);
}

static void
trace (cairo_t      *cr,
       const double *points,
       guint         n_points)
{
  for (guint i = 0; i < n_points; i++)
    cairo_line_to (cr, points[2 * i], points[2 * i + 1]);
  cairo_close_path (cr);
}

static void
disc (cairo_t *cr,
      double   x,
      double   y,
      double   radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
}

static void
rounded_square (cairo_t *cr,
                double   half_width,
                double   half_height,
                double   radius)
{
  double x = half_width - radius, y = half_height - radius;

  cairo_new_sub_path (cr);
  cairo_arc (cr, x, -y, radius, -G_PI_2, 0);
  cairo_arc (cr, x, y, radius, 0, G_PI_2);
  cairo_arc (cr, -x, y, radius, G_PI_2, G_PI);
  cairo_arc (cr, -x, -y, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/**
 * tl_mark_rating_size:
 * @ink: what to draw with
 * @width: (out) (optional): width in units of the drawing
 * @height: (out) (optional): height in units of the drawing
 *
 * How much room a rating takes.
 */
void
tl_mark_rating_size (const TlInk *ink,
                     double      *width,
                     double      *height)
{
  if (width != NULL)
    *width = tl_ink_px (ink, 34);
  if (height != NULL)
    *height = tl_ink_px (ink, 26);
}

static void
draw_rating_shape (cairo_t     *cr,
                   const TlInk *ink,
                   TlBand       band)
{
  static const double hexagon[] = { -17, 0, -8.5, -13, 8.5, -13, 17, 0, 8.5, 13, -8.5, 13 };

  switch (band)
    {
    case TL_BAND_HIGH:
      trace (cr, hexagon, G_N_ELEMENTS (hexagon) / 2);
      fill (cr, &ink->text);
      break;
    case TL_BAND_MEDIUM:
      rounded_square (cr, 13 - 0.8, 12 - 0.8, 4);
      stroke (cr, ink, 1.6, &ink->text);
      break;
    case TL_BAND_LOW:
      disc (cr, 0, 0, 12.5 - 0.6);
      stroke (cr, ink, 1.2, &ink->dimmed);
      break;
    }
}

/**
 * tl_mark_rating:
 * @cr: where to draw
 * @ink: what to draw with
 * @rating: likelihood × impact, 0 when unrated
 * @band: high, medium or low
 * @x: its middle
 * @y: its middle
 *
 * Draws a rating: its number in a solid hexagon, an outlined square or an outlined circle; a dash when unrated.
 */
void
tl_mark_rating (cairo_t     *cr,
                const TlInk *ink,
                int          rating,
                TlBand       band,
                double       x,
                double       y)
{
  g_autofree char *number = rating > 0 ? g_strdup_printf ("%d", rating) : g_strdup ("–");

  begin (cr, ink, x, y);
  draw_rating_shape (cr, ink, band);
  end (cr);

  tl_ink_draw_text (ink, cr, number, TL_TEXT_SMALL_BOLD, x, y, 0.5,
                    band == TL_BAND_HIGH ? &ink->ground : &ink->text);
}

static void
draw_act (cairo_t     *cr,
          const TlInk *ink)
{
  static const double octagon[] = {
    -3.11, -7.5, 3.11, -7.5, 7.5, -3.11, 7.5, 3.11, 3.11, 7.5, -3.11, 7.5, -7.5, 3.11, -7.5, -3.11,
  };

  trace (cr, octagon, G_N_ELEMENTS (octagon) / 2);
  fill (cr, &ink->act);
  cairo_move_to (cr, 0, -3.75);
  cairo_line_to (cr, 0, 0.6);
  tl_ink_set_colour (cr, &ink->ground);
  cairo_set_line_width (cr, 2.1);
  cairo_stroke (cr);
  disc (cr, 0, 3.75, 1.28);
  fill (cr, &ink->ground);
}

static void
draw_watch (cairo_t     *cr,
            const TlInk *ink)
{
  /* Two arcs, each a quadratic curve written as a cubic one. */
  cairo_move_to (cr, -8, 0);
  cairo_curve_to (cr, -8 / 3.0, -5.9, 8 / 3.0, -5.9, 8, 0);
  cairo_curve_to (cr, 8 / 3.0, 5.9, -8 / 3.0, 5.9, -8, 0);
  cairo_close_path (cr);
  stroke (cr, ink, 1.65, &ink->watch);
  disc (cr, 0, 0, 2.55);
  fill (cr, &ink->watch);
}

static void
draw_note (cairo_t     *cr,
           const TlInk *ink)
{
  disc (cr, 0, 0, 6.44);
  stroke (cr, ink, 1.4, &ink->dimmed);
  disc (cr, 0, -2.8, 1.05);
  fill (cr, &ink->dimmed);
  cairo_move_to (cr, 0, -0.14);
  cairo_line_to (cr, 0, 3.15);
  stroke (cr, ink, 1.68, &ink->dimmed);
}

/**
 * tl_mark_finding:
 * @cr: where to draw
 * @ink: what to draw with
 * @severity: act, watch or note
 * @x: its middle
 * @y: its middle
 *
 * Draws the mark of findings of a severity, 15 pixels of the design high (a watch is 17 wide): a solid octagon with an
 * exclamation mark, an eye, or a ring with an i.
 */
void
tl_mark_finding (cairo_t     *cr,
                 const TlInk *ink,
                 TlSeverity   severity,
                 double       x,
                 double       y)
{
  begin (cr, ink, x, y);
  switch (severity)
    {
    case TL_SEVERITY_ACT:
      draw_act (cr, ink);
      break;
    case TL_SEVERITY_WATCH:
      draw_watch (cr, ink);
      break;
    case TL_SEVERITY_NOTE:
      draw_note (cr, ink);
      break;
    case TL_N_SEVERITIES:
    default:
      break;
    }
  end (cr);
}

/**
 * tl_mark_evidence:
 * @cr: where to draw
 * @ink: what to draw with
 * @verdict: what it says; evidence that doesn't say is a small circle
 * @kind: outcome is filled, activity outlined
 * @x: its middle
 * @y: its middle
 *
 * Draws an item of evidence: ▲ supports, ◆ is mixed, ▼ contradicts.
 */
void
tl_mark_evidence (cairo_t        *cr,
                  const TlInk    *ink,
                  TlVerdict       verdict,
                  TlEvidenceKind  kind,
                  double          x,
                  double          y)
{
  static const double up[] = { 0, -5, 5, 4, -5, 4 };
  static const double diamond[] = { 0, -5.5, 5.5, 0, 0, 5.5, -5.5, 0 };
  static const double down[] = { 0, 5, 5, -4, -5, -4 };
  const TlColour *colour = verdict == TL_VERDICT_CONTRADICTS ? &ink->text : &ink->accent;

  begin (cr, ink, x, y);
  switch (verdict)
    {
    case TL_VERDICT_SUPPORTS:
      trace (cr, up, G_N_ELEMENTS (up) / 2);
      break;
    case TL_VERDICT_MIXED:
      trace (cr, diamond, G_N_ELEMENTS (diamond) / 2);
      break;
    case TL_VERDICT_CONTRADICTS:
      trace (cr, down, G_N_ELEMENTS (down) / 2);
      break;
    case TL_VERDICT_NONE:
    default:
      disc (cr, 0, 0, 3.5);
      colour = &ink->dimmed;
      break;
    }
  tl_ink_set_colour (cr, kind == TL_EVIDENCE_KIND_OUTCOME ? colour : &ink->ground);
  cairo_fill_preserve (cr);
  stroke (cr, ink, 1.4, colour);
  end (cr);
}

/**
 * tl_mark_selected:
 * @cr: where to draw
 * @ink: what to draw with
 * @x: the middle of the mark it is drawn beneath
 * @y: the middle of the mark
 *
 * Draws the ring around a selected mark; the mark goes on top.
 */
void
tl_mark_selected (cairo_t     *cr,
                  const TlInk *ink,
                  double       x,
                  double       y)
{
  begin (cr, ink, x, y);
  disc (cr, 0, 0, 9.5);
  tl_ink_set_colour (cr, &ink->selected);
  cairo_fill_preserve (cr);
  stroke (cr, ink, 2, &ink->accent);
  end (cr);
}

/**
 * tl_mark_place:
 * @cr: where to draw
 * @ink: what to draw with
 * @state: how the place compares
 * @x: its middle
 * @y: its middle
 *
 * Draws the mark of a compared place.
 */
void
tl_mark_place (cairo_t      *cr,
               const TlInk  *ink,
               TlPlaceState  state,
               double        x,
               double        y)
{
  static const double dashes[] = { 2.2, 1.8 };

  begin (cr, ink, x, y);
  switch (state)
    {
    case TL_PLACE_STATE_WEAK:
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
      cairo_rectangle (cr, -5.5, -5.5, 11, 11);
      tl_ink_set_colour (cr, &ink->ground);
      cairo_fill_preserve (cr);
      stroke (cr, ink, 2.4, &ink->text);
      break;
    case TL_PLACE_STATE_WATCH:
      disc (cr, 0, 0, 5);
      tl_ink_set_colour (cr, &ink->ground);
      cairo_fill_preserve (cr);
      stroke (cr, ink, 1.6, &ink->text);
      disc (cr, 0, 0, 1.9);
      fill (cr, &ink->text);
      break;
    case TL_PLACE_STATE_TOO_FEW:
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
      disc (cr, 0, 0, 4.6);
      tl_ink_set_colour (cr, &ink->ground);
      cairo_fill_preserve (cr);
      cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
      stroke (cr, ink, 1.5, &ink->dimmed);
      break;
    case TL_PLACE_STATE_UNSAMPLED:
      cairo_move_to (cr, -4.5, 0);
      cairo_line_to (cr, 4.5, 0);
      stroke (cr, ink, 1.5, &ink->dimmed);
      break;
    case TL_PLACE_STATE_IN_LINE:
    default:
      disc (cr, 0, 0, 5);
      fill (cr, &ink->accent);
      break;
    }
  end (cr);
}

/**
 * tl_mark_pooled:
 * @cr: where to draw
 * @ink: what to draw with
 * @x: its middle
 * @y: its middle
 *
 * Draws the mark of all places together.
 */
void
tl_mark_pooled (cairo_t     *cr,
                const TlInk *ink,
                double       x,
                double       y)
{
  static const double diamond[] = { -7, 0, 0, -6, 7, 0, 0, 6 };

  begin (cr, ink, x, y);
  trace (cr, diamond, G_N_ELEMENTS (diamond) / 2);
  tl_ink_set_colour (cr, &ink->accent);
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  end (cr);
}
