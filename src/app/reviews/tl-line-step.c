/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-line-step.h"

#include "tl-marks.h"

/* In pixels of the design. */
#define WIDTH 30
#define HEIGHT 24

struct _TlLineStep
{
  TlDrawnCell parent_instance;

  TlLineLink link;
  TlLinkState state;
  TlLineLink position;
};

G_DEFINE_FINAL_TYPE (TlLineStep, tl_line_step, TL_TYPE_DRAWN_CELL)

static void
tl_line_step_measure (TlDrawnCell *cell,
                      const TlInk *ink,
                      double      *width,
                      double      *height)
{
  *width = tl_ink_px (ink, WIDTH);
  *height = tl_ink_px (ink, HEIGHT);
}

static void
tl_line_step_draw (TlDrawnCell *cell,
                   const TlInk *ink,
                   cairo_t     *cr,
                   double       width,
                   double       height)
{
  TlLineStep *self = TL_LINE_STEP (cell);
  gboolean mirrored = tl_drawn_cell_is_mirrored (cell);
  TlLineLink end = self->position != TL_LINE_LINK_NONE ? self->position : TL_LINE_LINK_SUSTAINED;
  double x = width / 2, y = height / 2, radius = tl_ink_px (ink, TL_MARK_RADIUS_REVIEW);
  double before = mirrored ? width : 0, after = mirrored ? 0 : width, side = mirrored ? -radius : radius;

  if (self->link > TL_LINE_LINK_FOUND)
    tl_mark_thread (cr, ink, before, y, x - side, y, self->link <= end);
  if (self->link < TL_LINE_LINK_SUSTAINED)
    tl_mark_thread (cr, ink, x + side, y, after, y, self->link < end);
  tl_mark_link (cr, ink, self->state, x, y, radius, mirrored);
}

/* The whole line is said in one sentence. */
static char *
tl_line_step_describe (TlDrawnCell *cell)
{
  return NULL;
}

static void
tl_line_step_class_init (TlLineStepClass *klass)
{
  TlDrawnCellClass *cell_class = TL_DRAWN_CELL_CLASS (klass);

  cell_class->measure = tl_line_step_measure;
  cell_class->draw = tl_line_step_draw;
  cell_class->describe = tl_line_step_describe;

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
tl_line_step_init (TlLineStep *self)
{
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

/**
 * tl_line_step_new:
 * @link: a link of the line
 * @state: its state
 * @position: the first link that isn't sound, %TL_LINE_LINK_NONE when all are
 *
 * Returns: (transfer floating): the link's mark on its thread, which is solid as far as the line stands
 */
GtkWidget *
tl_line_step_new (TlLineLink  link,
                  TlLinkState state,
                  TlLineLink  position)
{
  TlLineStep *self = g_object_new (TL_TYPE_LINE_STEP, NULL);

  self->link = link;
  self->state = state;
  self->position = position;
  return GTK_WIDGET (self);
}
