/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"

G_BEGIN_DECLS

/* One risk R1 with one primary measure M1, and what is concluded of it as at a day. */

typedef struct
{
  TlSnapshot *snapshot;
  TlAssessment *assessment;
  const TlRiskJudgement *risk;
  const TlMeasureJudgement *measure;
} TestMeasure;

void  test_measure_init     (TestMeasure  *self,
                             const char   *as_at,
                             const char   *measure,
                             const char   *more);
void  test_measure_clear    (TestMeasure  *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TestMeasure, test_measure_clear)

TlDay test_day              (const char   *iso);
char *test_weekly_values    (const char   *monday,
                             const double *values,
                             guint         n);
char *test_weekly_samples   (const char   *monday,
                             const double *numerators,
                             double        denominator,
                             guint         n);

G_END_DECLS
