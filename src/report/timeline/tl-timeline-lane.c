/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-lane.h"

#include <glib/gi18n-lib.h>

/* Marks by their days, with what comes before each day counted, so that no count goes through the marks. */
static void
index_days (TlTimelineLane        *self,
            const TlTimelineEntry *entries)
{
  guint n_alarms = 0, n_days = 0;

  for (guint i = 0; i < self->n_marks; i++)
    n_days += i == 0 || entries[self->marks[i]].date != entries[self->marks[i - 1]].date;
  self->days = g_new (TlDay, n_days + 1);
  self->starts = g_new (guint, n_days + 1);
  self->alarms = g_new (guint, n_days + 1);
  for (guint i = 0; i < self->n_marks; i++)
    {
      const TlTimelineEntry *entry = &entries[self->marks[i]];

      if (i == 0 || entry->date != self->days[self->n_days - 1])
        {
          self->days[self->n_days] = entry->date;
          self->starts[self->n_days] = i;
          self->alarms[self->n_days] = n_alarms;
          self->n_days++;
        }
      n_alarms += tl_timeline_entry_alarms (entry);
    }
  self->days[self->n_days] = G_MAXINT32;
  self->starts[self->n_days] = self->n_marks;
  self->alarms[self->n_days] = n_alarms;
}

static void
index_longs (TlTimelineLane        *self,
             const TlTimelineEntry *entries)
{
  TlDay latest = TL_NO_DAY;

  self->latest = g_new (TlDay, self->n_longs + 1);
  for (guint i = 0; i < self->n_longs; i++)
    {
      latest = MAX (latest, entries[self->longs[i]].until);
      self->latest[i] = latest;
    }
}

/**
 * tl_timeline_lane_new:
 * @group: what it belongs to
 * @source: the source of its evidence
 * @title: (transfer full): its name
 * @entries: all entries of a plan
 * @positions: (array length=n_positions): which of them stand in it, by date
 * @n_positions: how many
 * @as_marks: whether to show also what has a length as a mark, on its first day
 *
 * Returns: (transfer full): the lane
 */
TlTimelineLane *
tl_timeline_lane_new (TlTimelineGroup        group,
                      TlSource               source,
                      char                  *title,
                      const TlTimelineEntry *entries,
                      const guint           *positions,
                      guint                  n_positions,
                      gboolean               as_marks)
{
  TlTimelineLane *self = g_new0 (TlTimelineLane, 1);

  self->group = group;
  self->source = source;
  self->title = title;
  for (guint i = 0; i < n_positions; i++)
    self->n_longs += !as_marks && tl_timeline_entry_is_long (&entries[positions[i]]);
  self->marks = g_new (guint, n_positions - self->n_longs + 1);
  self->longs = g_new (guint, self->n_longs + 1);
  self->n_longs = 0;
  for (guint i = 0; i < n_positions; i++)
    {
      if (!as_marks && tl_timeline_entry_is_long (&entries[positions[i]]))
        self->longs[self->n_longs++] = positions[i];
      else
        self->marks[self->n_marks++] = positions[i];
    }
  index_days (self, entries);
  index_longs (self, entries);

  return self;
}

void
tl_timeline_lane_free (TlTimelineLane *self)
{
  g_free (self->title);
  g_free (self->marks);
  g_free (self->days);
  g_free (self->starts);
  g_free (self->alarms);
  g_free (self->longs);
  g_free (self->latest);
  g_free (self);
}

/**
 * tl_timeline_lane_find_day:
 * @self: a lane
 * @day: a day
 *
 * Returns: index of the first of its days that isn't before that day, the number of days when all are
 */
guint
tl_timeline_lane_find_day (const TlTimelineLane *self,
                           TlDay                 day)
{
  guint low = 0, high = self->n_days;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->days[middle] < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * tl_timeline_lane_find_long:
 * @self: a lane
 * @entries: all entries of its plan
 * @from: a day
 * @until: a day not before it
 * @first: (out): index of the first that may reach into these days
 * @end: (out): index after the last
 *
 * Finds where what has a length and reaches into some days lies. Some between them may have ended before.
 *
 * Returns: whether there is any
 */
gboolean
tl_timeline_lane_find_long (const TlTimelineLane  *self,
                            const TlTimelineEntry *entries,
                            TlDay                  from,
                            TlDay                  until,
                            guint                 *first,
                            guint                 *end)
{
  guint low = 0, high = self->n_longs;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->latest[middle] < from)
        low = middle + 1;
      else
        high = middle;
    }
  *first = low;
  high = self->n_longs;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (entries[self->longs[middle]].date <= until)
        low = middle + 1;
      else
        high = middle;
    }
  *end = low;
  return *first < *end;
}

/**
 * tl_timeline_group_of_source:
 * @source: a source of evidence
 *
 * Returns: the lanes that it belongs to
 */
TlTimelineGroup
tl_timeline_group_of_source (TlSource source)
{
  if (tl_source_is_voice (source))
    return TL_TIMELINE_GROUP_VOICE;
  return tl_source_is_governance (source) ? TL_TIMELINE_GROUP_GOVERNANCE : TL_TIMELINE_GROUP_FRONTLINE;
}

/**
 * tl_timeline_group_get_title:
 * @group: a group of lanes
 *
 * Returns: its name
 */
const char *
tl_timeline_group_get_title (TlTimelineGroup group)
{
  switch (group)
    {
    case TL_TIMELINE_GROUP_FRONTLINE:
      return C_("lanes", "Frontline");
    case TL_TIMELINE_GROUP_VOICE:
      return C_("lanes", "Voice");
    case TL_TIMELINE_GROUP_GOVERNANCE:
      return C_("lanes", "Governance");
    case TL_TIMELINE_GROUP_ACTIONS:
      return C_("lanes", "Actions");
    case TL_TIMELINE_GROUP_OWNERS:
      return C_("lanes", "Owner");
    case TL_TIMELINE_GROUP_REVIEWS:
    default:
      return C_("lanes", "Reviews");
    }
}
