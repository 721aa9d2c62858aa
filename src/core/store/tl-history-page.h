/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"
#include "tl-history-query.h"
#include "tl-snapshot.h"

G_BEGIN_DECLS

GArray     *tl_history_read_marks     (TlDatabase            *database,
                                       const TlHistoryQuery  *query,
                                       GCancellable          *cancellable,
                                       GError               **error);
GPtrArray  *tl_history_read_page      (TlDatabase            *database,
                                       const TlHistoryQuery  *query,
                                       GCancellable          *cancellable,
                                       GError               **error);
GPtrArray  *tl_history_read_changes   (TlDatabase            *database,
                                       GArray                *ids,
                                       GCancellable          *cancellable,
                                       GError               **error);
GPtrArray  *tl_history_read_actors    (TlDatabase            *database,
                                       GError               **error);
TlSnapshot *tl_history_read_recorded  (TlDatabase            *database,
                                       gint64                 time,
                                       const TlDigest        *change,
                                       TlDigest              *head,
                                       gint64                *head_time,
                                       GCancellable          *cancellable,
                                       GError               **error);

G_END_DECLS
