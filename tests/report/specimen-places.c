/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "specimen-private.h"

#include <math.h>

#include "tl-funnel-chart.h"
#include "tl-gap-chart.h"
#include "tl-interval-chart.h"
#include "tl-statistics.h"

static const TlPlaceFacts names[] = {
  { .name = "Damson Row" }, { .name = "Weir Cottage" }, { .name = "Tansy House" }, { .name = "Kestrel Yard" }, { .name = "Osier Lodge" },
  { .name = "Дом у реки, Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" }, { .name = "بيت الرعاية" },
};

static const TlMeasureFacts facts = {
  .title = "Entries complete", .kind = TL_MEASURE_KIND_PROPORTION, .direction = TL_DIRECTION_AT_LEAST, .period = TL_PERIOD_WEEKLY,
};

static const TlMeasureJudgement measure = { .facts = &facts, .target_value = 95 };

typedef struct
{
  const TlMeasureJudgement *measure;
  TlComparison comparison;
} Places;

static TlPlaceJudgement
judge (guint        name,
       TlPlaceState state,
       double       numerator,
       double       denominator)
{
  TlPlaceJudgement place = {
    .place = &names[name], .state = state, .numerator = numerator, .denominator = denominator,
    .value = 100 * numerator / denominator, .low = NAN, .high = NAN,
  };

  if (!(denominator > 0))
    return place;
  tl_wilson_interval (numerator, denominator, &place.low, &place.high);
  place.low *= 100;
  place.high *= 100;
  return place;
}

static Places
compare (TlPlaceJudgement *places,
         guint             n_places)
{
  Places self = { &measure, { .comparable = TRUE, .places = places, .n_places = n_places } };
  TlComparison *comparison = &self.comparison;

  for (guint i = 0; i < n_places; i++)
    if (places[i].denominator > 0)
      {
        comparison->pooled_numerator += places[i].numerator;
        comparison->pooled_denominator += places[i].denominator;
      }
  comparison->pooled_value = comparison->pooled_low = comparison->pooled_high = NAN;
  if (!(comparison->pooled_denominator > 0))
    return self;
  comparison->pooled_value = 100 * comparison->pooled_numerator / comparison->pooled_denominator;
  tl_wilson_interval (comparison->pooled_numerator, comparison->pooled_denominator, &comparison->pooled_low, &comparison->pooled_high);
  comparison->pooled_low *= 100;
  comparison->pooled_high *= 100;

  return self;
}

static void
draw_intervals (Specimen     *self,
                double        width,
                double        height,
                gconstpointer data)
{
  const Places *places = data;
  guint n = places->comparison.n_places;
  double row = tl_ink_px (self->ink, 26);
  TlIntervalChart chart;

  tl_interval_chart_init (&chart, places->measure, &places->comparison, self->ink, 0, width);
  tl_interval_chart_draw_ticks (&chart, self->ink, self->cr, row / 2);
  tl_interval_chart_draw_lines (&chart, self->ink, self->cr, row, (n + 2) * row);
  tl_interval_chart_draw_pooled (&chart, self->ink, self->cr, 1.5 * row);
  for (guint i = 0; i < n; i++)
    tl_interval_chart_draw_place (&chart, self->ink, self->cr, &places->comparison.places[i], (i + 2.5) * row);
  tl_interval_chart_draw_names (&chart, self->ink, self->cr, (n + 2.5) * row);
}

static void
draw_funnel (Specimen     *self,
             double        width,
             double        height,
             gconstpointer data)
{
  const Places *places = data;
  g_autoptr(TlFunnelChart) chart = tl_funnel_chart_new (self->ink, places->measure, &places->comparison, width, height);

  tl_funnel_chart_draw (chart, self->ink, self->cr);
}

static void
add_pair (Specimen     *self,
          const char   *caption,
          const Places *places,
          double        width,
          double        height)
{
  specimen_add (self, caption, width * 0.75, tl_ink_px (self->ink, 26) * (places->comparison.n_places + 3), draw_intervals, places);
  specimen_add (self, "Funnel of the same", width, height, draw_funnel, places);
}

