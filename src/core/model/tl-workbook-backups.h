/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-store-backup.h"
#include "tl-workbook.h"

G_BEGIN_DECLS

/* The backups of a workbook on this computer, and taking the workbook off it. Backups are listed by the store. */

const char *tl_workbook_get_backup_problem (TlWorkbook           *self);
void        tl_workbook_restore_async      (TlWorkbook           *self,
                                            const TlBackup       *backup,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean    tl_workbook_restore_finish     (TlWorkbook           *self,
                                            GAsyncResult         *result,
                                            gboolean             *changed,
                                            GError              **error);
void        tl_workbook_remove_async       (TlWorkbook           *self,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean    tl_workbook_remove_finish      (TlWorkbook           *self,
                                            GAsyncResult         *result,
                                            gboolean             *closed,
                                            GError              **error);

G_END_DECLS
