/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"
#include "tl-record.h"

G_BEGIN_DECLS

/**
 * TlRisk:
 *
 * Something that inspection or the provider itself found wrong, with what is concluded of it.
 */
#define TL_TYPE_RISK (tl_risk_get_type ())
G_DECLARE_FINAL_TYPE (TlRisk, tl_risk, TL, RISK, TlRecord)

const char            *tl_risk_get_title      (TlRisk       *self);
TlTheme                tl_risk_get_theme      (TlRisk       *self);
const TlRiskJudgement *tl_risk_get_judgement  (TlRisk       *self);
const TlRiskJudgement *tl_risk_get_outline    (TlRisk       *self);
gboolean               tl_risk_knows_review   (TlRisk       *self);
TlAssessment          *tl_risk_get_assessment (TlRisk       *self);
TlDay                  tl_risk_get_as_at      (TlRisk       *self);
void                   tl_risk_set_outline    (TlRisk       *self,
                                               TlAssessment *outlined);
gboolean               tl_risk_set_assessment (TlRisk       *self,
                                               TlAssessment *assessment,
                                               gboolean      is_same);

G_END_DECLS
