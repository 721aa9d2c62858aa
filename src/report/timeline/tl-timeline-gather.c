/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-timeline-gather.h"

#include "tl-challenge-rules.h"
#include "tl-evidence-rules.h"
#include "tl-timeline-thread.h"

/* What is handed from one part of the gathering to the next. */
typedef struct
{
  TlAssessment *assessment;
  const TlTimelineScope *scope;
  TlTimelineFilter filter;
  TlDay as_at;
  GArray *entries;
  guint risk_index;
  const TlRiskJudgement *risk;
  const TlActionJudgement *followed;
} Gathering;

static gboolean
is_in_scope (const Gathering       *g,
             const TlTimelineEntry *entry)
{
  switch (g->scope->kind)
    {
    case TL_TIMELINE_SCOPE_PLACE:
      return tl_timeline_entry_is_at (entry, &g->scope->id);
    case TL_TIMELINE_SCOPE_PERSON:
      return tl_timeline_entry_is_by (entry, &g->scope->id);
    case TL_TIMELINE_SCOPE_RISK:
      return TRUE;
    case TL_TIMELINE_SCOPE_WORKBOOK:
    default:
      /* Whose gap it is tells only the risk that expects something. */
      return entry->kind != TL_TIMELINE_KIND_SILENCE;
    }
}

static void
add (Gathering       *g,
     TlTimelineEntry  entry)
{
  entry.risk = g->risk_index;
  if (entry.until == TL_NO_DAY)
    entry.until = entry.date;
  if (!is_in_scope (g, &entry) || !tl_timeline_entry_passes (&entry, &g->filter))
    return;
  if (!tl_id_is_none (&g->filter.follow)
      && (g->followed == NULL || !tl_timeline_thread_has (g->risk, g->followed, &entry)))
    return;
  g_array_append_val (g->entries, entry);
}

static gboolean
is_known (const Gathering *g,
          TlDay            date)
{
  return date != TL_NO_DAY && date <= g->as_at;
}

static void
add_evidence_item (Gathering            *g,
                   const TlEvidenceItem *item)
{
  add (g, (TlTimelineEntry) {
            .subject = item,
            .date = item->date,
            .kind = TL_TIMELINE_KIND_EVIDENCE,
            .source = item->source,
            .verdict = item->verdict,
            .evidence_kind = item->kind,
          });
}

