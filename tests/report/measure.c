/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure.h"

#include <math.h>

/* A weekly proportion whose periods are some days long and have these values; NAN for none. */
Measure *
measure_new (TlDay         first,
             int           days,
             const double *values,
             guint         n_values)
{
  Measure *self = g_new0 (Measure, 1);

  self->facts.title = "Entries complete";
  self->facts.kind = TL_MEASURE_KIND_PROPORTION;
  self->facts.direction = TL_DIRECTION_AT_LEAST;
  self->facts.period = TL_PERIOD_WEEKLY;
  self->facts.role = TL_ROLE_PRIMARY;
  self->series.points = g_new0 (TlPoint, n_values + 1);
  self->series.n_points = n_values;
  for (guint i = 0; i < n_values; i++)
    self->series.points[i] = (TlPoint) {
      .start = first + (int) i * days,
      .end = first + (int) (i + 1) * days - 1,
      .value = values[i],
      .numerator = NAN,
      .denominator = NAN,
      .mean = NAN,
      .lower = NAN,
      .upper = NAN,
      .ended = TRUE,
      .counted = TRUE,
    };
  self->judgement.facts = &self->facts;
  self->judgement.series = &self->series;
  self->judgement.role = TL_ROLE_PRIMARY;
  self->judgement.target_value = NAN;
  self->judgement.baseline_value = NAN;
  if (n_values > 0 && isfinite (values[n_values - 1]))
    self->judgement.latest = &self->series.points[n_values - 1];

  return self;
}

void
measure_free (Measure *self)
{
  g_free (self->series.points);
  g_free (self);
}

void
measure_set_limits (Measure *self,
                    double   mean,
                    double   half)
{
  for (guint i = 0; i < self->series.n_points; i++)
    {
      self->series.points[i].mean = mean;
      self->series.points[i].lower = mean - half;
      self->series.points[i].upper = mean + half;
    }
}

/* The measure of the design's pictures: frozen on twelve weeks, one bad week, then steadily better. */
Measure *
measure_new_medicines (void)
{
  static const double values[] = {
    87.7, 88.9, 86.5, 88.1, 89.6, 87.3, 88.4, 87.0, 89.1, 88.6, 87.1, 88.8, 88.2, 87.5, 89.0, 83.1, 88.5, 89.7, 90.1,
    89.4, 90.8, 91.5, 90.6, 91.9, 92.3, 91.4, 93.0, 92.6, 93.8, 94.1, 93.5, 95.2, 95.8, 95.4, 96.3, 96.7, 96.9, 96.8,
  };
  Measure *self = measure_new (tl_day_new (2025, 9, 15), 7, values, G_N_ELEMENTS (values));

  measure_set_limits (self, 88.1, 4.4);
  self->judgement.target_value = 95;
  self->judgement.target = TL_TARGET_MET;
  self->judgement.baseline_start = self->series.points[0].start;
  self->judgement.baseline_end = self->series.points[11].end;
  for (guint i = 15; i < G_N_ELEMENTS (values); i++)
    {
      TlPoint *point = &self->series.points[i];

      point->side = i == 15 ? TL_SIDE_LOW : TL_SIDE_HIGH;
      point->good = i == 15 ? TL_FLAG_NO : TL_FLAG_YES;
      point->signal = values[i] > point->upper || values[i] < point->lower ? TL_SIGNAL_BEYOND : TL_SIGNAL_SHIFT;
    }

  return self;
}
