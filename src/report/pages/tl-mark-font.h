/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-marks.h"

G_BEGIN_DECLS

cairo_font_face_t *tl_mark_font_new  (const TlInk       *ink);
void               tl_mark_font_show (cairo_font_face_t *self,
                                      cairo_t           *cr,
                                      TlLinkState        state,
                                      double             x,
                                      double             y,
                                      double             radius);
void               tl_mark_font_show_speck (cairo_font_face_t *self,
                                            cairo_t           *cr);

G_END_DECLS
