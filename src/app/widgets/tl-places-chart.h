/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"
#include "tl-chart.h"

G_BEGIN_DECLS

/**
 * TlPlacesChart:
 *
 * The first few places of a comparison, each with its interval against the target, small.
 */
#define TL_TYPE_PLACES_CHART (tl_places_chart_get_type ())
G_DECLARE_FINAL_TYPE (TlPlacesChart, tl_places_chart, TL, PLACES_CHART, TlChart)

GtkWidget *tl_places_chart_new            (void);
void       tl_places_chart_set_comparison (TlPlacesChart            *self,
                                           TlAssessment             *assessment,
                                           const TlMeasureJudgement *measure,
                                           const TlComparison       *comparison);

G_END_DECLS
