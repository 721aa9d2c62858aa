/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-stamps.h"

#include <math.h>

/* Parts of a pixel that are told apart. */
#define PHASES 4
/* More are never needed at once; whatever goes on and on must not grow. */
#define MOST 1024
/* Pixels from here on let nothing through. */
#define OPAQUE 0xff000000

/* Its pixels, without those around it that nothing is drawn on, and where they begin. */
typedef struct
{
  cairo_surface_t *surface;
  cairo_rectangle_int_t box;
} Kept;

struct _TlStamps
{
  double scale;
  GHashTable *kept;
};

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  cairo_surface_destroy (kept->surface);
  g_free (kept);
}

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
  self->kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, kept_free);
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

/* ── Pixels ── */

static guint32 *
get_row (cairo_surface_t *surface,
         int              row)
{
  return (guint32 *) (gpointer) (cairo_image_surface_get_data (surface) + row * cairo_image_surface_get_stride (surface));
}

/* Where anything is drawn at all. */
static cairo_rectangle_int_t
find_drawn (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  int left = width, right = 0, top = height, bottom = 0;

  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    {
      const guint32 *row = get_row (surface, y);

      for (int x = 0; x < width; x++)
        if (row[x] != 0)
          {
            left = MIN (left, x);
            right = MAX (right, x + 1);
            top = MIN (top, y);
            bottom = y + 1;
          }
    }
  return (cairo_rectangle_int_t) { left, top, MAX (right - left, 0), MAX (bottom - top, 0) };
}

/* Its middle lies a part of a pixel right of and below the middle of its pixels. */
static Kept *
create (const TlStamps *self,
        const TlStamp  *stamp,
        int             reach_x,
        int             reach_y,
        double          part_x,
        double          part_y)
{
  Kept *kept = g_new0 (Kept, 1);
  cairo_t *cr;

  kept->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 2 * reach_x, 2 * reach_y);
  cairo_surface_set_device_scale (kept->surface, self->scale, self->scale);
  cr = cairo_create (kept->surface);
  stamp->draw (cr, (reach_x + part_x) / self->scale, (reach_y + part_y) / self->scale, stamp->data);
  cairo_destroy (cr);
  kept->box = find_drawn (kept->surface);
  return kept;
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

/* ── Onto pixels ── */

/* One colour over another, both already multiplied by how much they cover; rounded as pixman does. */
static guint32
over (guint32 above,
      guint32 below)
{
  guint32 rest = 255 - (above >> 24);
  guint32 odd = (below & 0xff00ff) * rest + 0x800080, even = (below >> 8 & 0xff00ff) * rest + 0x800080;

  odd = ((odd >> 8 & 0xff00ff) + odd) >> 8 & 0xff00ff;
  even = ((even >> 8 & 0xff00ff) + even) & 0xff00ff00;
  return above + (odd | even);
}

/* Whether it is drawn on the pixels of an image, and nothing comes in between. */
static gboolean
is_plain_image (const TlStamps  *self,
                cairo_t         *cr,
                cairo_surface_t *surface)
{
  double scale_x, scale_y, offset_x, offset_y;

  if (cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_IMAGE
      || cairo_image_surface_get_format (surface) != CAIRO_FORMAT_ARGB32 || cairo_get_group_target (cr) != surface
      || cairo_get_operator (cr) != CAIRO_OPERATOR_OVER)
    return FALSE;
  cairo_surface_get_device_scale (surface, &scale_x, &scale_y);
  cairo_surface_get_device_offset (surface, &offset_x, &offset_y);
  return scale_x == self->scale && scale_y == self->scale && offset_x == 0 && offset_y == 0;
}

/* The pixels that may be drawn on, where they are a rectangle. Cairo says nothing beyond the surface. */
static gboolean
find_clip (const TlStamps        *self,
           cairo_t               *cr,
           cairo_rectangle_int_t *clip)
{
  cairo_rectangle_list_t *list = cairo_copy_clip_rectangle_list (cr);
  gboolean is_one = list->status == CAIRO_STATUS_SUCCESS && list->num_rectangles == 1;

  if (is_one)
    {
      double left = list->rectangles[0].x, top = list->rectangles[0].y;
      double right = left + list->rectangles[0].width, bottom = top + list->rectangles[0].height;

      cairo_user_to_device (cr, &left, &top);
      cairo_user_to_device (cr, &right, &bottom);
      clip->x = (int) round (left * self->scale);
      clip->y = (int) round (top * self->scale);
      clip->width = (int) round (right * self->scale) - clip->x;
      clip->height = (int) round (bottom * self->scale) - clip->y;
    }
  cairo_rectangle_list_destroy (list);
  return is_one;
}

/* Puts it down pixel by pixel: to ask cairo for it takes ten times as long as so few pixels do.
 *
 * Returns: whether that could be done
 */
static gboolean
blend (const TlStamps *self,
       cairo_t        *cr,
       const Kept     *kept,
       int             left,
       int             top)
{
  cairo_surface_t *surface = cairo_get_target (cr);
  cairo_rectangle_int_t clip;
  int first, end, first_row, end_row;

  if (!is_plain_image (self, cr, surface) || !find_clip (self, cr, &clip))
    return FALSE;
  first = MAX (kept->box.x, clip.x - left);
  end = MIN (kept->box.x + kept->box.width, clip.x + clip.width - left);
  first_row = MAX (kept->box.y, clip.y - top);
  end_row = MIN (kept->box.y + kept->box.height, clip.y + clip.height - top);
  cairo_surface_flush (surface);
  for (int row = first_row; row < end_row; row++)
    {
      const guint32 *from = get_row (kept->surface, row);
      guint32 *to = get_row (surface, top + row) + left;

      for (int i = first; i < end; i++)
        if (from[i] >= OPAQUE)
          to[i] = from[i];
        else if (from[i] != 0)
          to[i] = over (from[i], to[i]);
    }
  cairo_surface_mark_dirty (surface);
  return TRUE;
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
  Kept *kept;
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
  kept = g_hash_table_lookup (self->kept, &key);
  if (kept == NULL)
    {
      if (g_hash_table_size (self->kept) >= MOST)
        g_hash_table_remove_all (self->kept);
      kept = create (self, stamp, reach_x, reach_y, (double) phase_x / PHASES, (double) phase_y / PHASES);
      g_hash_table_insert (self->kept, g_memdup2 (&key, sizeof key), kept);
    }
  if (blend (self, cr, kept, left, top))
    return;
  cairo_save (cr);
  cairo_identity_matrix (cr);
  cairo_set_source_surface (cr, kept->surface, left / self->scale, top / self->scale);
  cairo_rectangle (cr, (left + kept->box.x) / self->scale, (top + kept->box.y) / self->scale, kept->box.width / self->scale,
                   kept->box.height / self->scale);
  cairo_fill (cr);
  cairo_restore (cr);
}
