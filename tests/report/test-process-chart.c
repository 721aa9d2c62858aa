/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "measure.h"
#include "picture.h"
#include "support/test-figures.h"
#include "tl-detail.h"
#include "tl-limits.h"
#include "tl-process-chart-private.h"
#include "tl-spark.h"

#define MARGIN 20

static const TlProcessChartOptions full = { .size = TL_CHART_SIZE_FULL };
static const TlProcessChartOptions small = { .size = TL_CHART_SIZE_SMALL };

static TlDay
last_day (const Measure *measure)
{
  return measure->series.n_points > 0 ? measure->series.points[measure->series.n_points - 1].end : tl_day_new (2026, 6, 9);
}

static cairo_surface_t *
draw_chart (const TlInk                 *ink,
            const Measure               *measure,
            const TlProcessChartOptions *options,
            int                          width,
            int                          height)
{
  cairo_surface_t *surface = picture_new (ink, width + 2 * MARGIN, height + 2 * MARGIN);
  cairo_t *cr = cairo_create (surface);
  TlProcessChartOptions dated = *options;
  g_autoptr(TlProcessChart) chart = NULL;

  if (dated.as_at == TL_NO_DAY)
    dated.as_at = last_day (measure);
  chart = tl_process_chart_new (ink, &measure->judgement, &dated, width, height);
  cairo_translate (cr, MARGIN, MARGIN);
  tl_process_chart_draw (chart, ink, cr);
  cairo_destroy (cr);

  return surface;
}

