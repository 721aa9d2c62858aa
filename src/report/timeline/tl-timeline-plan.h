/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-timeline-lane.h"

G_BEGIN_DECLS

/**
 * TlTimelinePlan:
 * @assessment: what it is drawn from
 * @scope: what it is of
 * @filter: what of that is shown
 * @risk: (nullable): the risk, where the scope is one
 * @measure: (nullable): the measure of its chart
 * @from_date: the first day that can be seen, a little before anything happened
 * @until_date: the last day that can be seen, a little after anything is due
 * @entries: (array length=n_entries): everything, the earliest first
 * @n_entries: how many
 * @n_outcomes: how many of them are evidence of outcomes
 * @lanes: (element-type TlTimelineLane): the lanes from the top
 *
 * What stands on a timeline, and in which lane. It never changes once made, and may be made on any thread.
 */
typedef struct
{
  TlAssessment *assessment;
  TlTimelineScope scope;
  TlTimelineFilter filter;
  const TlRiskJudgement *risk;
  const TlMeasureJudgement *measure;
  TlDay from_date;
  TlDay until_date;
  const TlTimelineEntry *entries;
  guint n_entries;
  guint n_outcomes;
  GPtrArray *lanes;

  /*< private >*/
  gatomicrefcount references;
  GArray *array;
  GArray *unlinked;
  guint *lane_of;
  GHashTable *alive;
} TlTimelinePlan;

#define TL_TYPE_TIMELINE_PLAN (tl_timeline_plan_get_type ())
GType           tl_timeline_plan_get_type   (void);
TlTimelinePlan *tl_timeline_plan_new        (TlAssessment           *assessment,
                                             const TlTimelineScope  *scope,
                                             const TlTimelineFilter *filter);
TlTimelinePlan *tl_timeline_plan_new_risk   (TlAssessment           *assessment,
                                             const TlRiskJudgement  *risk);
void            tl_timeline_plan_new_async  (TlAssessment           *assessment,
                                             const TlTimelineScope  *scope,
                                             const TlTimelineFilter *filter,
                                             GCancellable           *cancellable,
                                             GAsyncReadyCallback     callback,
                                             gpointer                data);
TlTimelinePlan *tl_timeline_plan_new_finish (GAsyncResult           *result,
                                             GError                **error);
TlTimelinePlan *tl_timeline_plan_ref        (TlTimelinePlan         *self);
void            tl_timeline_plan_unref      (TlTimelinePlan         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTimelinePlan, tl_timeline_plan_unref)

guint           tl_timeline_plan_get_lane   (const TlTimelinePlan   *self,
                                             guint                   position);
guint           tl_timeline_plan_find_day   (const TlTimelinePlan   *self,
                                             TlDay                   day);
gboolean        tl_timeline_plan_find_row   (const TlTimelinePlan   *self,
                                             const TlId             *id,
                                             guint                  *position);
double          tl_timeline_plan_get_whole  (const TlTimelinePlan   *self);
char           *tl_timeline_plan_describe   (const TlTimelinePlan   *self);

G_END_DECLS
