/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tl_announce         (GtkWidget  *from,
                          const char *sentence);
void tl_announce_problem (GtkWidget  *from,
                          const char *problem);
void tl_show_problem     (GtkLabel   *label,
                          const char *problem);

G_END_DECLS
