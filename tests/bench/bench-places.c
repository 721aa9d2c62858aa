/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-places.h"

#include "test-workbook.h"

#define FIRST_YEAR 2023

static void
add_places (GString *text)
{
  g_string_append (text, "Places\nRef | Name | Kind | Parent\nP | Quillbrook Care | provider |\n");
  for (guint i = 1; i <= BENCH_PLACES; i++)
    g_string_append_printf (text, "L%u | House %u | location | P\n", i, i);
  g_string_append_c (text, '\n');
}

static void
add_measures (GString *text)
{
  g_string_append (text, "Risks\nRef | Title | Opened\n");
  for (guint i = 1; i <= BENCH_MEASURES; i++)
    g_string_append_printf (text, "R%u | Risk %u | 2023-01-01\n", i, i);
  g_string_append (text, "\nMeasures\nRef | Risk | Title | Kind | Direction | Target | Period | Role\n");
  for (guint i = 1; i <= BENCH_MEASURES; i++)
    g_string_append_printf (text, "M%u | R%u | Complete | proportion | at least | 90 | monthly | primary\n", i, i);
  g_string_append_c (text, '\n');
}

static void
add_month (GString *text,
           GRand   *random,
           guint    measure,
           guint    month)
{
  for (guint place = 1; place <= BENCH_PLACES; place++)
    {
      int denominator = g_rand_int_range (random, 5, 40);
      /* One place in forty stays behind. */
      int numerator = (int) (denominator * g_rand_double_range (random, place % 40 == 0 ? 0.5 : 0.88, 1.0) + 0.5);

      g_string_append_printf (text, "M%u | %u-%02u-03 | L%u | %d | %d\n", measure, FIRST_YEAR + month / 12, month % 12 + 1, place,
                              numerator, denominator);
    }
}

/**
 * bench_places_new:
 *
 * Makes a workbook of many places and measures. The first measure was read everywhere in each of 36 months, the others in
 * the last one alone: what is shown at once is one measure, or what was concluded of all.
 *
 * Returns: (transfer full): its snapshot
 */
TlSnapshot *
bench_places_new (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (8);
  g_autoptr (GString) text = g_string_new (NULL);

  add_places (text);
  add_measures (text);
  g_string_append (text, "Readings\nMeasure | Date | Place | Numerator | Denominator\n");
  for (guint month = 0; month < BENCH_MONTHS; month++)
    add_month (text, random, 1, month);
  for (guint measure = 2; measure <= BENCH_MEASURES; measure++)
    add_month (text, random, measure, BENCH_MONTHS - 1);
  return test_workbook_read (text->str, NULL);
}
