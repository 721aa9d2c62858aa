/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-judge.h"

G_BEGIN_DECLS

/**
 * TlLinkDraft:
 * @judge: the judge
 * @state: the state so far, which only falls
 * @lacking: what keeps the link from being sound, so far
 * @mendings: (element-type TlMending): what to do about each
 * @remedy: what to do about the first of the gravest
 *
 * A link while it is being judged.
 */
typedef struct
{
  const TlJudge *judge;
  TlLinkState state;
  GPtrArray *lacking;
  GArray *mendings;
  TlRemedy remedy;
} TlLinkDraft;

void tl_link_draft_init   (TlLinkDraft     *self,
                           const TlJudge   *judge);
void tl_link_draft_lack   (TlLinkDraft     *self,
                           TlLinkState      state,
                           TlRemedy         remedy,
                           gconstpointer    row,
                           char            *sentence);
void tl_link_draft_finish (TlLinkDraft     *self,
                           char            *ground,
                           TlLinkJudgement *link);

/* One function for each link; each needs what the judgement says of the links before it, except the findings. */
void tl_judge_found       (const TlJudge   *judge,
                           TlRiskJudgement *risk,
                           TlLinkJudgement *link);
void tl_judge_owned       (const TlJudge   *judge,
                           TlRiskJudgement *risk,
                           TlLinkJudgement *link);
void tl_judge_defined     (const TlJudge   *judge,
                           TlRiskJudgement *risk,
                           TlLinkJudgement *link);
void tl_judge_acted       (const TlJudge   *judge,
                           TlRiskJudgement *risk,
                           TlLinkJudgement *link);
void tl_judge_evidenced   (const TlJudge   *judge,
                           TlRiskJudgement *risk,
                           TlLinkJudgement *link);
void tl_judge_improved    (const TlJudge   *judge,
                           TlRiskJudgement *risk,
                           TlLinkJudgement *link);
void tl_judge_even        (const TlJudge   *judge,
                           TlRiskJudgement *risk,
                           TlLinkJudgement *link);
void tl_judge_sustained   (const TlJudge   *judge,
                           TlRiskJudgement *risk,
                           TlLinkJudgement *link);
void tl_judge_line        (const TlJudge   *judge,
                           TlRiskJudgement *risk);

gboolean tl_risk_has_targeted_primary (const TlRiskJudgement *risk);
TlDay    tl_risk_find_late_definition (const TlJudge         *judge,
                                       const TlRiskJudgement *risk);

G_END_DECLS
