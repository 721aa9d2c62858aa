/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlRowLayout:
 *
 * Puts children beside each other, as wide as they want to be where there is room; those that expand share what is left.
 * GtkBoxLayout asks each child how wide it is at the height of the row, and a label that wraps tries many widths to say so,
 * which for a page of them takes longer than a frame. Here a row is only as high as its width makes it.
 */
#define TL_TYPE_ROW_LAYOUT (tl_row_layout_get_type ())
G_DECLARE_FINAL_TYPE (TlRowLayout, tl_row_layout, TL, ROW_LAYOUT, GtkLayoutManager)

G_END_DECLS
