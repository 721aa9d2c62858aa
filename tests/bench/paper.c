/* SPDX-License-Identifier: GPL-3.0-or-later */
/* paper FILE SIZE: row B6. An evidence pack of some 200 pages as a PDF, against LibreOffice making a PDF of a table of the
 * very same words. Each is a process of its own, whose time and most memory are measured from outside. */

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "programs.h"

#define FROM_CSV "--infilter=Text - txt - csv (StarCalc):44,34,76,1"

typedef struct
{
  BenchPrograms programs;
  const char *file;
  char *pack;
  char *table;
  char *converted;
} Bench;

static double
print_ours (gpointer data)
{
  Bench *self = data;

  return BENCH_RUN (&self->programs, BENCH_OURS, BENCH_CLI, "summary", self->file, self->pack, "--report", "pack");
}

static double
print_theirs (gpointer data)
{
  Bench *self = data;

  return BENCH_RUN (&self->programs, BENCH_THEIRS, "soffice", "--headless", self->programs.profile, "--convert-to",
                    "pdf", "--outdir", self->programs.folder, FROM_CSV, self->table);
}

/* The words of the pack, a row for each line and a cell for each piece of it. */
static void
write_table (Bench *self)
{
  g_autofree char *words = g_build_filename (self->programs.folder, "words", NULL);
  g_autofree char *text = NULL, *rows = NULL, *cells = NULL;
  g_autoptr (GRegex) quotes = g_regex_new ("\"", 0, 0, NULL), gaps = g_regex_new (" {2,}", 0, 0, NULL),
                     lines = g_regex_new ("^\\f?(.*)$", G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (GError) error = NULL;

  BENCH_RUN (&self->programs, BENCH_OURS, "pdftotext", "-layout", self->pack, words);
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
  Bench self = { 0 };

  if (argc != 3)
    g_error ("Say which workbook, and its size");
  bench_programs_begin (&self.programs, "bench-paper-XXXXXX");
  self.file = argv[1];
  self.pack = g_build_filename (self.programs.folder, "pack.pdf", NULL);
  self.table = g_build_filename (self.programs.folder, "table.csv", NULL);
  self.converted = g_build_filename (self.programs.folder, "table.pdf", NULL);
  print_ours (&self);
  write_table (&self);
  bench_programs_compare (&self.programs, argv[2], &time, &memory, print_ours, print_theirs, &self);
  report_sizes (&self, argv[2]);
  return 0;
}
