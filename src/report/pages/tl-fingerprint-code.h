/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

cairo_surface_t *tl_fingerprint_code_new      (const char      *fingerprint);
void             tl_fingerprint_code_draw     (cairo_surface_t *code,
                                               cairo_t         *cr,
                                               double           x,
                                               double           y,
                                               double           size);

G_END_DECLS
