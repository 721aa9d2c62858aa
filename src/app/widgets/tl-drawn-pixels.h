/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Draws something of a size, from its own corner. */
typedef void (* TlDrawnPixelsFunc) (cairo_t *cr,
                                    double   width,
                                    double   height,
                                    gpointer data);

double tl_drawn_pixels_find_scale (GtkWidget             *widget);
void   tl_drawn_pixels_snapshot   (GtkWidget             *widget,
                                   GtkSnapshot           *snapshot,
                                   const graphene_rect_t *bounds,
                                   TlDrawnPixelsFunc      draw,
                                   gpointer               data);

G_END_DECLS
