/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-kept-copy.h"
#include "tl-workbook.h"

G_BEGIN_DECLS

/* What a workbook goes on with when it is opened, and what was left of it elsewhere on this computer. */

const TlId      *tl_workbook_get_document         (TlWorkbook           *self);
const char      *tl_workbook_get_address          (TlWorkbook           *self);
TlStoreRecovery  tl_workbook_get_recovery         (TlWorkbook           *self);
gboolean         tl_workbook_is_practice          (TlWorkbook           *self);
TlReadOnlyReason tl_workbook_get_read_only_reason (TlWorkbook           *self);
gboolean         tl_workbook_get_on_network       (TlWorkbook           *self);
void             tl_workbook_discard_async        (TlWorkbook           *self,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
void             tl_workbook_merge_kept_async     (TlWorkbook           *self,
                                                   TlKeptCopy           *kept,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
gboolean         tl_workbook_merge_kept_finish    (TlWorkbook           *self,
                                                   GAsyncResult         *result,
                                                   guint                *n_changes,
                                                   GError              **error);

G_END_DECLS
