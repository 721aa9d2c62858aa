/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-place-comparison.h"

#include "tl-assessment-private.h"
#include "tl-comparison.h"
#include "tl-place-rules.h"

/* What is handed out stands first. */
typedef struct
{
  TlPlaceComparison public;
  gatomicrefcount references;
  TlArena *arena;
  TlMeasureJudgement measure;
  TlComparison comparison;
} Holding;

G_DEFINE_BOXED_TYPE (TlPlaceComparison, tl_place_comparison, tl_place_comparison_ref, tl_place_comparison_unref)

static TlJudge
get_judge (const Holding *self)
{
  TlJudge judge = self->public.assessment->judge;

  judge.arena = self->arena;
  return judge;
}

static const TlComparison *
find_judged (const TlMeasureJudgement *measure,
             TlPlaceKind               dimension)
{
  for (guint i = 0; i < measure->n_comparisons; i++)
    {
      if (measure->comparisons[i].dimension == dimension)
        return &measure->comparisons[i];
    }
  return NULL;
}

/* What findings rest on is there already; another time is worked out. */
static void
compare (Holding         *self,
         const TlSamples *samples,
         TlPlaceKind      dimension)
{
  const TlComparison *judged = find_judged (&self->measure, dimension);
  TlJudge judge = get_judge (self);

  if (judged != NULL && self->public.period.span == TL_SPAN_LATEST)
    tl_comparison_copy_with_series (judged, &judge, samples, &self->comparison);
  else
    tl_measure_compare_by (&self->measure, &judge, self->public.risk, samples, dimension, &self->public.period,
                           &self->comparison);
  self->public.alone = self->comparison.n_places < 2;
  if (!self->public.alone)
    return;

  self->comparison.comparable = FALSE;
  self->comparison.evenness = TL_EVENNESS_NOT_KNOWN;
  self->comparison.hidden = FALSE;
  self->comparison.n_weak = 0;
  for (guint i = 0; i < self->comparison.n_places; i++)
    {
      TlPlaceJudgement *place = &self->comparison.places[i];

      if (place->state != TL_PLACE_STATE_UNSAMPLED)
        place->state = TL_PLACE_STATE_TOO_FEW;
    }
}

/* The order stays, so that what comes first is still the weakest. */
static void
keep_within (Holding *self)
{
  TlComparison *comparison = &self->comparison;
  TlPlaceJudgement *places = tl_arena_allocate (self->arena, comparison->n_places * sizeof *places);
  TlJudge judge = get_judge (self);
  guint n = 0;

  comparison->n_weak = 0;
  for (guint i = 0; i < comparison->n_places; i++)
    {
      const TlPlaceJudgement *place = &comparison->places[i];

      if (place->place == self->public.within || !tl_place_is_within (place->place, self->public.within))
        continue;
      places[n++] = *place;
      comparison->n_weak += comparison->comparable && place->state == TL_PLACE_STATE_WEAK;
    }
  comparison->places = places;
  comparison->n_places = n;
  comparison->gap_trend = TL_GAP_NOT_KNOWN;
  tl_comparison_judge_gap (comparison, &self->measure, &judge);
}

/* What the rows come to and hide, by the same rule as for all: the gap aside, which is limited for all places together. */
static void
judge_within (Holding *self)
{
  TlComparison *comparison = &self->comparison;
  gboolean unsure = comparison->n_places == 0 || !comparison->comparable;

  for (guint i = 0; i < comparison->n_places; i++)
    unsure |= comparison->places[i].state == TL_PLACE_STATE_TOO_FEW || comparison->places[i].state == TL_PLACE_STATE_UNSAMPLED;
  comparison->evenness = comparison->n_weak > 0 ? TL_EVENNESS_UNEVEN : unsure ? TL_EVENNESS_NOT_KNOWN : TL_EVENNESS_EVEN;
  comparison->hidden = comparison->n_weak > 0
                       && tl_measure_meets (self->measure.facts, self->measure.target_value, self->public.here.value);
}

static void
add_up (Holding *self)
{
  TlComparison here = { .places = self->comparison.places, .n_places = self->comparison.n_places };

  tl_comparison_pool (&here, &self->measure);
  self->public.here.numerator = here.pooled_numerator;
  self->public.here.denominator = here.pooled_denominator;
  self->public.here.value = here.pooled_value;
  self->public.here.low = here.pooled_low;
  self->public.here.high = here.pooled_high;
}

/* Thousands of readings are of a few hundred places, and as many may be in scope. */
static gboolean
compares (const Holding      *self,
          GHashTable         *known,
          const TlPlaceFacts *place)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (known, place));

  if (found == 0)
    {
      found = tl_risk_compares_place (self->public.risk->facts, place) ? 2 : 1;
      g_hash_table_insert (known, (gpointer) place, GUINT_TO_POINTER (found));
    }
  return found == 2;
}

