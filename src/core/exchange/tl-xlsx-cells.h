/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-sheet.h"
#include "tl-xlsx-book.h"

G_BEGIN_DECLS

gboolean tl_xlsx_cells_read (TlSheet           *sheet,
                             const TlXlsxBook  *book,
                             TlXlsxPart        *part,
                             gboolean           as_shown,
                             GError           **error);

G_END_DECLS
