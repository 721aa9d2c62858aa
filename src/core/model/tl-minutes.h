/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"
#include "tl-store-trail.h"

G_BEGIN_DECLS

/**
 * TlMinutes:
 * @review: the review
 * @assessment: (nullable): what was concluded from the workbook as it said to whoever finished the review, as at that day;
 *   %NULL while it isn't finished, when the minutes are of the workbook as it is
 * @trail: (nullable): when it was finished, and what became of its records since; %NULL while it isn't
 *
 * What minutes are made from. Nothing of it is stored: all of it follows from the history.
 */
typedef struct
{
  TlId review;
  TlAssessment *assessment;
  TlReviewTrail *trail;
} TlMinutes;

void       tl_minutes_load_async  (TlStore              *store,
                                   TlAssessment         *assessment,
                                   const TlId           *review,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
TlMinutes *tl_minutes_load_finish (GAsyncResult         *result,
                                   GError              **error);
TlMinutes *tl_minutes_load        (TlStore              *store,
                                   TlAssessment         *assessment,
                                   const TlId           *review,
                                   GCancellable         *cancellable,
                                   GError              **error);
void       tl_minutes_free        (TlMinutes            *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlMinutes, tl_minutes_free)

G_END_DECLS
