/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-undo.h"

G_BEGIN_DECLS

/* Its files are tl-undo.c, which takes changes back, and tl-undo-find.c, which looks for the next to take back. */

#define TL_UNDO_HEX_LENGTH (2 * sizeof (TlDigest))

void     tl_undo_write_hex   (const TlDigest *digest,
                              char            hex[TL_UNDO_HEX_LENGTH + 1]);
gboolean tl_undo_read_hex    (const char     *hex,
                              TlDigest       *digest);
gboolean tl_undo_is_undo     (const char     *kind);
gboolean tl_undo_is_ordinary (const char     *kind);

G_END_DECLS
