/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"

G_BEGIN_DECLS

/**
 * TlChallengeState:
 * @TL_CHALLENGE_NOT_YET: its review hasn't taken place
 * @TL_CHALLENGE_UNANSWERED: nobody has answered it
 * @TL_CHALLENGE_ANSWERED: it has an answer, and nobody has said whether that satisfied
 * @TL_CHALLENGE_UNSATISFIED: its answer didn't satisfy
 * @TL_CHALLENGE_SATISFIED: its answer satisfied
 *
 * Where a challenge stands. All but the first and the last are open.
 */
typedef enum
{
  TL_CHALLENGE_NOT_YET,
  TL_CHALLENGE_UNANSWERED,
  TL_CHALLENGE_ANSWERED,
  TL_CHALLENGE_UNSATISFIED,
  TL_CHALLENGE_SATISFIED,
} TlChallengeState;

TlChallengeState tl_challenge_get_state (const TlAssessment     *assessment,
                                         const TlChallengeFacts *challenge);

G_END_DECLS
