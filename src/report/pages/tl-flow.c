/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-flow-private.h"

/* What is left of a space where lines stand close. */
static const double spaces[TL_N_CLOSENESSES] = { 1.0, 0.7, 0.5 };

static void
free_block (gpointer data)
{
  TlBlock *block = data;

  if (block != NULL)
    block->class->free (block);
}

/**
 * tl_flow_new:
 * @typesetter: makes its text; must outlive the flow
 * @x: left edge of the frame
 * @width: width of the frame
 * @height: height of the frame
 *
 * Returns: (transfer full): an empty flow
 */
TlFlow *
tl_flow_new (TlTypesetter *typesetter,
             double        x,
             double        width,
             double        height)
{
  TlFlow *self = g_new0 (TlFlow, 1);

  self->typesetter = typesetter;
  self->x = x;
  self->width = width;
  self->height = height;
  self->blocks = g_ptr_array_new_with_free_func (free_block);
  self->slices = g_array_new (FALSE, TRUE, sizeof (TlSlice));
  self->insets = g_array_new (FALSE, FALSE, sizeof (double));
  self->page_starts = g_array_new (FALSE, FALSE, sizeof (guint));

  return self;
}

/**
 * tl_flow_free:
 * @self: (transfer full): a flow
 *
 * Frees a flow and its blocks.
 */
void
tl_flow_free (TlFlow *self)
{
  g_ptr_array_unref (self->blocks);
  g_array_unref (self->slices);
  g_array_unref (self->insets);
  g_array_unref (self->page_starts);
  g_free (self);
}

/**
 * tl_flow_new_trial:
 * @self: a flow, which isn't changed
 * @typesetter: (nullable): makes the text of the trial, and draws it if it is taken; must outlive the flow; %NULL for the
 *   flow's own, which no other thread may use meanwhile
 *
 * Returns: (transfer full): an empty flow on the same pages, to find out how many something would fill
 */
TlFlow *
tl_flow_new_trial (TlFlow       *self,
                   TlTypesetter *typesetter)
{
  return tl_flow_new (typesetter != NULL ? typesetter : self->typesetter, self->x, self->width, self->height);
}

/**
 * tl_flow_take:
 * @self: a flow
 * @trial: (transfer full): a trial of the flow
 *
 * Adds everything that was tried, as it was measured.
 *
 * Returns: by how much the numbers of its slices grew
 */
guint
tl_flow_take (TlFlow *self,
              TlFlow *trial)
{
  guint offset = self->slices->len;

  g_array_append_vals (self->slices, trial->slices->data, trial->slices->len);
  for (guint i = offset; i < self->slices->len; i++)
    g_array_index (self->slices, TlSlice, i).depth += self->depth;
  g_ptr_array_extend_and_steal (self->blocks, g_steal_pointer (&trial->blocks));
  trial->blocks = g_ptr_array_new ();
  self->space = trial->space;
  tl_flow_free (trial);

  return offset;
}

/**
 * tl_flow_get_typesetter:
 * @self: a flow
 *
 * Returns: (transfer none): what makes its text
 */
TlTypesetter *
tl_flow_get_typesetter (TlFlow *self)
{
  return self->typesetter;
}

/**
 * tl_flow_get_height:
 * @self: a flow
 *
 * Returns: the height of a page's frame; no slice may be higher
 */
double
tl_flow_get_height (TlFlow *self)
{
  return self->height;
}

/**
 * tl_flow_get_x:
 * @self: a flow
 *
 * Returns: where the next block's left edge will be
 */
double
tl_flow_get_x (TlFlow *self)
{
  return self->x + self->inset;
}

/**
 * tl_flow_get_width:
 * @self: a flow
 *
 * Returns: how wide the next block will be
 */
double
tl_flow_get_width (TlFlow *self)
{
  return self->width - self->inset;
}

/**
 * tl_flow_add:
 * @self: a flow
 * @block: (transfer full): what comes next
 */
void
tl_flow_add (TlFlow  *self,
             TlBlock *block)
{
  g_ptr_array_add (self->blocks, block);
  block->x = tl_flow_get_x (self);
  block->width = tl_flow_get_width (self);
  block->closeness = self->closeness;
  block->typesetter = self->typesetter;
  tl_typesetter_set_closeness (self->typesetter, block->closeness);
  self->head = 0.0;
  block->class->slice (block, self);
  tl_typesetter_set_closeness (self->typesetter, TL_CLOSENESS_NORMAL);
}

