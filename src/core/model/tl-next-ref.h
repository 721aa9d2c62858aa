/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-workbook.h"

G_BEGIN_DECLS

char *tl_next_ref_find (TlWorkbook *workbook,
                        TlTable     table);

G_END_DECLS
