/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-change.h"

G_BEGIN_DECLS

/**
 * TlEraseLooks:
 * @key: how the line of an edit begins, as far as it says of which row it is
 * @length: its length
 * @data: data that was given along
 *
 * Returns: whether edits of that row are to be looked at
 */
typedef gboolean (*TlEraseLooks) (const char *key,
                                  gsize       length,
                                  gpointer    data);

/**
 * TlEraseEdit:
 * @edit: an edit
 * @old_value: (inout): what the field was
 * @new_value: (inout): what it became
 * @data: data that was given along
 *
 * Erases from what an edit holds.
 */
typedef void (*TlEraseEdit) (const TlEdit *edit,
                             TlValue      *old_value,
                             TlValue      *new_value,
                             gpointer      data);

GBytes *tl_erase_body_rewrite   (GBytes          *body,
                                 TlEraseLooks     looks,
                                 TlEraseEdit      erase,
                                 gpointer         data,
                                 GError         **error);
GBytes *tl_erase_body_make_salt (GBytes          *salt);

G_END_DECLS
