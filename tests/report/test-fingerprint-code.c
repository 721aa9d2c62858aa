/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The code that a camera reads on each page. */
#include "tl-furniture.h"
#include "tl-fingerprint-code.h"

#include <qrencode.h>
#include <string.h>

#define FINGERPRINT "7F3A 91C2 QBE4 D5A7 MNOP"
#define TYPED "7F3A91C2QBE4D5A7MNOP"
#define MODULES 21
#define QUIET 4
#define PIXELS 6

static gboolean
is_dark (cairo_surface_t *surface,
         int              x,
         int              y)
{
  const unsigned char *data = cairo_image_surface_get_data (surface);

  return data[y * cairo_image_surface_get_stride (surface) + x] > 127;
}

/* Every module stands where the standard's encoder has it, and round it nothing does. */
static void
test_modules (void)
{
  QRcode *expected = QRcode_encodeString (TYPED, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
  cairo_surface_t *code = tl_fingerprint_code_new (FINGERPRINT);
  int side = (MODULES + 2 * QUIET) * PIXELS;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, side, side);
  cairo_t *cr = cairo_create (surface);

  g_assert_cmpint (expected->width, ==, MODULES);
  tl_fingerprint_code_draw (code, cr, QUIET * PIXELS, QUIET * PIXELS, MODULES * PIXELS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = -QUIET; y < MODULES + QUIET; y++)
    for (int x = -QUIET; x < MODULES + QUIET; x++)
      {
        gboolean inside = x >= 0 && y >= 0 && x < MODULES && y < MODULES;
        gboolean dark = inside && expected->data[y * MODULES + x] & 1;

        g_assert_cmpint (is_dark (surface, (x + QUIET) * PIXELS + PIXELS / 2, (y + QUIET) * PIXELS + PIXELS / 2), ==, dark);
      }

  cairo_surface_destroy (surface);
  cairo_surface_destroy (code);
  QRcode_free (expected);
}

/* In the corner of the sheet, with four quiet modules between it and whatever else the page has. */
static void
test_quiet (void)
{
  const TlFurniture made = {
    .provider = (char *) "Quillbrook Care",
    .report = (char *) "Trial",
    .as_at = (char *) "As at 9 June 2026",
    .history = (char *) "Throughline history " FINGERPRINT ", recorded 9 June 2026",
    .fingerprint = (char *) FINGERPRINT,
  };
  g_auto (TlFurniture) furniture = { 0 };
  TlPaper paper = tl_paper_a4 ();
  g_autoptr (TlTypesetter) typesetter = tl_typesetter_new ();
  int width = (int) (paper.width * PIXELS), height = (int) (paper.height * PIXELS);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, width, height);
  cairo_t *cr = cairo_create (surface);
  g_auto (TlCanvas) canvas = { 0 };
  double footer;
  int left = (int) (paper.left * PIXELS), right, top, bottom = 0, quiet;

  tl_furniture_copy (&made, &furniture);
  cairo_scale (cr, PIXELS, PIXELS);
  tl_canvas_init (&canvas, cr, typesetter, FALSE);
  tl_furniture_draw (&furniture, &canvas, &paper, 0, 2);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  /* The finder pattern at the lower left is seven modules wide. */
  for (int y = height - 1; y > 0 && bottom == 0; y--)
    if (is_dark (surface, left + 2, y))
      bottom = y;
  footer = tl_furniture_get_footer_height (&furniture, typesetter, &paper);
  g_assert_cmpint (bottom, >, (paper.height - paper.bottom - footer) * PIXELS);
  for (right = left; is_dark (surface, right, bottom); right++)
    ;
  quiet = (right - left) * QUIET / 7;
  g_assert_cmpint (right - left, >, 7 * PIXELS);
  top = bottom - (right - left) * MODULES / 7;
  for (int y = top - quiet + 2; y < MIN (bottom + quiet, height); y++)
    for (int x = 0; x < left - 1; x++)
      g_assert_false (is_dark (surface, x, y));
  for (int x = left; x < left + (right - left) * 3; x++)
    for (int y = top - quiet + 2; y < top - 2; y++)
      g_assert_false (is_dark (surface, x, y));
  for (int y = top; y < bottom; y++)
    for (int x = left + (right - left) * 3 + 3; x < left + (right - left) * 3 + quiet; x++)
      g_assert_false (is_dark (surface, x, y));

  cairo_surface_destroy (surface);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fingerprint-code/modules", test_modules);
  g_test_add_func ("/fingerprint-code/quiet", test_quiet);

  return g_test_run ();
}
