/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-sheet.h"
#include "tl-xlsx-book.h"
#include "tl-xlsx-parser.h"

G_BEGIN_DECLS

/**
 * TlXlsxCells:
 *
 * The cells of a sheet that is being read.
 */
typedef struct _TlXlsxCells TlXlsxCells;

extern const TlXlsxHandler tl_xlsx_cells_handler;

TlXlsxCells *tl_xlsx_cells_new (TlSheet           *sheet,
                             const TlXlsxBook  *book,
                             gboolean           as_shown,
                             GCancellable      *cancellable);
void     tl_xlsx_cells_free (TlXlsxCells       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlXlsxCells, tl_xlsx_cells_free)
void     tl_xlsx_cells_need_number (TlXlsxCells *self);
gboolean tl_xlsx_cells_is_between_rows (const TlXlsxCells *self);

gboolean tl_xlsx_cells_read (TlSheet           *sheet,
                             const TlXlsxBook  *book,
                             TlXlsxPart        *part,
                             gboolean           as_shown,
                             GError           **error);

G_END_DECLS
