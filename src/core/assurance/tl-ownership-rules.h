/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-judge.h"

G_BEGIN_DECLS

/* Who answers for a risk, who supports it, and who claims to. */

void                    tl_judge_ownership   (const TlJudge          *judge,
                                              TlRiskJudgement        *risk);
const TlOwnershipFacts *tl_risk_find_dispute (const TlJudge          *judge,
                                              const TlRiskJudgement  *risk);
gboolean                tl_person_has_left   (const TlJudge          *judge,
                                              const TlPersonFacts    *person);
gboolean                tl_risk_has_owner    (const TlJudge          *judge,
                                              const TlRiskFacts      *risk,
                                              const TlPersonFacts    *person);
gboolean                tl_risk_is_on_map    (const TlJudge          *judge,
                                              const TlRiskFacts      *risk,
                                              const TlPersonFacts    *person);
gboolean                tl_ownership_is_current (const TlJudge          *judge,
                                                 const TlOwnershipFacts *ownership,
                                                 TlPart                  part);
TlPart                  tl_ownership_get_part (const TlOwnershipFacts *ownership);

G_END_DECLS
