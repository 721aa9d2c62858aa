/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-comparison-period.h"

G_BEGIN_DECLS

/**
 * TlLeftOut:
 * @impossible: readings with a numerator above the denominator, a negative number, or none
 * @nothing: readings of 0 of 0: nothing to sample
 * @above: readings for several places together, where those places have readings of their own in the same period
 * @bare: bare percentages, which don't add up
 * @unplaced: readings that name no place of the kind compared, such as a reading per house without a shift, where shifts
 *   are compared
 * @elsewhere: readings at places of the kind that the risk isn't about
 * @ended: readings at places that weren't there at the time compared: ended, or not begun
 * @ended_place: (nullable): the first of those places
 * @early: readings that do count, although they are dated before their place began
 * @early_place: (nullable): the first place that has such a reading
 *
 * Readings in the time compared that are in no place's figures, and so not in those of all together, each counted once by
 * the first of these reasons; and those that are counted though they look wrong.
 */
typedef struct
{
  guint impossible;
  guint nothing;
  guint above;
  guint bare;
  guint unplaced;
  guint elsewhere;
  guint ended;
  const TlPlaceFacts *ended_place;
  guint early;
  const TlPlaceFacts *early_place;
} TlLeftOut;

/**
 * TlPlaceComparison:
 * @assessment: what it was drawn from, which it holds
 * @risk: the risk
 * @measure: the measure; its latest period and target state are those of the time compared
 * @comparison: how its places compare, with no more rows than lie within, their gap and what they hide; `comparable` is %FALSE too where there are
 *   fewer than two places to judge
 * @period: the time
 * @within: (nullable): the place whose places are shown, %NULL for all
 * @alone: whether the dimension has but one place, or none, so that there is nothing to compare
 * @here: what the rows come to, pooled: the same as the comparison's pooled figures unless @within is given
 * @left_out: which readings are in none of the figures
 *
 * A measure compared between places for some time, be it those within one place alone. A place's state is the one it has
 * among all of its kind, wherever it is looked at from: houses that are all alike are no reason to think well of them.
 */
typedef struct
{
  TlAssessment *assessment;
  const TlRiskJudgement *risk;
  const TlMeasureJudgement *measure;
  const TlComparison *comparison;
  TlComparisonPeriod period;
  const TlPlaceFacts *within;
  gboolean alone;
  struct
  {
    double numerator;
    double denominator;
    double value;
    double low;
    double high;
  } here;
  TlLeftOut left_out;
} TlPlaceComparison;

#define TL_TYPE_PLACE_COMPARISON (tl_place_comparison_get_type ())
GType              tl_place_comparison_get_type (void);
TlPlaceComparison *tl_place_comparison_new      (TlAssessment             *assessment,
                                                 const TlMeasureJudgement *measure,
                                                 TlPlaceKind               dimension,
                                                 const TlComparisonPeriod *period,
                                                 const TlPlaceFacts       *within);
TlPlaceComparison *tl_place_comparison_ref      (TlPlaceComparison        *self);
void               tl_place_comparison_unref    (TlPlaceComparison        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPlaceComparison, tl_place_comparison_unref)

gboolean           tl_place_comparison_may_have (const TlAssessment       *assessment,
                                                 const TlMeasureJudgement *measure,
                                                 TlPlaceKind               dimension);
gboolean           tl_place_comparison_may_be   (const TlAssessment       *assessment,
                                                 const TlMeasureJudgement *measure);

G_END_DECLS
