/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-overview-entry.h"

G_BEGIN_DECLS

/**
 * TlOverviewRow:
 *
 * What a line of the overview's lists looks like.
 */
#define TL_TYPE_OVERVIEW_ROW (tl_overview_row_get_type ())
G_DECLARE_FINAL_TYPE (TlOverviewRow, tl_overview_row, TL, OVERVIEW_ROW, GtkBox)

GtkWidget       *tl_overview_row_new       (TlOverviewEntry *entry);
TlOverviewEntry *tl_overview_row_get_entry (TlOverviewRow   *self);

G_END_DECLS
