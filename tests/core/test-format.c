/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-format.h"

#include <math.h>

#define assert_text(call, expected) \
  G_STMT_START { g_autofree char *text_ = (call); g_assert_cmpstr (text_, ==, expected); } G_STMT_END

static void
test_days (void)
{
  TlDay day = tl_day_new (2026, 6, 9);

  assert_text (tl_format_day (day), "9 Jun 2026");
  assert_text (tl_format_day_long (day), "9 June 2026");
  assert_text (tl_format_day_short (day, tl_day_new (2026, 3, 1)), "9 Jun");
  assert_text (tl_format_day_short (day, tl_day_new (2025, 6, 9)), "9 Jun 2026");
  assert_text (tl_format_days (1), "1 day");
  assert_text (tl_format_days (27), "27 days");
  assert_text (tl_format_days (56), "8 weeks");
  assert_text (tl_format_days (365), "12 months");
}

static void
test_numbers (void)
{
  assert_text (tl_format_number (96.75, 1), "96.8");
  assert_text (tl_format_number (-6.04, 1), "−6.0");
  assert_text (tl_format_number (-0.04, 1), "0.0");
  assert_text (tl_format_number (9999, 0), "9999");
  assert_text (tl_format_number (10000, 0), "10,000");
  assert_text (tl_format_number (-2.5e12, 1), "−2,500,000,000,000.0");
  assert_text (tl_format_number (NAN, 1), "–");
  assert_text (tl_format_number (-INFINITY, 1), "–");
}

static void
test_measures (void)
{
  TlMeasureFacts share = { .kind = TL_MEASURE_KIND_PROPORTION, .direction = TL_DIRECTION_AT_LEAST };
  TlMeasureFacts events = { .kind = TL_MEASURE_KIND_COUNT, .direction = TL_DIRECTION_REDUCE_BY, .period = TL_PERIOD_WEEKLY };
  TlMeasureFacts wait = { .kind = TL_MEASURE_KIND_VALUE, .direction = TL_DIRECTION_AT_MOST, .unit = "minutes" };

  assert_text (tl_format_value (&share, 96.75), "96.8\u00a0%");
  assert_text (tl_format_target (&share, 95), "at least 95\u00a0%");
  assert_text (tl_format_target (&share, 97.5), "at least 97.5\u00a0%");
  assert_text (tl_format_target (&share, NAN), "no target");
  assert_text (tl_format_value (&events, 7), "7 a week");
  assert_text (tl_format_value (&events, 7.25), "7.2 a week");
  /* What isn't nothing never looks like nothing. */
  assert_text (tl_format_value (&events, 0.0042), "0.0042 a week");
  assert_text (tl_format_value (&events, 0.05), "0.05 a week");
  assert_text (tl_format_value (&events, 0), "0 a week");
  assert_text (tl_format_target (&events, 8.4), "at most 8.4");
  assert_text (tl_format_target (&events, 0.002), "at most 0.002");
  assert_text (tl_format_value (&wait, 12.5), "12.5 minutes");
  assert_text (tl_format_value (&wait, NAN), "–");
  assert_text (tl_format_periods (TL_PERIOD_FORTNIGHTLY, 1), "1 fortnight");
}

static void
test_words (void)
{
  assert_text (tl_format_capital ("über allem"), "Über allem");
  assert_text (tl_format_capital (""), "");
  assert_text (tl_format_list ((const char *[]) { NULL }), "");
  assert_text (tl_format_list ((const char *[]) { "a", NULL }), "a");
  assert_text (tl_format_list ((const char *[]) { "a", "b", "c", NULL }), "a, b and c");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/days", test_days);
  g_test_add_func ("/format/numbers", test_numbers);
  g_test_add_func ("/format/measures", test_measures);
  g_test_add_func ("/format/words", test_words);
  return g_test_run ();
}
