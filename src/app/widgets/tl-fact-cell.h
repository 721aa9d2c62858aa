/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlFactCell:
 *
 * Two lines of a row: a fact, then its ground.
 */
#define TL_TYPE_FACT_CELL (tl_fact_cell_get_type ())
G_DECLARE_FINAL_TYPE (TlFactCell, tl_fact_cell, TL, FACT_CELL, GtkBox)

G_END_DECLS
