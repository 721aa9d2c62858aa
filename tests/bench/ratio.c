/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ratio.h"

#include <stdlib.h>

#define LEAST_MS 50.0
/* What takes minutes is done fewer times, or nobody would ever measure it: no more begin after so long, once there are as
 * many as a median needs. */
#define LONGEST_MS 150000.0
#define FEWEST 3

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static void
print_spread (const char   *name,
              const double *values,
              guint         n)
{
  double sorted[BENCH_N_TIMES];

  for (guint i = 0; i < n; i++)
    sorted[i] = values[i];
  qsort (sorted, n, sizeof *sorted, compare_numbers);
  g_print (", \"%s\": {\"median\": %.4g, \"least\": %.4g, \"most\": %.4g}", name, sorted[n / 2], sorted[0],
           sorted[n - 1]);
}

/* Words here are our own and need no escapes. */
static void
print_title (const char       *size,
             const BenchTitle *title,
             guint             n)
{
  g_print ("{\"row\": \"%s\", \"size\": \"%s\", \"ours\": \"%s\", \"unit\": \"%s\", \"goal\": %.4g, \"times\": %u",
           title->row, size, title->ours, title->unit != NULL ? title->unit : "ms", title->goal, n);
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

/* Prints a line of JSON about two things that were measured in turn, @n times each, which is odd; or about one alone. */
void
bench_report_some (const char       *size,
                   const BenchTitle *title,
                   const double     *ours,
                   const double     *theirs,
                   guint             n)
{
  double ratios[BENCH_N_TIMES];

  print_title (size, title, n);
  if (theirs == NULL)
    {
      print_spread ("our_values", ours, n);
      g_print ("}\n");
      return;
    }
  for (guint i = 0; i < n; i++)
    ratios[i] = ours[i] / theirs[i];
  g_print (", \"theirs\": \"%s\"", title->theirs);
  print_spread ("ratio", ratios, n);
  print_spread ("our_values", ours, n);
  print_spread ("their_values", theirs, n);
  g_print ("}\n");
}

/* The same, of BENCH_N_TIMES each. */
void
bench_report (const char       *size,
              const BenchTitle *title,
              const double     *ours,
              const double     *theirs)
{
  bench_report_some (size, title, ours, theirs, BENCH_N_TIMES);
}

static gboolean
is_enough (guint  n,
           gint64 start)
{
  return n == BENCH_N_TIMES || (n >= FEWEST && n % 2 == 1 && bench_since (start) > LONGEST_MS);
}

/* Measures two things in turn, after one of each that doesn't count, and prints a line of JSON. Returns how many times. */
guint
bench_compare (const char       *size,
               const BenchTitle *title,
               BenchFunc         ours,
               BenchFunc         theirs,
               gpointer          data)
{
  double our_times[BENCH_N_TIMES], their_times[BENCH_N_TIMES];
  gint64 start = g_get_monotonic_time ();
  guint n = 0;

  ours (data);
  theirs (data);
  while (!is_enough (n, start))
    {
      our_times[n] = take_time (ours, data);
      their_times[n] = take_time (theirs, data);
      n++;
    }
  bench_report_some (size, title, our_times, their_times, n);
  return n;
}

/* Measures one thing alone, whose goal is in milliseconds. */
void
bench_measure (const char       *size,
               const BenchTitle *title,
               BenchFunc         ours,
               gpointer          data)
{
  double times[BENCH_N_TIMES];
  gint64 start = g_get_monotonic_time ();
  guint n = 0;

  ours (data);
  while (!is_enough (n, start))
    times[n++] = take_time (ours, data);
  bench_report_some (size, title, times, NULL, n);
}
