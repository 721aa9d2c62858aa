/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-measure-rules.h"

#include "tl-change-rules.h"
#include "tl-comparison.h"
#include "tl-holding.h"
#include "tl-limits.h"
#include "tl-reading-rules.h"
#include "tl-samples.h"
#include "tl-series-rules.h"

/* The chart's limits judge the process as it stands, if it still stands: a series that stopped assures nothing. */
static TlTargetAssurance
get_assurance (const TlMeasureJudgement *measure)
{
  const TlPoint *latest = measure->latest;
  TlLimits limits;

  if (latest == NULL)
    return TL_TARGET_ASSURANCE_NONE;
  limits = (TlLimits) { latest->mean, latest->lower, latest->upper, measure->series->n_points };
  return tl_limits_assure (&limits, measure->target_value, measure->at_most);
}

static void
judge_measure (const TlJudge         *judge,
               const TlRiskJudgement *risk,
               const TlMeasureFacts  *facts,
               TlMeasureJudgement    *measure)
{
  g_auto (TlSamples) samples = { NULL };

  measure->facts = facts;
  measure->role = tl_measure_get_role (facts);
  measure->target_value = tl_measure_get_target (facts);
  measure->at_most = tl_measure_is_at_most (facts);
  measure->baseline_value = tl_measure_get_baseline (facts);
  measure->series = tl_arena_allocate (judge->arena, sizeof *measure->series);
  if (!tl_judge_asks (judge, TL_LINE_LINK_IMPROVED))
    return;

  tl_samples_init (&samples, judge, facts);
  tl_series_fill (measure->series, judge, facts, samples.samples, samples.n);
  measure->series->left_out += samples.left_out;
  measure->series->left_out_above = samples.left_out_above;
  tl_measure_draw_limits (measure, judge, risk->first_action);

  measure->latest = tl_series_get_latest (measure->series, judge);
  measure->target = tl_measure_get_target_state (measure);
  measure->change = tl_measure_get_change (measure, judge, risk->first_action);
  measure->assurance = get_assurance (measure);
  tl_measure_judge_holding (measure, judge, risk->reopened_on);
  tl_measure_compare_places (measure, judge, risk, &samples);
}

/* Those without a role are supporting, which is also the order in which people want to see them. */
static int
compare_measures (gconstpointer a,
                  gconstpointer b)
{
  return (int) tl_measure_get_role (*(const TlMeasureFacts * const *) a)
         - (int) tl_measure_get_role (*(const TlMeasureFacts * const *) b);
}

/**
 * tl_judge_measures:
 * @judge: a judge
 * @risk: a risk whose course and actions are settled
 *
 * Draws the conclusions about its measures, primary ones first. One that was defined later doesn't exist yet.
 */
void
tl_judge_measures (const TlJudge   *judge,
                   TlRiskJudgement *risk)
{
  g_autoptr (GPtrArray) measures = g_ptr_array_new ();

  for (guint i = 0; i < risk->facts->measures.n; i++)
    {
      const TlMeasureFacts *measure = risk->facts->measures.rows[i];

      if (tl_judge_knows (judge, measure->defined))
        g_ptr_array_add (measures, (gpointer) measure);
    }
  g_ptr_array_sort (measures, compare_measures);

  risk->n_measures = measures->len;
  risk->measures = tl_arena_allocate (judge->arena, measures->len * sizeof *risk->measures);
  for (guint i = 0; i < measures->len; i++)
    judge_measure (judge, risk, g_ptr_array_index (measures, i), &risk->measures[i]);
  if (risk->n_measures > 0 && risk->measures[0].role == TL_ROLE_PRIMARY)
    risk->primary = &risk->measures[0];
}
