/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-owner-sheet.h"

/* Heights on a sheet: risks one below the other, everything else as near to what it is joined to on the left as its
 * neighbours allow (isotonic regression by pooling adjacent violators, Ayer et al. 1955). */

static TlSheetNode *
get_node (const TlOwnerSheet *self,
          TlMapColumn         column,
          guint               index)
{
  return &g_array_index (self->columns[column], TlSheetNode, index);
}

/**
 * tl_owner_sheet_find:
 * @self: a sheet
 * @column: a column
 * @node: number of a node of the map
 *
 * Returns: (transfer none) (nullable): where the node stands, %NULL when it isn't on the sheet
 */
const TlSheetNode *
tl_owner_sheet_find (const TlOwnerSheet *self,
                     TlMapColumn         column,
                     guint               node)
{
  for (guint i = 0; i < self->columns[column]->len; i++)
    {
      if (get_node (self, column, i)->node == node)
        return get_node (self, column, i);
    }
  return NULL;
}

static double
get_middle (const TlSheetNode *node)
{
  return node->y + node->height / 2;
}

/* Where a node's middle is best: at the mean of those that lead to it. */
static double
find_wish (const TlOwnerSheet *self,
           TlMapColumn         column,
           const TlSheetNode  *node)
{
  double sum = 0;
  guint n = 0;

  for (guint i = 0; i < self->edges->len; i++)
    {
      const TlMapEdge *edge = &g_array_index (self->edges, TlMapEdge, i);
      const TlSheetNode *from = edge->to == node->node && column > 0
                                  ? tl_owner_sheet_find (self, column - 1, edge->from) : NULL;

      if (from == NULL)
        continue;
      sum += get_middle (from);
      n++;
    }
  return n > 0 ? sum / n : 0;
}

static double
sum_heights (const TlOwnerSheet *self,
             TlMapColumn         column,
             double              gap)
{
  double height = 0;

  for (guint i = 0; i < self->columns[column]->len; i++)
    height += get_node (self, column, i)->height + (i > 0 ? gap : 0);
  return height;
}

static void
settle (TlOwnerSheet *self,
        TlMapColumn   column,
        double        gap)
{
  guint n = self->columns[column]->len, n_blocks = 0, next = 0;
  g_autofree double *sums = g_new (double, n + 1);
  g_autofree guint *sizes = g_new (guint, n + 1);
  double slack = MAX (self->height - sum_heights (self, column, gap), 0), above = 0;

  for (guint i = 0; i < n; i++)
    {
      const TlSheetNode *node = get_node (self, column, i);

      sums[n_blocks] = find_wish (self, column, node) - node->height / 2 - above;
      sizes[n_blocks++] = 1;
      above += node->height + gap;
      while (n_blocks > 1 && sums[n_blocks - 2] / sizes[n_blocks - 2] > sums[n_blocks - 1] / sizes[n_blocks - 1])
        {
          sums[n_blocks - 2] += sums[n_blocks - 1];
          sizes[n_blocks - 2] += sizes[n_blocks - 1];
          n_blocks--;
        }
    }
  above = 0;
  for (guint block = 0; block < n_blocks; block++)
    {
      for (guint i = 0; i < sizes[block]; i++, next++)
        {
          TlSheetNode *node = get_node (self, column, next);

          node->y = above + CLAMP (sums[block] / sizes[block], 0, slack);
          above += node->height + gap;
        }
    }
}

/* The places of edges at their ends, in the order of their other ends. */
static void
fan (TlOwnerSheet *self)
{
  for (guint i = 0; i < self->edges->len; i++)
    {
      TlMapEdge *edge = &g_array_index (self->edges, TlMapEdge, i);

      edge->from_place = edge->to_place = edge->n_from = edge->n_to = 0;
    }
  for (TlMapColumn column = 1; column < TL_N_MAP_COLUMNS; column++)
    {
      for (guint i = 0; i < self->edges->len; i++)
        {
          TlMapEdge *edge = &g_array_index (self->edges, TlMapEdge, i);
          const TlSheetNode *from = tl_owner_sheet_find (self, column - 1, edge->from);
          const TlSheetNode *to = tl_owner_sheet_find (self, column, edge->to);

          if (from == NULL || to == NULL)
            continue;
          for (guint j = 0; j < self->edges->len; j++)
            {
              const TlMapEdge *other = &g_array_index (self->edges, TlMapEdge, j);

              if (other->from == edge->from)
                {
                  edge->n_from++;
                  edge->from_place += tl_owner_sheet_find (self, column, other->to)->y < to->y;
                }
              if (other->to == edge->to)
                {
                  edge->n_to++;
                  edge->to_place += tl_owner_sheet_find (self, column - 1, other->from)->y < from->y;
                }
            }
        }
    }
}

void
tl_owner_sheet_place (TlOwnerSheet       *self,
                      const TlSheetSizes *sizes,
                      double              room)
{
  double gap = sizes->gap + sizes->spread;

  for (TlMapColumn column = 0; column < TL_N_MAP_COLUMNS; column++)
    {
      guint n = self->columns[column]->len;
      double least = sum_heights (self, column, sizes->gap);

      if (n > 1)
        gap = MIN (gap, sizes->gap + MAX (room - least, 0) / (n - 1));
    }
  for (TlMapColumn column = 0; column < TL_N_MAP_COLUMNS; column++)
    self->height = MAX (self->height, sum_heights (self, column, gap));
  for (TlMapColumn column = 0; column < TL_N_MAP_COLUMNS; column++)
    settle (self, column, gap);
  fan (self);
}
