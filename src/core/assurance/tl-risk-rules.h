/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-judge.h"

G_BEGIN_DECLS

gboolean tl_risk_exists (const TlJudge     *judge,
                         const TlRiskFacts *facts);
void     tl_judge_outline (const TlJudge     *judge,
                           const TlRiskFacts *facts,
                           TlRiskJudgement   *risk);
void     tl_judge_risk  (const TlJudge     *judge,
                         const TlRiskFacts *facts,
                         TlRiskJudgement   *risk);

G_END_DECLS
