/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-xlsx-book.h"

G_BEGIN_DECLS

gboolean tl_xlsx_read_short_whole (const GString *text,
                                   double        *number);
void     tl_xlsx_show_number      (GString       *value,
                                   TlXlsxStyle    style,
                                   gboolean       as_shown,
                                   gboolean       from_1904);

G_END_DECLS
