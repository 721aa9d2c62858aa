/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-store.h"
#include "support/test-xlsx.h"

#include <string.h>

#include "tl-progress.h"
#include "tl-xlsx-ours.h"
#include "tl-xlsx-pieces.h"
#include "tl-xlsx-reader.h"

/* Spreadsheets as other programs write them, and as nobody should. */

#define HEADINGS "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>"

static TlSheets *
try_read (const char  *path,
          GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return tl_xlsx_read (file, NULL, error);
}

/* The cells of a sheet's rows, as "2: R1 | Missed doses". */
static char *
read_rows (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlSheets) sheets = try_read (path, &error);
  g_autoptr (GString) text = g_string_new (NULL);
  const TlSheet *sheet;

  g_assert_no_error (error);
  g_assert_cmpuint (sheets->problems->len, ==, 0);
  g_assert_cmpuint (sheets->sheets->len, ==, 1);
  sheet = g_ptr_array_index (sheets->sheets, 0);
  for (guint i = 0; i < tl_sheet_get_n_rows (sheet); i++)
    {
      g_string_append_printf (text, "%u:", tl_sheet_get_row_number (sheet, i));
      for (guint j = 0; j < tl_sheet_get_n_cells (sheet, i); j++)
        g_string_append_printf (text, "%s%s", j > 0 ? "|" : "", tl_sheet_get_cell (sheet, i, j));
      g_string_append_c (text, '\n');
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
assert_rows (const char *sheet,
             const char *expected)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_path (desk, "a.xlsx");
  g_autofree char *found = NULL;

  test_xlsx_write_sheet (path, sheet);
  found = read_rows (path);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_cells_are_what_they_show (void)
{
  assert_rows (TEST_XLSX_SHEET (
                 HEADINGS
                 "<row r=\"4\"><c r=\"A4\" t=\"inlineStr\"><is><t>R_x0031_</t></is></c><c r=\"B4\" t=\"s\"><v>2</v></c></row>"
                 "<row r=\"5\"><c r=\"B5\" s=\"1\"><v>46112</v></c><c r=\"C5\" s=\"2\"><v>46112.75</v></c>"
                 "<c r=\"D5\" s=\"3\"><v>0.94199999999999995</v></c><c r=\"E5\" s=\"4\"><v>94.200000000000003</v></c></row>"
                 "<row r=\"6\"><c r=\"A6\" t=\"b\"><v>1</v></c><c t=\"str\"><f>A1&amp;\"x\"</f><v>as saved</v></c>"
                 "<c t=\"e\"><v>#N/A</v></c><c s=\"1\"/><c t=\"d\"><v>2026-03-31</v></c></row>"
                 "<row><c s=\"1\"><v>1</v></c><c s=\"1\"><v>61</v></c><c s=\"1\"><v>-4</v></c></row>"
                 "<row r=\"9\"><c r=\"A9\" s=\"1\"/></row>"),
               "4:R1|Missed doses\n"
               "5:|2026-03-31|2026-03-31|94.2%|94.2\n"
               "6:yes|as saved|#N/A||2026-03-31\n"
               "7:1900-01-01|1900-03-01|-4\n");
}

/* Prefixes, no numbers of rows and cells, days from 1904, a heading far down. */
static void
test_other_programs_ways (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_path (desk, "a.xlsx");
  g_autofree char *found = NULL;
  g_autoptr (TlSheets) sheets = NULL;

  test_xlsx_write (path,
                   "xl/_rels/workbook.xml.rels",
                   "<p:Relationships xmlns:p=\"p\"><p:Relationship Id=\"x\" Type=\"a/worksheet\" Target=\"/xl/one.xml\"/>"
                   "<p:Relationship Id=\"y\" Type=\"a/styles\" Target=\"styles.xml\"/></p:Relationships>",
                   "xl/styles.xml", "<x:styleSheet xmlns:x=\"x\"><x:cellXfs><x:xf numFmtId=\"15\"/></x:cellXfs></x:styleSheet>",
                   "xl/workbook.xml",
                   "<x:workbook xmlns:x=\"x\" xmlns:r=\"r\"><x:workbookPr date1904=\"1\"/><x:sheets>"
                   "<x:sheet name=\"Lists\" state=\"hidden\" r:id=\"z\"/><x:sheet name=\"Rota\" r:id=\"z\"/>"
                   "<x:sheet name=\" RISKS \" r:id=\"x\"/></x:sheets></x:workbook>",
                   "xl/one.xml",
                   "<x:worksheet xmlns:x=\"x\"><x:sheetData><x:row/><x:row><x:c t=\"inlineStr\"><x:is><x:t>Ref</x:t></x:is>"
                   "</x:c></x:row><x:row><x:c s=\"0\"><x:v>44650</x:v></x:c></x:row></x:sheetData></x:worksheet>", NULL);
  found = read_rows (path);
  g_assert_cmpstr (found, ==, "3:2026-03-31\n");
  sheets = try_read (path, NULL);
  g_assert_cmpuint (sheets->notes->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (sheets->notes, 0), "\"Rota\""));
}

