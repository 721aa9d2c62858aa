/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-workbook-private.h"
#include "tl-workbook-reviews.h"

G_BEGIN_DECLS

/* What the commands of a review share. */

TlSnapshot          *tl_workbook_reviews_get_snapshot (TlWorkbook           *self);
gconstpointer        tl_workbook_reviews_find         (TlWorkbook           *self,
                                                       TlTable               table,
                                                       const TlId           *id);
const TlReviewFacts *tl_workbook_reviews_find_review  (TlWorkbook           *self,
                                                       const TlId           *id,
                                                       GError              **error);
const TlReviewFacts *tl_workbook_reviews_find_held    (TlWorkbook           *self,
                                                       const TlId           *id,
                                                       GError              **error);
const TlRiskFacts   *tl_workbook_reviews_find_risk    (TlWorkbook           *self,
                                                       const TlId           *id,
                                                       GError              **error);
char                *tl_workbook_reviews_trim         (const char           *text);
void                 tl_workbook_reviews_set_who      (TlChange             *change,
                                                       const char           *table,
                                                       const TlId           *row,
                                                       const char           *column,
                                                       const TlId           *person,
                                                       const char           *text);
void                 tl_workbook_reviews_set_word     (TlChange             *change,
                                                       const char           *table,
                                                       const TlId           *row,
                                                       const char           *column,
                                                       GType                 type,
                                                       int                   word);
TlId                 tl_workbook_reviews_add_row      (TlWorkbook           *self,
                                                       TlChange             *change,
                                                       const char           *table,
                                                       const TlId           *review,
                                                       const TlId           *risk);
void                 tl_workbook_reviews_apply        (TlWorkbook           *self,
                                                       TlChange             *change,
                                                       GCancellable         *cancellable,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);

G_END_DECLS
