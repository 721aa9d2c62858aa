/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-change.h"

G_BEGIN_DECLS

/* The same change as two copies have it, of which one or both have erased something. */

gboolean tl_erase_pair_is_rest   (const TlChange  *before,
                                  const TlChange  *after);
GBytes  *tl_erase_pair_combine   (const TlChange  *one,
                                  const TlChange  *other);
GBytes  *tl_erase_pair_make_salt (const TlChange  *one,
                                  const TlChange  *other);
void     tl_erase_pair_learn     (const TlChange  *before,
                                  const TlChange  *after,
                                  GHashTable      *rests,
                                  GHashTable      *fields);
char    *tl_erase_pair_make_key  (const TlEdit    *edit,
                                  const TlValue    *value);
char    *tl_erase_pair_name_field (const TlEdit   *edit);

G_END_DECLS
