/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"
#include "tl-id-source.h"

G_BEGIN_DECLS

/**
 * TlWriter:
 *
 * The one that changes a working copy. It lives on one thread, which owns the only connection that writes.
 */
typedef struct _TlWriter TlWriter;

TlWriter       *tl_writer_new         (const char      *path,
                                       TlIdSource      *ids,
                                       GError         **error);
TlWriter       *tl_writer_new_idle    (const char      *path,
                                       TlIdSource      *ids,
                                       GError         **error);
TlWriter       *tl_writer_new_empty   (const char      *path,
                                       TlIdSource      *ids,
                                       GError         **error);
void            tl_writer_free        (TlWriter        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlWriter, tl_writer_free)

gboolean        tl_writer_apply       (TlWriter        *self,
                                       TlChange        *change,
                                       GCancellable    *cancellable,
                                       GError         **error);
gboolean        tl_writer_append      (TlWriter        *self,
                                       TlChange        *change,
                                       const char      *actor_name,
                                       GHashTable      *risks,
                                       GError         **error);
TlIdSource     *tl_writer_get_ids     (TlWriter        *self);
gboolean        tl_writer_copy        (TlWriter        *self,
                                       GError         **error);
void            tl_writer_set_head    (TlWriter        *self,
                                       const TlDigest  *head,
                                       gint64           time);
gboolean        tl_writer_hold        (TlWriter        *self,
                                       TlDigest        *head,
                                       GError         **error);
void            tl_writer_release     (TlWriter        *self);
TlDatabase     *tl_writer_get_database (TlWriter       *self);
const TlDigest *tl_writer_get_head    (TlWriter        *self);
gint64          tl_writer_get_head_time (TlWriter      *self);
const TlId     *tl_writer_get_document (TlWriter       *self);

G_END_DECLS
