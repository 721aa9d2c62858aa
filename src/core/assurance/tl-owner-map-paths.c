/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-owner-map-private.h"

#include <math.h>

struct _TlMapTrace
{
  guint8 *nodes;
  guint8 *edges;
};

/**
 * tl_owner_map_trace:
 * @self: a map
 * @node: a node
 *
 * Follows every path through a node to both its ends.
 *
 * Returns: (transfer full): what lies on them, the node itself with it
 */
TlMapTrace *
tl_owner_map_trace (const TlOwnerMap *self,
                    guint             node)
{
  TlMapTrace *trace = g_new (TlMapTrace, 1);

  g_return_val_if_fail (node < self->nodes->len, NULL);

  trace->nodes = g_new0 (guint8, self->nodes->len);
  trace->edges = g_new0 (guint8, self->edges->len);
  for (guint i = self->through.starts[node]; i < self->through.starts[node + 1]; i++)
    {
      const TlMapPath *path = &g_array_index (self->paths, TlMapPath, self->through.numbers[i]);

      for (guint j = 0; j < TL_N_MAP_COLUMNS && path->nodes[j] != TL_NO_NODE; j++)
        {
          trace->nodes[path->nodes[j]] = TRUE;
          if (path->edges[j] != TL_NO_EDGE)
            trace->edges[path->edges[j]] = TRUE;
        }
    }
  return trace;
}

/**
 * tl_map_trace_free:
 * @self: (transfer full): a trace
 *
 * Frees a trace.
 */
void
tl_map_trace_free (TlMapTrace *self)
{
  g_free (self->nodes);
  g_free (self->edges);
  g_free (self);
}

/**
 * tl_map_trace_has_node:
 * @self: a trace
 * @node: a node of the same map
 *
 * Returns: whether it lies on one of the paths
 */
gboolean
tl_map_trace_has_node (const TlMapTrace *self,
                       guint             node)
{
  return self->nodes[node];
}

/**
 * tl_map_trace_has_edge:
 * @self: a trace
 * @edge: an edge of the same map
 *
 * Returns: whether one of the paths goes along it
 */
gboolean
tl_map_trace_has_edge (const TlMapTrace *self,
                       guint             edge)
{
  return self->edges[edge];
}

/**
 * tl_owner_map_count_edges:
 * @self: a map
 * @node: a node
 * @columns: -1 for those to the left, 1 for those to the right
 *
 * Returns: to how many nodes it leads on that side
 */
guint
tl_owner_map_count_edges (const TlOwnerMap *self,
                          guint             node,
                          int               columns)
{
  const TlMapIndex *index = columns < 0 ? &self->left : &self->right;

  return index->starts[node + 1] - index->starts[node];
}

/**
 * tl_owner_map_get_joined:
 * @self: a map
 * @node: a node
 * @columns: -1 to go to the left, 1 to go to the right
 * @index: which of the nodes on that side, from the top and from 0
 *
 * Returns: number of that node
 */
guint
tl_owner_map_get_joined (const TlOwnerMap *self,
                         guint             node,
                         int               columns,
                         guint             index)
{
  const TlMapIndex *edges = columns < 0 ? &self->left : &self->right;
  const TlMapEdge *edge;

  g_return_val_if_fail (index < tl_owner_map_count_edges (self, node, columns), TL_NO_NODE);

  edge = tl_owner_map_get_edge (self, edges->numbers[edges->starts[node] + index]);
  return columns < 0 ? edge->from : edge->to;
}

/**
 * tl_owner_map_follow:
 * @self: a map
 * @node: a node
 * @columns: -1 to go to the left, 1 to go to the right
 *
 * Returns: the node at the other end of its edge on that side that lies nearest in height, %TL_NO_NODE when there is none
 */
guint
tl_owner_map_follow (const TlOwnerMap *self,
                     guint             node,
                     int               columns)
{
  guint nearest = TL_NO_NODE;
  double least = INFINITY;

  for (guint i = 0; i < tl_owner_map_count_edges (self, node, columns); i++)
    {
      guint other = tl_owner_map_get_joined (self, node, columns, i);
      double distance = fabs (tl_owner_map_get_node (self, other)->y - tl_owner_map_get_node (self, node)->y);

      if (distance < least)
        {
          least = distance;
          nearest = other;
        }
    }
  return nearest;
}

/**
 * tl_owner_map_step:
 * @self: a map
 * @node: a node
 * @rows: how many rows further down, negative for up
 *
 * Returns: the node there in the same column, %TL_NO_NODE when there is none
 */
guint
tl_owner_map_step (const TlOwnerMap *self,
                   guint             node,
                   int               rows)
{
  const TlMapNode *from = tl_owner_map_get_node (self, node);
  int row = (int) from->row + rows;

  return row >= 0 && (guint) row < tl_owner_map_count (self, from->column)
           ? tl_owner_map_get_at (self, from->column, (guint) row) : TL_NO_NODE;
}
