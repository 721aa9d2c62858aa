/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-ink.h"

/* The design is drawn for text of 11 pt at 96 dots to the inch. */
#define DESIGN_TEXT_SIZE (11.0 * 96 / 72)

static TlColour
colour_from_hex (guint32 hex)
{
  return (TlColour) { ((hex >> 16) & 0xff) / 255.0, ((hex >> 8) & 0xff) / 255.0, (hex & 0xff) / 255.0 };
}

static double
luminance (const TlColour *colour)
{
  return 0.2126 * colour->red + 0.7152 * colour->green + 0.0722 * colour->blue;
}

static TlColour
mix (const TlColour *ground,
     const TlColour *colour,
     double          part)
{
  return (TlColour) {
    ground->red + (colour->red - ground->red) * part,
    ground->green + (colour->green - ground->green) * part,
    ground->blue + (colour->blue - ground->blue) * part,
  };
}

/* Text on a dark ground needs less of itself to look as strong. */
static void
mix_colours (TlInk              *self,
             const TlInkColours *colours)
{
  gboolean dark = luminance (&colours->ground) < luminance (&colours->text);

  self->text = colours->text;
  self->ground = colours->ground;
  self->accent = colours->accent;
  self->act = colours->act;
  self->watch = colours->watch;
  self->dimmed = mix (&self->ground, &self->text, dark ? 0.67 : 0.745);
  self->faint = mix (&self->ground, &self->text, dark ? 0.505 : 0.56);
  self->bar = mix (&self->ground, &self->text, dark ? 0.34 : 0.345);
  self->grid = mix (&self->ground, &self->text, dark ? 0.1 : 0.12);
  self->band = mix (&self->ground, &self->text, 0.06);
  self->selected = mix (&self->ground, &self->accent, dark ? 0.17 : 0.13);

  if (colours->high_contrast)
    {
      self->dimmed = self->text;
      self->faint = self->text;
      self->bar = mix (&self->ground, &self->text, 0.6);
      self->grid = mix (&self->ground, &self->text, 0.4);
      self->least_stroke = 2;
    }
}

static double
measure_context (PangoContext *context)
{
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;
  double resolution = pango_cairo_context_get_resolution (context);

  if (!pango_font_description_get_size_is_absolute (font))
    size *= (resolution > 0 ? resolution : 96) / 72;

  return size > 0 ? size : DESIGN_TEXT_SIZE;
}

static PangoContext *
create_context (double text_size)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_from_string ("Adwaita Sans, Inter, Sans");
  cairo_font_options_t *options = cairo_font_options_create ();

  pango_font_description_set_absolute_size (font, text_size * PANGO_SCALE);
  pango_context_set_font_description (context, font);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_font_description_free (font);
  cairo_font_options_destroy (options);

  return context;
}

/* Figures along an axis aren't turned where text runs from right to left; words find their own direction. */
static PangoContext *
copy_context (PangoContext *context)
{
  PangoContext *copy = pango_font_map_create_context (pango_context_get_font_map (context));

  pango_context_set_font_description (copy, pango_context_get_font_description (context));
  pango_context_set_language (copy, pango_context_get_language (context));
  pango_context_set_base_dir (copy, PANGO_DIRECTION_LTR);
  pango_context_set_round_glyph_positions (copy, pango_context_get_round_glyph_positions (context));
  pango_cairo_context_set_font_options (copy, pango_cairo_context_get_font_options (context));
  pango_cairo_context_set_resolution (copy, pango_cairo_context_get_resolution (context));

  return copy;
}

static TlInk *
new_with_size (const TlInkColours *colours,
               double              text_size)
{
  PangoContext *context = create_context (text_size);
  TlInk *self = tl_ink_new (colours, context);

  g_object_unref (context);

  return self;
}

/**
 * tl_ink_new:
 * @colours: the colours to draw with
 * @context: for text; its font is that of body text, and its size gives the scale of everything
 *
 * Makes the ink for a widget, from its style.
 *
 * Returns: (transfer full): the ink
 */
TlInk *
tl_ink_new (const TlInkColours *colours,
            PangoContext       *context)
{
  TlInk *self = g_new0 (TlInk, 1);

  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);

  self->context = copy_context (context);
  self->text_size = measure_context (context);
  self->scale = self->text_size / DESIGN_TEXT_SIZE;
  self->small = 12.5 / DESIGN_TEXT_SIZE;
  self->bold = PANGO_WEIGHT_SEMIBOLD;
  mix_colours (self, colours);

  return self;
}

/**
 * tl_ink_new_light:
 * @text_size: height of body text in units of the drawing
 *
 * Makes the ink of the light style, for pictures drawn without a display.
 *
 * Returns: (transfer full): the ink
 */
