/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-workbook.h"

G_BEGIN_DECLS

/* Taking back what was done to a workbook. All are finished by tl_workbook_apply_finish(). */

void        tl_workbook_undo_async      (TlWorkbook           *self,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
void        tl_workbook_redo_async      (TlWorkbook           *self,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
void        tl_workbook_take_back_async (TlWorkbook           *self,
                                         const TlDigest       *change,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
gboolean    tl_workbook_take_back_finish (TlWorkbook          *self,
                                         GAsyncResult         *result,
                                         TlDigest             *made,
                                         GError              **error);
gboolean    tl_workbook_get_can_undo    (TlWorkbook           *self);
gboolean    tl_workbook_get_can_redo    (TlWorkbook           *self);
const char *tl_workbook_get_undo_words  (TlWorkbook           *self);
const char *tl_workbook_get_redo_words  (TlWorkbook           *self);

/* Questions about the history go to the document itself. */
TlStore    *tl_workbook_get_store       (TlWorkbook           *self);

G_END_DECLS
