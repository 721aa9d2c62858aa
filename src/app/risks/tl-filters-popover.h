/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-risks-arrangement.h"
#include "tl-saved-filters.h"

G_BEGIN_DECLS

/**
 * TlFiltersPopover:
 *
 * The saved filters: to use, to rename, to remove, and to save what is shown now as another.
 */
#define TL_TYPE_FILTERS_POPOVER (tl_filters_popover_get_type ())
G_DECLARE_FINAL_TYPE (TlFiltersPopover, tl_filters_popover, TL, FILTERS_POPOVER, GtkPopover)

void tl_filters_popover_connect (TlFiltersPopover   *self,
                                 TlRisksArrangement *arrangement,
                                 TlSavedFilters     *filters);

G_END_DECLS
