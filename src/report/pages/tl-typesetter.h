/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-ink.h"

G_BEGIN_DECLS

/**
 * TlPrintStyle:
 * @TL_PRINT_BODY: running text and table cells, 10 pt
 * @TL_PRINT_DIMMED: what supports the fact before it, 10 pt
 * @TL_PRINT_STRONG: table heads, weaknesses, 10 pt
 * @TL_PRINT_QUESTION: a question in the margin, 11 pt
 * @TL_PRINT_SECTION: a part of a report, 14 pt
 * @TL_PRINT_SUBTITLE: the line beneath the cover's title, 15 pt
 * @TL_PRINT_TITLE: a risk's title, 20 pt
 * @TL_PRINT_COVER: the cover's title, 28 pt
 *
 * How text looks on paper. Nothing is smaller than 10 pt.
 */
typedef enum
{
  TL_PRINT_BODY,
  TL_PRINT_DIMMED,
  TL_PRINT_STRONG,
  TL_PRINT_QUESTION,
  TL_PRINT_SECTION,
  TL_PRINT_SUBTITLE,
  TL_PRINT_TITLE,
  TL_PRINT_COVER,
  TL_N_PRINT_STYLES
} TlPrintStyle;

/**
 * TlCloseness:
 * @TL_CLOSENESS_NORMAL: as it reads best
 * @TL_CLOSENESS_CLOSE: lines stand closer
 * @TL_CLOSENESS_CLOSEST: as close as they can still be read well
 *
 * How close lines stand. Letters never get smaller.
 */
typedef enum
{
  TL_CLOSENESS_NORMAL,
  TL_CLOSENESS_CLOSE,
  TL_CLOSENESS_CLOSEST,
  TL_N_CLOSENESSES
} TlCloseness;

/**
 * TlTypesetter:
 *
 * Makes Pango layouts in the styles of paper. It measures without regard to any surface, so that a page breaks in the
 * same places on screen, on a printer and in a PDF. Each has a font map of its own, hence one may be used on any
 * thread, by one at a time. Lengths are in points.
 */
typedef struct _TlTypesetter TlTypesetter;

const char   *tl_typesetter_get_language (void);
TlTypesetter *tl_typesetter_new        (void);
void          tl_typesetter_free       (TlTypesetter   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTypesetter, tl_typesetter_free)

void          tl_typesetter_let_go     (TlTypesetter   *self);
void          tl_typesetter_lock       (TlTypesetter   *self);
void          tl_typesetter_unlock     (TlTypesetter   *self);

PangoLayout  *tl_typesetter_layout     (TlTypesetter   *self,
                                        TlPrintStyle     style,
                                        const char     *markup,
                                        double          width,
                                        PangoAlignment  alignment);
double        tl_typesetter_get_width  (TlTypesetter   *self,
                                        TlPrintStyle     style,
                                        const char     *markup);
void          tl_typesetter_set_closeness (TlTypesetter *self,
                                        TlCloseness     closeness);
double        tl_typesetter_get_leading (TlTypesetter  *self,
                                        TlPrintStyle     style);
double        tl_typesetter_get_grey   (TlPrintStyle     style);
const TlInk  *tl_typesetter_get_ink    (TlTypesetter   *self);
cairo_font_face_t *tl_typesetter_get_marks (TlTypesetter *self);

double        tl_layout_line_height    (PangoLayout    *layout,
                                        guint           line,
                                        double          leading);
double        tl_layout_height         (PangoLayout    *layout,
                                        double          leading);
gboolean      tl_layout_reads_from_left (PangoLayout   *layout);
gboolean      tl_layout_wraps_alike    (PangoLayout    *layout,
                                        int             width);
void          tl_layout_show_line      (PangoLayout    *layout,
                                        guint           line,
                                        double          leading,
                                        cairo_t        *cr,
                                        double          x,
                                        double          y);

G_END_DECLS
