/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-canvas.h"

#include "tl-mark-font.h"

#include <math.h>

/* A level line, in units of the page. */
typedef struct
{
  double x0;
  double x1;
  double y;
  double weight;
  double grey;
} Rule;

/**
 * tl_canvas_init:
 * @self: a canvas to set up
 * @cr: where to draw, in points from the sheet's upper left corner
 * @typesetter: makes its text; must outlive it
 * @tagged: whether to say what each piece is
 *
 * Sets a canvas up. Clear it with tl_canvas_clear().
 */
void
tl_canvas_init (TlCanvas     *self,
                cairo_t      *cr,
                TlTypesetter *typesetter,
                gboolean      tagged)
{
  self->cr = cr;
  self->typesetter = typesetter;
  self->ink = tl_typesetter_get_ink (typesetter);
  self->marks = tl_typesetter_get_marks (typesetter);
  self->frame_y = 0.0;
  self->tagged = tagged;
  self->artifacts = 0;
  self->words = NULL;
  self->n_contents = 0;
  self->n_gathering = 0;
  self->open = g_ptr_array_new ();
  self->figures = g_ptr_array_new_with_free_func (g_free);
  self->rules = g_array_new (FALSE, FALSE, sizeof (Rule));
}

/**
 * tl_canvas_listen:
 * @self: a canvas
 * @words: (nullable): what is drawn from now on is written down here, too
 *
 * Lets a page be read instead of seen.
 */
void
tl_canvas_listen (TlCanvas *self,
                  GString  *words)
{
  self->words = words;
}

/* A line of what a page says. */
static void
hear (TlCanvas   *self,
      const char *text,
      gssize      length)
{
  if (self->words == NULL || self->artifacts > 0 || length == 0)
    return;
  g_string_append_len (self->words, text, length);
  g_string_append_c (self->words, '\n');
}

/**
 * tl_canvas_clear:
 * @self: a canvas
 *
 * Frees what a canvas holds.
 */
void
tl_canvas_clear (TlCanvas *self)
{
  g_clear_pointer (&self->figures, g_ptr_array_unref);
  g_clear_pointer (&self->rules, g_array_unref);
  g_clear_pointer (&self->open, g_ptr_array_unref);
}

/**
 * tl_canvas_begin_artifact:
 * @self: a canvas
 *
 * Begins what a screen reader should pass over: rules, page furniture, repeated table heads. May be nested.
 */
void
tl_canvas_begin_artifact (TlCanvas *self)
{
  if (self->artifacts++ > 0 || !self->tagged)
    return;
  cairo_tag_begin (self->cr, "Artifact", NULL);
  self->lettered = FALSE;
}

/**
 * tl_canvas_end_artifact:
 * @self: a canvas
 *
 * Ends what tl_canvas_begin_artifact() began.
 */
void
tl_canvas_end_artifact (TlCanvas *self)
{
  if (--self->artifacts > 0 || !self->tagged)
    return;
  if (!self->lettered)
    tl_mark_font_show_speck (self->marks, self->cr);
  cairo_tag_end (self->cr, "Artifact");
}

/**
 * tl_canvas_begin_figure:
 * @self: a canvas
 * @alternative: what the figure says, in words
 *
 * Begins a drawing. cairo can't write the words; they are put in when the PDF is finished, figure by figure.
 */
void
tl_canvas_begin_figure (TlCanvas   *self,
                        const char *alternative)
{
  if (self->artifacts > 0)
    return;
  hear (self, alternative, -1);
  if (!self->tagged)
    return;

  g_ptr_array_add (self->figures, g_strdup (alternative));
  cairo_tag_begin (self->cr, "Figure", NULL);
  tl_mark_font_show_speck (self->marks, self->cr);
}

/**
 * tl_canvas_end_figure:
 * @self: a canvas
 *
 * Ends a drawing.
 */
void
tl_canvas_end_figure (TlCanvas *self)
{
  if (self->tagged && self->artifacts == 0)
    cairo_tag_end (self->cr, "Figure");
}

/**
 * tl_canvas_steal_alternatives:
 * @self: a canvas
 *
 * Returns: (transfer full) (element-type utf8): the words of every figure drawn, in order, which the canvas then forgets
 */
