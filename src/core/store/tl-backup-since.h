/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-backup.h"
#include "tl-change.h"

G_BEGIN_DECLS

/**
 * TlBackupSince:
 * @backup: the backup
 * @fault: (nullable): why it can't be opened any more, a sentence; %NULL when it can
 * @head: the latest change that it has
 * @head_time: when that was made, in milliseconds of UTC since 1970
 * @compared: whether the document's history goes on from @head, so that what changed since is known
 * @n_changes: how many changes people made since
 * @last_time: when the last of them was made
 * @last_who: (nullable): who made it
 * @latest: (element-type TlHistoryEntry): the last few of them, the latest first
 *
 * A backup, and what changed in its document since.
 */
typedef struct
{
  TlBackup *backup;
  char *fault;
  TlDigest head;
  gint64 head_time;
  gboolean compared;
  guint n_changes;
  gint64 last_time;
  char *last_who;
  GPtrArray *latest;
} TlBackupSince;

void           tl_backup_since_free (TlBackupSince       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlBackupSince, tl_backup_since_free)

char          *tl_backup_since_say  (const TlBackupSince *self);
char          *tl_backup_say_when   (const TlBackup      *backup);

G_END_DECLS
