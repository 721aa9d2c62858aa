/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"

/* Judgements of measures, written down by hand, to draw. */

typedef struct
{
  TlMeasureFacts facts;
  TlSeries series;
  TlMeasureJudgement judgement;
} Measure;

Measure *measure_new       (TlDay         first,
                            int           days,
                            const double *values,
                            guint         n_values);
Measure *measure_new_medicines (void);
void     measure_free      (Measure      *self);
void     measure_set_limits (Measure     *self,
                            double        mean,
                            double        half);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Measure, measure_free)
