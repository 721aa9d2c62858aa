/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edges of the owner map, whole and in parts. */
#include "tl-map-edge.h"

#include <stdlib.h>

#define WIDTH 120
#define HEIGHT 900
#define PART 128

static cairo_surface_t *
draw (const TlMapEdge *edge,
      const double     ends[4],
      double           part)
{
  g_autoptr (TlInk) ink = tl_ink_new_light (11 * 96 / 72.0);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  for (double from = 0; from < HEIGHT; from += part)
    {
      cairo_save (cr);
      cairo_rectangle (cr, 0, from, WIDTH, part);
      cairo_clip (cr);
      if (part >= HEIGHT)
        tl_map_edge_draw (cr, ink, edge, TL_MAP_EDGE_PRINTED, ends[0], ends[1], ends[2], ends[3]);
      else
        tl_map_edge_draw_part (cr, ink, edge, TL_MAP_EDGE_PRINTED, ends, from - 8, from + part + 8);
      cairo_restore (cr);
    }
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint8
get_alpha (cairo_surface_t *surface,
           int              x,
           int              y)
{
  const guint8 *row = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

  return (guint8) (((const guint32 *) (gconstpointer) row)[x] >> 24);
}

/* How much ink is there, and how far two pictures are from one another where they are farthest. */
static int
compare (cairo_surface_t *a,
         cairo_surface_t *b,
         double          *ink)
{
  int most = 0;

  *ink = 0;
  for (int y = 0; y < HEIGHT; y++)
    {
      for (int x = 0; x < WIDTH; x++)
        {
          most = MAX (most, abs (get_alpha (a, x, y) - get_alpha (b, x, y)));
          *ink += get_alpha (a, x, y) / 255.0;
        }
    }
  return most;
}

/* Whoever moves the map sees parts of an edge, and never where they meet. */
static void
test_parts_are_the_whole (void)
{
  static const double ends[][4] = { { 10, 20, 110, 880 }, { 10, 880, 110, 20 }, { 10, 300, 110, 300 }, { 110, -4000, 10, 5000 } };

  for (guint gap = 0; gap < 2; gap++)
    {
      for (guint accountable = 0; accountable < 2; accountable++)
        {
          for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
            {
              const TlMapEdge edge = { .accountable = accountable == 1, .gap = gap == 1 };
              cairo_surface_t *whole = draw (&edge, ends[i], HEIGHT), *parts = draw (&edge, ends[i], PART);
              double ink;
              int most = compare (whole, parts, &ink);

              g_assert_cmpfloat (ink, >, 50);
              /* Dashes may be off by a part of a pixel. */
              g_assert_cmpint (most, <, gap == 1 ? 140 : 40);
              cairo_surface_destroy (whole);
              cairo_surface_destroy (parts);
            }
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map-edge/parts", test_parts_are_the_whole);

  return g_test_run ();
}
