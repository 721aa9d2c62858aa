/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlColumnRow:
 *
 * One column of the register in the list of columns: whether it is shown, and buttons that move it.
 */
#define TL_TYPE_COLUMN_ROW (tl_column_row_get_type ())
G_DECLARE_FINAL_TYPE (TlColumnRow, tl_column_row, TL, COLUMN_ROW, GtkListBoxRow)

TlColumnRow         *tl_column_row_new        (GtkColumnViewColumn *column);
GtkColumnViewColumn *tl_column_row_get_column (TlColumnRow         *self);
void                 tl_column_row_set_place  (TlColumnRow         *self,
                                               guint                place,
                                               guint                n);
void                 tl_column_row_focus      (TlColumnRow         *self,
                                               int                  by);

G_END_DECLS
