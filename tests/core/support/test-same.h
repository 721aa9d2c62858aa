/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-place-comparison.h"

G_BEGIN_DECLS

/* Whether what was brought up to date is the very same as what is made anew. What differs is said on standard error. */

gboolean test_same_snapshot    (const TlSnapshot *patched,
                                const TlSnapshot *fresh);
gboolean test_same_assessment  (TlAssessment     *updated,
                                TlAssessment     *fresh);
char    *test_dump_risk        (const TlRiskJudgement *risk);
char    *test_dump_assessment  (TlAssessment     *assessment);
char    *test_dump_comparison  (const TlPlaceComparison *comparison);

G_END_DECLS
