/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void     tl_window_watch_tabbing (GtkWidget *window);
gboolean tl_window_is_tabbing    (GtkWidget *window);

G_END_DECLS
