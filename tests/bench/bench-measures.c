/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-workbook-private.h"

#include <math.h>

/* Further back than this nobody has figures. */
#define MOST_WEEKS 104
#define MOST_MONTHS 36

typedef struct
{
  TlId id;
  TlMeasureKind kind;
  TlPeriod period;
  guint n_places;
  guint n_shifts;
  guint n_periods;
  guint n_readings;
} Plan;

static TlDay
get_end (BenchWorkbook *self,
         const Plan    *plan,
         guint          periods_ago)
{
  int year, month, day;

  if (plan->period == TL_PERIOD_WEEKLY)
    return self->today - 2 - 7 * (int) periods_ago;
  tl_day_split (self->today, &year, &month, &day);
  return tl_day_add_months (tl_day_new (year, month, 1), -(int) periods_ago) - 1;
}

/* As many places as it takes for the readings to fit into the time there is. */
static void
spread (BenchWorkbook *self,
        BenchRisk     *risk,
        Plan          *plan)
{
  guint most = plan->period == TL_PERIOD_WEEKLY ? MOST_WEEKS : MOST_MONTHS;

  plan->n_shifts = bench_rows_chance (&self->rows, 25) ? 2 : 1;
  plan->n_places = MAX (risk->n_places, (plan->n_readings + most * plan->n_shifts - 1) / (most * plan->n_shifts));
  plan->n_places = CLAMP (plan->n_places, 1, self->locations->len);
  plan->n_periods = (plan->n_readings + plan->n_places * plan->n_shifts - 1) / (plan->n_places * plan->n_shifts);
}

static void
set_values (BenchWorkbook *self,
            BenchRisk     *risk,
            const Plan    *plan,
            guint          place,
            double         progress)
{
  BenchRows *rows = &self->rows;
  /* One place in eight stays behind. */
  double gain = risk->better && place % 8 != 7 ? progress : progress * 0.2;
  double share = CLAMP (0.72 + 0.25 * gain + g_rand_double_range (rows->random, -0.05, 0.05), 0, 1);
  guint denominator = 10 + bench_rows_pick (rows, 50);

  switch ((int) plan->kind)
    {
    case TL_MEASURE_KIND_PROPORTION:
      bench_rows_number (rows, "numerator", floor (share * denominator + 0.5));
      bench_rows_number (rows, "denominator", denominator);
      break;
    case TL_MEASURE_KIND_COUNT:
      bench_rows_number (rows, "numerator", floor ((1 - share) * denominator / 2 + 0.5));
      bench_rows_number (rows, "denominator", denominator);
      break;
    default:
      bench_rows_number (rows, "value", floor ((1 - share) * 400 + 0.5) / 10);
      break;
    }
}

static void
add_reading (BenchWorkbook *self,
             BenchRisk     *risk,
             const Plan    *plan,
             guint          index)
{
  guint cells = plan->n_places * plan->n_shifts, period = index / cells;
  guint place = index % cells / plan->n_shifts;
  BenchRows *rows = &self->rows;

  bench_rows_add (rows, TL_TABLE_READING, NULL, 0);
  bench_rows_link (rows, "measure", &plan->id);
  bench_rows_day (rows, "date", get_end (self, plan, plan->n_periods - 1 - period));
  bench_rows_link (rows, "place", &bench_workbook_get_place (self, risk->first_place + place)->id);
  if (plan->n_shifts > 1)
    bench_rows_link (rows, "shift", &self->shifts[index % plan->n_shifts]);
  set_values (self, risk, plan, place, (double) (period + 1) / plan->n_periods);
}

static void
set_goal (BenchWorkbook *self,
          BenchRisk     *risk,
          const Plan    *plan)
{
  BenchRows *rows = &self->rows;
  gboolean proportion = plan->kind == TL_MEASURE_KIND_PROPORTION;

  bench_rows_word (rows, "direction", proportion ? TL_DIRECTION_AT_LEAST : TL_DIRECTION_AT_MOST);
  bench_rows_number (rows, "target", proportion ? 92 : plan->kind == TL_MEASURE_KIND_COUNT ? 6 : 5);
  bench_rows_day (rows, "target_date", self->today + (int) bench_rows_pick (rows, 120) - 60);
  bench_rows_number (rows, "baseline", proportion ? 72 : plan->kind == TL_MEASURE_KIND_COUNT ? 14 : 11);
  bench_rows_day (rows, "baseline_date", risk->opened);
  bench_rows_whole (rows, "hold_for", plan->period == TL_PERIOD_WEEKLY ? 12 : 3);
}

static void
add_measure (BenchWorkbook *self,
             BenchRisk     *risk,
             TlRole         role,
             guint          n_readings)
{
  BenchRows *rows = &self->rows;
  Plan plan = { .kind = risk->topic->kind, .n_readings = n_readings };

  plan.period = bench_rows_chance (rows, 60) ? TL_PERIOD_WEEKLY : TL_PERIOD_MONTHLY;
  spread (self, risk, &plan);
  plan.id = bench_rows_add (rows, TL_TABLE_MEASURE, "M", ++self->n_measures);
  bench_rows_link (rows, "risk", &risk->id);
  bench_rows_text (rows, "title", "%s%s", risk->topic->measure, role == TL_ROLE_PRIMARY ? "" : ", looked at again");
  bench_rows_word (rows, "kind", plan.kind);
  bench_rows_text (rows, "unit", "%s", risk->topic->unit);
  bench_rows_word (rows, "period", plan.period);
  bench_rows_word (rows, "role", role);
  bench_rows_word (rows, "source", risk->topic->source);
  bench_rows_day (rows, "defined", risk->opened + 7);
  set_goal (self, risk, &plan);
  risk->measures[risk->n_measures++] = plan.id;

  for (guint i = 0; i < n_readings; i++)
    add_reading (self, risk, &plan, i);
  if (plan.n_periods > 20 && bench_rows_chance (rows, 10))
    {
      bench_rows_add (rows, TL_TABLE_STEP_CHANGE, NULL, 0);
      bench_rows_link (rows, "measure", &plan.id);
      bench_rows_day (rows, "date", get_end (self, &plan, plan.n_periods / 2));
      bench_rows_text (rows, "reason", "The new form came into use");
      bench_rows_link (rows, "by_person", &self->leads[1]);
    }
}

void
bench_workbook_add_measures (BenchWorkbook *self,
                             BenchRisk     *risk,
                             guint          n_readings)
{
  guint second = bench_rows_chance (&self->rows, 40) ? n_readings / 3 : 0;

  add_measure (self, risk, TL_ROLE_PRIMARY, n_readings - second);
  if (second > 0)
    add_measure (self, risk, bench_rows_chance (&self->rows, 50) ? TL_ROLE_RECURRENCE : TL_ROLE_SUPPORTING, second);
}
