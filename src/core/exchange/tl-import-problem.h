/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlImportProblem:
 * @sheet: the sheet's name
 * @row: the row's number as a spreadsheet shows it, 0 when it is about the whole sheet
 * @column: (nullable): the column's heading
 * @value: (nullable): what stands there
 * @message: what is wrong, a sentence without a capital and a final stop
 * @blocking: whether nothing at all can be imported, not even the rows that are good
 *
 * Something that keeps a row, or a whole sheet, from being imported.
 */
typedef struct
{
  char *sheet;
  guint row;
  char *column;
  char *value;
  char *message;
  gboolean blocking;
} TlImportProblem;

TlImportProblem *tl_import_problem_new     (const char            *sheet,
                                            guint                  row,
                                            const char            *column,
                                            const char            *value,
                                            const char            *message);
void             tl_import_problem_free    (TlImportProblem       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlImportProblem, tl_import_problem_free)
char            *tl_import_problem_to_text (const TlImportProblem *self);

G_END_DECLS
