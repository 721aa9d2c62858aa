/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-typesetter.h"

#include <glib/gi18n-lib.h>

#include "tl-layout-cache.h"
#include "tl-mark-font.h"

#include <hb.h>

#define FAMILY "Adwaita Sans, Inter, Cantarell, sans-serif"

/* Ligatures would cut a tagged PDF's text at "fi"; contextual forms would turn "->" and the like into other signs. */
#define FEATURES "liga=0, clig=0, dlig=0, calt=0"

/* In parts of the size of the text. */

#define GREY(grey) { (grey), (grey), (grey) }
#define DIMMED_GREY 0.29
#define FAINT_GREY 0.43

struct _TlTypesetter
{
  PangoContext *context;
  PangoFontDescription *fonts[TL_N_PRINT_STYLES];
  TlInk *ink;
  cairo_font_face_t *marks;
  TlLayoutCache *layouts;
  TlCloseness closeness;
};

typedef struct
{
  double size;
  double leading;
  PangoWeight weight;
  double grey;
} Look;

static const Look looks[TL_N_PRINT_STYLES] = {
  [TL_PRINT_BODY] = { 10.0, 13.3, PANGO_WEIGHT_NORMAL, 0.0 },
  [TL_PRINT_DIMMED] = { 10.0, 13.3, PANGO_WEIGHT_NORMAL, DIMMED_GREY },
  [TL_PRINT_STRONG] = { 10.0, 13.3, PANGO_WEIGHT_BOLD, 0.0 },
  [TL_PRINT_QUESTION] = { 11.0, 13.2, PANGO_WEIGHT_BOLD, 0.0 },
  [TL_PRINT_SECTION] = { 14.0, 18.0, PANGO_WEIGHT_ULTRABOLD, 0.0 },
  [TL_PRINT_SUBTITLE] = { 15.0, 19.0, PANGO_WEIGHT_SEMIBOLD, 0.0 },
  [TL_PRINT_TITLE] = { 20.0, 24.0, PANGO_WEIGHT_ULTRABOLD, 0.0 },
  [TL_PRINT_COVER] = { 28.0, 34.0, PANGO_WEIGHT_ULTRABOLD, 0.0 },
};

/* From baseline to baseline at most, in heights of the type. */
static const double leadings[TL_N_CLOSENESSES] = { 2.0, 1.24, 1.16 };

static PangoFontDescription *
create_font (double      size,
             PangoWeight weight)
{
  PangoFontDescription *font = pango_font_description_from_string (FAMILY);

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_font_description_set_features_static (font, FEATURES);

  return font;
}

/**
 * tl_typesetter_get_language:
 *
 * What people wrote may be in any other; it is set and read out by the rules of this one.
 *
 * Returns: the language of all words of ours on paper, as "en-GB"
 */
const char *
tl_typesetter_get_language (void)
{
  /* Translators: not words, but the language into which these messages are translated, such as pl or de-AT; screen readers
   * read printed pages by it */
  return C_("language tag", "en-GB");
}

static PangoContext *
create_context (void)
{
  g_autoptr (PangoFontMap) fonts = pango_cairo_font_map_new ();
  PangoContext *context;
  cairo_font_options_t *options = cairo_font_options_create ();

  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (fonts), 72.0);
  context = pango_font_map_create_context (fonts);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string (tl_typesetter_get_language ()));

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);

  return context;
}

/* Charts and marks in the same type as the text beside them, and in greys that a worn drum still prints. */
static TlInk *
create_ink (PangoContext *context)
{
  const TlInkColours colours = { .text = { 0 }, .ground = GREY (1.0) };
  TlInk *ink = tl_ink_new (&colours, context);

  ink->dimmed = (TlColour) GREY (DIMMED_GREY);
  ink->faint = (TlColour) GREY (FAINT_GREY);
  ink->small = 1.0;
  ink->plain_halos = TRUE;

  return ink;
}

/**
 * tl_typesetter_new:
 *
 * Returns: (transfer full): a typesetter
 */
TlTypesetter *
tl_typesetter_new (void)
{
  TlTypesetter *self = g_new0 (TlTypesetter, 1);

  self->context = create_context ();
  for (guint i = 0; i < TL_N_PRINT_STYLES; i++)
    self->fonts[i] = create_font (looks[i].size, looks[i].weight);
  pango_context_set_font_description (self->context, self->fonts[TL_PRINT_BODY]);
  self->ink = create_ink (self->context);
  self->marks = tl_mark_font_new (self->ink);
  self->layouts = tl_layout_cache_new ();

  return self;
}

