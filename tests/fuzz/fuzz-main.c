/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "fuzz-mutate.h"
#include "fuzz-seeds.h"

/* Gives a reader one damaged input after the other: fuzz-NAME [SEED [NUMBER]]; with a number, only that input, so that
 * a crash can be looked at. TL_TEST_FULL takes five minutes and another seed each time, or TL_FUZZ_SECONDS of them. */

#define FULL_SECONDS 300
/* What a reader may hold on to, such as tables that GLib and SQLite make once. */
#define MOST_GROWTH (64 * 1024)

static guint32 seed = 1;
static volatile guint64 number;

static void
crashed_cb (int signal_number)
{
  char line[96];
  int length = snprintf (line, sizeof line, "\n# crashed: %s %u %lu\n", fuzz_target.name, seed, (unsigned long) number);

  if (write (STDERR_FILENO, line, (gsize) length) < 0)
    _exit (2);
  signal (signal_number, SIG_DFL);
  raise (signal_number);
}

/* What the program holds in memory, in kB. */
static guint64
measure (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    return 0;
  parts = g_strsplit (text, " ", 3);
  return g_ascii_strtoull (parts[1], NULL, 10) * (guint64) sysconf (_SC_PAGESIZE) / 1024;
}

/* Each input depends on its number alone. */
static void
try_one (GPtrArray *seeds)
{
  guint32 array[] = { seed, (guint32) number };
  g_autoptr (GRand) random = g_rand_new_with_seed_array (array, G_N_ELEMENTS (array));
  g_autoptr (GBytes) input = fuzz_mutate (seeds, random);

  fuzz_target.try (input);
}

static gboolean
is_enough (gint64 until)
{
  return until == 0 ? number >= fuzz_target.n_inputs : g_get_monotonic_time () >= until;
}

/* Returns: by how many kB the program has grown since a quarter of the inputs */
static gint64
try_many (GPtrArray *seeds,
          gint64     begin,
          gint64     until)
{
  guint64 warm = 0;

  while (!is_enough (until))
    {
      number++;
      try_one (seeds);
      if (warm == 0 && (until == 0 ? number >= fuzz_target.n_inputs / 4
                                   : g_get_monotonic_time () - begin >= (until - begin) / 4))
        warm = measure ();
    }
  return (gint64) measure () - (gint64) warm;
}

static gint64
find_end (gint64 begin)
{
  const char *seconds = g_getenv ("TL_FUZZ_SECONDS");

  if (g_getenv ("TL_TEST_FULL") == NULL)
    return 0;
  return begin + G_USEC_PER_SEC * (seconds != NULL ? g_ascii_strtoll (seconds, NULL, 10) : FULL_SECONDS);
}

static gboolean
has_grown (gint64 growth)
{
#ifdef __SANITIZE_ADDRESS__
  /* It keeps what was freed, and finds leaks by itself. */
  return FALSE;
#else
  return growth > MOST_GROWTH;
#endif
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GPtrArray) seeds = fuzz_read_seeds ();
  gint64 begin = g_get_monotonic_time (), until = find_end (begin), growth = 0;

  if (argc > 1)
    seed = (guint32) g_ascii_strtoull (argv[1], NULL, 10);
  else if (until != 0)
    seed = g_random_int ();
  signal (SIGSEGV, crashed_cb);
  signal (SIGABRT, crashed_cb);
  signal (SIGTRAP, crashed_cb);
  signal (SIGTERM, crashed_cb);

  printf ("1..1\n# %s: seed %u\n", fuzz_target.name, seed);
  for (guint i = 0; i < seeds->len; i++)
    fuzz_target.try (g_ptr_array_index (seeds, i));
  if (argc > 2)
    {
      number = g_ascii_strtoull (argv[2], NULL, 10);
      try_one (seeds);
    }
  else
    growth = try_many (seeds, begin, until);
  if (fuzz_target.end != NULL)
    fuzz_target.end ();
  printf ("%s 1 /fuzz/%s\n# %lu inputs to the %s reader, crashed 0, grown by %ld kB\n", has_grown (growth) ? "not ok" : "ok",
          fuzz_target.name, (unsigned long) number, fuzz_target.name, (long) growth);
  return has_grown (growth);
}
