/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-snapshot-private.h"

/* Lists are filled in two passes, so that each is one piece of memory: the first pass counts, the second adds. */
static void
add_to_list (TlArena       *arena,
             TlFactsList   *list,
             gconstpointer  row,
             gboolean       count_only)
{
  if (count_only)
    {
      list->n++;
      return;
    }
  if (list->rows == NULL)
    {
      list->rows = tl_arena_allocate (arena, list->n * sizeof *list->rows);
      list->n = 0;
    }
  list->rows[list->n++] = row;
}

static int
compare_pairs (gconstpointer a,
               gconstpointer b,
               gpointer      snapshot)
{
  const TlSnapshotPair *pair_a = a, *pair_b = b;

  return tl_facts_compare (pair_a->field->target, tl_snapshot_find (snapshot, pair_a->field->target, &pair_a->target),
                           tl_snapshot_find (snapshot, pair_b->field->target, &pair_b->target));
}

static int
compare_pairs_by_field (gconstpointer a,
                        gconstpointer b,
                        gpointer      snapshot)
{
  const TlSnapshotPair *pair_a = a, *pair_b = b;

  if (pair_a->field != pair_b->field)
    return pair_a->field < pair_b->field ? -1 : 1;
  return compare_pairs (a, b, snapshot);
}

/* A row that isn't there, as in a file that was altered, leaves no pair behind. */
static void
drop_broken_pairs (TlSnapshot *self,
                   GArray     *pairs)
{
  for (guint i = pairs->len; i > 0; i--)
    {
      const TlSnapshotPair *pair = &g_array_index (pairs, TlSnapshotPair, i - 1);

      if (tl_snapshot_find (self, pair->table, &pair->row) == NULL
          || tl_snapshot_find (self, pair->field->target, &pair->target) == NULL)
        g_array_remove_index_fast (pairs, i - 1);
    }
  g_array_sort_with_data (pairs, compare_pairs_by_field, self);
}

static void
fill_pairs (TlSnapshot   *self,
            const GArray *pairs,
            gboolean      count_only)
{
  for (guint i = 0; i < pairs->len; i++)
    {
      const TlSnapshotPair *pair = &g_array_index (pairs, TlSnapshotPair, i);
      gconstpointer row = tl_snapshot_find (self, pair->table, &pair->row);
      gconstpointer target = tl_snapshot_find (self, pair->field->target, &pair->target);

      add_to_list (self->arena, TL_FACTS_FIELD (TlFactsList, row, pair->field->offset), target, count_only);
    }
}

static void
fill_back_lists (TlSnapshot    *snapshot,
                 TlTable        table,
                 const TlField *field,
                 gboolean       count_only)
{
  GPtrArray *rows = snapshot->tables[table].rows;

  for (guint i = 0; i < rows->len; i++)
    {
      gpointer row = g_ptr_array_index (rows, i);
      TlFactsList single = { TL_FACTS_FIELD (gconstpointer, row, field->offset), 1 };
      const TlFactsList *targets =
        field->type == TL_FIELD_LINKS ? TL_FACTS_FIELD (TlFactsList, row, field->offset) : &single;

      for (guint j = 0; j < targets->n; j++)
        {
          if (targets->rows[j] != NULL)
            add_to_list (snapshot->arena, TL_FACTS_FIELD (TlFactsList, targets->rows[j], field->back_offset), row,
                         count_only);
        }
    }
}

/**
 * tl_snapshot_fill_lists:
 * @self: a snapshot whose rows are all there and in order
 * @pairs: (element-type TlSnapshotPair): rows in other rows' lists
 *
 * Fills the lists of all rows.
 */
void
tl_snapshot_fill_lists (TlSnapshot *self,
                        GArray     *pairs)
{
  drop_broken_pairs (self, pairs);
  fill_pairs (self, pairs, TRUE);
  fill_pairs (self, pairs, FALSE);

  for (TlTable table = 0; table < TL_N_TABLES; table++)
    {
      const TlTableLayout *layout = tl_layout_get (table);

      for (guint i = 0; i < layout->n_fields; i++)
        {
          if (layout->fields[i].back_offset == 0)
            continue;
          fill_back_lists (self, table, &layout->fields[i], TRUE);
          fill_back_lists (self, table, &layout->fields[i], FALSE);
        }
    }
}
