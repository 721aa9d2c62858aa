/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <math.h>

#include "tl-day-text.h"
#include "tl-format.h"
#include "tl-locale.h"
#include "tl-reading-text.h"

/* Days, numbers and plurals as they are read and typed in Polish. */

#define assert_text(call, expected) \
  G_STMT_START { g_autofree char *text_ = (call); g_assert_cmpstr (text_, ==, expected); } G_STMT_END

static void
test_days (void)
{
  TlDay day = tl_day_new (2026, 6, 9);

  assert_text (tl_format_day (day), "9 cze 2026");
  assert_text (tl_format_day_long (day), "9 czerwca 2026");
  g_assert_cmpint (tl_day_text_parse ("9 June 2026", day), ==, day);
  g_assert_cmpint (tl_day_text_parse ("9.6.2026", day), ==, day);
  g_assert_cmpint (tl_day_text_parse ("9 foo 2026", day), ==, TL_NO_DAY);
  /* What a form shows must be what it can read, or nothing could be kept any more. */
  for (int month = 1; month <= 12; month++)
    {
      TlDay first = tl_day_new (2026, month, 1);
      g_autofree char *written = tl_format_day_long (first), *in_short = tl_format_day (first);

      g_assert_cmpint (tl_day_text_parse (written, day), ==, first);
      g_assert_cmpint (tl_day_text_parse (in_short, day), ==, first);
    }
}

static void
test_plurals (void)
{
  assert_text (tl_format_days (1), "1 dzień");
  assert_text (tl_format_days (2), "2 dni");
  assert_text (tl_format_days (7 * 5), "5 tygodni");
  assert_text (tl_format_periods (TL_PERIOD_MONTHLY, 1), "1 miesiąc");
  assert_text (tl_format_periods (TL_PERIOD_MONTHLY, 3), "3 miesiące");
  assert_text (tl_format_periods (TL_PERIOD_MONTHLY, 12), "12 miesięcy");
  assert_text (tl_format_periods (TL_PERIOD_MONTHLY, 22), "22 miesiące");
  assert_text (tl_format_periods (TL_PERIOD_MONTHLY, 25), "25 miesięcy");
}

static void
test_numbers (void)
{
  TlMeasureFacts share = { .kind = TL_MEASURE_KIND_PROPORTION, .direction = TL_DIRECTION_AT_LEAST };

  assert_text (tl_format_number (96.75, 1), "96,8");
  assert_text (tl_format_number (-6.04, 1), "−6,0");
  assert_text (tl_format_number (9999, 0), "9999");
  assert_text (tl_format_number (1234567.5, 1), "1\u202f234\u202f567,5");
  assert_text (tl_format_value (&share, 96.75), "96,8%");
  assert_text (tl_format_target (&share, 97.5), "co najmniej 97,5%");
  assert_text (tl_format_size (2400), "2,4 kB");
}

static void
assert_reading (TlMeasureKind  kind,
                const char    *text,
                const char    *numerator,
                const char    *denominator,
                const char    *value)
{
  TlReadingText parts;
  g_autofree char *message = NULL;

  g_assert_true (tl_reading_text_read (kind, text, &parts, &message));
  g_assert_cmpstr (parts.numerator, ==, numerator);
  g_assert_cmpstr (parts.denominator, ==, denominator);
  g_assert_cmpstr (parts.value, ==, value);
  tl_reading_text_clear (&parts);
}

static void
test_typing (void)
{
  assert_text (tl_locale_read_number ("12,5"), "12.5");
  assert_text (tl_locale_read_number ("12.5"), "12.5");
  /* Whatever this may be, it is no number, and is refused as it was typed. */
  assert_text (tl_locale_read_number ("1,2,3"), "1,2,3");
  assert_text (tl_locale_read_number ("1.234,5"), "1.234,5");
  assert_reading (TL_MEASURE_KIND_VALUE, "12,5/17", "", "17", "12.5");
  assert_reading (TL_MEASURE_KIND_PROPORTION, "96,7%", "", "", "96.7%");
  assert_reading (TL_MEASURE_KIND_PROPORTION, "29 / 30", "29", "30", "");
  assert_reading (TL_MEASURE_KIND_COUNT, "3/1 200", "3", "1 200", "");
  /* A thousand people to some, one to others: nobody guesses. */
  assert_reading (TL_MEASURE_KIND_COUNT, "1,200", "1,200", "", "");
  assert_text (tl_reading_text_speak ("12.5/17"), "12,5 z 17");
}

static void
assert_written (TlMeasureKind  kind,
                double         numerator,
                double         denominator,
                double         value,
                const char    *expected)
{
  g_autofree char *text = tl_reading_text_write (kind, numerator, denominator, value), *message = NULL;
  TlReadingText parts;

  g_assert_cmpstr (text, ==, expected);
  g_assert_true (tl_reading_text_read (kind, text, &parts, &message));
  if (isfinite (value))
    g_assert_cmpfloat (g_ascii_strtod (parts.value, NULL), ==, value);
  if (isfinite (numerator))
    g_assert_cmpfloat (g_ascii_strtod (parts.numerator, NULL), ==, numerator);
  tl_reading_text_clear (&parts);
}

/* What stands in a field already is as it would be typed, and comes back the same. */
static void
test_standing (void)
{
  assert_written (TL_MEASURE_KIND_VALUE, NAN, 17, 12.5, "12,5/17");
  assert_written (TL_MEASURE_KIND_VALUE, NAN, NAN, 12.345, "12,345");
  assert_written (TL_MEASURE_KIND_VALUE, NAN, NAN, -0.5, "-0,5");
  assert_written (TL_MEASURE_KIND_PROPORTION, NAN, NAN, 96.7, "96,7%");
  assert_written (TL_MEASURE_KIND_PROPORTION, 29, 30, NAN, "29/30");
  assert_written (TL_MEASURE_KIND_COUNT, 1200, 30, NAN, "1200/30");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  tl_locale_bind_words (LOCALE_DIR);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/polish/days", test_days);
  g_test_add_func ("/polish/plurals", test_plurals);
  g_test_add_func ("/polish/numbers", test_numbers);
  g_test_add_func ("/polish/typing", test_typing);
  g_test_add_func ("/polish/standing", test_standing);

  return g_test_run ();
}
