/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-marks.h"

G_BEGIN_DECLS

/**
 * TlMarkGlyph:
 * @TL_MARK_GLYPH_NONE: what a font hasn't
 * @TL_MARK_GLYPH_LETTER: the mark of a link that is missing, read as ○; weak and sound follow
 * @TL_MARK_GLYPH_SPECK: what nobody sees
 * @TL_MARK_GLYPH_LINK: the same marks of a link for those who see
 * @TL_MARK_GLYPH_WATCH: a finding to watch
 * @TL_MARK_GLYPH_NOTE: a finding to note
 * @TL_MARK_GLYPH_EVIDENCE: evidence of an outcome, by its verdict
 *
 * The glyphs of the font of marks. All but the letters read as a space.
 */
typedef enum
{
  TL_MARK_GLYPH_NONE,
  TL_MARK_GLYPH_LETTER,
  TL_MARK_GLYPH_SPECK = TL_MARK_GLYPH_LETTER + TL_LINK_STATE_SOUND + 1,
  TL_MARK_GLYPH_LINK,
  TL_MARK_GLYPH_WATCH = TL_MARK_GLYPH_LINK + TL_LINK_STATE_SOUND + 1,
  TL_MARK_GLYPH_NOTE,
  TL_MARK_GLYPH_EVIDENCE,
  TL_N_MARK_GLYPHS = TL_MARK_GLYPH_EVIDENCE + TL_VERDICT_CONTRADICTS + 1
} TlMarkGlyph;

/* Radius of a mark of a link in parts of the em, as in any font that has these signs. */
#define TL_MARK_GLYPH_RADIUS 0.375

/* The height of the font of findings and evidence, in pixels of the design: so that none is larger than a link, since the
 * largest glyph is what readers tell lines by. */
#define TL_MARK_GLYPH_PIXELS 24

cairo_font_face_t *tl_mark_font_new  (const TlInk       *ink);
void               tl_mark_font_show (cairo_font_face_t *self,
                                      cairo_t           *cr,
                                      TlLinkState        state,
                                      double             x,
                                      double             y,
                                      double             radius);
void               tl_mark_font_show_mark  (cairo_font_face_t *self,
                                            cairo_t           *cr,
                                            TlMarkGlyph        glyph,
                                            double             x,
                                            double             y,
                                            double             size);
void               tl_mark_font_show_speck (cairo_font_face_t *self,
                                            cairo_t           *cr);

G_END_DECLS
