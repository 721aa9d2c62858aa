/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-timeline-item.h"

G_BEGIN_DECLS

/**
 * TlTimelineList:
 *
 * What of a plan is in sight, as a list of #TlTimelineItem, the latest first. Items are made when they are asked for, so
 * that it costs nothing to be long.
 */
#define TL_TYPE_TIMELINE_LIST (tl_timeline_list_get_type ())
G_DECLARE_FINAL_TYPE (TlTimelineList, tl_timeline_list, TL, TIMELINE_LIST, GObject)

TlTimelineList *tl_timeline_list_new      (void);
void            tl_timeline_list_set_plan (TlTimelineList *self,
                                           TlTimelinePlan *plan);
void            tl_timeline_list_set_view (TlTimelineList *self,
                                           TlDay           from,
                                           TlDay           until);
gboolean        tl_timeline_list_find     (TlTimelineList *self,
                                           TlTimelineItem *item,
                                           guint          *position);

G_END_DECLS
