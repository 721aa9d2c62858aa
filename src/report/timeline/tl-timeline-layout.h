/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-axis.h"
#include "tl-ink.h"
#include "tl-label-placing.h"
#include "tl-process-chart.h"
#include "tl-timeline-plan.h"

G_BEGIN_DECLS

/**
 * TlTimelineLayout:
 * @plan: what stands on it
 * @gutter: width of the names at the left
 * @margin: width of the chart's labels, which cover the right of the chart
 * @plot_width: width beside the names, in which time is seen
 * @today_at: which part of that width lies before today when everything is shown anew
 * @axis_height: height of the dates at the top, which stay when the rest scrolls
 * @chart_height: height of the measure's chart, which begins beneath the dates
 * @height: height of everything beneath the dates
 * @days: from days to positions across, from the first day that can be scrolled to
 * @length: width of all days
 * @chart: (nullable): the measure's chart
 * @tops: (array): where each lane begins, beneath the dates
 * @heights: (array): how high each lane is
 *
 * Where everything stands, for a width and a length of time. Positions are in units of the drawing; across they begin
 * at the first day, down beneath the dates.
 */
typedef struct
{
  const TlTimelinePlan *plan;
  double gutter;
  double margin;
  double plot_width;
  double today_at;
  double axis_height;
  double chart_height;
  double height;
  TlScale days;
  double length;
  TlProcessChart *chart;
  double *tops;
  double *heights;
} TlTimelineLayout;

TlTimelineLayout *tl_timeline_layout_new       (const TlTimelinePlan   *plan,
                                                const TlInk            *ink,
                                                double                  width,
                                                double                  span);
void              tl_timeline_layout_free      (TlTimelineLayout       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTimelineLayout, tl_timeline_layout_free)

double            tl_timeline_layout_get_item_x (const TlTimelineLayout *self,
                                                const TlInk            *ink,
                                                guint                   lane,
                                                guint                   position);
TlBox             tl_timeline_layout_get_box   (const TlTimelineLayout *self,
                                                const TlInk            *ink,
                                                guint                   lane,
                                                guint                   position);
TlTimelineItem   *tl_timeline_layout_find_item (const TlTimelineLayout *self,
                                                const TlInk            *ink,
                                                double                  x,
                                                double                  y);

G_END_DECLS
