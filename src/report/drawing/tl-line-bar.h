/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-bars.h"
#include "tl-ink.h"

G_BEGIN_DECLS

/* One bar of the line: how many risks are sound, weak and missing at a link. Each part says by its shape what it is, and
 * begins with its mark and its number. Positions are the start of a part and its middle line, in units of the drawing. */

double tl_line_bar_get_height (const TlInk *ink);
double tl_line_bar_get_least  (const TlInk *ink,
                               guint        n);
void   tl_line_bar_share      (const TlInk *ink,
                               const guint *n,
                               double       width,
                               double      *widths);
void   tl_line_bar_draw_part  (cairo_t     *cr,
                               const TlInk *ink,
                               TlLinkState  state,
                               guint        n,
                               double       x,
                               double       y,
                               double       width,
                               gboolean     mirrored);

G_END_DECLS
