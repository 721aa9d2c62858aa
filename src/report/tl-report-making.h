/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"
#include "tl-comparison-period.h"
#include "tl-document.h"
#include "tl-minutes.h"
#include "tl-practice-case.h"
#include "tl-practice-run.h"

G_BEGIN_DECLS

/**
 * TlReportMaking:
 * @document: what is added to
 * @assessment: all conclusions; outlives the document
 * @risks: (element-type TlRiskJudgement): the chosen risks in the order they are printed; all open ones when none was
 *   chosen
 * @review: (nullable): the review that it is of or for
 * @minutes: (nullable): what the history says of @review, where that was asked for
 * @period: for what time places are compared
 * @changes: (nullable) (element-type TlId GPtrArray): what was written down of risks, each the latest first
 * @practice_case: (nullable): the practice case that it is of
 * @runs: (nullable) (element-type TlPracticeRun): goes at that case, which stand
 *
 * What a kind of report is given to make its pages of.
 */
typedef struct
{
  TlDocument *document;
  TlAssessment *assessment;
  GPtrArray *risks;
  const TlReviewFacts *review;
  const TlMinutes *minutes;
  const TlComparisonPeriod *period;
  GHashTable *changes;
  TlPracticeCase *practice_case;
  GPtrArray *runs;
  /*< private >*/
  GCancellable *cancellable;
} TlReportMaking;

gboolean tl_report_making_step (const TlReportMaking  *self,
                                guint                  done,
                                guint                  n,
                                GError               **error);

G_END_DECLS
