/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"

G_BEGIN_DECLS

/**
 * TlRiskFunc:
 * @data: what was given with it
 * @risk: number of a risk, from 0
 *
 * Does something for one risk, beside others that do it for other risks.
 */
typedef void (*TlRiskFunc) (gpointer data,
                            guint    risk);

void          tl_risks_share                (guint       n_risks,
                                             guint       n_threads,
                                             TlRiskFunc  func,
                                             gpointer    data);
TlAssessment *tl_assessment_new_on_threads  (TlSnapshot *snapshot,
                                             TlDay       as_at,
                                             guint       n_threads);

G_END_DECLS
