/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-place-row.h"

G_BEGIN_DECLS

/**
 * TlPlacePane:
 *
 * What is known of a place beneath the comparison: why it lags, what supports it, and what there is to learn.
 */
#define TL_TYPE_PLACE_PANE (tl_place_pane_get_type ())
G_DECLARE_FINAL_TYPE (TlPlacePane, tl_place_pane, TL, PLACE_PANE, GtkWidget)

void tl_place_pane_set_row    (TlPlacePane           *self,
                               TlPlaceRow            *row,
                               const TlRiskJudgement *risk,
                               TlDay                  as_at);
void tl_place_pane_set_inside (TlPlacePane           *self,
                               TlPlaceKind            kind);
void tl_place_pane_set_high   (TlPlacePane           *self,
                               gboolean               high);

G_END_DECLS
