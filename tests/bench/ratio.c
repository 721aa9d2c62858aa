/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ratio.h"

#include <stdlib.h>

#define LEAST_MS 50.0

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static void
print_spread (const char   *name,
              const double *values)
{
  double sorted[BENCH_N_TIMES];

  for (guint i = 0; i < BENCH_N_TIMES; i++)
    sorted[i] = values[i];
  qsort (sorted, BENCH_N_TIMES, sizeof *sorted, compare_numbers);
  g_print (", \"%s\": {\"median\": %.4g, \"least\": %.4g, \"most\": %.4g}", name, sorted[BENCH_N_TIMES / 2], sorted[0],
           sorted[BENCH_N_TIMES - 1]);
}

/* Words here are our own and need no escapes. */
static void
print_title (const char       *size,
             const BenchTitle *title)
{
  g_print ("{\"row\": \"%s\", \"size\": \"%s\", \"ours\": \"%s\", \"unit\": \"%s\", \"goal\": %.4g", title->row, size,
           title->ours, title->unit != NULL ? title->unit : "ms", title->goal);
}

/* Milliseconds since a moment of g_get_monotonic_time (). */
double
bench_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

/* What is over at once is done several times, or the clock and whatever else runs would be most of it. */
static double
take_time (BenchFunc func,
           gpointer  data)
{
  double total = 0;
  guint n = 0;

  for (; total < LEAST_MS; n++)
    total += func (data);
  return total / n;
}

/* Prints a line of JSON about two things that were measured in turn, BENCH_N_TIMES each; or about one alone. */
void
bench_report (const char       *size,
              const BenchTitle *title,
              const double     *ours,
              const double     *theirs)
{
  double ratios[BENCH_N_TIMES];

  if (theirs == NULL)
    {
      print_title (size, title);
      print_spread ("our_values", ours);
      g_print ("}\n");
      return;
    }
  for (guint i = 0; i < BENCH_N_TIMES; i++)
    ratios[i] = ours[i] / theirs[i];
  print_title (size, title);
  g_print (", \"theirs\": \"%s\"", title->theirs);
  print_spread ("ratio", ratios);
  print_spread ("our_values", ours);
  print_spread ("their_values", theirs);
  g_print ("}\n");
}

/* Measures two things in turn, after one of each that doesn't count, and prints a line of JSON. */
void
bench_compare (const char       *size,
               const BenchTitle *title,
               BenchFunc         ours,
               BenchFunc         theirs,
               gpointer          data)
{
  double our_times[BENCH_N_TIMES], their_times[BENCH_N_TIMES];

  ours (data);
  theirs (data);
  for (guint i = 0; i < BENCH_N_TIMES; i++)
    {
      our_times[i] = take_time (ours, data);
      their_times[i] = take_time (theirs, data);
    }
  bench_report (size, title, our_times, their_times);
}

/* Measures one thing alone, whose goal is in milliseconds. */
void
bench_measure (const char       *size,
               const BenchTitle *title,
               BenchFunc         ours,
               gpointer          data)
{
  double times[BENCH_N_TIMES];

  ours (data);
  for (guint i = 0; i < BENCH_N_TIMES; i++)
    times[i] = take_time (ours, data);
  bench_report (size, title, times, NULL);
}
