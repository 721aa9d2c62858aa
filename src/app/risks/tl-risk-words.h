/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"

G_BEGIN_DECLS

/* What the register and the risk page write of a risk, in two lines: the fact, then its ground. A risk of which nothing
 * is concluded yet gives empty texts. */

char    *tl_risk_words_theme          (const TlRiskJudgement *risk);
char    *tl_risk_words_band           (const TlRiskJudgement *risk);
char    *tl_risk_words_rating         (const TlRiskJudgement *risk);
char    *tl_risk_words_owner          (const TlRiskJudgement *risk);
char    *tl_risk_words_owner_ground   (const TlRiskJudgement *risk,
                                       TlDay                  as_at);
char    *tl_risk_words_owner_since    (const TlRiskJudgement *risk,
                                       TlDay                  as_at);
char    *tl_risk_words_measure        (const TlRiskJudgement *risk);
char    *tl_risk_words_measure_ground (const TlRiskJudgement *risk);
char    *tl_risk_words_review         (const TlRiskJudgement *risk,
                                       TlDay                  as_at);
char    *tl_risk_words_review_ground  (const TlRiskJudgement *risk,
                                       TlDay                  as_at);
char    *tl_risk_words_ending         (const TlRiskJudgement *risk);
gboolean tl_risk_words_is_late        (const TlRiskJudgement *risk,
                                       TlDay                  as_at);

G_END_DECLS
