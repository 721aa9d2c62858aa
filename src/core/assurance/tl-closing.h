/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-judge.h"

G_BEGIN_DECLS

/* When a risk may close. */

void     tl_judge_closing     (const TlJudge         *judge,
                               TlRiskJudgement       *risk);
gboolean tl_decision_may_close (const TlJudge         *judge,
                                const TlDecisionFacts *decision,
                                char                 **first_unmet);

G_END_DECLS
