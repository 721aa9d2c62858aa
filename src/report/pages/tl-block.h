/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-canvas.h"

G_BEGIN_DECLS

typedef struct _TlBlock TlBlock;
typedef struct _TlFlow TlFlow;

/**
 * TlBlockClass:
 * @slice: adds the block's slices to a flow, as wide as the block's frame
 * @draw: draws the slices from @first that stand on one page, with their tops at @y
 * @draw_head: (nullable): draws what is repeated at the top of a page on which the block goes on
 * @free: frees it
 *
 * What a kind of block does.
 */
typedef struct
{
  void (*slice)     (TlBlock  *self,
                     TlFlow   *flow);
  void (*draw)      (TlBlock      *self,
                     TlCanvas     *canvas,
                     guint         first,
                     guint         n,
                     const double *y);
  void (*draw_head) (TlBlock  *self,
                     TlCanvas *canvas,
                     double    y);
  void (*free)      (TlBlock  *self);
} TlBlockClass;

/**
 * TlBlock:
 * @x: left edge
 * @width: how wide it is
 * @closeness: how close its lines stand
 * @typesetter: makes its text
 *
 * A piece of a report: a paragraph, a table, a figure. It holds words and facts, never layouts, so that a pack of
 * thousands of pages stays small; layouts are made to measure and once more to draw.
 */
struct _TlBlock
{
  const TlBlockClass *class;
  double x;
  double width;
  TlCloseness closeness;
  TlTypesetter *typesetter;
  /*< private >*/
  guint number;
};

G_END_DECLS
