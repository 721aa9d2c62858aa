/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of a text that is set, each with its own leading. */
#include "config.h"

#include "tl-typesetter.h"

#include <hb.h>
#include <math.h>

/* By less than this, letters at the end of a line would stand closer to what comes on the next. */
#define KERNING (2 * PANGO_SCALE)

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

/**
 * tl_layout_reads_from_left:
 * @layout: a layout
 *
 * Returns: whether all its lines do
 */
gboolean
tl_layout_reads_from_left (PangoLayout *layout)
{
  for (GSList *lines = pango_layout_get_lines_readonly (layout); lines != NULL; lines = lines->next)
    if (pango_layout_line_get_resolved_direction (lines->data) == PANGO_DIRECTION_RTL)
      return FALSE;

  return TRUE;
}

/* How wide the first word of a line is, without a space after it; 0 when it begins within a word. */
static int
measure_first_word (PangoLayout     *layout,
                    PangoLayoutLine *line)
{
  const char *text = pango_layout_get_text (layout);
  const char *start = text + line->start_index, *at = start;
  const PangoLogAttr *letters = pango_layout_get_log_attrs_readonly (layout, NULL) + g_utf8_pointer_to_offset (text, start);
  int width;

  if (!letters->is_line_break)
    return 0;
  do
    {
      letters++;
      at = g_utf8_next_char (at);
    }
  while (at - start < line->length && !letters->is_line_break && !letters->is_white);
  pango_layout_line_index_to_x (line, (int) (at - text), FALSE, &width);

  return width;
}

/**
 * tl_layout_wraps_alike:
 * @layout: a layout at the left
 * @width: another width, in units of Pango
 *
 * Each line must fit, and have no room for the next one's first word. The space before that isn't counted: better set once
 * more than wrapped elsewhere.
 *
 * Returns: whether it would surely wrap at the same places there
 */
gboolean
tl_layout_wraps_alike (PangoLayout *layout,
                       int          width)
{
  int doubt = pango_layout_is_wrapped (layout) ? KERNING : 0;

  for (GSList *lines = pango_layout_get_lines_readonly (layout); lines != NULL; lines = lines->next)
    {
      PangoLayoutLine *line = lines->data, *next = lines->next != NULL ? lines->next->data : NULL;
      PangoRectangle extents;

      pango_layout_line_get_extents (line, NULL, &extents);
      if (extents.width > width - doubt)
        return FALSE;
      if (next != NULL && !next->is_paragraph_start
          && extents.width + measure_first_word (layout, next) <= width + doubt)
        return FALSE;
    }

  return TRUE;
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

/* The space of a font at a glyph where Pango draws nothing; 0 where it draws something, or there is no space. */
static hb_codepoint_t
find_space (const PangoGlyphItem *run,
            int                   glyph,
            const char           *text)
{
  hb_codepoint_t space;

  if (run->glyphs->glyphs[glyph].glyph == PANGO_GLYPH_EMPTY
      && text[run->item->offset + run->glyphs->log_clusters[glyph]] == ' '
      && hb_font_get_nominal_glyph (pango_font_get_hb_font (run->item->analysis.font), ' ', &space))
    return space;

  return 0;
}

static gboolean
lacks_space (const PangoLayoutLine *line,
             const char            *text)
{
  for (GSList *runs = line->runs; runs != NULL; runs = runs->next)
    for (int i = 0; i < ((PangoGlyphItem *) runs->data)->glyphs->num_glyphs; i++)
      if (find_space (runs->data, i, text) != 0)
        return TRUE;

  return FALSE;
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
          hb_codepoint_t space = find_space (run, i, text);

          if (space != 0)
            run->glyphs->glyphs[i].glyph = space;
        }
    }
}

/* Each digit takes room in a PDF, and an eighth of a point is a dot of most printers; it is also what cairo can hold, which
 * knows no tenths. On a whole number a space has no height at all for cairo, which then leaves it out, and two words become
 * one. */
static void
round_for_paper (cairo_t *cr,
                 double  *x,
                 double  *y)
{
  if (cairo_surface_get_type (cairo_get_target (cr)) != CAIRO_SURFACE_TYPE_PDF)
    return;
  *x = round (*x * 8.0) / 8.0;
  *y = round (*y * 8.0) / 8.0;
  if (*y - floor (*y) < 0.0625)
    *y += 0.125;
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
  PangoLayoutLine *shown = pango_layout_get_line_readonly (layout, (int) line);
  const char *text = pango_layout_get_text (layout);
  PangoRectangle extents;
  double height, ascent, spare;

  pango_layout_line_get_extents (shown, NULL, &extents);
  height = (double) extents.height / PANGO_SCALE;
  ascent = -(double) extents.y / PANGO_SCALE;
  spare = MAX (leading - height, 0.0);

  x += line_offset (layout, shown);
  y += spare / 2.0 + ascent;
  round_for_paper (cr, &x, &y);
  cairo_move_to (cr, x, y);
  /* Only once: Pango remembers how large a line is as long as nobody may change it. */
  if (lacks_space (shown, text))
    restore_spaces (pango_layout_get_line (layout, (int) line), text);
  pango_cairo_show_layout_line (cr, shown);
}