/* What names several risks stands once on a timeline of all: with the first of them. */
static gboolean
stood_before (const Gathering      *g,
              const TlEvidenceItem *item)
{
  if (g->scope->kind == TL_TIMELINE_SCOPE_RISK || item->facts == NULL)
    return FALSE;
  for (guint i = 0; i < item->facts->risks.n; i++)
    {
      const TlRiskFacts *risk = item->facts->risks.rows[i];

      if (risk == g->risk->facts)
        return FALSE;
      if (tl_assessment_find_risk (g->assessment, &risk->base.id) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
add_evidence (Gathering *g)
{
  for (guint i = 0; i < g->risk->n_evidence; i++)
    if (g->risk->evidence[i].date != TL_NO_DAY && !stood_before (g, &g->risk->evidence[i]))
      add_evidence_item (g, &g->risk->evidence[i]);
}

static void
add_silences (Gathering *g)
{
  for (guint i = 0; i < g->risk->n_expected; i++)
    for (guint j = 0; j < g->risk->expected[i].n_silences; j++)
      {
        const TlSilence *silence = &g->risk->expected[i].silences[j];

        add (g, (TlTimelineEntry) {
                  .subject = silence,
                  .date = silence->from_date,
                  .until = silence->until_date,
                  .kind = TL_TIMELINE_KIND_SILENCE,
                  .source = g->risk->expected[i].facts->source,
                });
      }
}

static TlDay
find_start (const TlActionJudgement *action)
{
  const TlDay days[] = { action->facts->agreed, action->first_due, action->due, action->done, action->ended };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (days[i] != TL_NO_DAY)
      return days[i];
  return TL_NO_DAY;
}

/* An action goes from the day it was agreed to the last day there is of it; one without any date stands nowhere. */
static void
add_actions (Gathering *g)
{
  for (guint i = 0; i < g->risk->n_actions; i++)
    {
      const TlActionJudgement *action = &g->risk->actions[i];
      TlDay start = find_start (action), until = MAX (MAX (action->done, action->ended), action->proven);

      if (start == TL_NO_DAY || (action->facts->agreed != TL_NO_DAY && action->facts->agreed > g->as_at))
        continue;
      if (action->open)
        until = MAX (g->as_at, action->due);
      add (g, (TlTimelineEntry) {
                .subject = action,
                .date = start,
                .until = MAX (until, start),
                .kind = TL_TIMELINE_KIND_ACTION,
              });
    }
}

static void
add_reviews (Gathering *g)
{
  const TlRiskFacts *risk = g->risk->facts;

  for (guint i = 0; i < risk->looked_at.n; i++)
    {
      const TlLookedAtFacts *row = TL_FACTS_AT (risk->looked_at, TlLookedAtFacts, i);

      if (row->review != NULL && is_known (g, row->review->date) && !tl_review_left_something (row->review, risk))
        add (g, (TlTimelineEntry) { .subject = row, .date = row->review->date, .kind = TL_TIMELINE_KIND_REVIEW });
    }
  for (guint i = 0; i < risk->challenges.n; i++)
    {
      const TlChallengeFacts *row = TL_FACTS_AT (risk->challenges, TlChallengeFacts, i);

      if (row->review != NULL && is_known (g, row->review->date))
        add (g, (TlTimelineEntry) { .subject = row, .date = row->review->date, .kind = TL_TIMELINE_KIND_CHALLENGE });
    }
  for (guint i = 0; i < risk->decisions.n; i++)
    {
      const TlDecisionFacts *row = TL_FACTS_AT (risk->decisions, TlDecisionFacts, i);

      if (row->review != NULL && is_known (g, row->review->date))
        add (g, (TlTimelineEntry) { .subject = row, .date = row->review->date, .kind = TL_TIMELINE_KIND_DECISION });
    }
}

static void
add_signs (Gathering *g)
{
  const TlFactsList signs = g->risk->facts->signs;

  for (guint i = 0; i < signs.n; i++)
    {
      const TlFactsList observed = TL_FACTS_AT (signs, TlSignFacts, i)->observed;

      for (guint j = 0; j < observed.n; j++)
        {
          const TlObservedSignFacts *row = TL_FACTS_AT (observed, TlObservedSignFacts, j);

          if (is_known (g, row->date))
            add (g, (TlTimelineEntry) { .subject = row, .date = row->date, .kind = TL_TIMELINE_KIND_SIGN });
        }
    }
}

/* Who became accountable when, and who claimed to be. */
static void
add_ownerships (Gathering *g)
{
  const TlFactsList ownerships = g->risk->facts->ownerships;

  for (guint i = 0; i < ownerships.n; i++)
    {
      const TlOwnershipFacts *row = TL_FACTS_AT (ownerships, TlOwnershipFacts, i);

      if (row->part != TL_PART_SUPPORTING && row->person != NULL && is_known (g, row->from_date))
        add (g, (TlTimelineEntry) { .subject = row, .date = row->from_date, .kind = TL_TIMELINE_KIND_OWNERSHIP });
    }
}

static void
gather_risk (Gathering *g)
{
  g->followed = NULL;
  for (guint i = 0; i < g->risk->n_actions; i++)
    if (tl_id_equal (&g->risk->actions[i].facts->base.id, &g->filter.follow))
      g->followed = &g->risk->actions[i];
  add_evidence (g);
  add_silences (g);
  add_actions (g);
  add_reviews (g);
  add_signs (g);
  add_ownerships (g);
}

/* Evidence that names no risk belongs to the workbook, its place and whoever recorded it. */
static void
gather_unlinked (Gathering *g,
                 GArray    *unlinked)
{
  TlSnapshot *snapshot = tl_assessment_get_snapshot (g->assessment);
  guint n = tl_snapshot_count (snapshot, TL_TABLE_EVIDENCE);

  for (guint i = 0; i < n; i++)
    {
      const TlEvidenceFacts *facts = tl_snapshot_get (snapshot, TL_TABLE_EVIDENCE, i);
      TlEvidenceItem item = {
        .date = facts->date,
        .source = facts->source,
        .kind = tl_evidence_get_kind (facts),
        .verdict = facts->verdict,
        .facts = facts,
      };

      if (facts->risks.n == 0 && is_known (g, facts->date))
        g_array_append_val (unlinked, item);
    }
  g->risk_index = TL_TIMELINE_NO_RISK;
  g->risk = NULL;
  g->followed = NULL;
  for (guint i = 0; i < unlinked->len; i++)
    add_evidence_item (g, &g_array_index (unlinked, TlEvidenceItem, i));
}

/**
 * tl_timeline_gather:
 * @assessment: what is concluded
 * @scope: what the timeline is of
 * @filter: what of it is shown
 * @unlinked: (element-type TlEvidenceItem): an empty array for evidence that names no risk, which must outlive what is
 *   returned
 * @cancellable: (nullable): gives up
 *
 * Returns: (transfer full) (element-type TlTimelineEntry): what stands on the timeline, by date
 */
GArray *
tl_timeline_gather (TlAssessment           *assessment,
                    const TlTimelineScope  *scope,
                    const TlTimelineFilter *filter,
                    GArray                 *unlinked,
                    GCancellable           *cancellable)
{
  Gathering g = {
    .assessment = assessment,
    .scope = scope,
    .filter = *filter,
    .as_at = tl_assessment_get_as_at (assessment),
    .entries = g_array_new (FALSE, FALSE, sizeof (TlTimelineEntry)),
  };

  for (guint i = 0; i < tl_assessment_get_n_risks (assessment) && !g_cancellable_is_cancelled (cancellable); i++)
    {
      g.risk_index = i;
      g.risk = tl_assessment_get_risk (assessment, i);
      if (scope->kind != TL_TIMELINE_SCOPE_RISK || tl_id_equal (&g.risk->facts->base.id, &scope->id))
        gather_risk (&g);
    }
  if (scope->kind != TL_TIMELINE_SCOPE_RISK && tl_id_is_none (&filter->follow))
    gather_unlinked (&g, unlinked);
  tl_timeline_sort (g.entries);

  return g.entries;
}

#define DIGIT_BITS 9
#define N_DIGITS 3

static guint
get_key (const TlTimelineEntry *entry,
         guint                  digit)
{
  guint64 key = (guint64) (guint32) entry->date << 3 | (entry->kind & 7);

  return key >> (digit * DIGIT_BITS) & ((1 << DIGIT_BITS) - 1);
}

/**
 * tl_timeline_sort:
 * @entries: (element-type TlTimelineEntry): entries
 *
 * Sorts entries by date and kind, digit by digit, in a time that grows no faster than their number.
 */
void
tl_timeline_sort (GArray *entries)
{
  g_autofree TlTimelineEntry *other = g_new (TlTimelineEntry, entries->len + 1);
  TlTimelineEntry *from = (TlTimelineEntry *) (gpointer) entries->data, *to = other;

  for (guint digit = 0; digit < N_DIGITS; digit++)
    {
      guint places[1 << DIGIT_BITS] = { 0 }, sum = 0;
      TlTimelineEntry *swap = from;

      for (guint i = 0; i < entries->len; i++)
        places[get_key (&from[i], digit)]++;
      for (guint i = 0; i < G_N_ELEMENTS (places); i++)
        {
          guint n = places[i];

          places[i] = sum;
          sum += n;
        }
      for (guint i = 0; i < entries->len; i++)
        to[places[get_key (&from[i], digit)]++] = from[i];
      from = to;
      to = swap;
    }
  /* After an odd number of digits they stand in the other array. */
  if (entries->len > 0)
    memcpy (entries->data, from, entries->len * sizeof (TlTimelineEntry));
}
