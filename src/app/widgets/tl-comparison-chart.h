/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"
#include "tl-chart.h"

G_BEGIN_DECLS

/**
 * TlComparisonChart:
 *
 * A chart of the places of a measure in one dimension. It keeps the assessment that the comparison belongs to.
 */
#define TL_TYPE_COMPARISON_CHART (tl_comparison_chart_get_type ())
G_DECLARE_DERIVABLE_TYPE (TlComparisonChart, tl_comparison_chart, TL, COMPARISON_CHART, TlChart)

struct _TlComparisonChartClass
{
  TlChartClass parent_class;
};

const TlMeasureJudgement *tl_comparison_chart_get_measure    (TlComparisonChart        *self);
const TlComparison       *tl_comparison_chart_get_comparison (TlComparisonChart        *self);
void                      tl_comparison_chart_set_comparison (TlComparisonChart        *self,
                                                              TlAssessment             *assessment,
                                                              const TlMeasureJudgement *measure,
                                                              const TlComparison       *comparison);

G_END_DECLS
