/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-challenge-rules.h"

/* Without a due date a challenge is to be answered within a month of its review. */
#define CHALLENGE_DAYS 31

/**
 * tl_challenge_is_answered:
 * @judge: a judge
 * @challenge: a challenge of a review that has taken place
 *
 * Returns: whether it has an answer; one without a date counts as given at the review
 */
gboolean
tl_challenge_is_answered (const TlJudge          *judge,
                          const TlChallengeFacts *challenge)
{
  if (challenge->answered != TL_NO_DAY)
    return tl_judge_knows (judge, challenge->answered);
  return tl_text_says (challenge->answer);
}

/**
 * tl_challenge_is_satisfied:
 * @judge: a judge
 * @challenge: a challenge of a review that has taken place
 *
 * Returns: whether the answer satisfied
 */
gboolean
tl_challenge_is_satisfied (const TlJudge          *judge,
                           const TlChallengeFacts *challenge)
{
  return challenge->satisfied == TL_FLAG_YES && tl_judge_knows (judge, challenge->satisfied_on);
}

/**
 * tl_challenge_get_due:
 * @challenge: a challenge of a review
 *
 * Returns: the last day on which its answer isn't late
 */
TlDay
tl_challenge_get_due (const TlChallengeFacts *challenge)
{
  return challenge->due != TL_NO_DAY ? challenge->due : challenge->review->date + CHALLENGE_DAYS;
}

/**
 * tl_review_left_something:
 * @review: a review
 * @risk: a risk that it looked at
 *
 * A review that asked or decided something is told by that; of one that did neither only that it looked.
 *
 * Returns: whether it left a challenge or a decision on the risk
 */
gboolean
tl_review_left_something (const TlReviewFacts *review,
                          const TlRiskFacts   *risk)
{
  for (guint i = 0; i < risk->challenges.n; i++)
    if (TL_FACTS_AT (risk->challenges, TlChallengeFacts, i)->review == review)
      return TRUE;
  for (guint i = 0; i < risk->decisions.n; i++)
    if (TL_FACTS_AT (risk->decisions, TlDecisionFacts, i)->review == review)
      return TRUE;
  return FALSE;
}
