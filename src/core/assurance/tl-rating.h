/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-judge.h"

G_BEGIN_DECLS

/* How grave a risk is, and how often it must be looked at. */

TlBand tl_band_of_rating  (int                rating);
void   tl_judge_rating    (const TlJudge     *judge,
                           TlRiskJudgement   *risk);
int    tl_judge_band_days (const TlJudge     *judge,
                           TlBand             band);

G_END_DECLS
