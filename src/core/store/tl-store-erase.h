/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-erasure.h"
#include "tl-store.h"
#include "tl-text-found.h"

G_BEGIN_DECLS

/* Erasing for good in an open document, and looking for what might have to be. */

void       tl_store_erase_async        (TlStore              *self,
                                        TlErasure            *erasure,
                                        TlEraseProgress       progress,
                                        gpointer              progress_data,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
gboolean   tl_store_erase_finish       (TlStore              *self,
                                        GAsyncResult         *result,
                                        GError              **error);
void       tl_store_find_text_async    (TlStore              *self,
                                        const char           *text,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
GPtrArray *tl_store_find_text_finish   (TlStore              *self,
                                        GAsyncResult         *result,
                                        GError              **error);

G_END_DECLS
