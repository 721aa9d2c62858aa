/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-marks.h"
#include "tl-typesetter.h"

G_BEGIN_DECLS

/**
 * TlCanvas:
 * @cr: where to draw, in points from the sheet's upper left corner
 * @typesetter: makes its text
 * @ink: what marks and charts are drawn with
 * @frame_y: top of the frame
 *
 * A page that is being drawn. For a tagged PDF it also says what each piece is, so that a screen reader finds
 * headings, tables and figures; anywhere else those calls do nothing.
 */
typedef struct
{
  cairo_t *cr;
  TlTypesetter *typesetter;
  const TlInk *ink;
  double frame_y;
  /*< private >*/
  gboolean tagged;
  guint artifacts;
  /* Whether something in the artifact has letters, which cairo needs to mark it. */
  gboolean lettered;
  GString *words;
  guint n_contents;
  /* How many paragraphs and cells are being put together of pieces. */
  guint n_gathering;
  /* The names of the elements that are open, outermost first. */
  GPtrArray *open;
  GPtrArray *figures;
  GArray *rules;
  cairo_font_face_t *marks;
} TlCanvas;

/**
 * TlTag:
 *
 * A paragraph or cell that may be drawn in several pieces, on one page or on several.
 */
typedef struct
{
  GArray *contents;
} TlTag;

void tl_canvas_init           (TlCanvas     *self,
                               cairo_t      *cr,
                               TlTypesetter *typesetter,
                               gboolean      tagged);
void tl_canvas_listen         (TlCanvas     *self,
                               GString      *words);
void tl_canvas_clear          (TlCanvas     *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlCanvas, tl_canvas_clear)

void tl_canvas_begin          (TlCanvas     *self,
                               const char   *name);
void tl_canvas_end            (TlCanvas     *self,
                               const char   *name);
gboolean tl_canvas_can_pause  (TlCanvas     *self);
guint tl_canvas_pause         (TlCanvas     *self);
void tl_canvas_go_on          (TlCanvas     *self,
                               const char   *name);
void tl_canvas_resume         (TlCanvas     *self,
                               cairo_t      *cr);
void tl_canvas_begin_artifact (TlCanvas     *self);
void tl_canvas_end_artifact   (TlCanvas     *self);
void tl_canvas_begin_figure   (TlCanvas     *self,
                               const char   *alternative);
void tl_canvas_end_figure     (TlCanvas     *self);
void tl_canvas_begin_link     (TlCanvas     *self,
                               guint         page,
                               double        page_y,
                               const cairo_rectangle_t *area);
void tl_canvas_end_link       (TlCanvas     *self);

void tl_canvas_begin_piece    (TlCanvas     *self,
                               TlTag        *tag,
                               const char   *name);
void tl_canvas_end_piece      (TlCanvas     *self);
void tl_canvas_gather         (TlCanvas     *self,
                               TlTag        *tag,
                               const char   *name);
void tl_tag_clear             (TlTag        *tag);

GPtrArray *tl_canvas_steal_alternatives (TlCanvas *self);
void tl_canvas_end_page      (TlCanvas     *self);

void tl_canvas_set_grey       (TlCanvas     *self,
                               double        grey);
void tl_canvas_rule           (TlCanvas     *self,
                               double        x0,
                               double        x1,
                               double        y,
                               double        weight,
                               double        grey);
void tl_canvas_show_link      (TlCanvas     *self,
                               TlLinkState   state,
                               double        x,
                               double        y,
                               double        radius);
void tl_canvas_draw_link      (TlCanvas     *self,
                               TlLinkState   state,
                               double        x,
                               double        y,
                               double        radius);
void tl_canvas_draw_finding   (TlCanvas     *self,
                               TlSeverity    severity,
                               double        x,
                               double        y);
void tl_canvas_draw_evidence  (TlCanvas     *self,
                               TlVerdict     verdict,
                               TlEvidenceKind kind,
                               double        x,
                               double        y);
void tl_canvas_show_line      (TlCanvas     *self,
                               PangoLayout  *layout,
                               guint         line,
                               double        leading,
                               double        x,
                               double        y);
void tl_canvas_show_text      (TlCanvas     *self,
                               TlPrintStyle   style,
                               const char   *markup,
                               double        x,
                               double        y,
                               double        width,
                               PangoAlignment alignment);

G_END_DECLS
