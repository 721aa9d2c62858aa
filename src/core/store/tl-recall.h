/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"

G_BEGIN_DECLS

/**
 * TlRecall:
 *
 * What the fields of some rows were last set to, by one reading of the history from its end.
 */
typedef struct _TlRecall TlRecall;

TlRecall   *tl_recall_new  (void);
void        tl_recall_free (TlRecall    *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlRecall, tl_recall_free)

void        tl_recall_add  (TlRecall    *self,
                            const char  *table,
                            const TlId  *row);
gboolean    tl_recall_run  (TlRecall    *self,
                            TlDatabase  *database,
                            GError     **error);
void        tl_recall_take (TlRecall    *self,
                            TlRecall    *other);
GHashTable *tl_recall_get  (TlRecall    *self,
                            const char  *table,
                            const TlId  *row);

G_END_DECLS
