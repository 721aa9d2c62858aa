/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-timeline-canvas.h"
#include "tl-timeline-layout.h"

G_BEGIN_DECLS

struct _TlTimelineCanvas
{
  GtkWidget parent_instance;

  TlTimelinePlan *plan;
  TlTimelineLayout *layout;
  TlInk *ink;
  TlTimelineItem *selected;
  double span;
  /* The day in the middle of what is seen: what stays where it is when the rest changes. */
  double middle;
  gboolean wants_today;
  double drag_start;
  gboolean configuring;
  GtkAdjustment *hadjustment;
  GtkAdjustment *vadjustment;
  GtkScrollablePolicy hscroll_policy;
  GtkScrollablePolicy vscroll_policy;
};

const TlInk            *tl_timeline_canvas_get_ink      (TlTimelineCanvas *self);
const TlTimelineLayout *tl_timeline_canvas_get_layout   (TlTimelineCanvas *self);
double                  tl_timeline_canvas_get_scroll_x (TlTimelineCanvas *self);
double                  tl_timeline_canvas_get_scroll_y (TlTimelineCanvas *self);
void                    tl_timeline_canvas_scroll_to    (TlTimelineCanvas *self,
                                                         TlTimelineItem   *item);
void                    tl_timeline_canvas_class_install_input (GtkWidgetClass *widget_class);

G_END_DECLS
