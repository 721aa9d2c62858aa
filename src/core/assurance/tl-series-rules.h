/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-samples.h"

G_BEGIN_DECLS

/* How readings become a series, and which of its periods count for what. */

#define TL_LATEST_DAYS 184

void           tl_series_fill            (TlSeries                *self,
                                          const TlJudge           *judge,
                                          const TlMeasureFacts    *measure,
                                          const TlSample          *samples,
                                          guint                    n);
gboolean       tl_point_has_value        (const TlPoint           *point);
gboolean       tl_judge_is_grace         (const TlJudge           *judge,
                                          TlDay                    start,
                                          TlDay                    end);
const TlPoint *tl_series_get_latest      (const TlSeries          *self,
                                          const TlJudge           *judge);
guint          tl_series_find_window     (const TlSeries          *self,
                                          const TlPoint           *latest,
                                          guint                    length,
                                          guint                   *first);
guint          tl_series_count_silent    (const TlSeries          *self,
                                          const TlJudge           *judge,
                                          const TlMeasureFacts    *measure);

/* The chart: limits and signals. */
void           tl_measure_draw_limits    (TlMeasureJudgement      *measure,
                                          const TlJudge           *judge,
                                          TlDay                    first_action);
guint          tl_series_count_before    (const TlSeries          *self,
                                          TlDay                    day);

G_END_DECLS
