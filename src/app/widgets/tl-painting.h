/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean tl_painting_is_by_cairo (GtkWidget *widget);
void     tl_painting_watch       (GtkWidget *window);

G_END_DECLS
