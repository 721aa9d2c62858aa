/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-owner-map.h"

G_BEGIN_DECLS

/* A way from a risk to a source; TL_NO_NODE where a column is passed over. */
typedef struct
{
  guint nodes[TL_N_MAP_COLUMNS];
} TlMapPath;

struct _TlOwnerMap
{
  TlAssessment *assessment;
  GPtrArray *nodes;
  GArray *edges;
  GArray *paths;
};

/* tl-owner-map-nodes.c: each finds the node of something, or makes it. */
guint tl_owner_map_add_node       (TlOwnerMap                *self,
                                   TlMapColumn                column,
                                   const char                *title,
                                   char                      *caption);
guint tl_owner_map_take_person    (TlOwnerMap                *self,
                                   TlMapColumn                column,
                                   const TlPersonFacts       *person);
guint tl_owner_map_take_outsider  (TlOwnerMap                *self,
                                   const TlPersonFacts       *person);
guint tl_owner_map_take_own       (TlOwnerMap                *self,
                                   const TlPersonFacts       *owner);
guint tl_owner_map_take_gap       (TlOwnerMap                *self,
                                   TlMapColumn                column,
                                   const char                *title,
                                   const char                *ref);
guint tl_owner_map_take_source    (TlOwnerMap                *self,
                                   const TlExpectedJudgement *expected);
void  tl_owner_map_set_badge      (TlOwnerMap                *self,
                                   guint                      number,
                                   TlSeverity                 severity,
                                   const char                *badge,
                                   const char                *text);
void  tl_owner_map_add_path       (TlOwnerMap                *self,
                                   guint                      risk,
                                   guint                      owner,
                                   guint                      support,
                                   guint                      source,
                                   gboolean                   outside);
void  tl_map_node_free            (TlMapNode                 *node);

/* tl-owner-map-badges.c */
void  tl_owner_map_add_badges     (TlOwnerMap                *self);
void  tl_owner_map_caption_owners (TlOwnerMap                *self);

/* tl-owner-map-order.c */
void  tl_owner_map_arrange        (TlOwnerMap                *self);

G_END_DECLS
