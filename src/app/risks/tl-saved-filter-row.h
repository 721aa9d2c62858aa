/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-saved-filters.h"

G_BEGIN_DECLS

/**
 * TlSavedFilterRow:
 *
 * A saved filter in the list of them, which can be renamed in its place or removed.
 */
#define TL_TYPE_SAVED_FILTER_ROW (tl_saved_filter_row_get_type ())
G_DECLARE_FINAL_TYPE (TlSavedFilterRow, tl_saved_filter_row, TL, SAVED_FILTER_ROW, GtkListBoxRow)

TlSavedFilterRow *tl_saved_filter_row_new        (TlSavedFilters   *filters,
                                                  TlSavedFilter    *filter);
TlSavedFilter    *tl_saved_filter_row_get_filter (TlSavedFilterRow *self);
void              tl_saved_filter_row_set_used   (TlSavedFilterRow *self,
                                                  gboolean          used);

G_END_DECLS
