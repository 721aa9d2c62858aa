/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-lane.h"

#include <glib/gi18n-lib.h>

/* What is handed from entry to entry: marks by their days, with what comes before each day counted, so that no count goes
 * through the marks. */
typedef struct
{
  TlTimelineLane *lane;
  GArray *days;
  GArray *starts;
  GArray *alarms;
  GArray *longs;
  GArray *latest;
  guint n_alarms;
} Filling;

static void
add_mark (Filling               *self,
          const TlTimelineEntry *entry,
          guint                  position)
{
  if (self->days->len == 0 || entry->date != g_array_index (self->days, TlDay, self->days->len - 1))
    {
      g_array_append_val (self->days, entry->date);
      g_array_append_val (self->starts, self->lane->n_marks);
      g_array_append_val (self->alarms, self->n_alarms);
    }
  self->n_alarms += tl_timeline_entry_alarms (entry);
  self->lane->marks[self->lane->n_marks++] = position;
}

static void
add_long (Filling               *self,
          const TlTimelineEntry *entry,
          guint                  position)
{
  TlDay latest = entry->until;

  if (self->latest->len > 0)
    latest = MAX (latest, g_array_index (self->latest, TlDay, self->latest->len - 1));
  g_array_append_val (self->latest, latest);
  g_array_append_val (self->longs, position);
}

static void
finish (Filling *self)
{
  const TlDay last = G_MAXINT32;

  self->lane->n_days = self->days->len;
  self->lane->n_longs = self->longs->len;
  g_array_append_val (self->days, last);
  g_array_append_val (self->starts, self->lane->n_marks);
  g_array_append_val (self->alarms, self->n_alarms);
  self->lane->days = g_array_steal (self->days, NULL);
  self->lane->starts = g_array_steal (self->starts, NULL);
  self->lane->alarms = g_array_steal (self->alarms, NULL);
  self->lane->longs = g_array_steal (self->longs, NULL);
  self->lane->latest = g_array_steal (self->latest, NULL);
  g_array_unref (self->days);
  g_array_unref (self->starts);
  g_array_unref (self->alarms);
  g_array_unref (self->longs);
  g_array_unref (self->latest);
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
  Filling filling = {
    .lane = self,
    .days = g_array_new (FALSE, FALSE, sizeof (TlDay)),
    .starts = g_array_new (FALSE, FALSE, sizeof (guint)),
    .alarms = g_array_new (FALSE, FALSE, sizeof (guint)),
    .longs = g_array_new (FALSE, FALSE, sizeof (guint)),
    .latest = g_array_new (FALSE, FALSE, sizeof (TlDay)),
  };

  self->group = group;
  self->source = source;
  self->title = title;
  self->marks = g_new (guint, n_positions + 1);
  /* Of a million entries each is looked at once: they are far apart in memory. */
  for (guint i = 0; i < n_positions; i++)
    {
      const TlTimelineEntry *entry = &entries[positions[i]];

      if (!as_marks && tl_timeline_entry_is_long (entry))
        add_long (&filling, entry, positions[i]);
      else
        add_mark (&filling, entry, positions[i]);
    }
  finish (&filling);

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
