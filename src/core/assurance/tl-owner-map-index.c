/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-owner-map-private.h"

void
tl_map_index_clear (TlMapIndex *self)
{
  g_clear_pointer (&self->starts, g_free);
  g_clear_pointer (&self->numbers, g_free);
}

static void
begin (TlMapIndex *self,
       guint       n_nodes,
       guint       n_numbers)
{
  self->starts = g_new0 (guint, n_nodes + 1);
  self->numbers = g_new (guint, n_numbers);
}

/* How many there are of each node becomes where those of each node end. */
static void
add_up (TlMapIndex *self,
        guint       n_nodes)
{
  for (guint i = 1; i <= n_nodes; i++)
    self->starts[i] += self->starts[i - 1];
}

/* Filled from behind, so that the ends become the starts and what came first stands first. */
static void
put (TlMapIndex *self,
     guint       node,
     guint       number)
{
  self->numbers[--self->starts[node]] = number;
}

void
tl_owner_map_index_paths (TlOwnerMap *self)
{
  guint n_nodes = self->nodes->len;

  begin (&self->through, n_nodes, self->paths->len * TL_N_MAP_COLUMNS);
  for (guint i = 0; i < self->paths->len; i++)
    {
      const TlMapPath *path = &g_array_index (self->paths, TlMapPath, i);

      for (guint j = 0; j < TL_N_MAP_COLUMNS && path->nodes[j] != TL_NO_NODE; j++)
        self->through.starts[path->nodes[j]]++;
    }
  add_up (&self->through, n_nodes);
  for (guint i = self->paths->len; i > 0; i--)
    {
      const TlMapPath *path = &g_array_index (self->paths, TlMapPath, i - 1);

      for (guint j = 0; j < TL_N_MAP_COLUMNS && path->nodes[j] != TL_NO_NODE; j++)
        put (&self->through, path->nodes[j], i - 1);
    }
}

void
tl_owner_map_index_edges (TlOwnerMap *self)
{
  guint n_nodes = self->nodes->len;

  begin (&self->left, n_nodes, self->edges->len);
  begin (&self->right, n_nodes, self->edges->len);
  for (guint i = 0; i < self->edges->len; i++)
    {
      self->left.starts[g_array_index (self->edges, TlMapEdge, i).to]++;
      self->right.starts[g_array_index (self->edges, TlMapEdge, i).from]++;
    }
  add_up (&self->left, n_nodes);
  add_up (&self->right, n_nodes);
  for (guint i = self->edges->len; i > 0; i--)
    {
      put (&self->left, g_array_index (self->edges, TlMapEdge, i - 1).to, i - 1);
      put (&self->right, g_array_index (self->edges, TlMapEdge, i - 1).from, i - 1);
    }
}

void
tl_owner_map_index_columns (TlOwnerMap *self)
{
  for (TlMapColumn column = 0; column < TL_N_MAP_COLUMNS; column++)
    self->columns[column] = g_array_new (FALSE, TRUE, sizeof (guint));
  for (guint i = 0; i < self->nodes->len; i++)
    {
      const TlMapNode *node = tl_owner_map_get_node (self, i);
      GArray *column = self->columns[node->column];

      if (column->len <= node->row)
        g_array_set_size (column, node->row + 1);
      g_array_index (column, guint, node->row) = i;
    }
}

/* From the top: by the height of what is at the other end. */
static int
compare_left_ends (gconstpointer a,
                   gconstpointer b,
                   gpointer      map)
{
  const TlMapEdge *edge = tl_owner_map_get_edge (map, *(const guint *) a);
  const TlMapEdge *other = tl_owner_map_get_edge (map, *(const guint *) b);
  guint row = tl_owner_map_get_node (map, edge->from)->row, other_row = tl_owner_map_get_node (map, other->from)->row;

  return (row > other_row) - (row < other_row);
}

static int
compare_right_ends (gconstpointer a,
                    gconstpointer b,
                    gpointer      map)
{
  const TlMapEdge *edge = tl_owner_map_get_edge (map, *(const guint *) a);
  const TlMapEdge *other = tl_owner_map_get_edge (map, *(const guint *) b);
  guint row = tl_owner_map_get_node (map, edge->to)->row, other_row = tl_owner_map_get_node (map, other->to)->row;

  return (row > other_row) - (row < other_row);
}

void
tl_owner_map_fan (TlOwnerMap *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      guint n_left = tl_owner_map_count_edges (self, i, -1), n_right = tl_owner_map_count_edges (self, i, 1);
      guint *left = &self->left.numbers[self->left.starts[i]], *right = &self->right.numbers[self->right.starts[i]];

      g_sort_array (left, n_left, sizeof *left, compare_left_ends, self);
      g_sort_array (right, n_right, sizeof *right, compare_right_ends, self);
      for (guint j = 0; j < n_left; j++)
        {
          TlMapEdge *edge = &g_array_index (self->edges, TlMapEdge, left[j]);

          edge->to_place = j;
          edge->n_to = n_left;
        }
      for (guint j = 0; j < n_right; j++)
        {
          TlMapEdge *edge = &g_array_index (self->edges, TlMapEdge, right[j]);

          edge->from_place = j;
          edge->n_from = n_right;
        }
    }
}
