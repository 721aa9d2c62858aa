/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-arena.h"
#include "tl-change.h"
#include "tl-snapshot.h"
#include "tl-value.h"

G_BEGIN_DECLS

/* What the builder fills in and the snapshot then only reads. */
struct _TlSnapshot
{
  gatomicrefcount references;
  TlId document;
  /* The change that it has everything up to. */
  TlDigest head;
  gboolean has_head;
  TlArena *arena;
  GHashTable *keys;
  TlDay today;
  TlSettings settings;
  /* Files, until they are handed out to their evidence. */
  GArray *attached;
  gint64 attached_size;
  struct
  {
    GPtrArray *rows;
    GHashTable *by_id;
    GHashTable *by_ref;
  } tables[TL_N_TABLES];

  /* Only of snapshots that are patched: rows that have gone, pairs by their ids, and bytes that nothing uses any more. */
  GHashTable *gone[TL_N_TABLES];
  GHashTable *pairs;
  gsize waste;
};

/* A row in another row's list, by their ids. */
typedef struct
{
  TlTable table;
  const TlField *field;
  TlId row;
  TlId target;
} TlSnapshotPair;

#define TL_FACTS_FIELD(Type, row, offset) ((Type *) (gpointer) ((guint8 *) (row) + (offset)))

TlSnapshot    *tl_snapshot_new           (const TlId       *document);
void           tl_snapshot_read_settings (TlSnapshot       *self);
void           tl_snapshot_fill_lists    (TlSnapshot       *self,
                                          GArray           *pairs);

TlFacts       *tl_snapshot_find_gone     (TlSnapshot       *self,
                                          TlTable           table,
                                          const TlId       *id);
void           tl_snapshot_keep_gone     (TlSnapshot       *self,
                                          TlTable           table,
                                          TlFacts          *row);
gboolean       tl_snapshot_find_pair     (TlSnapshot       *self,
                                          TlTable           table,
                                          const TlField    *field,
                                          const TlId       *id,
                                          TlSnapshotPair   *pair);
void           tl_snapshot_keep_pair     (TlSnapshot           *self,
                                          const TlSnapshotPair *pair);

TlFacts       *tl_facts_new              (TlArena          *arena,
                                          TlTable           table,
                                          const TlId       *id,
                                          const char       *ref,
                                          int               occurrence);
void           tl_facts_set              (TlArena          *arena,
                                          TlFacts          *row,
                                          const TlField    *field,
                                          const TlValue    *value);
const TlField *tl_facts_get_order        (TlTable           table);
void           tl_snapshot_add_attachment (TlSnapshot              *self,
                                           const TlId              *evidence,
                                           const TlAttachmentFacts *attachment);
void           tl_snapshot_hand_out_attachments (TlSnapshot *self);

G_END_DECLS
