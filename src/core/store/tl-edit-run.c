/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-edit-run.h"

#include <string.h>

#include "tl-block-insert.h"
#include "tl-history.h"
#include "tl-progress.h"
#include "tl-refusal.h"

static TlChangeItem *
get_item (TlEditRun *self,
          guint      index)
{
  return tl_change_peek (self->change, self->start + index);
}

/* `_live` sorts before every other name. */
static TlChangeItem *
get_live (TlEditRun *self)
{
  TlChangeItem *first = get_item (self, 0);

  return strcmp (first->edit.column, TL_COLUMN_LIVE) == 0 ? first : NULL;
}

static int
compare_runs (gconstpointer a,
              gconstpointer b)
{
  const TlEditRun *run_a = a, *run_b = b;

  if (run_a->table->rank != run_b->table->rank)
    return run_a->table->rank < run_b->table->rank ? -1 : 1;
  return run_a->start < run_b->start ? -1 : run_a->start > run_b->start;
}

static void
clear_run (gpointer data)
{
  TlEditRun *self = data;

  g_clear_pointer (&self->removed, tl_row_free);
  g_clear_pointer (&self->later, g_bytes_unref);
}

/**
 * tl_edit_run_list:
 * @change: a settled change
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type TlEditRun): its rows, packed ones aside, so ordered that none points to a later one
 */
GArray *
tl_edit_run_list (TlChange  *change,
                  GError   **error)
{
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (TlEditRun));

  g_array_set_clear_func (runs, clear_run);
  for (guint i = 0; i < tl_change_get_n_items (change); i++)
    {
      const TlEdit *edit = &tl_change_peek (change, i)->edit;
      TlEditRun *last = runs->len > 0 ? &g_array_index (runs, TlEditRun, runs->len - 1) : NULL;
      const TlEdit *before = last != NULL ? &tl_change_peek (change, last->start)->edit : NULL;
      TlEditRun run = { .change = change, .start = i, .end = i + 1 };

      tl_change_peek (change, i)->kept = FALSE;
      if (before != NULL && before->table == edit->table && tl_id_equal (&before->row, &edit->row))
        {
          last->end = i + 1;
          continue;
        }
      run.table = before != NULL && before->table == edit->table ? last->table : tl_schema_find_table (edit->table);
      if (run.table == NULL)
        {
          tl_refuse_name (edit->table, NULL, error);
          return NULL;
        }
      g_array_append_val (runs, run);
    }
  g_array_sort (runs, compare_runs);
  return g_steal_pointer (&runs);
}

/* Whether the field is what the change thinks it is. */
static gboolean
check_expected (const TlChangeItem *item,
                const TlRow        *row,
                const TlValue      *now,
                GError            **error)
{
  return !item->expects || tl_value_equal (&item->expected, now)
         || tl_refuse_conflict (row, item->edit.column, now, error);
}

/* Reads the history once for all rows that the change may bring back. */
static TlRecall *
make_recall (TlChange    *change,
             TlDatabase  *database,
             GError     **error)
{
  g_autoptr (TlRecall) recall = tl_recall_new ();

  for (guint i = 0; i < tl_change_get_n_items (change); i++)
    {
      const TlEdit *edit = &tl_change_peek (change, i)->edit;

      if (strcmp (edit->column, TL_COLUMN_LIVE) == 0)
        tl_recall_add (recall, edit->table, &edit->row);
    }
  return tl_recall_run (recall, database, error) ? g_steal_pointer (&recall) : NULL;
}

/* Brings the fields of a row that had gone back to what they were. */
static gboolean
recall_row (TlEditRun    *self,
            TlRow        *row,
            TlDatabase   *database,
            GError      **error)
{
  GHashTable *values;

  if (self->change->recall == NULL)
    self->change->recall = make_recall (self->change, database, error);
  if (self->change->recall == NULL)
    return FALSE;
  values = tl_recall_get (self->change->recall, row->table->name, &row->id);
  for (guint i = 0; i < row->table->n_columns; i++)
    {
      const TlValue *value = g_hash_table_lookup (values, row->table->columns[i].name);

      if (value != NULL)
        tl_value_copy (value, &row->values[i]);
    }
  return TRUE;
}

