/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-flow-private.h"

/* The slices of a block that stand on a page one after another; the return value is how many those are. */
static guint
draw_slices (TlFlow   *self,
             TlCanvas *canvas,
             guint     first,
             guint     end,
             double    y)
{
  g_autoptr (GArray) tops = g_array_new (FALSE, FALSE, sizeof (double));
  const TlSlice *slice = &g_array_index (self->slices, TlSlice, first);
  TlBlock *block = slice->block;

  while (first + tops->len < end)
    {
      const TlSlice *next = &g_array_index (self->slices, TlSlice, first + tops->len);
      double top = y + next->y;

      if (next->block != block)
        break;
      g_array_append_val (tops, top);
    }
  block->class->draw (block, canvas, slice->index, tops->len, (const double *) tops->data);

  return tops->len;
}

/**
 * tl_flow_draw_page:
 * @self: a flow that was broken into pages
 * @canvas: where to draw
 * @page: which page
 * @y: top of the frame
 *
 * Draws a page's slices. For a tagged PDF all pages must be drawn, in order. Several threads may draw at once, on canvases
 * with typesetters that set nothing of the flow.
 */
void
tl_flow_draw_page (TlFlow   *self,
                   TlCanvas *canvas,
                   guint     page,
                   double    y)
{
  TlTypesetter *own = canvas->typesetter;
  guint first, end;

  g_return_if_fail (page < self->page_starts->len);

  canvas->frame_y = y;
  first = g_array_index (self->page_starts, guint, page);
  end = page + 1 < self->page_starts->len ? g_array_index (self->page_starts, guint, page + 1) : self->slices->len;

  for (guint i = first; i < end;)
    {
      const TlSlice *slice = &g_array_index (self->slices, TlSlice, i);
      TlBlock *block = slice->block;

      tl_typesetter_lock (block->typesetter);
      canvas->typesetter = block->typesetter;
      tl_typesetter_set_closeness (block->typesetter, block->closeness);
      if (i == first && slice->head > 0.0f)
        {
          tl_canvas_begin_artifact (canvas);
          block->class->draw_head (block, canvas, y);
          tl_canvas_end_artifact (canvas);
        }
      i += draw_slices (self, canvas, i, end, y);
      tl_typesetter_set_closeness (block->typesetter, TL_CLOSENESS_NORMAL);
      tl_typesetter_unlock (block->typesetter);
    }
  canvas->typesetter = own;
}

/**
 * tl_flow_begins_apart:
 * @self: a flow that was broken into pages
 * @page: a page
 *
 * Returns: whether the page was asked for by tl_flow_add_new_page() outside any group, so that nothing goes on there that
 *   began before
 */
gboolean
tl_flow_begins_apart (TlFlow *self,
                      guint   page)
{
  const TlSlice *slice;

  g_return_val_if_fail (page < self->page_starts->len, FALSE);

  slice = &g_array_index (self->slices, TlSlice, g_array_index (self->page_starts, guint, page));
  return slice->depth == 0 && (slice->flags & TL_SLICE_NEW_PAGE);
}

/**
 * tl_flow_let_go:
 * @self: a flow that was broken into pages
 * @page: a page that was drawn, as were those before it on which its first block began
 *
 * Frees what ends on the page. It can't be drawn any more; where things stand on it is still known.
 */
void
tl_flow_let_go (TlFlow *self,
                guint   page)
{
  guint first = g_array_index (self->page_starts, guint, page);
  guint end = page + 1 < self->page_starts->len ? g_array_index (self->page_starts, guint, page + 1) : self->slices->len;

  for (guint i = first; i < end; i++)
    {
      TlBlock *block = g_array_index (self->slices, TlSlice, i).block;

      if (i + 1 == self->slices->len || g_array_index (self->slices, TlSlice, i + 1).block != block)
        {
          g_ptr_array_index (self->blocks, block->number) = NULL;
          block->class->free (block);
        }
    }
}
