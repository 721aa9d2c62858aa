/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-judge.h"

G_BEGIN_DECLS

/* Where actions stand. */

void      tl_judge_action       (const TlJudge       *judge,
                                 const TlActionFacts *facts,
                                 TlActionJudgement   *action);
void      tl_judge_actions      (const TlJudge       *judge,
                                 TlRiskJudgement     *risk);
gboolean  tl_action_exists      (const TlJudge       *judge,
                                 const TlActionFacts *facts);
TlPurpose tl_action_get_purpose (const TlActionFacts *facts);
GPtrArray *tl_action_list_events (const TlActionFacts *facts);

G_END_DECLS
