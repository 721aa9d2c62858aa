/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-workbook.h"

G_BEGIN_DECLS

/**
 * TlReviewsList:
 *
 * The forums, each with what is due there, and all reviews, latest first.
 */
#define TL_TYPE_REVIEWS_LIST (tl_reviews_list_get_type ())
G_DECLARE_FINAL_TYPE (TlReviewsList, tl_reviews_list, TL, REVIEWS_LIST, AdwBin)

void tl_reviews_list_fill     (TlReviewsList *self,
                               TlAssessment  *assessment);
void tl_reviews_list_fill_due (TlReviewsList *self,
                               TlAssessment  *assessment,
                               GPtrArray     *due);
void tl_reviews_list_search   (TlReviewsList *self);
void tl_reviews_list_go_to    (TlReviewsList *self,
                               const TlId    *review);

G_END_DECLS