/* What is wrong within a sheet is told with its place, as a problem among others. */
static void
assert_problem (const char *sheet,
                guint       row,
                const char *part)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_path (desk, "a.xlsx");
  g_autoptr (GError) error = NULL;
  g_autoptr (TlSheets) sheets = NULL;
  const TlImportProblem *problem;

  test_xlsx_write_sheet (path, sheet);
  sheets = try_read (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sheets->sheets->len, ==, 0);
  g_assert_cmpuint (sheets->problems->len, ==, 1);
  problem = g_ptr_array_index (sheets->problems, 0);
  g_assert_true (problem->blocking);
  g_assert_cmpstr (problem->sheet, ==, "Risks");
  g_assert_cmpuint (problem->row, ==, row);
  if (strstr (problem->message, part) == NULL)
    g_error ("“%s” doesn't say “%s”", problem->message, part);
}

static void
test_sheets_that_are_refused (void)
{
  g_autofree char *filler = g_strnfill (140000, 'x');
  g_autofree char *wide = g_strconcat ("<worksheet><sheetData>" HEADINGS "<row><c t=\"str\"><v>", filler,
                                       "</v></c></row></sheetData></worksheet>", NULL);
  g_autofree char *blank = g_strnfill (40 * 1024 * 1024, ' ');
  g_autofree char *bomb = g_strconcat ("<worksheet>", blank, "</worksheet>", NULL);
  g_autoptr (GString) deep = g_string_new ("<worksheet><sheetData>" HEADINGS);

  for (guint i = 0; i < 100; i++)
    g_string_append (deep, "<a>");
  assert_problem (bomb, 1, "unpacks to far more");
  assert_problem (deep->str, 2, "nested");
  assert_problem (wide, 2, "longer than");
  assert_problem (TEST_XLSX_SHEET (HEADINGS "<row r=\"5\"/><row r=\"5\"/>"), 6, "out of order");
  assert_problem (TEST_XLSX_SHEET (HEADINGS "<row r=\"2000000\"><c><v>1</v></c></row>"), 2, "more than 1048576 rows");
  assert_problem (TEST_XLSX_SHEET (HEADINGS "<row r=\"-1\"/>"), 2, "damaged");
  assert_problem (TEST_XLSX_SHEET (HEADINGS "<row><c><v>1</v></c><row r=\"9\"/></row>"), 2, "damaged");
  assert_problem (TEST_XLSX_SHEET (HEADINGS "<row><c r=\"B2\"><v>1</v></c><c r=\"A2\"><v>1</v></c></row>"), 2,
                  "out of order");
  assert_problem (TEST_XLSX_SHEET (HEADINGS "<row><c r=\"IW2\"><v>1</v></c></row>"), 2, "more than 256 cells");
  assert_problem (TEST_XLSX_SHEET (HEADINGS "<row><c r=\"ZZZZZZZZZZZZZZZ2\"><v>1</v></c></row>"), 2, "out of order");
  assert_problem (TEST_XLSX_SHEET (HEADINGS "<row><c t=\"s\"><v>3</v></c></row>"), 2, "damaged");
  assert_problem (TEST_XLSX_SHEET (HEADINGS "<row><c t=\"s\"><v>-1</v></c></row>"), 2, "damaged");
  assert_problem ("<!DOCTYPE a [<!ENTITY b \"c\">]><worksheet><sheetData/></worksheet>", 1, "entities");
  assert_problem ("<worksheet><sheetData>", 1, "damaged");
}

static void
assert_refused (const char *path,
                const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlSheets) sheets = try_read (path, &error);

  g_assert_null (sheets);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” doesn't say “%s”", error->message, part);
}

