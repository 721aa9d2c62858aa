/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-decision-way.h"

#include "tl-review-rules.h"

/* A decision is kept by its command, which refuses what may not be decided. */

/* What is typed, as the command takes it; it points into the draft. */
static TlDecisionPlan
make_plan (TlDraft *draft)
{
  const TlId *by = tl_draft_get_link (draft, "by", 0);

  return (TlDecisionPlan) {
    .review = tl_draft_get_link (draft, "review", 0),
    .risk = tl_draft_get_link (draft, "risk", 0),
    .decision = (TlDecisionKind) tl_draft_get_word (draft, "decision"),
    .reason = tl_draft_get_text (draft, "reason"),
    .by = by,
    .by_text = by == NULL ? tl_draft_get_text (draft, "by") : NULL,
    .place = tl_draft_get_link (draft, "place", 0),
    .other_risk = tl_draft_get_link (draft, "other_risk", 0),
    .review_every = (TlInterval) tl_draft_get_word (draft, "review_every"),
    .until = tl_draft_get_day (draft, "until_date"),
  };
}

static char *
check (TlDraft *draft)
{
  TlDecisionPlan plan = make_plan (draft);
  g_autoptr (GError) error = NULL;

  if (tl_workbook_check_decision (tl_draft_get_workbook (draft), &plan, &error))
    return NULL;
  return g_strdup (error->message);
}

static void
save (TlDraft             *draft,
      GAsyncReadyCallback  callback,
      gpointer             user_data)
{
  TlDecisionPlan plan = make_plan (draft);

  tl_workbook_decide_async (tl_draft_get_workbook (draft), &plan, NULL, callback, user_data);
}

static const TlFacts *
find (TlDraft *draft)
{
  const TlReviewFacts *review = tl_draft_get_facts (draft, "review");
  const TlRiskFacts *risk = tl_draft_get_facts (draft, "risk");

  return review != NULL && risk != NULL ? (const TlFacts *) tl_review_find_decision (review, risk) : NULL;
}

/**
 * tl_decision_way_get:
 *
 * Returns: (transfer none): how a draft of a decision is kept
 */
const TlDraftWay *
tl_decision_way_get (void)
{
  static const TlDraftWay way = { check, save, find };

  return &way;
}

/**
 * tl_decision_way_list_conditions:
 * @draft: a draft of a decision
 *
 * Returns: (transfer full) (element-type TlClosingAnswer): the conditions on which whoever decides there may close the risk
 */
GPtrArray *
tl_decision_way_list_conditions (TlDraft *draft)
{
  TlDecisionPlan plan = make_plan (draft);

  return tl_workbook_list_closing_conditions (tl_draft_get_workbook (draft), &plan);
}
