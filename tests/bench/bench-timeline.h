/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-timeline-canvas.h"
#include "tl-window.h"

G_BEGIN_DECLS

/* The timeline of everything, in the program's own window. */

GtkWidget        *bench_timeline_open       (TlWindow   *window,
                                             const char *time);
TlTimelineCanvas *bench_timeline_get_canvas (GtkWidget  *view);
void              bench_timeline_fit        (GtkWidget  *view,
                                             const char *time);
void              bench_timeline_say        (gpointer    item,
                                             GPtrArray  *words);

G_END_DECLS