static void
test_files_that_are_refused (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_path (desk, "a.xlsx");
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_set_contents (path, "\xd0\xcf\x11\xe0rest", -1, NULL));
  assert_refused (path, "has a password");
  g_assert_true (g_file_set_contents (path, "Ref,Title\n", -1, NULL));
  assert_refused (path, "neither a spreadsheet");
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  assert_refused (path, "neither a spreadsheet");
  test_xlsx_write (path, "content.xml", "<a/>", NULL);
  assert_refused (path, "not a spreadsheet");
  test_xlsx_write (path, "xl/workbook.xml", "<workbook><sheets><sheet name=\"Rota\"/></sheets></workbook>", NULL);
  assert_refused (path, "none of its sheets");

  test_xlsx_write_sheet (path, TEST_XLSX_SHEET (HEADINGS));
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_true (g_file_set_contents (path, content, (gssize) length / 2, NULL));
  assert_refused (path, "");
}

/* A few bytes that stand for the same long text in every cell. */
static void
test_text_that_is_repeated_for_ever (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_path (desk, "a.xlsx");
  g_autofree char *filler = g_strnfill (32000, 'x');
  g_autofree char *texts = g_strconcat ("<sst><si><t>", filler, "</t></si></sst>", NULL);
  g_autoptr (GString) sheet = g_string_new ("<worksheet><sheetData>");
  g_autoptr (TlSheets) sheets = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append (sheet, "<row><c t=\"s\"><v>0</v></c></row>");
  g_string_append (sheet, "</sheetData></worksheet>");
  test_xlsx_write (path, "xl/workbook.xml", "<workbook><sheets><sheet name=\"Risks\" id=\"a\"/></sheets></workbook>",
                   "xl/_rels/workbook.xml.rels",
                   "<Relationships><Relationship Id=\"a\" Type=\"/worksheet\" Target=\"a.xml\"/>"
                   "<Relationship Id=\"b\" Type=\"/sharedStrings\" Target=\"b.xml\"/></Relationships>",
                   "xl/b.xml", texts, "xl/a.xml", sheet->str, NULL);
  sheets = try_read (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sheets->problems->len, ==, 1);
  g_assert_nonnull (strstr (((const TlImportProblem *) g_ptr_array_index (sheets->problems, 0))->message, "MB of text"));
}

/* So long that it is read in pieces. */
#define MANY 40000

static char *
make_long_sheet (guint       odd,
                 const char *row,
                 const char *end)
{
  g_autoptr (GString) sheet = g_string_new ("<worksheet><sheetData>" HEADINGS);

  for (guint i = 2; i <= MANY; i++)
    {
      if (i == odd)
        g_string_append (sheet, row);
      else
        g_string_append_printf (sheet, "<row r=\"%u\"><c r=\"A%u\"><v>%u</v></c><c t=\"inlineStr\"><is><t>a &amp; %u</t></is>"
                                "</c></row>", i, i, i, i);
    }
  g_string_append (sheet, end);
  return g_string_free_and_steal (g_steal_pointer (&sheet));
}

static void
test_long_sheets (void)
{
  g_autofree char *sound = make_long_sheet (0, NULL, "</sheetData></worksheet>");
  g_autofree char *early = make_long_sheet (3, "<row r=\"3\"/><row r=\"3\"/>", "</sheetData></worksheet>");
  g_autofree char *late = make_long_sheet (MANY - 1, "<row><c t=\"s\"><v>9</v></c></row>", "</sheetData></worksheet>");
  g_autofree char *broken = make_long_sheet (20000, "<row><c></row>", "</sheetData></worksheet>");
  g_autofree char *unended = make_long_sheet (0, NULL, "</sheetData>");
  g_autoptr (GString) rows = g_string_new (NULL);

  for (guint i = 2; i <= MANY; i++)
    g_string_append_printf (rows, "%u:%u|a & %u\n", i, i, i);
  assert_rows (sound, rows->str);
  assert_problem (early, 4, "out of order");
  assert_problem (late, MANY - 1, "damaged");
  assert_problem (broken, 20000, "damaged");
  assert_problem (unended, MANY + 1, "damaged");
}

