/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef void (*TlSearchWordFunc) (const char *word,
                                  gpointer    user_data);

void tl_search_words_each (const char       *text,
                           TlSearchWordFunc  func,
                           gpointer          user_data);

G_END_DECLS
