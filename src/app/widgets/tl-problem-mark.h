/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tl_problem_mark (GtkWidget  *framed,
                      GtkWidget  *control,
                      GtkLabel   *label,
                      const char *problem);

G_END_DECLS
