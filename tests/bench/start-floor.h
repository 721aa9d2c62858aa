/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

int start_floor_run (const char *path,
                     gboolean    framed,
                     GCallback   mapped_cb);
GtkWidget *start_floor_create_frame (GtkWidget *sidebar_bar,
                                     GtkWidget *sidebar,
                                     GtkWidget *bar,
                                     GtkWidget *content);

G_END_DECLS
