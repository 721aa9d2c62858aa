/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-facts.h"

G_BEGIN_DECLS

/**
 * TlReviewItem:
 *
 * A review as it is listed: where and when it was held, by whom, what came of it, and whether it is finished.
 */
#define TL_TYPE_REVIEW_ITEM (tl_review_item_get_type ())
G_DECLARE_FINAL_TYPE (TlReviewItem, tl_review_item, TL, REVIEW_ITEM, GObject)

TlReviewItem *tl_review_item_new     (const TlReviewFacts *review,
                                      TlDay                as_at);
const TlId   *tl_review_item_get_id  (TlReviewItem        *self);
gboolean      tl_review_item_matches (TlReviewItem        *self,
                                      const char          *folded);

G_END_DECLS
