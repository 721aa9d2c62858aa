/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-owner-map-private.h"

#include <math.h>
#include <stdlib.h>

/* The order of the nodes: owners by the rating of their risks, risks beside their owner, the other columns by
 * barycentre sweeps (Sugiyama, Tagawa and Toda 1981). Then heights: as near to what they are joined to as their
 * neighbours allow (isotonic regression by pooling adjacent violators, Ayer et al. 1955). */

#define SWEEPS 6

typedef struct
{
  guint node;
  double wish;
  guint before;
} Place;

static TlMapNode *
get_node (TlOwnerMap *self,
          guint       number)
{
  return g_ptr_array_index (self->nodes, number);
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *place = a, *other = b;

  if (fabs (place->wish - other->wish) > 1e-9)
    return place->wish < other->wish ? -1 : 1;
  return (place->before > other->before) - (place->before < other->before);
}

/* The nodes of a column in their present order. */
static GArray *
list_column (TlOwnerMap  *self,
             TlMapColumn  column)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint i = 0; i < self->nodes->len; i++)
    {
      Place place = { i, get_node (self, i)->row, i };

      if (get_node (self, i)->column == column)
        g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);
  return places;
}

static void
number_rows (TlOwnerMap *self,
             GArray     *places)
{
  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++)
    get_node (self, g_array_index (places, Place, i).node)->row = i;
}

/* The mean of what stands on the other side of a node's edges. */
static double
get_barycentre (TlOwnerMap *self,
                guint       node,
                gboolean    to_the_left,
                gboolean    heights,
                double      otherwise)
{
  const TlMapIndex *index = to_the_left ? &self->left : &self->right;
  double sum = 0;
  guint n = index->starts[node + 1] - index->starts[node];

  for (guint i = index->starts[node]; i < index->starts[node + 1]; i++)
    {
      const TlMapEdge *edge = &g_array_index (self->edges, TlMapEdge, index->numbers[i]);
      guint other = to_the_left ? edge->from : edge->to;

      sum += heights ? get_node (self, other)->y : get_node (self, other)->row;
    }
  return n > 0 ? sum / n : otherwise;
}

static void
sort_column (TlOwnerMap  *self,
             TlMapColumn  column,
             gboolean     to_the_left)
{
  g_autoptr (GArray) places = list_column (self, column);

  for (guint i = 0; i < places->len; i++)
    {
      Place *place = &g_array_index (places, Place, i);

      place->before = i;
      place->wish = get_barycentre (self, place->node, to_the_left, FALSE, i);
    }
  number_rows (self, places);
}

/* The gravest risk first; what nobody answers for before everything else. */
static double
get_rank (TlOwnerMap *self,
          guint       risk)
{
  const TlMapNode *node = get_node (self, risk);

  return (node->risk->n_owners == 0 ? -1000 : 0) - node->risk->rating - node->risk->band * 0.1;
}

static void
sort_owners (TlOwnerMap *self)
{
  g_autoptr (GArray) owners = list_column (self, TL_MAP_COLUMN_OWNER);

  for (guint i = 0; i < owners->len; i++)
    {
      Place *place = &g_array_index (owners, Place, i);

      place->wish = 0;
      for (guint j = self->left.starts[place->node]; j < self->left.starts[place->node + 1]; j++)
        {
          const TlMapEdge *edge = &g_array_index (self->edges, TlMapEdge, self->left.numbers[j]);

          if (edge->accountable)
            place->wish = MIN (place->wish, get_rank (self, edge->from));
        }
    }
  number_rows (self, owners);
}

static void
sort_risks (TlOwnerMap *self)
{
  g_autoptr (GArray) risks = list_column (self, TL_MAP_COLUMN_RISK);

  for (guint i = 0; i < risks->len; i++)
    {
      Place *place = &g_array_index (risks, Place, i);

      /* Beside their owner, and there the gravest first. */
      place->wish = get_barycentre (self, place->node, FALSE, FALSE, 0) * 10000 + get_rank (self, place->node);
    }
  number_rows (self, risks);
}

/* Wishes become heights at least one pitch apart, as near to the wishes as can be in the sense of least squares. */
static void
settle (TlOwnerMap *self,
        GArray     *places)
{
  g_autofree double *sums = g_new (double, places->len);
  g_autofree guint *sizes = g_new (guint, places->len);
  guint n_blocks = 0, next = 0;

  for (guint i = 0; i < places->len; i++)
    {
      sums[n_blocks] = g_array_index (places, Place, i).wish - i;
      sizes[n_blocks++] = 1;
      while (n_blocks > 1 && sums[n_blocks - 2] / sizes[n_blocks - 2] > sums[n_blocks - 1] / sizes[n_blocks - 1])
        {
          sums[n_blocks - 2] += sums[n_blocks - 1];
          sizes[n_blocks - 2] += sizes[n_blocks - 1];
          n_blocks--;
        }
    }
  for (guint block = 0; block < n_blocks; block++)
    {
      for (guint i = 0; i < sizes[block]; i++, next++)
        get_node (self, g_array_index (places, Place, next).node)->y = MAX (sums[block] / sizes[block], 0) + next;
    }
}

static void
set_heights (TlOwnerMap  *self,
             TlMapColumn  column,
             gboolean     to_the_left,
             double       most)
{
  g_autoptr (GArray) places = list_column (self, column);

  for (guint i = 0; i < places->len; i++)
    {
      Place *place = &g_array_index (places, Place, i);

      place->wish = column == TL_MAP_COLUMN_RISK ? i : get_barycentre (self, place->node, to_the_left, TRUE, i);
      /* The last of a full column must end where the tallest column does. */
      place->wish = MIN (place->wish, MAX (most - (places->len - 1 - i), i));
    }
  settle (self, places);
}

void
tl_owner_map_arrange (TlOwnerMap *self)
{
  double most = 0;

  for (guint i = 0; i < self->nodes->len; i++)
    get_node (self, i)->row = i;
  for (TlMapColumn column = 0; column < TL_N_MAP_COLUMNS; column++)
    {
      g_autoptr (GArray) places = list_column (self, column);

      number_rows (self, places);
      most = MAX (most, (double) places->len - 1);
    }

  sort_owners (self);
  sort_risks (self);
  for (int sweep = 0; sweep < SWEEPS; sweep++)
    {
      sort_column (self, TL_MAP_COLUMN_SUPPORT, TRUE);
      sort_column (self, TL_MAP_COLUMN_SOURCE, TRUE);
      sort_column (self, TL_MAP_COLUMN_SUPPORT, sweep % 2 == 0 ? FALSE : TRUE);
    }

  for (TlMapColumn column = 0; column < TL_N_MAP_COLUMNS; column++)
    set_heights (self, column, TRUE, most);
}

/**
 * tl_owner_map_get_height:
 * @self: a map
 *
 * Returns: the height of the tallest column, counted in nodes
 */
double
tl_owner_map_get_height (const TlOwnerMap *self)
{
  double height = 0;

  for (guint i = 0; i < self->nodes->len; i++)
    height = MAX (height, tl_owner_map_get_node (self, i)->y + 1);
  return height;
}
