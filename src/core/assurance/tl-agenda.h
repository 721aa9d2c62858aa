/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"

G_BEGIN_DECLS

/**
 * TlAgendaReasonKind:
 * @TL_AGENDA_ESCALATED: it was escalated, and no provider-level review has looked at it since
 * @TL_AGENDA_SLIPPING: it is closed, and asks to be reopened or watched
 * @TL_AGENDA_STALLED: it stands still, and nobody has asked why
 * @TL_AGENDA_TO_ACT_ON: there are findings to act on
 * @TL_AGENDA_WITHOUT_EFFECT: an earlier decision changed nothing
 * @TL_AGENDA_UNANSWERED: a challenge waits for an answer, or for a better one
 * @TL_AGENDA_WEAK: a link of its line is missing
 * @TL_AGENDA_DUE: it is due for review
 * @TL_AGENDA_MAY_CLOSE: every condition for closing holds
 * @TL_AGENDA_CHOSEN: somebody put it there
 *
 * Why a risk is on an agenda, the most urgent first.
 */
typedef enum
{
  TL_AGENDA_ESCALATED,
  TL_AGENDA_SLIPPING,
  TL_AGENDA_STALLED,
  TL_AGENDA_TO_ACT_ON,
  TL_AGENDA_WITHOUT_EFFECT,
  TL_AGENDA_UNANSWERED,
  TL_AGENDA_WEAK,
  TL_AGENDA_DUE,
  TL_AGENDA_MAY_CLOSE,
  TL_AGENDA_CHOSEN,
} TlAgendaReasonKind;

/**
 * TlAgendaReason:
 * @kind: why
 * @severity: how grave that is
 * @text: why, a plain sentence
 *
 * One reason why a risk is on an agenda.
 */
typedef struct
{
  TlAgendaReasonKind kind;
  TlSeverity severity;
  char *text;
} TlAgendaReason;

/**
 * TlAgendaEntry:
 * @risk: the risk
 * @title: the risk, with its ref
 * @severity: the gravest of the reasons
 * @reasons: (element-type TlAgendaReason): why, the most urgent first; never empty
 * @looked_at: whether the review has looked at it
 * @decision: what the review decided on it, none so far or with a review that is only proposed
 *
 * A risk on an agenda.
 */
typedef struct
{
  TlId risk;
  char *title;
  TlSeverity severity;
  GPtrArray *reasons;
  gboolean looked_at;
  TlDecisionKind decision;
} TlAgendaEntry;

/**
 * TlAgenda:
 * @forum: whose agenda
 * @review: the review; none when it is only proposed
 * @day: its day
 * @previous: the forum's review before; none when there was none
 * @previous_day: its day, %TL_NO_DAY when there was none
 * @last_decisions: (element-type TlDecisionEffect): whether what it decided took effect: the first item
 * @entries: (element-type TlAgendaEntry): the risks, in order
 *
 * What a review is to look at.
 */
typedef struct
{
  TlId forum;
  TlId review;
  TlDay day;
  TlId previous;
  TlDay previous_day;
  GPtrArray *last_decisions;
  GPtrArray *entries;
} TlAgenda;

TlAgenda      *tl_agenda_propose     (const TlAssessment  *assessment,
                                      const TlForumFacts  *forum,
                                      TlDay                day);
TlAgenda      *tl_agenda_new         (const TlAssessment  *assessment,
                                      const TlReviewFacts *review);
TlAgendaEntry *tl_agenda_describe_risk (const TlAssessment *assessment,
                                        const TlForumFacts *forum,
                                        TlDay               day,
                                        const TlId         *risk);
void           tl_agenda_entry_free  (TlAgendaEntry       *self);
void           tl_agenda_free        (TlAgenda            *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlAgendaEntry, tl_agenda_entry_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlAgenda, tl_agenda_free)

G_END_DECLS
