/* SPDX-License-Identifier: GPL-3.0-or-later */
/* paper FILE SIZE: row B6. An evidence pack of some 200 pages as a PDF, against LibreOffice making a PDF of a table of the
 * very same words. Each is a process of its own, whose time and most memory are measured from outside. */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "ratio.h"

#define FROM_CSV "--infilter=Text - txt - csv (StarCalc):44,34,76,1"

typedef struct
{
  char *folder;
  const char *file;
  char *pack;
  char *table;
  char *profile;
  char *converted;
  /* The most memory that the last of each needed, in MB. */
  double peaks[2][BENCH_N_TIMES + 1];
  guint n_peaks[2];
} Bench;

/* Runs a program, and keeps the most memory that it and those that it waited for had. */
static double
run (Bench              *self,
     guint               whose,
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
  if (whose == 1)
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

static double
print_ours (gpointer data)
{
  Bench *self = data;

  return run (self, 0, (const char * const[]) { BENCH_CLI, "summary", self->file, self->pack, "--report", "pack", NULL });
}

static double
print_theirs (gpointer data)
{
  Bench *self = data;

  return run (self, 1, (const char * const[]) { "soffice", "--headless", self->profile, "--convert-to", "pdf", "--outdir",
                                                self->folder, FROM_CSV, self->table, NULL });
}

/* The words of the pack, a row for each line and a cell for each piece of it. */
static void
write_table (Bench *self)
{
  g_autofree char *words = g_build_filename (self->folder, "words", NULL);
  g_autofree char *text = NULL, *rows = NULL, *cells = NULL;
  g_autoptr (GRegex) quotes = g_regex_new ("\"", 0, 0, NULL), gaps = g_regex_new (" {2,}", 0, 0, NULL),
                     lines = g_regex_new ("^\\f?(.*)$", G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (GError) error = NULL;

  run (self, 0, (const char * const[]) { "pdftotext", "-layout", self->pack, words, NULL });
  if (!g_file_get_contents (words, &text, NULL, &error))
    g_error ("%s", error->message);
  rows = g_regex_replace_literal (quotes, text, -1, 0, "\"\"", 0, NULL);
  cells = g_regex_replace_literal (gaps, rows, -1, 0, "\",\"", 0, NULL);
  g_free (text);
  text = g_regex_replace (lines, cells, -1, 0, "\"\\1\"", 0, &error);
  if (text == NULL || !g_file_set_contents (self->table, text, -1, &error))
    g_error ("%s", error->message);
}

static double
get_size (const char *path)
{
  GStatBuf status;

  if (g_stat (path, &status) != 0)
    g_error ("%s isn't there", path);
  return (double) status.st_size / 1024;
}

static void
report_sizes (Bench      *self,
              const char *size)
{
  static const BenchTitle title = { "B6", "200-page pack, file", "LibreOffice's", 0.2, "kB" };
  double ours[BENCH_N_TIMES], theirs[BENCH_N_TIMES];

  for (guint i = 0; i < BENCH_N_TIMES; i++)
    {
      ours[i] = get_size (self->pack);
      theirs[i] = get_size (self->converted);
    }
  bench_report (size, &title, ours, theirs);
}

int
main (int    argc,
      char **argv)
{
  static const BenchTitle time = { "B6", "200-page pack as PDF", "LibreOffice, the same words as a table", 0.5 };
  static const BenchTitle memory = { "B6", "200-page pack, memory", "LibreOffice's", 0, "MB" };
  Bench self = { NULL };
  g_autoptr (GError) error = NULL;

  if (argc != 3)
    g_error ("Say which workbook, and its size");
  self.folder = g_dir_make_tmp ("bench-paper-XXXXXX", &error);
  if (self.folder == NULL)
    g_error ("%s", error->message);
  self.file = argv[1];
  self.pack = g_build_filename (self.folder, "pack.pdf", NULL);
  self.table = g_build_filename (self.folder, "table.csv", NULL);
  self.converted = g_build_filename (self.folder, "table.pdf", NULL);
  self.profile = g_strdup_printf ("-env:UserInstallation=file://%s/profile", self.folder);
  /* Whatever a person has stays out of it. */
  g_setenv ("HOME", self.folder, TRUE);
  g_setenv ("XDG_DATA_HOME", self.folder, TRUE);
  print_ours (&self);
  write_table (&self);
  self.n_peaks[0] = self.n_peaks[1] = 0;
  bench_compare (argv[2], &time, print_ours, print_theirs, &self);
  /* The first run of each doesn't count, in memory as in time. */
  bench_report (argv[2], &memory, self.peaks[0] + 1, self.peaks[1] + 1);
  report_sizes (&self, argv[2]);
  return 0;
}
