/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-backup-since.h"

G_BEGIN_DECLS

/**
 * TlBackupRow:
 *
 * A backup to choose from among others: when it was made, what changed since, and how large it is.
 */
#define TL_TYPE_BACKUP_ROW (tl_backup_row_get_type ())
G_DECLARE_FINAL_TYPE (TlBackupRow, tl_backup_row, TL, BACKUP_ROW, AdwActionRow)

TlBackupRow         *tl_backup_row_new        (const TlBackupSince *since,
                                               TlBackupRow         *group);
const TlBackupSince *tl_backup_row_get_since  (TlBackupRow         *self);
gboolean             tl_backup_row_get_chosen (TlBackupRow         *self);
void                 tl_backup_row_choose     (TlBackupRow         *self);

G_END_DECLS
