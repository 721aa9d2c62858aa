/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-place-comparison.h"

G_BEGIN_DECLS

#define TL_TYPE_PLACES_GAP_PAGE (tl_places_gap_page_get_type ())

/**
 * TlPlacesGapPage:
 *
 * The gap of a comparison over time, and what it comes to.
 */
G_DECLARE_FINAL_TYPE (TlPlacesGapPage, tl_places_gap_page, TL, PLACES_GAP_PAGE, GtkBox)

void tl_places_gap_page_set_comparison (TlPlacesGapPage   *self,
                                        TlPlaceComparison *comparison);

G_END_DECLS
