/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-timeline-item.h"
#include "tl-timeline-layout.h"

G_BEGIN_DECLS

/**
 * TlTimelineFit:
 * @TL_TIMELINE_FIT_SCOPE: a risk from when it was opened until it ended, or now
 * @TL_TIMELINE_FIT_QUARTER: the last quarter
 * @TL_TIMELINE_FIT_YEAR: the last year
 * @TL_TIMELINE_FIT_ALL: everything
 *
 * Which time to show.
 */
typedef enum
{
  TL_TIMELINE_FIT_SCOPE,
  TL_TIMELINE_FIT_QUARTER,
  TL_TIMELINE_FIT_YEAR,
  TL_TIMELINE_FIT_ALL,
} TlTimelineFit;

/**
 * TlTimelineCanvas:
 *
 * The drawn timeline: it is moved through time and zoomed by pointer, touch and keyboard, and its items are chosen there.
 * What has no room is counted; a count opens when it is chosen. What has the keyboard is said to a screen reader.
 */
#define TL_TYPE_TIMELINE_CANVAS (tl_timeline_canvas_get_type ())
G_DECLARE_FINAL_TYPE (TlTimelineCanvas, tl_timeline_canvas, TL, TIMELINE_CANVAS, GtkWidget)

void                  tl_timeline_canvas_set_plan     (TlTimelineCanvas *self,
                                                       TlTimelinePlan   *plan);
TlTimelinePlan       *tl_timeline_canvas_get_plan     (TlTimelineCanvas *self);
TlTimelineItem       *tl_timeline_canvas_get_selected (TlTimelineCanvas *self);
void                  tl_timeline_canvas_set_selected (TlTimelineCanvas *self,
                                                       TlTimelineItem   *item);
void                  tl_timeline_canvas_set_today    (TlTimelineCanvas *self,
                                                       TlDay             today);
TlTimelineCharts      tl_timeline_canvas_get_charts   (TlTimelineCanvas *self);
void                  tl_timeline_canvas_set_charts   (TlTimelineCanvas *self,
                                                       TlTimelineCharts  charts);
double                tl_timeline_canvas_get_span     (TlTimelineCanvas *self);
void                  tl_timeline_canvas_set_span     (TlTimelineCanvas *self,
                                                       double            span);
void                  tl_timeline_canvas_zoom         (TlTimelineCanvas *self,
                                                       double            factor);
void                  tl_timeline_canvas_fit          (TlTimelineCanvas *self,
                                                       TlTimelineFit     fit);
gboolean              tl_timeline_canvas_is_fitted    (TlTimelineCanvas *self);
void                  tl_timeline_canvas_show_today   (TlTimelineCanvas *self);
void                  tl_timeline_canvas_get_position (TlTimelineCanvas *self,
                                                       double           *middle,
                                                       double           *span);
void                  tl_timeline_canvas_set_position (TlTimelineCanvas *self,
                                                       double            middle,
                                                       double            span);
void                  tl_timeline_canvas_get_view     (TlTimelineCanvas *self,
                                                       TlDay            *from,
                                                       TlDay            *until);
gboolean              tl_timeline_canvas_is_in_view   (TlTimelineCanvas *self,
                                                       TlTimelineItem   *item);

G_END_DECLS
