/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "picture.h"
#include "test-measure.h"
#include "test-workbook.h"
#include "tl-gap-chart.h"

#define MEASURE "Kind | Direction | Period | Target\nproportion | at least | monthly | 90"
#define AT_MOST "Kind | Direction | Period | Target\nproportion | at most | monthly | 60"
#define PLACES "Places\nRef | Name | Kind\nL1 | Ash | location\nL2 | Beech | location\nL3 | Cedar | location\n\n"
#define WIDTH 500
#define HEIGHT 200
#define MARGIN 16

typedef struct
{
  TestMeasure test;
  TlPlaceComparison *comparison;
  TlGapSeries *gaps;
  TlInk *ink;
} Case;

static void
case_clear (Case *self)
{
  g_clear_pointer (&self->gaps, tl_gap_series_free);
  g_clear_pointer (&self->comparison, tl_place_comparison_unref);
  g_clear_pointer (&self->ink, tl_ink_free);
  test_measure_clear (&self->test);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, case_clear)

/* Beech comes up from half to all; nothing is read in one of the months. */
static Case
start (const char *measure,
       int         months)
{
  g_autoptr (GString) text = g_string_new (PLACES "Readings\nMeasure | Date | Place | Numerator | Denominator\n");
  Case self = { .ink = tl_ink_new_light (44.0 / 3) };

  for (int month = 1; month <= months; month++)
    if (month != 5)
      g_string_append_printf (text, "M1 | 2025-%02d-03 | L1 | 19 | 20\nM1 | 2025-%02d-03 | L2 | %d | 20\nM1 | 2025-%02d-03 | L3 | 18 | 20\n",
                              month, month, 9 + month, month);
  test_measure_init (&self.test, "2025-12-15", measure, text->str);
  self.comparison = tl_place_comparison_new (self.test.assessment, self.test.measure, TL_PLACE_KIND_LOCATION,
                                             &TL_COMPARISON_LATEST, NULL);
  self.gaps = tl_gap_series_new (self.comparison);
  return self;
}

static void
test_places_points (void)
{
  g_auto (Case) self = start (MEASURE, 11);
  g_autoptr (TlGapChart) chart = tl_gap_chart_new (self.ink, self.comparison, self.gaps, WIDTH, HEIGHT);
  double before = 0, x, worst, best;
  guint found;

  g_assert_cmpuint (self.gaps->n_points, ==, 8);
  for (guint i = 0; i < self.gaps->n_points; i++)
    {
      g_assert_true (tl_gap_chart_get_point (chart, i, &x, &worst, &best));
      g_assert_cmpfloat (x, >, before);
      g_assert_cmpfloat (x, <, WIDTH);
      /* Higher is better, and further up. */
      g_assert_cmpfloat (worst, >=, best);
      g_assert_cmpfloat (worst, <=, HEIGHT);
      g_assert_true (tl_gap_chart_find_point (chart, x + 1, 5, &found));
      g_assert_cmpuint (found, ==, i);
      before = x;
    }
  g_assert_false (tl_gap_chart_get_point (chart, self.gaps->n_points, &x, &worst, &best));
  g_assert_false (tl_gap_chart_find_point (chart, before + 30, 5, &found));
}

/* Where lower is better the worst stands above. */
static void
test_lower_is_better (void)
{
  g_auto (Case) self = start (AT_MOST, 4);
  g_autoptr (TlGapChart) chart = tl_gap_chart_new (self.ink, self.comparison, self.gaps, WIDTH, HEIGHT);
  double x, worst, best;

  g_assert_cmpstr (self.gaps->points[0].worst.place->name, ==, "Ash");
  g_assert_true (tl_gap_chart_get_point (chart, 0, &x, &worst, &best));
  g_assert_cmpfloat (worst, <, best);
}

static void
test_words (void)
{
  g_auto (Case) self = start (MEASURE, 11);
  g_auto (Case) few = start (MEASURE, 2);
  g_autofree char *said = tl_gap_chart_describe (self.comparison, self.gaps);
  g_autofree char *none = tl_gap_chart_describe (few.comparison, few.gaps);

  g_assert_null (tl_gap_chart_explain (self.comparison, self.gaps));
  g_assert_true (g_str_has_prefix (said, "The gap between best and worst place closes: it was 40 points"));
  g_assert_nonnull (strstr (said, "At its widest: To 31 Mar 2025: 40 points"));
  g_assert_cmpstr (none, ==, "It takes three periods, and readings from two places, before there is a gap to show.");
}

/* In any size it stays within its bounds, and in black and white it still shows. */
static void
test_draws (void)
{
  static const int sizes[][2] = { { WIDTH, HEIGHT }, { 120, 80 }, { 20, 20 } };
  g_auto (Case) self = start (MEASURE, 11);
  g_autoptr (TlInk) paper = tl_ink_new_paper (10);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      int width = sizes[i][0], height = sizes[i][1];
      g_autoptr (TlGapChart) chart = tl_gap_chart_new (paper, self.comparison, self.gaps, width, height);
      cairo_surface_t *surface = picture_new (paper, width + 2 * MARGIN, height + 2 * MARGIN);
      cairo_t *cr = cairo_create (surface);
      TlBox drawn;

      cairo_translate (cr, MARGIN, MARGIN);
      tl_gap_chart_draw (chart, paper, cr);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      drawn = picture_find_drawn (surface, paper);
      g_assert_false (picture_has_colour (surface));
      g_assert_cmpfloat (drawn.width, >, width * 0.2);
      g_assert_cmpfloat (drawn.x, >=, MARGIN - 2);
      g_assert_cmpfloat (drawn.x + drawn.width, <=, width + MARGIN + 2);
      g_assert_cmpfloat (drawn.y + drawn.height, <=, height + MARGIN + 2);
      cairo_surface_destroy (surface);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/gap-chart/places-points", test_places_points);
  g_test_add_func ("/gap-chart/lower-is-better", test_lower_is_better);
  g_test_add_func ("/gap-chart/words", test_words);
  g_test_add_func ("/gap-chart/draws", test_draws);

  return g_test_run ();
}
