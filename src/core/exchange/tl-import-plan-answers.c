/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-import-plan-private.h"

#include <glib/gi18n-lib.h>

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
