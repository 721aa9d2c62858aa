/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-link-thread.h"

#include "tl-marks.h"

/* Where the mark stands, in pixels of the design. */
#define WIDTH 36
#define MARK_X 21
#define MARK_Y 22

/* How a piece of the thread looks. */
typedef enum
{
  PIECE_NONE,
  PIECE_SOLID,
  PIECE_DOTTED,
} Piece;

struct _TlLinkThread
{
  TlDrawnCell parent_instance;

  TlLinkState state;
  Piece above;
  Piece beneath;
};

G_DEFINE_FINAL_TYPE (TlLinkThread, tl_link_thread, TL_TYPE_DRAWN_CELL)

static void
tl_link_thread_measure (TlDrawnCell *cell,
                   const TlInk *ink,
                   double      *width,
                   double      *height)
{
  *width = tl_ink_px (ink, WIDTH);
  *height = tl_ink_px (ink, 2 * MARK_Y);
}

static void
draw_piece (const TlInk *ink,
            cairo_t     *cr,
            Piece        piece,
            double       x,
            double       from,
            double       to)
{
  if (piece != PIECE_NONE && to > from)
    tl_mark_thread (cr, ink, x, from, x, to, piece == PIECE_SOLID);
}

static void
tl_link_thread_draw (TlDrawnCell *cell,
                const TlInk *ink,
                cairo_t     *cr,
                double       width,
                double       height)
{
  TlLinkThread *self = TL_LINK_THREAD (cell);
  gboolean mirrored = tl_drawn_cell_is_mirrored (cell);
  double x = mirrored ? width - tl_ink_px (ink, MARK_X) : tl_ink_px (ink, MARK_X);
  double y = tl_ink_px (ink, MARK_Y), radius = tl_ink_px (ink, TL_MARK_RADIUS_PAGE);

  draw_piece (ink, cr, self->above, x, 0, y - radius);
  draw_piece (ink, cr, self->beneath, x, y + radius, height);
  tl_mark_link (cr, ink, self->state, x, y, radius, mirrored);
}

/* The section beside it says in words what the mark shows. */
static char *
tl_link_thread_describe (TlDrawnCell *cell)
{
  return NULL;
}

static void
tl_link_thread_class_init (TlLinkThreadClass *klass)
{
  TlDrawnCellClass *cell_class = TL_DRAWN_CELL_CLASS (klass);

  cell_class->measure = tl_link_thread_measure;
  cell_class->draw = tl_link_thread_draw;
  cell_class->describe = tl_link_thread_describe;

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
tl_link_thread_init (TlLinkThread *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_FILL);
}

/**
 * tl_link_thread_set_link:
 * @self: a thread
 * @risk: what is concluded of a risk
 * @link: a link of its line
 *
 * Shows a link; the thread is solid as far as the line stands.
 */
void
tl_link_thread_set_link (TlLinkThread              *self,
                    const TlRiskJudgement *risk,
                    TlLineLink             link)
{
  TlLineLink end = TL_LINE_LINK_SUSTAINED;

  g_return_if_fail (TL_IS_LINK_THREAD (self));
  g_return_if_fail (risk != NULL);
  g_return_if_fail (link >= TL_LINE_LINK_FOUND && link <= TL_LINE_LINK_SUSTAINED);

  if (risk->position != TL_LINE_LINK_NONE)
    end = risk->position;
  self->state = risk->line[link - TL_LINE_LINK_FOUND].state;
  self->above = link == TL_LINE_LINK_FOUND ? PIECE_NONE : link <= end ? PIECE_SOLID : PIECE_DOTTED;
  self->beneath = link == TL_LINE_LINK_SUSTAINED ? PIECE_NONE : link < end ? PIECE_SOLID : PIECE_DOTTED;
  tl_drawn_cell_update (TL_DRAWN_CELL (self));
}
