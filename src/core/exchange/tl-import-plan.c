/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-import-plan-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-progress.h"

static void
begin_work (TlImportWork *work,
            TlSnapshot   *existing)
{
  TlImportTable *forums = &work->tables[TL_TABLE_FORUM];

  work->existing = existing;
  work->document = tl_snapshot_get_document (existing);
  for (TlTable id = 0; id < TL_N_TABLES; id++)
    {
      TlImportTable *table = &work->tables[id];

      table->table = id;
      table->layout = tl_layout_get (id);
      table->ref_column = -1;
      for (guint i = 0; i < TL_IMPORT_MAX_FIELDS; i++)
        table->columns[i] = -1;
      g_assert (table->layout->n_fields <= TL_IMPORT_MAX_FIELDS);
    }

  work->name = g_byte_array_new ();
  work->ids = g_hash_table_new_full (tl_id_hash, tl_id_equal, g_free, (GDestroyNotify) g_bytes_unref);
  forums->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  forums->existing_by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = tl_snapshot_count (existing, TL_TABLE_FORUM); i > 0; i--)
    {
      const TlForumFacts *forum = tl_snapshot_get (existing, TL_TABLE_FORUM, i - 1);

      if (forum->name != NULL)
        g_hash_table_replace (forums->existing_by_name, g_utf8_casefold (forum->name, -1), (gpointer) forum);
    }
}

static void
end_work (TlImportWork *work)
{
  for (TlTable id = 0; id < TL_N_TABLES; id++)
    {
      TlImportTable *table = &work->tables[id];

      g_clear_pointer (&table->sheet, tl_sheet_free);
      g_clear_pointer (&table->by_ref, g_hash_table_unref);
      g_clear_pointer (&table->by_name, g_hash_table_unref);
      g_clear_pointer (&table->existing_by_name, g_hash_table_unref);
      g_free (table->rows);
    }
  g_clear_pointer (&work->workbook, tl_sheet_free);
  g_hash_table_unref (work->ids);
  g_byte_array_unref (work->name);
}

/**
 * tl_import_share_id:
 * @work: a plan in the making
 * @id: id of a row that others point to
 *
 * Returns: (transfer none): its bytes, the same for all of them
 */
GBytes *
tl_import_share_id (TlImportWork *work,
                    const TlId   *id)
{
  GBytes *bytes = g_hash_table_lookup (work->ids, id);

  if (bytes == NULL)
    {
      bytes = g_bytes_new (id->bytes, sizeof id->bytes);
      g_hash_table_insert (work->ids, g_memdup2 (id, sizeof *id), bytes);
    }
  return bytes;
}

static void
take_sheets (TlImportWork *work,
             TlSheets     *sheets)
{
  while (sheets->problems->len > 0)
    tl_import_list_problem (work->plan, g_ptr_array_steal_index (sheets->problems, 0));
  while (sheets->notes->len > 0)
    tl_import_note (work, g_ptr_array_steal_index (sheets->notes, 0));
  while (sheets->sheets->len > 0)
    {
      TlSheet *sheet = g_ptr_array_steal_index (sheets->sheets, 0);

      if (work->workbook == NULL && g_ascii_strcasecmp (tl_sheet_get_name (sheet), TL_WORKBOOK_SHEET) == 0)
        work->workbook = sheet;
      else
        tl_import_columns_find (work, sheet);
    }
}

static gboolean
has_natural_key (const TlImportTable *table)
{
  return !table->layout->has_ref_key && table->table != TL_TABLE_FORUM;
}

static void
check_row (TlImportWork  *work,
           TlImportTable *table,
           TlImportRow   *row,
           TlImportCell  *cells)
{
  tl_import_row_read (work, table, row, cells, TRUE);
  tl_import_check_row (work, table, row, cells);
  if (has_natural_key (table))
    tl_import_key_find (work, table, row, cells);
  tl_import_cells_clear (table, cells);
}

static gboolean
check_table (TlImportWork   *work,
             TlImportTable  *table,
             GError        **error)
{
  tl_import_check_find_fields (table);
  if (!tl_import_rows_share (work, table, check_row, TRUE, error)
      || (has_natural_key (table) && !tl_import_key_match (work, table, error)))
    return FALSE;
  tl_import_check_missing (work, table);
  return TRUE;
}

/* In the order in which somebody would go through the sheets. */
static int
compare_problems (gconstpointer a,
                  gconstpointer b)
{
  const TlImportProblem *problem_a = *(TlImportProblem * const *) a;
  const TlImportProblem *problem_b = *(TlImportProblem * const *) b;
  TlTable table_a = tl_layout_find_sheet (problem_a->sheet), table_b = tl_layout_find_sheet (problem_b->sheet);

  /* What isn't a table is the Workbook sheet, which comes first. */
  if (table_a != table_b)
    return (int) ((table_a + 1) % TL_IMPORT_N_SHEETS) - (int) ((table_b + 1) % TL_IMPORT_N_SHEETS);
  if (table_a == TL_NO_TABLE && !g_str_equal (problem_a->sheet, problem_b->sheet))
    return strcmp (problem_a->sheet, problem_b->sheet);
  return (problem_a->row > problem_b->row) - (problem_a->row < problem_b->row);
}

