/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-snapshot.h"
#include "tl-value.h"

G_BEGIN_DECLS

/**
 * TlSnapshotBuilder:
 *
 * Makes a snapshot from rows that come in any order: the store's reader and the importer's preview both feed it.
 */
typedef struct _TlSnapshotBuilder TlSnapshotBuilder;

TlSnapshotBuilder *tl_snapshot_builder_new       (const TlId        *document);
void               tl_snapshot_builder_free      (TlSnapshotBuilder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlSnapshotBuilder, tl_snapshot_builder_free)

void               tl_snapshot_builder_set_head  (TlSnapshotBuilder *self,
                                                  const TlDigest    *head);
void               tl_snapshot_builder_set_key   (TlSnapshotBuilder *self,
                                                  const char        *key,
                                                  const char        *value);
void               tl_snapshot_builder_begin_row (TlSnapshotBuilder *self,
                                                  TlTable            table,
                                                  const TlId        *id,
                                                  const char        *ref,
                                                  int                occurrence);
void               tl_snapshot_builder_set       (TlSnapshotBuilder *self,
                                                  const TlField     *field,
                                                  const TlValue     *value);
void               tl_snapshot_builder_set_link  (TlSnapshotBuilder *self,
                                                  const TlField     *field,
                                                  const TlId        *target);
void               tl_snapshot_builder_set_who   (TlSnapshotBuilder *self,
                                                  const TlField     *field,
                                                  const TlValue     *person,
                                                  const TlValue     *text);
void               tl_snapshot_builder_add_pair  (TlSnapshotBuilder *self,
                                                  TlTable            table,
                                                  const TlField     *field,
                                                  const TlId        *row,
                                                  const TlId        *target);
void               tl_snapshot_builder_add_attachment (TlSnapshotBuilder *self,
                                                  const TlId        *evidence,
                                                  const TlAttachmentFacts *attachment);
void               tl_snapshot_builder_set_attached_size (TlSnapshotBuilder *self,
                                                  gint64             size);
TlSnapshot        *tl_snapshot_builder_end       (TlSnapshotBuilder *self);

G_END_DECLS
