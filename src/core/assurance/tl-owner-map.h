/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"

G_BEGIN_DECLS

/**
 * TlMapColumn:
 *
 * The columns of the accountable-owner map, from left to right.
 */
typedef enum
{
  TL_MAP_COLUMN_RISK,
  TL_MAP_COLUMN_OWNER,
  TL_MAP_COLUMN_SUPPORT,
  TL_MAP_COLUMN_SOURCE,
  TL_N_MAP_COLUMNS
} TlMapColumn;

#define TL_NO_NODE G_MAXUINT

/**
 * TlMapNode:
 * @column: where it stands
 * @title: what it is: a risk's title, a person's name, a source
 * @caption: what supports that: a ref, a role, how often
 * @gap: whether it stands for what is missing, or for somebody outside the map; drawn dashed
 * @flat: whether it only says that an owner keeps evidence without anybody's help; drawn without a box
 * @risk: (nullable): of a risk
 * @person: (nullable): of a person
 * @source: of a source of evidence, else none
 * @badge: (nullable): what is wrong with it, in two or three words
 * @badge_severity: how grave that is
 * @badge_text: (nullable): the same as a sentence
 * @row: its place in its column, from 0
 * @y: the middle of its place from the top, in the units of the pitch
 *
 * A node of the map.
 */
typedef struct
{
  TlMapColumn column;
  char *title;
  char *caption;
  gboolean gap;
  gboolean flat;
  const TlRiskJudgement *risk;
  const TlPersonFacts *person;
  TlSource source;
  char *badge;
  TlSeverity badge_severity;
  char *badge_text;
  guint row;
  double y;
} TlMapNode;

/**
 * TlMapEdge:
 * @from: number of the left node
 * @to: number of the right node
 * @accountable: whether it says who answers for a risk
 * @gap: whether it leads to what is missing or outside the map; drawn dashed
 *
 * Two nodes that belong together.
 */
typedef struct
{
  guint from;
  guint to;
  gboolean accountable;
  gboolean gap;
} TlMapEdge;

/**
 * TlOwnerMap:
 *
 * Who answers for what, who helps, and on which evidence it rests, for the open risks of an assessment: paths from each
 * risk to its accountable owner, on to supporting roles, and on to the sources that they keep.
 */
typedef struct _TlOwnerMap TlOwnerMap;

TlOwnerMap      *tl_owner_map_new         (TlAssessment     *assessment);
void             tl_owner_map_free        (TlOwnerMap       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlOwnerMap, tl_owner_map_free)

guint            tl_owner_map_get_n_nodes (const TlOwnerMap *self);
const TlMapNode *tl_owner_map_get_node    (const TlOwnerMap *self,
                                           guint             number);
guint            tl_owner_map_get_n_edges (const TlOwnerMap *self);
const TlMapEdge *tl_owner_map_get_edge    (const TlOwnerMap *self,
                                           guint             number);
guint            tl_owner_map_count       (const TlOwnerMap *self,
                                           TlMapColumn       column);
double           tl_owner_map_get_height  (const TlOwnerMap *self);
gboolean         tl_owner_map_has_node_on_path (const TlOwnerMap *self,
                                           guint             node,
                                           guint             other);
gboolean         tl_owner_map_has_edge_on_path (const TlOwnerMap *self,
                                           guint             node,
                                           guint             edge);
guint            tl_owner_map_follow      (const TlOwnerMap *self,
                                           guint             node,
                                           int               columns);
guint            tl_owner_map_step        (const TlOwnerMap *self,
                                           guint             node,
                                           int               rows);
char            *tl_owner_map_describe    (const TlOwnerMap *self,
                                           guint             node);

G_END_DECLS
