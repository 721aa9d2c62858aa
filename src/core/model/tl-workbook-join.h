/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-store-join.h"
#include "tl-workbook.h"

G_BEGIN_DECLS

/* Another workbook's file: a copy that is merged, or another one that is brought in. */

void             tl_workbook_read_other_async  (TlWorkbook           *self,
                                                GFile                *file,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
TlOtherWorkbook *tl_workbook_read_other_finish (TlWorkbook           *self,
                                                GAsyncResult         *result,
                                                GError              **error);
void             tl_workbook_merge_async       (TlWorkbook           *self,
                                                GFile                *file,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean         tl_workbook_merge_finish      (TlWorkbook           *self,
                                                GAsyncResult         *result,
                                                guint                *n_changes,
                                                guint                *n_conflicts,
                                                GError              **error);
void             tl_workbook_join_async        (TlWorkbook           *self,
                                                GFile                *file,
                                                TlChange             *change,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean         tl_workbook_join_finish       (TlWorkbook           *self,
                                                GAsyncResult         *result,
                                                GError              **error);

G_END_DECLS
