/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-owner-map.h"

G_BEGIN_DECLS

/**
 * TlOwnerMapCanvas:
 *
 * The owner map: its nodes as buttons, its edges drawn beneath them. The node that is chosen or has the focus keeps its
 * paths, the others are dimmed; arrow keys follow the edges.
 */
#define TL_TYPE_OWNER_MAP_CANVAS (tl_owner_map_canvas_get_type ())
G_DECLARE_FINAL_TYPE (TlOwnerMapCanvas, tl_owner_map_canvas, TL, OWNER_MAP_CANVAS, GtkWidget)

void              tl_owner_map_canvas_set_map    (TlOwnerMapCanvas *self,
                                                  TlOwnerMap       *map);
const TlOwnerMap *tl_owner_map_canvas_get_map    (TlOwnerMapCanvas *self);
void              tl_owner_map_canvas_set_chosen (TlOwnerMapCanvas *self,
                                                  guint             number);
guint             tl_owner_map_canvas_get_chosen (TlOwnerMapCanvas *self);

G_END_DECLS
