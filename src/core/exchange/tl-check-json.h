/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"

G_BEGIN_DECLS

char *tl_check_to_json (TlAssessment      *assessment,
                        const TlRiskFacts *only,
                        gboolean           with_series);

G_END_DECLS
