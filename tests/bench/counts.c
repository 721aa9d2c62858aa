/* SPDX-License-Identifier: GPL-3.0-or-later */
/* counts FILE NAME: what one thing costs, as a line of JSON: how often it was done and the median time of once. Under
 * valgrind --tool=callgrind --instr-atstart=no it is only that thing whose instructions are counted. Instructions are
 * the same from run to run as far as anything can be, so that a slow change shows that times wouldn't. */

#include <locale.h>
#include <math.h>
#include <string.h>
#include <valgrind/callgrind.h>
#include <valgrind/valgrind.h>

#include "bench-places.h"
#include "bench-timeline-drawing.h"
#include "measure.h"
#include "ratio.h"
#include "test-store.h"
#include "tl-comparison-words.h"
#include "tl-export-file.h"
#include "tl-gap-series.h"
#include "tl-import-plan.h"
#include "tl-place-matrix.h"
#include "tl-process-chart.h"
#include "tl-report.h"
#include "tl-source.h"
#include "tl-spark.h"
#include "tl-workbook.h"

typedef struct
{
  const char *path;
  TestDesk *desk;
  cairo_surface_t *surface;
  cairo_t *cr;
  TlInk *ink;
  Measure *measure;
  TlStore *store;
  TlSnapshot *snapshot;
  TlAssessment *assessment;
  BenchTimelineDrawing *timeline;
  GFile *sheets;
  TlWorkbook *workbook;
  gboolean done;
  guint n_edits;
  /* How many of the thing once is, such as pages of a pack. */
  guint n;
} Bench;

/* ── Drawing ── */

static void
prepare_surface (Bench *self)
{
  self->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1000, 1300);
  self->cr = cairo_create (self->surface);
  self->ink = tl_ink_new_light (44.0 / 3);
  /* Pango reads the fonts on a thread of its own, which the first text waits for. */
  tl_ink_draw_text (self->ink, self->cr, "Fonts", TL_TEXT_BODY, 10, 10, 0, &self->ink->text);
}

/* A series of a thousand weeks with limits, gaps, and a signal here and there. */
static void
prepare_chart (Bench *self)
{
  double values[1000];

  prepare_surface (self);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = i % 97 == 5 ? NAN : 86 + 6 * sin (i * 0.7) * sin (i * 0.013);
  self->measure = measure_new (tl_day_new (2007, 1, 1), 7, values, G_N_ELEMENTS (values));
  measure_set_limits (self->measure, 86, 5);
  self->measure->judgement.target_value = 90;
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (fabs (values[i] - 86) > 5)
      {
        self->measure->series.points[i].signal = TL_SIGNAL_BEYOND;
        self->measure->series.points[i].side = values[i] > 86 ? TL_SIDE_HIGH : TL_SIDE_LOW;
        self->measure->series.points[i].good = values[i] > 86 ? TL_FLAG_YES : TL_FLAG_NO;
      }
}

static void
draw_sparkline (Bench *self)
{
  const TlBox box = { 10, 10, 40, 20 };
  double values[TL_SPARK_PERIODS];
  guint n = tl_spark_take (&self->measure->series, values);

  tl_spark_draw (self->cr, self->ink, values, n, 90, &box);
}

static void
draw_chart (Bench *self)
{
  TlProcessChartOptions options = { .size = TL_CHART_SIZE_FULL, .as_at = self->measure->series.points[999].end };
  g_autoptr (TlProcessChart) chart = tl_process_chart_new (self->ink, &self->measure->judgement, &options, 900, 260);

  tl_process_chart_draw (chart, self->ink, self->cr);
}

/* ── Conclusions and paper ── */

static void
prepare_snapshot (Bench *self)
{
  self->store = test_store_open_file (self->path);
  self->snapshot = test_store_load (self->store);
}

static void
prepare_assessment (Bench *self)
{
  prepare_surface (self);
  prepare_snapshot (self);
  self->assessment = tl_assessment_new (self->snapshot, tl_snapshot_get_today (self->snapshot));
}

static void
assess (Bench *self)
{
  tl_assessment_unref (tl_assessment_new (self->snapshot, tl_snapshot_get_today (self->snapshot)));
}

static void
prepare_timeline (Bench *self)
{
  prepare_assessment (self);
  self->timeline = bench_timeline_drawing_new (self->assessment, self->ink);
}

/* All of what stands on a timeline, gathered and put in its lanes. */
static void
plan_timeline (Bench *self)
{
  bench_timeline_drawing_free (bench_timeline_drawing_new (self->assessment, self->ink));
}

static void
zoom_timeline (Bench *self)
{
  bench_timeline_drawing_zoom (self->timeline);
}

static TlReport *
create_pack (Bench *self)
{
  TlReport *report = tl_report_new (self->assessment, TL_REPORT_KIND_PACK);
  TlPaper paper = tl_paper_a4 ();

  tl_report_set_paper (report, &paper);
  return report;
}

