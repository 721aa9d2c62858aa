/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-stamps.h"
#include "tl-timeline-layout.h"

G_BEGIN_DECLS

/* The entry of a highlight that has none. */
#define TL_TIMELINE_NO_ENTRY G_MAXUINT

/**
 * TlTimelineHighlight:
 * @entry: the entry that is chosen, or %TL_TIMELINE_NO_ENTRY
 * @band: (nullable): the chart of the point that is looked at
 * @point: index of that point
 *
 * What of a timeline has a ring around it.
 */
typedef struct
{
  guint entry;
  const TlTimelineBand *band;
  guint point;
} TlTimelineHighlight;

#define TL_TIMELINE_NO_HIGHLIGHT ((TlTimelineHighlight) { .entry = TL_TIMELINE_NO_ENTRY })

/**
 * TlTimelineFlag:
 * @day: the day at whose beginning its line stands
 * @text: what it says
 * @box: where its words stand within the dates; without width when there is no room for them
 * @x: where its line stands
 * @filled: whether it is the day for which everything is shown
 *
 * A day that is marked on the axis: the day for which everything is shown, today, when a risk was opened, closed or
 * reopened.
 */
typedef struct
{
  TlDay day;
  char *text;
  TlBox box;
  double x;
  gboolean filled;
} TlTimelineFlag;

/**
 * TlTimelineDateLabel:
 * @text: a date
 * @box: where it stands
 * @bold: whether it begins a year
 *
 * A date on the axis.
 */
typedef struct
{
  char *text;
  TlBox box;
  gboolean bold;
} TlTimelineDateLabel;

GArray *tl_timeline_axis_list_flags (const TlTimelineLayout    *layout,
                                     const TlInk               *ink,
                                     TlDay                      today,
                                     double                     scroll_x);
GArray *tl_timeline_axis_list_dates (const TlTimelineLayout    *layout,
                                     const TlInk               *ink,
                                     const GArray              *flags,
                                     double                     scroll_x);
GArray *tl_timeline_axis_list_ticks (const TlTimelineLayout    *layout,
                                     const TlInk               *ink,
                                     double                     from,
                                     double                     to);

void    tl_timeline_draw_axis       (const TlTimelineLayout    *layout,
                                     const TlInk               *ink,
                                     cairo_t                   *cr,
                                     TlDay                      today,
                                     double                     scroll_x);
void    tl_timeline_draw_plot       (TlTimelineLayout          *layout,
                                     const TlInk               *ink,
                                     cairo_t                   *cr,
                                     TlStamps                  *stamps,
                                     TlDay                      today,
                                     const TlBox               *part,
                                     const TlTimelineHighlight *highlight);
void    tl_timeline_draw_words      (TlTimelineLayout          *layout,
                                     const TlInk               *ink,
                                     cairo_t                   *cr,
                                     TlStamps                  *stamps,
                                     const TlBox               *seen);
void    tl_timeline_draw_names      (const TlTimelineLayout    *layout,
                                     const TlInk               *ink,
                                     cairo_t                   *cr,
                                     double                     height);
void    tl_timeline_draw_margin     (const TlTimelineLayout    *layout,
                                     const TlInk               *ink,
                                     cairo_t                   *cr,
                                     gboolean                   in_future);
void    tl_timeline_draw            (TlTimelineLayout          *layout,
                                     const TlInk               *ink,
                                     cairo_t                   *cr,
                                     double                     width,
                                     double                     height,
                                     TlDay                      today,
                                     double                     scroll_x,
                                     double                     scroll_y,
                                     const TlTimelineHighlight *highlight);

G_END_DECLS
