/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-backup.h"
#include "tl-store.h"

G_BEGIN_DECLS

/**
 * TlBackupOccasion:
 * @TL_BACKUP_OCCASION_DAY: there may be none of this day yet
 * @TL_BACKUP_OCCASION_BEFORE: something is about to be done that nobody would like to see go wrong
 *
 * Why a backup is made.
 */
typedef enum
{
  TL_BACKUP_OCCASION_DAY,
  TL_BACKUP_OCCASION_BEFORE,
} TlBackupOccasion;

void      tl_store_back_up_async   (TlStore              *self,
                                    TlBackupOccasion      occasion,
                                    TlDay                 day,
                                    gint64                time,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
gboolean  tl_store_back_up_finish  (TlStore              *self,
                                    GAsyncResult         *result,
                                    TlBackup            **made,
                                    char                **remark,
                                    GError              **error);

/* What all backups may take, where a test can't fill two gigabytes. */
void      tl_store_set_backup_room (guint64               most_bytes);

G_END_DECLS
