/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-foreign-field.h"

G_BEGIN_DECLS

/* What the field's own words mean, as far as they mean one thing wherever they are used. */

gboolean    tl_foreign_words_say_no_day   (const char     *text);
gboolean    tl_foreign_words_say_done     (const char     *text);
gboolean    tl_foreign_words_say_nobody   (const char     *text);
gboolean    tl_foreign_words_say_total    (const char     *text);
gboolean    tl_foreign_words_ask_key_question (const char *text);
gboolean    tl_foreign_words_are_capitals (const char     *text);
const char *tl_foreign_words_find         (TlForeignField  field,
                                           const char     *text);
const char *tl_foreign_words_find_within  (TlForeignField  field,
                                           const char     *text);
const char *tl_foreign_words_find_role    (const char     *text);
gboolean    tl_foreign_words_name_role    (const char     *text);

G_END_DECLS
