/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-layout.h"
#include "tl-value.h"

G_BEGIN_DECLS

/* What a text says that stands in a cell of a spreadsheet or was typed into a field. Each returns whether it says it; if
 * not, the message says what is wrong, and is the same wherever it is shown. */

gboolean tl_field_text_read        (const TlField  *field,
                                    const char     *text,
                                    TlValue        *value,
                                    char          **message);
gboolean tl_field_text_read_day    (const char     *text,
                                    TlDay          *day,
                                    char          **message);
gboolean tl_field_text_read_number (const TlField  *field,
                                    const char     *text,
                                    double         *number,
                                    char          **message);
gboolean tl_field_text_read_whole  (const TlField  *field,
                                    const char     *text,
                                    int            *whole,
                                    char          **message);
gboolean tl_field_text_read_word   (GType           words,
                                    const char     *text,
                                    int            *word,
                                    char          **message);
gboolean tl_field_text_check       (const char     *text,
                                    char          **message);
gboolean tl_field_text_check_line  (const char     *text,
                                    char          **message);
gboolean tl_field_text_check_ref   (const char     *ref,
                                    char          **message);
char   **tl_field_text_split_list  (const char     *text);
char    *tl_field_text_quote       (const char     *text);

/* What is wrong with fields that don't agree with each other. */
char    *tl_field_text_say_before  (const char     *text,
                                    const char     *heading);
char    *tl_field_text_say_after   (const char     *text,
                                    const char     *heading);
char    *tl_field_text_say_same    (const char     *text,
                                    const char     *heading);
char    *tl_field_text_say_kind    (const char     *text,
                                    TlPlaceKind     kind);
char    *tl_field_text_say_circle  (const char     *text);

G_END_DECLS
