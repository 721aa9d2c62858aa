/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-backup.h"

G_BEGIN_DECLS

/* Which backups are made and kept. Nothing here looks at a clock or a disk. */

#define TL_BACKUP_MOST_DAYS 5
#define TL_BACKUP_MOST_WEEKS 4

gboolean   tl_backup_is_due (const TlBackup  *newest,
                             TlDay            day,
                             gint64           time);
GPtrArray *tl_backup_plan   (GPtrArray       *backups,
                             guint64          most_bytes,
                             guint64         *kept_bytes);

G_END_DECLS
