/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlWrapLayout:
 *
 * Puts children one after another, in as many lines as they need; a child that is longer than a line is as wide as that.
 * AdwWrapLayout puts such a child beside its box where reading begins at the right.
 */
#define TL_TYPE_WRAP_LAYOUT (tl_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (TlWrapLayout, tl_wrap_layout, TL, WRAP_LAYOUT, GtkLayoutManager)

G_END_DECLS
