/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-contents.h"

/* Room for a page number of five figures, so that the contents needn't be laid out again once they are known. */
#define NUMBER_WIDTH 34.0
#define LEADER_GAP 6.0
#define LEADER_LEAST 12.0
#define COLUMN_GAP 26.0

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
  char *markup;
  const TlAnchor *anchor;
} Entry;

/* One entry across the flow, or two side by side. */
typedef struct
{
  TlBlock base;
  TlFlow *flow;
  Entry entries[2];
  guint n_entries;
  guint n_columns;
  double height;
} Entries;

static double
get_entry_width (Entries *self)
{
  return (self->base.width - (self->n_columns - 1) * COLUMN_GAP) / self->n_columns;
}

static double
get_title_width (Entries *self)
{
  return get_entry_width (self) - NUMBER_WIDTH - LEADER_LEAST;
}

static PangoLayout *
make_layout (Entries      *self,
             Entry        *entry,
             TlTypesetter *typesetter)
{
  return tl_typesetter_layout (typesetter, TL_PRINT_BODY, entry->markup, get_title_width (self), PANGO_ALIGN_LEFT);
}

static void
slice_entries (TlBlock *block,
               TlFlow  *flow)
{
  Entries *self = (Entries *) block;
  TlTypesetter *typesetter = tl_flow_get_typesetter (flow);

  self->flow = flow;
  self->height = 0.0;
  for (guint i = 0; i < self->n_entries; i++)
    {
      g_autoptr (PangoLayout) layout = make_layout (self, &self->entries[i], typesetter);
      double height = tl_layout_height (layout, tl_typesetter_get_leading (typesetter, TL_PRINT_BODY));

      self->height = MAX (self->height, height);
    }
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
draw_entry (Entries  *self,
            TlCanvas *canvas,
            Entry    *entry,
            double    x,
            double    y)
{
  TlPosition target = tl_flow_get_position (self->flow, entry->anchor->slice);
  g_autofree char *number = g_strdup_printf ("<b>%u</b>", target.page + 1);
  g_autoptr (PangoLayout) layout = make_layout (self, entry, canvas->typesetter);
  double leading = tl_typesetter_get_leading (canvas->typesetter, TL_PRINT_BODY);
  double right = x + get_entry_width (self);
  double last = y + tl_layout_height (layout, leading) - leading;
  cairo_rectangle_t area = { x, y, get_entry_width (self), self->height };
  PangoRectangle extents;

  tl_canvas_begin (canvas, "TOCI");
  tl_canvas_begin (canvas, "Reference");
  tl_canvas_begin_link (canvas, target.page, canvas->frame_y + target.y, &area);
  tl_canvas_show_text (canvas, TL_PRINT_BODY, entry->markup, x, y, get_title_width (self), PANGO_ALIGN_LEFT);
  tl_canvas_show_text (canvas, TL_PRINT_BODY, number, right - NUMBER_WIDTH, last, NUMBER_WIDTH, PANGO_ALIGN_RIGHT);
  tl_canvas_end_link (canvas);
  tl_canvas_end (canvas, "Reference");
  tl_canvas_end (canvas, "TOCI");

  pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, pango_layout_get_line_count (layout) - 1),
                                 NULL, &extents);
  draw_leader (canvas, x + (double) extents.width / PANGO_SCALE + LEADER_GAP,
               right - tl_typesetter_get_width (canvas->typesetter, TL_PRINT_BODY, number) - LEADER_GAP,
               last + leading * 0.72);
}

static void
draw_entries (TlBlock      *block,
              TlCanvas     *canvas,
              guint         first,
              guint         n,
              const double *y)
{
  Entries *self = (Entries *) block;

  for (guint i = 0; i < self->n_entries; i++)
    draw_entry (self, canvas, &self->entries[i], block->x + i * (get_entry_width (self) + COLUMN_GAP), y[0]);
}

static void
free_entries (TlBlock *block)
{
  Entries *self = (Entries *) block;

  for (guint i = 0; i < self->n_entries; i++)
    g_free (self->entries[i].markup);
  g_free (self);
}

static const TlBlockClass entries_class = {
  .slice = slice_entries,
  .draw = draw_entries,
  .free = free_entries,
};

static Entries *
new_entries (guint n_columns)
{
  Entries *self = g_new0 (Entries, 1);

  self->base.class = &entries_class;
  self->n_columns = n_columns;

  return self;
}

static void
take_entry (Entries        *self,
            const char     *markup,
            const TlAnchor *anchor)
{
  self->entries[self->n_entries++] = (Entry) { g_strdup (markup), anchor };
}

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
  Entries *self = new_entries (1);

  take_entry (self, markup, anchor);
  tl_flow_add (flow, &self->base);
}

/**
 * tl_flow_add_entries:
 * @flow: a flow
 * @left_markup: what the entry at the left leads to
 * @left: where that is
 * @right_markup: (nullable): what the entry beside it leads to
 * @right: (nullable): where that is; %NULL leaves its half empty
 *
 * Adds two entries of the contents side by side.
 */
void
tl_flow_add_entries (TlFlow         *flow,
                     const char     *left_markup,
                     const TlAnchor *left,
                     const char     *right_markup,
                     const TlAnchor *right)
{
  Entries *self = new_entries (2);

  take_entry (self, left_markup, left);
  if (right != NULL)
    take_entry (self, right_markup, right);
  tl_flow_add (flow, &self->base);
}
