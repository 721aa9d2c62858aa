/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-owner-map-canvas-private.h"

#include <math.h>

#include "tl-owner-node.h"
#include "tl-painting.h"

/* Without a graphics card every shape and letter is drawn anew in each frame. What stays the same while the map is moved is
 * kept as pixels there; with one, the card keeps it. */

#define PIXELS "tl-owner-pixels"

/* A node as it looked last. */
typedef struct
{
  GskRenderNode *looks;
  GdkTexture *texture;
  graphene_rect_t bounds;
  double scale;
  gboolean still;
} Pixels;

static void
pixels_free (gpointer data)
{
  Pixels *self = data;

  g_clear_pointer (&self->looks, gsk_render_node_unref);
  g_clear_object (&self->texture);
  g_free (self);
}

double
tl_owner_map_canvas_find_scale (TlOwnerMapCanvas *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;

  return surface != NULL ? gdk_surface_get_scale (surface) : 1;
}

/* Takes the surface, whose pixels are no longer drawn to. */
GskRenderNode *
tl_owner_map_canvas_keep_pixels (cairo_surface_t       *surface,
                                 const graphene_rect_t *bounds)
{
  int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
  return gsk_texture_node_new (texture, bounds);
}

static gboolean
keeps_pixels (TlOwnerMapCanvas *self,
              double            scale)
{
  return tl_painting_is_by_cairo (GTK_WIDGET (self)) && scale == floor (scale) && tl_owner_map_canvas_get_zoom (self) == 1;
}

static Pixels *
take_pixels (GtkWidget *node)
{
  Pixels *pixels = g_object_get_data (G_OBJECT (node), PIXELS);

  if (pixels == NULL)
    {
      pixels = g_new0 (Pixels, 1);
      g_object_set_data_full (G_OBJECT (node), PIXELS, pixels, pixels_free);
    }
  return pixels;
}

static void
draw_texture (Pixels        *pixels,
              GskRenderNode *node,
              double         scale)
{
  graphene_rect_t bounds;
  cairo_surface_t *surface;
  g_autoptr (GskRenderNode) kept = NULL;
  cairo_t *cr;

  gsk_render_node_get_bounds (node, &bounds);
  bounds = GRAPHENE_RECT_INIT (floorf (bounds.origin.x), floorf (bounds.origin.y),
                               ceilf (bounds.origin.x + bounds.size.width) - floorf (bounds.origin.x),
                               ceilf (bounds.origin.y + bounds.size.height) - floorf (bounds.origin.y));
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) (bounds.size.width * scale), (int) (bounds.size.height * scale));
  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  cairo_translate (cr, -bounds.origin.x, -bounds.origin.y);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  kept = tl_owner_map_canvas_keep_pixels (surface, &bounds);
  g_set_object (&pixels->texture, gsk_texture_node_get_texture (kept));
  pixels->bounds = bounds;
  pixels->scale = scale;
}

/* What the toolkit keeps of a widget is the same as long as the widget looks the same: once it has for two frames, its pixels
 * are taken. */
static void
append_kept (GtkWidget     *child,
             GskRenderNode *placed,
             GtkSnapshot   *snapshot,
             double         scale)
{
  Pixels *pixels = take_pixels (child);
  GskRenderNode *looks = gsk_render_node_get_node_type (placed) == GSK_TRANSFORM_NODE ? gsk_transform_node_get_child (placed)
                                                                                      : NULL;
  GskTransform *transform = looks != NULL ? gsk_transform_node_get_transform (placed) : NULL;
  gboolean same = looks != NULL && pixels->looks == looks && pixels->scale == scale;

  if (looks == NULL || gsk_transform_get_category (transform) < GSK_TRANSFORM_CATEGORY_2D_TRANSLATE)
    {
      gtk_snapshot_append_node (snapshot, placed);
      return;
    }
  if (!same)
    {
      g_clear_object (&pixels->texture);
      g_clear_pointer (&pixels->looks, gsk_render_node_unref);
      pixels->looks = gsk_render_node_ref (looks);
      pixels->scale = scale;
      gtk_snapshot_append_node (snapshot, placed);
      return;
    }
  if (pixels->texture == NULL)
    draw_texture (pixels, looks, scale);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_transform (snapshot, transform);
  gtk_snapshot_append_texture (snapshot, pixels->texture, &pixels->bounds);
  gtk_snapshot_restore (snapshot);
}

void
tl_owner_map_canvas_draw_nodes (TlOwnerMapCanvas *self,
                                GtkSnapshot      *snapshot)
{
  double scale = tl_owner_map_canvas_find_scale (self);
  gboolean keeps = keeps_pixels (self, scale);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      g_autoptr (GtkSnapshot) alone = NULL;
      g_autoptr (GskRenderNode) node = NULL;

      if (!keeps || child == self->pattern)
        {
          gtk_widget_snapshot_child (GTK_WIDGET (self), child, snapshot);
          continue;
        }
      alone = gtk_snapshot_new ();
      gtk_widget_snapshot_child (GTK_WIDGET (self), child, alone);
      node = gtk_snapshot_to_node (alone);
      if (node != NULL)
        append_kept (child, node, snapshot, scale);
    }
}
