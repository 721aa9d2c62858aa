/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-fingerprint-code.h"

#include <qrencode.h>

/* A fingerprint without its spaces is 20 letters and digits: exactly what the smallest code (21 modules) holds while a
 * seventh of it may be worn away. */

/* Without the spaces; whoever reads it may type it with or without them. */
static char *
close_up (const char *fingerprint)
{
  g_autoptr (GString) text = g_string_new (fingerprint);

  g_string_replace (text, " ", "", 0);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * tl_fingerprint_code_new:
 * @fingerprint: a fingerprint as paper has it
 *
 * Makes the fingerprint's QR code: one bit a module, so that a PDF holds it once however many pages show it.
 *
 * Returns: (transfer full) (nullable): the code, %NULL when it can't be made
 */
cairo_surface_t *
tl_fingerprint_code_new (const char *fingerprint)
{
  g_autofree char *text = close_up (fingerprint);
  QRcode *code = QRcode_encodeString (text, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
  cairo_surface_t *surface = NULL;
  unsigned char *data = NULL;
  int stride;

  if (code == NULL)
    return NULL;

  surface = cairo_image_surface_create (CAIRO_FORMAT_A1, code->width, code->width);
  data = cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface);
  for (int y = 0; y < code->width; y++)
    for (int x = 0; x < code->width; x++)
      if (code->data[y * code->width + x] & 1)
        {
          /* Bits stand in the order of the machine's bytes. */
          guint32 *word = (guint32 *) (gpointer) (data + y * stride) + x / 32;

          *word |= G_BYTE_ORDER == G_LITTLE_ENDIAN ? 1u << (x % 32) : 1u << (31 - x % 32);
        }
  cairo_surface_mark_dirty (surface);
  QRcode_free (code);

  return surface;
}

/**
 * tl_fingerprint_code_draw:
 * @code: a code
 * @cr: where to draw
 * @x: left edge
 * @y: top edge
 * @size: how wide and high it is, without the quiet room of four modules that must be around it
 *
 * Draws a code in black.
 */
void
tl_fingerprint_code_draw (cairo_surface_t *code,
                          cairo_t         *cr,
                          double           x,
                          double           y,
                          double           size)
{
  double module = size / cairo_image_surface_get_width (code);
  cairo_pattern_t *pattern = cairo_pattern_create_for_surface (code);

  cairo_pattern_set_filter (pattern, CAIRO_FILTER_NEAREST);
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, module, module);
  cairo_set_source_rgb (cr, 0.0, 0.0, 0.0);
  cairo_mask (cr, pattern);
  cairo_restore (cr);
  cairo_pattern_destroy (pattern);
}
