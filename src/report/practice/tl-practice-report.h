/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-report-making.h"

G_BEGIN_DECLS

/* What is printed of a practice case: a trainee's debrief, the trainer's sheet with its answers, and several trainees side
 * by side. */

gboolean tl_debrief_report_add       (const TlReportMaking  *making,
                                      GError               **error);
gboolean tl_practice_sheet_report_add (const TlReportMaking *making,
                                      GError               **error);
gboolean tl_practice_group_report_add (const TlReportMaking *making,
                                      GError               **error);

/* Shared by these. */
void     tl_practice_report_head     (TlFlow               *flow,
                                      TlPracticeCase       *practice_case,
                                      const char           *title);
void     tl_practice_report_part     (TlFlow               *flow,
                                      const char           *title);
void     tl_practice_report_say      (TlFlow               *flow,
                                      TlPrintStyle          style,
                                      const char           *text);
void     tl_practice_report_list     (TlFlow               *flow,
                                      const char * const   *texts);

G_END_DECLS
