/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-mark-font.h"

#include <string.h>

/* In a PDF a drawing without a letter belongs to nothing that a screen reader walks: cairo marks only text. The marks
 * of the line are therefore the glyphs of a small font, and read as ●, ◐ and ○. */

/* Radius of a mark in parts of the em, as in any font that has these signs. */
#define RADIUS 0.375

/* Glyph 0 means that a font has none. */
#define GLYPH(state) ((unsigned long) (state) + 1)
#define SPECK (GLYPH (TL_LINK_STATE_SOUND) + 1)

/* Too small to be seen, in parts of the em, and the em that all small text has. */
#define SPECK_SIZE 0.001
#define SPECK_EM 10.0

static const cairo_user_data_key_t ink_key;

static const char * const letters[] = {
  [TL_LINK_STATE_MISSING] = "○",
  [TL_LINK_STATE_WEAK] = "◐",
  [TL_LINK_STATE_SOUND] = "●",
};

static cairo_status_t
render_glyph (cairo_scaled_font_t  *font,
              unsigned long         glyph,
              cairo_t              *cr,
              cairo_text_extents_t *extents)
{
  const TlInk *ink = cairo_font_face_get_user_data (cairo_scaled_font_get_font_face (font), &ink_key);

  if (glyph == SPECK)
    {
      cairo_rectangle (cr, 0.0, -SPECK_SIZE, SPECK_SIZE, SPECK_SIZE);
      cairo_fill (cr);
      extents->x_advance = SPECK_SIZE;
      return CAIRO_STATUS_SUCCESS;
    }
  if (glyph < GLYPH (TL_LINK_STATE_MISSING) || glyph > GLYPH (TL_LINK_STATE_SOUND))
    return CAIRO_STATUS_USER_FONT_ERROR;

  tl_mark_link (cr, ink, (TlLinkState) (glyph - 1), RADIUS, -RADIUS, RADIUS, FALSE);
  extents->x_advance = 2.0 * RADIUS;

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

  /* Strokes are in units of the em here, not of the drawing. */
  em->least_stroke = 0.0;
  em->dimmed = em->text;
  cairo_font_face_set_user_data (self, &ink_key, em, g_free);
  cairo_user_font_face_set_render_glyph_func (self, render_glyph);

  return self;
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
  cairo_glyph_t glyph = { GLYPH (state), x - radius, y + radius };
  cairo_text_cluster_t cluster = { (int) strlen (letters[state]), 1 };

  cairo_save (cr);
  cairo_set_font_face (cr, self);
  cairo_set_font_size (cr, radius / RADIUS);
  cairo_show_text_glyphs (cr, letters[state], -1, &glyph, 1, &cluster, 1, 0);
  cairo_restore (cr);
}

/**
 * tl_mark_font_show_speck:
 * @self: a font of marks
 * @cr: where to draw
 *
 * Shows a letter that nobody sees and that reads as a space, so that cairo says of what is drawn next, too, what it is:
 * it marks nothing in which there is no text.
 */
void
tl_mark_font_show_speck (cairo_font_face_t *self,
                         cairo_t           *cr)
{
  cairo_glyph_t glyph = { SPECK, 1.0, 1.0 };
  cairo_text_cluster_t cluster = { 1, 1 };

  cairo_save (cr);
  cairo_identity_matrix (cr);
  cairo_set_font_face (cr, self);
  cairo_set_font_size (cr, SPECK_EM);
  cairo_show_text_glyphs (cr, " ", -1, &glyph, 1, &cluster, 1, 0);
  cairo_restore (cr);
}
