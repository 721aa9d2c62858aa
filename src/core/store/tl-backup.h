/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-day.h"
#include "tl-id.h"

G_BEGIN_DECLS

/* What all backups on this computer may take, in bytes: 2 GB. */
#define TL_BACKUP_MOST_BYTES G_GUINT64_CONSTANT (2000000000)

/**
 * TlBackup:
 * @document: the id of the document that it is of
 * @path: where it is: a whole document, of this computer's user alone, that nobody writes
 * @sequence: its place in the order in which backups were made here, whatever the clock said
 * @day: the day on which it was made, by this computer's calendar
 * @time: when it was made, in milliseconds of UTC since 1970
 * @size: how long it is, in bytes
 *
 * A copy of a document as it was kept on this computer at some moment. It was opened and verified before it got its
 * name, so that whatever has a backup's name was sound.
 */
typedef struct
{
  TlId document;
  char *path;
  guint sequence;
  TlDay day;
  gint64 time;
  guint64 size;
} TlBackup;

#define TL_TYPE_BACKUP (tl_backup_get_type ())
GType      tl_backup_get_type   (void);
TlBackup  *tl_backup_copy       (const TlBackup  *self);
void       tl_backup_free       (TlBackup        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlBackup, tl_backup_free)

/* All of these wait for the disk: never on the main thread of a window. */
GPtrArray *tl_backup_list       (const TlId      *document,
                                 GError         **error);
gboolean   tl_backup_remove     (const TlBackup  *self,
                                 GError         **error);
gboolean   tl_backup_remove_all (const TlId      *document,
                                 GError         **error);

/* Where a document was when its latest backup was made, by which a file that can't be read finds its backups. */
gboolean   tl_backup_note_address (const TlId    *document,
                                   const char    *address,
                                   GError       **error);
char      *tl_backup_read_address (const TlId    *document);
gboolean   tl_backup_find_document (const char   *address,
                                    TlId         *document);

char      *tl_backup_get_folder (const TlId      *document);

G_END_DECLS
