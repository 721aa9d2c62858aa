/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-judge.h"

G_BEGIN_DECLS

/* Whether a challenge has its answer, and until when it should have; and whether a review left one, or a decision. */

gboolean tl_challenge_is_answered  (const TlJudge          *judge,
                                    const TlChallengeFacts *challenge);
gboolean tl_challenge_is_satisfied (const TlJudge          *judge,
                                    const TlChallengeFacts *challenge);
TlDay    tl_challenge_get_due      (const TlChallengeFacts *challenge);
gboolean tl_review_left_something   (const TlReviewFacts    *review,
                                     const TlRiskFacts      *risk);

G_END_DECLS
