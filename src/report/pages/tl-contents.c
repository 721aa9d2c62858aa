/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-contents.h"

/* Room for a page number of five figures, so that the contents needn't be laid out again once they are known. */
#define NUMBER_WIDTH 34.0
#define LEADER_GAP 6.0
#define LEADER_LEAST 12.0

/* ── Anchors ───────────────────────────────────────────────────────────────── */

typedef struct
{
  TlBlock base;
  TlAnchor *anchor;
} Mark;

static void
slice_mark (TlBlock *block,
            TlFlow  *flow)
{
  ((Mark *) block)->anchor->slice = tl_flow_add_slice (flow, block, 0, 0.0, TL_SLICE_MARKER | TL_SLICE_KEEP);
}

static void
draw_mark (TlBlock      *block,
           TlCanvas     *canvas,
           guint         first,
           guint         n,
           const double *y)
{
}

static const TlBlockClass mark_class = {
  .slice = slice_mark,
  .draw = draw_mark,
  .free = (void (*) (TlBlock *)) g_free,
};

/**
 * tl_flow_add_anchor:
 * @flow: a flow
 * @anchor: set to where what comes next begins
 */
void
tl_flow_add_anchor (TlFlow   *flow,
                    TlAnchor *anchor)
{
  Mark *self = g_new0 (Mark, 1);

  self->base.class = &mark_class;
  self->anchor = anchor;
  tl_flow_add (flow, &self->base);
}

/* ── Entries ───────────────────────────────────────────────────────────────── */

typedef struct
{
  TlBlock base;
  TlFlow *flow;
  char *markup;
  const TlAnchor *anchor;
  double height;
} Entry;

static PangoLayout *
make_layout (Entry        *self,
             TlTypesetter *typesetter)
{
  return tl_typesetter_layout (typesetter, TL_PRINT_BODY, self->markup,
                               self->base.width - NUMBER_WIDTH - LEADER_LEAST, PANGO_ALIGN_LEFT);
}

static void
slice_entry (TlBlock *block,
             TlFlow  *flow)
{
  Entry *self = (Entry *) block;
  TlTypesetter *typesetter = tl_flow_get_typesetter (flow);
  g_autoptr (PangoLayout) layout = make_layout (self, typesetter);

  self->flow = flow;
  self->height = tl_layout_height (layout, tl_typesetter_get_leading (typesetter, TL_PRINT_BODY));
  tl_flow_add_slice (flow, block, 0, self->height, TL_SLICE_PLAIN);
}

/* Dots that lead the eye from the end of the title to the number. */
static void
draw_leader (TlCanvas *canvas,
             double    x0,
             double    x1,
             double    y)
{
  const double dots[] = { 0.0, 3.5 };

  if (x1 - x0 < LEADER_LEAST)
    return;

  tl_canvas_begin_artifact (canvas);
  cairo_save (canvas->cr);
  tl_canvas_set_grey (canvas, 0.43);
  cairo_set_line_cap (canvas->cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (canvas->cr, 0.9);
  cairo_set_dash (canvas->cr, dots, G_N_ELEMENTS (dots), 0.0);
  cairo_move_to (canvas->cr, x0, y);
  cairo_line_to (canvas->cr, x1, y);
  cairo_stroke (canvas->cr);
  cairo_restore (canvas->cr);
  tl_canvas_end_artifact (canvas);
}

static void
draw_entry (TlBlock      *block,
            TlCanvas     *canvas,
            guint         first,
            guint         n,
            const double *y)
{
  Entry *self = (Entry *) block;
  TlPosition target = tl_flow_get_position (self->flow, self->anchor->slice);
  g_autofree char *number = g_strdup_printf ("<b>%u</b>", target.page + 1);
  g_autoptr (PangoLayout) layout = make_layout (self, canvas->typesetter);
  double leading = tl_typesetter_get_leading (canvas->typesetter, TL_PRINT_BODY);
  double right = block->x + block->width;
  double last = y[0] + self->height - leading;
  cairo_rectangle_t area = { block->x, y[0], block->width, self->height };
  PangoRectangle extents;

  tl_canvas_begin (canvas, "TOCI");
  tl_canvas_begin (canvas, "Reference");
  tl_canvas_begin_link (canvas, target.page, canvas->frame_y + target.y, &area);
  tl_canvas_show_text (canvas, TL_PRINT_BODY, self->markup, block->x, y[0],
                       block->width - NUMBER_WIDTH - LEADER_LEAST, PANGO_ALIGN_LEFT);
  tl_canvas_show_text (canvas, TL_PRINT_BODY, number, right - NUMBER_WIDTH, last, NUMBER_WIDTH, PANGO_ALIGN_RIGHT);
  tl_canvas_end_link (canvas);
  tl_canvas_end (canvas, "Reference");
  tl_canvas_end (canvas, "TOCI");

  pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, pango_layout_get_line_count (layout) - 1),
                                 NULL, &extents);
  draw_leader (canvas, block->x + (double) extents.width / PANGO_SCALE + LEADER_GAP,
               right - tl_typesetter_get_width (canvas->typesetter, TL_PRINT_BODY, number) - LEADER_GAP,
               last + leading * 0.72);
}

static void
free_entry (TlBlock *block)
{
  g_free (((Entry *) block)->markup);
  g_free (block);
}

static const TlBlockClass entry_class = {
  .slice = slice_entry,
  .draw = draw_entry,
  .free = free_entry,
};

/**
 * tl_flow_add_entry:
 * @flow: a flow
 * @markup: what it leads to
 * @anchor: where that is; must outlive the flow and be set before the flow is drawn
 *
 * Adds a line of the contents: words, dots and a page number, which is a link. Contents are a group `TOC`.
 */
void
tl_flow_add_entry (TlFlow         *flow,
                   const char     *markup,
                   const TlAnchor *anchor)
{
  Entry *self = g_new0 (Entry, 1);

  self->base.class = &entry_class;
  self->markup = g_strdup (markup);
  self->anchor = anchor;
  tl_flow_add (flow, &self->base);
}
