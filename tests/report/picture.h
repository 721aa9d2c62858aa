/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-ink.h"
#include "tl-label-placing.h"

/* Pictures in memory, to look at what was drawn. */

cairo_surface_t *picture_new               (const TlInk     *ink,
                                            int              width,
                                            int              height);
gboolean         picture_has_colour        (cairo_surface_t *picture);
guint            picture_count_differences (cairo_surface_t *a,
                                            cairo_surface_t *b);
void             picture_mirror            (cairo_surface_t *picture);
TlBox            picture_find_drawn        (cairo_surface_t *picture,
                                            const TlInk     *ink);
