/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-risk-since.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-action-rules.h"
#include "tl-assessment-private.h"
#include "tl-format.h"
#include "tl-risk-rules.h"

/* The risk on both days. */
typedef struct
{
  TlRiskSince *since;
  const TlAssessment *assessment;
  const TlJudge *then_judge;
  const TlRiskJudgement *then;
  const TlRiskJudgement *now;
} Comparing;

static void
measure_free (gpointer data)
{
  TlMeasureSince *measure = data;

  g_free (measure->title);
  g_free (measure->text);
  g_free (measure->ground);
  g_free (measure);
}

static void
action_free (gpointer data)
{
  TlActionSince *action = data;

  g_free (action->title);
  g_free (action->text);
  g_free (action);
}

static void
finding_free (gpointer data)
{
  TlFindingSince *finding = data;

  g_free (finding->text);
  g_free (finding);
}

static void
hidden_free (gpointer data)
{
  TlHiddenSince *hidden = data;

  g_free (hidden->text);
  g_free (hidden->ground);
  g_free (hidden);
}

/* ── Measures ─────────────────────────────────────────────────────────────── */

static const TlMeasureJudgement *
find_measure (const TlRiskJudgement *risk,
              const TlMeasureFacts  *facts)
{
  for (guint i = 0; risk != NULL && i < risk->n_measures; i++)
    {
      if (risk->measures[i].facts == facts)
        return &risk->measures[i];
    }
  return NULL;
}

static double
get_latest (const TlMeasureJudgement *measure)
{
  return measure != NULL && measure->latest != NULL ? measure->latest->value : NAN;
}

static char *
say_values (const TlMeasureFacts *measure,
            double                then,
            double                now)
{
  g_autofree char *before = isnan (then) ? NULL : tl_format_value (measure, then);
  g_autofree char *after = isnan (now) ? NULL : tl_format_value (measure, now);

  if (after == NULL)
    return g_strdup (_("no reading"));
  if (before == NULL)
    /* Translators: %s is the first value of a measure */
    return g_strdup_printf (_("now %s"), after);
  /* Translators: a measure's value then and now: "95.4 % to 96.8 %" */
  return g_strdup_printf (_("%1$s to %2$s"), before, after);
}

static char *
say_met (const TlMeasureJudgement *measure)
{
  g_autofree char *periods = NULL;
  guint n = 0;

  if (measure->latest == NULL)
    return g_strdup (_("nothing to compare"));
  if (isnan (measure->target_value))
    return g_strdup (_("no target"));
  if (measure->met_since == TL_NO_DAY)
    return g_strdup (_("target not met"));
  for (guint i = 0; i < measure->series->n_points; i++)
    {
      const TlPoint *point = &measure->series->points[i];

      n += point->counted && !point->nothing_to_sample && !isnan (point->value) && point->start >= measure->met_since;
    }
  periods = tl_format_periods (measure->facts->period, n);
  /* Translators: %s is a length of time such as "7 weeks" */
  return g_strdup_printf (_("target met for %s"), periods);
}

static void
compare_measures (Comparing *self)
{
  for (guint i = 0; i < self->now->n_measures; i++)
    {
      const TlMeasureJudgement *now = &self->now->measures[i];
      TlMeasureSince *since;

      if (now->role != TL_ROLE_PRIMARY)
        continue;
      since = g_new0 (TlMeasureSince, 1);
      since->measure = now->facts->base.id;
      since->title = g_strdup (now->facts->title);
      since->then = get_latest (find_measure (self->then, now->facts));
      since->now = get_latest (now);
      since->met = now->target >= TL_TARGET_MET;
      since->text = say_values (now->facts, since->then, since->now);
      since->ground = say_met (now);
      g_ptr_array_add (self->since->measures, since);
    }
}

/* ── Evidence ─────────────────────────────────────────────────────────────── */