static void
assert_drawn_within (const TlInk   *ink,
                     const Measure *measure,
                     const char    *what)
{
  const struct
  {
    const TlProcessChartOptions *options;
    int width;
    int height;
  } sizes[] = { { &full, 620, 240 }, { &full, 300, 140 }, { &small, 300, 90 }, { &small, 120, 60 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      cairo_surface_t *surface = draw_chart (ink, measure, sizes[i].options, sizes[i].width, sizes[i].height);
      TlBox drawn = picture_find_drawn (surface, ink);

      if (drawn.x < MARGIN || drawn.y < MARGIN || drawn.x + drawn.width > MARGIN + sizes[i].width
          || drawn.y + drawn.height > MARGIN + sizes[i].height || drawn.width == 0)
        g_error ("%s: %g,%g %gx%g drawn in %dx%d", what, drawn.x - MARGIN, drawn.y - MARGIN, drawn.width, drawn.height,
                 sizes[i].width, sizes[i].height);
      cairo_surface_destroy (surface);
    }
}

static void
test_stays_within_its_extents (void)
{
  g_autoptr(TlInk) ink = tl_ink_new_light (44.0 / 3);
  const double one[] = { 88 }, equal[] = { 90, 90, 90, 90 }, huge[] = { 2e12, -3e12, 5e12 };
  const double gaps[] = { NAN, 80, NAN, 82, 84, NAN, NAN, 81 }, none[] = { NAN, NAN };
  const TlDay first = tl_day_new (2026, 1, 5);
  double years[522];
  struct
  {
    const char *what;
    Measure *measure;
  } cases[] = {
    { "the design's", measure_new_medicines () },
    { "no point", measure_new (first, 7, NULL, 0) },
    { "no value", measure_new (first, 7, none, G_N_ELEMENTS (none)) },
    { "one point", measure_new (first, 7, one, G_N_ELEMENTS (one)) },
    { "all equal", measure_new (first, 7, equal, G_N_ELEMENTS (equal)) },
    { "beyond a billion", measure_new (first, 7, huge, G_N_ELEMENTS (huge)) },
    { "gaps", measure_new (first, 7, gaps, G_N_ELEMENTS (gaps)) },
    { "ten years", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    years[i] = i % 61 == 7 ? NAN : 80 + 15 * sin (i * 0.7) * sin (i * 0.013);
  cases[G_N_ELEMENTS (cases) - 1].measure = measure_new (tl_day_new (2016, 1, 4), 7, years, G_N_ELEMENTS (years));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_drawn_within (ink, cases[i].measure, cases[i].what);
      cases[i].measure->judgement.target_value = 95;
      assert_drawn_within (ink, cases[i].measure, cases[i].what);
      measure_free (cases[i].measure);
    }
}

static void
test_points_are_found_where_they_are (void)
{
  g_autoptr(TlInk) ink = tl_ink_new_light (44.0 / 3);
  g_autoptr(Measure) measure = measure_new_medicines ();
  TlProcessChartOptions options = full;
  g_autoptr(TlProcessChart) chart = NULL;
  double previous_x = -1;

  options.as_at = last_day (measure);
  chart = tl_process_chart_new (ink, &measure->judgement, &options, 620, 240);
  for (guint i = 0; i < measure->series.n_points; i++)
    {
      double x, y;
      guint index = G_MAXUINT;

      g_assert_true (tl_process_chart_get_point (chart, i, &x, &y));
      g_assert_cmpfloat (x, >, previous_x);
      g_assert_true (tl_process_chart_find_point (chart, x + 1, y - 1, 5, &index));
      g_assert_cmpuint (index, ==, i);
      previous_x = x;
      if (i > 0)
        {
          double before_x, before_y;

          /* Up is up: a greater value is nearer to the top. */
          g_assert_true (tl_process_chart_get_point (chart, i - 1, &before_x, &before_y));
          g_assert_cmpint (y < before_y, ==, measure->series.points[i].value > measure->series.points[i - 1].value);
        }
    }
  g_assert_false (tl_process_chart_find_point (chart, 5, 5, 3, NULL));
}

/* ── The kept series of data/spc; the expected figures come from NHSRplotthedots 0.2.2 ── */

static TlDay
read_day (const TestFigures *points,
          guint              row)
{
  TlDay day = TL_NO_DAY;

  g_assert_true (tl_day_from_iso (test_figures_get (points, row, "date"), &day));
  return day;
}

/* The points of a series as the rules conclude them, between the recorded step changes. */
static Measure *
conclude_series (const TestFigures *series,
                 guint              row,
                 const TestFigures *points,
                 guint              first,
                 guint              n)
{
  guint fix_after = (guint) g_ascii_strtoull (test_figures_get (series, row, "fix_after"), NULL, 10);
  gboolean screen = g_str_equal (test_figures_get (series, row, "screen_outliers"), "TRUE");
  const char *improvement = test_figures_get (series, row, "improvement");
  g_autofree double *values = g_new (double, n);
  g_autofree TlSignal *signals = g_new (TlSignal, n);
  g_autofree TlSide *sides = g_new (TlSide, n);
  Measure *measure;

  for (guint i = 0; i < n; i++)
    values[i] = test_figures_number (points, first + i, "value");
  measure = measure_new (read_day (points, first), 7, values, n);
  measure->judgement.target_value = test_figures_number (series, row, "target");
  for (guint from = 0, end; from < n; from = end)
    {
      const char *group = test_figures_get (points, first + from, "rebase_group");
      TlLimits limits;

      for (end = from + 1; end < n && g_str_equal (test_figures_get (points, first + end, "rebase_group"), group);)
        end++;
      limits = tl_limits_from_points (values + from, fix_after > 0 ? MIN (fix_after, end - from) : end - from, screen);
      tl_limits_find_signals (&limits, values + from, end - from, signals + from, sides + from);
      for (guint i = from; i < end; i++)
        {
          TlPoint *point = &measure->series.points[i];
          gboolean up = g_str_equal (improvement, "increase");

          point->mean = limits.mean;
          point->lower = limits.lower;
          point->upper = limits.upper;
          point->signal = signals[i];
          point->side = sides[i];
          if (signals[i] != TL_SIGNAL_NONE && !g_str_equal (improvement, "neutral"))
            point->good = (sides[i] == TL_SIDE_HIGH) == up ? TL_FLAG_YES : TL_FLAG_NO;
        }
    }

  return measure;
}

static void
assert_drawn_at (const TlScale     *values,
                 double             y,
                 const TestFigures *points,
                 guint              row,
                 const char        *column)
{
  double expected = test_figures_number (points, row, column);

  if (isnan (y) != isnan (expected) || fabs (tl_scale_to_value (values, y) - expected) > 1e-9 * fmax (1, fabs (expected)))
    g_error ("%s, %s: %s is drawn at %g, not at %g", test_figures_get (points, row, "series"),
             test_figures_get (points, row, "date"), column, tl_scale_to_value (values, y), expected);
}

/* How a point is drawn: an ordinary disc, or the sort of signal. */
static const char *
name_shape (const TlPoint *point)
{
  if (point->signal == TL_SIGNAL_NONE)
    return "common_cause";
  if (point->good == TL_FLAG_NONE)
    return point->side == TL_SIDE_HIGH ? "special_cause_neutral_high" : "special_cause_neutral_low";
  return point->good == TL_FLAG_YES ? "special_cause_improvement" : "special_cause_concern";
}

static void
check_drawn (const TlProcessChart *chart,
             const TestFigures    *points,
             guint                 first,
             guint                 n)
{
  guint covered = 0;

  for (guint i = 0; i < n; i++)
    {
      double x, y;

      g_assert_true (tl_process_chart_get_point (chart, i, &x, &y));
      assert_drawn_at (&chart->values, y, points, first + i, "value");
      g_assert_cmpint ((int) floor (tl_scale_to_value (&chart->days, x)), ==,
                       read_day (points, first + i) + 3);
      g_assert_cmpstr (name_shape (g_array_index (chart->points, TlChartPoint, i).point), ==,
                       test_figures_get (points, first + i, "point_type"));
    }
  for (guint i = 0; i < chart->stretches->len; i++)
    {
      const TlChartStretch *stretch = &g_array_index (chart->stretches, TlChartStretch, i);

      g_assert_cmpuint (stretch->first, ==, covered);
      covered += stretch->n;
      for (guint j = 0; j < stretch->n; j++)
        {
          double x, y;

          tl_process_chart_get_point (chart, stretch->first + j, &x, &y);
          g_assert_cmpfloat (x, >, stretch->from);
          g_assert_cmpfloat (x, <, stretch->to);
          assert_drawn_at (&chart->values, stretch->mean, points, first + stretch->first + j, "mean");
          assert_drawn_at (&chart->values, stretch->lower, points, first + stretch->first + j, "lpl");
          assert_drawn_at (&chart->values, stretch->upper, points, first + stretch->first + j, "upl");
        }
    }
  g_assert_cmpuint (covered, ==, n);
}

static void
test_drawn_as_the_reference_says (void)
{
  g_autoptr(TestFigures) series = test_figures_read ("spc/series.csv");
  g_autoptr(TestFigures) points = test_figures_read ("spc/points.csv");
  g_autoptr(TlInk) ink = tl_ink_new_light (44.0 / 3);
  guint first = 0;

  for (guint row = 0; row < series->rows->len; row++)
    {
      const char *name = test_figures_get (series, row, "series");
      TlProcessChartOptions options = full;
      g_autoptr(Measure) measure = NULL;
      g_autoptr(TlProcessChart) chart = NULL;
      guint n = 0;

      while (first + n < points->rows->len && g_str_equal (test_figures_get (points, first + n, "series"), name))
        n++;
      measure = conclude_series (series, row, points, first, n);
      options.as_at = last_day (measure);
      chart = tl_process_chart_new (ink, &measure->judgement, &options, 620, 240);
      check_drawn (chart, points, first, n);
      first += n;
    }
  g_assert_cmpuint (first, ==, points->rows->len);
}

static void
test_part_of_a_series (void)
{
  g_autoptr(TlInk) ink = tl_ink_new_light (44.0 / 3);
  g_autoptr(Measure) measure = measure_new_medicines ();
  TlProcessChartOptions options = small;
  g_autoptr(TlProcessChart) chart = NULL;
  double x, y;
  guint index;

  options.as_at = last_day (measure);
  options.from = measure->series.points[12].start;
  chart = tl_process_chart_new (ink, &measure->judgement, &options, 300, 90);
  g_assert_false (tl_process_chart_get_point (chart, 11, &x, &y));
  g_assert_true (tl_process_chart_get_point (chart, 12, &x, &y));
  g_assert_true (tl_process_chart_find_point (chart, x, y, 2, &index));
  g_assert_cmpuint (index, ==, 12);
}

/* What a point is must show without colour. */
static void
test_signals_differ_in_black_and_white (void)
{
  const double values[] = { 80, 85, 90 };
  const TlFlag goods[] = { TL_FLAG_NONE, TL_FLAG_YES, TL_FLAG_NO };
  g_autoptr(TlInk) ink = tl_ink_new_paper (12);
  cairo_surface_t *previous = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (goods); i++)
    {
      g_autoptr(Measure) measure = measure_new (tl_day_new (2026, 1, 5), 7, values, G_N_ELEMENTS (values));
      cairo_surface_t *surface;

      measure->series.points[1].signal = goods[i] != TL_FLAG_NONE ? TL_SIGNAL_SHIFT : TL_SIGNAL_NONE;
      measure->series.points[1].good = goods[i];
      surface = draw_chart (ink, measure, &small, 300, 90);
      g_assert_false (picture_has_colour (surface));
      if (previous != NULL)
        g_assert_cmpuint (picture_count_differences (previous, surface), >, 6);
      g_clear_pointer (&previous, cairo_surface_destroy);
      previous = surface;
    }
  g_clear_pointer (&previous, cairo_surface_destroy);
}

static void
test_detail_keeps_extremes (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (3);
  const guint n = 5000;
  g_autofree double *xs = g_new (double, n);
  g_autofree double *ys = g_new (double, n);
  g_autoptr(GArray) chosen = NULL;

  for (guint i = 0; i < n; i++)
    {
      xs[i] = i * 0.05;
      ys[i] = g_rand_int_range (rand, 0, 50) == 0 ? NAN : g_rand_double (rand);
    }
  chosen = tl_detail_choose (xs, ys, n, 1);
  g_assert_cmpuint (chosen->len, <=, 5 * 251);
  g_assert_cmpuint (g_array_index (chosen, guint, 0), ==, 0);
  g_assert_cmpuint (g_array_index (chosen, guint, chosen->len - 1), ==, n - 1);
  for (guint i = 1; i < chosen->len; i++)
    g_assert_cmpuint (g_array_index (chosen, guint, i - 1), <, g_array_index (chosen, guint, i));

  for (double strip = 0; strip < n * 0.05; strip++)
    {
      double all[2] = { INFINITY, -INFINITY }, kept[2] = { INFINITY, -INFINITY };
      gboolean gap = FALSE, gap_kept = FALSE;

      for (guint i = 0; i < n; i++)
        if (floor (xs[i]) == strip)
          {
            gap = gap || isnan (ys[i]);
            all[0] = fmin (all[0], ys[i]);
            all[1] = fmax (all[1], ys[i]);
          }
      for (guint j = 0; j < chosen->len; j++)
        {
          guint i = g_array_index (chosen, guint, j);

          if (floor (xs[i]) != strip)
            continue;
          gap_kept = gap_kept || isnan (ys[i]);
          kept[0] = fmin (kept[0], ys[i]);
          kept[1] = fmax (kept[1], ys[i]);
        }
      g_assert_cmpfloat (all[0], ==, kept[0]);
      g_assert_cmpfloat (all[1], ==, kept[1]);
      g_assert_cmpint (gap, ==, gap_kept);
    }
}

static void
test_few_points_all_stay (void)
{
  const double xs[] = { 0, 10, 20, 30 }, ys[] = { 3, 3, NAN, 3 };
  g_autoptr(GArray) chosen = tl_detail_choose (xs, ys, G_N_ELEMENTS (xs), 1);

  g_assert_cmpuint (chosen->len, ==, G_N_ELEMENTS (xs));
}

static void
test_sparkline_takes_the_last_periods (void)
{
  g_autoptr(Measure) measure = measure_new_medicines ();
  double values[TL_SPARK_PERIODS];

  g_assert_cmpuint (tl_spark_take (&measure->series, values), ==, TL_SPARK_PERIODS);
  g_assert_cmpfloat (values[15], ==, 96.8);
  g_assert_cmpfloat (values[0], ==, 90.6);

  measure->series.points[37].counted = FALSE;
  g_assert_cmpuint (tl_spark_take (&measure->series, values), ==, TL_SPARK_PERIODS);
  g_assert_cmpfloat (values[15], ==, 96.9);

  measure->series.n_points = 3;
  g_assert_cmpuint (tl_spark_take (&measure->series, values), ==, 3);
  measure->series.n_points = 0;
  g_assert_cmpuint (tl_spark_take (&measure->series, values), ==, 0);
}

static void
test_sparkline_stays_in_its_cell (void)
{
  const double rising[] = { 80, 85, 83, 90, 95 }, lone[] = { NAN, 80, NAN, NAN }, huge[] = { -1e15, 1e15 };
  const struct
  {
    const double *values;
    guint n;
    double target;
  } cases[] = {
    { rising, 5, 95 }, { rising, 5, NAN }, { lone, 4, 95 }, { lone, 4, NAN }, { huge, 2, 0 }, { NULL, 0, 95 }, { rising, 1, NAN },
  };
  g_autoptr(TlInk) ink = tl_ink_new_light (44.0 / 3);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      cairo_surface_t *surface = picture_new (ink, 40 + 2 * MARGIN, 20 + 2 * MARGIN);
      cairo_t *cr = cairo_create (surface);
      const TlBox box = { MARGIN, MARGIN, 40, 20 };
      TlBox drawn;

      tl_spark_draw (cr, ink, cases[i].values, cases[i].n, cases[i].target, &box);
      cairo_destroy (cr);
      drawn = picture_find_drawn (surface, ink);
      g_assert_cmpfloat (drawn.width, >, 2);
      g_assert_cmpfloat (drawn.x, >=, MARGIN);
      g_assert_cmpfloat (drawn.y, >=, MARGIN);
      g_assert_cmpfloat (drawn.x + drawn.width, <=, MARGIN + 40);
      g_assert_cmpfloat (drawn.y + drawn.height, <=, MARGIN + 20);
      cairo_surface_destroy (surface);
    }
}

