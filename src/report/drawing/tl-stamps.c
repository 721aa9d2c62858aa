/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-stamps.h"

#include <math.h>

/* Parts of a pixel that are told apart. */
#define PHASES 4
/* More are never needed at once; whatever goes on and on must not grow. */
#define MOST 1024

struct _TlStamps
{
  double scale;
  GHashTable *kept;
};

/**
 * tl_stamps_new:
 * @scale: how many pixels a unit of the drawing has
 *
 * Returns: (transfer full): a place to keep shapes, for drawings of that scale that are moved but not turned
 */
TlStamps *
tl_stamps_new (double scale)
{
  TlStamps *self = g_new0 (TlStamps, 1);

  self->scale = scale;
  self->kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) cairo_surface_destroy);
  return self;
}

void
tl_stamps_free (TlStamps *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->kept);
  g_free (self);
}

double
tl_stamps_get_scale (const TlStamps *self)
{
  return self->scale;
}

/* Its middle lies a part of a pixel right of and below the middle of its pixels. */
static cairo_surface_t *
create (const TlStamps *self,
        const TlStamp  *stamp,
        int             reach_x,
        int             reach_y,
        double          part_x,
        double          part_y)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 2 * reach_x, 2 * reach_y);
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, self->scale, self->scale);
  cr = cairo_create (surface);
  stamp->draw (cr, (reach_x + part_x) / self->scale, (reach_y + part_y) / self->scale, stamp->data);
  cairo_destroy (cr);
  return surface;
}

/* The pixel that a position is in, and which part of it. */
static int
split (double  position,
       guint  *phase)
{
  double parts = floor (position * PHASES + 0.5), whole = floor (parts / PHASES);

  *phase = (guint) (parts - whole * PHASES);
  return (int) whole;
}

/**
 * tl_stamps_put:
 * @self: (nullable): what is kept
 * @cr: where to draw; its pixels are whole pixels of the surface
 * @stamp: the shape
 * @x: its middle
 * @y: its middle
 *
 * Puts a shape down; without anything to keep it in it is drawn, as on paper.
 */
void
tl_stamps_put (TlStamps      *self,
               cairo_t       *cr,
               const TlStamp *stamp,
               double         x,
               double         y)
{
  int reach_x, reach_y, left, top;
  double at_x = x, at_y = y;
  guint phase_x, phase_y;
  cairo_surface_t *surface;
  gint64 key;

  if (self == NULL)
    {
      stamp->draw (cr, x, y, stamp->data);
      return;
    }
  reach_x = (int) ceil (stamp->reach_x * self->scale) + 1;
  reach_y = (int) ceil (stamp->reach_y * self->scale) + 1;
  cairo_user_to_device (cr, &at_x, &at_y);
  left = split (at_x * self->scale, &phase_x) - reach_x;
  top = split (at_y * self->scale, &phase_y) - reach_y;
  key = (gint64) stamp->shape << 32 | (gint64) reach_x << 12 | phase_x << 2 | phase_y;
  surface = g_hash_table_lookup (self->kept, &key);
  if (surface == NULL)
    {
      if (g_hash_table_size (self->kept) >= MOST)
        g_hash_table_remove_all (self->kept);
      surface = create (self, stamp, reach_x, reach_y, (double) phase_x / PHASES, (double) phase_y / PHASES);
      g_hash_table_insert (self->kept, g_memdup2 (&key, sizeof key), surface);
    }
  cairo_save (cr);
  cairo_identity_matrix (cr);
  cairo_set_source_surface (cr, surface, left / self->scale, top / self->scale);
  cairo_rectangle (cr, left / self->scale, top / self->scale, 2 * reach_x / self->scale, 2 * reach_y / self->scale);
  cairo_fill (cr);
  cairo_restore (cr);
}
