/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-owner-map.h"

G_BEGIN_DECLS

/**
 * TlOwnerFilterBar:
 *
 * Chooses which open risks the owner map shows: of whom, where, of which theme, and how they are owned.
 */
#define TL_TYPE_OWNER_FILTER_BAR (tl_owner_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (TlOwnerFilterBar, tl_owner_filter_bar, TL, OWNER_FILTER_BAR, AdwBin)

void     tl_owner_filter_bar_offer      (TlOwnerFilterBar *self,
                                         TlAssessment     *assessment);
void     tl_owner_filter_bar_get_filter (TlOwnerFilterBar *self,
                                         TlAssessment     *assessment,
                                         TlOwnerMapFilter *filter);
gboolean tl_owner_filter_bar_is_set     (TlOwnerFilterBar *self);
void     tl_owner_filter_bar_clear      (TlOwnerFilterBar *self);

G_END_DECLS
