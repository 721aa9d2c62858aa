/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-judge.h"

G_BEGIN_DECLS

/* What is concluded of measures. */

void tl_judge_measures (const TlJudge   *judge,
                        TlRiskJudgement *risk);

G_END_DECLS
