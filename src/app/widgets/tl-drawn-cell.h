/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-ink.h"
#include "tl-styled-cell.h"

G_BEGIN_DECLS

/**
 * TlDrawnCell:
 *
 * A small drawing with a meaning: it is as large as its text makes it, is drawn sharply in the colours of the style, and
 * says what it shows in a sentence, to a screen reader and as a tooltip.
 */
#define TL_TYPE_DRAWN_CELL (tl_drawn_cell_get_type ())
G_DECLARE_DERIVABLE_TYPE (TlDrawnCell, tl_drawn_cell, TL, DRAWN_CELL, TlStyledCell)

/**
 * TlDrawnCellClass:
 * @measure: how large it is
 * @draw: draws it, in the middle of the room it has
 * @describe: (transfer full) (nullable): the sentence that says what it shows; none while it shows nothing
 * @stays_shapes: whether it is never kept as pixels: what is large and stands still gains nothing by it
 */
struct _TlDrawnCellClass
{
  TlStyledCellClass parent_class;

  void   (* measure)  (TlDrawnCell *self,
                       const TlInk *ink,
                       double      *width,
                       double      *height);
  void   (* draw)     (TlDrawnCell *self,
                       const TlInk *ink,
                       cairo_t     *cr,
                       double       width,
                       double       height);
  char * (* describe) (TlDrawnCell *self);
  gboolean stays_shapes;

  gpointer padding[4];
};

void         tl_drawn_cell_update   (TlDrawnCell *self);
const TlInk *tl_drawn_cell_get_ink  (TlDrawnCell *self);
void         tl_drawn_cell_draw_awaited (TlDrawnCell *self,
                                         const TlInk *ink,
                                         cairo_t     *cr,
                                         double       x,
                                         double       y);
gboolean     tl_drawn_cell_is_mirrored (TlDrawnCell *self);
const char  *tl_drawn_cell_get_sentence (TlDrawnCell *self);

G_END_DECLS
