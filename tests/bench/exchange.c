/* SPDX-License-Identifier: GPL-3.0-or-later */
/* exchange FILE SIZE: row B7. A workbook out to a spreadsheet and in again, against LibreOffice converting as many rows
 * between CSV and a spreadsheet. Each is a process of its own, whose time and most memory are measured from outside. */

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "programs.h"

/* A comma, double quotes, UTF-8, and every sheet. */
#define ALL_AS_CSV "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
#define FROM_CSV "--infilter=Text - txt - csv (StarCalc):44,34,76,1"

typedef struct
{
  BenchPrograms programs;
  const char *file;
  /* An empty workbook, and what it becomes. */
  char *empty;
  char *filled;
  char *book;
  /* What the history says of the import. */
  char *body;
  char *sheets;
  char *largest;
  char *converted;
} Bench;

static double
run_ours (Bench      *self,
          const char *command,
          const char *file,
          const char *other)
{
  return BENCH_RUN (&self->programs, BENCH_OURS, BENCH_CLI, command, file, other);
}

static double
run_libreoffice (Bench      *self,
                 const char *to,
                 const char *filter,
                 const char *source)
{
  return BENCH_RUN (&self->programs, BENCH_THEIRS, "soffice", "--headless", self->programs.profile, "--convert-to", to,
                    "--outdir", self->converted, filter != NULL ? filter : source, filter != NULL ? source : NULL);
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

  return BENCH_RUN (&self->programs, BENCH_OURS, BENCH_CLI, "import", "--dry-run", self->empty, self->book);
}

/* The least that an import can be, whatever the program. */
static double
import_floor (gpointer data)
{
  Bench *self = data;

  return BENCH_RUN (&self->programs, BENCH_OURS, BENCH_FLOOR, self->book, self->empty, self->filled, self->body);
}

static double
import_theirs (gpointer data)
{
  Bench *self = data;

  return run_libreoffice (self, ALL_AS_CSV, NULL, self->book);
}

static void
prepare (Bench      *self,
         const char *file)
{
  bench_programs_begin (&self->programs, "bench-exchange-XXXXXX");
  self->file = file;
  self->empty = g_build_filename (self->programs.folder, "empty.throughline", NULL);
  self->filled = g_build_filename (self->programs.folder, "filled.throughline", NULL);
  self->book = g_build_filename (self->programs.folder, "book.xlsx", NULL);
  self->body = g_build_filename (self->programs.folder, "body", NULL);
  self->sheets = g_build_filename (self->programs.folder, "sheets", NULL);
  self->largest = g_build_filename (self->sheets, "Readings.csv", NULL);
  self->converted = g_build_filename (self->programs.folder, "converted", NULL);
  BENCH_RUN (&self->programs, BENCH_OURS, BENCH_CLI, "new", self->empty);
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
  Bench self = { 0 };

  if (argc != 3)
    g_error ("Say which workbook, and its size");
  prepare (&self, argv[1]);
  bench_programs_compare (&self.programs, argv[2], &export_time, &export_memory, export_ours, export_theirs, &self);
  bench_programs_compare (&self.programs, argv[2], &import_time, &import_memory, import_ours, import_theirs, &self);
  BENCH_RUN (&self.programs, BENCH_OURS, BENCH_FLOOR, "body", self.filled, self.body);
  bench_programs_compare (&self.programs, argv[2], &floor_time, &floor_memory, import_floor, import_theirs, &self);
  bench_programs_compare (&self.programs, argv[2], &preview_time, &preview_memory, preview_ours, import_theirs, &self);
  return 0;
}
