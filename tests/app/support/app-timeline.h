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

/* A test of it, and the risk that it is of; %NULL for everything. */
typedef struct
{
  const char *path;
  const char *risk;
  void (*test) (AppTimeline   *self,
                gconstpointer  data);
} AppTimelineTest;

void              app_timeline_add_tests  (const AppTimelineTest *tests,
                                           guint          n_tests);
void              app_timeline_wait       (AppTimeline   *self);
TlTimelineLayout *app_timeline_get_layout (AppTimeline   *self);
double            app_timeline_get_day_at (AppTimeline   *self,
                                           double         x);

G_END_DECLS
