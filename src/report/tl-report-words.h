/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"

G_BEGIN_DECLS

/* Small pieces of text that several reports print. All return plain text unless they say markup. */

char       *tl_report_sentence       (const char               *text);
char       *tl_report_describe_line  (const TlRiskJudgement    *risk);
char       *tl_report_who            (const TlWho              *who);
char       *tl_report_of             (double                    numerator,
                                      double                    denominator);
char       *tl_report_interval       (const TlMeasureFacts     *measure,
                                      double                    low,
                                      double                    high);
char       *tl_report_every          (TlInterval                interval);
const char *tl_report_link_name      (TlLineLink                link);
char       *tl_report_describe_state (const TlRiskJudgement    *risk);
char       *tl_report_moved          (const TlActionJudgement  *action,
                                      TlDay                     as_at);
gboolean    tl_report_says           (const char               *text);

G_END_DECLS
