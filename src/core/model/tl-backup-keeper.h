/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-saver.h"

G_BEGIN_DECLS

/**
 * TlBackupKeeper:
 *
 * Makes a backup of a document after the first saving of a day, and remembers what stood in the way of one. Neither
 * saving nor editing waits for it, or fails when it does.
 */
#define TL_TYPE_BACKUP_KEEPER (tl_backup_keeper_get_type ())
G_DECLARE_FINAL_TYPE (TlBackupKeeper, tl_backup_keeper, TL, BACKUP_KEEPER, GObject)

TlBackupKeeper *tl_backup_keeper_new           (TlStore              *store,
                                                TlSaver              *saver);
const char     *tl_backup_keeper_get_problem   (TlBackupKeeper       *self);
gboolean        tl_backup_keeper_get_busy      (TlBackupKeeper       *self);
void            tl_backup_keeper_look          (TlBackupKeeper       *self);
void            tl_backup_keeper_stop          (TlBackupKeeper       *self);
void            tl_backup_keeper_wait_async     (TlBackupKeeper       *self,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean        tl_backup_keeper_wait_finish   (TlBackupKeeper       *self,
                                                GAsyncResult         *result);

G_END_DECLS
