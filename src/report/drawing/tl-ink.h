/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * TlColour:
 * @red: 0 to 1
 * @green: 0 to 1
 * @blue: 0 to 1
 *
 * A colour that covers what is beneath it.
 */
typedef struct
{
  double red;
  double green;
  double blue;
} TlColour;

/**
 * TlInkColours:
 * @text: the colour of text
 * @ground: the colour it stands on
 * @accent: the colour of marks and lines
 * @act: findings to act on
 * @watch: findings to watch, and lateness
 * @high_contrast: whether everything that is drawn must stand out
 *
 * The colours that a drawing is made from; all others are mixed from text and ground.
 */
typedef struct
{
  TlColour text;
  TlColour ground;
  TlColour accent;
  TlColour act;
  TlColour watch;
  gboolean high_contrast;
} TlInkColours;

/**
 * TlInk:
 * @text: text, targets, and what contradicts
 * @dimmed: what supports a text
 * @faint: threads and limits
 * @grid: grid lines
 * @bar: the bars of actions
 * @band: the band between limits
 * @selected: the ground of what is selected
 * @ground: the ground
 * @accent: marks and lines
 * @act: findings to act on
 * @watch: findings to watch, and lateness
 * @scale: how many units of the drawing make one pixel of the design, whose text is 11 pt at 96 dots to the inch
 * @text_size: height of body text, in units of the drawing
 * @small: size of supporting text, as a part of @text_size
 * @bold: how bold what is bold is
 * @least_stroke: no stroke is thinner than this, in pixels of the design
 * @plain_halos: whether the ground is cleared as a box round a text that crosses lines, as on paper, rather than round
 *   each of its letters
 * @context: for text
 * @kept: (nullable): texts that were set, by style and words
 *
 * The colours, strokes and text that everything is drawn with: on the screen after the widget's style, on paper in
 * black. Shapes and strokes scale with the text. Read only; for one thread at a time.
 */
typedef struct
{
  TlColour text;
  TlColour dimmed;
  TlColour faint;
  TlColour grid;
  TlColour bar;
  TlColour band;
  TlColour selected;
  TlColour ground;
  TlColour accent;
  TlColour act;
  TlColour watch;
  double scale;
  double text_size;
  double small;
  PangoWeight bold;
  double least_stroke;
  gboolean plain_halos;
  PangoContext *context;
  GHashTable *kept;
} TlInk;

/**
 * TlTextStyle:
 *
 * How a text is set: body or supporting size, plain or bold.
 */
typedef enum
{
  TL_TEXT_BODY,
  TL_TEXT_BODY_BOLD,
  TL_TEXT_SMALL,
  TL_TEXT_SMALL_BOLD,
} TlTextStyle;

TlInk       *tl_ink_new            (const TlInkColours *colours,
                                    PangoContext       *context);
TlInk       *tl_ink_new_light      (double              text_size);
TlInk       *tl_ink_new_dark       (double              text_size);
TlInk       *tl_ink_new_high_contrast (double           text_size,
                                    gboolean            dark);
TlInk       *tl_ink_new_paper      (double              text_size);
void         tl_ink_free           (TlInk              *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlInk, tl_ink_free)

double       tl_ink_px             (const TlInk        *self,
                                    double              pixels);
double       tl_ink_stroke         (const TlInk        *self,
                                    double              pixels);
void         tl_ink_set_colour     (cairo_t            *cr,
                                    const TlColour     *colour);
void         tl_ink_set_dash       (const TlInk        *self,
                                    cairo_t            *cr,
                                    double              on,
                                    double              off);
void         tl_ink_draw_line      (const TlInk        *self,
                                    cairo_t            *cr,
                                    double              x1,
                                    double              y1,
                                    double              x2,
                                    double              y2,
                                    double              width,
                                    const TlColour     *colour);

PangoLayout *tl_ink_create_layout  (const TlInk        *self,
                                    const char         *text,
                                    TlTextStyle         style);
PangoLayout *tl_ink_get_layout     (const TlInk        *self,
                                    const char         *text,
                                    TlTextStyle         style);
void         tl_ink_keep_layouts   (TlInk              *self);
void         tl_ink_let_go         (TlInk              *self);
void         tl_ink_measure_layout (PangoLayout        *layout,
                                    double             *width,
                                    double             *height);
double       tl_ink_measure_text   (const TlInk        *self,
                                    const char         *text,
                                    TlTextStyle         style);
void         tl_ink_draw_layout    (cairo_t            *cr,
                                    PangoLayout        *layout,
                                    double              x,
                                    double              y,
                                    double              align,
                                    const TlColour     *colour);
void         tl_ink_draw_halo      (const TlInk        *self,
                                    cairo_t            *cr,
                                    PangoLayout        *layout,
                                    double              x,
                                    double              y);
double       tl_ink_draw_text      (const TlInk        *self,
                                    cairo_t            *cr,
                                    const char         *text,
                                    TlTextStyle         style,
                                    double              x,
                                    double              y,
                                    double              align,
                                    const TlColour     *colour);

G_END_DECLS
