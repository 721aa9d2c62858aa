/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "tl-axis.h"
#include "tl-label-placing.h"

static void
assert_ticks (double      from,
              double      to,
              guint       most,
              const char *expected)
{
  guint decimals = 0;
  g_autoptr(GArray) ticks = tl_axis_number_ticks (from, to, most, &decimals);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < ticks->len; i++)
    g_string_append_printf (text, i == 0 ? "%.*f" : " %.*f", decimals, g_array_index (ticks, TlTick, i).value);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_number_ticks_are_readable (void)
{
  assert_ticks (70, 100, 4, "70 80 90 100");
  assert_ticks (68.2, 101, 4, "70 80 90 100");
  assert_ticks (0, 1, 5, "0.0 0.2 0.4 0.6 0.8 1.0");
  assert_ticks (-3, 12, 4, "0 5 10");
  assert_ticks (0.0021, 0.0049, 3, "0.003 0.004");
  assert_ticks (2e9, 9e9, 4, "2000000000 4000000000 6000000000 8000000000");
}

static void
test_number_ticks_of_odd_ranges (void)
{
  assert_ticks (5, 5, 4, "");
  assert_ticks (9, 5, 4, "");
  assert_ticks (0, INFINITY, 4, "");
  assert_ticks (NAN, 5, 4, "");
  assert_ticks (0, 1, 0, "");

  /* However great the values, ticks grow and there are never more than asked for. */
  for (double size = 1; size < 1e300; size *= 1e7)
    for (guint most = 1; most < 9; most++)
      {
        g_autoptr(GArray) ticks = tl_axis_number_ticks (size, size * (1 + 1e-14) + 1, most, NULL);

        g_assert_cmpuint (ticks->len, <=, most + 1);
        for (guint i = 1; i < ticks->len; i++)
          g_assert_cmpfloat (g_array_index (ticks, TlTick, i).value, >, g_array_index (ticks, TlTick, i - 1).value);
      }
}

static void
test_equal_values_have_an_axis (void)
{
  const double values[] = { 0, 95, -4, 1e12, 1e-9 };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      double from, to;
      TlScale scale;

      tl_axis_widen (values[i], values[i], 0.1, &from, &to);
      g_assert_cmpfloat (from, <, to);
      scale = (TlScale) { from, to, 100, 0 };
      g_assert_cmpfloat_with_epsilon (tl_scale_to_position (&scale, values[i]), 50, 1e-6);
    }
}

static void
test_scale_goes_both_ways (void)
{
  TlScale up = { 70, 100, 300, 20 };
  TlScale none = { 5, 5, 10, 30 };
  TlScale point = { 5, 9, 10, 10 };

  g_assert_cmpfloat (tl_scale_to_position (&up, 70), ==, 300);
  g_assert_cmpfloat (tl_scale_to_position (&up, 100), ==, 20);
  for (double value = 60; value < 110; value += 0.7)
    g_assert_cmpfloat_with_epsilon (tl_scale_to_value (&up, tl_scale_to_position (&up, value)), value, 1e-9);
  g_assert_cmpfloat (tl_scale_to_position (&none, 5), ==, 20);
  g_assert_cmpfloat (tl_scale_to_value (&point, 10), ==, 5);
}

