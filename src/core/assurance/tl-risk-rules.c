/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-risk-rules.h"

#include "tl-action-rules.h"
#include "tl-course.h"
#include "tl-evidence-rules.h"
#include "tl-line.h"
#include "tl-measure-rules.h"
#include "tl-ownership-rules.h"
#include "tl-rating.h"

/**
 * tl_risk_exists:
 * @judge: a judge
 * @facts: a risk
 *
 * Returns: whether the risk has been opened; one without a day of opening exists even before its first item
 */
gboolean
tl_risk_exists (const TlJudge     *judge,
                const TlRiskFacts *facts)
{
  return tl_judge_knows (judge, facts->opened);
}

/**
 * tl_judge_outline:
 * @judge: a judge
 * @facts: a risk
 * @risk: (out): the judgement, with nothing in it but its course, its rating, its next review and its owners
 *
 * Draws the conclusions that rest on decisions, reviews, ratings and ownership alone. Where the day of opening wasn't
 * written down it is that of the earliest item, and needs all facts.
 */
void
tl_judge_outline (const TlJudge     *judge,
                  const TlRiskFacts *facts,
                  TlRiskJudgement   *risk)
{
  *risk = (TlRiskJudgement) { .facts = facts };
  tl_judge_course (judge, risk);
  tl_judge_rating (judge, risk);
  tl_judge_next_review (risk);
  tl_judge_ownership (judge, risk);
}

/**
 * tl_judge_risk:
 * @judge: a judge
 * @facts: a risk
 * @risk: (out): the judgement, without findings
 *
 * Draws every conclusion about a risk that the risk's own facts allow, but whether it may close, which rests on findings.
 */
void
tl_judge_risk (const TlJudge     *judge,
               const TlRiskFacts *facts,
               TlRiskJudgement   *risk)
{
  tl_judge_outline (judge, facts, risk);
  tl_judge_actions (judge, risk);
  if (tl_judge_asks (judge, TL_LINE_LINK_EVIDENCED))
    tl_judge_evidence (judge, risk);
  tl_judge_expected (judge, risk);
  tl_judge_measures (judge, risk);
  tl_judge_line (judge, risk);
}
