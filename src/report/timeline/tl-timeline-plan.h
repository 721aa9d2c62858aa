/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-timeline-item.h"

G_BEGIN_DECLS

/**
 * TlTimelineGroup:
 *
 * Lanes that belong together.
 */
typedef enum
{
  TL_TIMELINE_GROUP_FRONTLINE,
  TL_TIMELINE_GROUP_VOICE,
  TL_TIMELINE_GROUP_GOVERNANCE,
  TL_TIMELINE_GROUP_ACTIONS,
  TL_TIMELINE_GROUP_REVIEWS,
} TlTimelineGroup;

/**
 * TlTimelineLane:
 * @group: what it belongs to
 * @title: its name
 * @items: (element-type TlTimelineItem): what stands in it, by date
 *
 * A row of the timeline.
 */
typedef struct
{
  TlTimelineGroup group;
  char *title;
  GPtrArray *items;
} TlTimelineLane;

/**
 * TlTimelinePlan:
 * @assessment: what it is drawn from
 * @risk: the risk
 * @measure: (nullable): the measure of its chart
 * @from_date: the first day that can be seen, a little before anything happened
 * @until_date: the last day that can be seen, a little after anything is due
 * @lanes: (element-type TlTimelineLane): the lanes from the top
 * @items: (element-type TlTimelineItem): everything, the latest first
 *
 * What stands on the timeline of a risk, and in which lane.
 */
typedef struct
{
  TlAssessment *assessment;
  const TlRiskJudgement *risk;
  const TlMeasureJudgement *measure;
  TlDay from_date;
  TlDay until_date;
  GPtrArray *lanes;
  GPtrArray *items;
} TlTimelinePlan;

TlTimelinePlan *tl_timeline_plan_new      (TlAssessment          *assessment,
                                           const TlRiskJudgement *risk);
void            tl_timeline_plan_free     (TlTimelinePlan        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTimelinePlan, tl_timeline_plan_free)

gboolean        tl_timeline_plan_find     (const TlTimelinePlan  *self,
                                           TlTimelineItem        *item,
                                           guint                 *lane,
                                           guint                 *position);
double          tl_timeline_plan_get_whole (const TlTimelinePlan *self);
char           *tl_timeline_plan_describe (const TlTimelinePlan  *self);
const char     *tl_timeline_group_get_title (TlTimelineGroup      group);

G_END_DECLS
