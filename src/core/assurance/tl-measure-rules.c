/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-measure-rules.h"

#include <math.h>

#include "tl-reading-rules.h"

static void
judge_measure (const TlJudge        *judge,
               const TlMeasureFacts *facts,
               TlMeasureJudgement   *measure)
{
  measure->facts = facts;
  measure->role = tl_measure_get_role (facts);
  measure->target_value = tl_measure_get_target (facts);
  measure->at_most = tl_measure_is_at_most (facts);
  measure->baseline_value = tl_measure_get_baseline (facts);
  measure->series = tl_arena_allocate (judge->arena, sizeof *measure->series);
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
 * Draws the conclusions about its measures, primary ones first.
 */
void
tl_judge_measures (const TlJudge   *judge,
                   TlRiskJudgement *risk)
{
  g_autoptr (GPtrArray) measures = g_ptr_array_new ();

  for (guint i = 0; i < risk->facts->measures.n; i++)
    g_ptr_array_add (measures, (gpointer) risk->facts->measures.rows[i]);
  g_ptr_array_sort (measures, compare_measures);

  risk->n_measures = measures->len;
  risk->measures = tl_arena_allocate (judge->arena, measures->len * sizeof *risk->measures);
  for (guint i = 0; i < measures->len; i++)
    judge_measure (judge, g_ptr_array_index (measures, i), &risk->measures[i]);
  if (risk->n_measures > 0 && risk->measures[0].role == TL_ROLE_PRIMARY)
    risk->primary = &risk->measures[0];
}