/* Enough places to allow for differences beyond chance; the same ones each time. */
static void
add_many (Specimen *self)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);
  TlPlaceJudgement many[60];
  Places places;

  for (guint i = 0; i < G_N_ELEMENTS (many); i++)
    {
      double n = g_rand_int_range (rand, 4, 500), value = i < 3 ? 0.6 : 0.88 + g_rand_double (rand) * 0.12;

      many[i] = judge (i % 7, i < 3 ? TL_PLACE_STATE_WEAK : n < 10 ? TL_PLACE_STATE_TOO_FEW : TL_PLACE_STATE_IN_LINE,
                       round (n * value), n);
    }
  places = compare (many, G_N_ELEMENTS (many));
  places.comparison.adjusted = TRUE;
  places.comparison.spread = 0.004;
  specimen_add (self, "Sixty places, limits that allow for differences beyond chance", 720, 260, draw_funnel, &places);
}

static void
draw_gap (Specimen     *self,
          double        width,
          double        height,
          gconstpointer data)
{
  const TlPlaceComparison comparison = { .measure = &measure };
  g_autoptr(TlGapChart) chart = tl_gap_chart_new (self->ink, &comparison, data, width, height);

  tl_gap_chart_draw (chart, self->ink, self->cr);
}

/* Two years in which one place comes up, with a time when only one was read. */
static void
add_gap (Specimen *self)
{
  TlGapPoint points[24];
  TlGapSeries gaps = { points, G_N_ELEMENTS (points), 3 };

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      double worst = 58 + i * 1.1, best = 96 + (i % 5) * 0.6;

      points[i] = (TlGapPoint) {
        .end = tl_day_add_months (tl_day_new (2024, 2, 1), (int) i) - 1, .n_places = 5, .pooled = 84 + i * 0.5, .low = NAN, .high = NAN,
        .worst = { &names[i < 20 ? 0 : 5], NAN, NAN, worst }, .best = { &names[2], NAN, NAN, best }, .gap = best - worst,
      };
      if (i >= 9 && i <= 11)
        points[i].gap = NAN;
    }
  specimen_add (self, "The gap over time, not known for a while", 600, 200, draw_gap, &gaps);
  gaps.n_points = 2;
  specimen_add (self, "Two points, narrow", 200, 120, draw_gap, &gaps);
}

void
specimen_add_places (Specimen *self)
{
  TlPlaceJudgement usual[] = {
    judge (0, TL_PLACE_STATE_WEAK, 52, 62), judge (1, TL_PLACE_STATE_WATCH, 137, 150), judge (2, TL_PLACE_STATE_IN_LINE, 294, 300),
    judge (6, TL_PLACE_STATE_IN_LINE, 238, 240), judge (3, TL_PLACE_STATE_TOO_FEW, 9, 9), judge (4, TL_PLACE_STATE_UNSAMPLED, NAN, NAN),
  };
  TlPlaceJudgement one[] = { judge (5, TL_PLACE_STATE_WEAK, 31, 44) };
  TlPlaceJudgement equal[] = { judge (1, TL_PLACE_STATE_IN_LINE, 50, 50), judge (2, TL_PLACE_STATE_IN_LINE, 50, 50) };
  TlPlaceJudgement huge[] = { judge (0, TL_PLACE_STATE_WEAK, 4.7e12, 5e12), judge (2, TL_PLACE_STATE_IN_LINE, 2.9e12, 3e12) };
  Places places = compare (usual, G_N_ELEMENTS (usual));
  Places none = compare (NULL, 0);

  specimen_begin (self, "Places");
  add_pair (self, "Intervals, all places, target", &places, 600, 240);
  places = compare (one, G_N_ELEMENTS (one));
  add_pair (self, "One place, a name in another script that is too long", &places, 600, 150);
  places = compare (equal, G_N_ELEMENTS (equal));
  add_pair (self, "All equal", &places, 300, 150);
  places = compare (huge, G_N_ELEMENTS (huge));
  add_pair (self, "Beyond a billion", &places, 320, 150);
  add_many (self);
  add_gap (self);
  specimen_add (self, "No place", 240, 110, draw_funnel, &none);
}
