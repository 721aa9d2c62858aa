/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-review-trail.h"
#include "tl-store.h"

G_BEGIN_DECLS

/* What an open document's history says of a review, and of a field. */

void           tl_store_read_trail_async    (TlStore              *self,
                                             const TlId           *review,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
TlReviewTrail *tl_store_read_trail_finish   (TlStore              *self,
                                             GAsyncResult         *result,
                                             GError              **error);
void           tl_store_find_setting_async  (TlStore              *self,
                                             const char           *table,
                                             const TlId           *row,
                                             const char           *column,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
gboolean       tl_store_find_setting_finish (TlStore              *self,
                                             GAsyncResult         *result,
                                             TlDigest             *change,
                                             gint64               *time,
                                             GError              **error);

G_END_DECLS
