/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-challenge-open.h"

#include "tl-assessment-private.h"
#include "tl-challenge-rules.h"

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  const TlChallengeFacts *challenge_a = *(const TlChallengeFacts * const *) a, *challenge_b = *(const TlChallengeFacts * const *) b;

  if (challenge_a->review->date != challenge_b->review->date)
    return challenge_a->review->date < challenge_b->review->date ? -1 : 1;
  return tl_id_compare (&challenge_a->base.id, &challenge_b->base.id);
}

/**
 * tl_challenge_list_open:
 * @assessment: what is concluded
 * @risk: a risk
 * @but: (nullable): a review whose own challenges don't count
 *
 * Returns: (transfer container) (element-type TlChallengeFacts): the challenges on the risk that aren't satisfied, oldest
 *   first
 */
GPtrArray *
tl_challenge_list_open (const TlAssessment  *assessment,
                        const TlRiskFacts   *risk,
                        const TlReviewFacts *but)
{
  GPtrArray *open = g_ptr_array_new ();

  for (guint i = 0; i < risk->challenges.n; i++)
    {
      const TlChallengeFacts *challenge = TL_FACTS_AT (risk->challenges, TlChallengeFacts, i);

      if (challenge->review == but || !tl_judge_sees_review (&assessment->judge, challenge->review)
          || tl_challenge_is_satisfied (&assessment->judge, challenge))
        continue;
      g_ptr_array_add (open, (gpointer) challenge);
    }
  g_ptr_array_sort (open, compare_days);
  return open;
}
