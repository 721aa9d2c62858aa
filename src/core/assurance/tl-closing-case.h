/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"

G_BEGIN_DECLS

/**
 * TlClosingAnswer:
 * @met: whether the condition holds
 * @text: a plain sentence that says why, or what lacks
 * @remedy: where it isn't met, what leads there
 * @row: the row that this is done to; none where there isn't one yet
 *
 * One of the conditions on which a review may close a risk, who decides included.
 */
typedef struct
{
  gboolean met;
  char *text;
  TlRemedy remedy;
  TlId row;
} TlClosingAnswer;

/**
 * TlClosingCase:
 * @decision: the decision to close
 * @review: its review
 * @day: the day of it
 * @title: the review, as in "Provider oversight, 9 June 2026"
 * @by: (nullable): who decided
 * @reason: (nullable): why
 * @held: whether every condition held that day
 * @again: whether the risk was closed already, by an earlier decision for which every condition held
 * @note: (nullable): how it stands to an earlier closing, a plain sentence or two
 * @conditions: (element-type TlClosingAnswer): each condition as it was that day
 * @states: the eight links as they were that day
 * @grounds: (array fixed-size=8): what each rested on
 * @reopened: the day on which it was reopened after that, %TL_NO_DAY when it wasn't
 * @reopened_reason: (nullable): why
 *
 * A closing with its proof, as it stood that day.
 */
typedef struct
{
  TlId decision;
  TlId review;
  TlDay day;
  char *title;
  char *by;
  char *reason;
  gboolean held;
  gboolean again;
  char *note;
  GPtrArray *conditions;
  TlLinkState states[TL_N_LINE_LINKS];
  char *grounds[TL_N_LINE_LINKS];
  TlDay reopened;
  char *reopened_reason;
} TlClosingCase;

GPtrArray     *tl_closing_list_conditions (const TlAssessment  *assessment,
                                           const TlRiskFacts   *risk,
                                           const TlReviewFacts *review,
                                           const TlWho         *by);
GPtrArray     *tl_closing_case_list       (const TlAssessment  *assessment,
                                           const TlId          *risk);
char          *tl_closing_case_describe   (const TlClosingCase *self);
void           tl_closing_case_free       (TlClosingCase       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlClosingCase, tl_closing_case_free)

G_END_DECLS
