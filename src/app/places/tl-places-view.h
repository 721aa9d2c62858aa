/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-view.h"

G_BEGIN_DECLS

/**
 * TlPlacesView:
 *
 * A measure compared between the places of one kind: a table and, on the same rows, intervals; beneath, what is known of
 * the place that is chosen.
 */
#define TL_TYPE_PLACES_VIEW (tl_places_view_get_type ())
G_DECLARE_FINAL_TYPE (TlPlacesView, tl_places_view, TL, PLACES_VIEW, TlView)

G_END_DECLS
