/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-flow-private.h"

/* Sums of lengths may differ from what they add up to by less than this. */
#define HAIR 0.01

typedef struct
{
  guint page;
  double y;
  double top;
  double clear;
} Cursor;

static void
begin_page (TlFlow *self,
            Cursor *cursor,
            guint   slice)
{
  cursor->page = self->page_starts->len;
  cursor->top = cursor->y = g_array_index (self->slices, TlSlice, slice).head;
  cursor->clear = 0.0;
  g_array_append_val (self->page_starts, slice);
}

/* Puts a slice at the cursor; the return value is how far down it or what is beside it comes. */
static double
advance (Cursor      *cursor,
         const TlSlice *slice,
         double      *y)
{
  if (slice->flags & TL_SLICE_CLEAR)
    cursor->y = MAX (cursor->y, cursor->clear);
  if (cursor->y > cursor->top + HAIR)
    cursor->y += slice->space;
  *y = cursor->y;
  if (slice->reach > 0.0f)
    cursor->clear = *y + slice->reach;
  cursor->y += slice->height;

  return MAX (cursor->y, *y + slice->reach);
}

/* Whether slices that stay together fit on what is left of the page. */
static gboolean
fits (TlFlow *self,
      Cursor  cursor,
      guint   first,
      guint   last)
{
  double y;

  for (guint i = first; i <= last; i++)
    if (advance (&cursor, &g_array_index (self->slices, TlSlice, i), &y) > self->height + HAIR)
      return FALSE;

  return TRUE;
}

static guint
find_end (TlFlow *self,
          guint   first)
{
  guint last = first;

  while (last + 1 < self->slices->len
         && (g_array_index (self->slices, TlSlice, last).flags & TL_SLICE_KEEP)
         && !(g_array_index (self->slices, TlSlice, last + 1).flags & TL_SLICE_NEW_PAGE))
    last++;

  return last;
}

/**
 * tl_flow_break:
 * @self: a flow that is complete
 *
 * Decides which slice stands on which page.
 */
void
tl_flow_break (TlFlow *self)
{
  Cursor cursor = { 0 };
  guint kept_until = 0;

  for (guint i = 0; i < self->blocks->len; i++)
    ((TlBlock *) g_ptr_array_index (self->blocks, i))->number = i;
  g_array_set_size (self->page_starts, 0);
  for (guint i = 0; i < self->slices->len; i++)
    {
      TlSlice *slice = &g_array_index (self->slices, TlSlice, i);

      if (i == 0 || (slice->flags & TL_SLICE_NEW_PAGE))
        {
          begin_page (self, &cursor, i);
          kept_until = i;
        }

      /* What stays together moves together; what is too long for any page breaks wherever it must. */
      if (i >= kept_until)
        {
          guint last = find_end (self, i);

          kept_until = last + 1;
          if (cursor.y > cursor.top + HAIR && !fits (self, cursor, i, last))
            begin_page (self, &cursor, i);
        }
      if (cursor.y > cursor.top + HAIR && !fits (self, cursor, i, i))
        begin_page (self, &cursor, i);

      slice->page = cursor.page;
      advance (&cursor, slice, &slice->y);
    }
}

/**
 * tl_flow_get_n_pages:
 * @self: a flow that was broken into pages
 *
 * Returns: how many there are
 */
guint
tl_flow_get_n_pages (TlFlow *self)
{
  return self->page_starts->len;
}

/**
 * tl_flow_get_last_y:
 * @self: a flow that was broken into pages
 *
 * Returns: how far down its last page it comes
 */
double
tl_flow_get_last_y (TlFlow *self)
{
  double last = 0.0;
  guint first = self->page_starts->len > 0
                  ? g_array_index (self->page_starts, guint, self->page_starts->len - 1) : 0;

  for (guint i = first; i < self->slices->len; i++)
    {
      const TlSlice *slice = &g_array_index (self->slices, TlSlice, i);

      last = MAX (last, slice->y + MAX (slice->height, (double) slice->reach));
    }

  return last;
}

/**
 * tl_flow_get_position:
 * @self: a flow that was broken into pages
 * @slice: the flow's number of a slice
 *
 * Returns: where the slice begins
 */
TlPosition
tl_flow_get_position (TlFlow *self,
                      guint   slice)
{
  const TlSlice *found = &g_array_index (self->slices, TlSlice, slice);

  return (TlPosition) { found->page, found->y };
}
