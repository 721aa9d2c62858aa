/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-typesetter.h"

#include <glib/gi18n-lib.h>

#include "tl-layout-cache.h"
#include "tl-mark-font.h"

#define FAMILY "Adwaita Sans, Inter, Cantarell, sans-serif"

/* Ligatures would cut a tagged PDF's text at "fi"; contextual forms would turn "->" and the like into other signs. */
#define FEATURES "liga=0, clig=0, dlig=0, calt=0"

/* What letters with accents of their own and fractions need, and a third of the time that setting takes. */
#define UNACCENTED "ccmp=0, mark=0, mkmk=0, frac=0, numr=0, dnom=0"

/* The width of a text that doesn't wrap, and that under which one is kept that does, whatever its width. */
#define UNWRAPPED -1
#define WRAPPED -2

/* A number of a colour beyond any that a font of several colours has. */
#define NO_COLOUR 65535

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
  GMutex lock;
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

/* cairo keeps one font of a kind for all, and whoever draws its letters keeps others waiting. A colour that no letter has
 * makes each typesetter's fonts its own; what comes into a PDF is the same. */
static void
make_unique (cairo_font_options_t *options)
{
  static gint n_made;

  cairo_font_options_set_custom_palette_color (options, NO_COLOUR, (g_atomic_int_add (&n_made, 1) % 1000) / 1000.0,
                                               0.0, 0.0, 1.0);
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
  make_unique (options);
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
  tl_ink_keep_layouts (ink);

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
  g_mutex_init (&self->lock);

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
  g_mutex_clear (&self->lock);
  tl_layout_cache_free (self->layouts);
  cairo_font_face_destroy (self->marks);
  tl_ink_free (self->ink);
  for (guint i = 0; i < TL_N_PRINT_STYLES; i++)
    pango_font_description_free (self->fonts[i]);
  g_object_unref (self->context);
  g_free (self);
}

/**
 * tl_typesetter_let_go:
 * @self: a typesetter
 *
 * Lets go of the texts that it set, which nobody needs soon.
 */
void
tl_typesetter_let_go (TlTypesetter *self)
{
  tl_layout_cache_clear (self->layouts);
  tl_ink_let_go (self->ink);
}

/**
 * tl_typesetter_lock:
 * @self: a typesetter
 *
 * Waits until no other thread that locks it has to do with the typesetter or with texts that it set.
 */
void
tl_typesetter_lock (TlTypesetter *self)
{
  g_mutex_lock (&self->lock);
}

/**
 * tl_typesetter_unlock:
 * @self: a typesetter that this thread locked
 *
 * Lets other threads have it.
 */
void
tl_typesetter_unlock (TlTypesetter *self)
{
  g_mutex_unlock (&self->lock);
}

/* ASCII, spaces that keep words together, and the usual quotation marks, dashes and dots: nothing that is put together of
 * several signs. */
static gboolean
is_unaccented (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = (guchar) *at < 0x80 ? (gunichar) *at : g_utf8_get_char (at);

      if (letter > 0x7e && letter != 0xa0 && (letter < 0x2010 || letter > 0x2026))
        return FALSE;
    }

  return TRUE;
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
      if (is_unaccented (text))
        pango_attr_list_insert (attributes, pango_attr_font_features_new (UNACCENTED));
      pango_layout_set_text (layout, text, -1);
      pango_layout_set_attributes (layout, attributes);
    }
  else
    {
      pango_layout_set_text (layout, key->markup, -1);
    }

  return layout;
}

/* A text stands at the left the same way however wide it may be, as long as it wraps where it did; it needn't be set again
 * for each width. Most cells of tables don't wrap at all, and what stands closer is a little wider. */
static PangoLayout *
find_alike (TlTypesetter      *self,
            const TlLayoutKey *key)
{
  TlLayoutKey other = *key;

  if (key->width < 0 || key->alignment != PANGO_ALIGN_LEFT)
    return NULL;
  for (other.width = UNWRAPPED; other.width >= WRAPPED; other.width--)
    {
      PangoLayout *layout = tl_layout_cache_find (self->layouts, &other);

      if (layout != NULL && tl_layout_reads_from_left (layout) && tl_layout_wraps_alike (layout, key->width))
        return layout;
    }

  return NULL;
}

/* For other widths, and for none. */
static void
keep_alike (TlTypesetter      *self,
            const TlLayoutKey *key,
            PangoLayout       *layout)
{
  TlLayoutKey other = *key;

  if (key->width < 0 || key->alignment != PANGO_ALIGN_LEFT || !tl_layout_reads_from_left (layout))
    return;
  other.width = pango_layout_is_wrapped (layout) ? WRAPPED : UNWRAPPED;
  if (tl_layout_cache_find (self->layouts, &other) == NULL)
    tl_layout_cache_keep (self->layouts, &other, layout);
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
  TlLayoutKey key = { style, width < 0.0 ? UNWRAPPED : (int) (width * PANGO_SCALE), alignment, markup };
  PangoLayout *layout = tl_layout_cache_find (self->layouts, &key);

  if (layout != NULL)
    return g_object_ref (layout);
  layout = find_alike (self, &key);
  if (layout != NULL)
    {
      g_object_ref (layout);
    }
  else
    {
      layout = set_text (self, &key);
      keep_alike (self, &key, layout);
    }
  tl_layout_cache_keep (self->layouts, &key, layout);

  return layout;
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
  g_autoptr (PangoLayout) layout = tl_typesetter_layout (self, style, markup, -1.0, PANGO_ALIGN_LEFT);
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);
  /* A hair more, so that rounding never wraps what was measured. */
  return (double) extents.width / PANGO_SCALE + 0.05;
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
