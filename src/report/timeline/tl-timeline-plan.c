/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-plan.h"

#include <glib/gi18n-lib.h>

#include "tl-format.h"
#include "tl-process-chart.h"

/* Days that can be seen before the first and after the last thing. */
#define BEFORE 14
#define AFTER 28

static void
free_lane (TlTimelineLane *lane)
{
  g_free (lane->title);
  g_ptr_array_unref (lane->items);
  g_free (lane);
}

static TlTimelineLane *
add_lane (TlTimelinePlan  *self,
          TlTimelineGroup  group,
          char            *title)
{
  TlTimelineLane *lane = g_new0 (TlTimelineLane, 1);

  lane->group = group;
  lane->title = title;
  lane->items = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->lanes, lane);

  return lane;
}

static void
add_item (TlTimelinePlan *self,
          TlTimelineLane *lane,
          TlTimelineItem *item)
{
  g_ptr_array_add (lane->items, item);
  g_ptr_array_add (self->items, g_object_ref (item));
}

/* ── Evidence, in lanes by source ── */

static TlTimelineGroup
find_group (TlSource source)
{
  if (tl_source_is_voice (source))
    return TL_TIMELINE_GROUP_VOICE;
  return tl_source_is_governance (source) ? TL_TIMELINE_GROUP_GOVERNANCE : TL_TIMELINE_GROUP_FRONTLINE;
}

static void
add_evidence (TlTimelinePlan *self,
              TlTimelineLane *lane,
              TlSource        source)
{
  for (guint i = 0; i < self->risk->n_evidence; i++)
    if (self->risk->evidence[i].source == source)
      add_item (self, lane, tl_timeline_item_new_evidence (self->assessment, &self->risk->evidence[i]));
}

static void
add_silences (TlTimelinePlan *self,
              TlTimelineLane *lane,
              TlSource        source)
{
  for (guint i = 0; i < self->risk->n_expected; i++)
    {
      const TlExpectedJudgement *expected = &self->risk->expected[i];

      if (expected->facts->source != source)
        continue;
      for (guint j = 0; j < expected->n_silences; j++)
        add_item (self, lane, tl_timeline_item_new_silence (self->assessment, source, &expected->silences[j]));
    }
}

/* A source has a lane once it said something, or was silent when it should have spoken. */
static void
add_source (TlTimelinePlan  *self,
            TlTimelineGroup  group,
            TlSource         source)
{
  TlTimelineLane *lane = add_lane (self, group, tl_format_capital (tl_word_label (TL_TYPE_SOURCE, source)));

  add_silences (self, lane, source);
  add_evidence (self, lane, source);
  if (lane->items->len == 0)
    g_ptr_array_remove (self->lanes, lane);
}

/* ── Actions and reviews ── */

static void
add_actions (TlTimelinePlan *self)
{
  for (guint i = 0; i < self->risk->n_actions; i++)
    {
      const TlActionJudgement *action = &self->risk->actions[i];
      TlTimelineItem *item = tl_timeline_item_new_action (self->assessment, action);

      if (item != NULL)
        add_item (self, add_lane (self, TL_TIMELINE_GROUP_ACTIONS, g_strdup (action->facts->title)), item);
    }
}

static gboolean
is_known (TlDay date,
          TlDay as_at)
{
  return date != TL_NO_DAY && date <= as_at;
}

/* A review that left a challenge or a decision is shown by those. */
static gboolean
left_something (const TlRiskFacts   *risk,
                const TlReviewFacts *review)
{
  for (guint i = 0; i < risk->challenges.n; i++)
    if (TL_FACTS_AT (risk->challenges, TlChallengeFacts, i)->review == review)
      return TRUE;
  for (guint i = 0; i < risk->decisions.n; i++)
    if (TL_FACTS_AT (risk->decisions, TlDecisionFacts, i)->review == review)
      return TRUE;
  return FALSE;
}

static void
add_reviews (TlTimelinePlan *self)
{
  const TlRiskFacts *risk = self->risk->facts;
  TlDay as_at = tl_assessment_get_as_at (self->assessment);
  TlTimelineLane *lane = add_lane (self, TL_TIMELINE_GROUP_REVIEWS, g_strdup (_("decisions, signs")));

  for (guint i = 0; i < risk->looked_at.n; i++)
    {
      const TlLookedAtFacts *looked_at = TL_FACTS_AT (risk->looked_at, TlLookedAtFacts, i);

      if (looked_at->review != NULL && is_known (looked_at->review->date, as_at) && !left_something (risk, looked_at->review))
        add_item (self, lane, tl_timeline_item_new_review (self->assessment, looked_at));
    }
  for (guint i = 0; i < risk->challenges.n; i++)
    {
      const TlChallengeFacts *challenge = TL_FACTS_AT (risk->challenges, TlChallengeFacts, i);

      if (challenge->review != NULL && is_known (challenge->review->date, as_at))
        add_item (self, lane, tl_timeline_item_new_challenge (self->assessment, challenge));
    }
  for (guint i = 0; i < risk->decisions.n; i++)
    {
      const TlDecisionFacts *decision = TL_FACTS_AT (risk->decisions, TlDecisionFacts, i);

      if (decision->review != NULL && is_known (decision->review->date, as_at))
        add_item (self, lane, tl_timeline_item_new_decision (self->assessment, decision));
    }
  for (guint i = 0; i < risk->signs.n; i++)
    {
      const TlSignFacts *sign = TL_FACTS_AT (risk->signs, TlSignFacts, i);

      for (guint j = 0; j < sign->observed.n; j++)
        {
          const TlObservedSignFacts *observed = TL_FACTS_AT (sign->observed, TlObservedSignFacts, j);

          if (is_known (observed->date, as_at))
            add_item (self, lane, tl_timeline_item_new_sign (self->assessment, observed));
        }
    }
  if (lane->items->len == 0)
    g_ptr_array_remove (self->lanes, lane);
}

