/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"

G_BEGIN_DECLS

/**
 * TlEffect:
 * @TL_EFFECT_NOTHING_RECORDED: nothing was recorded since that it could have brought about
 * @TL_EFFECT_UNDONE: it was taken back, or what it rested on no longer holds
 * @TL_EFFECT_PARTLY: some of it shows, some doesn't
 * @TL_EFFECT_TAKEN: it took effect
 *
 * Whether a decision changed anything.
 */
typedef enum
{
  TL_EFFECT_NOTHING_RECORDED,
  TL_EFFECT_UNDONE,
  TL_EFFECT_PARTLY,
  TL_EFFECT_TAKEN,
} TlEffect;

/**
 * TlEffectGround:
 * @shows: whether it shows that the decision took effect, or else that it didn't
 * @text: what was recorded or wasn't, in a few words without a final stop
 *
 * What such a conclusion rests on.
 */
typedef struct
{
  gboolean shows;
  char *text;
} TlEffectGround;

/**
 * TlDecisionEffect:
 * @decision: the decision
 * @risk: the risk it was made on
 * @kind: what was decided
 * @day: when
 * @title: the risk, with its ref
 * @reason: (nullable): the reason that was given
 * @effect: whether it took effect
 * @grounds: (element-type TlEffectGround): what that rests on, never empty
 *
 * A decision, and whether anything that was recorded since shows that it took effect.
 */
typedef struct
{
  TlId decision;
  TlId risk;
  TlDecisionKind kind;
  TlDay day;
  char *title;
  char *reason;
  TlEffect effect;
  GPtrArray *grounds;
} TlDecisionEffect;

TlDecisionEffect *tl_decision_effect_new       (const TlAssessment    *assessment,
                                                const TlDecisionFacts *decision);
void              tl_decision_effect_free      (TlDecisionEffect      *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlDecisionEffect, tl_decision_effect_free)

GPtrArray        *tl_decision_effect_list      (const TlAssessment    *assessment,
                                                const TlReviewFacts   *review);
char             *tl_decision_effect_dup_count (GPtrArray             *effects);
const char       *tl_effect_get_words          (TlEffect               effect);

G_END_DECLS
