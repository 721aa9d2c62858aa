/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-snapshot.h"
#include "tl-store.h"

G_BEGIN_DECLS

/**
 * TlOtherWorkbook:
 * @document: its id
 * @same: whether it is a copy of the open document, to be merged
 * @snapshot: (nullable): its facts; %NULL for a copy of the same document
 * @brought: (nullable) (element-type utf8 TlValue): what was last brought in of it, each field as `table:row:column` with
 *   the ids here; a row that was brought in has one for `_live`
 *
 * A file that holds a workbook, as it was read.
 */
typedef struct
{
  TlId document;
  gboolean same;
  TlSnapshot *snapshot;
  GHashTable *brought;
} TlOtherWorkbook;

void             tl_other_workbook_free       (TlOtherWorkbook      *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlOtherWorkbook, tl_other_workbook_free)

/* Another workbook, such as a location's own, that is brought into the open one. */

void             tl_store_read_other_async    (TlStore              *self,
                                               GFile                *file,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
TlOtherWorkbook *tl_store_read_other_finish   (TlStore              *self,
                                               GAsyncResult         *result,
                                               GError              **error);
void             tl_store_join_async          (TlStore              *self,
                                               GFile                *file,
                                               TlChange             *change,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
gboolean         tl_store_join_finish         (TlStore              *self,
                                               GAsyncResult         *result,
                                               GError              **error);

/* The note by which a change says which workbook it brought in, by the other's id. */
#define TL_NOTE_JOINS "joins"

G_END_DECLS
