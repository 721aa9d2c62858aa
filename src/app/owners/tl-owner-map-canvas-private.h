/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-owner-map-canvas.h"
#include "tl-owner-map-layout.h"

G_BEGIN_DECLS

/* The canvas is in five files: itself, its nodes, the edges beneath them, what is kept as pixels, and what keys and gestures
 * do. */

/* The edges of a part of the map's height, between each two columns, drawn once. */
typedef struct
{
  guint number;
  guint n_drawn;
  GskRenderNode *nodes[TL_N_MAP_COLUMNS - 1];
} TlOwnerMapBand;

struct _TlOwnerMapCanvas
{
  GtkWidget parent_instance;

  TlOwnerMap *map;
  guint chosen;
  guint hovered;
  guint focused;
  /* The paths that are kept, and through which node. */
  TlMapTrace *trace;
  guint traced;

  /* Buttons by the number of their node; some of each column that show none at the moment, since those of one have the same
   * parts; and the one by which all are measured. */
  GHashTable *shown;
  GPtrArray *spare[TL_N_MAP_COLUMNS];
  GtkWidget *pattern;
  double shown_from;
  double shown_to;
  guint updating;
  guint saying;
  GtkAdjustment *across;
  GtkAdjustment *down;

  /* The way that arrow keys went, from a risk. */
  guint way[TL_N_MAP_COLUMNS];
  guint n_way;

  GPtrArray *bands;
  GArray *edge_places;
  double drawn_pitch;
  int drawn_width;

  /* What has been typed to find a node, until it is forgotten. */
  GString *typed;
  guint forgetting;
  double zoom_before;
};

TlOwnerMapLayout *tl_owner_map_canvas_get_layout   (TlOwnerMapCanvas *self);
void              tl_owner_map_canvas_update_trace (TlOwnerMapCanvas *self);

/* tl-owner-map-canvas-nodes.c */
void              tl_owner_map_canvas_show_looks   (TlOwnerMapCanvas *self);
void              tl_owner_map_canvas_update_nodes (TlOwnerMapCanvas *self);
void              tl_owner_map_canvas_say_nodes    (TlOwnerMapCanvas *self);
void              tl_owner_map_canvas_plan_update  (TlOwnerMapCanvas *self);
void              tl_owner_map_canvas_put_away     (TlOwnerMapCanvas *self,
                                                    GHashTable       *kept);
void              tl_owner_map_canvas_take_scroller (TlOwnerMapCanvas *self);

/* tl-owner-map-canvas-edges.c */
void              tl_owner_map_band_free           (TlOwnerMapBand   *self);
void              tl_owner_map_canvas_forget_edges (TlOwnerMapCanvas *self);
void              tl_owner_map_canvas_draw_edges   (TlOwnerMapCanvas *self,
                                                    GtkSnapshot      *snapshot);

void              tl_owner_map_canvas_forget_places (TlOwnerMapCanvas *self);

/* tl-owner-map-canvas-pixels.c */
double            tl_owner_map_canvas_find_scale   (TlOwnerMapCanvas *self);
GskRenderNode    *tl_owner_map_canvas_keep_pixels  (cairo_surface_t  *surface,
                                                    const graphene_rect_t *bounds);
void              tl_owner_map_canvas_draw_nodes   (TlOwnerMapCanvas *self,
                                                    GtkSnapshot      *snapshot);

/* tl-owner-map-canvas-input.c */
void              tl_owner_map_canvas_set_up_input (TlOwnerMapCanvas *self);
gboolean          tl_owner_map_canvas_move_focus   (GtkWidget        *widget,
                                                    GtkDirectionType  direction);

G_END_DECLS
