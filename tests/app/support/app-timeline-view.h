/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-test.h"
#include "app-window.h"
#include "app-workbook.h"

#include "tl-timeline-canvas.h"
#include "tl-timeline-view.h"

G_BEGIN_DECLS

/* The timeline as a view, on the sample. */
typedef struct
{
  TlWorkbook *workbook;
  TlTimelineView *view;
  TlTimelineCanvas *canvas;
  GtkColumnView *list;
  AdwOverlaySplitView *split;
  GtkWidget *window;
} AppTimelineView;

void                  app_timeline_view_set_up    (AppTimelineView *fixture,
                                                   gconstpointer    data);
void                  app_timeline_view_tear_down (AppTimelineView *fixture,
                                                   gconstpointer    data);
const TlTimelinePlan *app_timeline_view_get_plan  (AppTimelineView *fixture);
void                  app_timeline_view_await_plan (AppTimelineView *fixture);
void                  app_timeline_view_await_as_at (AppTimelineView *fixture);
TlAssessment         *app_timeline_view_get_assessment (AppTimelineView *fixture);
TlId                  app_timeline_view_find_id   (AppTimelineView *fixture,
                                                   TlTable          table,
                                                   const char      *ref);
GtkWidget *app_timeline_view_get_cards (AppTimelineView *fixture);
GtkSingleSelection   *app_timeline_view_get_selection (AppTimelineView *fixture);
void                  app_timeline_view_act       (AppTimelineView *fixture,
                                                   const char      *action,
                                                   GVariant        *parameter);
void                  app_timeline_view_follow    (AppTimelineView *fixture,
                                                   const char      *ref);

G_END_DECLS
