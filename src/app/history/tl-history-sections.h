/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-history-list.h"

G_BEGIN_DECLS

/**
 * TlHistorySections:
 *
 * A history as a list with a section for each day.
 */
#define TL_TYPE_HISTORY_SECTIONS (tl_history_sections_get_type ())
G_DECLARE_FINAL_TYPE (TlHistorySections, tl_history_sections, TL, HISTORY_SECTIONS, GObject)

TlHistorySections *tl_history_sections_new (TlHistoryList *list);

G_END_DECLS
