/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-timeline-plan.h"

G_BEGIN_DECLS

/**
 * TlTimelineStep:
 *
 * A step from item to item: within a lane through time, or to the nearest in time of another lane.
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

TlTimelineItem *tl_timeline_walk (const TlTimelinePlan *plan,
                                  TlTimelineItem       *from,
                                  TlTimelineStep        step);

G_END_DECLS
