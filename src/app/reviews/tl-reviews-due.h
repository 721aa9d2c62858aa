/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-due.h"

G_BEGIN_DECLS

/* As far ahead as the calendar of reviews looks: a quarterly meeting is in it. */
#define TL_REVIEWS_DUE_DAYS 92

void       tl_reviews_due_async  (TlAssessment         *assessment,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
GPtrArray *tl_reviews_due_finish (GAsyncResult         *result,
                                  GError              **error);
char      *tl_reviews_due_dup_late (GPtrArray          *due);
const TlReviewFacts *tl_reviews_find_begun (TlAssessment *assessment);

G_END_DECLS
