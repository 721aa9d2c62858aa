/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"

G_BEGIN_DECLS

char *tl_oversight_words_reduced (const TlRiskJudgement *risk);
char *tl_oversight_words_closed  (const TlAssessment    *assessment,
                                  const TlRiskJudgement *risk);

G_END_DECLS
