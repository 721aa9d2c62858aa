/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean tl_focus_lead (GtkWidget *around,
                        GtkWidget *to);

G_END_DECLS
