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
 * @badge: (nullable): the gravest thing that is wrong with it, in two or three words, and how many others are
 * @badge_severity: how grave that is
 * @badge_text: (nullable): the same as sentences, for the first few of them
 * @row: its place in its column, from 0
 * @y: the upper edge of its place from the top, in the units of the pitch
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
 * @from_place: its place among the edges that leave @from to the right, from the top and from 0
 * @n_from: how many those are
 * @to_place: its place among the edges that leave @to to the left
 * @n_to: how many those are
 *
 * Two nodes that belong together, in columns side by side. Edges fan out at a node in the order of their other ends.
 */
typedef struct
{
  guint from;
  guint to;
  gboolean accountable;
  gboolean gap;
  guint from_place;
  guint n_from;
  guint to_place;
  guint n_to;
} TlMapEdge;

/**
 * TlOwnedState:
 *
 * Which risks of the map are wanted, by their link Owned.
 */
typedef enum
{
  TL_OWNED_STATE_ANY,
  TL_OWNED_STATE_MISSING,
  TL_OWNED_STATE_WEAK,
  TL_OWNED_STATE_SOUND,
} TlOwnedState;

/**
 * TlOwnerMapFilter:
 * @person: (nullable): only risks that this person answers for, supports, keeps evidence of or has an open action on
 * @place: (nullable): only risks that concern this place: in their scope, or with it in part of their scope
 * @theme: only risks of this theme, %TL_THEME_NONE for all
 * @owned: only risks whose link Owned is so
 *
 * Which open risks the map shows. An empty one shows all. What it points to belongs to the assessment's snapshot.
 */
typedef struct
{
  const TlPersonFacts *person;
  const TlPlaceFacts *place;
  TlTheme theme;
  TlOwnedState owned;
} TlOwnerMapFilter;

/**
 * TlOwnerMap:
 *
 * Who answers for what, who helps, and on which evidence it rests, for the open risks of an assessment: paths from each
 * risk to its accountable owner, on to supporting roles, and on to the sources that they keep.
 */
typedef struct _TlOwnerMap TlOwnerMap;

gboolean         tl_owner_map_filter_matches (const TlOwnerMapFilter *self,
                                           const TlRiskJudgement  *risk,
                                           TlDay                   as_at);

TlOwnerMap      *tl_owner_map_new         (TlAssessment           *assessment,
                                           const TlOwnerMapFilter *filter);
TlOwnerMap      *tl_owner_map_new_chosen  (TlAssessment           *assessment,
                                           const TlRiskJudgement * const *risks,
                                           guint                   n_risks);
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
guint            tl_owner_map_get_at      (const TlOwnerMap *self,
                                           TlMapColumn       column,
                                           guint             row);
guint            tl_owner_map_count_edges (const TlOwnerMap *self,
                                           guint             node,
                                           int               columns);
guint            tl_owner_map_get_joined  (const TlOwnerMap *self,
                                           guint             node,
                                           int               columns,
                                           guint             index);
guint            tl_owner_map_follow      (const TlOwnerMap *self,
                                           guint             node,
                                           int               columns);
guint            tl_owner_map_step        (const TlOwnerMap *self,
                                           guint             node,
                                           int               rows);
char            *tl_owner_map_describe    (const TlOwnerMap *self,
                                           guint             node);
char            *tl_owner_map_describe_all (const TlOwnerMap *self);
GArray          *tl_owner_map_list_next   (const TlOwnerMap *self,
                                           const guint      *way,
                                           guint             n_way);
guint            tl_owner_map_find_way    (const TlOwnerMap *self,
                                           guint             node,
                                           guint            *way);

/**
 * TlMapTrace:
 *
 * What lies on the paths that lead through a node of a map, from risk to source.
 */
typedef struct _TlMapTrace TlMapTrace;

TlMapTrace      *tl_owner_map_trace       (const TlOwnerMap *self,
                                           guint             node);
void             tl_map_trace_free        (TlMapTrace       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlMapTrace, tl_map_trace_free)
gboolean         tl_map_trace_has_node    (const TlMapTrace *self,
                                           guint             node);
gboolean         tl_map_trace_has_edge    (const TlMapTrace *self,
                                           guint             edge);

G_END_DECLS