GPtrArray *
tl_canvas_steal_alternatives (TlCanvas *self)
{
  GPtrArray *figures = g_steal_pointer (&self->figures);

  self->figures = g_ptr_array_new_with_free_func (g_free);
  return figures;
}

/**
 * tl_canvas_set_grey:
 * @self: a canvas
 * @grey: 0 black to 1 white
 *
 * Sets what is drawn with. Paper has no other colours.
 */
void
tl_canvas_set_grey (TlCanvas *self,
                    double    grey)
{
  cairo_set_source_rgb (self->cr, grey, grey, grey);
}

static void
draw_rule (TlCanvas   *self,
           const Rule *rule)
{
  tl_canvas_set_grey (self, rule->grey);
  cairo_set_dash (self->cr, NULL, 0, 0.0);
  cairo_set_line_width (self->cr, rule->weight);
  cairo_move_to (self->cr, rule->x0, rule->y);
  cairo_line_to (self->cr, rule->x1, rule->y);
  cairo_stroke (self->cr);
}

/**
 * tl_canvas_rule:
 * @self: a canvas
 * @x0: where it begins, in units of the page
 * @x1: where it ends
 * @y: its middle
 * @weight: how thick it is
 * @grey: how light it is
 *
 * Draws a level line, which says nothing to a screen reader. In a tagged PDF it comes with all others of its page in
 * tl_canvas_end_page(), as one artifact: each one alone would cost more than the line.
 */
void
tl_canvas_rule (TlCanvas *self,
                double    x0,
                double    x1,
                double    y,
                double    weight,
                double    grey)
{
  Rule rule = { x0, x1, y, weight, grey };

  if (self->tagged)
    {
      /* Where cairo can hold it with few digits. */
      rule.y = round (y * 8.0) / 8.0;
      g_array_append_val (self->rules, rule);
    }
  else
    draw_rule (self, &rule);
}

/**
 * tl_canvas_end_page:
 * @self: a canvas on which all of a page is drawn
 *
 * Draws what was put off.
 */
void
tl_canvas_end_page (TlCanvas *self)
{
  if (self->rules->len == 0)
    return;

  tl_canvas_begin_artifact (self);
  for (guint i = 0; i < self->rules->len; i++)
    draw_rule (self, &g_array_index (self->rules, Rule, i));
  tl_canvas_end_artifact (self);
  g_array_set_size (self->rules, 0);
}

/**
 * tl_canvas_show_line:
 * @self: a canvas
 * @layout: a layout
 * @line: which of its lines, from 0
 * @leading: from baseline to baseline
 * @x: left edge
 * @y: top edge
 *
 * Draws one line of a layout.
 */
void
tl_canvas_show_line (TlCanvas    *self,
                     PangoLayout *layout,
                     guint        line,
                     double       leading,
                     double       x,
                     double       y)
{
  PangoLayoutLine *shown = pango_layout_get_line_readonly (layout, (int) line);

  if (shown != NULL)
    {
      const char *text = pango_layout_get_text (layout) + shown->start_index;

      hear (self, text, shown->length);
      self->lettered = self->lettered || (shown->length > 0 && !g_ascii_isspace (*text));
    }
  tl_layout_show_line (layout, line, leading, self->cr, x, y);
}

/**
 * tl_canvas_show_text:
 * @self: a canvas
 * @style: how it looks
 * @markup: text in Pango markup
 * @x: left edge
 * @y: top edge
 * @width: where lines wrap; below 0 never
 * @alignment: how lines stand in that width
 *
 * Draws a text.
 */
void
tl_canvas_show_text (TlCanvas       *self,
                     TlPrintStyle    style,
                     const char     *markup,
                     double          x,
                     double          y,
                     double          width,
                     PangoAlignment  alignment)
{
  g_autoptr (PangoLayout) layout = tl_typesetter_layout (self->typesetter, style, markup, width, alignment);
  double leading = tl_typesetter_get_leading (self->typesetter, style);
  guint n_lines = (guint) pango_layout_get_line_count (layout);

  tl_canvas_set_grey (self, tl_typesetter_get_grey (style));
  for (guint i = 0; i < n_lines; i++)
    {
      tl_canvas_show_line (self, layout, i, leading, x, y);
      y += tl_layout_line_height (layout, i, leading);
    }
}
