/* SPDX-License-Identifier: GPL-3.0-or-later */
/* opening FILE SIZE: rows B4 and B5. A workbook that this computer has never seen is opened in the window, until all that
 * is concluded of it is painted, against LibreOffice Calc opening the same rows as a spreadsheet without a window; and the
 * most memory that each needs. LibreOffice can't be told to open something and end, so it also writes the first of the
 * sheets as CSV, which has three rows. Each is a process of its own, measured from outside. Of the small workbook also the
 * least that it could be: a blank window of the same toolkit, which opens nothing. */

#include <gio/gio.h>

#include "programs.h"

#define SHEET "csv:Text - txt - csv (StarCalc):44,34,76,1"

typedef struct
{
  BenchPrograms programs;
  char *file;
  char *book;
  char *state;
} Bench;

/* Also what it made of a workbook that it knows already. */
static void
forget (Bench *self)
{
  const char *arguments[] = { "rm", "-rf", self->state, NULL };
  g_autoptr (GError) error = NULL;

  if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
}

static double
open_ours_again (gpointer data)
{
  Bench *self = data;

  return BENCH_RUN (&self->programs, BENCH_OURS, BENCH_START, "--whole", self->file);
}

static double
open_ours (gpointer data)
{
  forget (data);
  return open_ours_again (data);
}

static double
open_blank (gpointer data)
{
  Bench *self = data;

  return BENCH_RUN (&self->programs, BENCH_OURS, BENCH_START, "--blank");
}

static double
open_theirs (gpointer data)
{
  Bench *self = data;

  return BENCH_RUN (&self->programs, BENCH_THEIRS, "soffice", "--headless", self->programs.profile, "--convert-to", SHEET,
                    "--outdir", self->programs.folder, self->book);
}

static void
prepare (Bench      *self,
         const char *file)
{
  static const char * const folders[] = { "XDG_CONFIG_HOME", "XDG_CACHE_HOME" };

  bench_programs_begin (&self->programs, "bench-opening-XXXXXX");
  self->file = g_canonicalize_filename (file, NULL);
  self->book = g_build_filename (self->programs.folder, "book.xlsx", NULL);
  self->state = g_build_filename (self->programs.folder, "state", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    g_setenv (folders[i], self->programs.folder, TRUE);
  g_setenv ("XDG_STATE_HOME", self->state, TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_setenv ("ADW_DISABLE_PORTAL", "1", TRUE);
  g_setenv ("GSETTINGS_SCHEMA_DIR", BENCH_DATA, FALSE);
  g_setenv ("THROUGHLINE_DATA_DIR", BENCH_DATA, FALSE);
  BENCH_RUN (&self->programs, BENCH_OURS, BENCH_CLI, "export", self->file, self->book);
}

int
main (int    argc,
      char **argv)
{
  static const BenchTitle time = { "B4", "opened and shown", "LibreOffice opening the same as XLSX", 0.15 };
  static const BenchTitle memory = { "B5", "opened and shown, memory", "LibreOffice's", 0.5, "MB" };
  static const BenchTitle again = { "B4", "opened and shown again", NULL };
  static const BenchTitle blank = { "B4-floor", "a blank AdwApplicationWindow", "LibreOffice opening the workbook as XLSX", 0 };
  static const BenchTitle least = { "B5-floor", "a blank AdwApplicationWindow, memory", "LibreOffice's", 0, "MB" };
  Bench self = { 0 };

  if (argc != 3)
    g_error ("Say which workbook, and its size");
  prepare (&self, argv[1]);
  bench_programs_compare (&self.programs, argv[2], &time, &memory, open_ours, open_theirs, &self);
  bench_measure (argv[2], &again, open_ours_again, &self);
  if (g_str_equal (argv[2], "small"))
    bench_programs_compare (&self.programs, argv[2], &blank, &least, open_blank, open_theirs, &self);
  return 0;
}
