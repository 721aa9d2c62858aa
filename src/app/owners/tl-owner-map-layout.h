/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-owner-map.h"

G_BEGIN_DECLS

/**
 * TlOwnerMapLayout:
 *
 * Lays out four columns of nodes, or their headings, so that both stand above one another.
 */
#define TL_TYPE_OWNER_MAP_LAYOUT (tl_owner_map_layout_get_type ())
G_DECLARE_FINAL_TYPE (TlOwnerMapLayout, tl_owner_map_layout, TL, OWNER_MAP_LAYOUT, GtkLayoutManager)

void              tl_owner_map_layout_set_place   (TlOwnerMapLayout *self,
                                                   GtkWidget        *child,
                                                   TlMapColumn       column,
                                                   double            row);
void              tl_owner_map_layout_set_pattern (TlOwnerMapLayout *self,
                                                   GtkWidget        *pattern);
void              tl_owner_map_layout_set_column_pattern (TlOwnerMapLayout *self,
                                                   GtkWidget        *pattern);
void              tl_owner_map_layout_set_rows    (TlOwnerMapLayout *self,
                                                   double            rows);
double            tl_owner_map_layout_get_zoom    (TlOwnerMapLayout *self);
void              tl_owner_map_layout_set_zoom    (TlOwnerMapLayout *self,
                                                   double            zoom);
double            tl_owner_map_layout_get_pitch   (TlOwnerMapLayout *self);
void              tl_owner_map_layout_get_box     (TlOwnerMapLayout *self,
                                                   TlMapColumn       column,
                                                   double            row,
                                                   graphene_rect_t  *box);

G_END_DECLS
