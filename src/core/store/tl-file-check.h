/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-read-ahead.h"

G_BEGIN_DECLS

gboolean tl_file_check (const char    *path,
                        TlReadAhead  **ahead,
                        TlId          *document,
                        TlDigest      *head,
                        GCancellable  *cancellable,
                        GError       **error);

G_END_DECLS
