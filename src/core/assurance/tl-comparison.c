/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-comparison.h"

#include <math.h>
#include <string.h>

#include "tl-action-rules.h"
#include "tl-change-rules.h"
#include "tl-place-rules.h"
#include "tl-sample-size.h"
#include "tl-series-rules.h"

#define LONGEST_WINDOW 12

/* Which kinds of place the readings name, as a set of bits. */
static guint
find_named_kinds (const TlJudge        *judge,
                  const TlMeasureFacts *measure)
{
  guint kinds = 0;

  for (guint i = 0; i < measure->readings.n; i++)
    {
      const TlReadingFacts *reading = measure->readings.rows[i];

      if (!tl_judge_knows (judge, reading->date))
        continue;
      kinds |= reading->place != NULL ? 1u << reading->place->kind : 0;
      kinds |= reading->shift != NULL ? 1u << reading->shift->kind : 0;
      kinds |= reading->staff_group != NULL ? 1u << reading->staff_group->kind : 0;
    }
  return kinds;
}

static void
note_support (TlPlaceJudgement      *place,
              const TlJudge         *judge,
              const TlRiskJudgement *risk)
{
  for (guint i = 0; i < risk->facts->causes.n; i++)
    {
      const TlCauseFacts *cause = risk->facts->causes.rows[i];

      if (cause->place == place->place && tl_judge_knows (judge, cause->date))
        place->cause = cause;
    }
  for (guint i = 0; i < risk->n_actions; i++)
    {
      const TlActionJudgement *action = &risk->actions[i];

      place->n_open_support += action->open && action->facts->place == place->place
                               && tl_action_get_purpose (action->facts) == TL_PURPOSE_SUPPORT;
    }
}

static GArray *
list_places (const TlJudge            *judge,
             const TlRiskJudgement    *risk,
             TlPlaceKind               dimension,
             const TlComparisonPeriod *period)
{
  GArray *places = g_array_new (FALSE, TRUE, sizeof (TlPlaceJudgement));

  for (guint i = 0; i < tl_snapshot_count (judge->snapshot, TL_TABLE_PLACE); i++)
    {
      const TlPlaceFacts *facts = tl_snapshot_get (judge->snapshot, TL_TABLE_PLACE, i);
      TlPlaceJudgement place = { .place = facts };

      if (facts->kind == dimension && tl_comparison_period_has_place (period, judge->as_at, facts)
          && tl_risk_compares_place (risk->facts, facts))
        g_array_append_val (places, place);
    }
  return places;
}

/* Gives each place the series of its own readings, in one pass over all. */
static void
fill_series (const TlComparison *self,
             const TlJudge      *judge,
             const TlSamples    *samples)
{
  g_autoptr (GHashTable) indices = g_hash_table_new (NULL, NULL);
  g_autofree guint *ends = g_new0 (guint, self->n_places + 1);
  g_autofree guint *owners = g_new (guint, samples->n + 1);
  g_autofree TlSample *sorted = g_new (TlSample, samples->n + 1);

  for (guint i = 0; i < self->n_places; i++)
    g_hash_table_insert (indices, (gpointer) self->places[i].place, GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < samples->n; i++)
    {
      const TlPlaceFacts *place = tl_reading_get_place (samples->samples[i].reading, self->dimension);

      owners[i] = GPOINTER_TO_UINT (g_hash_table_lookup (indices, place));
      ends[owners[i]]++;
    }
  for (guint i = 1; i <= self->n_places; i++)
    ends[i] += ends[i - 1];
  for (guint i = samples->n; i > 0; i--)
    sorted[--ends[owners[i - 1]]] = samples->samples[i - 1];

  for (guint i = 0; i < self->n_places; i++)
    {
      guint begin = ends[i + 1];
      guint end = i + 1 < self->n_places ? ends[i + 2] : samples->n;
      TlSeries *series = tl_arena_allocate (judge->arena, sizeof *series);

      tl_series_fill (series, judge, samples->measure, sorted + begin, end - begin);
      self->places[i].series = series;
    }
}

