/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-import-plan-private.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#include "tl-progress.h"

/* More than anybody reads, and a bound on what a hostile file can fill the memory with. */
#define MOST_LISTED 10000
/* What is wrong with the rows that one row becomes. */
#define MOST_OF_A_ROW 50

static gboolean
is_same_problem (const TlImportProblem *a,
                 const TlImportProblem *b)
{
  return a->row == b->row && g_strcmp0 (a->sheet, b->sheet) == 0 && g_strcmp0 (a->column, b->column) == 0
         && g_strcmp0 (a->value, b->value) == 0 && g_strcmp0 (a->message, b->message) == 0;
}

/* A cell of somebody else's sheet may become a field of several rows, and is still one thing to mend. */
static gboolean
is_listed (TlImportPlan          *plan,
           const TlImportProblem *problem)
{
  guint n = plan->problems->len;

  for (guint i = n; i > 0 && n - i < MOST_OF_A_ROW; i--)
    {
      if (is_same_problem (g_ptr_array_index (plan->problems, i - 1), problem))
        return TRUE;
    }
  return FALSE;
}

static void
list_problem (TlImportPlan    *plan,
              TlImportProblem *problem)
{
  plan->blocked |= problem->blocking;
  if (is_listed (plan, problem))
    {
      tl_import_problem_free (problem);
      return;
    }
  if (plan->problems->len < MOST_LISTED)
    {
      g_ptr_array_add (plan->problems, problem);
      return;
    }
  plan->n_unlisted++;
  tl_import_problem_free (problem);
}

static int
find_column (const TlImportTable *table,
             const char          *heading)
{
  for (guint i = 0; i < table->layout->n_fields; i++)
    {
      if (g_str_equal (table->layout->fields[i].heading, heading))
        return table->columns[i];
    }
  return table->ref_column;
}

/**
 * tl_import_locate:
 * @table: a table
 * @row: a row of it
 * @column: (nullable): the column's heading
 * @value: (nullable): what stands there
 * @message: what is wrong
 *
 * Says where something is wrong. A row that was made of another sheet's is told where that stands.
 *
 * Returns: (transfer full): the problem
 */
TlImportProblem *
tl_import_locate (TlImportTable *table,
                  TlImportRow   *row,
                  const char    *column,
                  const char    *value,
                  const char    *message)
{
  guint number = tl_sheet_get_row_number (table->sheet, row->index);
  const char *origin = tl_sheet_get_origin (table->sheet, row->index, &number);
  int index = origin != NULL && column != NULL ? find_column (table, column) : -1;
  const char *heading = index >= 0 ? tl_sheet_get_origin_heading (table->sheet, row->index, (guint) index) : NULL;

  return tl_import_problem_new (origin != NULL ? origin : table->layout->sheet, number, heading != NULL ? heading : column,
                                value, message);
}

/**
 * tl_import_tell:
 * @work: a plan in the making
 * @table: a table
 * @row: a row of it
 * @column: (nullable): the column's heading
 * @value: (nullable): what stands there
 * @message: what is wrong
 *
 * Reports what is wrong with a row, which then can't be imported.
 */
void
tl_import_tell (TlImportWork  *work,
                TlImportTable *table,
                TlImportRow   *row,
                const char    *column,
                const char    *value,
                const char    *message)
{
  row->bad = TRUE;
  list_problem (work->plan, tl_import_locate (table, row, column, value, message));
}

/**
 * tl_import_tell_sheet:
 * @work: a plan in the making
 * @sheet: the sheet's name
 * @number: the number of the row that it is about, 0 for none
 * @column: (nullable): the column's heading
 * @message: what is wrong
 * @blocking: whether nothing at all can be imported
 *
 * Reports what is wrong with a sheet.
 */
void
tl_import_tell_sheet (TlImportWork *work,
                      const char   *sheet,
                      guint         number,
                      const char   *column,
                      const char   *message,
                      gboolean      blocking)
{
  TlImportProblem *problem = tl_import_problem_new (sheet, number, column, NULL, message);

  problem->blocking = blocking;
  list_problem (work->plan, problem);
}

/**
 * tl_import_note:
 * @work: a plan in the making
 * @note: (transfer full): a sentence
 *
 * Notes something that was left out without being a problem.
 */
