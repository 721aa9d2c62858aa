/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-judge.h"

G_BEGIN_DECLS

/* What evidence there is, of which kind, and whether it comes as often as it should. */

#define TL_EVIDENCE_DAYS 92

/**
 * TlEvidenceSummary:
 * @n_outcome: items of outcome evidence in the last 92 days
 * @n_sources: how many different sources they come from
 * @n_voice: how many of the items are voice
 * @n_voice_sources: how many of the sources are voice
 *
 * The outcome evidence of the last 92 days.
 */
typedef struct
{
  guint n_outcome;
  guint n_sources;
  guint n_voice;
  guint n_voice_sources;
} TlEvidenceSummary;

TlEvidenceKind        tl_evidence_get_kind      (const TlEvidenceFacts *evidence);
TlDay                 tl_action_get_proven      (const TlJudge         *judge,
                                                 const TlActionFacts   *action,
                                                 TlDay                  done);
void                  tl_judge_evidence         (const TlJudge         *judge,
                                                 TlRiskJudgement       *risk);
TlEvidenceSummary     tl_risk_sum_up_evidence   (const TlJudge         *judge,
                                                 const TlRiskJudgement *risk);
const TlEvidenceItem *tl_risk_find_contradiction (const TlJudge         *judge,
                                                  const TlRiskJudgement *risk);

void                  tl_judge_expected         (const TlJudge         *judge,
                                                 TlRiskJudgement       *risk);

G_END_DECLS
