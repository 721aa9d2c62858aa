/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"

G_BEGIN_DECLS

/* As far ahead as a fortnight's work is planned. */
#define TL_DUE_DAYS 14

/**
 * TlDueKind:
 * @TL_DUE_REVIEW: a risk is to be looked at
 * @TL_DUE_FORUM: a forum meets
 * @TL_DUE_ACTION: an action is to be done
 * @TL_DUE_EVIDENCE: an expected source is to report
 * @TL_DUE_TARGET: a measure is to meet its target
 * @TL_DUE_ANSWER: a challenge is to be answered
 *
 * What may be due.
 */
typedef enum
{
  TL_DUE_REVIEW,
  TL_DUE_FORUM,
  TL_DUE_ACTION,
  TL_DUE_EVIDENCE,
  TL_DUE_TARGET,
  TL_DUE_ANSWER,
} TlDueKind;

/**
 * TlDueItem:
 * @kind: what is due
 * @day: the day by which
 * @days_late: how many days late it is, 0 when it isn't
 * @row: the risk, forum, action, expected evidence, measure or challenge
 * @risk: the risk it belongs to; none for a forum
 * @person: who is to see to it: the owner for a review, a target or an answer; none where nobody is named, and for a forum
 * @title: what is due, in a few words
 * @ground: who is to see to it, or what supports the title; may be empty
 *
 * Something that is due or late.
 */
typedef struct
{
  TlDueKind kind;
  TlDay day;
  int days_late;
  TlId row;
  TlId risk;
  TlId person;
  char *title;
  char *ground;
} TlDueItem;

GPtrArray *tl_due_list          (const TlAssessment *assessment,
                                 int                 days);
char      *tl_due_item_dup_when (const TlDueItem    *self,
                                 TlDay               as_at);

G_END_DECLS
