/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-canvas.h"

#include "tl-mark-font.h"

/**
 * tl_canvas_show_link:
 * @self: a canvas
 * @state: whether a link of the line holds
 * @x: middle of its mark
 * @y: middle of its mark
 * @radius: how large it is
 *
 * Draws the mark of a link as a letter, so that it is found where text is sought.
 */
void
tl_canvas_show_link (TlCanvas    *self,
                     TlLinkState  state,
                     double       x,
                     double       y,
                     double       radius)
{
  tl_canvas_set_grey (self, 0.0);
  tl_mark_font_show (self->marks, self->cr, state, x, y, radius);
  self->lettered = TRUE;
}

/* In a PDF a mark is a letter of a font of marks: a tenth of what its lines and curves would take, every time anew. On a
 * screen it is drawn as everywhere else. */
static void
show_mark (TlCanvas       *self,
           TlMarkGlyph     glyph,
           const TlColour *colour,
           double          x,
           double          y,
           double          size)
{
  tl_ink_set_colour (self->cr, colour);
  tl_mark_font_show_mark (self->marks, self->cr, glyph, x, y, size);
  self->lettered = TRUE;
}

/**
 * tl_canvas_draw_link:
 * @self: a canvas, within an artifact
 * @state: whether a link of the line holds
 * @x: middle of its mark
 * @y: middle of its mark
 * @radius: how large it is
 *
 * Draws the mark of a link beside words that say the same.
 */
void
tl_canvas_draw_link (TlCanvas    *self,
                     TlLinkState  state,
                     double       x,
                     double       y,
                     double       radius)
{
  if (self->tagged)
    show_mark (self, TL_MARK_GLYPH_LINK + (TlMarkGlyph) state,
               state == TL_LINK_STATE_MISSING ? &self->ink->dimmed : &self->ink->accent, x, y,
               radius / TL_MARK_GLYPH_RADIUS);
  else
    tl_mark_link (self->cr, self->ink, state, x, y, radius, FALSE);
}

/**
 * tl_canvas_draw_finding:
 * @self: a canvas, within an artifact
 * @severity: act, watch or note
 * @x: middle of its mark
 * @y: middle of its mark
 *
 * Draws the mark of a finding beside words that say the same.
 */
void
tl_canvas_draw_finding (TlCanvas   *self,
                        TlSeverity  severity,
                        double      x,
                        double      y)
{
  double size = tl_ink_px (self->ink, TL_MARK_GLYPH_PIXELS);

  if (self->tagged && severity == TL_SEVERITY_WATCH)
    show_mark (self, TL_MARK_GLYPH_WATCH, &self->ink->watch, x, y, size);
  else if (self->tagged && severity == TL_SEVERITY_NOTE)
    show_mark (self, TL_MARK_GLYPH_NOTE, &self->ink->dimmed, x, y, size);
  else
    tl_mark_finding (self->cr, self->ink, severity, x, y);
}

/**
 * tl_canvas_draw_evidence:
 * @self: a canvas, within an artifact
 * @verdict: what it says
 * @kind: outcome or activity
 * @x: middle of its mark
 * @y: middle of its mark
 *
 * Draws the mark of an item of evidence beside words that say the same.
 */
void
tl_canvas_draw_evidence (TlCanvas       *self,
                         TlVerdict       verdict,
                         TlEvidenceKind  kind,
                         double          x,
                         double          y)
{
  double size = tl_ink_px (self->ink, TL_MARK_GLYPH_PIXELS);

  /* What is empty has a white ground, and letters have one colour. */
  if (self->tagged && kind == TL_EVIDENCE_KIND_OUTCOME && verdict != TL_VERDICT_NONE)
    show_mark (self, TL_MARK_GLYPH_EVIDENCE + (TlMarkGlyph) verdict,
               verdict == TL_VERDICT_CONTRADICTS ? &self->ink->text : &self->ink->accent, x, y, size);
  else
    tl_mark_evidence (self->cr, self->ink, verdict, kind, x, y);
}
