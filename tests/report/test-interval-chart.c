/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "picture.h"
#include "tl-interval-chart.h"

#define WIDTH 430
#define ROW 54
#define TOP 34

static const TlPlaceFacts tansy = { .name = "Tansy House" }, damson = { .name = "Damson Row" };
static const TlPlaceFacts kestrel = { .name = "Kestrel Yard" }, osier = { .name = "Osier Lodge" };
static const TlPlaceFacts weir = { .name = "Weir Cottage" };

static TlPlaceJudgement places[] = {
  { .place = &damson, .state = TL_PLACE_STATE_WEAK, .numerator = 52, .denominator = 62, .value = 83.9, .low = 72.8, .high = 91.0 },
  { .place = &weir, .state = TL_PLACE_STATE_WATCH, .numerator = 143, .denominator = 150, .value = 95.3, .low = 90.7, .high = 97.7 },
  { .place = &tansy, .state = TL_PLACE_STATE_IN_LINE, .numerator = 294, .denominator = 300, .value = 98.0, .low = 95.7, .high = 99.1 },
  { .place = &kestrel, .state = TL_PLACE_STATE_TOO_FEW, .numerator = 9, .denominator = 9, .value = 100, .low = 70.1, .high = 100 },
  { .place = &osier, .state = TL_PLACE_STATE_UNSAMPLED, .numerator = NAN, .denominator = NAN, .value = NAN, .low = NAN, .high = NAN },
};

static const TlMeasureFacts facts = {
  .title = "Entries complete", .kind = TL_MEASURE_KIND_PROPORTION, .direction = TL_DIRECTION_AT_LEAST,
  .period = TL_PERIOD_WEEKLY,
};

static const TlMeasureJudgement measure = { .facts = &facts, .target_value = 95 };

static const TlComparison comparison = {
  .dimension = TL_PLACE_KIND_LOCATION, .hidden = TRUE, .comparable = TRUE, .n_weak = 1,
  .pooled_numerator = 928, .pooled_denominator = 959, .pooled_value = 96.8, .pooled_low = 95.4, .pooled_high = 97.7,
  .places = places, .n_places = G_N_ELEMENTS (places),
};

static void
test_scale_holds_everything (void)
{
  g_autoptr(TlInk) ink = tl_ink_new_light (44.0 / 3);
  TlIntervalChart chart;

  tl_interval_chart_init (&chart, &measure, &comparison, ink, 100, 500);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (isfinite (places[i].value))
      {
        g_assert_cmpfloat (tl_scale_to_position (&chart.scale, places[i].low), >, 100);
        g_assert_cmpfloat (tl_scale_to_position (&chart.scale, places[i].high), <, 500);
      }
  g_assert_cmpfloat (tl_scale_to_position (&chart.scale, 95), <, tl_scale_to_position (&chart.scale, 96.8));
}

static void
test_odd_comparisons_are_drawn (void)
{
  g_autoptr(TlInk) ink = tl_ink_new_light (44.0 / 3);
  TlComparison none = { .pooled_value = NAN, .pooled_low = NAN, .pooled_high = NAN, .pooled_numerator = NAN, .pooled_denominator = NAN };
  TlComparison equal = comparison;
  TlPlaceJudgement same = places[2];
  TlMeasureJudgement aimless = measure;
  const TlComparison *cases[] = { &none, &equal };

  aimless.target_value = NAN;
  same.value = same.low = same.high = equal.pooled_value = equal.pooled_low = equal.pooled_high = 98;
  equal.places = &same;
  equal.n_places = 1;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      cairo_surface_t *surface = picture_new (ink, WIDTH, ROW);
      cairo_t *cr = cairo_create (surface);
      TlIntervalChart chart;
      TlBox drawn;

      tl_interval_chart_init (&chart, &aimless, cases[i], ink, 0, WIDTH);
      tl_interval_chart_draw_pooled (&chart, ink, cr, ROW / 2);
      for (guint j = 0; j < cases[i]->n_places; j++)
        tl_interval_chart_draw_place (&chart, ink, cr, &cases[i]->places[j], ROW / 2);
      tl_interval_chart_draw_ticks (&chart, ink, cr, ROW / 2);
      tl_interval_chart_draw_names (&chart, ink, cr, ROW / 2);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      drawn = picture_find_drawn (surface, ink);
      g_assert_cmpfloat (drawn.x + drawn.width, <=, WIDTH);
      cairo_surface_destroy (surface);
    }
}

