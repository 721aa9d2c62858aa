/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Which columns a table shows and in what order, as the person at this computer chose. */

/* The column that says what a row is; a table without it would be of no use. */
#define TL_RISKS_COLUMN_ALWAYS "risk"

void  tl_risks_columns_remember (GtkColumnView       *table,
                                 GSettings           *settings);
void  tl_risks_columns_show     (GtkColumnViewColumn *column,
                                 gboolean             visible);
guint tl_risks_columns_move     (GtkColumnView       *table,
                                 GtkColumnViewColumn *column,
                                 int                  by);

G_END_DECLS
