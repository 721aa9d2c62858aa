/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-drawn-pixels.h"

#include <math.h>

/**
 * tl_drawn_pixels_find_scale:
 * @widget: a widget
 *
 * Returns: how many pixels of the display one of the window has on each side; 1 for what isn't in a window
 */
double
tl_drawn_pixels_find_scale (GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;

  return surface != NULL ? gdk_surface_get_scale (surface) : 1;
}

static GdkTexture *
paint (int               width,
       int               height,
       int               scale,
       TlDrawnPixelsFunc draw,
       gpointer          data)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale, height * scale);
  cairo_t *cr;
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  draw (cr, width, height, data);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) cairo_image_surface_get_stride (surface) * (gsize) (height * scale),
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (width * scale, height * scale, GDK_MEMORY_DEFAULT, bytes,
                                 (gsize) cairo_image_surface_get_stride (surface));
}

/**
 * tl_drawn_pixels_snapshot:
 * @widget: a widget
 * @snapshot: its snapshot
 * @bounds: where, in whole pixels
 * @draw: draws it
 * @data: for @draw
 *
 * Draws small shapes once and keeps them as pixels: while a table is scrolled, each frame shows those of all its rows.
 * Where a pixel of the window isn't a whole number of the display's, they would blur, and stay shapes.
 */
void
tl_drawn_pixels_snapshot (GtkWidget             *widget,
                          GtkSnapshot           *snapshot,
                          const graphene_rect_t *bounds,
                          TlDrawnPixelsFunc      draw,
                          gpointer               data)
{
  double scale = tl_drawn_pixels_find_scale (widget);
  cairo_t *cr;

  if (scale == floor (scale))
    {
      g_autoptr (GdkTexture) texture = paint ((int) bounds->size.width, (int) bounds->size.height, (int) scale, draw, data);

      gtk_snapshot_append_texture (snapshot, texture, bounds);
      return;
    }
  cr = gtk_snapshot_append_cairo (snapshot, bounds);
  cairo_translate (cr, bounds->origin.x, bounds->origin.y);
  draw (cr, bounds->size.width, bounds->size.height, data);
  cairo_destroy (cr);
}
