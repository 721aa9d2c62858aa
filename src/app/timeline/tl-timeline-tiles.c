/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-timeline-tiles.h"

#include <math.h>

/* Length of a side. */
#define SIDE 256

typedef struct
{
  GskRenderNode *node;
  gboolean seen;
} Tile;

struct _TlTimelineTiles
{
  TlTimelineTileFunc draw;
  gpointer data;
  GHashTable *tiles;
  double scale;
  gboolean as_surfaces;
};

static void
tile_free (gpointer data)
{
  Tile *tile = data;

  gsk_render_node_unref (tile->node);
  g_free (tile);
}

TlTimelineTiles *
tl_timeline_tiles_new (TlTimelineTileFunc draw,
                       gpointer           data)
{
  TlTimelineTiles *self = g_new0 (TlTimelineTiles, 1);

  self->draw = draw;
  self->data = data;
  self->tiles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, tile_free);

  return self;
}

void
tl_timeline_tiles_free (TlTimelineTiles *self)
{
  g_hash_table_unref (self->tiles);
  g_free (self);
}

/* For a window that is painted by the processor. */
void
tl_timeline_tiles_set_as_surfaces (TlTimelineTiles *self,
                                   gboolean         as_surfaces)
{
  if (self->as_surfaces == as_surfaces)
    return;
  self->as_surfaces = as_surfaces;
  tl_timeline_tiles_clear (self);
}

/* Everything looks otherwise. */
void
tl_timeline_tiles_clear (TlTimelineTiles *self)
{
  g_hash_table_remove_all (self->tiles);
}

guint
tl_timeline_tiles_count (TlTimelineTiles *self)
{
  return g_hash_table_size (self->tiles);
}

static gint64
get_key (int column,
         int row)
{
  return (gint64) column << 32 | (guint32) row;
}

/* Only this part looks otherwise. */
void
tl_timeline_tiles_clear_part (TlTimelineTiles *self,
                              const TlBox     *part)
{
  for (int row = (int) floor (part->y / SIDE); row * SIDE <= part->y + part->height; row++)
    for (int column = (int) floor (part->x / SIDE); column * SIDE <= part->x + part->width; column++)
      {
        gint64 key = get_key (column, row);

        g_hash_table_remove (self->tiles, &key);
      }
}

static GskRenderNode *
keep_texture (cairo_surface_t       *surface,
              const graphene_rect_t *bounds)
{
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  int height = cairo_image_surface_get_height (surface);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  texture = gdk_memory_texture_new (cairo_image_surface_get_width (surface), height, GDK_MEMORY_DEFAULT, bytes, stride);
  return gsk_texture_node_new (texture, bounds);
}

static GskRenderNode *
keep_surface (cairo_surface_t       *surface,
              const graphene_rect_t *bounds)
{
  GskRenderNode *node = gsk_cairo_node_new (bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return node;
}

/* A window that is painted by the processor copies all of each texture in every frame, even where only something beside it
 * changes, as the list beneath; one that is painted by a graphics card has them at hand. */
static GskRenderNode *
keep_pixels (TlTimelineTiles *self,
             cairo_surface_t *surface,
             double           scale)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) (cairo_image_surface_get_width (surface) / scale),
                                               (float) (cairo_image_surface_get_height (surface) / scale));

  return self->as_surfaces ? keep_surface (surface, &bounds) : keep_texture (surface, &bounds);
}

/* As pixels, which takes half the time that shapes do. */
static GskRenderNode *
draw_pixels (TlTimelineTiles *self,
             const TlBox     *part,
             double           scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (part->width * scale),
                                                         (int) ceil (part->height * scale));
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  cairo_translate (cr, -part->x, -part->y);
  self->draw (cr, part, self->data);
  cairo_destroy (cr);
  return keep_pixels (self, surface, scale);
}

