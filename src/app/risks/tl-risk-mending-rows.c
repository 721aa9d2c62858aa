/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-risk-mending.h"

/* To which row the remedy of a finding is done. */

static const TlFacts *
find_ref (const TlFactsList *rows,
          const char        *ref)
{
  for (guint i = 0; ref != NULL && i < rows->n; i++)
    if (g_strcmp0 (((const TlFacts *) rows->rows[i])->ref, ref) == 0)
      return rows->rows[i];
  return NULL;
}

static const TlFacts *
find_reach (const TlFinding *finding)
{
  const TlLearningFacts *learning = (const TlLearningFacts *) find_ref (&finding->risk->learning, finding->subject);

  for (guint i = 0; learning != NULL && i < learning->reach.n; i++)
    if (TL_FACTS_AT (learning->reach, TlLearningReachFacts, i)->place == finding->place)
      return learning->reach.rows[i];
  return NULL;
}

/* Whoever does an action without a part in the risk. */
static const TlFacts *
find_doer (const TlFinding *finding)
{
  const TlActionFacts *action = (const TlActionFacts *) find_ref (&finding->risk->actions, finding->subject);

  return action != NULL && action->person != NULL ? &action->person->base : NULL;
}

static const TlFacts *
find_expected (const TlFinding *finding)
{
  for (guint i = 0; finding->subject != NULL && i < finding->risk->expected.n; i++)
    {
      const TlExpectedEvidenceFacts *expected = TL_FACTS_AT (finding->risk->expected, TlExpectedEvidenceFacts, i);

      if (g_strcmp0 (tl_word_get (TL_TYPE_SOURCE, (int) expected->source), finding->subject) == 0)
        return &expected->base;
    }
  return NULL;
}

/**
 * tl_risk_mending_find_row:
 * @snapshot: what the finding was drawn from
 * @finding: a finding on a risk
 *
 * Returns: (transfer none) (nullable): the row to which its remedy is to be done
 */
const TlFacts *
tl_risk_mending_find_row (TlSnapshot      *snapshot,
                          const TlFinding *finding)
{
  switch ((int) finding->remedy)
    {
    case TL_REMEDY_ADD_SUPPORT:
    case TL_REMEDY_RECORD_CAUSE:
      return finding->place != NULL ? &finding->place->base : NULL;
    case TL_REMEDY_SHARE_LEARNING:
      return find_reach (finding);
    case TL_REMEDY_LINK_RISKS:
      return tl_snapshot_find_ref (snapshot, TL_TABLE_RISK, finding->other);
    case TL_REMEDY_NAME_SUPPORT:
      return find_doer (finding);
    case TL_REMEDY_RECORD_EVIDENCE:
      return find_expected (finding);
    case TL_REMEDY_SET_TARGET:
    case TL_REMEDY_ADD_BASELINE:
    case TL_REMEDY_RECORD_READINGS:
      return find_ref (&finding->risk->measures, finding->subject);
    default:
      return find_ref (&finding->risk->actions, finding->subject);
    }
}
