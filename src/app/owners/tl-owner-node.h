/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-owner-map.h"

G_BEGIN_DECLS

/**
 * TlOwnerNode:
 *
 * A node of the owner map as a button.
 */
#define TL_TYPE_OWNER_NODE (tl_owner_node_get_type ())
G_DECLARE_FINAL_TYPE (TlOwnerNode, tl_owner_node, TL, OWNER_NODE, GtkButton)

GtkWidget *tl_owner_node_new         (void);
GtkWidget *tl_owner_node_new_pattern (void);
void       tl_owner_node_set_node    (TlOwnerNode      *self,
                                      const TlOwnerMap *map,
                                      guint             number);
void       tl_owner_node_say         (TlOwnerNode      *self,
                                      const TlOwnerMap *map);
TlMapColumn tl_owner_node_get_column (TlOwnerNode     *self);
guint      tl_owner_node_get_number  (TlOwnerNode      *self);
void       tl_owner_node_set_look    (TlOwnerNode      *self,
                                      gboolean          chosen,
                                      gboolean          kept,
                                      gboolean          dimmed);

G_END_DECLS
