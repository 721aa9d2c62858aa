/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-snapshot-patch-private.h"

#include <string.h>

/* Rows whose place may change are taken out of their table and of the lists of others while everything still is in its
 * old order, then all fields are set, and then they are put where they belong. */

static TlPatchedRow *
get_row (TlSnapshotPatch *self,
         guint            index)
{
  return &g_array_index (self->rows, TlPatchedRow, index);
}

static guint
find_place (GPtrArray     *rows,
            TlTable        table,
            const TlFacts *row)
{
  guint low = 0, high = rows->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (tl_facts_compare (table, g_ptr_array_index (rows, middle), row) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
remove_from_list (TlFactsList   *list,
                  gconstpointer  row)
{
  for (guint i = 0; i < list->n; i++)
    {
      if (list->rows[i] != row)
        continue;
      memmove (&list->rows[i], &list->rows[i + 1], (list->n - i - 1) * sizeof *list->rows);
      list->n--;
      return;
    }
}

static void
sort_later (TlSnapshotPatch *self,
            TlFactsList     *list,
            TlTable          table)
{
  UnsortedList unsorted = { list, table };

  g_array_append_val (self->unsorted, unsorted);
}

static void
add_to_list (TlSnapshotPatch *self,
             TlFactsList     *list,
             TlTable          table,
             gconstpointer    row)
{
  gsize size = (list->n + 1) * sizeof *list->rows;
  gconstpointer *rows = tl_arena_allocate (self->snapshot->arena, size);

  if (list->n > 0)
    memcpy (rows, list->rows, list->n * sizeof *list->rows);
  rows[list->n++] = row;
  list->rows = rows;
  self->snapshot->waste += size;
  sort_later (self, list, table);
}

typedef void (*BackListFunc) (TlSnapshotPatch    *self,
                              const TlPatchedRow *row,
                              TlFactsList        *list);

/* Calls a function for each list of another row in which a row stands because it names that other row. */
static void
for_back_lists (TlSnapshotPatch    *self,
                const TlPatchedRow *row,
                BackListFunc        function)
{
  const TlTableLayout *layout = tl_layout_get (row->table);

  for (guint i = 0; i < layout->n_fields; i++)
    {
      const TlField *field = &layout->fields[i];
      TlFactsList single;
      const TlFactsList *targets = &single;

      if (field->back_offset == 0)
        continue;
      if (field->type == TL_FIELD_LINKS)
        targets = TL_FACTS_FIELD (TlFactsList, row->facts, field->offset);
      else
        single = (TlFactsList) { TL_FACTS_FIELD (gconstpointer, row->facts, field->offset), 1 };
      for (guint j = 0; j < targets->n; j++)
        {
          if (targets->rows[j] != NULL)
            function (self, row, TL_FACTS_FIELD (TlFactsList, targets->rows[j], field->back_offset));
        }
    }
}

static void
leave_list (TlSnapshotPatch    *self,
            const TlPatchedRow *row,
            TlFactsList        *list)
{
  remove_from_list (list, row->facts);
}

static void
join_list (TlSnapshotPatch    *self,
           const TlPatchedRow *row,
           TlFactsList        *list)
{
  add_to_list (self, list, row->table, row->facts);
}

/* Lists that name a row are in that row's order too. */
static void
unsort_lists_that_name (TlSnapshotPatch    *self,
                        const TlPatchedRow *row)
{
  for (TlTable table = 0; table < TL_N_TABLES; table++)
    {
      const TlTableLayout *layout = tl_layout_get (table);

      for (guint i = 0; i < layout->n_fields; i++)
        {
          const TlField *field = &layout->fields[i];
          const TlFactsList *back;

          if (field->type != TL_FIELD_LINKS || field->target != row->table || field->back_offset == 0)
            continue;
          back = TL_FACTS_FIELD (TlFactsList, row->facts, field->back_offset);
          for (guint j = 0; j < back->n; j++)
            sort_later (self, TL_FACTS_FIELD (TlFactsList, back->rows[j], field->offset), row->table);
        }
    }
}

static void
add_follower (TlSnapshotPatch *self,
              TlTable          table,
              gconstpointer    facts)
{
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_facts, facts));
  TlPatchedRow row = { .table = table, .facts = (TlFacts *) facts, .moves = TRUE };

  if (known > 0)
    {
      get_row (self, known - 1)->moves = TRUE;
      return;
    }
  g_array_append_val (self->rows, row);
  g_hash_table_insert (self->by_facts, row.facts, GUINT_TO_POINTER (self->rows->len));
}

