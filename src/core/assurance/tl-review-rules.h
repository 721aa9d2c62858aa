/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"

G_BEGIN_DECLS

/* Which reviews there are, which came before, and what one of them holds on a risk. */

gboolean               tl_review_is_finished   (const TlReviewFacts *review,
                                                TlDay                as_at);
gboolean               tl_review_is_held       (const TlReviewFacts *review,
                                                TlDay                as_at);
const TlReviewFacts   *tl_forum_find_last      (const TlForumFacts  *forum,
                                                TlDay                before);
const TlReviewFacts   *tl_forum_find_on        (const TlForumFacts  *forum,
                                                TlDay                day,
                                                const TlReviewFacts *but);
const TlReviewFacts   *tl_review_find_twin     (const TlReviewFacts *review);
TlRiskState            tl_risk_get_state_for   (const TlAssessment     *assessment,
                                                const TlRiskFacts      *risk,
                                                const TlReviewFacts    *review,
                                                const TlDecisionFacts **ending);
const TlReviewFacts   *tl_review_find_previous (const TlReviewFacts *review);
const TlReviewFacts   *tl_review_find_last_look (const TlReviewFacts *review,
                                                 const TlRiskFacts  *risk);
GPtrArray             *tl_review_list_risks    (const TlReviewFacts *review);
gboolean               tl_review_looked_at     (const TlReviewFacts *review,
                                                const TlRiskFacts   *risk);
const TlLookedAtFacts *tl_review_find_look     (const TlReviewFacts *review,
                                                const TlRiskFacts   *risk);
const TlDecisionFacts *tl_review_find_decision (const TlReviewFacts *review,
                                                const TlRiskFacts   *risk);
GPtrArray             *tl_review_list_challenges (const TlReviewFacts *review,
                                                  const TlRiskFacts  *risk);
const TlDecisionFacts *tl_risk_find_last_decision (const TlRiskFacts   *risk,
                                                   const TlReviewFacts *review,
                                                   TlDay                as_at);
gboolean               tl_risk_has_escalation_to_take_up (const TlAssessment    *assessment,
                                                          const TlRiskFacts     *risk,
                                                          const TlReviewFacts   *but,
                                                          const TlDecisionFacts **decision);
char                  *tl_review_dup_title     (const TlReviewFacts *review);

G_END_DECLS
