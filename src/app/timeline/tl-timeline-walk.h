/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-timeline-layout.h"

G_BEGIN_DECLS

/**
 * TlTimelineStep:
 *
 * A step from one thing to the next: within a lane or chart through time, or to the nearest in time of the next one.
 */
typedef enum
{
  TL_TIMELINE_STEP_EARLIER,
  TL_TIMELINE_STEP_LATER,
  TL_TIMELINE_STEP_ABOVE,
  TL_TIMELINE_STEP_BELOW,
  TL_TIMELINE_STEP_FIRST,
  TL_TIMELINE_STEP_LAST,
} TlTimelineStep;

/**
 * TlTimelineSpot:
 * @is_set: whether it is anywhere
 * @is_point: whether it is a point of a chart
 * @band: index of the chart
 * @point: index of the point in the series of the chart's measure
 * @entry: the entry, or the first of a count's
 *
 * Where a walk is.
 */
typedef struct
{
  gboolean is_set;
  gboolean is_point;
  guint band;
  guint point;
  guint entry;
} TlTimelineSpot;

gboolean tl_timeline_walk        (TlTimelineLayout     *layout,
                                  double                span,
                                  TlTimelineSpot       *spot,
                                  TlTimelineStep        step);
gboolean tl_timeline_can_open    (TlTimelineLayout     *layout,
                                  double                span,
                                  const TlTimelineGlyph *glyph,
                                  guint                 lane);
TlDay    tl_timeline_spot_get_day (const TlTimelineLayout *layout,
                                  const TlTimelineSpot *spot);
char    *tl_timeline_spot_describe (TlTimelineLayout   *layout,
                                  double                span,
                                  const TlTimelineSpot *spot);

G_END_DECLS
