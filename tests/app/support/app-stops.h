/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-window.h"

G_BEGIN_DECLS

/* Everything that the program shows, one after another, on the sample: views, every form, dialogs and other windows. */

typedef struct
{
  GFile *file;
  TlWindow *window;
  /* What was opened for a stop beside the window. */
  GtkWidget *beside;
  int width;
} AppStops;

guint       app_stops_count    (void);
const char *app_stops_get_name (guint     stop);
gboolean    app_stops_is_view  (guint     stop);
void        app_stops_set_up   (AppStops *self,
                                int       width);
void        app_stops_tear_down (AppStops *self);
GtkWidget  *app_stops_open     (AppStops *self,
                                guint     stop);
void        app_stops_close    (AppStops *self);

G_END_DECLS
