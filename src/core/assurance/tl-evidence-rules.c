/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-evidence-rules.h"

#include <glib/gi18n-lib.h>

#include "tl-course.h"
#include "tl-format.h"
#include "tl-reading-rules.h"

#define N_SOURCES (TL_SOURCE_PARTNER_FEEDBACK + 1)

static TlEvidenceKind
get_kind_of_source (TlSource  source,
                    TlVerdict verdict)
{
  switch ((int) source)
    {
    case TL_SOURCE_MINUTES:
    case TL_SOURCE_ACTION_TRACKER:
    case TL_SOURCE_REPORT:
    case TL_SOURCE_POLICY:
    case TL_SOURCE_TRAINING_RECORD:
    case TL_SOURCE_ROTA:
    case TL_SOURCE_SUPERVISION:
      return TL_EVIDENCE_KIND_ACTIVITY;
    case TL_SOURCE_AUDIT:
      return verdict != TL_VERDICT_NONE ? TL_EVIDENCE_KIND_OUTCOME : TL_EVIDENCE_KIND_ACTIVITY;
    default:
      return TL_EVIDENCE_KIND_OUTCOME;
    }
}

/**
 * tl_evidence_get_kind:
 * @evidence: an item of evidence
 *
 * Returns: activity or outcome: by its source, or as somebody changed it and said why; changed without saying why it is
 *   activity
 */
TlEvidenceKind
tl_evidence_get_kind (const TlEvidenceFacts *evidence)
{
  TlEvidenceKind usual = get_kind_of_source (evidence->source, evidence->verdict);

  if (evidence->kind == TL_EVIDENCE_KIND_NONE || evidence->kind == usual)
    return usual;
  return tl_text_says (evidence->why_this_kind) ? evidence->kind : TL_EVIDENCE_KIND_ACTIVITY;
}

/**
 * tl_action_get_proven:
 * @judge: a judge
 * @action: an action
 * @done: the day it was done, %TL_NO_DAY unless it is done
 *
 * Returns: the day of the first supporting outcome evidence linked to it and dated on or after @done; %TL_NO_DAY when
 *   there is none
 */
TlDay
tl_action_get_proven (const TlJudge       *judge,
                      const TlActionFacts *action,
                      TlDay                done)
{
  TlDay proven = TL_NO_DAY;

  if (done == TL_NO_DAY)
    return TL_NO_DAY;
  for (guint i = 0; i < action->evidence.n; i++)
    {
      const TlEvidenceFacts *evidence = action->evidence.rows[i];

      if (evidence->date >= done && tl_judge_knows (judge, evidence->date)
          && evidence->verdict == TL_VERDICT_SUPPORTS && tl_evidence_get_kind (evidence) == TL_EVIDENCE_KIND_OUTCOME)
        proven = tl_day_earliest (proven, evidence->date);
    }
  return proven;
}

static TlEvidenceItem
read_evidence (const TlEvidenceFacts *evidence)
{
  return (TlEvidenceItem) {
    .date = evidence->date,
    .source = evidence->source,
    .kind = tl_evidence_get_kind (evidence),
    .verdict = evidence->verdict,
    .facts = evidence,
  };
}

static void
add_readings (const TlJudge        *judge,
              const TlMeasureFacts *measure,
              GArray               *items)
{
  double target = tl_measure_get_target (measure);

  for (guint i = 0; i < measure->readings.n; i++)
    {
      const TlReadingFacts *reading = measure->readings.rows[i];
      TlReadingValue value = tl_reading_get_value (reading, measure->kind);
      TlEvidenceItem item = {
        .date = reading->date,
        .source = measure->source,
        .kind = TL_EVIDENCE_KIND_OUTCOME,
        .reading = reading,
      };

      if (value.sort <= TL_READING_NOTHING || !tl_judge_knows (judge, reading->date))
        continue;
      item.verdict = tl_measure_meets (measure, target, value.value) ? TL_VERDICT_SUPPORTS : TL_VERDICT_MIXED;
      g_array_append_val (items, item);
    }
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  return ((const TlEvidenceItem *) a)->date - ((const TlEvidenceItem *) b)->date;
}

/* Rows come by date, so that what has one origin only is in order already. */
static gboolean
is_in_order (const GArray *items)
{
  for (guint i = 1; i < items->len; i++)
    {
      if (g_array_index (items, TlEvidenceItem, i).date < g_array_index (items, TlEvidenceItem, i - 1).date)
        return FALSE;
    }
  return TRUE;
}

/**
 * tl_judge_evidence:
 * @judge: a judge
 * @risk: a risk whose facts are set
 *
 * Gathers what is evidence on a risk, in order of date: what names it, and the readings of measures that say where they
 * come from. A reading is judged by its own value, whether or not its place is pooled with others.
 */