static void
count_evidence (Comparing *self)
{
  TlRiskSince *since = self->since;

  for (guint i = 0; i < self->now->n_evidence; i++)
    {
      const TlEvidenceItem *item = &self->now->evidence[i];

      if (item->date < since->day)
        continue;
      since->n_evidence++;
      since->n_verdicts[item->verdict]++;
    }
  if (since->n_evidence == 0)
    since->evidence = g_strdup (_("No evidence"));
  else
    since->evidence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item of evidence", "%u items of evidence",
                                                    since->n_evidence), since->n_evidence);
}

/* ── Actions ──────────────────────────────────────────────────────────────── */

static void
add_action (Comparing               *self,
            const TlActionJudgement *action,
            TlActionSinceKind        kind,
            char                    *text)
{
  TlActionSince *since = g_new (TlActionSince, 1);

  *since = (TlActionSince) { action->facts->base.id, kind, g_strdup (action->facts->title), text };
  g_ptr_array_add (self->since->actions, since);
}

static char *
with_day (const char *words,
          TlDay       day,
          TlDay       as_at)
{
  g_autofree char *text = tl_format_day_short (day, as_at);

  return g_strdup_printf (words, text);
}

/* The latest move and reopening since. */
static void
find_events (Comparing                *self,
             const TlActionJudgement  *action,
             const TlActionEventFacts **moved,
             const TlActionEventFacts **reopened)
{
  for (guint i = 0; i < action->facts->events.n; i++)
    {
      const TlActionEventFacts *event = action->facts->events.rows[i];

      if (event->date < self->since->day || !tl_judge_knows (&self->assessment->judge, event->date))
        continue;
      if (event->what == TL_EVENT_KIND_MOVED)
        *moved = event;
      else if (event->what == TL_EVENT_KIND_REOPENED)
        *reopened = event;
    }
}

/* Of an action the most urgent thing is told. */
static void
compare_action (Comparing               *self,
                const TlActionJudgement *action)
{
  const TlActionEventFacts *moved = NULL, *reopened = NULL;
  TlDay day = self->since->day, as_at = self->assessment->judge.as_at;

  find_events (self, action, &moved, &reopened);
  if (action->open && action->days_overdue > 0)
    {
      g_autofree char *days = tl_format_days (action->days_overdue);

      /* Translators: %s is a length of time */
      add_action (self, action, TL_ACTION_OVERDUE, g_strdup_printf (_("%s overdue"), days));
    }
  else if (action->open && moved != NULL)
    add_action (self, action, TL_ACTION_MOVED,
                moved->to_date != TL_NO_DAY ? with_day (_("moved to %s"), moved->to_date, as_at) : g_strdup (_("moved")));
  else if (action->open && reopened != NULL)
    add_action (self, action, TL_ACTION_REOPENED, with_day (_("reopened %s"), reopened->date, as_at));
  else if (action->done >= day && action->done != TL_NO_DAY)
    add_action (self, action, TL_ACTION_DONE, with_day (_("done %s"), action->done, as_at));
  else if (action->proven >= day && action->proven != TL_NO_DAY)
    add_action (self, action, TL_ACTION_PROVEN, with_day (_("proven %s"), action->proven, as_at));
  else if (action->facts->agreed >= day && action->facts->agreed != TL_NO_DAY)
    add_action (self, action, TL_ACTION_AGREED, with_day (_("agreed %s"), action->facts->agreed, as_at));
}

static int
compare_kinds (gconstpointer a,
               gconstpointer b)
{
  return (int) (*(const TlActionSince * const *) a)->kind - (int) (*(const TlActionSince * const *) b)->kind;
}

/* ── Findings ─────────────────────────────────────────────────────────────── */

static gboolean
is_same (const TlFinding *a,
         const TlFinding *b)
{
  return g_str_equal (a->check, b->check) && a->place == b->place && g_strcmp0 (a->subject, b->subject) == 0
         && g_strcmp0 (a->other, b->other) == 0;
}