/* ── */

static int
compare_latest_first (gconstpointer a,
                      gconstpointer b)
{
  return tl_timeline_item_compare (*(TlTimelineItem * const *) a, *(TlTimelineItem * const *) b);
}

static int
compare_earliest_first (gconstpointer a,
                        gconstpointer b)
{
  return -compare_latest_first (a, b);
}

static void
find_span (TlTimelinePlan *self)
{
  TlDay as_at = tl_assessment_get_as_at (self->assessment);

  self->from_date = as_at;
  self->until_date = as_at;
  for (guint i = 0; i < self->items->len; i++)
    {
      TlTimelineItem *item = g_ptr_array_index (self->items, i);

      self->from_date = MIN (self->from_date, tl_timeline_item_get_date (item));
      self->until_date = MAX (self->until_date, tl_timeline_item_get_until (item));
    }
  if (self->measure != NULL && self->measure->series->n_points > 0)
    self->from_date = MIN (self->from_date, self->measure->series->points[0].start);
  self->from_date = MAX (self->from_date - BEFORE, 1);
  self->until_date += AFTER;
}

/**
 * tl_timeline_plan_new:
 * @assessment: what is concluded
 * @risk: a risk of it
 *
 * Collects everything dated of a risk, each in its lane.
 *
 * Returns: (transfer full): the plan
 */
TlTimelinePlan *
tl_timeline_plan_new (TlAssessment          *assessment,
                      const TlRiskJudgement *risk)
{
  TlTimelinePlan *self = g_new0 (TlTimelinePlan, 1);

  self->assessment = tl_assessment_ref (assessment);
  self->risk = risk;
  self->measure = risk->primary != NULL ? risk->primary : risk->n_measures > 0 ? &risk->measures[0] : NULL;
  self->lanes = g_ptr_array_new_with_free_func ((GDestroyNotify) free_lane);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);

  for (TlTimelineGroup group = TL_TIMELINE_GROUP_FRONTLINE; group <= TL_TIMELINE_GROUP_GOVERNANCE; group++)
    for (TlSource source = TL_SOURCE_CARE_RECORD; source <= TL_SOURCE_PARTNER_FEEDBACK; source++)
      if (find_group (source) == group)
        add_source (self, group, source);
  add_actions (self);
  add_reviews (self);

  for (guint i = 0; i < self->lanes->len; i++)
    g_ptr_array_sort (((TlTimelineLane *) g_ptr_array_index (self->lanes, i))->items, compare_earliest_first);
  g_ptr_array_sort (self->items, compare_latest_first);
  find_span (self);

  return self;
}

void
tl_timeline_plan_free (TlTimelinePlan *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->lanes);
  g_ptr_array_unref (self->items);
  tl_assessment_unref (self->assessment);
  g_free (self);
}

/**
 * tl_timeline_plan_find:
 * @self: a plan
 * @item: an item
 * @lane: (out): the lane it stands in
 * @position: (out): where it stands in its lane
 *
 * Returns: whether it is there at all
 */
gboolean
tl_timeline_plan_find (const TlTimelinePlan *self,
                       TlTimelineItem       *item,
                       guint                *lane,
                       guint                *position)
{
  for (guint i = 0; i < self->lanes->len; i++)
    if (g_ptr_array_find (((TlTimelineLane *) g_ptr_array_index (self->lanes, i))->items, item, position))
      {
        *lane = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * tl_timeline_plan_get_whole:
 * @self: a plan
 *
 * Returns: how many days all of it takes
 */
double
tl_timeline_plan_get_whole (const TlTimelinePlan *self)
{
  return self->until_date - self->from_date;
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
    case TL_TIMELINE_GROUP_REVIEWS:
    default:
      return C_("lanes", "Reviews");
    }
}

/**
 * tl_timeline_plan_describe:
 * @self: a plan
 *
 * Returns: (transfer full): what the timeline shows, in a few sentences
 */
char *
tl_timeline_plan_describe (const TlTimelinePlan *self)
{
  g_autofree char *from = tl_format_day (self->from_date + BEFORE);
  g_autofree char *to = tl_format_day (tl_assessment_get_as_at (self->assessment));
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "Timeline of %s, %s to %s: %u item.",
                                             "Timeline of %s, %s to %s: %u items.", self->items->len),
                          self->risk->facts->title != NULL ? self->risk->facts->title : self->risk->facts->base.ref,
                          from, to, self->items->len);
  if (self->measure != NULL)
    {
      g_autofree char *chart = tl_process_chart_describe (self->measure, tl_assessment_get_as_at (self->assessment));

      g_string_append_printf (text, " %s", chart);
    }

  return g_string_free_and_steal (text);
}
