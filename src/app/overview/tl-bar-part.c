/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-bar-part.h"

#include <glib/gi18n.h>

#include "tl-line-bar.h"

struct _TlBarPart
{
  TlDrawnCell parent_instance;

  TlLineLink link;
  TlLinkState state;
  guint count;
};

G_DEFINE_FINAL_TYPE (TlBarPart, tl_bar_part, TL_TYPE_DRAWN_CELL)

static void
tl_bar_part_measure (TlDrawnCell *cell,
                     const TlInk *ink,
                     double      *width,
                     double      *height)
{
  *width = tl_line_bar_get_least (ink, TL_BAR_PART (cell)->count);
  *height = tl_line_bar_get_height (ink);
}

static void
tl_bar_part_draw (TlDrawnCell *cell,
                  const TlInk *ink,
                  cairo_t     *cr,
                  double       width,
                  double       height)
{
  TlBarPart *self = TL_BAR_PART (cell);

  tl_line_bar_draw_part (cr, ink, self->state, self->count, 0, height / 2, width, tl_drawn_cell_is_mirrored (cell));
}

static char *
tl_bar_part_describe (TlDrawnCell *cell)
{
  TlBarPart *self = TL_BAR_PART (cell);

  if (self->link == TL_LINE_LINK_NONE)
    return NULL;
  /* Translators: a link of the line, a number of risks, and a state: "Owned: 8 risks sound" */
  return g_strdup_printf (ngettext ("%1$s: %2$u risk %3$s", "%1$s: %2$u risks %3$s", self->count),
                          _(tl_position_get_word (self->link)), self->count,
                          tl_word_label (TL_TYPE_LINK_STATE, (int) self->state));
}

static void
tl_bar_part_class_init (TlBarPartClass *klass)
{
  TlDrawnCellClass *cell_class = TL_DRAWN_CELL_CLASS (klass);

  cell_class->measure = tl_bar_part_measure;
  cell_class->draw = tl_bar_part_draw;
  cell_class->describe = tl_bar_part_describe;
}

static void
tl_bar_part_init (TlBarPart *self)
{
}

/**
 * tl_bar_part_new:
 * @link: a link of the line
 * @state: sound, weak or missing
 *
 * Returns: (transfer floating): a part for no risk yet
 */
GtkWidget *
tl_bar_part_new (TlLineLink  link,
                 TlLinkState state)
{
  TlBarPart *self = g_object_new (TL_TYPE_BAR_PART, NULL);

  self->link = link;
  self->state = state;
  return GTK_WIDGET (self);
}

/**
 * tl_bar_part_get_count:
 * @self: a part
 *
 * Returns: how many risks it stands for
 */
guint
tl_bar_part_get_count (TlBarPart *self)
{
  g_return_val_if_fail (TL_IS_BAR_PART (self), 0);

  return self->count;
}

/**
 * tl_bar_part_set_count:
 * @self: a part
 * @count: how many risks it stands for
 *
 * Shows another number of risks.
 */
void
tl_bar_part_set_count (TlBarPart *self,
                       guint      count)
{
  g_return_if_fail (TL_IS_BAR_PART (self));

  if (self->count == count)
    return;
  self->count = count;
  tl_drawn_cell_update (TL_DRAWN_CELL (self));
}
