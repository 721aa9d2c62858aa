/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-timeline-plan.h"

G_BEGIN_DECLS

/**
 * TlTimelineCanvas:
 *
 * The drawn timeline: it scrolls through time, zooms, and lets its items be chosen with pointer and keyboard.
 */
#define TL_TYPE_TIMELINE_CANVAS (tl_timeline_canvas_get_type ())
G_DECLARE_FINAL_TYPE (TlTimelineCanvas, tl_timeline_canvas, TL, TIMELINE_CANVAS, GtkWidget)

void                  tl_timeline_canvas_set_plan     (TlTimelineCanvas *self,
                                                       TlTimelinePlan   *plan);
const TlTimelinePlan *tl_timeline_canvas_get_plan     (TlTimelineCanvas *self);
TlTimelineItem       *tl_timeline_canvas_get_selected (TlTimelineCanvas *self);
void                  tl_timeline_canvas_set_selected (TlTimelineCanvas *self,
                                                       TlTimelineItem   *item);
double                tl_timeline_canvas_get_span     (TlTimelineCanvas *self);
void                  tl_timeline_canvas_set_span     (TlTimelineCanvas *self,
                                                       double            span);
void                  tl_timeline_canvas_show_today   (TlTimelineCanvas *self);
gboolean              tl_timeline_canvas_is_in_view   (TlTimelineCanvas *self,
                                                       TlTimelineItem   *item);
gboolean              tl_timeline_canvas_get_box      (TlTimelineCanvas *self,
                                                       TlTimelineItem   *item,
                                                       graphene_rect_t  *box);

G_END_DECLS
