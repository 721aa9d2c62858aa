/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-mark-font.h"

#include <math.h>
#include <string.h>

/* In a PDF a drawing without a letter belongs to nothing that a screen reader walks: cairo marks only text. The marks
 * of the line are therefore the glyphs of a small font, and read as ●, ◐ and ○. */

/* Too small to be seen, in parts of the em, and the em that all small text has. */
#define SPECK_SIZE 0.001
#define SPECK_EM 10.0

static const cairo_user_data_key_t ink_key;

static const char * const letters[] = {
  [TL_LINK_STATE_MISSING] = "○",
  [TL_LINK_STATE_WEAK] = "◐",
  [TL_LINK_STATE_SOUND] = "●",
};

static void
draw_mark (cairo_t       *cr,
           const TlInk   *ink,
           unsigned long  glyph)
{
  double x = TL_MARK_GLYPH_RADIUS, y = -TL_MARK_GLYPH_RADIUS;

  if (glyph == TL_MARK_GLYPH_SPECK)
    {
      cairo_rectangle (cr, 0.0, -SPECK_SIZE, SPECK_SIZE, SPECK_SIZE);
      cairo_fill (cr);
    }
  else if (glyph < TL_MARK_GLYPH_WATCH)
    {
      tl_mark_link (cr, ink, (TlLinkState) (glyph - TL_MARK_GLYPH_LINK), x, y, TL_MARK_GLYPH_RADIUS, FALSE);
    }
  else if (glyph < TL_MARK_GLYPH_EVIDENCE)
    {
      tl_mark_finding (cr, ink, glyph == TL_MARK_GLYPH_WATCH ? TL_SEVERITY_WATCH : TL_SEVERITY_NOTE, x, y);
    }
  else
    {
      tl_mark_evidence (cr, ink, (TlVerdict) (glyph - TL_MARK_GLYPH_EVIDENCE), TL_EVIDENCE_KIND_OUTCOME, x, y);
    }
}

static cairo_status_t
render_glyph (cairo_scaled_font_t  *font,
              unsigned long         glyph,
              cairo_t              *cr,
              cairo_text_extents_t *extents)
{
  const TlInk *ink = cairo_font_face_get_user_data (cairo_scaled_font_get_font_face (font), &ink_key);

  if (glyph == TL_MARK_GLYPH_NONE || glyph >= TL_N_MARK_GLYPHS)
    return CAIRO_STATUS_USER_FONT_ERROR;
  if (glyph < TL_MARK_GLYPH_SPECK)
    {
      tl_mark_link (cr, ink, (TlLinkState) (glyph - TL_MARK_GLYPH_LETTER), TL_MARK_GLYPH_RADIUS, -TL_MARK_GLYPH_RADIUS,
                    TL_MARK_GLYPH_RADIUS, FALSE);
      extents->x_advance = 2.0 * TL_MARK_GLYPH_RADIUS;
    }
  else
    {
      draw_mark (cr, ink, glyph);
      extents->x_advance = SPECK_SIZE;
    }

  return CAIRO_STATUS_SUCCESS;
}

/**
 * tl_mark_font_new:
 * @ink: what to draw with; must outlive the font
 *
 * Returns: (transfer full): a font whose glyphs are the marks of the line's links
 */
cairo_font_face_t *
tl_mark_font_new (const TlInk *ink)
{
  cairo_font_face_t *self = cairo_user_font_face_create ();
  TlInk *em = g_memdup2 (ink, sizeof *ink);

  /* Strokes are in units of the em here, not of the drawing, and what is drawn with is said where a glyph is shown. */
  em->least_stroke = 0.0;
  em->scale = 1.0 / TL_MARK_GLYPH_PIXELS;
  em->dimmed = em->text;
  em->kept = NULL;
  cairo_font_face_set_user_data (self, &ink_key, em, g_free);
  cairo_user_font_face_set_render_glyph_func (self, render_glyph);

  return self;
}

/* Each digit takes room in a PDF, and a tenth of a point is less than a dot of most printers. */
static double
round_for_paper (double length)
{
  return round (length * 10.0) / 10.0;
}

/**
 * tl_mark_font_show:
 * @self: a font of marks
 * @cr: where to draw
 * @state: which mark
 * @x: its middle
 * @y: its middle
 * @radius: its radius
 *
 * Draws a mark as a letter, in the source that is set.
 */
void
tl_mark_font_show (cairo_font_face_t *self,
                   cairo_t           *cr,
                   TlLinkState        state,
                   double             x,
                   double             y,
                   double             radius)
{
  cairo_glyph_t glyph = { TL_MARK_GLYPH_LETTER + (unsigned long) state, round_for_paper (x - radius),
                          round_for_paper (y + radius) };
  cairo_text_cluster_t cluster = { (int) strlen (letters[state]), 1 };

  cairo_save (cr);
  cairo_set_font_face (cr, self);
  cairo_set_font_size (cr, radius / TL_MARK_GLYPH_RADIUS);
  cairo_show_text_glyphs (cr, letters[state], -1, &glyph, 1, &cluster, 1, 0);
  cairo_restore (cr);
}

static void
show_blank (cairo_font_face_t *self,
            cairo_t           *cr,
            cairo_glyph_t     *glyph,
            double             size)
{
  cairo_text_cluster_t cluster = { 1, 1 };

  cairo_set_font_face (cr, self);
  cairo_set_font_size (cr, size);
  cairo_show_text_glyphs (cr, " ", -1, glyph, 1, &cluster, 1, 0);
}

/**
 * tl_mark_font_show_mark:
 * @self: a font of marks
 * @cr: where to draw
 * @glyph: which mark, none of the letters
 * @x: its middle
 * @y: its middle
 * @size: size of the font
 *
 * Draws a mark that reads as a space, in the source that is set.
 */
void
tl_mark_font_show_mark (cairo_font_face_t *self,
                        cairo_t           *cr,
                        TlMarkGlyph        glyph,
                        double             x,
                        double             y,
                        double             size)
{
  double radius = TL_MARK_GLYPH_RADIUS * size;
  cairo_glyph_t shown = { glyph, round_for_paper (x - radius), round_for_paper (y + radius) };

  cairo_save (cr);
  show_blank (self, cr, &shown, size);
  cairo_restore (cr);
}

/**
 * tl_mark_font_show_speck:
 * @self: a font of marks
 * @cr: where to draw
 *
 * Shows a letter that nobody sees and that reads as a space, so that cairo says of what is drawn beside it, too, what it is:
 * it marks nothing in which there is no text.
 */
void
tl_mark_font_show_speck (cairo_font_face_t *self,
                         cairo_t           *cr)
{
  cairo_glyph_t speck = { TL_MARK_GLYPH_SPECK, 1.0, 1.0 };

  cairo_save (cr);
  cairo_identity_matrix (cr);
  show_blank (self, cr, &speck, SPECK_EM);
  cairo_restore (cr);
}
