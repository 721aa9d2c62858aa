/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-change.h"
#include "tl-database.h"
#include "tl-schema.h"
#include "tl-snapshot.h"

G_BEGIN_DECLS

/**
 * TlReplayRow:
 * @id: its id
 * @live: whether it is in its table
 * @removed_by: the change that took it out, for a row that isn't
 * @values: (array): what the history says of its columns, in the order of the table's columns
 *
 * A row as the history tells it.
 */
typedef struct
{
  TlId id;
  gboolean live;
  TlDigest removed_by;
  TlValue *values;
} TlReplayRow;

/**
 * TlReplay:
 *
 * What a workbook's tables hold by its history alone: changes are added in the order of their times and ids, and of
 * several that set a field the last counts, also where two copies went separate ways.
 */
typedef struct _TlReplay TlReplay;

TlReplay          *tl_replay_new       (void);
void               tl_replay_free      (TlReplay             *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlReplay, tl_replay_free)

gboolean           tl_replay_add       (TlReplay             *self,
                                        const TlChange       *change,
                                        GError              **error);
gboolean           tl_replay_is_linear (const TlReplay       *self);
const TlReplayRow *tl_replay_find      (const TlReplay       *self,
                                        const TlSchemaTable  *table,
                                        const TlId           *id);
GHashTable        *tl_replay_get_rows  (const TlReplay       *self,
                                        const TlSchemaTable  *table);
TlSnapshot        *tl_replay_build     (TlReplay             *self,
                                        TlDatabase           *database,
                                        GError              **error);

G_END_DECLS
