/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlGroundRow:
 *
 * One thing that a link of the line rests on: a text, what supports it, and perhaps a mark before it.
 */
#define TL_TYPE_GROUND_ROW (tl_ground_row_get_type ())
G_DECLARE_FINAL_TYPE (TlGroundRow, tl_ground_row, TL, GROUND_ROW, GtkBox)

GtkWidget *tl_ground_row_new (GtkWidget  *mark,
                              const char *text,
                              const char *detail);
GtkWidget *tl_ground_row_new_link (GtkWidget  *mark,
                              const char *text,
                              const char *detail,
                              const char *action,
                              GVariant   *target);

G_END_DECLS
