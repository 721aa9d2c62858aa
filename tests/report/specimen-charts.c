/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "specimen-private.h"

#include <math.h>

#include "measure.h"
#include "tl-process-chart.h"
#include "tl-spark.h"

typedef struct
{
  const Measure *measure;
  TlChartSize size;
  TlDay first_action;
} Chart;

static void
draw_chart (Specimen     *self,
            double        width,
            double        height,
            gconstpointer data)
{
  const Chart *what = data;
  const TlSeries *series = &what->measure->series;
  TlProcessChartOptions options = {
    .size = what->size,
    .as_at = series->n_points > 0 ? series->points[series->n_points - 1].end + 2 : tl_day_new (2026, 6, 9),
    .first_action = what->first_action,
  };
  g_autoptr(TlProcessChart) chart = tl_process_chart_new (self->ink, &what->measure->judgement, &options, width, height);

  tl_process_chart_draw (chart, self->ink, self->cr);
}

static void
add_chart (Specimen      *self,
           const char    *caption,
           const Measure *measure,
           double         width,
           double         height,
           TlChartSize    size)
{
  Chart chart = { .measure = measure, .size = size };

  specimen_add (self, caption, width, height, draw_chart, &chart);
}

/* Two stretches with a recorded step change between them, the second too short for more than trial limits. */
static Measure *
create_stepped (TlStepChangeFacts *change,
                gconstpointer     *changes)
{
  static const double values[] = { 12, 14, 11, 13, 15, 12, 14, 13, 12, 14, 13, 15, 11, 6, 5, 7, 6, 4, 7, 5 };
  Measure *measure = measure_new (tl_day_new (2025, 1, 1), 31, values, G_N_ELEMENTS (values));

  measure->facts.kind = TL_MEASURE_KIND_COUNT;
  measure->facts.period = TL_PERIOD_MONTHLY;
  measure->judgement.at_most = TRUE;
  measure->judgement.target_value = 6;
  measure_set_limits (measure, 13, 4.3);
  change->date = measure->series.points[13].start;
  changes[0] = change;
  measure->facts.step_changes = (TlFactsList) { .rows = changes, .n = 1 };
  for (guint i = 13; i < G_N_ELEMENTS (values); i++)
    {
      measure->series.points[i].mean = 5.7;
      measure->series.points[i].lower = 0.9;
      measure->series.points[i].upper = 10.5;
      measure->series.points[i].trial = TRUE;
      measure->series.points[i].segment = 1;
    }
  measure->series.points[19].counted = FALSE;

  return measure;
}

static void
add_full_charts (Specimen *self)
{
  g_autoptr(Measure) medicines = measure_new_medicines ();
  TlStepChangeFacts change = { 0 };
  gconstpointer changes[1];
  g_autoptr(Measure) stepped = create_stepped (&change, changes);
  Chart first = { medicines, TL_CHART_SIZE_FULL, medicines->series.points[12].start };

  specimen_begin (self, "Process charts");
  specimen_add (self, "Line, mean, limits and band, target, baseline, first action, signals and their names", 620, 250, draw_chart, &first);
  add_chart (self, "Step change, trial limits, a period that still runs", stepped, 490, 250, TL_CHART_SIZE_FULL);
  add_chart (self, "Small", medicines, 460, 110, TL_CHART_SIZE_SMALL);
  add_chart (self, "Small, step change", stepped, 460, 110, TL_CHART_SIZE_SMALL);
  add_chart (self, "Too little room", medicines, 150, 70, TL_CHART_SIZE_SMALL);
}

static void
add_odd_charts (Specimen *self)
{
  const TlDay first = tl_day_new (2026, 1, 5);
  const double one[] = { 88 }, equal[] = { 90, 90, 90, 90, 90, 90 }, huge[] = { 2e12, -3e12, 5e12, 1e9, 4e12 };
  const double gaps[] = { 83, 80, NAN, 82, 84, NAN, NAN, 81, 85, NAN, 83 };
  double years[522];
  const double *values[] = { NULL, one, equal, gaps, huge, years };
  const guint n[] = { 0, 1, G_N_ELEMENTS (equal), G_N_ELEMENTS (gaps), G_N_ELEMENTS (huge), G_N_ELEMENTS (years) };
  const char *names[] = { "No point", "One point", "All equal", "Gaps", "Beyond a billion", "Ten years by week, one extreme" };

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    years[i] = i % 61 == 7 ? NAN : i == 300 ? 55 : 86 + 6 * sin (i * 0.7) * sin (i * 0.013);
  specimen_begin (self, "Charts of what is odd");
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr(Measure) measure = measure_new (i == 5 ? tl_day_new (2016, 1, 4) : first, 7, values[i], n[i]);

      measure->judgement.target_value = i == 4 ? NAN : 90;
      if (i == 5)
        measure_set_limits (measure, 86, 12);
      for (guint j = 0; i == 5 && j < n[i]; j++)
        if (j == 300)
          {
            measure->series.points[j].signal = TL_SIGNAL_BEYOND;
            measure->series.points[j].side = TL_SIDE_LOW;
            measure->series.points[j].good = TL_FLAG_NO;
          }
      add_chart (self, names[i], measure, 362, 130, TL_CHART_SIZE_FULL);
    }
}

typedef struct
{
  const double *values;
  guint n;
  double target;
} Spark;

static void
draw_spark (Specimen     *self,
            double        width,
            double        height,
            gconstpointer data)
{
  const Spark *spark = data;
  const TlBox box = { 0, 0, width, height };

  tl_spark_draw (self->cr, self->ink, spark->values, spark->n, spark->target, &box);
}

static void
add_sparks (Specimen *self)
{
  static const double rising[] = { 80, 85, 83, 84, 90, 88, 92, 95 }, gap[] = { 80, NAN, NAN, 84, 85, 83 };
  static const double lone[] = { NAN, 80, NAN, NAN }, equal[] = { 9, 9, 9 }, huge[] = { -1e15, 1e15, 3e14 };
  const struct
  {
    const char *name;
    Spark spark;
  } sparks[] = {
    { "rising", { rising, 8, 95 } }, { "no target", { rising, 8, NAN } }, { "gap", { gap, 6, 90 } }, { "lone", { lone, 4, 90 } },
    { "one", { rising, 1, NAN } }, { "equal", { equal, 3, 9 } }, { "huge", { huge, 3, 0 } }, { "none", { NULL, 0, 90 } },
  };
  double width, height;

  tl_spark_size (self->ink, &width, &height);
  specimen_begin (self, "Sparklines");
  for (guint i = 0; i < G_N_ELEMENTS (sparks); i++)
    specimen_add (self, sparks[i].name, width * 1.7, height, draw_spark, &sparks[i].spark);
}

void
specimen_add_charts (Specimen *self)
{
  add_full_charts (self);
  add_odd_charts (self);
  add_sparks (self);
}