/* Rows without numbers, and what looks like a row and isn't, wherever a piece may end. */
static void
test_pieces (void)
{
  static const char odd[] =
    TEST_XLSX_SHEET (
      HEADINGS "<!-- <row r=\"3\"> --><row r=\"3\"><c t=\"inlineStr\"><is><t><![CDATA[<row r=\"4\">]]></t></is></c></row>"
      "<rows r=\"4\"/><row spans=\"1:2\"><c><v>1</v></c><c><v>2</v></c></row><row>\n<c r=\"C1\"><v>3</v></c></row>"
      "<row r=\"9\"\n><c><v>4</v></c></row></sheetData><sheetData><row r=\"12\"/><row><c s=\"1\"><v>5</v></c></row>");
  g_autofree char *filler = g_strnfill (300 * 1024, ' ');
  g_autofree char *sheet = g_strconcat (odd, filler, NULL);

  for (gsize length = 1; length < sizeof odd; length += 7)
    {
      tl_xlsx_pieces_set_length (length);
      assert_rows (sheet, "3:<row r=\"4\">\n4:1|2\n5:||3\n9:4\n13:1900-01-05\n");
    }
  tl_xlsx_pieces_set_length (0);
}

static gboolean
is_ours (const char *name,
         const char *more,
         const char *sheet)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_path (desk, "a.xlsx");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *workbook = g_strdup_printf ("<workbook><sheets><sheet name=\"%s\" id=\"a\"/>%s</sheets></workbook>", name,
                                               more);

  test_xlsx_write (path, "xl/workbook.xml", workbook, "xl/_rels/workbook.xml.rels",
                   "<Relationships><Relationship Id=\"a\" Type=\"/worksheet\" Target=\"a.xml\"/></Relationships>",
                   "xl/a.xml", sheet, NULL);
  return tl_xlsx_is_ours (file, NULL);
}

/* Whatever is wrong further down is told when it is read. */
static void
test_what_is_all_ours (void)
{
  static const char ours[] = "<worksheet><sheetData><row><c t=\"str\"><v>Ref</v></c><c t=\"str\"><v>Title</v></c></row><row>";
  static const char theirs[] = TEST_XLSX_SHEET ("<row><c t=\"str\"><v>Ref</v></c><c t=\"str\"><v>RAG</v></c><c t=\"str\"><v>By when"
                                                "</v></c></row>");
  g_autoptr (GFile) none = g_file_new_for_path ("/nowhere");

  g_assert_true (is_ours ("risks", "", ours));
  g_assert_true (is_ours ("Risks", "<sheet name=\"Lists\" state=\"hidden\"/>", ours));
  g_assert_false (is_ours ("Risks", "<sheet name=\"Rota\"/>", ours));
  g_assert_false (is_ours ("Risks", "", theirs));
  g_assert_false (is_ours ("Action plan", "", ours));
  g_assert_false (tl_xlsx_is_ours (none, NULL));
}

static void
cancel_cb (TlProgress *progress,
           gpointer    data)
{
  g_cancellable_cancel (G_CANCELLABLE (progress));
}

static void
test_long_sheets_can_be_stopped (void)
{
  g_autoptr (TestDesk) desk = test_desk_new ();
  g_autofree char *path = test_desk_path (desk, "a.xlsx");
  g_autofree char *sheet = make_long_sheet (0, NULL, "</sheetData></worksheet>");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TlProgress) progress = tl_progress_new (cancel_cb, NULL);
  g_autoptr (TlSheets) sheets = NULL;
  g_autoptr (GError) error = NULL;

  test_xlsx_write_sheet (path, sheet);
  sheets = tl_xlsx_read (file, G_CANCELLABLE (progress), &error);
  g_assert_null (sheets);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (tl_progress_get_rows (progress), <, MANY / 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xlsx/cells-are-what-they-show", test_cells_are_what_they_show);
  g_test_add_func ("/xlsx/other-programs-ways", test_other_programs_ways);
  g_test_add_func ("/xlsx/sheets-that-are-refused", test_sheets_that_are_refused);
  g_test_add_func ("/xlsx/files-that-are-refused", test_files_that_are_refused);
  g_test_add_func ("/xlsx/long-sheets", test_long_sheets);
  g_test_add_func ("/xlsx/pieces", test_pieces);
  g_test_add_func ("/xlsx/what-is-all-ours", test_what_is_all_ours);
  g_test_add_func ("/xlsx/long-sheets-can-be-stopped", test_long_sheets_can_be_stopped);
  g_test_add_func ("/xlsx/text-that-is-repeated-for-ever", test_text_that_is_repeated_for_ever);
  return g_test_run ();
}
