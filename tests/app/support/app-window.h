/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-window.h"

/* The program's own window, on a copy of the sample that has a file. */

TlWindow *app_window_new         (void);
TlWindow *app_window_open        (GFile      *file);
GFile    *app_window_copy_sample (void);
void      app_window_close       (TlWindow   *window);
gboolean  app_window_has_workbook (gpointer data);
void      app_window_wait        (gboolean  (*is_so) (gpointer data),
                                  gpointer    data);
gboolean  app_window_press       (gpointer    window,
                                  const char *first_key,
                                  ...) G_GNUC_NULL_TERMINATED;
gboolean  app_window_point (gpointer    window,
                            double      x,
                            double      y);
gboolean  app_window_move (gpointer    window,
                           int         x,
                           int         y);
gboolean  app_window_type        (TlWindow   *window,
                                  const char *text);
