/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words of a paragraph, and what may stand within them: em, key, gui, code and link. As they stand here they are
 * translated, exactly as xgettext takes them from a page (see help/its). */

void  tl_help_text_append       (GString     *words,
                                 const char  *text,
                                 gsize        length);
void  tl_help_text_append_start (GString     *words,
                                 const char  *element,
                                 const char **attributes,
                                 const char **values);
void  tl_help_text_append_end   (GString     *words,
                                 const char  *element);
char *tl_help_text_tidy         (const char  *words);
char *tl_help_text_dup_markup   (const char  *words,
                                 GError     **error);
char *tl_help_text_dup_plain    (const char  *words);
char *tl_help_text_translate    (const char  *words);

G_END_DECLS
