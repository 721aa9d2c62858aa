/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where the keyboard is: somewhere, in sight, with a name, and seen to be there. */

void app_focus_set_where (const char *where);
gboolean app_focus_judge (GtkWidget  *root,
                          GPtrArray  *problems);
guint    app_focus_walk  (GtkWidget  *root,
                          GPtrArray  *problems);

G_END_DECLS