void
tl_judge_evidence (const TlJudge   *judge,
                   TlRiskJudgement *risk)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (TlEvidenceItem));

  for (guint i = 0; i < risk->facts->evidence.n; i++)
    {
      const TlEvidenceFacts *evidence = risk->facts->evidence.rows[i];
      TlEvidenceItem item = read_evidence (evidence);

      if (tl_judge_knows (judge, evidence->date))
        g_array_append_val (items, item);
    }
  for (guint i = 0; i < risk->facts->measures.n; i++)
    {
      const TlMeasureFacts *measure = risk->facts->measures.rows[i];

      if (measure->source != TL_SOURCE_NONE)
        add_readings (judge, measure, items);
    }

  if (!is_in_order (items))
    g_array_sort (items, compare_items);
  risk->n_evidence = items->len;
  risk->evidence = tl_judge_keep_array (judge, items);
}

/**
 * tl_risk_sum_up_evidence:
 * @judge: a judge
 * @risk: a risk whose evidence is settled
 *
 * Returns: its outcome evidence of the last 92 days in numbers
 */
TlEvidenceSummary
tl_risk_sum_up_evidence (const TlJudge         *judge,
                         const TlRiskJudgement *risk)
{
  TlEvidenceSummary summary = { 0 };
  gboolean seen[N_SOURCES] = { FALSE };

  for (guint i = 0; i < risk->n_evidence; i++)
    {
      const TlEvidenceItem *item = &risk->evidence[i];

      if (item->kind != TL_EVIDENCE_KIND_OUTCOME || !tl_judge_is_within (judge, item->date, TL_EVIDENCE_DAYS))
        continue;
      summary.n_outcome++;
      summary.n_voice += tl_source_is_voice (item->source);
      if (!seen[item->source])
        {
          seen[item->source] = TRUE;
          summary.n_sources++;
          summary.n_voice_sources += tl_source_is_voice (item->source);
        }
    }
  return summary;
}

/**
 * tl_risk_find_contradiction:
 * @judge: a judge
 * @risk: a risk whose evidence is settled
 *
 * Returns: (nullable): the latest contradicting item of outcome evidence in the last 92 days that no review on or after
 *   its day decided on
 */
const TlEvidenceItem *
tl_risk_find_contradiction (const TlJudge         *judge,
                            const TlRiskJudgement *risk)
{
  TlDay decided = tl_risk_get_last_decided (judge, risk->facts);

  for (guint i = risk->n_evidence; i > 0; i--)
    {
      const TlEvidenceItem *item = &risk->evidence[i - 1];

      if (item->kind == TL_EVIDENCE_KIND_OUTCOME && item->verdict == TL_VERDICT_CONTRADICTS
          && tl_judge_is_within (judge, item->date, TL_EVIDENCE_DAYS) && item->date > decided)
        return item;
    }
  return NULL;
}

/**
 * tl_evidence_item_dup_text:
 * @self: an item of evidence
 *
 * Returns: (transfer full): what it shows: the evidence's own finding, or the reading's measure and value
 */
char *
tl_evidence_item_dup_text (const TlEvidenceItem *self)
{
  const TlReadingFacts *reading = self->reading;
  g_autofree char *value = NULL;
  TlReadingValue numbers;

  if (reading == NULL)
    return g_strdup (self->facts->finding != NULL ? self->facts->finding : "");

  numbers = tl_reading_get_value (reading, reading->measure->kind);
  value = tl_format_value (reading->measure, numbers.value);
  if (numbers.sort == TL_READING_SAMPLED && reading->measure->kind == TL_MEASURE_KIND_PROPORTION)
    {
      g_autofree char *numerator = tl_format_number (numbers.numerator, 0);
      g_autofree char *denominator = tl_format_number (numbers.denominator, 0);

      /* Translators: a measure, its value, and from how many of how many */
      return g_strdup_printf (_("%1$s: %2$s (%3$s of %4$s)"), reading->measure->title, value, numerator, denominator);
    }
  /* Translators: a measure and its value */
  return g_strdup_printf (_("%1$s: %2$s"), reading->measure->title, value);
}

static const TlPlaceFacts *
get_first (const TlPlaceFacts *place,
           const TlPlaceFacts *shift,
           const TlPlaceFacts *staff_group)
{
  return place != NULL ? place : shift != NULL ? shift : staff_group;
}

/**
 * tl_evidence_item_get_place:
 * @self: an item of evidence
 *
 * Returns: (nullable): where: its place or, when it names none, its shift or staff group
 */
const TlPlaceFacts *
tl_evidence_item_get_place (const TlEvidenceItem *self)
{
  const TlEvidenceFacts *facts = self->facts;
  const TlReadingFacts *reading = self->reading;

  return facts != NULL ? get_first (facts->place, facts->shift, facts->staff_group)
                       : get_first (reading->place, reading->shift, reading->staff_group);
}
