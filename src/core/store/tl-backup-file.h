/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-backup-since.h"

G_BEGIN_DECLS

/* The backups of a document whose file can't be opened any more, and putting one in the file's place. */

void       tl_backup_offer_async     (GFile                *file,
                                      TlDay                 day,
                                      gint64                time,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
GPtrArray *tl_backup_offer_finish    (GAsyncResult         *result,
                                      GError              **error);
void       tl_backup_put_back_async  (const TlBackup       *self,
                                      GFile                *file,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
gboolean   tl_backup_put_back_finish (GAsyncResult         *result,
                                      GFile               **aside,
                                      gboolean             *has_more,
                                      GError              **error);

G_END_DECLS
