/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-layout.h"

G_BEGIN_DECLS

/**
 * TlImportDifference:
 * @sheet: the sheet's name
 * @row: the row's number as a spreadsheet shows it
 * @ref: (nullable): the row's ref
 * @column: the column's heading
 * @before: what the workbook says, "" when nothing
 * @after: what is to be imported, "" when nothing
 *
 * A field of a row that the workbook has already, which an import would set anew.
 */
typedef struct
{
  const char *sheet;
  guint row;
  char *ref;
  const char *column;
  char *before;
  char *after;
} TlImportDifference;

void  tl_import_difference_free    (TlImportDifference       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlImportDifference, tl_import_difference_free)
char *tl_import_difference_to_text (const TlImportDifference *self);

G_END_DECLS
