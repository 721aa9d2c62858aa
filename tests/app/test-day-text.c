/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "tl-day-text.h"

static void
test_days_as_people_write_them (void)
{
  TlDay near = tl_day_new (2026, 6, 9);
  const struct
  {
    const char *text;
    int year, month, day;
  } days[] = {
    { "9 June 2026", 2026, 6, 9 },       { " 9 jun 26 ", 2026, 6, 9 },   { "9/6/2026", 2026, 6, 9 },
    { "09.06.26", 2026, 6, 9 },          { "2026-06-09", 2026, 6, 9 },   { "31 DEC", 2026, 12, 31 },
    { "1 september, 2025", 2025, 9, 1 }, { "29/2/2024", 2024, 2, 29 },   { "3-4-2026", 2026, 4, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    g_assert_cmpint (tl_day_text_parse (days[i].text, near), ==,
                     tl_day_new (days[i].year, days[i].month, days[i].day));
}

static void
test_what_is_no_day (void)
{
  static const char * const texts[] = {
    "", "today", "31 June 2026", "29/2/2026", "9", "June 2026", "9 ju", "9/13/2026", "0/1/2026", "9 June 2026 10", "-1/2/2026",
    "9 June 20266", "2026-13-01",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("“%s”", texts[i]);
      g_assert_cmpint (tl_day_text_parse (texts[i], tl_day_new (2026, 6, 9)), ==, TL_NO_DAY);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/day-text/as-people-write-them", test_days_as_people_write_them);
  g_test_add_func ("/day-text/no-day", test_what_is_no_day);
  return g_test_run ();
}
