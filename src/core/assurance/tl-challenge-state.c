/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-challenge-state.h"

#include "tl-assessment-private.h"
#include "tl-challenge-rules.h"

/**
 * tl_challenge_get_state:
 * @assessment: what is concluded
 * @challenge: a challenge
 *
 * Returns: where it stands on the day for which that is
 */
TlChallengeState
tl_challenge_get_state (const TlAssessment     *assessment,
                        const TlChallengeFacts *challenge)
{
  const TlJudge *judge = &assessment->judge;
  const TlReviewFacts *review = challenge->review;

  if (review == NULL || review->date == TL_NO_DAY || review->date > judge->as_at)
    return TL_CHALLENGE_NOT_YET;
  if (!tl_challenge_is_answered (judge, challenge))
    return TL_CHALLENGE_UNANSWERED;
  if (tl_challenge_is_satisfied (judge, challenge))
    return TL_CHALLENGE_SATISFIED;
  return challenge->satisfied == TL_FLAG_NO ? TL_CHALLENGE_UNSATISFIED : TL_CHALLENGE_ANSWERED;
}
