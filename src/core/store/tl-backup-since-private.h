/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-backup-since.h"
#include "tl-database.h"

G_BEGIN_DECLS

TlBackupSince *tl_backup_since_new  (const TlBackup  *backup,
                                     TlDatabase      *database,
                                     GCancellable    *cancellable,
                                     GError         **error);

G_END_DECLS