static gboolean
check_rows (TlImportWork  *work,
            GError       **error)
{
  guint n_rows = 0;

  for (TlTable id = 0; id < TL_N_TABLES; id++)
    {
      if (work->tables[id].sheet != NULL)
        tl_import_identity_find (work, &work->tables[id]);
      n_rows += work->tables[id].n_rows;
    }
  tl_progress_begin (work->cancellable, TL_PROGRESS_STAGE_CHECKING, n_rows);
  for (TlTable id = 0; id < TL_N_TABLES; id++)
    {
      if (work->tables[id].sheet != NULL && !check_table (work, &work->tables[id], error))
        return FALSE;
    }
  tl_import_check_places (work);
  tl_import_check_dropped (work);
  return TRUE;
}

static gboolean
compare_rows (TlImportWork  *work,
              GError       **error)
{
  guint n_rows = 0;

  for (TlTable id = 0; id < TL_N_TABLES; id++)
    n_rows += work->tables[id].n_rows;
  tl_progress_begin (work->cancellable, TL_PROGRESS_STAGE_COMPARING, n_rows);
  tl_import_keys_add (work);
  for (TlTable id = 0; id < TL_N_TABLES; id++)
    {
      for (guint i = 0; i < work->tables[id].n_rows; i++)
        {
          tl_import_edits_add (work, &work->tables[id], &work->tables[id].rows[i]);
          if (!tl_progress_step (work->cancellable, error))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
do_work (TlImportWork  *work,
         GError       **error)
{
  if (!check_rows (work, error) || !compare_rows (work, error))
    return FALSE;
  g_ptr_array_sort (work->plan->problems, compare_problems);
  g_ptr_array_sort (work->plan->dependents, compare_problems);
  return TRUE;
}

static gboolean
has_answers (const TlSheets *sheets)
{
  const char *answers = tl_layout_get (TL_TABLE_ANSWER)->sheet;

  for (guint i = 0; i < sheets->sheets->len; i++)
    {
      const TlSheet *sheet = g_ptr_array_index (sheets->sheets, i);

      if (g_ascii_strcasecmp (tl_sheet_get_name (sheet), answers) == 0 && tl_sheet_get_n_rows (sheet) > 0)
        return TRUE;
    }
  return FALSE;
}

/* An answer sheet says that sheets are of an invented service: they may begin a workbook, and never come into a real one;
 * nor does anything real come into one that is invented. */
static gboolean
refuse_practice (TlImportPlan *plan,
                 TlSnapshot   *existing,
                 TlSheets     *sheets)
{
  gboolean invented = tl_snapshot_count (existing, TL_TABLE_ANSWER) > 0;
  TlImportProblem *problem;

  if (tl_snapshot_count (existing, TL_TABLE_RISK) == 0 || has_answers (sheets) == invented)
    return FALSE;
  problem = tl_import_problem_new (tl_layout_get (TL_TABLE_ANSWER)->sheet, 0, NULL, NULL, invented
    ? _("this workbook is a practice case, about an invented service; nothing else may come into it")
    : _("these sheets are of a practice case, about an invented service; nothing of it may come into this workbook"));
  problem->blocking = TRUE;
  tl_import_list_problem (plan, problem);
  return TRUE;
}

/**
 * tl_import_plan_new:
 * @existing: the workbook as it is
 * @sheets: (transfer full): what is to be imported
 *
 * Works out what an import would do. A row is recognised by its ref, otherwise by its natural key and its number among
 * those with the same; a forum by its name.
 *
 * Returns: (transfer full): the plan
 */
TlImportPlan *
tl_import_plan_new (TlSnapshot *existing,
                    TlSheets   *sheets)
{
  return tl_import_plan_make (existing, sheets, NULL, NULL);
}

/**
 * tl_import_plan_make:
 * @existing: the workbook as it is
 * @sheets: (transfer full): what is to be imported
 * @cancellable: (nullable): to stop it; a #TlProgress is told how far it is
 * @error: that it was stopped
 *
 * As [ctor@Tl.ImportPlan.new], for work that takes long.
 *
 * Returns: (transfer full) (nullable): the plan
 */
TlImportPlan *
tl_import_plan_make (TlSnapshot    *existing,
                     TlSheets      *sheets,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr (TlImportPlan) self = g_new0 (TlImportPlan, 1);
  g_autofree TlImportWork *work = g_new0 (TlImportWork, 1);
  gboolean done;

  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_import_problem_free);
  self->dependents = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_import_problem_free);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->differences = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_import_difference_free);
  self->change = tl_change_new (TL_CHANGE_KIND_IMPORT);

  work->plan = self;
  work->cancellable = cancellable;
  begin_work (work, existing);
  if (!refuse_practice (self, existing, sheets))
    take_sheets (work, sheets);
  tl_sheets_free (sheets);
  done = do_work (work, error);
  end_work (work);
  return done ? g_steal_pointer (&self) : NULL;
}

/**
 * tl_import_plan_free:
 * @self: (transfer full): a plan
 *
 * Frees a plan; its change lives on with whoever holds it.
 */
void
tl_import_plan_free (TlImportPlan *self)
{
  g_ptr_array_unref (self->problems);
  g_ptr_array_unref (self->dependents);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->differences);
  tl_change_unref (self->change);
  g_free (self);
}