/* As for a preview: laid out, and each page drawn. */
static void
draw_pack (Bench *self)
{
  g_autoptr (TlReport) report = create_pack (self);
  g_autoptr (GError) error = NULL;

  tl_report_paginate (report, NULL, &error);
  g_assert_no_error (error);
  self->n = tl_report_get_n_pages (report);
  for (guint page = 0; page < self->n; page++)
    tl_report_draw_page (report, self->cr, page);
}

/* How many pages there are is known of one that is laid out; on its way into a PDF none is kept. */
static void
prepare_pack (Bench *self)
{
  prepare_assessment (self);
  draw_pack (self);
}

static void
print_pack (Bench *self)
{
  g_autoptr (TlReport) report = create_pack (self);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  tl_report_write_pdf (report, stream, NULL, &error);
  g_assert_no_error (error);
}

/* ── Places ── */

static void
prepare_places (Bench *self)
{
  self->snapshot = bench_places_new ();
  self->assessment = tl_assessment_new (self->snapshot, tl_day_new (2026, 1, 15));
}

/* What another measure or dimension shows: its comparison, what is said of it, and its gap over time. */
static void
compare (Bench                    *self,
         const TlComparisonPeriod *period)
{
  const TlMeasureJudgement *measure = &tl_assessment_get_risk (self->assessment, 0)->measures[0];
  g_autoptr (TlPlaceComparison) comparison = tl_place_comparison_new (self->assessment, measure, TL_PLACE_KIND_LOCATION, period,
                                                                      NULL);
  g_autoptr (TlGapSeries) gaps = tl_gap_series_new (comparison);
  g_autofree char *verdict = tl_comparison_say_verdict (comparison);
  g_autofree char *gap = tl_comparison_say_gap (comparison, gaps);
  g_autofree char *left_out = tl_comparison_say_left_out (comparison);

  g_assert_cmpuint (comparison->comparison->n_places, ==, BENCH_PLACES);
}

static void
switch_measure (Bench *self)
{
  compare (self, &TL_COMPARISON_LATEST);
}

static void
switch_quarter (Bench *self)
{
  TlComparisonPeriod quarter = { TL_SPAN_QUARTER, tl_day_new (2024, 4, 1), NULL };

  compare (self, &quarter);
}

static void
make_matrix (Bench *self)
{
  g_autoptr (TlPlaceMatrix) matrix = tl_place_matrix_new (self->assessment, TL_PLACE_KIND_LOCATION, NULL);

  g_assert_cmpuint (matrix->n_rows * matrix->n_columns, ==, BENCH_PLACES * BENCH_MEASURES);
}

/* ── Import ── */

static void
prepare_sheets (Bench *self)
{
  g_autofree char *path = test_desk_path (self->desk, "sheets");
  g_autoptr (GError) error = NULL;
  TlExportOptions options = { 0 };

  prepare_snapshot (self);
  options.snapshot = self->snapshot;
  self->sheets = g_file_new_for_path (path);
  tl_export_file (self->sheets, &options, NULL, &error);
  g_assert_no_error (error);
}

/* Everything of a workbook into an empty one: read, checked, planned, written. */
static void
import_rows (Bench *self)
{
  TlStore *empty = test_store_new ("bench");
  g_autoptr (TlSnapshot) existing = test_store_load (empty);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlSheets) sheets = tl_source_read (self->sheets, NULL, &error);
  g_autoptr (TlImportPlan) plan = NULL;

  g_assert_no_error (error);
  plan = tl_import_plan_new (existing, g_steal_pointer (&sheets));
  test_store_apply (empty, tl_import_plan_get_change (plan, TRUE));
  self->n = 0;
  for (guint i = 0; i < tl_import_plan_get_n_sheets (); i++)
    self->n += tl_import_plan_get_counts (plan, i).added;
  g_assert_cmpuint (self->n, >, 100);
  test_store_close (empty);
}

/* ── Edit ── */

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  ((Bench *) user_data)->workbook = tl_workbook_open_finish (result, &error);
  g_assert_no_error (error);
}

static void
prepare_workbook (Bench *self)
{
  static const TlId actor = { { 1, 2, 3 } };
  g_autoptr (TlIdSource) ids = tl_id_source_new (&actor, "Priya");
  g_autoptr (GFile) file = g_file_new_for_path (self->path);

  tl_workbook_open_async (TL_STORE_ORIGIN_COPY, file, ids, NULL, opened_cb, self);
  while (self->workbook == NULL)
    g_main_context_iteration (NULL, TRUE);
  self->snapshot = tl_snapshot_ref (tl_assessment_get_snapshot (tl_workbook_get_assessment (self->workbook)));
}

static void
applied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  tl_workbook_apply_finish (TL_WORKBOOK (source), result, &error);
  g_assert_no_error (error);
  ((Bench *) user_data)->done = TRUE;
}