static void
assert_dates (TlDay       from,
              TlDay       to,
              TlDateStep  step,
              const char *expected)
{
  g_autoptr(GArray) ticks = tl_axis_date_ticks (from, to, step);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < ticks->len; i++)
    {
      const TlTick *tick = &g_array_index (ticks, TlTick, i);
      g_autofree char *label = tl_axis_date_label ((TlDay) tick->value, step, tick->major || i == 0);

      g_string_append_printf (text, i == 0 ? "%s" : ", %s", label);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_date_ticks (void)
{
  assert_dates (tl_day_new (2025, 10, 20), tl_day_new (2026, 3, 9), TL_DATE_STEP_MONTH,
                "Nov 2025, Dec, Jan 2026, Feb, Mar");
  assert_dates (tl_day_new (2024, 2, 26), tl_day_new (2024, 3, 20), TL_DATE_STEP_WEEK,
                "26 Feb 2024, 4 Mar 2024, 11 Mar, 18 Mar");
  assert_dates (tl_day_new (2024, 2, 28), tl_day_new (2024, 3, 2), TL_DATE_STEP_DAY,
                "28 Feb 2024, 29 Feb, 1 Mar 2024, 2 Mar");
  assert_dates (tl_day_new (2025, 2, 1), tl_day_new (2026, 5, 1), TL_DATE_STEP_QUARTER,
                "Apr 2025, Jul, Oct, Jan 2026, Apr");
  assert_dates (tl_day_new (2019, 12, 31), tl_day_new (2022, 1, 1), TL_DATE_STEP_YEAR, "2020, 2021, 2022");
  assert_dates (tl_day_new (2026, 1, 2), tl_day_new (2026, 1, 1), TL_DATE_STEP_DAY, "");
  assert_dates (TL_NO_DAY, tl_day_new (2026, 1, 1), TL_DATE_STEP_DAY, "");
}

static void
test_weeks_begin_on_monday (void)
{
  g_autoptr(GArray) ticks = tl_axis_date_ticks (tl_day_new (1999, 1, 1), tl_day_new (2030, 1, 1), TL_DATE_STEP_WEEK);

  g_assert_cmpuint (ticks->len, >, 1600);
  for (guint i = 0; i < ticks->len; i++)
    {
      g_autoptr(GDate) date = tl_day_to_date ((TlDay) g_array_index (ticks, TlTick, i).value);

      g_assert_cmpint (g_date_get_weekday (date), ==, G_DATE_MONDAY);
    }
}

static void
test_date_step_leaves_room (void)
{
  g_assert_cmpint (tl_axis_date_step (80, 60), ==, TL_DATE_STEP_DAY);
  g_assert_cmpint (tl_axis_date_step (9, 60), ==, TL_DATE_STEP_WEEK);
  g_assert_cmpint (tl_axis_date_step (2.5, 60), ==, TL_DATE_STEP_MONTH);
  g_assert_cmpint (tl_axis_date_step (0.7, 60), ==, TL_DATE_STEP_QUARTER);
  g_assert_cmpint (tl_axis_date_step (0.1, 60), ==, TL_DATE_STEP_YEAR);
}

static void
test_margin_labels_never_overlap (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 2000; round++)
    {
      TlMarginLabel labels[8];
      guint n = g_rand_int_range (rand, 0, 9), shown = 0;

      for (guint i = 0; i < n; i++)
        labels[i] = (TlMarginLabel) {
          .wanted = g_rand_double_range (rand, -20, 140),
          .height = g_rand_double_range (rand, 8, 20),
          .rank = i,
        };
      tl_place_margin_labels (labels, n, 0, 100);

      for (guint i = 0; i < n; i++)
        {
          if (!labels[i].shown)
            {
              /* Only what matters less gives way. */
              g_assert_cmpuint (i, >=, shown);
              continue;
            }
          shown++;
          g_assert_cmpfloat (labels[i].placed - labels[i].height / 2, >=, -1e-6);
          g_assert_cmpfloat (labels[i].placed + labels[i].height / 2, <=, 100 + 1e-6);
          for (guint j = 0; j < i; j++)
            if (labels[j].shown)
              {
                double least = (labels[i].height + labels[j].height) / 2;

                g_assert_cmpfloat (fabs (labels[i].placed - labels[j].placed), >=, least - 1e-6);
                if (labels[i].wanted != labels[j].wanted)
                  g_assert_cmpint (labels[i].placed < labels[j].placed, ==, labels[i].wanted < labels[j].wanted);
              }
        }
    }
}

static void
test_margin_labels_stay_where_there_is_room (void)
{
  TlMarginLabel labels[] = {
    { .wanted = 30, .height = 10 },
    { .wanted = 70, .height = 10 },
    { .wanted = 74, .height = 10 },
    { .wanted = NAN, .height = 10 },
  };

  tl_place_margin_labels (labels, G_N_ELEMENTS (labels), 0, 100);
  g_assert_cmpfloat (labels[0].placed, ==, 30);
  g_assert_cmpfloat (labels[1].placed, ==, 67);
  g_assert_cmpfloat (labels[2].placed, ==, 77);
  g_assert_false (labels[3].shown);
}

