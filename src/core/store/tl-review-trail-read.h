/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"
#include "tl-review-trail.h"

G_BEGIN_DECLS

/* Reads from a database's history what became of a review, and of a field. */

TlReviewTrail *tl_review_trail_read (TlDatabase    *database,
                                     const TlId    *review,
                                     GCancellable  *cancellable,
                                     GError       **error);
gboolean       tl_history_find_setting (TlDatabase    *database,
                                        const char    *table,
                                        const TlId    *row,
                                        const char    *column,
                                        TlDigest      *change,
                                        gint64        *time,
                                        GCancellable  *cancellable,
                                        GError       **error);

G_END_DECLS