static void
test_sentences (void)
{
  g_autoptr(Measure) measure = measure_new_medicines ();
  g_autoptr(Measure) empty = measure_new (tl_day_new (2026, 1, 5), 7, NULL, 0);
  const TlDay as_at = tl_day_new (2026, 6, 9);
  g_autofree char *chart = tl_process_chart_describe (&measure->judgement, as_at);
  g_autofree char *brief = tl_process_chart_describe_briefly (&measure->judgement);
  g_autofree char *point = tl_process_chart_describe_point (&measure->judgement, 15, as_at);
  g_autofree char *nothing = tl_process_chart_describe (&empty->judgement, as_at);

  g_assert_cmpstr (brief, ==, "Entries complete: latest 96.8\u00a0% in the week from 1 Jun; at least 95\u00a0%, met.");
  g_assert_cmpstr (chart, ==,
                   "Entries complete: 38 weeks with a reading, 15 Sep 2025 to 7 Jun 2026; latest 96.8\u00a0% in the week "
                   "from 1 Jun; at least 95\u00a0%, met. Mean 88.1\u00a0%, limits 83.7\u00a0% to 92.5\u00a0%. Signals: below the limit, "
                   "29 Dec (of concern); seven above the mean from 5 Jan (improving); above the limit from 16 Mar "
                   "(improving).");
  g_assert_cmpstr (point, ==, "29 Dec to 4 Jan: 83.1\u00a0%; below the limit, 29 Dec: more than chance, and for the worse");
  g_assert_cmpstr (nothing, ==, "Entries complete: no reading; no target.");
}

