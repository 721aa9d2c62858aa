/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-place-comparison.h"
#include "tl-places-funnel.h"

G_BEGIN_DECLS

#define TL_TYPE_PLACES_FUNNEL_PAGE (tl_places_funnel_page_get_type ())

/**
 * TlPlacesFunnelPage:
 *
 * The funnel of a comparison, and what it leaves out.
 */
G_DECLARE_FINAL_TYPE (TlPlacesFunnelPage, tl_places_funnel_page, TL, PLACES_FUNNEL_PAGE, GtkBox)

void            tl_places_funnel_page_set_comparison (TlPlacesFunnelPage *self,
                                                      TlPlaceComparison  *comparison);
TlPlacesFunnel *tl_places_funnel_page_get_chart      (TlPlacesFunnelPage *self);

G_END_DECLS
