/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-layout.h"

G_BEGIN_DECLS

/* What the text of one cell says. Each returns whether it says it; if not, the message says what is wrong. */

gboolean tl_import_read_day    (const char     *text,
                                TlDay          *day,
                                char          **message);
gboolean tl_import_read_number (const TlField  *field,
                                const char     *text,
                                double         *number,
                                char          **message);
gboolean tl_import_read_whole  (const TlField  *field,
                                const char     *text,
                                int            *whole,
                                char          **message);
gboolean tl_import_read_word   (GType           words,
                                const char     *text,
                                int            *word,
                                char          **message);
gboolean tl_import_check_text  (const char     *text,
                                char          **message);
gboolean tl_import_check_ref   (const char     *ref,
                                char          **message);
char   **tl_import_split_list  (const char     *text);
char    *tl_import_quote       (const char     *text);

G_END_DECLS
