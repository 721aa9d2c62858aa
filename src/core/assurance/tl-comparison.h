/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-comparison-period.h"
#include "tl-samples.h"

G_BEGIN_DECLS

/* A measure compared between places. */

void tl_measure_compare_places (TlMeasureJudgement    *measure,
                                const TlJudge         *judge,
                                const TlRiskJudgement *risk,
                                const TlSamples       *samples);
void tl_measure_compare_by     (TlMeasureJudgement    *measure,
                                const TlJudge         *judge,
                                const TlRiskJudgement *risk,
                                const TlSamples       *samples,
                                TlPlaceKind            dimension,
                                const TlComparisonPeriod *period,
                                TlComparison          *comparison);
gboolean tl_measure_has_dimension (const TlJudge       *judge,
                                   const TlMeasureFacts *measure,
                                   TlPlaceKind          dimension);

void tl_comparison_copy_with_series (const TlComparison *self,
                                     const TlJudge      *judge,
                                     const TlSamples    *samples,
                                     TlComparison       *copy);

/**
 * TlPlaceSum:
 * @numerator: sum of the numerators, or of the quantities times their weights
 * @denominator: sum of the denominators, exposures or weights
 * @n_values: periods with a value
 * @n_missed: how many of the last three of those missed the target
 * @missed_last: whether the last of those missed it
 * @single: the value, if there is only one
 * @sampled: whether there is any reading
 * @exposed: whether there are exposures
 * @plain: whether there are events without exposure
 *
 * A place's readings in a window.
 */
typedef struct
{
  double numerator;
  double denominator;
  guint n_values;
  guint n_missed;
  gboolean missed_last;
  double single;
  gboolean sampled;
  gboolean exposed;
  gboolean plain;
} TlPlaceSum;

TlPlaceSum tl_place_sum       (const TlMeasureJudgement *measure,
                               const TlSeries           *place,
                               guint                     first,
                               guint                     end);
double     tl_place_sum_get_value (const TlPlaceSum     *self,
                                   TlMeasureKind         kind);
void       tl_comparison_judge (TlComparison            *self,
                                const TlMeasureJudgement *measure,
                                const TlPlaceSum         *sums);
void       tl_comparison_pool  (TlComparison            *self,
                                const TlMeasureJudgement *measure);
void       tl_comparison_judge_gap (TlComparison             *self,
                                    const TlMeasureJudgement *measure,
                                    const TlJudge            *judge);

G_END_DECLS
