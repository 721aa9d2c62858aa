/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "picture.h"
#include "support/test-figures.h"
#include "tl-funnel-chart.h"
#include "tl-funnel.h"

#define WIDTH 520
#define HEIGHT 300
#define MARGIN 16

static const TlPlaceFacts somewhere = { .name = "Tansy House" };

static const TlMeasureFacts facts = {
  .title = "Entries complete", .kind = TL_MEASURE_KIND_PROPORTION, .direction = TL_DIRECTION_AT_LEAST,
  .period = TL_PERIOD_WEEKLY,
};

static const TlMeasureFacts count_facts = {
  .title = "Missed visits", .kind = TL_MEASURE_KIND_COUNT, .direction = TL_DIRECTION_AT_MOST, .period = TL_PERIOD_MONTHLY,
};

static const TlMeasureJudgement measure = { .facts = &facts, .target_value = 95 };

static TlComparison
compare (TlPlaceJudgement *places,
         guint             n_places)
{
  TlComparison comparison = {
    .dimension = TL_PLACE_KIND_LOCATION, .comparable = TRUE, .places = places, .n_places = n_places,
    .pooled_low = NAN, .pooled_high = NAN,
  };

  for (guint i = 0; i < n_places; i++)
    {
      places[i].place = places[i].place != NULL ? places[i].place : &somewhere;
      places[i].value = 100 * places[i].numerator / places[i].denominator;
      places[i].low = places[i].high = NAN;
      comparison.pooled_numerator += places[i].numerator;
      comparison.pooled_denominator += places[i].denominator;
    }
  comparison.pooled_value = 100 * comparison.pooled_numerator / comparison.pooled_denominator;

  return comparison;
}

/* Where a place is drawn tells what the reference says of it: between the drawn limits, or beyond them. */
static void
check_group (const TestFigures *areas,
             guint              first,
             guint              n,
             gboolean           adjusted)
{
  g_autoptr(TlInk) ink = tl_ink_new_light (44.0 / 3);
  g_autofree TlPlaceJudgement *places = g_new0 (TlPlaceJudgement, n);
  g_autoptr(TlFunnelChart) chart = NULL;
  TlComparison comparison;

  for (guint i = 0; i < n; i++)
    {
      places[i].numerator = test_figures_number (areas, first + i, "numerator");
      places[i].denominator = test_figures_number (areas, first + i, "denominator");
    }
  comparison = compare (places, n);
  comparison.spread = adjusted ? test_figures_number (areas, first, "tau2") : 0;
  chart = tl_funnel_chart_new (ink, &measure, &comparison, WIDTH, HEIGHT);

  for (guint i = 0; i < n; i++)
    {
      const char *columns[2][2] = { { "outside_95", "outside_998" }, { "outside_95_adjusted", "outside_998_adjusted" } };
      double x, y;

      g_assert_true (tl_funnel_chart_get_place (chart, i, &x, &y));
      for (TlFunnelLimit limit = TL_FUNNEL_LIMIT_WATCH; limit <= TL_FUNNEL_LIMIT_WEAK; limit++)
        {
          double upper = tl_funnel_chart_get_limit_at (chart, limit, TRUE, x);
          double lower = tl_funnel_chart_get_limit_at (chart, limit, FALSE, x);

          g_assert_cmpint (y < upper || y > lower, ==, (int) test_figures_number (areas, first + i, columns[adjusted][limit]));
        }
    }
}

static void
test_matches_the_reference (void)
{
  g_autoptr(TestFigures) areas = test_figures_read ("funnel/areas.csv");
  guint first = 0, n_groups = 0;

  while (first < areas->rows->len)
    {
      guint n = 1;

      while (first + n < areas->rows->len
             && g_str_equal (test_figures_get (areas, first + n, "group"), test_figures_get (areas, first, "group")))
        n++;
      check_group (areas, first, n, FALSE);
      check_group (areas, first, n, TRUE);
      first += n;
      n_groups++;
    }
  g_assert_cmpuint (n_groups, ==, 60);
}

