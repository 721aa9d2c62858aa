/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-chart.h"
#include "tl-place-comparison.h"

G_BEGIN_DECLS

/**
 * TlPlacesGap:
 *
 * How far apart the best and the worst place were, over time. Its parts are the ends of periods.
 */
#define TL_TYPE_PLACES_GAP (tl_places_gap_get_type ())
G_DECLARE_FINAL_TYPE (TlPlacesGap, tl_places_gap, TL, PLACES_GAP, TlChart)

void        tl_places_gap_set_comparison (TlPlacesGap       *self,
                                          TlPlaceComparison *comparison);
const char *tl_places_gap_explain        (TlPlacesGap       *self);
char       *tl_places_gap_say            (TlPlacesGap       *self);

G_END_DECLS
