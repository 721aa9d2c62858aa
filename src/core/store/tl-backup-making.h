/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-backup.h"
#include "tl-change.h"

G_BEGIN_DECLS

/**
 * TlBackupMaking:
 *
 * A backup that is being made. Until it is whole, on the disk, opened and verified it has another name, and no backup
 * makes room for it. Its steps wait for the disk.
 */
typedef struct _TlBackupMaking TlBackupMaking;

TlBackupMaking *tl_backup_making_new    (const TlId       *document,
                                         TlDay             day,
                                         gint64            time,
                                         GError          **error);
void            tl_backup_making_free   (TlBackupMaking   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlBackupMaking, tl_backup_making_free)

gboolean        tl_backup_making_copy   (TlBackupMaking   *self,
                                         const char       *path,
                                         const TlDigest   *head,
                                         guint64           most_bytes,
                                         GCancellable     *cancellable,
                                         GError          **error);
TlBackup       *tl_backup_making_finish (TlBackupMaking   *self,
                                         guint64           most_bytes,
                                         char            **remark,
                                         GCancellable     *cancellable,
                                         GError          **error);

G_END_DECLS
