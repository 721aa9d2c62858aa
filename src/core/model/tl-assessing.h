/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"
#include "tl-store.h"

G_BEGIN_DECLS

void          tl_assess_async  (TlStore              *store,
                                TlDay                 as_at,
                                int                  *concluded,
                                GCancellable         *cancellable,
                                GAsyncReadyCallback   callback,
                                gpointer              user_data);
void          tl_assess_snapshot_async (TlSnapshot    *snapshot,
                                TlDay                 as_at,
                                GCancellable         *cancellable,
                                GAsyncReadyCallback   callback,
                                gpointer              user_data);
void          tl_assess_follow_async (TlAssessment   *assessment,
                                GPtrArray            *changes,
                                GCancellable         *cancellable,
                                GAsyncReadyCallback   callback,
                                gpointer              user_data);
TlAssessment *tl_assess_finish (GAsyncResult         *result,
                                GError              **error);

void          tl_assessing_let_go    (TlAssessment   *assessment);
TlDay         tl_assessing_get_today (TlSnapshot     *snapshot);

G_END_DECLS
