/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlAlikeFunc:
 * @first: index of a text
 * @second: index of a later one
 * @data: what was given
 *
 * Called for each pair of texts that are alike.
 */
typedef void (*TlAlikeFunc) (guint    first,
                             guint    second,
                             gpointer data);

GPtrArray *tl_words_list_stems  (const char         *text);
void       tl_words_find_alike  (const char * const *texts,
                                 guint               n,
                                 double              least,
                                 TlAlikeFunc         function,
                                 gpointer            data);

G_END_DECLS