static gboolean
has (GArray          *findings,
     const TlFinding *finding)
{
  for (guint i = 0; i < findings->len; i++)
    {
      if (is_same (&g_array_index (findings, TlFinding, i), finding))
        return TRUE;
    }
  return FALSE;
}

static GArray *
find_findings (const TlJudge         *judge,
               const TlRiskJudgement *risk)
{
  GArray *findings = g_array_new (FALSE, TRUE, sizeof (TlFinding));
  g_autoptr (GArray) answered = g_array_new (FALSE, TRUE, sizeof (TlFinding));

  g_array_set_clear_func (findings, (GDestroyNotify) tl_finding_clear);
  g_array_set_clear_func (answered, (GDestroyNotify) tl_finding_clear);
  if (risk != NULL)
    {
      tl_checks_run_risk (judge, risk, findings);
      tl_checks_settle (judge, findings, answered);
    }
  return findings;
}

static void
add_findings (Comparing          *self,
              GArray             *from,
              GArray             *other,
              gboolean            in_other,
              TlFindingSinceKind  kind)
{
  for (guint i = 0; i < from->len; i++)
    {
      const TlFinding *finding = &g_array_index (from, TlFinding, i);
      TlFindingSince *since;

      if (has (other, finding) != in_other)
        continue;
      since = g_new (TlFindingSince, 1);
      *since = (TlFindingSince) { kind, finding->severity, g_intern_string (finding->check), g_strdup (finding->text) };
      g_ptr_array_add (self->since->findings, since);
    }
}

static int
compare_severities (gconstpointer a,
                    gconstpointer b)
{
  const TlFindingSince *finding_a = *(const TlFindingSince * const *) a;
  const TlFindingSince *finding_b = *(const TlFindingSince * const *) b;

  if ((finding_a->kind == TL_FINDING_GONE) != (finding_b->kind == TL_FINDING_GONE))
    return finding_a->kind == TL_FINDING_GONE ? 1 : -1;
  return finding_a->severity != finding_b->severity ? (int) finding_a->severity - (int) finding_b->severity
                                                    : (int) finding_a->kind - (int) finding_b->kind;
}

static void
compare_findings (Comparing *self)
{
  TlJudge judge = self->assessment->judge;
  g_autoptr (GArray) then = find_findings (self->then_judge, self->then);
  g_autoptr (GArray) now = NULL;

  judge.arena = self->then_judge->arena;
  now = find_findings (&judge, self->now);

  add_findings (self, now, then, FALSE, TL_FINDING_NEW);
  add_findings (self, now, then, TRUE, TL_FINDING_STILL);
  add_findings (self, then, now, FALSE, TL_FINDING_GONE);
  g_ptr_array_sort (self->since->findings, compare_severities);
}

/* ── Places ───────────────────────────────────────────────────────────────── */

/* The place in the same comparison on the other day. */
static const TlPlaceJudgement *
find_place (const TlMeasureJudgement *measure,
            const TlComparison       *like,
            const TlPlaceFacts       *place,
            gboolean                 *hidden)
{
  for (guint i = 0; measure != NULL && i < measure->n_comparisons; i++)
    {
      const TlComparison *comparison = &measure->comparisons[i];

      if (comparison->dimension != like->dimension)
        continue;
      for (guint j = 0; j < comparison->n_places; j++)
        {
          if (comparison->places[j].place != place)
            continue;
          *hidden = comparison->hidden && comparison->places[j].state == TL_PLACE_STATE_WEAK;
          return &comparison->places[j];
        }
    }
  return NULL;
}

