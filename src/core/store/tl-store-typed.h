/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-store.h"

G_BEGIN_DECLS

/* What is being typed isn't a change yet. It lies beside the working copy until it is one. */

const char *tl_store_get_typed         (TlStore              *self);
void        tl_store_note_typed_async  (TlStore              *self,
                                        const char           *text,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
gboolean    tl_store_note_typed_finish (GAsyncResult         *result);

G_END_DECLS
