/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-sheet.h"

G_BEGIN_DECLS

/**
 * TlForeignSheet:
 *
 * A sheet of a spreadsheet that isn't ours, with every row as it stands there: nobody knows yet which of them holds the
 * headings. Rows are known by the numbers that a spreadsheet shows, from 1; columns count from 0.
 */
typedef struct _TlForeignSheet TlForeignSheet;

TlForeignSheet *tl_foreign_sheet_new       (TlSheet              *sheet,
                                            gboolean              hidden);
void        tl_foreign_sheet_free          (TlForeignSheet       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlForeignSheet, tl_foreign_sheet_free)
const char *tl_foreign_sheet_get_name      (const TlForeignSheet *self);
gboolean    tl_foreign_sheet_get_hidden    (const TlForeignSheet *self);
guint       tl_foreign_sheet_get_n_rows    (const TlForeignSheet *self);
guint       tl_foreign_sheet_get_n_columns (const TlForeignSheet *self);
const char *tl_foreign_sheet_get_text      (const TlForeignSheet *self,
                                            guint                 row,
                                            guint                 column);
const char *tl_foreign_sheet_get_merged    (const TlForeignSheet *self,
                                            guint                 row,
                                            guint                 column);

guint       tl_foreign_sheet_get_n_filled  (const TlForeignSheet *self);
guint       tl_foreign_sheet_get_filled    (const TlForeignSheet *self,
                                            guint                 index);
guint       tl_foreign_sheet_find_filled   (const TlForeignSheet *self,
                                            guint                 row);
const TlSheetMerge *tl_foreign_sheet_find_merge (const TlForeignSheet *self,
                                            guint                 row,
                                            guint                 column);
gboolean    tl_foreign_sheet_is_ours       (const TlForeignSheet *self);

G_END_DECLS