static void
test_size_and_value_have_their_places (void)
{
  g_autoptr(TlInk) ink = tl_ink_new_light (44.0 / 3);
  TlPlaceJudgement places[] = {
    { .numerator = 40, .denominator = 62 }, { .numerator = 290, .denominator = 300 }, { .numerator = 9, .denominator = 9 },
    { .numerator = NAN, .denominator = NAN },
  };
  TlComparison comparison = compare (places, 3);
  g_autoptr(TlFunnelChart) chart = NULL;
  double x[3], y[3], none;
  guint index;

  comparison.n_places = 4;
  places[3].value = NAN;
  places[3].place = &somewhere;
  chart = tl_funnel_chart_new (ink, &measure, &comparison, WIDTH, HEIGHT);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (tl_funnel_chart_get_place (chart, i, &x[i], &y[i]));
      g_assert_true (tl_funnel_chart_find_place (chart, x[i] + 3, y[i] - 2, 8, &index));
      g_assert_cmpuint (index, ==, i);
    }
  g_assert_false (tl_funnel_chart_get_place (chart, 3, &none, &none));
  g_assert_false (tl_funnel_chart_find_place (chart, 1, 1, 4, NULL));
  /* Larger samples stand to the right, greater values higher up; the funnel narrows. */
  g_assert_cmpfloat (x[2], <, x[0]);
  g_assert_cmpfloat (x[0], <, x[1]);
  g_assert_cmpfloat (y[1], <, y[0]);
  g_assert_cmpfloat (tl_funnel_chart_get_limit_at (chart, TL_FUNNEL_LIMIT_WEAK, FALSE, x[0]), >,
                     tl_funnel_chart_get_limit_at (chart, TL_FUNNEL_LIMIT_WEAK, FALSE, x[1]));
  g_assert_cmpfloat (tl_funnel_chart_get_limit_at (chart, TL_FUNNEL_LIMIT_WEAK, FALSE, x[0]), >,
                     tl_funnel_chart_get_limit_at (chart, TL_FUNNEL_LIMIT_WATCH, FALSE, x[0]));
}

static cairo_surface_t *
draw (const TlInk              *ink,
      const TlMeasureJudgement *judgement,
      const TlComparison       *comparison,
      int                       width,
      int                       height)
{
  cairo_surface_t *surface = picture_new (ink, width + 2 * MARGIN, height + 2 * MARGIN);
  cairo_t *cr = cairo_create (surface);
  g_autoptr(TlFunnelChart) chart = tl_funnel_chart_new (ink, judgement, comparison, width, height);

  cairo_translate (cr, MARGIN, MARGIN);
  tl_funnel_chart_draw (chart, ink, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);

  return surface;
}

