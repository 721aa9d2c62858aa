/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-review-late.h"

#include "tl-review-calendar.h"

/**
 * tl_review_count_late:
 * @assessment: what is concluded
 *
 * Counts what is late of the reviews that tl_due_list() lists, without putting it in words: it is asked after every change.
 *
 * Returns: how many open risks should have been looked at, and how many forums should have met
 */
guint
tl_review_count_late (const TlAssessment *assessment)
{
  TlSnapshot *snapshot = tl_assessment_get_snapshot (assessment);
  TlDay as_at = tl_assessment_get_as_at (assessment);
  guint n = 0;

  for (guint i = 0; i < tl_assessment_get_n_risks (assessment); i++)
    {
      const TlRiskJudgement *risk = tl_assessment_get_risk (assessment, i);

      n += risk->state == TL_RISK_STATE_OPEN && risk->next_review != TL_NO_DAY && risk->next_review < as_at;
    }
  for (guint i = 0; i < tl_snapshot_count (snapshot, TL_TABLE_FORUM); i++)
    {
      TlDay next = tl_forum_get_next_day (tl_snapshot_get (snapshot, TL_TABLE_FORUM, i), as_at);

      n += next != TL_NO_DAY && next < as_at;
    }
  return n;
}
