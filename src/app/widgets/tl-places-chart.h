/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-comparison-chart.h"

G_BEGIN_DECLS

/**
 * TlPlacesChart:
 *
 * The first few places of a comparison, each with its interval against the target, small.
 */
#define TL_TYPE_PLACES_CHART (tl_places_chart_get_type ())
G_DECLARE_FINAL_TYPE (TlPlacesChart, tl_places_chart, TL, PLACES_CHART, TlComparisonChart)

GtkWidget *tl_places_chart_new (void);

G_END_DECLS