TlInk *
tl_ink_new_light (double text_size)
{
  const TlInkColours colours = {
    .text = colour_from_hex (0x333338),
    .ground = colour_from_hex (0xffffff),
    .accent = colour_from_hex (0x136d78),
    .act = colour_from_hex (0xc30000),
    .watch = colour_from_hex (0x905400),
  };

  return new_with_size (&colours, text_size);
}

/**
 * tl_ink_new_dark:
 * @text_size: height of body text in units of the drawing
 *
 * Makes the ink of the dark style, for pictures drawn without a display.
 *
 * Returns: (transfer full): the ink
 */
TlInk *
tl_ink_new_dark (double text_size)
{
  const TlInkColours colours = {
    .text = colour_from_hex (0xffffff),
    .ground = colour_from_hex (0x1d1d20),
    .accent = colour_from_hex (0x8edde9),
    .act = colour_from_hex (0xff938c),
    .watch = colour_from_hex (0xffc252),
  };

  return new_with_size (&colours, text_size);
}

/**
 * tl_ink_new_high_contrast:
 * @text_size: height of body text in units of the drawing
 * @dark: whether the ground is dark
 *
 * Makes the ink of the high-contrast style, for pictures drawn without a display.
 *
 * Returns: (transfer full): the ink
 */
TlInk *
tl_ink_new_high_contrast (double   text_size,
                          gboolean dark)
{
  const TlInkColours colours = {
    .text = colour_from_hex (dark ? 0xffffff : 0x000000),
    .ground = colour_from_hex (dark ? 0x1d1d20 : 0xffffff),
    .accent = colour_from_hex (dark ? 0x8edde9 : 0x0c4f57),
    .act = colour_from_hex (dark ? 0xff938c : 0xc30000),
    .watch = colour_from_hex (dark ? 0xffc252 : 0x905400),
    .high_contrast = TRUE,
  };

  return new_with_size (&colours, text_size);
}

/**
 * tl_ink_new_paper:
 * @text_size: height of body text in points; no text will be smaller
 *
 * Makes the ink of paper: black on white, every difference in shape and stroke.
 *
 * Returns: (transfer full): the ink
 */
TlInk *
tl_ink_new_paper (double text_size)
{
  const TlColour black = colour_from_hex (0x1a1a1d);
  const TlInkColours colours = {
    .text = black,
    .ground = colour_from_hex (0xffffff),
    .accent = black,
    .act = black,
    .watch = black,
  };
  TlInk *self = new_with_size (&colours, text_size);

  self->dimmed = colour_from_hex (0x4a4a4e);
  self->faint = colour_from_hex (0x6d6d72);
  self->grid = colour_from_hex (0xc9c9cd);
  self->band = colour_from_hex (0xefeff1);
  self->small = 1;
  self->plain_halos = TRUE;

  return self;
}

void
tl_ink_free (TlInk *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->kept, g_hash_table_unref);
  g_clear_object (&self->context);
  g_free (self);
}

/**
 * tl_ink_px:
 * @self: the ink
 * @pixels: a length in pixels of the design
 *
 * Returns: the length in units of the drawing
 */
double
tl_ink_px (const TlInk *self,
           double       pixels)
{
  return pixels * self->scale;
}

/**
 * tl_ink_stroke:
 * @self: the ink
 * @pixels: the width of a stroke in pixels of the design
 *
 * Returns: the width in units of the drawing, never thinner than the style allows
 */
double
tl_ink_stroke (const TlInk *self,
               double       pixels)
{
  return MAX (pixels, self->least_stroke) * self->scale;
}

void
tl_ink_set_colour (cairo_t        *cr,
                   const TlColour *colour)
{
  cairo_set_source_rgb (cr, colour->red, colour->green, colour->blue);
}

/**
 * tl_ink_set_dash:
 * @self: the ink
 * @cr: where to draw
 * @on: length of a dash in pixels of the design; 0 for a whole line
 * @off: length of a gap
 *
 * Sets the dashes of the strokes that follow.
 */
void
tl_ink_set_dash (const TlInk *self,
                 cairo_t     *cr,
                 double       on,
                 double       off)
{
  double dashes[] = { on * self->scale, off * self->scale };

  cairo_set_dash (cr, dashes, on > 0 ? G_N_ELEMENTS (dashes) : 0, 0);
}

/**
 * tl_ink_draw_line:
 * @self: the ink
 * @cr: where to draw
 * @x1: from here
 * @y1: from here
 * @x2: to there
 * @y2: to there
 * @width: in pixels of the design
 * @colour: its colour
 *
 * Draws a straight line, with the dashes that are set.
 */
void
tl_ink_draw_line (const TlInk    *self,
                  cairo_t        *cr,
                  double          x1,
                  double          y1,
                  double          x2,
                  double          y2,
                  double          width,
                  const TlColour *colour)
{
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
  cairo_set_line_width (cr, tl_ink_stroke (self, width));
  tl_ink_set_colour (cr, colour);
  cairo_stroke (cr);
}
