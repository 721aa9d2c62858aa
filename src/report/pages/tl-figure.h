/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-flow.h"

G_BEGIN_DECLS

/**
 * TlFigureFunc:
 * @canvas: where to draw
 * @x: left edge
 * @y: top edge
 * @width: how wide it is
 * @height: how high it is
 * @data: what it was given
 *
 * Draws a figure, and says to a screen reader what it is.
 */
typedef void (*TlFigureFunc) (TlCanvas *canvas,
                              double    x,
                              double    y,
                              double    width,
                              double    height,
                              gpointer  data);

void tl_flow_add_figure (TlFlow         *flow,
                         TlFigureFunc    draw,
                         gpointer        data,
                         GDestroyNotify  destroy,
                         double          height);
void tl_flow_add_rule   (TlFlow         *flow,
                         double          weight,
                         double          grey);

G_END_DECLS
