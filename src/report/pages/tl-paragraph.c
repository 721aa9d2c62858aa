/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-paragraph.h"

/* Fewer lines than this at the bottom or top of a page look lost. */
#define LEAST_LINES 2

#define ITEM_INSET 12.0
#define ITEM_GAP 4.0

typedef struct
{
  TlBlock base;
  char *markup;
  char *label;
  TlPrintStyle style;
  char tag[6];
  guint n_lines;
  double inset;
  TlLeadMark mark;
  gboolean item;
  TlTag pieces;
} Paragraph;

static PangoLayout *
make_layout (Paragraph    *self,
             TlTypesetter *typesetter)
{
  return tl_typesetter_layout (typesetter, self->style, self->markup, self->base.width - self->inset, PANGO_ALIGN_LEFT);
}

static void
slice_paragraph (TlBlock *block,
                 TlFlow  *flow)
{
  Paragraph *self = (Paragraph *) block;
  TlTypesetter *typesetter = tl_flow_get_typesetter (flow);
  double leading = tl_typesetter_get_leading (typesetter, self->style);
  g_autoptr (PangoLayout) layout = make_layout (self, typesetter);
  gboolean heading = self->tag[0] == 'H';

  self->n_lines = (guint) pango_layout_get_line_count (layout);
  for (guint i = 0; i < self->n_lines; i++)
    {
      gboolean keep = heading || i + 1 < MIN (LEAST_LINES, self->n_lines)
                      || (i + 1 < self->n_lines && i + LEAST_LINES >= self->n_lines);

      tl_flow_add_slice (flow, block, i, tl_layout_line_height (layout, i, leading), keep ? TL_SLICE_KEEP : 0);
    }
}

static void
draw_label (Paragraph *self,
            TlCanvas  *canvas,
            double     y)
{
  tl_canvas_begin (canvas, "Lbl");
  tl_canvas_show_text (canvas, TL_PRINT_BODY, self->label, self->base.x, y, -1.0, PANGO_ALIGN_LEFT);
  tl_canvas_end (canvas, "Lbl");
}

static void
draw_mark (Paragraph *self,
           TlCanvas  *canvas,
           double     y)
{
  double leading = tl_typesetter_get_leading (canvas->typesetter, self->style);

  tl_canvas_begin_artifact (canvas);
  self->mark.draw (canvas, self->base.x, y + leading / 2.0, self->mark.data);
  tl_canvas_end_artifact (canvas);
}

static void
draw_lines (Paragraph    *self,
            TlCanvas     *canvas,
            guint         first,
            guint         n,
            const double *y)
{
  g_autoptr (PangoLayout) layout = make_layout (self, canvas->typesetter);
  double leading = tl_typesetter_get_leading (canvas->typesetter, self->style);
  gboolean whole = n == self->n_lines;

  if (whole)
    tl_canvas_begin (canvas, self->tag);
  else
    tl_canvas_begin_piece (canvas, &self->pieces, self->tag);
  tl_canvas_set_grey (canvas, tl_typesetter_get_grey (self->style));
  for (guint i = 0; i < n; i++)
    tl_canvas_show_line (canvas, layout, first + i, leading, self->base.x + self->inset, y[i]);
  if (whole)
    tl_canvas_end (canvas, self->tag);
  else
    tl_canvas_end_piece (canvas);

  if (!whole && first + n == self->n_lines)
    tl_canvas_gather (canvas, &self->pieces, self->tag);
}

static void
draw_paragraph (TlBlock      *block,
                TlCanvas     *canvas,
                guint         first,
                guint         n,
                const double *y)
{
  Paragraph *self = (Paragraph *) block;

  if (first == 0 && self->item)
    tl_canvas_begin (canvas, "LI");
  if (first == 0 && self->mark.draw != NULL)
    draw_mark (self, canvas, y[0]);
  if (first == 0 && self->label != NULL)
    draw_label (self, canvas, y[0]);

  draw_lines (self, canvas, first, n, y);

  if (first + n == self->n_lines && self->item)
    tl_canvas_end (canvas, "LI");
}

static void
free_paragraph (TlBlock *block)
{
  Paragraph *self = (Paragraph *) block;

  tl_tag_clear (&self->pieces);
  g_free (self->markup);
  g_free (self->label);
  g_free (self);
}

static const TlBlockClass paragraph_class = {
  .slice = slice_paragraph,
  .draw = draw_paragraph,
  .free = free_paragraph,
};

static Paragraph *
new_paragraph (const char       *tag,
               TlPrintStyle      style,
               const char       *markup,
               const TlLeadMark *mark)
{
  Paragraph *self = g_new0 (Paragraph, 1);

  self->base.class = &paragraph_class;
  g_strlcpy (self->tag, tag, sizeof self->tag);
  self->style = style;
  self->markup = g_strdup (markup);
  if (mark != NULL)
    {
      self->mark = *mark;
      self->inset = mark->gap;
    }

  return self;
}

/**
 * tl_flow_add_paragraph:
 * @flow: a flow
 * @style: how it looks
 * @markup: its text
 */
void
tl_flow_add_paragraph (TlFlow       *flow,
                       TlPrintStyle  style,
                       const char   *markup)
{
  tl_flow_add (flow, &new_paragraph ("P", style, markup, NULL)->base);
}

/**
 * tl_flow_add_marked:
 * @flow: a flow
 * @style: how it looks
 * @markup: its text
 * @mark: what stands before it
 */
void
tl_flow_add_marked (TlFlow           *flow,
                    TlPrintStyle      style,
                    const char       *markup,
                    const TlLeadMark *mark)
{
  tl_flow_add (flow, &new_paragraph ("P", style, markup, mark)->base);
}

/**
 * tl_flow_add_heading:
 * @flow: a flow
 * @level: 1 to 6
 * @style: how it looks
 * @markup: its text
 * @mark: (nullable): what stands before it
 *
 * Adds a heading, which stays with what follows it.
 */
void
tl_flow_add_heading (TlFlow           *flow,
                     guint             level,
                     TlPrintStyle      style,
                     const char       *markup,
                     const TlLeadMark *mark)
{
  char tag[] = { 'H', (char) ('0' + CLAMP (level, 1, 6)), '\0' };

  tl_flow_add (flow, &new_paragraph (tag, style, markup, mark)->base);
}

/**
 * tl_flow_add_item:
 * @flow: a flow
 * @label: what stands before it, such as a bullet
 * @markup: its text
 *
 * Adds an item of a list; the list is a group `L`.
 */
void
tl_flow_add_item (TlFlow     *flow,
                  const char *label,
                  const char *markup)
{
  Paragraph *self = new_paragraph ("LBody", TL_PRINT_BODY, markup, NULL);

  self->item = TRUE;
  self->label = g_strdup (label);
  /* A number is wider than a bullet. */
  self->inset = MAX (ITEM_INSET, tl_typesetter_get_width (tl_flow_get_typesetter (flow), TL_PRINT_BODY, label) + ITEM_GAP);
  tl_flow_add (flow, &self->base);
}

/**
 * tl_flow_add_marked_item:
 * @flow: a flow
 * @style: how it looks
 * @markup: its text
 * @mark: what stands before it
 *
 * Adds an item that has a mark for a bullet; the list is a group `L`.
 */
void
tl_flow_add_marked_item (TlFlow           *flow,
                         TlPrintStyle      style,
                         const char       *markup,
                         const TlLeadMark *mark)
{
  Paragraph *self = new_paragraph ("LBody", style, markup, mark);

  self->item = TRUE;
  tl_flow_add (flow, &self->base);
}
