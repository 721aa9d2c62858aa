/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * TlStamps:
 *
 * Small shapes that are drawn again and again, kept as pixels: putting them down takes a tenth of the time that drawing
 * them does. They stand no farther than an eighth of a pixel from where they would.
 */
typedef struct _TlStamps TlStamps;

/**
 * TlStampFunc:
 * @cr: where to draw
 * @x: its middle
 * @y: its middle
 * @data: what was given with it
 *
 * Draws a shape that looks the same wherever it stands.
 */
typedef void (*TlStampFunc) (cairo_t       *cr,
                             double         x,
                             double         y,
                             gconstpointer  data);

/**
 * TlStamp:
 * @shape: a number of its own for whatever looks different
 * @reach_x: how far it reaches to either side, in units of the drawing
 * @reach_y: how far it reaches up and down
 * @draw: draws it
 * @data: for @draw
 *
 * A shape.
 */
typedef struct
{
  guint shape;
  double reach_x;
  double reach_y;
  TlStampFunc draw;
  gconstpointer data;
} TlStamp;

TlStamps *tl_stamps_new   (double         scale);
void      tl_stamps_free  (TlStamps      *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlStamps, tl_stamps_free)
double    tl_stamps_get_scale (const TlStamps *self);
void      tl_stamps_put   (TlStamps      *self,
                           cairo_t       *cr,
                           const TlStamp *stamp,
                           double         x,
                           double         y);

G_END_DECLS
