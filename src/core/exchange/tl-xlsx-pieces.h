/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-xlsx-cells.h"

G_BEGIN_DECLS

gboolean tl_xlsx_pieces_read       (TlSheet           *sheet,
                                    const TlXlsxBook  *book,
                                    TlXlsxPart        *part,
                                    gboolean           as_shown,
                                    GError           **error);
void     tl_xlsx_pieces_set_length (gsize              length);

G_END_DECLS