/**
 * tl_flow_set_closeness:
 * @self: a flow
 * @closeness: how close the lines of the blocks that come next stand, and they to one another
 */
void
tl_flow_set_closeness (TlFlow      *self,
                       TlCloseness  closeness)
{
  self->closeness = closeness;
}

/**
 * tl_flow_add_depth:
 * @self: a flow
 * @change: 1 when a group has begun, -1 when it has ended
 */
void
tl_flow_add_depth (TlFlow *self,
                   int     change)
{
  self->depth += change;
}

/**
 * tl_flow_add_space:
 * @self: a flow
 * @space: how far the next block is from what came before; at the top of a page it isn't
 */
void
tl_flow_add_space (TlFlow *self,
                   double  space)
{
  if (!self->flush)
    self->space = MAX (self->space, space * spaces[self->closeness]);
}

/**
 * tl_flow_add_flush:
 * @self: a flow
 *
 * What comes next stands level with what came before, whatever space is asked for.
 */
void
tl_flow_add_flush (TlFlow *self)
{
  self->flush = TRUE;
}

/**
 * tl_flow_add_new_page:
 * @self: a flow
 *
 * What comes next begins a page.
 */
void
tl_flow_add_new_page (TlFlow *self)
{
  self->new_page = self->slices->len > 0;
}

/**
 * tl_flow_keep_with_next:
 * @self: a flow
 *
 * The end of the last block stays on the page of what comes next.
 */
void
tl_flow_keep_with_next (TlFlow *self)
{
  if (self->slices->len > 0)
    g_array_index (self->slices, TlSlice, self->slices->len - 1).flags |= TL_SLICE_KEEP;
}

/**
 * tl_flow_push_inset:
 * @self: a flow
 * @left: by how much
 *
 * Moves the left edge of the blocks that come next.
 */
void
tl_flow_push_inset (TlFlow *self,
                    double  left)
{
  g_array_append_val (self->insets, left);
  self->inset += left;
}

/**
 * tl_flow_pop_inset:
 * @self: a flow
 *
 * Takes the last inset back.
 */
void
tl_flow_pop_inset (TlFlow *self)
{
  g_return_if_fail (self->insets->len > 0);

  self->inset -= g_array_index (self->insets, double, self->insets->len - 1);
  g_array_set_size (self->insets, self->insets->len - 1);
}

/**
 * tl_flow_add_slice:
 * @self: a flow
 * @block: the block that is being sliced
 * @index: the block's own number for the slice
 * @height: how high it is
 * @flags: how it stands on a page
 *
 * Returns: the flow's number for the slice
 */
guint
tl_flow_add_slice (TlFlow       *self,
                   TlBlock      *block,
                   guint         index,
                   double        height,
                   TlSliceFlags  flags)
{
  TlSlice slice = {
    .block = block,
    .index = index,
    .flags = flags | (self->new_page ? TL_SLICE_NEW_PAGE : 0),
    .depth = self->depth,
    .height = height,
    .space = (float) (flags & TL_SLICE_MARKER ? 0.0 : self->space),
    .head = (float) (flags & TL_SLICE_CONTINUES ? self->head : 0.0),
  };

  if (!(flags & TL_SLICE_MARKER))
    {
      self->space = 0.0;
      self->flush = FALSE;
    }
  self->new_page = FALSE;
  g_array_append_val (self->slices, slice);

  return self->slices->len - 1;
}

/**
 * tl_flow_set_head:
 * @self: a flow
 * @height: height of the head of the block that is being sliced
 *
 * Slices that continue the block leave this much at the top of a page.
 */
void
tl_flow_set_head (TlFlow *self,
                  double  height)
{
  self->head = height;
}

/**
 * tl_flow_set_reach:
 * @self: a flow
 * @slice: a slice
 * @reach: how far something beside the flow reaches down from the slice's top
 *
 * The reach must fit on the page, and a slice with %TL_SLICE_CLEAR comes below it.
 */
void
tl_flow_set_reach (TlFlow *self,
                   guint   slice,
                   double  reach)
{
  g_array_index (self->slices, TlSlice, slice).reach = (float) reach;
}
