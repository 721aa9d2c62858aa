/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-comparison-chart.h"

G_BEGIN_DECLS

/**
 * TlPlacesFunnel:
 *
 * The places of a measure by the size of their sample, with the limits of chance. Its parts are the places that have one.
 */
#define TL_TYPE_PLACES_FUNNEL (tl_places_funnel_get_type ())
G_DECLARE_FINAL_TYPE (TlPlacesFunnel, tl_places_funnel, TL, PLACES_FUNNEL, TlComparisonChart)


G_END_DECLS
