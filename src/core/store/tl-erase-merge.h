/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-change-graph.h"

G_BEGIN_DECLS

/**
 * TlEraseMerge:
 * @records: (element-type TlEraseRecord): what neither copy had erased yet, for the merge to say
 * @fields: (element-type utf8): the fields from which something was erased, each as `table:row:column`
 * @erased: whether anything was erased that was here
 *
 * How what one copy erased reaches what only the other has.
 */
typedef struct
{
  GArray *records;
  GHashTable *fields;
  gboolean erased;
} TlEraseMerge;

void     tl_erase_merge_clear  (TlEraseMerge         *self);
gboolean tl_erase_merge_run    (TlEraseMerge         *self,
                                TlDatabase           *ours,
                                TlDatabase           *theirs,
                                const TlChangeGraph  *graph,
                                const gboolean       *mine,
                                const gboolean       *other,
                                GArray               *received,
                                GError              **error);
gboolean tl_erase_merge_tables (TlEraseMerge         *self,
                                TlDatabase           *ours,
                                TlChange             *shown,
                                GError              **error);

G_END_DECLS