/**
 * tl_typesetter_free:
 * @self: (transfer full): a typesetter
 *
 * Frees a typesetter.
 */
void
tl_typesetter_free (TlTypesetter *self)
{
  tl_layout_cache_free (self->layouts);
  cairo_font_face_destroy (self->marks);
  tl_ink_free (self->ink);
  for (guint i = 0; i < TL_N_PRINT_STYLES; i++)
    pango_font_description_free (self->fonts[i]);
  g_object_unref (self->context);
  g_free (self);
}

static PangoLayout *
set_text (TlTypesetter      *self,
          const TlLayoutKey *key)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr (PangoAttrList) attributes = NULL;
  g_autofree char *text = NULL;

  pango_layout_set_font_description (layout, self->fonts[key->style]);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, key->width);
  pango_layout_set_alignment (layout, key->alignment);

  /* Better stray marks than missing words. */
  if (pango_parse_markup (key->markup, -1, 0, &attributes, &text, NULL, NULL))
    {
      pango_layout_set_text (layout, text, -1);
      pango_layout_set_attributes (layout, attributes);
    }
  else
    {
      pango_layout_set_text (layout, key->markup, -1);
    }

  return layout;
}

/**
 * tl_typesetter_layout:
 * @self: a typesetter
 * @style: how it looks
 * @markup: text in Pango markup
 * @width: where lines wrap, in points; below 0 never
 * @alignment: how lines stand in that width
 *
 * Lines wrap between words, and within a word that is longer than a line, so that nothing is ever cut.
 *
 * Returns: (transfer full): the layout, which others may have too
 */
PangoLayout *
tl_typesetter_layout (TlTypesetter   *self,
                      TlPrintStyle    style,
                      const char     *markup,
                      double          width,
                      PangoAlignment  alignment)
{
  TlLayoutKey key = { style, width < 0.0 ? -1 : (int) (width * PANGO_SCALE), alignment, markup };
  PangoLayout *layout = tl_layout_cache_find (self->layouts, &key);

  if (layout != NULL)
    return g_object_ref (layout);
  layout = set_text (self, &key);
  tl_layout_cache_keep (self->layouts, &key, layout);

  return layout;
}

static double
measure_unwrapped (TlTypesetter *self,
                   TlPrintStyle  style,
                   const char   *markup,
                   gboolean      words)
{
  g_autoptr (PangoLayout) layout = tl_typesetter_layout (self, style, markup, words ? 0.0 : -1.0, PANGO_ALIGN_LEFT);
  PangoRectangle extents;

  if (words)
    pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_get_extents (layout, NULL, &extents);
  /* A hair more, so that rounding never wraps what was measured. */
  return (double) extents.width / PANGO_SCALE + 0.05;
}

/**
 * tl_typesetter_get_width:
 * @self: a typesetter
 * @style: how it looks
 * @markup: text in Pango markup
 *
 * Returns: the width of its longest line when nothing wraps, in points
 */
double
tl_typesetter_get_width (TlTypesetter *self,
                         TlPrintStyle  style,
                         const char   *markup)
{
  return measure_unwrapped (self, style, markup, FALSE);
}

/**
 * tl_typesetter_get_word_width:
 * @self: a typesetter
 * @style: how it looks
 * @markup: text in Pango markup
 *
 * Returns: the width of its longest word, in points
 */
double
tl_typesetter_get_word_width (TlTypesetter *self,
                              TlPrintStyle  style,
                              const char   *markup)
{
  return measure_unwrapped (self, style, markup, TRUE);
}

/**
 * tl_typesetter_get_leading:
 * @self: a typesetter
 * @style: a style
 *
 * Returns: the distance from one line's baseline to the next one's, in points
 */
double
tl_typesetter_get_leading (TlTypesetter *self,
                           TlPrintStyle  style)
{
  return MIN (looks[style].leading, looks[style].size * leadings[self->closeness]);
}

/**
 * tl_typesetter_set_closeness:
 * @self: a typesetter
 * @closeness: how close lines stand
 */
void
tl_typesetter_set_closeness (TlTypesetter *self,
                             TlCloseness   closeness)
{
  self->closeness = closeness;
}

/**
 * tl_typesetter_get_grey:
 * @style: a style
 *
 * Returns: how light its text is, 0 black to 1 white
 */
double
tl_typesetter_get_grey (TlPrintStyle style)
{
  return looks[style].grey;
}

