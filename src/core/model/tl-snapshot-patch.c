/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-snapshot-patch-private.h"

#include <string.h>

/* Whether a change can be followed exactly, and what it touches. tl-snapshot-patch-apply.c then does it. */

/* Memory that patches may leave behind in a snapshot before it is read anew. */
#define MOST_WASTE ((gsize) 32 * 1024 * 1024)

static gboolean
is_live_edit (const TlEdit *edit)
{
  return strcmp (edit->column, TL_COLUMN_LIVE) == 0;
}

static gboolean
is_true (const TlValue *value)
{
  return value->type == TL_VALUE_INTEGER && value->integer != 0;
}

/**
 * tl_snapshot_patch_find_column:
 * @table: a table
 * @column: a column of it
 * @part: (out): which column of the field it is
 *
 * Returns: (transfer none) (nullable): the field that the column belongs to
 */
const TlField *
tl_snapshot_patch_find_column (TlTable       table,
                               const char   *column,
                               TlColumnPart *part)
{
  static const struct { const char *ending; TlColumnPart part; } endings[] = {
    { "_person", TL_COLUMN_PERSON },
    { "_text", TL_COLUMN_TEXT },
  };
  const TlField *field = tl_layout_find_field (table, column);

  *part = TL_COLUMN_WHOLE;
  if (field != NULL)
    return field;
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = NULL;

      if (!g_str_has_suffix (column, endings[i].ending))
        continue;
      name = g_strndup (column, strlen (column) - strlen (endings[i].ending));
      field = tl_layout_find_field (table, name);
      *part = endings[i].part;
      return field != NULL && field->type == TL_FIELD_WHO ? field : NULL;
    }
  return NULL;
}

/* Whether a row may stand elsewhere, in its table or in other rows' lists, when this field has another value. */
static gboolean
is_about_place (TlTable        table,
                const TlField *field)
{
  return field == tl_facts_get_order (table) || (field->type == TL_FIELD_LINK && field->back_offset != 0);
}

static gboolean
check_columns (TlSnapshotPatch *self,
               TlPatchedRow    *row)
{
  for (guint i = row->start; i < row->end; i++)
    {
      const TlEdit *edit = tl_change_get_edit (self->change, i);
      TlColumnPart part;
      const TlField *field;

      if (is_live_edit (edit))
        continue;
      if (g_str_equal (edit->column, "ref") || g_str_equal (edit->column, "occurrence"))
        {
          if (!row->is_new)
            return FALSE;
          continue;
        }
      field = tl_snapshot_patch_find_column (row->table, edit->column, &part);
      if (field == NULL || field->type == TL_FIELD_LINKS)
        return FALSE;
      row->moves |= is_about_place (row->table, field);
    }
  return TRUE;
}

static void
add_row (TlSnapshotPatch    *self,
         const TlPatchedRow *row)
{
  g_hash_table_insert (self->by_facts, row->facts, GUINT_TO_POINTER (self->rows->len + 1));
  g_array_append_val (self->rows, *row);
}

static gboolean
take_row (TlSnapshotPatch *self,
          TlTable          table,
          guint            start,
          guint            end)
{
  const TlEdit *edit = tl_change_get_edit (self->change, start);
  TlPatchedRow row = { .table = table, .start = start, .end = end };

  row.facts = (TlFacts *) tl_snapshot_find (self->snapshot, table, &edit->row);
  if (is_live_edit (edit) && !is_true (&edit->new_value))
    row.is_gone = TRUE;
  else if (is_live_edit (edit) && row.facts == NULL)
    row.is_new = TRUE;
  if (row.is_new)
    {
      row.facts = tl_snapshot_find_gone (self->snapshot, table, &edit->row);
      if (row.facts == NULL && edit->old_value.type == TL_VALUE_NULL)
        row.facts = tl_facts_new (self->snapshot->arena, table, &edit->row, NULL, 0);
    }
  row.moves = row.is_new || row.is_gone;
  if (row.facts == NULL || (!row.is_gone && !check_columns (self, &row)))
    return FALSE;
  add_row (self, &row);
  return TRUE;
}

static const TlValue *
find_value (const TlSnapshotPatch *self,
            guint                  start,
            guint                  end,
            const char            *column)
{
  for (guint i = start; i < end; i++)
    {
      const TlEdit *edit = tl_change_get_edit (self->change, i);

      if (g_str_equal (edit->column, column))
        return &edit->new_value;
    }
  return NULL;
}

static gboolean
read_pair (const TlSnapshotPatch *self,
           guint                  start,
           guint                  end,
           TlSnapshotPair        *pair)
{
  const TlValue *row = find_value (self, start, end, tl_layout_get (pair->table)->name);
  const TlValue *target = find_value (self, start, end, tl_layout_get (pair->field->target)->name);

  return row != NULL && target != NULL && tl_value_get_id (row, &pair->row) && tl_value_get_id (target, &pair->target);
}

static gboolean
take_pair (TlSnapshotPatch *self,
           TlTable          table,
           const TlField   *field,
           guint            start,
           guint            end)
{
  const TlEdit *edit = tl_change_get_edit (self->change, start);
  PatchedPair patched = { .pair = { .table = table, .field = field } };
  TlId id;

  if (!is_live_edit (edit))
    return FALSE;
  patched.is_gone = !is_true (&edit->new_value);
  if (patched.is_gone || !read_pair (self, start, end, &patched.pair))
    {
      if (!tl_snapshot_find_pair (self->snapshot, table, field, &edit->row, &patched.pair))
        return FALSE;
    }
  /* A pair goes and comes back under the id that is made of its rows, or not by this way. */
  id = tl_field_get_pair_id (table, field, &patched.pair.row, &patched.pair.target);
  if (!tl_id_equal (&id, &edit->row))
    return FALSE;
  g_array_append_val (self->pairs, patched);
  return TRUE;
}