static gboolean
check_live (TlEditRun     *self,
            TlRow         *row,
            TlDatabase    *database,
            gboolean      *wanted,
            GError       **error)
{
  TlChangeItem *live = get_live (self);
  g_auto (TlValue) now = TL_VALUE_INIT;
  gboolean removed = FALSE;

  *wanted = row->exists;
  if (live == NULL)
    return row->exists || tl_refuse_absent (row, error);

  if (live->edit.new_value.type != TL_VALUE_INTEGER)
    return tl_refuse_name (row->table->name, TL_COLUMN_LIVE, error);
  *wanted = live->edit.new_value.integer != 0;
  if (!row->exists && !tl_history_was_removed (database, row->table->name, &row->id, &removed, error))
    return FALSE;
  if (row->exists || removed)
    tl_value_set_integer (&now, row->exists);
  if (!check_expected (live, row, &now, error))
    return FALSE;

  live->kept = live->insists || *wanted != row->exists;
  tl_value_copy (&now, &live->edit.old_value);
  return !removed || !*wanted || recall_row (self, row, database, error);
}

/* Takes the edits over into the row, and keeps those that change something. */
static gboolean
take_edits (TlEditRun    *self,
            TlRow        *row,
            TlRiskTrace  *trace,
            GError      **error)
{
  for (guint i = get_live (self) != NULL ? 1 : 0; i < self->end - self->start; i++)
    {
      TlChangeItem *item = get_item (self, i);
      int column = tl_schema_table_find_column (row->table, item->edit.column);

      if (column < 0)
        return tl_refuse_name (row->table->name, item->edit.column, error);
      if (!tl_column_check (&row->table->columns[column], &item->edit.new_value))
        return tl_refuse_value (row, &row->table->columns[column], &item->edit.new_value, error);
      if (!check_expected (item, row, &row->values[column], error))
        return FALSE;

      tl_value_copy (&row->values[column], &item->edit.old_value);
      item->kept = item->insists || !tl_value_equal (&item->edit.old_value, &item->edit.new_value);
      if (item->kept && !tl_risk_trace_add_value (trace, row, (guint) column, &item->edit.old_value, error))
        return FALSE;
      tl_value_copy (&item->edit.new_value, &row->values[column]);
    }
  return TRUE;
}

static gboolean
insert (TlEditRun   *self,
        TlRow       *row,
        TlDatabase  *database,
        GError     **error)
{
  for (guint i = 0; i < row->table->n_columns; i++)
    {
      const TlSchemaColumn *column = &row->table->columns[i];

      if (column->required && row->values[i].type == TL_VALUE_NULL)
        return tl_refuse_value (row, column, &row->values[i], error);
      if (g_strcmp0 (column->target, row->table->name) == 0 && row->values[i].type == TL_VALUE_BYTES)
        {
          self->later = g_bytes_ref (row->values[i].bytes);
          self->later_column = i;
        }
    }
  return tl_row_insert (row, database, error);
}

static gboolean
update (TlEditRun   *self,
        TlRow       *row,
        TlDatabase  *database,
        gboolean    *changed,
        GError     **error)
{
  for (guint i = 0; i < self->end - self->start; i++)
    {
      const TlChangeItem *item = get_item (self, i);

      if (!item->kept)
        continue;
      *changed = TRUE;
      if (item == get_live (self))
        continue;
      if (!tl_row_update (row, database, (guint) tl_schema_table_find_column (row->table, item->edit.column), error))
        return FALSE;
    }
  return TRUE;
}

/**
 * tl_edit_run_apply:
 * @self: a row's edits
 * @database: the writer's connection, in a transaction
 * @trace: (inout): is told which risks are touched
 * @error: return location for an error
 *
 * Checks the edits against the row as it is, fills in what the fields were, marks the edits that change something as
 * kept, and applies them; what has to wait for other rows is left to [func@Tl.edit_run_finish].
 *
 * Returns: %FALSE when an edit is refused
 */
gboolean
tl_edit_run_apply (TlEditRun    *self,
                   TlDatabase   *database,
                   TlRiskTrace  *trace,
                   GError      **error)
{
  g_autoptr (TlRow) row = tl_row_load (database, self->table, &get_item (self, 0)->edit.row, error);
  gboolean wanted, changed;

  if (row == NULL || !check_live (self, row, database, &wanted, error))
    return FALSE;

  if (!wanted)
    {
      if (!row->exists)
        return TRUE;
      self->removed = g_steal_pointer (&row);
      return tl_risk_trace_add_row (trace, self->removed, error);
    }

  if (!take_edits (self, row, trace, error))
    return FALSE;
  changed = !row->exists;
  if (row->exists ? !update (self, row, database, &changed, error) : !insert (self, row, database, error))
    return FALSE;
  return !changed || tl_risk_trace_add_row (trace, row, error);
}

