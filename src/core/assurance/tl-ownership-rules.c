/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-ownership-rules.h"

#include "tl-course.h"

#define DISPUTE_DAYS 92

/**
 * tl_ownership_get_part:
 * @ownership: an ownership
 *
 * Returns: its part, a blank one being supporting
 */
TlPart
tl_ownership_get_part (const TlOwnershipFacts *ownership)
{
  return ownership->part != TL_PART_NONE ? ownership->part : TL_PART_SUPPORTING;
}

/**
 * tl_ownership_is_current:
 * @judge: a judge
 * @ownership: an ownership
 * @part: a part
 *
 * Returns: whether somebody has that part on the as-at date
 */
gboolean
tl_ownership_is_current (const TlJudge          *judge,
                         const TlOwnershipFacts *ownership,
                         TlPart                  part)
{
  return ownership->person != NULL && tl_ownership_get_part (ownership) == part
         && tl_judge_is_current (judge, ownership->from_date, ownership->until_date);
}

static gboolean
is_named_before (const TlJudge     *judge,
                 const TlRiskFacts *risk,
                 guint              index,
                 TlPart             part)
{
  const TlOwnershipFacts *ownership = risk->ownerships.rows[index];

  for (guint i = 0; i < index; i++)
    {
      const TlOwnershipFacts *other = risk->ownerships.rows[i];

      if (other->person == ownership->person && tl_ownership_is_current (judge, other, part))
        return TRUE;
    }
  return FALSE;
}

/**
 * tl_judge_ownership:
 * @judge: a judge
 * @risk: a risk whose facts are set
 *
 * Settles who is accountable and who supports. A person that is written down twice counts once.
 */
void
tl_judge_ownership (const TlJudge   *judge,
                    TlRiskJudgement *risk)
{
  const TlFactsList *ownerships = &risk->facts->ownerships;

  risk->supporters = tl_arena_allocate (judge->arena, (ownerships->n + 1) * sizeof *risk->supporters);
  for (guint i = 0; i < ownerships->n; i++)
    {
      const TlOwnershipFacts *ownership = ownerships->rows[i];

      if (tl_ownership_is_current (judge, ownership, TL_PART_ACCOUNTABLE))
        {
          if (risk->owner == NULL || ownership->from_date >= risk->owner->from_date)
            risk->owner = ownership;
          if (!is_named_before (judge, risk->facts, i, TL_PART_ACCOUNTABLE))
            risk->n_owners++;
        }
      else if (tl_ownership_is_current (judge, ownership, TL_PART_SUPPORTING)
               && !is_named_before (judge, risk->facts, i, TL_PART_SUPPORTING))
        risk->supporters[risk->n_supporters++] = ownership;
    }
}

/**
 * tl_risk_has_owner:
 * @judge: a judge
 * @risk: a risk
 * @person: a person
 *
 * Returns: whether the person is, perhaps among others, accountable for the risk on the as-at date
 */
gboolean
tl_risk_has_owner (const TlJudge       *judge,
                   const TlRiskFacts   *risk,
                   const TlPersonFacts *person)
{
  for (guint i = 0; i < risk->ownerships.n; i++)
    {
      const TlOwnershipFacts *ownership = risk->ownerships.rows[i];

      if (ownership->person == person && tl_ownership_is_current (judge, ownership, TL_PART_ACCOUNTABLE))
        return TRUE;
    }
  return FALSE;
}

/* Somebody made accountable after the claim settles it; on its very day only a handover from somebody before does,
 * since the claim may have been against that naming. */
static gboolean
is_settled_by (const TlJudge          *judge,
               const TlRiskFacts      *risk,
               const TlOwnershipFacts *claim)
{
  for (guint i = 0; i < risk->ownerships.n; i++)
    {
      const TlOwnershipFacts *next = risk->ownerships.rows[i];

      if (next->part != TL_PART_ACCOUNTABLE || next->from_date < claim->from_date
          || !tl_judge_knows (judge, next->from_date))
        continue;
      if (next->from_date > claim->from_date)
        return TRUE;
      for (guint j = 0; j < risk->ownerships.n; j++)
        {
          const TlOwnershipFacts *before = risk->ownerships.rows[j];

          if (before->part == TL_PART_ACCOUNTABLE && before->until_date == next->from_date)
            return TRUE;
        }
    }
  return FALSE;
}

/**
 * tl_risk_find_dispute:
 * @judge: a judge
 * @risk: a risk whose ownership is settled
 *
 * Finds who else was recorded as claiming the lead in the last 92 days, without a handover or a review's decision
 * since, the day itself included. A claim that was given up meanwhile still waits for one of these. Without an owner
 * there is nobody to dispute with.
 *
 * Returns: (nullable): the latest such claim
 */
const TlOwnershipFacts *
tl_risk_find_dispute (const TlJudge         *judge,
                      const TlRiskJudgement *risk)
{
  const TlFactsList *ownerships = &risk->facts->ownerships;
  const TlOwnershipFacts *dispute = NULL;
  TlDay decided;

  if (risk->owner == NULL)
    return NULL;

  decided = tl_risk_get_last_decided (judge, risk->facts);
  for (guint i = 0; i < ownerships->n; i++)
    {
      const TlOwnershipFacts *claim = ownerships->rows[i];

      if (claim->part == TL_PART_CLAIMED && claim->person != NULL
          && tl_judge_is_within (judge, claim->from_date, DISPUTE_DAYS) && claim->from_date > decided
          && !tl_risk_has_owner (judge, risk->facts, claim->person) && !is_settled_by (judge, risk->facts, claim))
        dispute = claim;
    }
  return dispute;
}

/**
 * tl_person_has_left:
 * @judge: a judge
 * @person: (nullable): a person
 *
 * Returns: whether the person's post has ended
 */
gboolean
tl_person_has_left (const TlJudge       *judge,
                    const TlPersonFacts *person)
{
  return person != NULL && person->until_date != TL_NO_DAY && person->until_date <= judge->as_at;
}

/**
 * tl_risk_is_on_map:
 * @judge: a judge
 * @risk: a risk
 * @person: a person
 *
 * Returns: whether the person is an accountable owner or a supporter of the risk now
 */
gboolean
tl_risk_is_on_map (const TlJudge       *judge,
                   const TlRiskFacts   *risk,
                   const TlPersonFacts *person)
{
  for (guint i = 0; i < risk->ownerships.n; i++)
    {
      const TlOwnershipFacts *ownership = risk->ownerships.rows[i];

      if (ownership->person == person
          && (tl_ownership_is_current (judge, ownership, TL_PART_ACCOUNTABLE)
              || tl_ownership_is_current (judge, ownership, TL_PART_SUPPORTING)))
        return TRUE;
    }
  return FALSE;
}
