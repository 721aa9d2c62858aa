/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-print-dialog.h"
#include "tl-view.h"

G_BEGIN_DECLS

/**
 * TlPlacesView:
 *
 * A measure compared between the places of one kind, for any time: a table and, on the same rows, intervals; the places by
 * the size of their sample; the gap between them over time; or all measures at once. Beneath, what is known of the place that
 * is chosen, and what can be done for it.
 */
#define TL_TYPE_PLACES_VIEW (tl_places_view_get_type ())
G_DECLARE_FINAL_TYPE (TlPlacesView, tl_places_view, TL, PLACES_VIEW, TlView)

void tl_places_view_choose_printing (TlPlacesView  *self,
                                     TlPrintDialog *dialog);

G_END_DECLS
