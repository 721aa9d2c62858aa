/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-figure.h"

typedef struct
{
  TlBlock base;
  TlFigureFunc draw;
  gpointer data;
  GDestroyNotify destroy;
  double height;
  double weight;
  double grey;
} Figure;

static void
slice_figure (TlBlock *block,
              TlFlow  *flow)
{
  Figure *self = (Figure *) block;

  /* A figure is never cut; one that is higher than a page shrinks to it. */
  self->height = MIN (self->height, tl_flow_get_height (flow));
  tl_flow_add_slice (flow, block, 0, self->height, TL_SLICE_PLAIN);
}

static void
draw_figure (TlBlock      *block,
             TlCanvas     *canvas,
             guint         first,
             guint         n,
             const double *y)
{
  Figure *self = (Figure *) block;

  self->draw (canvas, block->x, y[0], block->width, self->height, self->data);
}

static void
draw_rule (TlCanvas *canvas,
           double    x,
           double    y,
           double    width,
           double    height,
           gpointer  data)
{
  Figure *self = data;

  tl_canvas_rule (canvas, x, x + width, y + height / 2.0, self->weight, self->grey);
}

static void
free_figure (TlBlock *block)
{
  Figure *self = (Figure *) block;

  if (self->destroy != NULL)
    self->destroy (self->data);
  g_free (self);
}

static const TlBlockClass figure_class = {
  .slice = slice_figure,
  .draw = draw_figure,
  .free = free_figure,
};

/**
 * tl_flow_add_figure:
 * @flow: a flow
 * @draw: draws it
 * @data: (transfer full): for @draw
 * @destroy: (nullable): frees @data
 * @height: how high it is
 *
 * Adds a figure as wide as the flow.
 */
void
tl_flow_add_figure (TlFlow         *flow,
                    TlFigureFunc    draw,
                    gpointer        data,
                    GDestroyNotify  destroy,
                    double          height)
{
  Figure *self = g_new0 (Figure, 1);

  self->base.class = &figure_class;
  self->draw = draw;
  self->data = data;
  self->destroy = destroy;
  self->height = height;
  tl_flow_add (flow, &self->base);
}

/**
 * tl_flow_add_rule:
 * @flow: a flow
 * @weight: how thick it is
 * @grey: how light it is
 *
 * Adds a level line as wide as the flow.
 */
void
tl_flow_add_rule (TlFlow *flow,
                  double  weight,
                  double  grey)
{
  Figure *self = g_new0 (Figure, 1);

  self->base.class = &figure_class;
  self->draw = draw_rule;
  self->data = self;
  self->height = weight;
  self->weight = weight;
  self->grey = grey;
  tl_flow_add (flow, &self->base);
}
