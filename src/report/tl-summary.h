/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"
#include "tl-document.h"
#include "tl-page-table.h"

G_BEGIN_DECLS

/**
 * TlSummary:
 * @flow: where it is laid out
 * @thread: the thread beside it
 * @assessment: all conclusions
 * @risk: what is concluded of the risk
 * @as_at: the day for which everything is shown
 * @level: level of the risk's heading; its questions are one below
 * @closeness: how close everything stands
 *
 * The evidence summary of one risk, while it is laid out. Each of the functions adds the answer to one of the ten
 * questions that readers ask, in their order.
 */
typedef struct
{
  TlFlow *flow;
  TlThread *thread;
  TlAssessment *assessment;
  const TlRiskJudgement *risk;
  TlDay as_at;
  guint level;
  TlCloseness closeness;
} TlSummary;

void tl_summary_lay_out           (TlSummary             *self,
                                   TlFlow                *flow,
                                   TlTypesetter          *typesetter);
void tl_summary_drop              (TlSummary             *self);
void tl_summary_add               (TlSummary             *self,
                                   TlDocument            *document,
                                   TlAnchor              *anchor);

TlPageTable *tl_summary_new_table (const TlSummary       *self);
void tl_summary_begin_question    (const TlSummary       *self,
                                   const char            *question,
                                   TlLineLink             link);
void tl_summary_end_question      (const TlSummary       *self);
void tl_summary_add_lacking       (const TlSummary       *self,
                                   TlLineLink             link);
void tl_summary_add_not_recorded  (const TlSummary       *self,
                                   const char            *sentence);

void tl_summary_add_found         (const TlSummary       *self);
void tl_summary_add_owned         (const TlSummary       *self);
void tl_summary_add_defined       (const TlSummary       *self);
void tl_summary_add_acted         (const TlSummary       *self);
void tl_summary_add_changed       (const TlSummary       *self);
void tl_summary_add_even          (const TlSummary       *self);
void tl_summary_add_sustained     (const TlSummary       *self);
void tl_summary_add_challenged    (const TlSummary       *self);
void tl_summary_add_closed         (const TlSummary       *self);
void tl_summary_add_watched       (const TlSummary       *self);
void tl_summary_add_not_proven    (const TlSummary       *self);

char *tl_summary_describe_origin  (const TlRiskFacts     *risk);
char *tl_summary_describe_target  (const TlMeasureJudgement *measure);
char *tl_summary_describe_keeper  (const TlExpectedEvidenceFacts *expected);
void tl_summary_add_finding       (TlFlow                *flow,
                                   const TlFinding       *finding,
                                   gboolean               with_risk);

G_END_DECLS
