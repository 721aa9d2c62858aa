/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-group.h"

typedef struct
{
  TlBlock base;
  const char *name;
  gboolean begins;
} Group;

static void
slice_group (TlBlock *block,
             TlFlow  *flow)
{
  Group *self = (Group *) block;

  tl_flow_add_slice (flow, block, 0, 0.0, TL_SLICE_MARKER | (self->begins ? TL_SLICE_KEEP : 0));
}

static void
draw_group (TlBlock      *block,
            TlCanvas     *canvas,
            guint         first,
            guint         n,
            const double *y)
{
  Group *self = (Group *) block;

  if (self->begins)
    tl_canvas_begin (canvas, self->name);
  else
    tl_canvas_end (canvas, self->name);
}

static const TlBlockClass group_class = {
  .slice = slice_group,
  .draw = draw_group,
  .free = (void (*) (TlBlock *)) g_free,
};

static void
add_group (TlFlow     *flow,
           const char *name,
           gboolean    begins)
{
  Group *self = g_new0 (Group, 1);

  self->base.class = &group_class;
  self->name = g_intern_string (name);
  self->begins = begins;
  tl_flow_add (flow, &self->base);
  tl_flow_add_depth (flow, begins ? 1 : -1);
}

/**
 * tl_flow_begin_group:
 * @flow: a flow
 * @name: a structure type of PDF that holds others, such as `Sect` or `L`
 *
 * What comes next belongs to an element of that type, until tl_flow_end_group().
 */
void
tl_flow_begin_group (TlFlow     *flow,
                     const char *name)
{
  add_group (flow, name, TRUE);
}

/**
 * tl_flow_end_group:
 * @flow: a flow
 * @name: what was given to tl_flow_begin_group()
 *
 * Ends the innermost element that holds blocks.
 */
void
tl_flow_end_group (TlFlow     *flow,
                   const char *name)
{
  add_group (flow, name, FALSE);
}
