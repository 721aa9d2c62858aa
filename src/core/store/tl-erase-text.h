/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-change.h"
#include "tl-schema.h"

G_BEGIN_DECLS

/* What stands where a text was erased that has to be there, or within what is left of a text. Kept in the document, so
 * that every program and every language reads the same. */
#define TL_ERASED_TEXT "[erased]"

const TlDigest *tl_erase_text_get_content (void);
gboolean tl_erase_text_is_possible (const TlSchemaTable   *table,
                                    guint                  column);
void     tl_erase_text_empty       (const TlSchemaColumn  *column,
                                    TlValue               *value);
gboolean tl_erase_text_is_erased   (const TlValue         *value);
gboolean tl_erase_text_contains    (const char            *text,
                                    const char            *part);
char    *tl_erase_text_cut         (const char            *text,
                                    const char            *part);
gboolean tl_erase_text_is_rest     (const TlSchemaColumn  *column,
                                    const TlValue         *before,
                                    const TlValue         *after);

G_END_DECLS
