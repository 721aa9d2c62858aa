/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-owner-map.h"

G_BEGIN_DECLS

#define TL_NO_EDGE G_MAXUINT

/* A way from a risk to a source, which ends where the next column has no node (TL_NO_NODE). Edges lead to the node of the
 * same column from the one before. */
typedef struct
{
  guint nodes[TL_N_MAP_COLUMNS];
  guint edges[TL_N_MAP_COLUMNS];
} TlMapPath;

/* Numbers of edges or paths by node: those of node n are from starts[n] to before starts[n + 1]. */
typedef struct
{
  guint *starts;
  guint *numbers;
} TlMapIndex;

struct _TlOwnerMap
{
  TlAssessment *assessment;
  GPtrArray *nodes;
  GArray *edges;
  GArray *paths;
  /* While it is made: nodes by what they are, edges by their ends, for which risks something is missing, and what is
   * wrong with what. */
  GHashTable *found;
  GHashTable *joined;
  GArray *gaps;
  GArray *wrongs;
  /* Once it is: edges on either side, paths, and the nodes of each column from the top. */
  TlMapIndex left;
  TlMapIndex right;
  TlMapIndex through;
  GArray *columns[TL_N_MAP_COLUMNS];
};

/* tl-owner-map-index.c */
void  tl_owner_map_index_paths    (TlOwnerMap                *self);
void  tl_owner_map_index_edges    (TlOwnerMap                *self);
void  tl_owner_map_index_columns  (TlOwnerMap                *self);
void  tl_owner_map_fan            (TlOwnerMap                *self);
void  tl_map_index_clear          (TlMapIndex                *self);

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
void  tl_owner_map_add_path       (TlOwnerMap                *self,
                                   guint                      risk,
                                   guint                      owner,
                                   guint                      support,
                                   guint                      source,
                                   gboolean                   outside);
guint tl_owner_map_find_person    (TlOwnerMap                *self,
                                   TlMapColumn                column,
                                   const TlPersonFacts       *person,
                                   gboolean                   flat);
void  tl_owner_map_begin          (TlOwnerMap                *self);
void  tl_owner_map_caption_gaps   (TlOwnerMap                *self);
void  tl_map_node_free            (TlMapNode                 *node);

/* tl-owner-map-wrongs.c: what is wrong with the nodes. */
GArray *tl_owner_map_new_wrongs   (void);
void  tl_owner_map_add_wrong      (TlOwnerMap                *self,
                                   guint                      number,
                                   TlSeverity                 severity,
                                   const char                *badge,
                                   const char                *text);
void  tl_owner_map_settle_badges  (TlOwnerMap                *self);

/* tl-owner-map-badges.c */
void  tl_owner_map_add_badges     (TlOwnerMap                *self);
void  tl_owner_map_caption_owners (TlOwnerMap                *self);

/* tl-owner-map-order.c */
void  tl_owner_map_arrange        (TlOwnerMap                *self);

G_END_DECLS