void
tl_import_note (TlImportWork *work,
                char         *note)
{
  g_ptr_array_add (work->plan->notes, note);
}

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
    list_problem (work->plan, g_ptr_array_steal_index (sheets->problems, 0));
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
check_table (TlImportWork   *work,
             TlImportTable  *table,
             GError        **error)
{
  gboolean has_key = !table->layout->has_ref_key && table->table != TL_TABLE_FORUM;
  TlImportCell cells[TL_IMPORT_MAX_FIELDS];

  for (guint i = 0; i < table->n_rows; i++)
    {
      TlImportRow *row = &table->rows[i];

      tl_import_row_read (work, table, row, cells, TRUE);
      tl_import_check_row (work, table, row, cells);
      if (has_key)
        tl_import_key_find (work, table, row, cells);
      tl_import_cells_clear (table, cells);
      if (!tl_progress_step (work->cancellable, error))
        return FALSE;
    }
  if (has_key)
    tl_import_key_match (work, table);
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

static void
append_count (GString    *text,
              guint       count,
              const char *what)
{
  if (count == 0)
    return;
  if (text->len > 0)
    g_string_append (text, ", ");
  g_string_append_printf (text, what, count);
}

/**
 * tl_import_counts_to_text:
 * @self: what an import does to a sheet
 *
 * Returns: (transfer full) (nullable): it in words, %NULL when it is nothing
 */
char *
tl_import_counts_to_text (const TlImportCounts *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_count (text, self->added, _("%u added"));
  append_count (text, self->changed, _("%u changed"));
  append_count (text, self->unchanged, _("%u unchanged"));
  append_count (text, self->left_out, _("%u left out"));
  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
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

/**
 * tl_import_plan_get_change:
 * @self: a plan
 * @accept_good: whether the rows that are good may be imported without the others
 *
 * Returns: (transfer none) (nullable): the change, perhaps without an edit; %NULL when there are problems and not
 *   @accept_good, or problems that block everything
 */
TlChange *
tl_import_plan_get_change (TlImportPlan *self,
                           gboolean      accept_good)
{
  if (self->blocked || (self->problems->len > 0 && !accept_good))
    return NULL;
  return self->change;
}

/**
 * tl_import_plan_get_n_problems:
 * @self: a plan
 *
 * Returns: how many problems are listed
 */
guint
tl_import_plan_get_n_problems (const TlImportPlan *self)
{
  return self->problems->len;
}

/**
 * tl_import_plan_get_problem:
 * @self: a plan
 * @index: from 0
 *
 * Returns: (transfer none): a problem, by sheet and row
 */
const TlImportProblem *
tl_import_plan_get_problem (const TlImportPlan *self,
                            guint               index)
{
  return g_ptr_array_index (self->problems, index);
}

/**
 * tl_import_plan_get_n_unlisted:
 * @self: a plan
 *
 * Returns: how many more problems there are than the ten thousand that are listed
 */
guint
tl_import_plan_get_n_unlisted (const TlImportPlan *self)
{
  return self->n_unlisted;
}

/**
 * tl_import_plan_get_n_dependent:
 * @self: a plan
 *
 * Returns: how many rows are good but can't be imported without one that isn't
 */
guint
tl_import_plan_get_n_dependent (const TlImportPlan *self)
{
  return self->dependents->len;
}

/**
 * tl_import_plan_get_dependent:
 * @self: a plan
 * @index: from 0
 *
 * Returns: (transfer none): where such a row is and what it depends on
 */
const TlImportProblem *
tl_import_plan_get_dependent (const TlImportPlan *self,
                              guint               index)
{
  return g_ptr_array_index (self->dependents, index);
}

/**
 * tl_import_plan_get_n_notes:
 * @self: a plan
 *
 * Returns: how many notes there are
 */
guint
tl_import_plan_get_n_notes (const TlImportPlan *self)
{
  return self->notes->len;
}

/**
 * tl_import_plan_get_note:
 * @self: a plan
 * @index: from 0
 *
 * Returns: (transfer none): a sentence on something that isn't ours and was left out
 */
const char *
tl_import_plan_get_note (const TlImportPlan *self,
                         guint               index)
{
  return g_ptr_array_index (self->notes, index);
}

/**
 * tl_import_plan_get_n_differences:
 * @self: a plan
 *
 * Returns: how many fields of rows that are there already would be set anew, as far as they are listed
 */
guint
tl_import_plan_get_n_differences (const TlImportPlan *self)
{
  return self->differences->len;
}

/**
 * tl_import_plan_get_difference:
 * @self: a plan
 * @index: from 0
 *
 * Returns: (transfer none): one of them, by sheet and row
 */
const TlImportDifference *
tl_import_plan_get_difference (const TlImportPlan *self,
                               guint               index)
{
  return g_ptr_array_index (self->differences, index);
}

/**
 * tl_import_plan_get_n_unlisted_differences:
 * @self: a plan
 *
 * Returns: how many more there are than are listed
 */
guint
tl_import_plan_get_n_unlisted_differences (const TlImportPlan *self)
{
  return self->n_unlisted_differences;
}

/**
 * tl_import_plan_get_n_sheets:
 *
 * Returns: how many sheets a workbook has
 */
guint
tl_import_plan_get_n_sheets (void)
{
  return TL_IMPORT_N_SHEETS;
}

/**
 * tl_import_find_sheet:
 * @name: what a sheet or file is named, in any case
 *
 * Returns: (transfer none) (nullable): the sheet's own name, %NULL if it isn't one of ours
 */
const char *
tl_import_find_sheet (const char *name)
{
  TlTable table;

  if (g_ascii_strcasecmp (name, TL_WORKBOOK_SHEET) == 0)
    return TL_WORKBOOK_SHEET;
  table = tl_layout_find_sheet (name);
  return table != TL_NO_TABLE ? tl_layout_get (table)->sheet : NULL;
}

/**
 * tl_import_plan_get_sheet:
 * @sheet: from 0
 *
 * Returns: (transfer none): the sheet's name, in the order of the spreadsheet
 */
const char *
tl_import_plan_get_sheet (guint sheet)
{
  return sheet == 0 ? TL_WORKBOOK_SHEET : tl_layout_get (sheet - 1)->sheet;
}

/**
 * tl_import_plan_get_counts:
 * @self: a plan
 * @sheet: from 0, in the order of the spreadsheet
 *
 * Returns: what the import does to the sheet, problems' rows left out
 */
TlImportCounts
tl_import_plan_get_counts (const TlImportPlan *self,
                           guint               sheet)
{
  return self->counts[sheet == 0 ? TL_IMPORT_WORKBOOK : sheet - 1];
}
