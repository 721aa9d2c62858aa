/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-import-problem.h"

#include <glib/gi18n-lib.h>

/**
 * tl_import_problem_new:
 * @sheet: the sheet's name
 * @row: the row's number as a spreadsheet shows it, 0 when it is about the whole sheet
 * @column: (nullable): the column's heading
 * @value: (nullable): what stands there
 * @message: what is wrong
 *
 * Returns: (transfer full): a problem that doesn't block other rows
 */
TlImportProblem *
tl_import_problem_new (const char *sheet,
                       guint       row,
                       const char *column,
                       const char *value,
                       const char *message)
{
  TlImportProblem *self = g_new0 (TlImportProblem, 1);

  self->sheet = g_strdup (sheet);
  self->row = row;
  self->column = g_strdup (column);
  self->value = g_strdup (value);
  self->message = g_strdup (message);
  return self;
}

/**
 * tl_import_problem_free:
 * @self: (transfer full): a problem
 *
 * Frees a problem.
 */
void
tl_import_problem_free (TlImportProblem *self)
{
  g_free (self->sheet);
  g_free (self->column);
  g_free (self->value);
  g_free (self->message);
  g_free (self);
}

/**
 * tl_import_problem_to_text:
 * @self: a problem
 *
 * Says where it is and what is wrong, as in `Risks row 7, column "Likelihood": "six" is not a number from 1 to 5`.
 *
 * Returns: (transfer full): the sentence
 */
char *
tl_import_problem_to_text (const TlImportProblem *self)
{
  if (self->row != 0 && self->column != NULL)
    return g_strdup_printf (_("%s row %u, column \"%s\": %s"), self->sheet, self->row, self->column, self->message);
  if (self->row != 0)
    return g_strdup_printf (_("%s row %u: %s"), self->sheet, self->row, self->message);
  return g_strdup_printf (_("%s: %s"), self->sheet, self->message);
}