static guint
count_ink (cairo_surface_t *surface,
           int              from,
           int              to)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  guint n = 0;

  cairo_surface_flush (surface);
  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = from; x < to; x++)
      n += data[y * cairo_image_surface_get_stride (surface) + x] != 0;
  return n;
}

/* Whatever part of the chart is seen, what is written in it is whole, and the same whether it is kept or not. */
static void
test_notes_are_whole (void)
{
  g_autoptr (Measure) measure = measure_new_medicines ();
  g_autoptr (TlInk) ink = tl_ink_new_light (44.0 / 3);
  TlProcessChartOptions options = { .size = TL_CHART_SIZE_FULL, .as_at = tl_day_new (2026, 6, 9) };
  g_autoptr (TlProcessChart) chart = tl_process_chart_new (ink, &measure->judgement, &options, 900, 240);
  g_autoptr (TlStamps) stamps = tl_stamps_new (1);
  guint written = 0;

  for (int from = 0; from < 700; from += 7)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 900, 240);
      cairo_t *cr = cairo_create (surface);

      tl_process_chart_draw_notes (chart, ink, cr, from % 2 == 0 ? stamps : NULL, 0, from, from + 200);
      cairo_destroy (cr);
      /* The ground that is cleared round words reaches a little farther than they do. */
      g_assert_cmpuint (count_ink (surface, 0, MAX (from - 4, 0)), ==, 0);
      g_assert_cmpuint (count_ink (surface, from + 204, 900), ==, 0);
      written += count_ink (surface, 0, 900) > 0;
      cairo_surface_destroy (surface);
    }
  g_assert_cmpuint (written, >, 50);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/process-chart/stays-within", test_stays_within_its_extents);
  g_test_add_func ("/process-chart/points-are-found", test_points_are_found_where_they_are);
  g_test_add_func ("/process-chart/reference", test_drawn_as_the_reference_says);
  g_test_add_func ("/process-chart/part-of-a-series", test_part_of_a_series);
  g_test_add_func ("/process-chart/black-and-white", test_signals_differ_in_black_and_white);
  g_test_add_func ("/process-chart/sentences", test_sentences);
  g_test_add_func ("/detail/keeps-extremes", test_detail_keeps_extremes);
  g_test_add_func ("/detail/few-points", test_few_points_all_stay);
  g_test_add_func ("/sparkline/last-periods", test_sparkline_takes_the_last_periods);
  g_test_add_func ("/sparkline/stays-in-its-cell", test_sparkline_stays_in_its_cell);
  g_test_add_func ("/process-chart/notes", test_notes_are_whole);

  return g_test_run ();
}
