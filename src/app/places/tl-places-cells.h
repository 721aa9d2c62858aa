/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The cells of the table of places. */

void tl_places_cells_begin (GtkColumnView *table);

G_END_DECLS
