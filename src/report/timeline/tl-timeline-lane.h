/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-timeline-entry.h"

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
  TL_TIMELINE_GROUP_OWNERS,
} TlTimelineGroup;

/**
 * TlTimelineLane:
 * @group: what it belongs to
 * @source: the source of its evidence; none in other groups
 * @title: its name
 * @marks: (array length=n_marks): positions of what stands on one day, by date
 * @n_marks: how many
 * @days: (array length=n_days): the days on which something stands, in order
 * @starts: (array length=n_days): of each day the index of its first mark, and at the end @n_marks
 * @alarms: (array length=n_days): how many marks before each day must not disappear in a count, and at the end all
 * @n_days: how many
 * @longs: (array length=n_longs): positions of what has a length, by first day
 * @latest: (array length=n_longs): the latest last day of each of these and those before it
 * @n_longs: how many
 *
 * A row of the timeline: whatever stands in it can be found and counted by its days without going through all of it.
 */
typedef struct
{
  TlTimelineGroup group;
  TlSource source;
  char *title;
  guint *marks;
  guint n_marks;
  TlDay *days;
  guint *starts;
  guint *alarms;
  guint n_days;
  guint *longs;
  TlDay *latest;
  guint n_longs;
} TlTimelineLane;

TlTimelineLane *tl_timeline_lane_new       (TlTimelineGroup        group,
                                            TlSource               source,
                                            char                  *title,
                                            const TlTimelineEntry *entries,
                                            const guint           *positions,
                                            guint                  n_positions,
                                            gboolean               as_marks);
void            tl_timeline_lane_free      (TlTimelineLane        *self);

guint           tl_timeline_lane_find_day  (const TlTimelineLane  *self,
                                            TlDay                  day);
gboolean        tl_timeline_lane_find_long (const TlTimelineLane  *self,
                                            const TlTimelineEntry *entries,
                                            TlDay                  from,
                                            TlDay                  until,
                                            guint                 *first,
                                            guint                 *end);
const char     *tl_timeline_group_get_title (TlTimelineGroup       group);
TlTimelineGroup tl_timeline_group_of_source (TlSource              source);

G_END_DECLS