/* A reading, until it is durable and everything is concluded anew. */
static void
add_reading (Bench *self)
{
  const TlReadingFacts *like = tl_snapshot_get (self->snapshot, TL_TABLE_READING, 0);
  g_autoptr (TlChange) change = tl_change_new ("reading.add");
  TlId row = tl_id_source_make_id (tl_workbook_get_ids (self->workbook));
  g_auto (TlValue) number = TL_VALUE_INIT;

  tl_change_add_row (change, "reading", &row);
  tl_change_set_id (change, "reading", &row, "measure", &like->measure->base.id);
  tl_change_set_day (change, "reading", &row, "date", tl_workbook_get_today (self->workbook) - 1);
  if (like->place != NULL)
    tl_change_set_id (change, "reading", &row, "place", &like->place->base.id);
  tl_value_set_real (&number, 9);
  tl_change_set (change, "reading", &row, "numerator", &number);
  tl_value_set_real (&number, 10);
  tl_change_set (change, "reading", &row, "denominator", &number);
  self->done = FALSE;
  tl_workbook_apply_async (self->workbook, change, NULL, applied_cb, self);
  while (!self->done || tl_workbook_get_busy (self->workbook))
    g_main_context_iteration (NULL, TRUE);
}

static void
closed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  tl_workbook_close_finish (TL_WORKBOOK (source), result, NULL);
  ((Bench *) user_data)->done = TRUE;
}

/* ── ── */

static const struct
{
  const char *name;
  void (*prepare) (Bench *self);
  void (*run) (Bench *self);
  /* How often it is counted, after once that doesn't count. */
  guint times;
} things[] = {
  { "sparkline", prepare_chart, draw_sparkline, 100 },
  { "chart", prepare_chart, draw_chart, 10 },
  { "page", prepare_assessment, draw_pack, 1 },
  { "pdf-page", prepare_pack, print_pack, 1 },
  { "import-row", prepare_sheets, import_rows, 1 },
  { "assurance", prepare_snapshot, assess, 5 },
  { "places", prepare_places, switch_measure, 5 },
  { "places-quarter", prepare_places, switch_quarter, 5 },
  { "places-matrix", prepare_places, make_matrix, 5 },
  { "timeline-plan", prepare_assessment, plan_timeline, 5 },
  { "timeline-zoom", prepare_timeline, zoom_timeline, 1 },
  { "edit", prepare_workbook, add_reading, 5 },
};

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Many of what is short, so that the clock's own grain doesn't show. */
static double
measure_time (Bench *self,
              guint  thing)
{
  double times[BENCH_N_TIMES];

  for (guint i = 0; i < BENCH_N_TIMES; i++)
    {
      gint64 start = g_get_monotonic_time ();

      for (guint j = 0; j < things[thing].times; j++)
        things[thing].run (self);
      times[i] = bench_since (start) / things[thing].times;
    }
  qsort (times, BENCH_N_TIMES, sizeof *times, compare_times);
  return times[BENCH_N_TIMES / 2];
}

static void
count (Bench *self,
       guint  thing)
{
  CALLGRIND_START_INSTRUMENTATION;
  CALLGRIND_ZERO_STATS;
  for (guint i = 0; i < things[thing].times; i++)
    things[thing].run (self);
  CALLGRIND_STOP_INSTRUMENTATION;
}

static void
clear (Bench *self)
{
  if (self->workbook != NULL)
    {
      tl_workbook_close_async (self->workbook, closed_cb, self);
      for (self->done = FALSE; !self->done;)
        g_main_context_iteration (NULL, TRUE);
    }
  g_clear_object (&self->workbook);
  g_clear_pointer (&self->timeline, bench_timeline_drawing_free);
  g_clear_pointer (&self->assessment, tl_assessment_unref);
  g_clear_pointer (&self->snapshot, tl_snapshot_unref);
  g_clear_pointer (&self->store, test_store_close);
  g_clear_object (&self->sheets);
  g_clear_pointer (&self->measure, measure_free);
  g_clear_pointer (&self->ink, tl_ink_free);
  g_clear_pointer (&self->cr, cairo_destroy);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_clear_pointer (&self->desk, test_desk_free);
}

int
main (int    argc,
      char **argv)
{
  Bench self = { .n = 1 };
  guint thing = 0;
  double time = NAN;

  setlocale (LC_ALL, "");
  if (argc == 1)
    for (guint i = 0; i < G_N_ELEMENTS (things); i++)
      g_print ("%s\n", things[i].name);
  if (argc != 3)
    return argc == 1 ? 0 : 2;
  while (thing < G_N_ELEMENTS (things) && !g_str_equal (things[thing].name, argv[2]))
    thing++;
  g_return_val_if_fail (thing < G_N_ELEMENTS (things), 2);

  self.path = argv[1];
  self.desk = test_desk_new ();
  things[thing].prepare (&self);
  things[thing].run (&self);
  if (RUNNING_ON_VALGRIND)
    count (&self, thing);
  else
    time = measure_time (&self, thing) / self.n;
  g_print ("{\"name\": \"%s\", \"times\": %u", argv[2], things[thing].times * self.n);
  if (isfinite (time))
    g_print (", \"ms\": %.5f", time);
  g_print ("}\n");
  clear (&self);

  return 0;
}
