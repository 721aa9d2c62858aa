/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"
#include "tl-chart.h"

G_BEGIN_DECLS

/**
 * TlMeasureChart:
 *
 * The process chart of a measure, small, beside what it is the ground of. Its parts are its readings.
 */
#define TL_TYPE_MEASURE_CHART (tl_measure_chart_get_type ())
G_DECLARE_FINAL_TYPE (TlMeasureChart, tl_measure_chart, TL, MEASURE_CHART, TlChart)

GtkWidget *tl_measure_chart_new         (void);
void       tl_measure_chart_set_measure (TlMeasureChart           *self,
                                         TlAssessment             *assessment,
                                         const TlMeasureJudgement *measure);

G_END_DECLS
