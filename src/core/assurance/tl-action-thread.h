/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"

G_BEGIN_DECLS

/**
 * TlActionStepKind:
 * @TL_ACTION_STEP_CONCERN: what was wrong
 * @TL_ACTION_STEP_OWNER: who answers for it
 * @TL_ACTION_STEP_AGREED: what was agreed
 * @TL_ACTION_STEP_EVENT: what happened to it since: moved, done, reopened, ended, or that it isn't done
 * @TL_ACTION_STEP_SHOWN_DONE: evidence that the work was done
 * @TL_ACTION_STEP_SHOWN_WORKING: evidence of what changed for people
 * @TL_ACTION_STEP_MEASURE: whether the risk's measure is better
 * @TL_ACTION_STEP_CHALLENGED: who looked at it, what they asked and decided
 * @TL_ACTION_STEP_LASTED: whether it lasted
 *
 * What a step of an action's thread is about, in the order in which an inspector would walk it.
 */
typedef enum
{
  TL_ACTION_STEP_CONCERN,
  TL_ACTION_STEP_OWNER,
  TL_ACTION_STEP_AGREED,
  TL_ACTION_STEP_EVENT,
  TL_ACTION_STEP_SHOWN_DONE,
  TL_ACTION_STEP_SHOWN_WORKING,
  TL_ACTION_STEP_MEASURE,
  TL_ACTION_STEP_CHALLENGED,
  TL_ACTION_STEP_LASTED,
} TlActionStepKind;

#define TL_N_ACTION_STEP_KINDS ((int) TL_ACTION_STEP_LASTED + 1)

/**
 * TlActionStep:
 * @kind: what it is about
 * @state: sound; weak where it leaves a doubt; missing where the thread has a gap
 * @date: the day it stands at, %TL_NO_DAY for what has none
 * @table: which sort of row it rests on, %TL_NO_TABLE for none
 * @row: (nullable): that row
 * @text: a sentence or two
 *
 * A step of an action's thread.
 */
typedef struct
{
  TlActionStepKind kind;
  TlLinkState state;
  TlDay date;
  TlTable table;
  const TlFacts *row;
  char *text;
} TlActionStep;

/**
 * TlActionThread:
 * @risk: the risk
 * @action: the action
 * @steps: (element-type TlActionStep): its steps; every kind has at least one, but what can't be asked for yet
 *
 * One action from the concern to whether the outcome lasted, with what is missing on the way.
 */
typedef struct
{
  const TlRiskJudgement *risk;
  const TlActionJudgement *action;
  GPtrArray *steps;

  /*< private >*/
  TlAssessment *assessment;
} TlActionThread;

TlActionThread     *tl_action_thread_new           (TlAssessment            *assessment,
                                                    const TlRiskJudgement   *risk,
                                                    const TlActionJudgement *action);
TlActionThread     *tl_action_thread_find          (TlAssessment            *assessment,
                                                    const TlId              *action);
void                tl_action_thread_free          (TlActionThread          *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlActionThread, tl_action_thread_free)

const TlActionStep *tl_action_thread_get_step      (const TlActionThread    *self,
                                                    guint                    index);
guint               tl_action_thread_count_missing (const TlActionThread    *self);
char               *tl_action_thread_describe      (const TlActionThread    *self);
const char         *tl_action_step_get_label       (TlActionStepKind         kind);
const char         *tl_action_step_get_question    (TlActionStepKind         kind);

G_END_DECLS