static void
test_callouts_keep_clear (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (11);
  const TlBox bounds = { 0, 0, 400, 150 };
  guint shown = 0;

  for (guint round = 0; round < 300; round++)
    {
      TlBox obstacles[40];
      TlCallout callouts[5];
      TlCalloutRoom room = { .bounds = bounds, .hard = obstacles, .n_hard = G_N_ELEMENTS (obstacles), .gap = 6 };

      for (guint i = 0; i < G_N_ELEMENTS (obstacles); i++)
        obstacles[i] = (TlBox) { i * 10, 75 + 40 * sin (i + round), 6, 6 };
      for (guint i = 0; i < G_N_ELEMENTS (callouts); i++)
        callouts[i] = (TlCallout) {
          .x = g_rand_double_range (rand, 0, 400),
          .y = g_rand_double_range (rand, 0, 150),
          .width = 90,
          .height = 14,
          .above = g_rand_boolean (rand),
        };
      tl_place_callouts (callouts, G_N_ELEMENTS (callouts), &room);

      for (guint i = 0; i < G_N_ELEMENTS (callouts); i++)
        {
          if (!callouts[i].shown)
            continue;
          shown++;
          g_assert_true (tl_box_contains (&bounds, callouts[i].box.x, callouts[i].box.y));
          g_assert_cmpfloat (callouts[i].box.x + callouts[i].box.width, <=, 400);
          g_assert_cmpfloat (callouts[i].box.y + callouts[i].box.height, <=, 150);
          for (guint j = 0; j < i; j++)
            {
              const TlCallout *other = &callouts[j];
              double bottom = other->box.y + other->box.height;
              gboolean above = other->box.y < other->y;
              TlBox leader = { other->x, above ? bottom : other->y + room.gap, 0.1, 0 };

              leader.height = (above ? other->y - room.gap : other->box.y) - leader.y;
              g_assert_false (other->shown && tl_box_overlaps (&callouts[i].box, &other->box));
              /* Nor does it stand on the line from another to its point. */
              g_assert_false (other->shown && leader.height > 0 && tl_box_overlaps (&callouts[i].box, &leader));
            }
          for (guint j = 0; j < G_N_ELEMENTS (obstacles); j++)
            g_assert_false (tl_box_overlaps (&callouts[i].box, &obstacles[j]));
        }
    }
  g_assert_cmpuint (shown, >, 200);
}

static void
test_lone_callout_stands_by_its_point (void)
{
  const TlCalloutRoom room = { .bounds = { 0, 0, 400, 150 }, .gap = 6 };
  TlCallout callout = { .x = 200, .y = 80, .width = 60, .height = 14, .above = TRUE };

  tl_place_callouts (&callout, 1, &room);
  g_assert_true (callout.shown);
  g_assert_cmpfloat (callout.box.x, ==, 170);
  g_assert_cmpfloat (callout.box.y, ==, 60);
}

/* What stands far from its point has a line to it; what stands by it or beside it needs none. */
static void
test_far_callout_has_a_leader (void)
{
  TlCallout callout = { .x = 200, .y = 80, .width = 60, .height = 14, .shown = TRUE, .box = { 180, 10, 60, 14 } };
  double from, to;

  g_assert_true (tl_callout_get_leader (&callout, 6, &from, &to));
  g_assert_cmpfloat (from, ==, 24);
  g_assert_cmpfloat (to, ==, 74);
  callout.box.y = 120;
  g_assert_true (tl_callout_get_leader (&callout, 6, &from, &to));
  g_assert_cmpfloat (from, ==, 120);
  g_assert_cmpfloat (to, ==, 86);
  callout.box.y = 60;
  g_assert_false (tl_callout_get_leader (&callout, 6, &from, &to));
  callout.box = (TlBox) { 210, 10, 60, 14 };
  g_assert_false (tl_callout_get_leader (&callout, 6, &from, &to));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/axis/number-ticks", test_number_ticks_are_readable);
  g_test_add_func ("/axis/number-ticks-of-odd-ranges", test_number_ticks_of_odd_ranges);
  g_test_add_func ("/axis/equal-values", test_equal_values_have_an_axis);
  g_test_add_func ("/axis/scale-both-ways", test_scale_goes_both_ways);
  g_test_add_func ("/axis/date-ticks", test_date_ticks);
  g_test_add_func ("/axis/weeks", test_weeks_begin_on_monday);
  g_test_add_func ("/axis/date-step", test_date_step_leaves_room);
  g_test_add_func ("/labels/never-overlap", test_margin_labels_never_overlap);
  g_test_add_func ("/labels/stay", test_margin_labels_stay_where_there_is_room);
  g_test_add_func ("/labels/callouts", test_callouts_keep_clear);
  g_test_add_func ("/labels/lone-callout", test_lone_callout_stands_by_its_point);
  g_test_add_func ("/callouts/leader", test_far_callout_has_a_leader);
  return g_test_run ();
}