/* What is said in a review stands in the order of the reviews. */
static void
add_followers (TlSnapshotPatch    *self,
               const TlPatchedRow *leader)
{
  const TlTable leading = leader->table;
  TlFacts *facts = leader->facts;

  for (TlTable table = 0; table < TL_N_TABLES; table++)
    {
      const TlField *order = tl_facts_get_order (table);
      const TlFactsList *list;

      if (order == NULL || order->type != TL_FIELD_LINK || order->target != leading || order->back_offset == 0)
        continue;
      list = TL_FACTS_FIELD (TlFactsList, facts, order->back_offset);
      for (guint i = 0; i < list->n; i++)
        add_follower (self, table, list->rows[i]);
    }
}

static void
take_out (TlSnapshotPatch    *self,
          const TlPatchedRow *row)
{
  GPtrArray *rows = self->snapshot->tables[row->table].rows;

  g_ptr_array_remove_index (rows, find_place (rows, row->table, row->facts));
  for_back_lists (self, row, leave_list);
  unsort_lists_that_name (self, row);
}

static void
put_in (TlSnapshotPatch    *self,
        const TlPatchedRow *row)
{
  GPtrArray *rows = self->snapshot->tables[row->table].rows;

  g_ptr_array_insert (rows, (int) find_place (rows, row->table, row->facts), row->facts);
  for_back_lists (self, row, join_list);
}

static void
set_link (TlSnapshotPatch *self,
          gconstpointer   *place,
          TlTable          target,
          const TlValue   *value)
{
  TlId id;

  *place = tl_value_get_id (value, &id) ? tl_snapshot_find (self->snapshot, target, &id) : NULL;
}

static void
set_who (TlSnapshotPatch *self,
         TlWho           *who,
         TlColumnPart     part,
         const TlValue   *value)
{
  if (part == TL_COLUMN_PERSON)
    set_link (self, (gconstpointer *) (gpointer) &who->person, TL_TABLE_PERSON, value);
  else
    who->text = value->type == TL_VALUE_TEXT && *value->text != '\0'
                  ? tl_arena_keep (self->snapshot->arena, value->text) : NULL;
}

static void
set_column (TlSnapshotPatch    *self,
            const TlPatchedRow *row,
            const TlEdit       *edit)
{
  TlColumnPart part;
  const TlField *field = tl_snapshot_patch_find_column (row->table, edit->column, &part);
  TlArena *arena = self->snapshot->arena;

  if (g_str_equal (edit->column, "ref"))
    row->facts->ref = edit->new_value.type == TL_VALUE_TEXT && *edit->new_value.text != '\0'
                        ? tl_arena_keep (arena, edit->new_value.text) : NULL;
  else if (g_str_equal (edit->column, "occurrence"))
    row->facts->occurrence = edit->new_value.type == TL_VALUE_INTEGER ? (int) edit->new_value.integer : 0;
  else if (field == NULL)
    return;
  else if (field->type == TL_FIELD_LINK)
    set_link (self, TL_FACTS_FIELD (gconstpointer, row->facts, field->offset), field->target, &edit->new_value);
  else if (field->type == TL_FIELD_WHO)
    set_who (self, TL_FACTS_FIELD (TlWho, row->facts, field->offset), part, &edit->new_value);
  else
    tl_facts_set (arena, row->facts, field, &edit->new_value);
}

static void
set_columns (TlSnapshotPatch *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const TlPatchedRow *row = get_row (self, i);

      for (guint j = row->start; j < row->end && !row->is_gone; j++)
        set_column (self, row, tl_change_get_edit (self->change, j));
    }
}

static void
unmake_pair (PatchedPair *patched)
{
  const TlField *field = patched->pair.field;

  remove_from_list (TL_FACTS_FIELD (TlFactsList, patched->row, field->offset), patched->target);
  if (field->back_offset != 0)
    remove_from_list (TL_FACTS_FIELD (TlFactsList, patched->target, field->back_offset), patched->row);
}

