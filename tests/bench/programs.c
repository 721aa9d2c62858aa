/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "programs.h"

#include <gio/gio.h>
#include <sys/resource.h>
#include <sys/wait.h>

/* The folder's name has six X at its end. Whatever a person has stays out of it. */
void
bench_programs_begin (BenchPrograms *self,
                      const char    *pattern)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp (pattern, &error);
  if (self->folder == NULL)
    g_error ("%s", error->message);
  self->profile = g_strdup_printf ("-env:UserInstallation=file://%s/profile", self->folder);
  g_setenv ("HOME", self->folder, TRUE);
  g_setenv ("XDG_DATA_HOME", self->folder, TRUE);
}

/* Runs a program, and keeps the most memory that it and those that it waited for had. */
double
bench_programs_run (BenchPrograms      *self,
                    BenchWhose          whose,
                    const char * const *arguments)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  struct rusage usage;
  double taken;
  GSpawnFlags flags = G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL;
  GPid pid;
  int status;

  /* LibreOffice misses a Java that it doesn't need. */
  if (whose == BENCH_THEIRS)
    flags |= G_SPAWN_STDERR_TO_DEV_NULL;
  if (!g_spawn_async (self->folder, (char **) arguments, NULL, flags, NULL, NULL, &pid, &error))
    g_error ("%s", error->message);
  if (wait4 (pid, &status, 0, &usage) < 0 || !WIFEXITED (status) || WEXITSTATUS (status) != 0)
    g_error ("%s %s failed", arguments[0], arguments[1]);
  taken = bench_since (start);
  g_spawn_close_pid (pid);
  if (self->n_peaks[whose] < G_N_ELEMENTS (self->peaks[whose]))
    self->peaks[whose][self->n_peaks[whose]++] = (double) usage.ru_maxrss / 1024;
  return taken;
}

/* The first run of each doesn't count, in memory as in time. */
void
bench_programs_compare (BenchPrograms    *self,
                        const char       *size,
                        const BenchTitle *time,
                        const BenchTitle *memory,
                        BenchFunc         ours,
                        BenchFunc         theirs,
                        gpointer          data)
{
  guint n;

  self->n_peaks[BENCH_OURS] = self->n_peaks[BENCH_THEIRS] = 0;
  n = bench_compare (size, time, ours, theirs, data);
  bench_report_some (size, memory, self->peaks[BENCH_OURS] + 1, self->peaks[BENCH_THEIRS] + 1, n);
}
