/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-facts.h"

G_BEGIN_DECLS

/* How days and numbers are written, on screen, on paper and by the command line alike. */

char *tl_format_day          (TlDay                 day);
char *tl_format_day_short    (TlDay                 day,
                              TlDay                 as_at);
char *tl_format_day_long     (TlDay                 day);
char *tl_format_month_short  (TlDay                 day,
                              gboolean              with_year);
char *tl_format_days         (int                   days);
char *tl_format_number       (double                number,
                              int                   decimals);
char *tl_format_value        (const TlMeasureFacts *measure,
                              double                value);
char *tl_format_scale_value  (const TlMeasureFacts *measure,
                              double                value,
                              int                   decimals);
char *tl_format_target       (const TlMeasureFacts *measure,
                              double                target);
char *tl_format_periods      (TlPeriod              period,
                              guint                 n);
char *tl_format_size         (gint64                bytes);
char *tl_format_capital      (const char           *text);
char *tl_format_list         (const char * const   *items);
char *tl_format_risk         (const TlRiskFacts    *risk);

gboolean tl_format_names_month (int         month,
                                const char *text);

G_END_DECLS
