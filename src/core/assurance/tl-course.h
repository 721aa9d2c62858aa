/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-judge.h"

G_BEGIN_DECLS

/* The course of a risk: opened, looked at, decided on, closed, reopened. */

TlDay    tl_risk_get_opened       (const TlJudge       *judge,
                                   const TlRiskFacts   *risk);
void     tl_judge_course          (const TlJudge       *judge,
                                   TlRiskJudgement     *risk);
void     tl_judge_reduced_oversight (const TlJudge    *judge,
                                     TlRiskJudgement  *risk);
void     tl_judge_next_review     (TlRiskJudgement     *risk);
TlLevel  tl_review_get_level      (const TlReviewFacts *review);
TlDay    tl_risk_get_last_decided (const TlJudge       *judge,
                                   const TlRiskFacts   *risk);
GPtrArray *tl_risk_list_reviews   (const TlJudge       *judge,
                                   const TlRiskFacts   *risk);

G_END_DECLS
