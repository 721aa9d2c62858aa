/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-day.h"
#include "tl-id.h"
#include "tl-words.h"

static void
test_words_are_found_in_any_case (void)
{
  int value = 0;

  g_assert_true (tl_word_find (TL_TYPE_THEME, "  Care Planning ", &value));
  g_assert_cmpint (value, ==, TL_THEME_CARE_PLANNING);
  g_assert_false (tl_word_find (TL_TYPE_THEME, "medicine", &value));
  g_assert_false (tl_word_find (TL_TYPE_THEME, "", &value));
  g_assert_cmpint (value, ==, TL_THEME_CARE_PLANNING);
  g_assert_cmpstr (tl_word_get (TL_TYPE_SOURCE, TL_SOURCE_OBSERVATION_OF_PEOPLES_EXPERIENCE), ==,
                   "observation of people's experience");
  g_assert_cmpstr (tl_word_get (TL_TYPE_SOURCE, 999), ==, "");
}

static void
test_sources_are_frontline_or_governance (void)
{
  guint voices = 0;

  for (TlSource source = TL_SOURCE_CARE_RECORD; source <= TL_SOURCE_PARTNER_FEEDBACK; source++)
    {
      g_assert_cmpint (tl_source_is_frontline (source), !=, tl_source_is_governance (source));
      if (tl_source_is_voice (source))
        {
          g_assert_true (tl_source_is_frontline (source));
          voices++;
        }
    }
  g_assert_cmpuint (voices, ==, 5);
  g_assert_false (tl_source_is_frontline (TL_SOURCE_NONE));
  g_assert_false (tl_source_is_governance (TL_SOURCE_NONE));
}

/* Each day there is, beside GLib's. */
static void
test_all_days (void)
{
  GDate date;
  int year, month, day_of_month;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, 1);
  for (TlDay day = 1; day <= tl_day_new (9999, 12, 31); day++)
    {
      tl_day_split (day, &year, &month, &day_of_month);
      if (year != g_date_get_year (&date) || month != (int) g_date_get_month (&date)
          || day_of_month != g_date_get_day (&date) || tl_day_new (year, month, day_of_month) != day)
        g_error ("Day %d isn't %d-%d-%d", day, year, month, day_of_month);
      if (g_date_is_last_of_month (&date))
        g_assert_cmpint (tl_day_new (year, month, day_of_month + 1), ==, TL_NO_DAY);
      g_date_add_days (&date, 1);
    }
  g_assert_cmpint (g_date_get_year (&date), ==, 10000);
}

static void
test_days (void)
{
  TlDay day = TL_NO_DAY;
  char iso[TL_DAY_ISO_LENGTH + 1];

  g_assert_true (tl_day_from_iso ("2024-02-29", &day));
  tl_day_to_iso (day + 1, iso);
  g_assert_cmpstr (iso, ==, "2024-03-01");
  g_assert_false (tl_day_from_iso ("2026-02-29", &day));
  g_assert_false (tl_day_from_iso ("2026-2-9", &day));
  g_assert_false (tl_day_from_iso ("2026-02-09 ", &day));
  g_assert_false (tl_day_from_iso ("-026-02-09", &day));
  tl_day_to_iso (tl_day_add_months (tl_day_new (2026, 1, 31), 1), iso);
  g_assert_cmpstr (iso, ==, "2026-02-28");
  g_assert_cmpint (tl_day_new (2026, 13, 1), ==, TL_NO_DAY);
  g_assert_cmpint (tl_day_new (2026, 6, 9) - tl_day_new (2025, 6, 9), ==, 365);
}

static void
test_ids_from_names (void)
{
  TlId space, a, b;
  char hex[TL_ID_HEX_LENGTH + 1];

  g_assert_true (tl_id_from_hex ("6ba7b8109dad11d180b400c04fd430c8", &space));
  a = tl_id_from_name (&space, "a", "bc", NULL);
  b = tl_id_from_name (&space, "ab", "c", NULL);
  g_assert_false (tl_id_equal (&a, &b));
  b = tl_id_from_name (&space, "a", "bc", NULL);
  g_assert_true (tl_id_equal (&a, &b));
  tl_id_to_hex (&a, hex);
  g_assert_cmpint (hex[12], ==, '5');
  g_assert_false (tl_id_from_hex ("6ba7b8109dad11d180b400c04fd430", &space));
  g_assert_false (tl_id_from_hex ("6ba7b8109dad11d180b400c04fd430cg", &space));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/found-in-any-case", test_words_are_found_in_any_case);
  g_test_add_func ("/words/sources", test_sources_are_frontline_or_governance);
  g_test_add_func ("/days/edges", test_days);
  g_test_add_func ("/days/all", test_all_days);
  g_test_add_func ("/ids/from-names", test_ids_from_names);
  return g_test_run ();
}
