/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-minutes-report.h"

#include "tl-minutes.h"
#include "tl-page-table.h"
#include "tl-paragraph.h"

G_BEGIN_DECLS

/* What the parts of the minutes share. */

/**
 * TlMinutesReport:
 * @document: what is added to
 * @flow: its flow
 * @assessment: what the minutes are drawn from: as it was sealed, or as it is while the review goes on
 * @review: the review as it is there
 * @now: the review as it is now
 * @minutes: (nullable): what the history says of it
 *
 * Minutes that are being made.
 */
typedef struct
{
  TlDocument *document;
  TlFlow *flow;
  TlAssessment *assessment;
  const TlReviewFacts *review;
  const TlReviewFacts *now;
  const TlMinutes *minutes;
} TlMinutesReport;

void tl_minutes_report_add_section     (const TlMinutesReport *self,
                                        const char            *title);
void tl_minutes_report_add_plain       (const TlMinutesReport *self,
                                        const char            *text);
void tl_minutes_report_add_status      (const TlMinutesReport *self);
void tl_minutes_report_add_corrections (const TlMinutesReport *self);
void tl_minutes_report_add_risk        (const TlMinutesReport *self,
                                        const TlRiskFacts     *risk);
char *tl_minutes_report_describe_decision (const TlDecisionFacts *decision);

G_END_DECLS
