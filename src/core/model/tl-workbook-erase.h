/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-erasure.h"
#include "tl-text-found.h"
#include "tl-workbook.h"

G_BEGIN_DECLS

/* Erasing for good, which can't be undone. */

void       tl_workbook_find_text_async  (TlWorkbook           *self,
                                         const char           *text,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
GPtrArray *tl_workbook_find_text_finish (TlWorkbook           *self,
                                         GAsyncResult         *result,
                                         GError              **error);
void       tl_workbook_erase_async      (TlWorkbook           *self,
                                         TlErasure            *erasure,
                                         TlEraseProgress       progress,
                                         gpointer              progress_data,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
gboolean   tl_workbook_erase_finish     (TlWorkbook           *self,
                                         GAsyncResult         *result,
                                         GError              **error);

G_END_DECLS
