/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"

G_BEGIN_DECLS

/* The files that a workbook carries, each once, named by the SHA-256 of its content. Content passes through piece by
 * piece: however large it is, memory stays small, and what passes is compared with its name. */

gboolean tl_blob_get_size  (TlDatabase      *database,
                            const TlDigest  *hash,
                            gint64          *size,
                            GError         **error);
gboolean tl_blob_add       (TlDatabase      *database,
                            const TlDigest  *hash,
                            int              fd,
                            gint64           size,
                            GError         **error);
gboolean tl_blob_add_erased (TlDatabase     *database,
                            GError         **error);
gboolean tl_blob_copy      (TlDatabase      *database,
                            TlDatabase      *from,
                            const TlDigest  *hash,
                            GError         **error);
gboolean tl_blob_check     (TlDatabase      *database,
                            const TlDigest  *hash,
                            GCancellable    *cancellable,
                            gboolean        *sound,
                            GError         **error);
gboolean tl_blob_write     (TlDatabase      *database,
                            const TlDigest  *hash,
                            int              fd,
                            GCancellable    *cancellable,
                            GError         **error);
gboolean tl_blob_collect   (TlDatabase      *database,
                            GError         **error);

G_END_DECLS
