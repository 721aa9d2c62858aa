/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-practice-desk.h"
#include "tl-report.h"

G_BEGIN_DECLS

/**
 * TlPracticePaper:
 *
 * Paper of a practice case, as it will be: to be printed, or saved as a PDF.
 */
#define TL_TYPE_PRACTICE_PAPER (tl_practice_paper_get_type ())
G_DECLARE_FINAL_TYPE (TlPracticePaper, tl_practice_paper, TL, PRACTICE_PAPER, AdwDialog)

TlPracticePaper *tl_practice_paper_new         (TlPracticeCase   *practice_case,
                                                TlAssessment     *assessment,
                                                TlReportKind      kind,
                                                GPtrArray        *runs);
TlReport        *tl_practice_paper_make_report (TlPracticePaper  *self);

G_END_DECLS
