/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-states.h"

G_BEGIN_DECLS

/**
 * TlLineBarRow:
 *
 * The bar of one link of the line: a button for each state that any open risk is in, as wide as their number says.
 */
#define TL_TYPE_LINE_BAR_ROW (tl_line_bar_row_get_type ())
G_DECLARE_FINAL_TYPE (TlLineBarRow, tl_line_bar_row, TL, LINE_BAR_ROW, GtkWidget)

GtkWidget *tl_line_bar_row_new        (TlLineLink    link);
void       tl_line_bar_row_set_counts (TlLineBarRow *self,
                                       const guint  *counts);

G_END_DECLS
