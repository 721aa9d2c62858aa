/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libstemmer.h>

G_BEGIN_DECLS

GPtrArray *tl_words_list_stems (struct sb_stemmer *stemmer,
                                const char        *text);

G_END_DECLS
