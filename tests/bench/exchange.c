/* SPDX-License-Identifier: GPL-3.0-or-later */
/* exchange FILE SIZE: row B7. A workbook out to a spreadsheet and in again, against LibreOffice converting as many rows
 * between CSV and a spreadsheet. Each is a process of its own, whose time and most memory are measured from outside. */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "ratio.h"

/* A comma, double quotes, UTF-8, and every sheet. */
#define ALL_AS_CSV "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
#define FROM_CSV "--infilter=Text - txt - csv (StarCalc):44,34,76,1"

typedef struct
{
  char *folder;
  const char *file;
  /* An empty workbook, and what it becomes. */
  char *empty;
  char *filled;
  char *book;
  /* What the history says of the import. */
  char *body;
  char *sheets;
  char *largest;
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
run_ours (Bench      *self,
          const char *command,
          const char *file,
          const char *other)
{
  return run (self, 0, (const char * const[]) { BENCH_CLI, command, file, other, NULL });
}

static double
run_libreoffice (Bench      *self,
                 const char *to,
                 const char *filter,
                 const char *source)
{
  return run (self, 1, (const char * const[]) { "soffice", "--headless", self->profile, "--convert-to", to, "--outdir",
                                                self->converted, filter != NULL ? filter : source,
                                                filter != NULL ? source : NULL, NULL });
}

static double
export_ours (gpointer data)
{
  Bench *self = data;

  g_remove (self->book);
  return run_ours (self, "export", self->file, self->book);
}

static double
export_theirs (gpointer data)
{
  Bench *self = data;

  return run_libreoffice (self, "xlsx", FROM_CSV, self->largest);
}

static double
import_ours (gpointer data)
{
  Bench *self = data;
  g_autoptr (GFile) empty = g_file_new_for_path (self->empty);
  g_autoptr (GFile) filled = g_file_new_for_path (self->filled);
  g_autoptr (GError) error = NULL;

  if (!g_file_copy (empty, filled, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
  return run_ours (self, "import", self->filled, self->book);
}

/* Read, checked and compared, as for the preview: what is left of an import without the history that keeps it. */
static double
preview_ours (gpointer data)
{
  Bench *self = data;

  return run (self, 0, (const char * const[]) { BENCH_CLI, "import", "--dry-run", self->empty, self->book, NULL });
}

/* The least that an import can be, whatever the program. */
static double
import_floor (gpointer data)
{
  Bench *self = data;

  return run (self, 0, (const char * const[]) { BENCH_FLOOR, self->book, self->empty, self->filled, self->body, NULL });
}

static double
import_theirs (gpointer data)
{
  Bench *self = data;

  return run_libreoffice (self, ALL_AS_CSV, NULL, self->book);
}

/* The first run of each doesn't count, in memory as in time. */
static void
compare (Bench            *self,
         const char       *size,
         const BenchTitle *time,
         const BenchTitle *memory,
         BenchFunc         ours,
         BenchFunc         theirs)
{
  self->n_peaks[0] = self->n_peaks[1] = 0;
  bench_compare (size, time, ours, theirs, self);
  bench_report (size, memory, self->peaks[0] + 1, self->peaks[1] + 1);
}

static void
prepare (Bench      *self,
         const char *file)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("bench-exchange-XXXXXX", &error);
  if (self->folder == NULL)
    g_error ("%s", error->message);
  self->file = file;
  self->empty = g_build_filename (self->folder, "empty.throughline", NULL);
  self->filled = g_build_filename (self->folder, "filled.throughline", NULL);
  self->book = g_build_filename (self->folder, "book.xlsx", NULL);
  self->body = g_build_filename (self->folder, "body", NULL);
  self->sheets = g_build_filename (self->folder, "sheets", NULL);
  self->largest = g_build_filename (self->sheets, "Readings.csv", NULL);
  self->profile = g_strdup_printf ("-env:UserInstallation=file://%s/profile", self->folder);
  self->converted = g_build_filename (self->folder, "converted", NULL);
  /* Whatever a person has stays out of it. */
  g_setenv ("HOME", self->folder, TRUE);
  g_setenv ("XDG_DATA_HOME", self->folder, TRUE);
  run (self, 0, (const char * const[]) { BENCH_CLI, "new", self->empty, NULL });
  run_ours (self, "export", file, self->sheets);
  run_ours (self, "export", file, self->book);
}

int
main (int    argc,
      char **argv)
{
  static const BenchTitle export_time = { "B7", "export to XLSX", "LibreOffice, CSV to XLSX", 0.5 };
  static const BenchTitle export_memory = { "B7", "export to XLSX, memory", "LibreOffice's", 0.3, "MB" };
  static const BenchTitle import_time = { "B7", "import of XLSX", "LibreOffice, XLSX to CSV", 0.5 };
  static const BenchTitle import_memory = { "B7", "import of XLSX, memory", "LibreOffice's", 0.3, "MB" };
  static const BenchTitle floor_time = { "B7", "least that an import can be", "LibreOffice, XLSX to CSV" };
  static const BenchTitle floor_memory = { "B7", "least that an import can be, memory", "LibreOffice's", 0, "MB" };
  static const BenchTitle preview_time = { "B7", "XLSX read and checked", "LibreOffice, XLSX to CSV" };
  static const BenchTitle preview_memory = { "B7", "XLSX read and checked, memory", "LibreOffice's", 0, "MB" };
  Bench self = { NULL };

  if (argc != 3)
    g_error ("Say which workbook, and its size");
  prepare (&self, argv[1]);
  compare (&self, argv[2], &export_time, &export_memory, export_ours, export_theirs);
  compare (&self, argv[2], &import_time, &import_memory, import_ours, import_theirs);
  run (&self, 0, (const char * const[]) { BENCH_FLOOR, "body", self.filled, self.body, NULL });
  compare (&self, argv[2], &floor_time, &floor_memory, import_floor, import_theirs);
  compare (&self, argv[2], &preview_time, &preview_memory, preview_ours, import_theirs);
  return 0;
}
