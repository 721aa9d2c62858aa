/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"
#include "tl-drawn-cell.h"

G_BEGIN_DECLS

/**
 * TlFindingCounts:
 *
 * How many findings there are, by severity: each mark with its number.
 */
#define TL_TYPE_FINDING_COUNTS (tl_finding_counts_get_type ())
G_DECLARE_FINAL_TYPE (TlFindingCounts, tl_finding_counts, TL, FINDING_COUNTS, TlDrawnCell)

GtkWidget *tl_finding_counts_new           (void);
void       tl_finding_counts_set_counts    (TlFindingCounts       *self,
                                            const guint           *counts);
void       tl_finding_counts_set_judgement (TlFindingCounts       *self,
                                            const TlRiskJudgement *judgement);

G_END_DECLS
