/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-window.h"

G_BEGIN_DECLS

/* The program's own window, and when it has painted. Each program opens one and never puts it away: what comes after
 * doesn't count. */

void      bench_window_set_up (void);
TlWindow *bench_window_open   (const char *path);
gpointer  bench_window_find   (GtkWidget  *root,
                               GType       type);
void      bench_window_paint  (GtkWidget  *window);
void      bench_window_settle (GtkWidget  *window);
void      bench_window_point  (GtkWidget  *widget);

G_END_DECLS