/**
 * tl_edit_run_finish:
 * @self: edits of a row, already applied
 * @database: the writer's connection, in a transaction
 * @error: return location for an error
 *
 * Does what has to wait until all rows have been applied: removes a row that goes, or points a new row to another one
 * of its own table.
 *
 * Returns: whether that worked
 */
gboolean
tl_edit_run_finish (TlEditRun   *self,
                    TlDatabase  *database,
                    GError     **error)
{
  g_autofree TlValue *values = NULL;
  TlRow row = { .table = self->table, .id = get_item (self, 0)->edit.row };

  if (self->removed != NULL)
    return tl_row_remove (self->removed, database, error);
  if (self->later == NULL)
    return TRUE;

  values = row.values = g_new0 (TlValue, self->table->n_columns);
  values[self->later_column].type = TL_VALUE_BYTES;
  values[self->later_column].bytes = self->later;
  return tl_row_update (&row, database, self->later_column, error);
}

/**
 * tl_edit_run_explain:
 * @self: edits of a row, already applied and finished
 * @database: the writer's connection, in a transaction that can't be committed
 * @error: return location for an error
 *
 * Looks whether this row is why the transaction can't be committed: it is gone and others point to it, or points to one
 * that isn't there.
 *
 * Returns: %FALSE when it is, or that couldn't be found out
 */
gboolean
tl_edit_run_explain (TlEditRun   *self,
                     TlDatabase  *database,
                     GError     **error)
{
  g_autoptr (TlRow) row = NULL;
  const TlSchemaTable *user;

  if (self->removed != NULL)
    return tl_row_find_user (self->removed, database, &user, error)
           && (user == NULL || tl_refuse_removal (self->removed, user, error));
  row = tl_row_load (database, self->table, &get_item (self, 0)->edit.row, error);
  if (row == NULL)
    return FALSE;

  for (guint i = 0; row->exists && i < row->table->n_columns; i++)
    {
      gboolean exists = TRUE;
      TlId target;

      if (row->table->columns[i].target == NULL || !tl_value_get_id (&row->values[i], &target))
        continue;
      if (!tl_row_exists (database, row->table->columns[i].target, &target, &exists, error))
        return FALSE;
      if (!exists)
        return tl_refuse_link (row, &row->table->columns[i], error);
    }
  return TRUE;
}

/**
 * tl_edit_run_apply_all:
 * @runs: (element-type TlEditRun): all rows of a change, packed ones aside, in their order
 * @packed: (nullable): what is to be done with its packed rows
 * @next: (inout) (optional): how far that has been done
 * @database: the writer's connection, in a transaction
 * @trace: (inout): is told which risks are touched
 * @cancellable: (nullable): to stop it, which leaves it to the caller to take back what was done
 * @error: return location for an error
 *
 * Applies a change, but for what has to wait until all rows are there, and packed rows that come after all others.
 *
 * Returns: %FALSE when an edit is refused, or it was stopped
 */
gboolean
tl_edit_run_apply_all (GArray        *runs,
                       GArray        *packed,
                       guint         *next,
                       TlDatabase    *database,
                       TlRiskTrace   *trace,
                       GCancellable  *cancellable,
                       GError       **error)
{
  /* The database looks through whole tables for each row that is there too late. */
  for (guint i = 0; i < runs->len; i++)
    {
      TlEditRun *run = &g_array_index (runs, TlEditRun, i);

      if ((packed != NULL && !tl_block_insert_below (packed, next, run->table->rank, database, trace, cancellable, error))
          || !tl_edit_run_apply (run, database, trace, error) || !tl_progress_step (cancellable, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * tl_edit_run_finish_all:
 * @runs: (element-type TlEditRun): all rows of a change, already applied
 * @database: the writer's connection, in a transaction
 * @error: return location for an error
 *
 * Does what had to wait; what goes, goes in the opposite order. Whether all links lead somewhere is left to the caller.
 *
 * Returns: whether that worked
 */
gboolean
tl_edit_run_finish_all (GArray      *runs,
                        TlDatabase  *database,
                        GError     **error)
{
  for (guint i = runs->len; i > 0; i--)
    {
      if (!tl_edit_run_finish (&g_array_index (runs, TlEditRun, i - 1), database, error))
        return FALSE;
    }
  return TRUE;
}
