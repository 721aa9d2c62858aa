/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-judge.h"

G_BEGIN_DECLS

/* When a risk may close. */

/* Who decides is the last of them. */
#define TL_N_DECISION_CONDITIONS (TL_N_CLOSING_CONDITIONS + 1)

void     tl_judge_closing     (const TlJudge         *judge,
                               TlRiskJudgement       *risk);
gboolean tl_judge_decision_to_close (const TlJudge      *judge,
                                     const TlRiskFacts  *facts,
                                     const TlWho        *by,
                                     TlRiskJudgement    *risk,
                                     TlClosingCondition *conditions);
gboolean tl_decision_may_close (const TlJudge         *judge,
                                const TlDecisionFacts *decision,
                                char                 **first_unmet);

G_END_DECLS
