/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-plan.h"

#include <glib/gi18n-lib.h>

#include "tl-format.h"
#include "tl-process-chart.h"
#include "tl-timeline-gather.h"

/* Days that can be seen before the first and after the last thing. */
#define BEFORE 14
#define AFTER 28
/* More actions than this don't stand each in a lane of its own, unless they are those of one risk. */
#define MOST_ACTION_LANES 24
#define N_SOURCES 64
/* Where what stands together is kept apart until it has a lane. */
#define N_KEYS ((TL_TIMELINE_GROUP_OWNERS + 1) * N_SOURCES)

G_DEFINE_BOXED_TYPE (TlTimelinePlan, tl_timeline_plan, tl_timeline_plan_ref, tl_timeline_plan_unref)

/* ── Lanes ── */

typedef enum
{
  ACTION_LANE_OPEN,
  ACTION_LANE_UNPROVEN,
  ACTION_LANE_PROVEN,
} ActionLane;

static ActionLane
find_action_lane (const TlActionJudgement *action)
{
  if (action->open)
    return ACTION_LANE_OPEN;
  return action->proven != TL_NO_DAY ? ACTION_LANE_PROVEN : ACTION_LANE_UNPROVEN;
}

static guint
find_key (const TlTimelineEntry *entry)
{
  switch ((TlTimelineKind) entry->kind)
    {
    case TL_TIMELINE_KIND_EVIDENCE:
    case TL_TIMELINE_KIND_SILENCE:
      return tl_timeline_group_of_source (entry->source) * N_SOURCES + entry->source;
    case TL_TIMELINE_KIND_ACTION:
      return TL_TIMELINE_GROUP_ACTIONS * N_SOURCES + find_action_lane (entry->subject);
    case TL_TIMELINE_KIND_OWNERSHIP:
      return TL_TIMELINE_GROUP_OWNERS * N_SOURCES;
    case TL_TIMELINE_KIND_REVIEW:
    case TL_TIMELINE_KIND_CHALLENGE:
    case TL_TIMELINE_KIND_DECISION:
    case TL_TIMELINE_KIND_SIGN:
    default:
      return TL_TIMELINE_GROUP_REVIEWS * N_SOURCES;
    }
}

static char *
name_lane (guint key)
{
  switch ((TlTimelineGroup) (key / N_SOURCES))
    {
    case TL_TIMELINE_GROUP_FRONTLINE:
    case TL_TIMELINE_GROUP_VOICE:
    case TL_TIMELINE_GROUP_GOVERNANCE:
      return tl_format_capital (tl_word_label (TL_TYPE_SOURCE, key % N_SOURCES));
    case TL_TIMELINE_GROUP_ACTIONS:
      switch ((ActionLane) (key % N_SOURCES))
        {
        case ACTION_LANE_OPEN:
          return g_strdup (C_("lanes", "open"));
        case ACTION_LANE_UNPROVEN:
          return g_strdup (C_("lanes", "done, not proven"));
        case ACTION_LANE_PROVEN:
        default:
          return g_strdup (C_("lanes", "proven"));
        }
    case TL_TIMELINE_GROUP_OWNERS:
      return g_strdup (_("accountable"));
    case TL_TIMELINE_GROUP_REVIEWS:
    default:
      return g_strdup (_("decisions, signs"));
    }
}

/* An action has its own lane where there are few. */
static gboolean
has_own_lanes (const TlTimelinePlan *self)
{
  guint n = 0;

  for (guint i = 0; i < self->n_entries; i++)
    n += self->entries[i].kind == TL_TIMELINE_KIND_ACTION;
  return self->scope.kind == TL_TIMELINE_SCOPE_RISK || n <= MOST_ACTION_LANES;
}

static void
add_lane (TlTimelinePlan *self,
          guint           key,
          char           *title,
          const guint    *positions,
          guint           n,
          gboolean        as_marks)
{
  TlSource source = key / N_SOURCES <= TL_TIMELINE_GROUP_GOVERNANCE ? key % N_SOURCES : TL_SOURCE_NONE;

  for (guint i = 0; i < n; i++)
    self->lane_of[positions[i]] = self->lanes->len;
  g_ptr_array_add (self->lanes, tl_timeline_lane_new (key / N_SOURCES, source, title, self->entries, positions, n,
                                                      as_marks));
}

/* Each of these actions in a lane of its own, in the order in which they were agreed. */
static void
add_action_lanes (TlTimelinePlan *self)
{
  for (guint i = 0; i < self->n_entries; i++)
    {
      const TlActionJudgement *action = self->entries[i].subject;

      if (self->entries[i].kind == TL_TIMELINE_KIND_ACTION)
        add_lane (self, TL_TIMELINE_GROUP_ACTIONS * N_SOURCES,
                  g_strdup (action->facts->title != NULL ? action->facts->title : ""), &i, 1, FALSE);
    }
}

