/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "tl-change.h"

G_BEGIN_DECLS

/**
 * TlDatabase:
 *
 * One connection to a database file, which belongs to the thread that opened it; never the main thread. What the file
 * holds is not trusted: no statement can do more to it than read and write rows.
 */
typedef struct _TlDatabase TlDatabase;

/**
 * TlDatabaseMode:
 * @TL_DATABASE_LOOK: a file that nobody writes, read as it lies
 * @TL_DATABASE_READ: a working copy, beside its writer
 * @TL_DATABASE_WRITE: a working copy
 * @TL_DATABASE_CREATE: a new, empty working copy
 *
 * What a connection is for.
 */
typedef enum
{
  TL_DATABASE_LOOK,
  TL_DATABASE_READ,
  TL_DATABASE_WRITE,
  TL_DATABASE_CREATE,
} TlDatabaseMode;

TlDatabase   *tl_database_open              (const char      *path,
                                             TlDatabaseMode   mode,
                                             GError         **error);
void          tl_database_close             (TlDatabase      *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlDatabase, tl_database_close)

sqlite3_stmt *tl_database_prepare           (TlDatabase      *self,
                                             const char      *sql,
                                             GError         **error);
gboolean      tl_database_step              (TlDatabase      *self,
                                             sqlite3_stmt    *statement,
                                             gboolean        *row,
                                             GError         **error);
gboolean      tl_database_run               (TlDatabase      *self,
                                             const char      *sql,
                                             GError         **error);
gboolean      tl_database_fail              (TlDatabase      *self,
                                             int              result,
                                             GError         **error);
sqlite3      *tl_database_get_handle        (TlDatabase      *self);
gboolean      tl_database_has_broken_links  (TlDatabase      *self);
void          tl_database_set_follows_links (TlDatabase      *self,
                                             gboolean         follows);
gboolean      tl_database_checkpoint        (TlDatabase      *self,
                                             gboolean         all,
                                             GError         **error);
gboolean      tl_database_define            (TlDatabase      *self,
                                             const char      *sql,
                                             GError         **error);
gboolean      tl_database_keep_nothing      (TlDatabase      *self,
                                             GError         **error);
gboolean      tl_database_scrub             (TlDatabase      *self,
                                             GError         **error);
int           tl_database_get_log_length    (TlDatabase      *self);
gboolean      tl_database_check             (TlDatabase      *self,
                                             gboolean         thorough,
                                             GCancellable    *cancellable,
                                             GError         **error);
gboolean      tl_database_check_content     (TlDatabase      *self,
                                             GCancellable    *cancellable,
                                             GError         **error);
gboolean      tl_database_check_newer       (TlDatabase      *self,
                                             GCancellable    *cancellable,
                                             GError         **error);
gboolean      tl_database_check_pages       (TlDatabase      *self,
                                             const char      *sql,
                                             char           **said,
                                             GError         **error);
gboolean      tl_database_read_document     (TlDatabase      *self,
                                             TlId            *document,
                                             GError         **error);
gboolean      tl_database_read_head         (TlDatabase      *self,
                                             TlDigest        *head,
                                             gint64          *time,
                                             GError         **error);
gboolean      tl_database_has_change        (TlDatabase      *self,
                                             const TlDigest  *change,
                                             gboolean        *has,
                                             GError         **error);

G_END_DECLS