static void
make_pair (TlSnapshotPatch *self,
           PatchedPair     *patched)
{
  const TlField *field = patched->pair.field;

  add_to_list (self, TL_FACTS_FIELD (TlFactsList, patched->row, field->offset), field->target, patched->target);
  if (field->back_offset != 0)
    add_to_list (self, TL_FACTS_FIELD (TlFactsList, patched->target, field->back_offset), patched->pair.table,
                 patched->row);
  tl_snapshot_keep_pair (self->snapshot, &patched->pair);
}

static int
compare_listed (gconstpointer a,
                gconstpointer b,
                gpointer      table)
{
  return tl_facts_compare (GPOINTER_TO_INT (table), *(const TlFacts * const *) a, *(const TlFacts * const *) b);
}

static void
sort_lists (TlSnapshotPatch *self)
{
  for (guint i = 0; i < self->unsorted->len; i++)
    {
      const UnsortedList *unsorted = &g_array_index (self->unsorted, UnsortedList, i);

      if (unsorted->list->n > 1)
        g_sort_array (unsorted->list->rows, unsorted->list->n, sizeof *unsorted->list->rows, compare_listed,
                      GINT_TO_POINTER (unsorted->table));
    }
}

/* By its ref one finds the first of several rows that have the same. Equal refs are one text. */
static void
settle_ref (TlSnapshotPatch    *self,
            const TlPatchedRow *row)
{
  GHashTable *by_ref = self->snapshot->tables[row->table].by_ref;
  GPtrArray *rows = self->snapshot->tables[row->table].rows;
  const TlFacts *first;

  if (row->facts->ref == NULL)
    return;
  first = g_hash_table_lookup (by_ref, row->facts->ref);
  if (first == NULL || first == row->facts)
    {
      first = row->is_gone ? NULL : row->facts;
      for (guint i = 0; i < rows->len && (row->is_gone || !row->is_new); i++)
        {
          first = g_ptr_array_index (rows, i);
          if (first->ref == row->facts->ref)
            break;
          first = NULL;
        }
    }
  else if (!row->is_gone && tl_facts_compare (row->table, row->facts, first) < 0)
    first = row->facts;

  if (first != NULL)
    g_hash_table_replace (by_ref, (gpointer) first->ref, (gpointer) first);
  else
    g_hash_table_remove (by_ref, row->facts->ref);
}

static void
come_and_go (TlSnapshotPatch *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const TlPatchedRow *row = get_row (self, i);
      GHashTable *by_id = self->snapshot->tables[row->table].by_id;

      if (row->is_new)
        g_hash_table_insert (by_id, &row->facts->id, row->facts);
      if (!row->is_gone)
        continue;
      g_hash_table_remove (by_id, &row->facts->id);
      tl_snapshot_keep_gone (self->snapshot, row->table, row->facts);
    }
}

/**
 * tl_snapshot_patch_apply:
 * @self: a patch that hasn't been applied
 *
 * Brings the snapshot up to date. Nobody else may hold it. Rows stay where they are in memory, and what has gone stays
 * readable as long as the snapshot, so that whoever compares old conclusions with new ones reads nothing freed.
 */
void
tl_snapshot_patch_apply (TlSnapshotPatch *self)
{
  guint n_own = self->rows->len;

  g_return_if_fail (!tl_snapshot_is_shared (self->snapshot));

  for (guint i = 0; i < n_own; i++)
    {
      if (get_row (self, i)->moves && !get_row (self, i)->is_new)
        add_followers (self, get_row (self, i));
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (get_row (self, i)->moves && !get_row (self, i)->is_new)
        take_out (self, get_row (self, i));
    }
  for (guint i = 0; i < self->pairs->len; i++)
    {
      if (g_array_index (self->pairs, PatchedPair, i).is_gone)
        unmake_pair (&g_array_index (self->pairs, PatchedPair, i));
    }
  come_and_go (self);
  set_columns (self);
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (get_row (self, i)->moves && !get_row (self, i)->is_gone)
        put_in (self, get_row (self, i));
    }
  for (guint i = 0; i < self->pairs->len; i++)
    {
      if (!g_array_index (self->pairs, PatchedPair, i).is_gone)
        make_pair (self, &g_array_index (self->pairs, PatchedPair, i));
    }
  sort_lists (self);
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (get_row (self, i)->moves)
        settle_ref (self, get_row (self, i));
    }
  self->snapshot->head = *tl_change_get_id (self->change);
}