static void
create_lanes (TlTimelinePlan *self)
{
  gboolean own_lanes = has_own_lanes (self);
  guint starts[N_KEYS + 1] = { 0 }, n = 0;
  g_autofree guint *positions = g_new (guint, self->n_entries + 1);

  self->lane_of = g_new0 (guint, self->n_entries + 1);
  for (guint i = 0; i < self->n_entries; i++)
    starts[find_key (&self->entries[i])]++;
  for (guint key = 0; key < N_KEYS; key++)
    {
      guint here = starts[key];

      starts[key] = n;
      n += here;
    }
  for (guint i = 0; i < self->n_entries; i++)
    positions[starts[find_key (&self->entries[i])]++] = i;
  for (guint key = 0; key < N_KEYS; key++)
    {
      guint first = key > 0 ? starts[key - 1] : 0;
      gboolean actions = key / N_SOURCES == TL_TIMELINE_GROUP_ACTIONS;

      if (actions && own_lanes && key % N_SOURCES == 0)
        add_action_lanes (self);
      else if (starts[key] > first && !(actions && own_lanes))
        add_lane (self, key, name_lane (key), &positions[first], starts[key] - first, actions);
    }
}

/* ── */

static void
find_span (TlTimelinePlan *self)
{
  TlDay as_at = tl_assessment_get_as_at (self->assessment);

  self->from_date = as_at;
  self->until_date = as_at;
  for (guint i = 0; i < self->n_entries; i++)
    {
      self->until_date = MAX (self->until_date, self->entries[i].until);
      self->n_outcomes += self->entries[i].kind == TL_TIMELINE_KIND_EVIDENCE
                          && self->entries[i].evidence_kind == TL_EVIDENCE_KIND_OUTCOME;
    }
  if (self->n_entries > 0)
    self->from_date = MIN (self->from_date, self->entries[0].date);
  if (self->measure != NULL && self->measure->series->n_points > 0)
    self->from_date = MIN (self->from_date, self->measure->series->points[0].start);
  if (self->risk != NULL && self->risk->opened != TL_NO_DAY)
    self->from_date = MIN (self->from_date, self->risk->opened);
  self->from_date = MAX (self->from_date - BEFORE, 1);
  self->until_date += AFTER;
}

static TlTimelinePlan *
create_plan (TlAssessment           *assessment,
             const TlTimelineScope  *scope,
             const TlTimelineFilter *filter,
             GCancellable           *cancellable)
{
  const TlTimelineFilter all = { 0 };
  TlTimelinePlan *self = g_new0 (TlTimelinePlan, 1);

  g_atomic_ref_count_init (&self->references);
  self->assessment = tl_assessment_ref (assessment);
  self->scope = *scope;
  self->filter = filter != NULL ? *filter : all;
  if (scope->kind == TL_TIMELINE_SCOPE_RISK)
    self->risk = tl_assessment_find_risk (assessment, &scope->id);
  if (self->risk != NULL)
    self->measure = self->risk->primary != NULL ? self->risk->primary
                    : self->risk->n_measures > 0 ? &self->risk->measures[0] : NULL;
  self->unlinked = g_array_new (FALSE, FALSE, sizeof (TlEvidenceItem));
  self->array = tl_timeline_gather (assessment, scope, &self->filter, self->unlinked, cancellable);
  self->entries = (const TlTimelineEntry *) (gpointer) self->array->data;
  self->n_entries = self->array->len;
  self->lanes = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_timeline_lane_free);
  self->alive = g_hash_table_new (NULL, NULL);
  create_lanes (self);
  find_span (self);

  return self;
}

/**
 * tl_timeline_plan_new:
 * @assessment: what is concluded
 * @scope: what the timeline is of
 * @filter: (nullable): what of that is shown, %NULL for all
 *
 * Collects everything dated, each in its lane. A risk's is made at once; a whole workbook's may hold a million things, and
 * is better made by [func@Tl.timeline_plan_new_async].
 *
 * Returns: (transfer full): the plan
 */
TlTimelinePlan *
tl_timeline_plan_new (TlAssessment           *assessment,
                      const TlTimelineScope  *scope,
                      const TlTimelineFilter *filter)
{
  return create_plan (assessment, scope, filter, NULL);
}

/**
 * tl_timeline_plan_new_risk:
 * @assessment: what is concluded
 * @risk: a risk of it
 *
 * Returns: (transfer full): the plan of everything of a risk
 */
TlTimelinePlan *
tl_timeline_plan_new_risk (TlAssessment          *assessment,
                           const TlRiskJudgement *risk)
{
  const TlTimelineScope scope = { TL_TIMELINE_SCOPE_RISK, risk->facts->base.id };

  return create_plan (assessment, &scope, NULL, NULL);
}

/* What a thread needs to make a plan. */
typedef struct
{
  TlAssessment *assessment;
  TlTimelineScope scope;
  TlTimelineFilter filter;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  tl_assessment_unref (wanted->assessment);
  g_free (wanted);
}