static void
add_hidden (Comparing                *self,
            const TlMeasureJudgement *now,
            const TlComparison       *comparison,
            const TlPlaceJudgement   *place)
{
  TlHiddenSince *since = g_new0 (TlHiddenSince, 1);
  const TlPlaceJudgement *before =
    find_place (find_measure (self->then, now->facts), comparison, place->place, &since->still);
  g_autofree char *value = isnan (place->value) ? g_strdup (_("no reading")) : tl_format_value (now->facts, place->value);
  g_autofree char *was = before != NULL && !isnan (before->value) ? tl_format_value (now->facts, before->value) : NULL;

  since->measure = now->facts->base.id;
  since->place = place->place->base.id;
  /* Translators: %s is a place that an average hides */
  since->text = g_strdup_printf (since->still ? _("Still hides %s") : _("Hides %s"), place->place->name);
  /* Translators: a place's value now, and what it was then: "83.9 % there, was 79.2 %" */
  since->ground = was != NULL ? g_strdup_printf (_("%1$s there, was %2$s"), value, was)
                              /* Translators: %s is a place's value */
                              : g_strdup_printf (_("%s there"), value);
  g_ptr_array_add (self->since->hidden, since);
}

static void
find_hidden (Comparing *self)
{
  for (guint i = 0; i < self->now->n_measures; i++)
    {
      const TlMeasureJudgement *measure = &self->now->measures[i];

      for (guint j = 0; measure->role == TL_ROLE_PRIMARY && j < measure->n_comparisons; j++)
        {
          const TlComparison *comparison = &measure->comparisons[j];

          for (guint k = 0; comparison->hidden && k < comparison->n_places; k++)
            {
              if (comparison->places[k].state == TL_PLACE_STATE_WEAK)
                add_hidden (self, measure, comparison, &comparison->places[k]);
            }
        }
    }
}

/* ── All of it ────────────────────────────────────────────────────────────── */

static void
compare (Comparing *self)
{
  for (int i = 0; i < TL_N_LINE_LINKS; i++)
    self->since->line[i] = (TlLinkSince) { self->then != NULL ? self->then->line[i].state : TL_LINK_STATE_MISSING,
                                           self->now->line[i].state };
  compare_measures (self);
  count_evidence (self);
  for (guint i = 0; i < self->now->n_actions; i++)
    compare_action (self, &self->now->actions[i]);
  g_ptr_array_sort (self->since->actions, compare_kinds);
  compare_findings (self);
  find_hidden (self);
}

/**
 * tl_risk_since_new:
 * @assessment: what is concluded
 * @risk: a risk
 * @day: a day before, usually that of the last review which looked at it
 *
 * Compares a risk with what it was on a day.
 *
 * Returns: (transfer full) (nullable): what changed; %NULL when the assessment has no such risk
 */
TlRiskSince *
tl_risk_since_new (const TlAssessment *assessment,
                   const TlId         *risk,
                   TlDay               day)
{
  g_autoptr (TlArena) arena = tl_arena_new ();
  TlJudge then_judge = {
    .snapshot = assessment->judge.snapshot, .settings = assessment->judge.settings, .as_at = day, .arena = arena,
  };
  Comparing comparing = { .assessment = assessment, .then_judge = &then_judge };
  TlRiskJudgement then;
  TlRiskSince *self;

  comparing.now = tl_assessment_find_risk (assessment, risk);
  if (comparing.now == NULL)
    return NULL;
  self = comparing.since = g_new0 (TlRiskSince, 1);
  self->risk = *risk;
  self->day = day;
  self->measures = g_ptr_array_new_with_free_func (measure_free);
  self->actions = g_ptr_array_new_with_free_func (action_free);
  self->findings = g_ptr_array_new_with_free_func (finding_free);
  self->hidden = g_ptr_array_new_with_free_func (hidden_free);
  self->existed = tl_risk_exists (&then_judge, comparing.now->facts) && comparing.now->opened <= day;
  if (self->existed)
    {
      tl_judge_risk (&then_judge, comparing.now->facts, &then);
      comparing.then = &then;
    }
  compare (&comparing);
  return self;
}

void
tl_risk_since_free (TlRiskSince *self)
{
  g_ptr_array_unref (self->measures);
  g_ptr_array_unref (self->actions);
  g_ptr_array_unref (self->findings);
  g_ptr_array_unref (self->hidden);
  g_free (self->evidence);
  g_free (self);
}
