/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-judge.h"

G_BEGIN_DECLS

/* What was done after a decision. */

/* So long an escalated risk may wait for a provider-level review. */
#define TL_ESCALATE_DAYS 31

guint                tl_risk_count_work_since (const TlJudge         *judge,
                                               const TlRiskJudgement *risk,
                                               const TlPlaceFacts    *place,
                                               TlDay                  day);
gboolean             tl_risk_is_well          (const TlRiskJudgement *risk);
const TlReviewFacts *tl_decision_find_taken_up (const TlJudge        *judge,
                                               const TlDecisionFacts *decision,
                                               int                    days);

G_END_DECLS
