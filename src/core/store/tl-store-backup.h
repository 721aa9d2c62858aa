/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-backup-since.h"
#include "tl-store.h"

G_BEGIN_DECLS

/**
 * TlBackupOccasion:
 * @TL_BACKUP_OCCASION_DAY: there may be none of this day yet
 * @TL_BACKUP_OCCASION_NOW: whatever there is of this day already, unless the latest has all that there is
 *
 * Why a backup is made.
 */
typedef enum
{
  TL_BACKUP_OCCASION_DAY,
  TL_BACKUP_OCCASION_NOW,
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

/* Its backups with what changed since each, the last made first. */
void       tl_store_list_backups_async  (TlStore              *self,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
GPtrArray *tl_store_list_backups_finish (TlStore              *self,
                                         GAsyncResult         *result,
                                         GError              **error);

/* Putting everything back as it was in one. */
void       tl_store_restore_async       (TlStore              *self,
                                         const TlBackup       *backup,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
TlChange  *tl_store_restore_finish      (TlStore              *self,
                                         GAsyncResult         *result,
                                         GError              **error);

/* Ending the work on a document, and leaving nothing of it on this computer but its file, once that has
 * everything. */
void       tl_store_check_file_async    (TlStore              *self,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
gboolean   tl_store_check_file_finish   (TlStore              *self,
                                         GAsyncResult         *result,
                                         GError              **error);
void       tl_store_remove_async        (TlStore              *self,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
gboolean   tl_store_remove_finish       (TlStore              *self,
                                         GAsyncResult         *result,
                                         GError              **error);

/* What all backups may take, where a test can't fill two gigabytes. */
void      tl_store_set_backup_room (guint64               most_bytes);

G_END_DECLS
