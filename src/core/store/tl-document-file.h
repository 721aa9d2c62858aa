/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-change.h"
#include "tl-read-ahead.h"

G_BEGIN_DECLS

/**
 * TlDocumentInfo:
 * @file: the file itself, with symbolic links followed
 * @address: its URI
 * @exists: whether it is there
 * @mark: (nullable): changes whenever the file does
 * @etag: (nullable): GIO's own idea of the same
 * @can_write: whether it may be written
 * @mode: (default 0): its permissions, 0 when not known
 * @group: its group
 *
 * What can be known of a document's file without opening it.
 */
typedef struct
{
  GFile *file;
  char *address;
  gboolean exists;
  char *mark;
  char *etag;
  gboolean can_write;
  guint32 mode;
  guint32 group;
} TlDocumentInfo;

TlDocumentInfo *tl_document_look      (GFile                 *file,
                                       GCancellable          *cancellable,
                                       GError               **error);
void            tl_document_info_free (TlDocumentInfo        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlDocumentInfo, tl_document_info_free)

gboolean        tl_document_take_in   (const TlDocumentInfo  *info,
                                       const char            *path,
                                       GCancellable          *cancellable,
                                       GError               **error);
gboolean        tl_document_take_in_any (const TlDocumentInfo *info,
                                       const char            *path,
                                       gboolean              *newer,
                                       GCancellable          *cancellable,
                                       GError               **error);
gboolean        tl_document_read_newer (const TlDocumentInfo *info,
                                       const char            *path,
                                       TlId                  *document,
                                       TlDigest              *head,
                                       GCancellable          *cancellable,
                                       GError               **error);
gboolean        tl_document_read_head (const TlDocumentInfo  *info,
                                       const char            *path,
                                       TlId                  *document,
                                       TlDigest              *head,
                                       GCancellable          *cancellable,
                                       GError               **error);
gboolean        tl_document_check     (const TlDocumentInfo  *info,
                                       const char            *path,
                                       TlReadAhead          **ahead,
                                       TlId                  *document,
                                       TlDigest              *head,
                                       GCancellable          *cancellable,
                                       GError               **error);
char           *tl_document_dup_path  (const TlDocumentInfo  *info);
gboolean        tl_document_identify  (const TlDocumentInfo  *info,
                                       TlId                  *document,
                                       TlDigest              *head,
                                       GCancellable          *cancellable,
                                       GError               **error);
gboolean        tl_document_has_change (const TlDocumentInfo *info,
                                       const TlDigest        *change);
gboolean        tl_document_write     (const TlDocumentInfo  *info,
                                       const char            *path,
                                       GCancellable          *cancellable,
                                       GError               **error);

G_END_DECLS