static gboolean
take_run (TlSnapshotPatch *self,
          guint            start,
          guint            end)
{
  const char *name = tl_change_get_edit (self->change, start)->table;
  TlTable table = tl_layout_find_table (name);
  const TlField *field;

  if (table != TL_NO_TABLE)
    return take_row (self, table, start, end);
  if (tl_layout_find_pairs (name, &table, &field))
    return take_pair (self, table, field, start, end);
  return FALSE;
}

static gboolean
take_edits (TlSnapshotPatch *self)
{
  guint n = tl_change_get_n_edits (self->change);
  guint start = 0;

  for (guint i = 1; i <= n; i++)
    {
      const TlEdit *edit = tl_change_get_edit (self->change, start);

      if (i < n && tl_id_equal (&tl_change_get_edit (self->change, i)->row, &edit->row)
          && g_str_equal (tl_change_get_edit (self->change, i)->table, edit->table))
        continue;
      if (!take_run (self, start, i))
        return FALSE;
      start = i;
    }
  return TRUE;
}

/* Both ends of a pair are touched; an end that is nowhere would be a change that the store doesn't make. */
static gboolean
take_ends (TlSnapshotPatch *self,
           TlTable          table,
           const TlId      *id,
           TlFacts        **facts)
{
  TlPatchedRow row = { .table = table };

  *facts = (TlFacts *) tl_snapshot_find (self->snapshot, table, id);
  for (guint i = 0; i < self->rows->len && *facts == NULL; i++)
    {
      const TlPatchedRow *other = &g_array_index (self->rows, TlPatchedRow, i);

      if (other->table == table && tl_id_equal (&other->facts->id, id))
        *facts = other->facts;
    }
  if (*facts == NULL)
    return FALSE;
  row.facts = *facts;
  if (!g_hash_table_contains (self->by_facts, *facts))
    add_row (self, &row);
  return TRUE;
}

static gboolean
take_all (TlSnapshotPatch *self)
{
  if (!take_edits (self))
    return FALSE;
  for (guint i = 0; i < self->pairs->len; i++)
    {
      PatchedPair *patched = &g_array_index (self->pairs, PatchedPair, i);

      if (!take_ends (self, patched->pair.table, &patched->pair.row, &patched->row)
          || !take_ends (self, patched->pair.field->target, &patched->pair.target, &patched->target))
        return FALSE;
    }
  return TRUE;
}

/* Whether the change comes right after what the snapshot has, and is one of those that can be followed at all. */
static gboolean
is_followed (const TlSnapshot *snapshot,
             const TlChange   *change)
{
  return snapshot->has_head && tl_change_is_sealed (change) && tl_change_get_n_parents (change) == 1
         && tl_digest_equal (tl_change_get_parent (change, 0), &snapshot->head)
         && !g_str_equal (tl_change_get_kind (change), TL_CHANGE_KIND_ERASE)
         && tl_change_get_n_edits (change) <= TL_SNAPSHOT_PATCH_MOST && snapshot->waste <= MOST_WASTE;
}

/**
 * tl_snapshot_patch_new:
 * @snapshot: a snapshot as it was before the change
 * @change: a change that the writer has applied
 *
 * Finds out whether the snapshot can follow the change, and what that touches; the snapshot stays as it is.
 *
 * Returns: (transfer full) (nullable): the patch, %NULL when the snapshot must be read anew
 */
TlSnapshotPatch *
tl_snapshot_patch_new (TlSnapshot     *snapshot,
                       const TlChange *change)
{
  g_autoptr (TlSnapshotPatch) self = NULL;

  if (!is_followed (snapshot, change))
    return NULL;
  self = g_new0 (TlSnapshotPatch, 1);
  self->snapshot = snapshot;
  self->change = change;
  self->rows = g_array_new (FALSE, TRUE, sizeof (TlPatchedRow));
  self->pairs = g_array_new (FALSE, TRUE, sizeof (PatchedPair));
  self->by_facts = g_hash_table_new (NULL, NULL);
  self->unsorted = g_array_new (FALSE, TRUE, sizeof (UnsortedList));
  return take_all (self) ? g_steal_pointer (&self) : NULL;
}

/**
 * tl_snapshot_patch_free:
 * @self: (transfer full): a patch
 *
 * Frees a patch, applied or not.
 */
void
tl_snapshot_patch_free (TlSnapshotPatch *self)
{
  g_array_unref (self->rows);
  g_array_unref (self->pairs);
  g_hash_table_unref (self->by_facts);
  g_array_unref (self->unsorted);
  g_free (self);
}

/**
 * tl_snapshot_patch_get_n_rows:
 * @self: a patch
 *
 * Returns: how many rows it touches
 */
guint
tl_snapshot_patch_get_n_rows (const TlSnapshotPatch *self)
{
  return self->rows->len;
}

/**
 * tl_snapshot_patch_get_row:
 * @self: a patch
 * @index: from 0 to one less than their number
 *
 * Returns: (transfer none): a row that it touches; before it is applied as it was, afterwards as it is, even if it has gone
 */
const TlPatchedRow *
tl_snapshot_patch_get_row (const TlSnapshotPatch *self,
                           guint                  index)
{
  return &g_array_index (self->rows, TlPatchedRow, index);
}
