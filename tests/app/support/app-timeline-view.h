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

/* A test of it, and the risk that is in hand; "" for an empty workbook. */
typedef struct
{
  const char *path;
  const char *risk;
  void (*test) (AppTimelineView *fixture,
                gconstpointer    data);
} AppTimelineViewTest;

void                  app_timeline_view_add_tests (const AppTimelineViewTest *tests,
                                                   guint            n_tests);
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
