/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-change.h"

G_BEGIN_DECLS

/* What paper prints of a change's id: the first 20 base-32 digits (RFC 4648), in groups of four. */

#define TL_FINGERPRINT_DIGITS 20
#define TL_FINGERPRINT_LENGTH 24

void     tl_fingerprint_write (const TlDigest  *change,
                               char             text[TL_FINGERPRINT_LENGTH + 1]);
gboolean tl_fingerprint_read  (const char      *text,
                               char             fingerprint[TL_FINGERPRINT_LENGTH + 1]);

G_END_DECLS
