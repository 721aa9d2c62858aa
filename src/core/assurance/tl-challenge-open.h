/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"

G_BEGIN_DECLS

GPtrArray *tl_challenge_list_open (const TlAssessment  *assessment,
                                   const TlRiskFacts   *risk,
                                   const TlReviewFacts *but);

G_END_DECLS
