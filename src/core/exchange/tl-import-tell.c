/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-import-plan-private.h"

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

/**
 * tl_import_list_problem:
 * @plan: a plan in the making
 * @problem: (transfer full): a problem
 *
 * Lists a problem, unless it is listed already or there are too many.
 */
void
tl_import_list_problem (TlImportPlan    *plan,
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
  tl_import_list_problem (work->plan, tl_import_locate (table, row, column, value, message));
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
  tl_import_list_problem (work->plan, problem);
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
