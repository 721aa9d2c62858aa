/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-assessment.h"

G_BEGIN_DECLS

/**
 * TlSearchIndex:
 *
 * The words of every risk and of all that hangs on it, as at a day, each with the risks that have it. It never changes,
 * holds on to nothing of the workbook, and is safe on any thread.
 */
typedef struct _TlSearchIndex TlSearchIndex;

#define TL_TYPE_SEARCH_INDEX (tl_search_index_get_type ())
GType          tl_search_index_get_type (void);
TlSearchIndex *tl_search_index_new      (TlAssessment        *assessment,
                                         GCancellable        *cancellable);
TlSearchIndex *tl_search_index_ref      (TlSearchIndex       *self);
void           tl_search_index_unref    (TlSearchIndex       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlSearchIndex, tl_search_index_unref)

GHashTable    *tl_search_index_find     (const TlSearchIndex *self,
                                         const char          *search);

G_END_DECLS