/**
 * tl_comparison_copy_with_series:
 * @self: a comparison, whose places have no series
 * @judge: a judge, in whose arena the copy's places are kept
 * @samples: the readings that count
 * @copy: (out caller-allocates): the same comparison, in which each place has the series of its own readings
 *
 * Works out what isn't kept with what is concluded.
 */
void
tl_comparison_copy_with_series (const TlComparison *self,
                                const TlJudge      *judge,
                                const TlSamples    *samples,
                                TlComparison       *copy)
{
  gsize size = self->n_places * sizeof *self->places;

  *copy = *self;
  copy->places = memcpy (tl_arena_allocate (judge->arena, size), self->places, size);
  fill_series (copy, judge, samples);
}

static gboolean
have_enough (const TlPlaceSum *sums,
             guint             n)
{
  for (guint i = 0; i < n; i++)
    {
      if (!(sums[i].denominator >= TL_ENOUGH_RECORDS))
        return FALSE;
    }
  return TRUE;
}

/* A window grows until every place has enough records. Another time than the latest is judged as it stood then. */
static void
choose_window (TlComparison             *comparison,
               TlMeasureJudgement       *measure,
               const TlJudge            *judge,
               const TlComparisonPeriod *period,
               TlPlaceSum               *sums)
{
  const TlSeries *series = measure->series;
  guint length = tl_measure_get_window_length (judge, measure->facts);
  guint first = 0, end = 0, n = 0;

  for (;; length++)
    {
      guint found = tl_comparison_period_find (period, series, measure->latest, length, &first, &end);

      if (found == n && n > 0)
        break;
      n = found;
      for (guint i = 0; i < comparison->n_places; i++)
        sums[i] = tl_place_sum (measure, comparison->places[i].series, first, end);
      if (length >= LONGEST_WINDOW || n < length || have_enough (sums, comparison->n_places))
        break;
    }

  if (period->span != TL_SPAN_LATEST)
    {
      measure->latest = n > 0 ? &series->points[end - 1] : NULL;
      measure->target = tl_measure_get_target_state (measure);
    }
  comparison->window_periods = n;
  if (n > 0)
    {
      comparison->window_start = series->points[first].start;
      comparison->window_end = measure->latest->end;
    }
}

static int
get_rank (TlPlaceState state)
{
  switch (state)
    {
    case TL_PLACE_STATE_WEAK:
      return 0;
    case TL_PLACE_STATE_WATCH:
      return 1;
    case TL_PLACE_STATE_IN_LINE:
      return 2;
    case TL_PLACE_STATE_TOO_FEW:
      return 3;
    case TL_PLACE_STATE_UNSAMPLED:
    default:
      return 4;
    }
}

static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const TlPlaceJudgement *place_a = a, *place_b = b;
  const TlMeasureJudgement *measure = data;
  double value_a = place_a->value, value_b = place_b->value;

  if (place_a->state != place_b->state)
    return get_rank (place_a->state) - get_rank (place_b->state);
  if (isnan (value_a) != isnan (value_b))
    return isnan (value_a) - isnan (value_b);
  if (value_a != value_b && !isnan (value_a))
    return (value_a < value_b) == measure->at_most ? 1 : -1;
  return tl_facts_compare_refs (place_a->place->base.ref, place_b->place->base.ref);
}

static void
compare_dimension (TlComparison             *comparison,
                   TlMeasureJudgement       *measure,
                   const TlJudge            *judge,
                   const TlRiskJudgement    *risk,
                   const TlSamples          *samples,
                   const TlComparisonPeriod *period)
{
  g_autofree TlPlaceSum *sums = g_new0 (TlPlaceSum, comparison->n_places);

  fill_series (comparison, judge, samples);
  choose_window (comparison, measure, judge, period, sums);
  for (guint i = 0; i < comparison->n_places; i++)
    note_support (&comparison->places[i], judge, risk);
  tl_comparison_judge (comparison, measure, sums);
  tl_comparison_judge_gap (comparison, measure, judge);

  if (comparison->n_weak > 0 || comparison->gap > measure->facts->largest_gap)
    comparison->evenness = TL_EVENNESS_UNEVEN;
  comparison->hidden = comparison->evenness == TL_EVENNESS_UNEVEN && measure->target >= TL_TARGET_MET;
  g_sort_array (comparison->places, comparison->n_places, sizeof *comparison->places, compare_places, (gpointer) measure);
}

