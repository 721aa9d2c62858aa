/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-facts.h"

G_BEGIN_DECLS

/* What the window says of a review. */

char *tl_review_words_title    (const TlReviewFacts *review);
char *tl_review_words_caption  (const TlReviewFacts *review);
char *tl_review_words_standing (const TlReviewFacts *review,
                                TlDay                as_at);
char *tl_review_words_rhythm   (const TlForumFacts  *forum);

G_END_DECLS
