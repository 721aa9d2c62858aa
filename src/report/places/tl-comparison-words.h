/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-gap-series.h"
#include "tl-place-comparison.h"

G_BEGIN_DECLS

/* What window, paper and command line say of a comparison, in whole sentences. */

char *tl_comparison_say_time     (const TlPlaceComparison *self);
char *tl_comparison_say_verdict  (const TlPlaceComparison *self);
char *tl_comparison_say_hides    (const TlComparison      *comparison);
char *tl_comparison_list_weak    (const TlMeasureFacts    *facts,
                                  const TlComparison      *comparison);
char *tl_comparison_say_method   (const TlPlaceComparison *self);
char *tl_comparison_say_left_out (const TlPlaceComparison *self);
char *tl_comparison_say_gap      (const TlPlaceComparison *self,
                                  const TlGapSeries       *gaps);
char *tl_gap_point_say           (const TlMeasureFacts    *measure,
                                  const TlGapPoint        *point);
char *tl_gap_format              (const TlMeasureFacts    *measure,
                                  double                   gap);

G_END_DECLS
