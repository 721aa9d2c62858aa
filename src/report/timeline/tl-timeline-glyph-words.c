/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-glyphs.h"

#include <glib/gi18n-lib.h>

#include "tl-format.h"

/* Whoever wants to know what a count has in it waits for no more than this. */
#define MOST_COUNTED 100000

/**
 * tl_timeline_glyph_get_entry:
 * @self: a glyph
 * @lane: its lane
 * @index: which of what it stands for
 *
 * Returns: the entry of the plan
 */
guint
tl_timeline_glyph_get_entry (const TlTimelineGlyph *self,
                             const TlTimelineLane  *lane,
                             guint                  index)
{
  return self->is_long ? lane->longs[self->first + index] : lane->marks[self->first + index];
}

static void
append_part (GString *text,
             char    *part)
{
  g_string_append_printf (text, text->len > 0 ? ", %s" : "%s", part);
  g_free (part);
}

static void
append_verdicts (GString               *text,
                 const TlTimelineGlyph *self,
                 const TlTimelinePlan  *plan,
                 const TlTimelineLane  *lane)
{
  guint supports = 0, mixed = 0;

  if (self->alarms > 0)
    append_part (text, g_strdup_printf (ngettext ("%u contradicts", "%u contradict", self->alarms), self->alarms));
  if (self->n > MOST_COUNTED)
    return;
  for (guint i = 0; i < self->n; i++)
    {
      guint8 verdict = plan->entries[tl_timeline_glyph_get_entry (self, lane, i)].verdict;

      supports += verdict == TL_VERDICT_SUPPORTS;
      mixed += verdict == TL_VERDICT_MIXED;
    }
  if (mixed > 0)
    append_part (text, g_strdup_printf (ngettext ("%u mixed", "%u mixed", mixed), mixed));
  if (supports > 0)
    append_part (text, g_strdup_printf (ngettext ("%u supports", "%u support", supports), supports));
}

static void
append_reviews (GString               *text,
                const TlTimelineGlyph *self,
                const TlTimelinePlan  *plan,
                const TlTimelineLane  *lane)
{
  guint n[TL_TIMELINE_N_KINDS] = { 0 };

  for (guint i = 0; i < MIN (self->n, MOST_COUNTED); i++)
    n[plan->entries[tl_timeline_glyph_get_entry (self, lane, i)].kind]++;
  if (self->alarms > 0)
    append_part (text, g_strdup_printf (ngettext ("%u warning sign seen", "%u warning signs seen", self->alarms),
                                        self->alarms));
  if (n[TL_TIMELINE_KIND_DECISION] > 0)
    append_part (text, g_strdup_printf (ngettext ("%u decision", "%u decisions", n[TL_TIMELINE_KIND_DECISION]),
                                        n[TL_TIMELINE_KIND_DECISION]));
  if (n[TL_TIMELINE_KIND_CHALLENGE] > 0)
    append_part (text, g_strdup_printf (ngettext ("%u challenge", "%u challenges", n[TL_TIMELINE_KIND_CHALLENGE]),
                                        n[TL_TIMELINE_KIND_CHALLENGE]));
  if (n[TL_TIMELINE_KIND_REVIEW] > 0)
    append_part (text, g_strdup_printf (ngettext ("%u review", "%u reviews", n[TL_TIMELINE_KIND_REVIEW]),
                                        n[TL_TIMELINE_KIND_REVIEW]));
}

/**
 * tl_timeline_glyph_describe:
 * @self: a count
 * @plan: what stands on the timeline
 * @lane: its lane
 *
 * Returns: (transfer full): what it counts, from when to when, and what of it must not be missed
 */
char *
tl_timeline_glyph_describe (const TlTimelineGlyph *self,
                            const TlTimelinePlan  *plan,
                            const TlTimelineLane  *lane)
{
  TlDay as_at = tl_assessment_get_as_at (plan->assessment);
  const TlTimelineEntry *first = &plan->entries[tl_timeline_glyph_get_entry (self, lane, 0)];
  const TlTimelineEntry *last = &plan->entries[tl_timeline_glyph_get_entry (self, lane, self->n - 1)];
  g_autofree char *from = tl_format_day_short (first->date, as_at), *to = tl_format_day_short (last->date, as_at);
  GString *text = g_string_new (NULL);

  append_part (text, g_strdup (lane->title));
  append_part (text, g_strdup_printf (ngettext ("%u item", "%u items", self->n), self->n));
  /* Translators: the first and the last day of several things */
  append_part (text, first->date == last->date ? g_strdup (from) : g_strdup_printf (_("%1$s to %2$s"), from, to));
  if (lane->group <= TL_TIMELINE_GROUP_GOVERNANCE)
    append_verdicts (text, self, plan, lane);
  else if (lane->group == TL_TIMELINE_GROUP_REVIEWS)
    append_reviews (text, self, plan, lane);
  else if (self->alarms > 0)
    append_part (text, g_strdup_printf (ngettext ("%u overdue", "%u overdue", self->alarms), self->alarms));
  if (self->hides_silence)
    append_part (text, g_strdup (_("expected evidence did not come in between")));

  return g_string_free_and_steal (text);
}
