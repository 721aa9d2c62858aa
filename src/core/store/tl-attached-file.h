/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-change.h"

G_BEGIN_DECLS

/* The largest file that can be attached. A workbook is written as a whole whenever it is saved, often to a slow shared
 * folder, and is sent by mail, where 25 MB is about what gets through. Scans, minutes and audits are far below it. */
#define TL_ATTACHED_FILE_LIMIT G_GINT64_CONSTANT (25000000)

/* Attached files that together are larger are warned of: at the 10 MB a second of an office's network, each save takes
 * 25 seconds from here on. */
#define TL_ATTACHED_FILES_LARGE G_GINT64_CONSTANT (250000000)

/**
 * TlAttachedFile:
 *
 * A private copy of a file that is to be attached to evidence, with the SHA-256 of its content, so that whatever happens
 * to the file meanwhile, what is attached is what was read. The copy has no name and goes with its last owner, however
 * that ends.
 */
/* The type itself is named in tl-change.h. */
#define TL_TYPE_ATTACHED_FILE (tl_attached_file_get_type ())
GType           tl_attached_file_get_type       (void);

typedef void (*TlAttachedFileProgress) (double   fraction,
                                        gpointer data);

TlAttachedFile *tl_attached_file_read           (GFile                   *file,
                                                 const char              *folder,
                                                 TlAttachedFileProgress   progress,
                                                 gpointer                 progress_data,
                                                 GCancellable            *cancellable,
                                                 GError                 **error);
TlAttachedFile *tl_attached_file_ref            (TlAttachedFile          *self);
void            tl_attached_file_unref          (TlAttachedFile          *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlAttachedFile, tl_attached_file_unref)

const char     *tl_attached_file_get_name       (const TlAttachedFile    *self);
const char     *tl_attached_file_get_media_type (const TlAttachedFile    *self);
gint64          tl_attached_file_get_size       (const TlAttachedFile    *self);
const TlDigest *tl_attached_file_get_hash       (const TlAttachedFile    *self);
int             tl_attached_file_get_fd         (const TlAttachedFile    *self);

G_END_DECLS
