/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-workbook-backups.h"

G_BEGIN_DECLS

/**
 * TlBackupDialog:
 *
 * The backups of a workbook with what changed since each, and going back to one: as a change to the workbook that is
 * open, or in the place of a file that can't be opened.
 *
 * Signals: `restored` (#TlBackup) when the open workbook is as it was then; `put-back` (#TlBackup, the #GFile with what
 * was damaged or %NULL, and whether the backup is still to be restored) when there is a sound workbook in the file;
 * `copy-chosen` (#TlBackup) when it is to be opened as a copy. Each is its end.
 */
#define TL_TYPE_BACKUP_DIALOG (tl_backup_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlBackupDialog, tl_backup_dialog, TL, BACKUP_DIALOG, AdwDialog)

TlBackupDialog *tl_backup_dialog_new          (TlWorkbook *workbook);
TlBackupDialog *tl_backup_dialog_new_for_file (GFile      *file,
                                               gint64      time);

G_END_DECLS
