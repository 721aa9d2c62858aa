/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"

G_BEGIN_DECLS

/**
 * TlComparisonSpan:
 * @TL_SPAN_LATEST: the latest window, as findings and the line judge by it
 * @TL_SPAN_QUARTER: all counted periods that end in a quarter of a year
 * @TL_SPAN_BEFORE: the periods that ended last before an action was agreed
 * @TL_SPAN_AFTER: the first periods that began on or after the day an action was done
 *
 * Which sort of time places are compared for.
 */
typedef enum
{
  TL_SPAN_LATEST,
  TL_SPAN_QUARTER,
  TL_SPAN_BEFORE,
  TL_SPAN_AFTER,
} TlComparisonSpan;

/**
 * TlComparisonPeriod:
 * @span: the sort of time
 * @day: first day of the quarter; the day the action was agreed, or done; %TL_NO_DAY for the latest window
 * @action: (nullable): the action, which the snapshot holds
 *
 * For what time places are compared. Before and after an action are of the latest window's length and lengthen as it
 * does, to at most 12 periods until every place has a denominator of 10; so the time between agreeing and doing, in which
 * it was partly at work, counts for neither.
 */
typedef struct
{
  TlComparisonSpan span;
  TlDay day;
  const TlActionFacts *action;
} TlComparisonPeriod;

#define TL_COMPARISON_LATEST ((TlComparisonPeriod) { TL_SPAN_LATEST, TL_NO_DAY, NULL })

GArray  *tl_comparison_period_list_quarters (const TlMeasureJudgement *measure);
gboolean tl_comparison_period_before        (const TlActionJudgement  *action,
                                             TlComparisonPeriod       *period);
gboolean tl_comparison_period_after         (const TlActionJudgement  *action,
                                             TlComparisonPeriod       *period);
gboolean tl_comparison_period_has_place     (const TlComparisonPeriod *self,
                                             TlDay                     as_at,
                                             const TlPlaceFacts       *place);
guint    tl_comparison_period_find          (const TlComparisonPeriod *self,
                                             const TlSeries           *series,
                                             const TlPoint            *latest,
                                             guint                     length,
                                             guint                    *first,
                                             guint                    *end);
char    *tl_comparison_period_say           (const TlComparisonPeriod *self,
                                             TlDay                     as_at);

G_END_DECLS
