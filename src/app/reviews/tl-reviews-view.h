/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-print-dialog.h"
#include "tl-view.h"

G_BEGIN_DECLS

/**
 * TlReviewsView:
 *
 * The reviews of a workbook: what is due, what was held, and the meeting itself.
 */
#define TL_TYPE_REVIEWS_VIEW (tl_reviews_view_get_type ())
G_DECLARE_FINAL_TYPE (TlReviewsView, tl_reviews_view, TL, REVIEWS_VIEW, TlView)

void     tl_reviews_view_search   (TlReviewsView *self);
void     tl_reviews_view_start    (TlReviewsView *self,
                                   const TlId    *forum);
void     tl_reviews_view_open     (TlReviewsView *self,
                                   const TlId    *review);
void     tl_reviews_view_choose_printing (TlReviewsView *self,
                                          TlPrintDialog *dialog);
void     tl_reviews_view_resume   (TlReviewsView *self,
                                   const TlId    *review,
                                   const TlId    *risk);
GtkWidget *tl_reviews_view_get_typing (TlReviewsView *self);
gboolean tl_reviews_view_get_busy (TlReviewsView *self);

G_END_DECLS