static void
begin_comparison (TlComparison  *comparison,
                  const TlJudge *judge,
                  TlPlaceKind    dimension,
                  const GArray  *places)
{
  *comparison = (TlComparison) { .dimension = dimension };
  comparison->n_places = places->len;
  comparison->places = tl_judge_keep_array (judge, places);
}

/**
 * tl_measure_compare_by:
 * @measure: a measure whose target state is settled; for another time than the latest, its latest period and target state
 *   become those of that time
 * @judge: a judge
 * @risk: its risk, whose actions are settled
 * @samples: the readings that count
 * @dimension: location, team, shift or staff group
 * @period: the time
 * @comparison: (out): how the places compare
 *
 * Compares the measure between the places of one kind. Fewer than two aren't judged.
 */
void
tl_measure_compare_by (TlMeasureJudgement       *measure,
                       const TlJudge            *judge,
                       const TlRiskJudgement    *risk,
                       const TlSamples          *samples,
                       TlPlaceKind               dimension,
                       const TlComparisonPeriod *period,
                       TlComparison             *comparison)
{
  g_autoptr (GArray) places = list_places (judge, risk, dimension, period);

  begin_comparison (comparison, judge, dimension, places);
  compare_dimension (comparison, measure, judge, risk, samples, period);
}

/**
 * tl_measure_has_dimension:
 * @judge: a judge
 * @measure: a measure
 * @dimension: location, team, shift or staff group
 *
 * Returns: whether its risk's scope or a reading names a place of that kind
 */
gboolean
tl_measure_has_dimension (const TlJudge        *judge,
                          const TlMeasureFacts *measure,
                          TlPlaceKind           dimension)
{
  return tl_risk_scope_names (measure->risk, dimension) || (find_named_kinds (judge, measure) & (1u << dimension)) != 0;
}

/**
 * tl_measure_compare_places:
 * @measure: a measure whose target state is settled
 * @judge: a judge
 * @risk: its risk, whose actions are settled
 * @samples: the readings that count
 *
 * Compares the measure by location, team, shift and staff group, as far as the risk's scope or a reading names a place of
 * that kind, and there are at least two.
 */
void
tl_measure_compare_places (TlMeasureJudgement    *measure,
                           const TlJudge         *judge,
                           const TlRiskJudgement *risk,
                           const TlSamples       *samples)
{
  g_autoptr (GArray) comparisons = g_array_new (FALSE, TRUE, sizeof (TlComparison));
  g_autoptr (TlArena) arena = tl_arena_new ();
  guint kinds = find_named_kinds (judge, measure->facts);
  TlJudge passing = *judge;

  /* What is worked out on the way goes. */
  passing.arena = arena;
  for (TlPlaceKind kind = TL_PLACE_KIND_LOCATION; kind <= TL_PLACE_KIND_STAFF_GROUP; kind++)
    {
      g_autoptr (GArray) places = NULL;
      TlComparison comparison;

      if ((kinds & (1u << kind)) == 0 && !tl_risk_scope_names (risk->facts, kind))
        continue;
      places = list_places (judge, risk, kind, &TL_COMPARISON_LATEST);
      if (places->len < 2)
        continue;
      begin_comparison (&comparison, judge, kind, places);
      compare_dimension (&comparison, measure, &passing, risk, samples, &TL_COMPARISON_LATEST);
      for (guint i = 0; i < comparison.n_places; i++)
        comparison.places[i].series = NULL;
      g_array_append_val (comparisons, comparison);
    }
  measure->n_comparisons = comparisons->len;
  measure->comparisons = tl_judge_keep_array (judge, comparisons);
}
