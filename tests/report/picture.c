/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture.h"

#include <stdlib.h>

static guint32
get_pixel (cairo_surface_t *picture,
           int              x,
           int              y)
{
  const guint8 *row = cairo_image_surface_get_data (picture) + y * cairo_image_surface_get_stride (picture);

  return ((const guint32 *) (gconstpointer) row)[x] & 0xffffff;
}

/* How far apart two pixels are in their most different part. */
static int
compare_pixels (guint32 a,
                guint32 b)
{
  int most = 0;

  for (int shift = 0; shift < 24; shift += 8)
    most = MAX (most, abs ((int) ((a >> shift) & 0xff) - (int) ((b >> shift) & 0xff)));
  return most;
}

/* A picture filled with the ground. */
cairo_surface_t *
picture_new (const TlInk *ink,
             int          width,
             int          height)
{
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (picture);

  tl_ink_set_colour (cr, &ink->ground);
  cairo_paint (cr);
  cairo_destroy (cr);

  return picture;
}

/* Whether anything is clearly not a grey; the paper's black has a breath of blue. */
gboolean
picture_has_colour (cairo_surface_t *picture)
{
  for (int y = 0; y < cairo_image_surface_get_height (picture); y++)
    for (int x = 0; x < cairo_image_surface_get_width (picture); x++)
      {
        guint32 pixel = get_pixel (picture, x, y);
        int red = (pixel >> 16) & 0xff, green = (pixel >> 8) & 0xff, blue = pixel & 0xff;

        if (MAX (MAX (red, green), blue) - MIN (MIN (red, green), blue) > 8)
          return TRUE;
      }
  return FALSE;
}

/* How many pixels are so different that a person would see it. */
guint
picture_count_differences (cairo_surface_t *a,
                           cairo_surface_t *b)
{
  guint n = 0;

  g_assert_cmpint (cairo_image_surface_get_width (a), ==, cairo_image_surface_get_width (b));
  g_assert_cmpint (cairo_image_surface_get_height (a), ==, cairo_image_surface_get_height (b));
  cairo_surface_flush (a);
  cairo_surface_flush (b);
  for (int y = 0; y < cairo_image_surface_get_height (a); y++)
    for (int x = 0; x < cairo_image_surface_get_width (a); x++)
      n += compare_pixels (get_pixel (a, x, y), get_pixel (b, x, y)) > 64;
  return n;
}

void
picture_mirror (cairo_surface_t *picture)
{
  int width = cairo_image_surface_get_width (picture);

  cairo_surface_flush (picture);
  for (int y = 0; y < cairo_image_surface_get_height (picture); y++)
    {
      guint8 *data = cairo_image_surface_get_data (picture) + y * cairo_image_surface_get_stride (picture);
      guint32 *row = (guint32 *) (gpointer) data;

      for (int x = 0; x < width / 2; x++)
        {
          guint32 kept = row[x];

          row[x] = row[width - 1 - x];
          row[width - 1 - x] = kept;
        }
    }
  cairo_surface_mark_dirty (picture);
}

/* The smallest box around everything that isn't ground. */
TlBox
picture_find_drawn (cairo_surface_t *picture,
                    const TlInk     *ink)
{
  cairo_surface_t *empty = picture_new (ink, 1, 1);
  guint32 ground;
  int left = G_MAXINT, top = G_MAXINT, right = -1, bottom = -1;

  cairo_surface_flush (empty);
  ground = get_pixel (empty, 0, 0);
  cairo_surface_destroy (empty);
  cairo_surface_flush (picture);
  for (int y = 0; y < cairo_image_surface_get_height (picture); y++)
    for (int x = 0; x < cairo_image_surface_get_width (picture); x++)
      if (compare_pixels (get_pixel (picture, x, y), ground) > 4)
        {
          left = MIN (left, x);
          right = MAX (right, x);
          top = MIN (top, y);
          bottom = MAX (bottom, y);
        }
  if (right < 0)
    return (TlBox) { 0 };
  return (TlBox) { left, top, right - left + 1, bottom - top + 1 };
}