static void
note_reading (Holding              *self,
              GHashTable           *known,
              const TlReadingFacts *reading,
              TlReadingSort         sort,
              gboolean              kept)
{
  TlLeftOut *left_out = &self->public.left_out;
  const TlPlaceFacts *place = tl_reading_get_place (reading, self->comparison.dimension);

  if (sort == TL_READING_IMPOSSIBLE)
    left_out->impossible++;
  else if (sort == TL_READING_NOTHING)
    left_out->nothing++;
  else if (!kept)
    left_out->above++;
  else if (sort == TL_READING_BARE)
    left_out->bare++;
  else if (place == NULL)
    left_out->unplaced++;
  else if (!compares (self, known, place))
    left_out->elsewhere++;
  else if (!tl_comparison_period_has_place (&self->public.period, self->public.assessment->judge.as_at, place))
    {
      if (left_out->ended++ == 0)
        left_out->ended_place = place;
    }
  else if (place->from_date != TL_NO_DAY && reading->date < place->from_date && left_out->early++ == 0)
    left_out->early_place = place;
}

/* Readings and those that count come in the same order. */
static void
find_left_out (Holding         *self,
               const TlSamples *samples)
{
  const TlMeasureFacts *facts = self->measure.facts;
  const TlComparison *comparison = &self->comparison;
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  guint next = 0;

  for (guint i = 0; comparison->window_periods > 0 && i < facts->readings.n; i++)
    {
      const TlReadingFacts *reading = facts->readings.rows[i];
      gboolean kept = next < samples->n && samples->samples[next].reading == reading;

      next += kept;
      if (reading->date >= comparison->window_start && reading->date <= comparison->window_end
          && reading->date <= self->public.assessment->judge.as_at)
        note_reading (self, known, reading, tl_reading_get_value (reading, facts->kind).sort, kept);
    }
}

/**
 * tl_place_comparison_new:
 * @assessment: what is concluded
 * @measure: one of its measures
 * @dimension: location, team, shift or staff group
 * @period: for what time
 * @within: (nullable): only places beneath this one, which are looked at more closely; %NULL for all
 *
 * Compares a measure between places. The latest window is what findings and the line rest on; another time is judged by
 * the same rules, with the target as that time's last period meets it. It takes time in proportion to the measure's
 * readings, and may be called on any thread.
 *
 * Returns: (transfer full): the comparison, maybe of no place at all
 */
TlPlaceComparison *
tl_place_comparison_new (TlAssessment             *assessment,
                         const TlMeasureJudgement *measure,
                         TlPlaceKind               dimension,
                         const TlComparisonPeriod *period,
                         const TlPlaceFacts       *within)
{
  Holding *self = g_new0 (Holding, 1);
  g_auto (TlSamples) samples = { NULL };

  g_atomic_ref_count_init (&self->references);
  self->arena = tl_arena_new ();
  self->measure = *measure;
  self->public.assessment = tl_assessment_ref (assessment);
  self->public.risk = tl_assessment_find_risk (assessment, &measure->facts->risk->base.id);
  self->public.measure = &self->measure;
  self->public.comparison = &self->comparison;
  self->public.period = *period;
  self->public.within = within;

  tl_samples_init (&samples, &assessment->judge, measure->facts);
  compare (self, &samples, dimension);
  find_left_out (self, &samples);
  if (within != NULL)
    keep_within (self);
  add_up (self);
  if (within != NULL)
    judge_within (self);
  return &self->public;
}

/**
 * tl_place_comparison_ref:
 * @self: a comparison
 *
 * Returns: (transfer full): the same comparison, held once more
 */
TlPlaceComparison *
tl_place_comparison_ref (TlPlaceComparison *self)
{
  g_atomic_ref_count_inc (&((Holding *) self)->references);
  return self;
}

/**
 * tl_place_comparison_unref:
 * @self: (transfer full): a comparison
 *
 * Lets go of it; the last to do so frees it, and lets go of the assessment.
 */
void
tl_place_comparison_unref (TlPlaceComparison *self)
{
  Holding *holding = (Holding *) self;

  if (!g_atomic_ref_count_dec (&holding->references))
    return;
  tl_arena_free (holding->arena);
  tl_assessment_unref (self->assessment);
  g_free (holding);
}

/**
 * tl_place_comparison_may_have:
 * @assessment: what is concluded
 * @measure: one of its measures
 * @dimension: location, team, shift or staff group
 *
 * Tells whether the dimension is worth offering: its risk's scope or a reading names a place of that kind, be there only
 * one, of which is then said that there is nothing to compare it with.
 *
 * Returns: whether there may be something to compare
 */
gboolean
tl_place_comparison_may_have (const TlAssessment       *assessment,
                              const TlMeasureJudgement *measure,
                              TlPlaceKind               dimension)
{
  return find_judged (measure, dimension) != NULL
         || tl_measure_has_dimension (&assessment->judge, measure->facts, dimension);
}

/**
 * tl_place_comparison_may_be:
 * @assessment: what is concluded
 * @measure: one of its measures
 *
 * Returns: whether there may be something to compare in any dimension
 */
gboolean
tl_place_comparison_may_be (const TlAssessment       *assessment,
                            const TlMeasureJudgement *measure)
{
  gboolean may = measure->n_comparisons > 0;

  for (TlPlaceKind kind = TL_PLACE_KIND_LOCATION; !may && kind <= TL_PLACE_KIND_STAFF_GROUP; kind++)
    may = tl_place_comparison_may_have (assessment, measure, kind);
  return may;
}
