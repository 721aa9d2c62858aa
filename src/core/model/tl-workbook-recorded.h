/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-minutes.h"
#include "tl-workbook.h"

G_BEGIN_DECLS

/* A workbook as it was recorded at a past moment is a workbook of its own, which can only be read: whatever shows a
 * workbook can show it, and the open one goes on beside it. */

void         tl_workbook_load_recorded_async  (TlWorkbook           *self,
                                               gint64                time,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
void         tl_workbook_load_sealed_async    (TlWorkbook           *self,
                                               const TlDigest       *change,
                                               gint64                time,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
TlWorkbook  *tl_workbook_load_recorded_finish (TlWorkbook           *self,
                                               GAsyncResult         *result,
                                               GError              **error);
void         tl_workbook_load_minutes_async   (TlWorkbook           *self,
                                               const TlId           *review,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
gboolean     tl_workbook_is_past              (TlWorkbook           *self);
gint64       tl_workbook_get_recorded_on      (TlWorkbook           *self);
const char  *tl_workbook_get_recorded_words   (TlWorkbook           *self);
TlWorkbook  *tl_workbook_get_present          (TlWorkbook           *self);

G_END_DECLS