static cairo_surface_t *
draw_row (const TlInk            *ink,
          const TlPlaceJudgement *place)
{
  cairo_surface_t *surface = picture_new (ink, WIDTH, ROW);
  cairo_t *cr = cairo_create (surface);
  TlIntervalChart chart;

  tl_interval_chart_init (&chart, &measure, &comparison, ink, 0, WIDTH);
  tl_interval_chart_draw_place (&chart, ink, cr, place, ROW / 2);
  cairo_destroy (cr);

  return surface;
}

/* The same figures look different when they are judged differently, without any colour. */
static void
test_states_differ_in_black_and_white (void)
{
  g_autoptr(TlInk) ink = tl_ink_new_paper (11);
  TlPlaceJudgement place = places[2];

  for (TlPlaceState a = TL_PLACE_STATE_IN_LINE; a <= TL_PLACE_STATE_UNSAMPLED; a++)
    for (TlPlaceState b = TL_PLACE_STATE_IN_LINE; b < a; b++)
      {
        cairo_surface_t *first, *second;

        place.state = a;
        first = draw_row (ink, &place);
        place.state = b;
        second = draw_row (ink, &place);
        g_assert_false (picture_has_colour (first));
        g_assert_cmpuint (picture_count_differences (first, second), >, 12);
        cairo_surface_destroy (first);
        cairo_surface_destroy (second);
      }
}

static void
test_sentences (void)
{
  g_autofree char *pooled = tl_interval_chart_describe_pooled (&measure, &comparison);
  g_autofree char *weak = tl_interval_chart_describe_place (&measure, &places[0]);
  g_autofree char *none = tl_interval_chart_describe_place (&measure, &places[4]);
  g_autofree char *all = tl_interval_chart_describe (&measure, &comparison);

  g_assert_cmpstr (pooled, ==, "All places: 928 of 959, 96.8\u00a0%, 95\u00a0% interval 95.4 to 97.7; hides 1 weak place: Damson Row (83.9\u00a0%, 52 of 62)");
  g_assert_cmpstr (weak, ==, "Damson Row: 52 of 62, 83.9\u00a0%, 95\u00a0% interval 72.8 to 91.0, weak");
  g_assert_cmpstr (none, ==, "Osier Lodge: unsampled");
  g_assert_true (g_str_has_prefix (all, pooled));
  g_assert_nonnull (g_strstr_len (all, -1, weak));
}

static void
test_states_are_explained (void)
{
  TlPlaceJudgement place = places[0];
  g_autofree char *wholly = tl_interval_chart_explain_place (&measure, &place);
  g_autofree char *few = tl_interval_chart_explain_place (&measure, &places[3]);
  g_autofree char *chance = NULL;

  place.high = 97;
  chance = tl_interval_chart_explain_place (&measure, &place);
  g_assert_cmpstr (wholly, ==, "weak: even the top of its interval, 91.0\u00a0%, is below the target");
  g_assert_cmpstr (chance, ==, "weak: worse than the others, beyond what chance explains");
  g_assert_cmpstr (few, ==, "too few: fewer than 10 records are too few to judge");
}

static void
test_gap_is_said (void)
{
  TlComparison narrowing = comparison;
  g_autofree char *said = NULL;
  g_autofree char *alone = NULL;

  narrowing.gap = 16.1;
  narrowing.first_gap = 22.4;
  narrowing.gap_trend = TL_GAP_NARROWING;
  said = tl_interval_chart_describe_gap (&measure, &narrowing);
  g_assert_cmpstr (said, ==, "Gap between best and worst place: 16 points, was 22 points, narrowing");
  narrowing.gap_trend = TL_GAP_NOT_KNOWN;
  alone = tl_interval_chart_describe_gap (&measure, &narrowing);
  g_assert_cmpstr (alone, ==, "Gap between best and worst place: 16 points");
  narrowing.gap = NAN;
  g_assert_null (tl_interval_chart_describe_gap (&measure, &narrowing));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interval-chart/scale", test_scale_holds_everything);
  g_test_add_func ("/interval-chart/odd", test_odd_comparisons_are_drawn);
  g_test_add_func ("/interval-chart/black-and-white", test_states_differ_in_black_and_white);
  g_test_add_func ("/interval-chart/sentences", test_sentences);
  g_test_add_func ("/interval-chart/explained", test_states_are_explained);
  g_test_add_func ("/interval-chart/gap", test_gap_is_said);
  return g_test_run ();
}
