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

static gboolean
begins_with (const TlMapPath *path,
             const guint     *way,
             guint            n_way)
{
  for (guint i = 0; i < n_way; i++)
    {
      if (path->nodes[i] != way[i])
        return FALSE;
    }
  return TRUE;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  guint row = tl_owner_map_get_node (user_data, *(const guint *) a)->row;
  guint other = tl_owner_map_get_node (user_data, *(const guint *) b)->row;

  return row < other ? -1 : row > other;
}

/**
 * tl_owner_map_list_next:
 * @self: a map
 * @way: (array length=n_way): the nodes from a risk on, in the order of the columns
 * @n_way: how many those are, from 0 to %TL_N_MAP_COLUMNS
 *
 * Lists what a way leads to along the paths that begin with it: an edge alone may belong to the path of another risk.
 *
 * Returns: (transfer full) (element-type guint): numbers of the nodes of the next column, each once and from the top;
 *   all risks when @n_way is 0
 */
GArray *
tl_owner_map_list_next (const TlOwnerMap *self,
                        const guint      *way,
                        guint             n_way)
{
  GArray *next = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n;

  g_return_val_if_fail (n_way <= TL_N_MAP_COLUMNS, next);

  if (n_way == 0)
    {
      for (guint row = 0; row < tl_owner_map_count (self, TL_MAP_COLUMN_RISK); row++)
        {
          guint node = tl_owner_map_get_at (self, TL_MAP_COLUMN_RISK, row);

          g_array_append_val (next, node);
        }
      return next;
    }
  /* Those of its risk are few, however many paths lead through what it ends in. */
  for (guint i = self->through.starts[way[0]]; n_way < TL_N_MAP_COLUMNS && i < self->through.starts[way[0] + 1]; i++)
    {
      const TlMapPath *path = &g_array_index (self->paths, TlMapPath, self->through.numbers[i]);

      if (path->nodes[n_way] != TL_NO_NODE && begins_with (path, way, n_way))
        g_array_append_val (next, path->nodes[n_way]);
    }
  g_array_sort_with_data (next, compare_rows, (gpointer) self);
  n = MIN (next->len, 1);
  for (guint i = 1; i < next->len; i++)
    {
      if (g_array_index (next, guint, i) != g_array_index (next, guint, n - 1))
        g_array_index (next, guint, n++) = g_array_index (next, guint, i);
    }
  return g_array_set_size (next, n);
}

/**
 * tl_owner_map_find_way:
 * @self: a map
 * @node: a node
 * @way: (out caller-allocates) (array fixed-size=4): where the nodes from a risk to it are written, itself last
 *
 * Finds a way from a risk to a node, of several the first that was written down.
 *
 * Returns: how many nodes that way has
 */
guint
tl_owner_map_find_way (const TlOwnerMap *self,
                       guint             node,
                       guint            *way)
{
  const TlMapPath *path;
  guint n = 0;

  /* A node is in the map because a path leads through it. */
  g_return_val_if_fail (self->through.starts[node] < self->through.starts[node + 1], 0);

  path = &g_array_index (self->paths, TlMapPath, self->through.numbers[self->through.starts[node]]);
  do
    way[n] = path->nodes[n];
  while (way[n++] != node);
  return n;
}
