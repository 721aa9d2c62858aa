/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlSidebarRow:
 *
 * The way to a view in the sidebar, with how many things it holds.
 */
#define TL_TYPE_SIDEBAR_ROW (tl_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (TlSidebarRow, tl_sidebar_row, TL, SIDEBAR_ROW, GtkListBoxRow)

const char *tl_sidebar_row_get_view  (TlSidebarRow *self);
void        tl_sidebar_row_set_count (TlSidebarRow *self,
                                      const char   *count);

G_END_DECLS
