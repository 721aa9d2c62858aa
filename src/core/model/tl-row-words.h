/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-layout.h"

G_BEGIN_DECLS

/* What people call the rows of a workbook: in lists to choose from, in what is said after a change, and before something
 * is removed. */

const char *tl_row_words_noun   (TlTable        table);
char       *tl_row_words_count  (TlTable        table,
                                 guint          n);
char       *tl_row_words_title  (TlTable        table,
                                 const TlFacts *row);
char       *tl_row_words_detail (TlTable        table,
                                 const TlFacts *row);

G_END_DECLS
