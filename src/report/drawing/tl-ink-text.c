/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that are drawn with an ink: names, days and numbers of one line. */
#include "tl-ink.h"

/* More words than that are on no few pages. */
#define MOST_KEPT 1000

/**
 * tl_ink_create_layout:
 * @self: the ink
 * @text: a text of one line
 * @style: how to set it
 *
 * Sets a text, with figures of equal width.
 *
 * Returns: (transfer full): the layout
 */
PangoLayout *
tl_ink_create_layout (const TlInk *self,
                      const char  *text,
                      TlTextStyle  style)
{
  gboolean small = style == TL_TEXT_SMALL || style == TL_TEXT_SMALL_BOLD;
  gboolean bold = style == TL_TEXT_BODY_BOLD || style == TL_TEXT_SMALL_BOLD;
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (self->context));
  PangoAttrList *attributes = pango_attr_list_new ();

  /* Pango takes the whole unit below, which a part may just miss. */
  pango_font_description_set_absolute_size (font, self->text_size * (small ? self->small : 1) * PANGO_SCALE + 1e-6);
  pango_font_description_set_weight (font, bold ? self->bold : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  /* Ligatures break the text that is read back from a PDF. */
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1, liga=0"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  pango_attr_list_unref (attributes);
  pango_font_description_free (font);

  return layout;
}

/**
 * tl_ink_keep_layouts:
 * @self: the ink
 *
 * From now on what tl_ink_get_layout() sets is kept: on page after page the same days and limits stand on the axes.
 */
void
tl_ink_keep_layouts (TlInk *self)
{
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/**
 * tl_ink_let_go:
 * @self: the ink
 *
 * Lets go of what it kept.
 */
void
tl_ink_let_go (TlInk *self)
{
  g_hash_table_remove_all (self->kept);
}

/**
 * tl_ink_get_layout:
 * @self: the ink
 * @text: a text of one line
 * @style: how to set it
 *
 * The same as tl_ink_create_layout(), for whoever only measures and draws it.
 *
 * Returns: (transfer full): the layout, which others may have, too; nobody may change it
 */
PangoLayout *
tl_ink_get_layout (const TlInk *self,
                   const char  *text,
                   TlTextStyle  style)
{
  g_autofree char *key = NULL;
  PangoLayout *layout;

  if (self->kept == NULL)
    return tl_ink_create_layout (self, text, style);

  key = g_strdup_printf ("%d %s", style, text);
  layout = g_hash_table_lookup (self->kept, key);
  if (layout == NULL)
    {
      if (g_hash_table_size (self->kept) == MOST_KEPT)
        g_hash_table_remove_all (self->kept);
      layout = tl_ink_create_layout (self, text, style);
      g_hash_table_insert (self->kept, g_steal_pointer (&key), layout);
    }

  return g_object_ref (layout);
}

/**
 * tl_ink_measure_layout:
 * @layout: a layout
 * @width: (out) (optional): its width in units of the drawing
 * @height: (out) (optional): its height
 */
void
tl_ink_measure_layout (PangoLayout *layout,
                       double      *width,
                       double      *height)
{
  int w, h;

  pango_layout_get_size (layout, &w, &h);
  if (width != NULL)
    *width = w / (double) PANGO_SCALE;
  if (height != NULL)
    *height = h / (double) PANGO_SCALE;
}

/**
 * tl_ink_measure_text:
 * @self: the ink
 * @text: a text of one line
 * @style: how it will be set
 *
 * Returns: how wide it will be, in units of the drawing
 */
double
tl_ink_measure_text (const TlInk *self,
                     const char  *text,
                     TlTextStyle  style)
{
  g_autoptr(PangoLayout) layout = tl_ink_get_layout (self, text, style);
  double width;

  tl_ink_measure_layout (layout, &width, NULL);

  return width;
}

/**
 * tl_ink_draw_layout:
 * @cr: where to draw
 * @layout: a layout
 * @x: where its start, middle or end is, by @align
 * @y: the middle of its height
 * @align: 0 when @x is its left, 0.5 its middle, 1 its right
 * @colour: its colour
 *
 * Draws a text centred on a height.
 */
void
tl_ink_draw_layout (cairo_t        *cr,
                    PangoLayout    *layout,
                    double          x,
                    double          y,
                    double          align,
                    const TlColour *colour)
{
  double width, height;

  tl_ink_measure_layout (layout, &width, &height);
  cairo_move_to (cr, x - align * width, y - height / 2);
  tl_ink_set_colour (cr, colour);
  pango_cairo_show_layout (cr, layout);
}

/**
 * tl_ink_draw_text:
 * @self: the ink
 * @cr: where to draw
 * @text: a text of one line
 * @style: how to set it
 * @x: where its start, middle or end is, by @align
 * @y: the middle of its height
 * @align: 0 when @x is its left, 0.5 its middle, 1 its right
 * @colour: its colour
 *
 * Sets and draws a text.
 *
 * Returns: its width in units of the drawing
 */
double
tl_ink_draw_text (const TlInk    *self,
                  cairo_t        *cr,
                  const char     *text,
                  TlTextStyle     style,
                  double          x,
                  double          y,
                  double          align,
                  const TlColour *colour)
{
  g_autoptr(PangoLayout) layout = tl_ink_get_layout (self, text, style);
  double width;

  tl_ink_draw_layout (cr, layout, x, y, align, colour);
  tl_ink_measure_layout (layout, &width, NULL);

  return width;
}
