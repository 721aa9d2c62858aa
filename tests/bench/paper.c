/* SPDX-License-Identifier: GPL-3.0-or-later */
/* paper FILE SIZE: row B6. An evidence pack of some 200 pages as a PDF, against LibreOffice making a PDF of tables of the
 * very same words, as wide as a page. Each is a process of its own, whose time and most memory are measured from outside.
 * The least that a pack can be is measured beside it.
 * With the size `large`, the most memory that a pack of all risks needs, against what the summary of one
 * risk does. */

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "programs.h"

/* In centimetres, of A4 with LibreOffice's own margins. */
#define TEXT_WIDTH 17.0

#define MOST_COLUMNS 24

#define TABLES_BEGIN \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document office:version=\"1.3\" " \
  "office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\" " \
  "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" " \
  "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" " \
  "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" " \
  "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" " \
  "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\">\n<office:automatic-styles>\n" \
  "<style:style style:name=\"cell\" style:family=\"table-cell\">" \
  "<style:table-cell-properties fo:wrap-option=\"wrap\"/></style:style>\n" \
  "<style:style style:name=\"row\" style:family=\"table-row\">" \
  "<style:table-row-properties style:use-optimal-row-height=\"true\"/></style:style>\n"
#define TABLES_END "</office:spreadsheet></office:body></office:document>\n"

typedef struct
{
  BenchPrograms programs;
  const char *file;
  char *pack;
  char *words;
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
                    "pdf", "--outdir", self->programs.folder, self->table);
}

static double
print_floor (gpointer data)
{
  Bench *self = data;
  g_autofree char *plain = g_build_filename (self->programs.folder, "plain.pdf", NULL);

  return BENCH_RUN (&self->programs, BENCH_OURS, BENCH_FLOOR, self->words, plain);
}

/* A row for a line of the pack and a cell for each piece of it, in the table that has as many columns. */
static void
add_line (GString    *tables[MOST_COLUMNS + 1],
          const char *line)
{
  g_auto (GStrv) pieces = g_regex_split_simple (" {2,}", line, 0, 0);
  guint n = MIN (g_strv_length (pieces), MOST_COLUMNS);

  if (*line == '\0')
    return;
  if (tables[n] == NULL)
    tables[n] = g_string_new (NULL);
  g_string_append (tables[n], "<table:table-row table:style-name=\"row\">");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *escaped = g_markup_escape_text (pieces[i], -1);

      g_string_append_printf (tables[n], "<table:table-cell office:value-type=\"string\" table:style-name=\"cell\">"
                              "<text:p>%s</text:p></table:table-cell>", escaped);
    }
  g_string_append (tables[n], "</table:table-row>\n");
}

static char *
join_tables (GString *tables[MOST_COLUMNS + 1])
{
  g_autoptr (GString) all = g_string_new (TABLES_BEGIN);

  for (guint n = 1; n <= MOST_COLUMNS; n++)
    {
      char width[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (width, sizeof width, "%.3f", TEXT_WIDTH / n);
      g_string_append_printf (all, "<style:style style:name=\"column%u\" style:family=\"table-column\">"
                              "<style:table-column-properties style:column-width=\"%scm\"/></style:style>\n", n, width);
    }
  g_string_append (all, "</office:automatic-styles><office:body><office:spreadsheet>\n");
  for (guint n = 1; n <= MOST_COLUMNS; n++)
    if (tables[n] != NULL)
      g_string_append_printf (all, "<table:table table:name=\"%u\"><table:table-column table:style-name=\"column%u\" "
                              "table:number-columns-repeated=\"%u\"/>\n%s</table:table>\n", n, n, n, tables[n]->str);
  g_string_append (all, TABLES_END);

  return g_string_free_and_steal (g_steal_pointer (&all));
}

/* The words of the pack. A table of all lines would run over the edge of the page, and print five times as many. */
static void
write_table (Bench *self)
{
  g_autofree char *text = NULL, *all = NULL;
  g_auto (GStrv) lines = NULL;
  GString *tables[MOST_COLUMNS + 1] = { NULL };
  g_autoptr (GError) error = NULL;

  BENCH_RUN (&self->programs, BENCH_OURS, "pdftotext", "-layout", self->pack, self->words);
  if (!g_file_get_contents (self->words, &text, NULL, &error))
    g_error ("%s", error->message);
  g_strdelimit (text, "\f", ' ');
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    add_line (tables, g_strstrip (lines[i]));
  all = join_tables (tables);
  for (guint n = 0; n <= MOST_COLUMNS; n++)
    if (tables[n] != NULL)
      g_string_free (tables[n], TRUE);
  if (!g_file_set_contents (self->table, all, -1, &error))
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

/* Once: it takes as long as it takes. */
static void
report_all_risks (Bench      *self,
                  const char *size)
{
  static const BenchTitle title = { "B6", "pack of all risks, memory", "the summary of one risk", 0, "MB" };
  double ours[BENCH_N_TIMES], theirs[BENCH_N_TIMES];

  print_ours (self);
  BENCH_RUN (&self->programs, BENCH_THEIRS, BENCH_CLI, "summary", self->file, self->pack, "--risk", "R1");
  for (guint i = 0; i < BENCH_N_TIMES; i++)
    {
      ours[i] = self->programs.peaks[BENCH_OURS][0];
      theirs[i] = self->programs.peaks[BENCH_THEIRS][0];
    }
  bench_report (size, &title, ours, theirs);
}

int
main (int    argc,
      char **argv)
{
  static const BenchTitle time = { "B6", "200-page pack as PDF", "LibreOffice, the same words in tables", 0.5 };
  static const BenchTitle memory = { "B6", "200-page pack, memory", "LibreOffice's", 0, "MB" };
  static const BenchTitle floor_time = { "B6", "least that a pack can be", "LibreOffice, the same words in tables" };
  static const BenchTitle floor_memory = { "B6", "least that a pack can be, memory", "LibreOffice's", 0, "MB" };
  Bench self = { 0 };

  if (argc != 3)
    g_error ("Say which workbook, and its size");
  bench_programs_begin (&self.programs, "bench-paper-XXXXXX");
  self.file = argv[1];
  self.pack = g_build_filename (self.programs.folder, "pack.pdf", NULL);
  self.words = g_build_filename (self.programs.folder, "words", NULL);
  self.table = g_build_filename (self.programs.folder, "table.fods", NULL);
  self.converted = g_build_filename (self.programs.folder, "table.pdf", NULL);
  if (g_str_equal (argv[2], "large"))
    {
      report_all_risks (&self, argv[2]);
      return 0;
    }
  print_ours (&self);
  write_table (&self);
  bench_programs_compare (&self.programs, argv[2], &time, &memory, print_ours, print_theirs, &self);
  report_sizes (&self, argv[2]);
  bench_programs_compare (&self.programs, argv[2], &floor_time, &floor_memory, print_floor, print_theirs, &self);
  return 0;
}
