/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-timeline-thread.h"

static TlDay
find_start (const TlActionJudgement *action)
{
  return action->facts->agreed != TL_NO_DAY ? action->facts->agreed : action->first_due;
}

static gboolean
names_action (const TlEvidenceFacts *evidence,
              const TlActionFacts   *action)
{
  for (guint i = 0; i < evidence->actions.n; i++)
    if (evidence->actions.rows[i] == action)
      return TRUE;
  return FALSE;
}

/* Evidence that names the action; what contradicted before it was agreed is the concern that it began with; readings of
 * the primary measure tell what came of it. */
static gboolean
has_evidence (const TlRiskJudgement   *risk,
              const TlActionJudgement *action,
              const TlEvidenceItem    *evidence)
{
  if (evidence->reading != NULL)
    return risk->primary != NULL && evidence->reading->measure == risk->primary->facts;
  if (names_action (evidence->facts, action->facts))
    return TRUE;
  return evidence->facts->actions.n == 0 && evidence->verdict == TL_VERDICT_CONTRADICTS
         && evidence->date <= find_start (action);
}

/**
 * tl_timeline_thread_has:
 * @risk: the risk of the action
 * @action: an action that is followed
 * @entry: something on the timeline
 *
 * Tells what belongs to the thread of an action, from the concern that it answered to what came of it: the evidence of
 * the concern, the action, the evidence that names it, and the reviews, challenges and decisions since it was agreed.
 *
 * Returns: whether it belongs to the thread
 */
gboolean
tl_timeline_thread_has (const TlRiskJudgement   *risk,
                        const TlActionJudgement *action,
                        const TlTimelineEntry   *entry)
{
  switch ((TlTimelineKind) entry->kind)
    {
    case TL_TIMELINE_KIND_EVIDENCE:
      return has_evidence (risk, action, entry->subject);
    case TL_TIMELINE_KIND_ACTION:
      return entry->subject == action;
    case TL_TIMELINE_KIND_REVIEW:
    case TL_TIMELINE_KIND_CHALLENGE:
    case TL_TIMELINE_KIND_DECISION:
      return entry->date >= find_start (action);
    case TL_TIMELINE_KIND_SILENCE:
    case TL_TIMELINE_KIND_SIGN:
    case TL_TIMELINE_KIND_OWNERSHIP:
    default:
      return FALSE;
    }
}