/* A tile begins at its own origin: far along, positions are more than a float holds. Pixels where they are those of the display, else shapes, which don't blur. */
static Tile *
create_tile (TlTimelineTiles *self,
             int              column,
             int              row)
{
  Tile *tile = g_new0 (Tile, 1);
  TlBox part = { column * (double) SIDE, row * (double) SIDE, SIDE, SIDE };
  cairo_t *cr;

  if (self->scale == floor (self->scale))
    {
      tile->node = draw_pixels (self, &part, self->scale);
      return tile;
    }
  tile->node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, SIDE, SIDE));
  cr = gsk_cairo_node_get_draw_context (tile->node);
  cairo_translate (cr, -part.x, -part.y);
  self->draw (cr, &part, self->data);
  cairo_destroy (cr);
  return tile;
}

static gboolean
forget_unseen_cb (gpointer key,
                  gpointer value,
                  gpointer data)
{
  Tile *tile = value;
  gboolean unseen = !tile->seen;

  tile->seen = FALSE;
  return unseen;
}

/* Returns: (transfer none): the tile, drawn if it wasn't kept */
static Tile *
get_tile (TlTimelineTiles *self,
          int              column,
          int              row,
          gboolean        *drawn)
{
  gint64 key = get_key (column, row);
  Tile *tile = g_hash_table_lookup (self->tiles, &key);

  if (tile == NULL)
    {
      tile = create_tile (self, column, row);
      g_hash_table_insert (self->tiles, g_memdup2 (&key, sizeof key), tile);
      *drawn = TRUE;
    }
  tile->seen = TRUE;
  return tile;
}

/* Pixels stay where they are: between two, they would blur, and those of one square no longer meet those of the next. */
static double
find_place (double position,
            double scale)
{
  return scale == floor (scale) ? round (position * scale) / scale : position;
}

static void
append_tile (TlTimelineTiles *self,
             GtkSnapshot     *snapshot,
             const TlBox     *seen,
             const Tile      *tile,
             int              column,
             int              row)
{
  double x = column * (double) SIDE - find_place (seen->x, self->scale);
  double y = row * (double) SIDE - find_place (seen->y, self->scale);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_node (snapshot, tile->node);
  gtk_snapshot_restore (snapshot);
}

/* What comes into sight next is drawn one tile a frame, beforehand, so that no frame has many to draw. */
static void
keep_beside (TlTimelineTiles *self,
             int              column,
             int              first_row,
             int              last_row,
             gboolean        *drawn)
{
  for (int row = first_row; row <= last_row; row++)
    {
      gint64 key = get_key (column, row);
      Tile *tile = g_hash_table_lookup (self->tiles, &key);

      if (tile != NULL || !*drawn)
        get_tile (self, column, row, drawn);
    }
}

/* Shows what is seen, whose origin is that of the snapshot, and keeps nothing: in a moment it will look otherwise. */
void
tl_timeline_tiles_snapshot_once (TlTimelineTiles *self,
                                 GtkSnapshot     *snapshot,
                                 const TlBox     *seen,
                                 double           scale)
{
  g_autoptr (GskRenderNode) node = draw_pixels (self, seen, scale);

  gtk_snapshot_append_node (snapshot, node);
}

/* Shows what is seen, whose origin is that of the snapshot. */
void
tl_timeline_tiles_snapshot (TlTimelineTiles *self,
                            GtkSnapshot     *snapshot,
                            const TlBox     *seen,
                            double           scale)
{
  int first_column = (int) floor (seen->x / SIDE), last_column = (int) ceil ((seen->x + seen->width) / SIDE) - 1;
  int first_row = (int) floor (seen->y / SIDE), last_row = (int) ceil ((seen->y + seen->height) / SIDE) - 1;
  gboolean drawn = FALSE;

  if (scale != self->scale)
    tl_timeline_tiles_clear (self);
  self->scale = scale;
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) seen->width, (float) seen->height));
  for (int row = first_row; row <= last_row; row++)
    for (int column = first_column; column <= last_column; column++)
      append_tile (self, snapshot, seen, get_tile (self, column, row, &drawn), column, row);
  gtk_snapshot_pop (snapshot);
  /* Beyond the ends there is nothing, but that is soon drawn. */
  keep_beside (self, last_column + 1, first_row, last_row, &drawn);
  keep_beside (self, first_column - 1, first_row, last_row, &drawn);
  g_hash_table_foreach_remove (self->tiles, forget_unseen_cb, NULL);
}
