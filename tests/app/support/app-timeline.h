/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-test.h"
#include "app-window.h"
#include "app-workbook.h"

#include "tl-timeline-canvas-private.h"

G_BEGIN_DECLS

/* The drawn timeline of the sample, or of one of its risks, in a window of its own. */
typedef struct
{
  TlWorkbook *workbook;
  TlTimelineCanvas *canvas;
  GtkWidget *window;
} AppTimeline;

void              app_timeline_set_up     (AppTimeline   *self,
                                           gconstpointer  data);
void              app_timeline_tear_down  (AppTimeline   *self,
                                           gconstpointer  data);
void              app_timeline_wait       (AppTimeline   *self);
TlTimelineLayout *app_timeline_get_layout (AppTimeline   *self);
double            app_timeline_get_day_at (AppTimeline   *self,
                                           double         x);

G_END_DECLS
