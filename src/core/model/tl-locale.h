/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where the program's words are, and how numbers are written where its reader lives. Files never ask this. */

void      tl_locale_bind_words   (const char *folder);
gboolean  tl_locale_has_comma    (void);
char     *tl_locale_write_number (const char *digits,
                                  gboolean    grouped);
char     *tl_locale_read_number  (const char *text);

G_END_DECLS
