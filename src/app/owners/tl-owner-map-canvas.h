/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-owner-map.h"

G_BEGIN_DECLS

/* Below this the text of nodes can't be read at arm's length. */
#define TL_OWNER_MAP_LEAST_ZOOM 0.75
#define TL_OWNER_MAP_MOST_ZOOM 2.0

/**
 * TlOwnerMapCanvas:
 *
 * The owner map: its nodes as buttons, its edges drawn beneath them. What the pointer is on, has the keyboard or was
 * chosen keeps its paths, the others are dimmed; arrow keys follow the edges, and typing finds a node. Of a large map only
 * the nodes near what is seen are there.
 */
#define TL_TYPE_OWNER_MAP_CANVAS (tl_owner_map_canvas_get_type ())
G_DECLARE_FINAL_TYPE (TlOwnerMapCanvas, tl_owner_map_canvas, TL, OWNER_MAP_CANVAS, GtkWidget)

void              tl_owner_map_canvas_set_map     (TlOwnerMapCanvas *self,
                                                   TlOwnerMap       *map);
const TlOwnerMap *tl_owner_map_canvas_get_map     (TlOwnerMapCanvas *self);
void              tl_owner_map_canvas_set_chosen  (TlOwnerMapCanvas *self,
                                                   guint             number);
guint             tl_owner_map_canvas_get_chosen  (TlOwnerMapCanvas *self);
GtkWidget        *tl_owner_map_canvas_find_widget (TlOwnerMapCanvas *self,
                                                   guint             number);
GtkWidget        *tl_owner_map_canvas_reveal      (TlOwnerMapCanvas *self,
                                                   guint             number);
double            tl_owner_map_canvas_get_zoom    (TlOwnerMapCanvas *self);
void              tl_owner_map_canvas_set_zoom    (TlOwnerMapCanvas *self,
                                                   double            zoom);
void              tl_owner_map_canvas_step_zoom   (TlOwnerMapCanvas *self,
                                                   int               steps);
void              tl_owner_map_canvas_fit         (TlOwnerMapCanvas *self);
void              tl_owner_map_canvas_align       (TlOwnerMapCanvas *self,
                                                   GtkWidget        *headings);

G_END_DECLS