static void
create_plan_cb (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Wanted *wanted = data;
  TlTimelinePlan *plan = create_plan (wanted->assessment, &wanted->scope, &wanted->filter, cancellable);

  g_task_return_pointer (task, plan, (GDestroyNotify) tl_timeline_plan_unref);
}

/**
 * tl_timeline_plan_new_async:
 * @assessment: what is concluded
 * @scope: what the timeline is of
 * @filter: (nullable): what of that is shown, %NULL for all
 * @cancellable: (nullable): gives up
 * @callback: called when it is made
 * @data: for @callback
 *
 * Makes a plan beside the main thread.
 */
void
tl_timeline_plan_new_async (TlAssessment           *assessment,
                            const TlTimelineScope  *scope,
                            const TlTimelineFilter *filter,
                            GCancellable           *cancellable,
                            GAsyncReadyCallback     callback,
                            gpointer                data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->assessment = tl_assessment_ref (assessment);
  wanted->scope = *scope;
  if (filter != NULL)
    wanted->filter = *filter;
  g_task_set_source_tag (task, tl_timeline_plan_new_async);
  g_task_set_task_data (task, wanted, wanted_free);
  g_task_run_in_thread (task, create_plan_cb);
}

/**
 * tl_timeline_plan_new_finish:
 * @result: what the callback got
 * @error: where to say that it was given up
 *
 * Returns: (transfer full) (nullable): the plan
 */
TlTimelinePlan *
tl_timeline_plan_new_finish (GAsyncResult  *result,
                             GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

TlTimelinePlan *
tl_timeline_plan_ref (TlTimelinePlan *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
tl_timeline_plan_unref (TlTimelinePlan *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  g_hash_table_unref (self->alive);
  g_ptr_array_unref (self->lanes);
  g_free (self->lane_of);
  g_array_unref (self->array);
  g_array_unref (self->unlinked);
  tl_assessment_unref (self->assessment);
  g_free (self);
}

/**
 * tl_timeline_plan_get_lane:
 * @self: a plan
 * @position: an entry
 *
 * Returns: the lane that it stands in
 */
guint
tl_timeline_plan_get_lane (const TlTimelinePlan *self,
                           guint                 position)
{
  return self->lane_of[position];
}

/**
 * tl_timeline_plan_find_day:
 * @self: a plan
 * @day: a day
 *
 * Returns: the first entry that isn't before that day, the number of entries when all are
 */
guint
tl_timeline_plan_find_day (const TlTimelinePlan *self,
                           TlDay                 day)
{
  guint low = 0, high = self->n_entries;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->entries[middle].date < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * tl_timeline_plan_find_row:
 * @self: a plan
 * @id: the id of a row
 * @position: (out): the entry that stands for it
 *
 * Returns: whether there is one
 */
gboolean
tl_timeline_plan_find_row (const TlTimelinePlan *self,
                           const TlId           *id,
                           guint                *position)
{
  for (guint i = 0; i < self->n_entries; i++)
    {
      const TlFacts *facts = tl_timeline_entry_get_facts (&self->entries[i]);

      if (facts != NULL && tl_id_equal (&facts->id, id))
        {
          *position = i;
          return TRUE;
        }
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

static char *
name_scope (const TlTimelinePlan *self)
{
  TlSnapshot *snapshot = tl_assessment_get_snapshot (self->assessment);
  const TlPlaceFacts *place;
  const TlPersonFacts *person;

  switch (self->scope.kind)
    {
    case TL_TIMELINE_SCOPE_RISK:
      if (self->risk != NULL && self->risk->facts->title != NULL)
        return g_strdup (self->risk->facts->title);
      return g_strdup (self->risk != NULL && self->risk->facts->base.ref != NULL ? self->risk->facts->base.ref : _("Risk"));
    case TL_TIMELINE_SCOPE_PLACE:
      place = tl_snapshot_find (snapshot, TL_TABLE_PLACE, &self->scope.id);
      return g_strdup (place != NULL && place->name != NULL ? place->name : _("Place"));
    case TL_TIMELINE_SCOPE_PERSON:
      person = tl_snapshot_find (snapshot, TL_TABLE_PERSON, &self->scope.id);
      return g_strdup (person != NULL && person->name != NULL ? person->name : _("Person"));
    case TL_TIMELINE_SCOPE_WORKBOOK:
    default:
      return g_strdup (tl_snapshot_get_provider (snapshot) != NULL ? tl_snapshot_get_provider (snapshot) : _("Workbook"));
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
  g_autofree char *of = name_scope (self);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "Timeline of %s, %s to %s: %u item.",
                                             "Timeline of %s, %s to %s: %u items.", self->n_entries),
                          of, from, to, self->n_entries);
  if (self->measure != NULL)
    {
      g_autofree char *chart = tl_process_chart_describe (self->measure, tl_assessment_get_as_at (self->assessment));

      g_string_append_printf (text, " %s", chart);
    }

  return g_string_free_and_steal (text);
}
