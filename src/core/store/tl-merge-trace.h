/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-write-set.h"

G_BEGIN_DECLS

/**
 * TlMergeTrace:
 *
 * Finds out which risks the changes of another copy touch. Its own word isn't taken for it.
 */
typedef struct _TlMergeTrace TlMergeTrace;

TlMergeTrace *tl_merge_trace_new  (TlDatabase     *database,
                                   TlChangeGraph  *graph,
                                   GArray         *received);
void          tl_merge_trace_free (TlMergeTrace   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlMergeTrace, tl_merge_trace_free)

gboolean      tl_merge_trace_look (TlMergeTrace   *self,
                                   GError        **error);
gboolean      tl_merge_trace_keep (TlMergeTrace   *self,
                                   TlWriteSet     *coming,
                                   GError        **error);
GHashTable   *tl_merge_trace_find (TlDatabase     *database,
                                   const TlChange *change,
                                   TlWriteSet     *coming,
                                   GError        **error);

G_END_DECLS