static void
assert_drawn_within (const TlInk              *ink,
                     const TlMeasureJudgement *judgement,
                     const TlComparison       *comparison,
                     const char               *what)
{
  const int sizes[][2] = { { 620, 300 }, { 300, 140 }, { 90, 60 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      cairo_surface_t *surface = draw (ink, judgement, comparison, sizes[i][0], sizes[i][1]);
      TlBox drawn = picture_find_drawn (surface, ink);

      if (drawn.width == 0 || drawn.x < MARGIN || drawn.y < MARGIN || drawn.x + drawn.width > MARGIN + sizes[i][0]
          || drawn.y + drawn.height > MARGIN + sizes[i][1])
        g_error ("%s: %g,%g %gx%g drawn in %dx%d", what, drawn.x - MARGIN, drawn.y - MARGIN, drawn.width, drawn.height,
                 sizes[i][0], sizes[i][1]);
      cairo_surface_destroy (surface);
    }
}

static void
test_odd_comparisons_are_drawn (void)
{
  static const TlPlaceFacts long_name = { .name = "Ҫаҡма-Үргән 介護センター بيت الرعاية Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch" };
  g_autoptr(TlInk) ink = tl_ink_new_light (44.0 / 3);
  TlComparison none = { .comparable = TRUE, .pooled_value = NAN, .pooled_denominator = NAN, .pooled_numerator = NAN };
  TlPlaceJudgement one = { .numerator = 9, .denominator = 12, .state = TL_PLACE_STATE_WEAK, .place = &long_name };
  TlPlaceJudgement equal[] = { { .numerator = 50, .denominator = 50 }, { .numerator = 50, .denominator = 50 } };
  TlPlaceJudgement huge[] = { { .numerator = 3e12, .denominator = 5e12, .state = TL_PLACE_STATE_WATCH }, { .numerator = 1, .denominator = 2 } };
  g_autofree TlPlaceJudgement *many = g_new0 (TlPlaceJudgement, 300);
  TlPlaceJudgement tansy = { .place = &somewhere, .numerator = 3, .denominator = 900, .value = 3 / 900.0, .low = NAN, .high = NAN };
  TlComparison counts = {
    .comparable = TRUE, .places = &tansy, .n_places = 1, .pooled_numerator = 3, .pooled_denominator = 900,
    .pooled_value = 3 / 900.0,
  };
  TlMeasureJudgement aimless = measure, count = { .facts = &count_facts, .target_value = 0.001, .at_most = TRUE };
  TlComparison comparison;

  aimless.target_value = NAN;
  assert_drawn_within (ink, &measure, &none, "no place");
  assert_drawn_within (ink, &count, &counts, "a count");
  comparison = compare (&one, 1);
  assert_drawn_within (ink, &aimless, &comparison, "one place with a long name");
  comparison = compare (equal, G_N_ELEMENTS (equal));
  assert_drawn_within (ink, &aimless, &comparison, "all equal");
  comparison = compare (huge, G_N_ELEMENTS (huge));
  assert_drawn_within (ink, &measure, &comparison, "beyond a billion");
  for (guint i = 0; i < 300; i++)
    many[i] = (TlPlaceJudgement) { .numerator = i * 7 % 90, .denominator = 90 + i, .state = i < 40 ? TL_PLACE_STATE_WEAK : TL_PLACE_STATE_IN_LINE };
  comparison = compare (many, 300);
  comparison.adjusted = TRUE;
  comparison.spread = 0.1;
  assert_drawn_within (ink, &measure, &comparison, "three hundred places");
}

/* The same figures look different when they are judged differently, without any colour. */
static void
test_states_differ_in_black_and_white (void)
{
  g_autoptr(TlInk) ink = tl_ink_new_paper (11);
  TlPlaceJudgement places[] = { { .numerator = 40, .denominator = 62 }, { .numerator = 290, .denominator = 300 } };
  TlComparison comparison = compare (places, G_N_ELEMENTS (places));

  for (TlPlaceState a = TL_PLACE_STATE_IN_LINE; a <= TL_PLACE_STATE_TOO_FEW; a++)
    for (TlPlaceState b = TL_PLACE_STATE_IN_LINE; b < a; b++)
      {
        cairo_surface_t *first, *second;

        places[0].state = a;
        first = draw (ink, &measure, &comparison, WIDTH, HEIGHT);
        places[0].state = b;
        second = draw (ink, &measure, &comparison, WIDTH, HEIGHT);
        g_assert_false (picture_has_colour (first));
        g_assert_cmpuint (picture_count_differences (first, second), >, 8);
        cairo_surface_destroy (first);
        cairo_surface_destroy (second);
      }
}

static void
test_sentences (void)
{
  static const TlPlaceFacts damson = { .name = "Damson Row" }, weir = { .name = "Weir Cottage" };
  TlPlaceJudgement places[] = {
    { .place = &damson, .numerator = 52, .denominator = 62, .state = TL_PLACE_STATE_WEAK },
    { .place = &weir, .numerator = 135, .denominator = 150, .state = TL_PLACE_STATE_WATCH },
    { .numerator = 294, .denominator = 300 }, { .numerator = 238, .denominator = 240 },
    { .numerator = 9, .denominator = 9, .state = TL_PLACE_STATE_TOO_FEW },
  };
  TlComparison comparison = compare (places, G_N_ELEMENTS (places));
  TlComparison plain = comparison;
  TlMeasureFacts quantity = facts;
  TlMeasureJudgement hours = { .facts = &quantity, .target_value = 4 };
  g_autofree char *place = tl_funnel_chart_describe_place (&measure, &comparison, &places[0]);
  g_autofree char *all = tl_funnel_chart_describe (&measure, &comparison);
  g_autofree char *none = NULL;
  g_autofree char *quantities = NULL;

  plain.pooled_value = NAN;
  none = tl_funnel_chart_describe (&measure, &plain);
  quantity.kind = TL_MEASURE_KIND_VALUE;
  quantities = tl_funnel_chart_describe (&hours, &comparison);
  g_assert_cmpstr (place, ==, "Damson Row: 52 of 62, 83.9\u00a0%, weak; below the 99.8\u00a0% limit");
  g_assert_cmpstr (all, ==, "All places: 728 of 761, 95.7\u00a0% (at least 95\u00a0%). Damson Row: 52 of 62, 83.9\u00a0%, weak; below "
                            "the 99.8\u00a0% limit. Weir Cottage: 135 of 150, 90.0\u00a0%, watch; below the 95\u00a0% limit. "
                            "2 places: in line. 1 place: too few.");
  g_assert_cmpstr (none, ==, "There are no readings to compare.");
  g_assert_cmpstr (quantities, ==, "A quantity has no limits by the size of a sample; its places are judged by the target.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/funnel-chart/reference", test_matches_the_reference);
  g_test_add_func ("/funnel-chart/places", test_size_and_value_have_their_places);
  g_test_add_func ("/funnel-chart/odd", test_odd_comparisons_are_drawn);
  g_test_add_func ("/funnel-chart/black-and-white", test_states_differ_in_black_and_white);
  g_test_add_func ("/funnel-chart/sentences", test_sentences);
  return g_test_run ();
}
