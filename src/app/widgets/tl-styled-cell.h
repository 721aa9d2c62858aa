/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlStyledCell:
 *
 * A part of a row that draws itself, with what it makes of its style: fonts, colours, layouts, sizes. All of that is
 * forgotten when the style, a setting of the desktop or the direction of reading changes. It stands in the middle of its
 * row's height, and says more when somebody points at it.
 */
#define TL_TYPE_STYLED_CELL (tl_styled_cell_get_type ())
G_DECLARE_DERIVABLE_TYPE (TlStyledCell, tl_styled_cell, TL, STYLED_CELL, GtkWidget)

/**
 * TlStyledCellClass:
 * @forget_style: lets go of what was made of the style; called once more at the end
 */
struct _TlStyledCellClass
{
  GtkWidgetClass parent_class;

  void (* forget_style) (TlStyledCell *self);

  gpointer padding[4];
};

void tl_styled_cell_align_digits (PangoLayout *layout);

G_END_DECLS