/**
 * tl_layout_line_height:
 * @layout: a layout
 * @line: number of a line
 * @leading: its style's leading
 *
 * Returns: how high the line is: its leading, or more where a fallback font needs it
 */
double
tl_layout_line_height (PangoLayout *layout,
                       guint        line,
                       double       leading)
{
  PangoRectangle extents;

  pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, (int) line), NULL, &extents);
  return MAX (leading, (double) extents.height / PANGO_SCALE);
}

/**
 * tl_layout_height:
 * @layout: a layout
 * @leading: its style's leading
 *
 * Returns: the height of all its lines
 */
double
tl_layout_height (PangoLayout *layout,
                  double       leading)
{
  double height = 0.0;
  guint n_lines = (guint) pango_layout_get_line_count (layout);

  for (guint i = 0; i < n_lines; i++)
    height += tl_layout_line_height (layout, i, leading);

  return height;
}

/* Where a line begins in the layout's width, by alignment and the direction of its script. */
static double
line_offset (PangoLayout     *layout,
             PangoLayoutLine *line)
{
  PangoRectangle extents;
  PangoAlignment alignment = pango_layout_get_alignment (layout);
  int width = pango_layout_get_width (layout);
  int spare;

  if (width < 0)
    return 0.0;

  pango_layout_line_get_extents (line, NULL, &extents);
  spare = MAX (width - extents.width, 0);
  if (pango_layout_line_get_resolved_direction (line) == PANGO_DIRECTION_RTL && alignment != PANGO_ALIGN_CENTER)
    alignment = alignment == PANGO_ALIGN_LEFT ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;

  switch (alignment)
    {
    case PANGO_ALIGN_CENTER:
      return (double) spare / 2.0 / PANGO_SCALE;
    case PANGO_ALIGN_RIGHT:
      return (double) spare / PANGO_SCALE;
    case PANGO_ALIGN_LEFT:
    default:
      return 0.0;
    }
}

/* Pango draws nothing for the space at which a line wraps. cairo would then say in a tagged PDF that there is one, in
 * a way that ends the text for some readers; a space of the font, as narrow as nothing, reads as what it is. */
static void
restore_spaces (PangoLayoutLine *line,
                const char      *text)
{
  for (GSList *runs = line->runs; runs != NULL; runs = runs->next)
    {
      PangoGlyphItem *run = runs->data;

      for (int i = 0; i < run->glyphs->num_glyphs; i++)
        {
          PangoGlyphInfo *glyph = &run->glyphs->glyphs[i];
          hb_codepoint_t space;

          if (glyph->glyph == PANGO_GLYPH_EMPTY
              && text[run->item->offset + run->glyphs->log_clusters[i]] == ' '
              && hb_font_get_nominal_glyph (pango_font_get_hb_font (run->item->analysis.font), ' ', &space))
            glyph->glyph = space;
        }
    }
}

/**
 * tl_layout_show_line:
 * @layout: a layout
 * @line: number of a line
 * @leading: its style's leading
 * @cr: where to draw
 * @x: left edge of the layout
 * @y: top of the line
 *
 * Draws a line in the source that is set.
 */
void
tl_layout_show_line (PangoLayout *layout,
                     guint        line,
                     double       leading,
                     cairo_t     *cr,
                     double       x,
                     double       y)
{
  PangoLayoutLine *shown = pango_layout_get_line (layout, (int) line);
  PangoRectangle extents;
  double height, ascent, spare;

  pango_layout_line_get_extents (shown, NULL, &extents);
  height = (double) extents.height / PANGO_SCALE;
  ascent = -(double) extents.y / PANGO_SCALE;
  spare = MAX (leading - height, 0.0);

  cairo_move_to (cr, x + line_offset (layout, shown), y + spare / 2.0 + ascent);
  restore_spaces (shown, pango_layout_get_text (layout));
  pango_cairo_show_layout_line (cr, shown);
}

/**
 * tl_typesetter_get_ink:
 * @self: a typesetter
 *
 * Returns: (transfer none): what marks and charts are drawn with, 10 pt
 */
const TlInk *
tl_typesetter_get_ink (TlTypesetter *self)
{
  return self->ink;
}

/**
 * tl_typesetter_get_marks:
 * @self: a typesetter
 *
 * Returns: (transfer none): the font of the line's marks
 */
cairo_font_face_t *
tl_typesetter_get_marks (TlTypesetter *self)
{
  return self->marks;
}
