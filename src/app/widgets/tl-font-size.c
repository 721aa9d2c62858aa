/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-font-size.h"

#include <math.h>

/* What the style's captions are of the text around them. */
#define CAPTION 0.82

/* As many fonts as the cells of a window have. */
#define KEPT 4

/* How large the characters of a font are, with what makes pixels of it. */
typedef struct
{
  PangoFontDescription *font;
  PangoLanguage *language;
  guint map_serial;
  double resolution;
  cairo_font_options_t *options;
  int char_width;
  int height;
} FontSize;

static gboolean
is_of (const FontSize             *size,
       const PangoFontDescription *font,
       PangoContext               *context)
{
  const cairo_font_options_t *options = pango_cairo_context_get_font_options (context);

  return size->font != NULL && pango_font_description_equal (size->font, font)
         && size->language == pango_context_get_language (context)
         && size->map_serial == pango_font_map_get_serial (pango_context_get_font_map (context))
         && size->resolution == pango_cairo_context_get_resolution (context)
         && (options == NULL ? size->options == NULL
                             : size->options != NULL && cairo_font_options_equal (size->options, options));
}

static void
take_size (FontSize                   *size,
           const PangoFontDescription *font,
           PangoContext               *context)
{
  const cairo_font_options_t *options = pango_cairo_context_get_font_options (context);
  PangoFontMetrics *found = pango_context_get_metrics (context, font, NULL);

  g_clear_pointer (&size->font, pango_font_description_free);
  g_clear_pointer (&size->options, cairo_font_options_destroy);
  size->font = pango_font_description_copy (font);
  size->language = pango_context_get_language (context);
  size->map_serial = pango_font_map_get_serial (pango_context_get_font_map (context));
  size->resolution = pango_cairo_context_get_resolution (context);
  size->options = options != NULL ? cairo_font_options_copy (options) : NULL;
  size->char_width = MAX (pango_font_metrics_get_approximate_char_width (found),
                          pango_font_metrics_get_approximate_digit_width (found));
  size->height = PANGO_PIXELS_CEIL (pango_font_metrics_get_ascent (found) + pango_font_metrics_get_descent (found));
  pango_font_metrics_unref (found);
}

/**
 * tl_font_size_find:
 * @context: what makes pixels of the font
 * @font: a font
 * @char_width: (out): how wide a character is, in Pango's units
 * @height: (out): how high a line is, in pixels
 *
 * Says how much room words need. All cells of a window have the same few fonts, and to measure one takes longer than all
 * else that a new row needs to be laid out: the latest are kept.
 */
void
tl_font_size_find (PangoContext               *context,
                   const PangoFontDescription *font,
                   int                        *char_width,
                   int                        *height)
{
  static FontSize kept[KEPT];
  static guint oldest;
  guint i = 0;

  while (i < KEPT && !is_of (&kept[i], font, context))
    i++;
  if (i == KEPT)
    {
      i = oldest;
      oldest = (oldest + 1) % KEPT;
      take_size (&kept[i], font, context);
    }
  *char_width = kept[i].char_width;
  *height = kept[i].height;
}

/* The style takes its part of a size before that is rounded to Pango's units; here it has been. It was so many thousandths
 * of a point, and three points are four pixels. A size that is off by one unit would be another font, all letters of which
 * are made anew. */
static double
find_caption (int size)
{
  double points = round (size * 750.0 / PANGO_SCALE) / 1000;

  return round (points * 4 / 3 * CAPTION * PANGO_SCALE);
}

/**
 * tl_font_size_make_caption:
 * @font: a font
 *
 * Makes it as small as the style's captions beside text of that font.
 */
void
tl_font_size_make_caption (PangoFontDescription *font)
{
  int size = pango_font_description_get_size (font);

  g_return_if_fail (font != NULL);

  if (pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_absolute_size (font, find_caption (size));
  else
    pango_font_description_set_size (font, (int) round (size * CAPTION));
}
