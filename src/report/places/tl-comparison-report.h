/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-document.h"
#include "tl-place-comparison.h"
#include "tl-place-matrix.h"

G_BEGIN_DECLS

/* The location comparison on paper. */

gboolean tl_comparison_report_add        (TlDocument                *document,
                                          TlAssessment              *assessment,
                                          GPtrArray                 *risks,
                                          const TlComparisonPeriod  *period,
                                          GCancellable              *cancellable,
                                          GError                   **error);
gboolean tl_comparison_report_add_matrix (TlFlow                    *flow,
                                          TlAssessment              *assessment,
                                          GPtrArray                 *risks);
void     tl_comparison_report_add_measure (TlDocument              *document,
                                          TlPlaceComparison         *comparison);
void     tl_comparison_report_add_table  (TlFlow                    *flow,
                                          TlPlaceComparison         *comparison);
void     tl_comparison_report_add_places (TlFlow                    *flow,
                                          const TlPlaceComparison   *comparison);

G_END_DECLS
