/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-folder.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

static void
assert_problem (const char *text,
                gssize      length,
                const char *expected)
{
  g_autofree char *folder = test_folder_make (NULL, NULL);
  g_autoptr (TlSheets) sheets = NULL;
  g_autofree char *said = NULL;

  test_folder_write (folder, "Risks.csv", text, length);
  sheets = test_folder_read (folder);
  g_assert_cmpuint (sheets->problems->len, ==, 1);
  g_assert_cmpuint (sheets->sheets->len, ==, 0);
  said = tl_import_problem_to_text (g_ptr_array_index (sheets->problems, 0));
  g_assert_cmpstr (said, ==, expected);
  g_assert_true (((TlImportProblem *) g_ptr_array_index (sheets->problems, 0))->blocking);
  test_folder_remove (folder);
}

static TlSheet *
read_one (const char *text)
{
  g_autofree char *folder = test_folder_make ("Risks.csv", text, NULL);
  g_autoptr (TlSheets) sheets = test_folder_read (folder);

  g_assert_cmpuint (sheets->problems->len, ==, 0);
  g_assert_cmpuint (sheets->sheets->len, ==, 1);
  test_folder_remove (folder);
  return g_ptr_array_steal_index (sheets->sheets, 0);
}

/* A mark, any line ends, quoted commas, quotes and newlines: what spreadsheet programs write. */
static void
test_cells_are_read (void)
{
  g_autoptr (TlSheet) sheet = read_one ("\xef\xbb\xbfRef, Title ,Notes\r\n"
                                        "R1,\"Doses missed, at night\",\"She said \"\"no\"\"\"\r\n"
                                        "\r\n"
                                        "R2,\"Two\r\nlines\",\r"
                                        "R3,\xc2\xa0 Zürich \xc2\xa0,last");

  g_assert_cmpuint (tl_sheet_get_n_columns (sheet), ==, 3);
  g_assert_cmpstr (tl_sheet_get_heading (sheet, 0), ==, "Ref");
  g_assert_cmpstr (tl_sheet_get_heading (sheet, 1), ==, "Title");
  g_assert_cmpuint (tl_sheet_get_n_rows (sheet), ==, 3);
  g_assert_cmpstr (tl_sheet_get_cell (sheet, 0, 1), ==, "Doses missed, at night");
  g_assert_cmpstr (tl_sheet_get_cell (sheet, 0, 2), ==, "She said \"no\"");
  g_assert_cmpstr (tl_sheet_get_cell (sheet, 1, 1), ==, "Two\nlines");
  g_assert_cmpstr (tl_sheet_get_cell (sheet, 1, 2), ==, "");
  g_assert_cmpstr (tl_sheet_get_cell (sheet, 2, 1), ==, "Zürich");
  g_assert_cmpstr (tl_sheet_get_cell (sheet, 2, 2), ==, "last");
}

/* Rows are numbered as the spreadsheet numbers them: an empty one counts, a newline within a cell doesn't. */
static void
test_rows_keep_their_numbers (void)
{
  g_autoptr (TlSheet) sheet = read_one ("\nRef,Title\r\n\r\n,,\r\n\"R\n1\",x\n\nR2,y\n\n\n");

  g_assert_cmpuint (tl_sheet_get_heading_row (sheet), ==, 2);
  g_assert_cmpuint (tl_sheet_get_n_rows (sheet), ==, 2);
  g_assert_cmpuint (tl_sheet_get_row_number (sheet, 0), ==, 5);
  g_assert_cmpuint (tl_sheet_get_row_number (sheet, 1), ==, 7);
}

/* The buffer is filled many times over, and a return and its newline may fall into different ones. */
static void
test_long_files (void)
{
  g_autoptr (GString) text = g_string_new ("Ref,Title\r\n");
  g_autoptr (TlSheet) sheet = NULL;

  for (guint i = 1; i <= 50000; i++)
    g_string_append_printf (text, "R%u,\"title %u, of many\"\r\n", i, i);
  sheet = read_one (text->str);
  g_assert_cmpuint (tl_sheet_get_n_rows (sheet), ==, 50000);
  for (guint i = 1; i <= 50000; i += 7)
    {
      g_autofree char *title = g_strdup_printf ("title %u, of many", i);

      g_assert_cmpuint (tl_sheet_get_row_number (sheet, i - 1), ==, i + 1);
      g_assert_cmpstr (tl_sheet_get_cell (sheet, i - 1, 1), ==, title);
    }
}

static void
test_empty_sheets (void)
{
  g_autoptr (TlSheet) empty = read_one ("");
  g_autoptr (TlSheet) headings = read_one ("Ref,Title");

  g_assert_cmpuint (tl_sheet_get_n_columns (empty), ==, 0);
  g_assert_cmpuint (tl_sheet_get_n_rows (empty), ==, 0);
  g_assert_cmpuint (tl_sheet_get_n_columns (headings), ==, 2);
  g_assert_cmpuint (tl_sheet_get_n_rows (headings), ==, 0);
}

static void
test_broken_files (void)
{
  assert_problem ("Ref,Title\nR1,fine\nR2,\"never closed\nR3,x\n", -1,
                  "Risks row 3, column \"Title\": a quotation mark is opened here and never closed");
  assert_problem ("Ref,Title\nR1,5\" pipe\n", -1,
                  "Risks row 2, column \"Title\": a quotation mark stands inside a cell; such a cell must be in "
                  "quotation marks, with the mark doubled");
  assert_problem ("Ref,Title\nR1,\"a\" b\n", -1,
                  "Risks row 2, column \"Title\": a quotation mark stands inside a cell; such a cell must be in "
                  "quotation marks, with the mark doubled");
  assert_problem ("Ref,Title\nR1,Caf\xe9\n", -1,
                  "Risks row 2, column \"Title\": this is not UTF-8 text; save the sheet as \"CSV UTF-8\" in the "
                  "spreadsheet program");
  assert_problem ("Ref,Title\nR1,a\0b\n", 17,
                  "Risks row 2, column \"Title\": this is not UTF-8 text; save the sheet as \"CSV UTF-8\" in the "
                  "spreadsheet program");
  assert_problem ("\xff\xfeR\0e\0f\0", 8,
                  "Risks row 1: the file is in UTF-16; save the sheet as \"CSV UTF-8\" in the spreadsheet program");
}

/* What no spreadsheet holds ends in a sentence, not in the memory running out. */
static void
test_hostile_files (void)
{
  g_autofree char *long_cell = g_strnfill (10 * 1024 * 1024, 'x');
  g_autofree char *quoted = g_strconcat ("Ref,Title\nR1,\"", long_cell, NULL);
  g_autofree char *plain = NULL;
  g_autoptr (GString) wide = g_string_new ("Ref");
  g_autoptr (GString) many = g_string_new ("Ref\n");

  assert_problem (quoted, -1,
                  "Risks row 2, column \"Title\": the text is longer than the 32767 characters that a cell can hold; "
                  "is a quotation mark missing?");
  long_cell[40000] = '\0';
  plain = g_strconcat ("Ref,Title\nR1,", long_cell, "\n", NULL);
  assert_problem (plain, -1,
                  "Risks row 2, column \"Title\": the text is longer than the 32767 characters that a cell can hold");
  for (guint i = 1; i < 2000; i++)
    g_string_append_printf (wide, ",Column %u", i);
  assert_problem (wide->str, -1, "Risks row 1: the row has more than 256 cells");
  for (guint i = 0; i <= TL_SHEET_MAX_ROWS; i++)
    g_string_append_c (many, '\n');
  assert_problem (many->str, -1, "Risks row 1048577: the sheet has more than 1048576 rows");
}

static void
test_files_are_found (void)
{
  g_autofree char *folder = test_folder_make ("RISKS.CSV", "Ref\nR1\n", "step changes.csv", "Measure\nM1\n",
                                                "workbook.csv", "Key,Value\n", "Budget.csv", "x", ".hidden.csv", "x",
                                                "notes.txt", "x", NULL);
  g_autoptr (TlSheets) sheets = test_folder_read (folder);

  g_assert_cmpuint (sheets->problems->len, ==, 0);
  g_assert_cmpuint (sheets->sheets->len, ==, 3);
  g_assert_cmpstr (tl_sheet_get_name (g_ptr_array_index (sheets->sheets, 0)), ==, "Risks");
  g_assert_cmpstr (tl_sheet_get_name (g_ptr_array_index (sheets->sheets, 1)), ==, "Step changes");
  g_assert_cmpstr (tl_sheet_get_name (g_ptr_array_index (sheets->sheets, 2)), ==, "Workbook");
  g_assert_cmpuint (sheets->notes->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (sheets->notes, 0), ==, "\"Budget.csv\" isn't one of the sheets, and was left out");
  test_folder_remove (folder);
}

/* All sheets that can't be read are told at once; a pipe must not keep us waiting. */
static void
test_unreadable_sheets (void)
{
  g_autofree char *folder = test_folder_make ("Risks.csv", "Ref\n", "risks.csv", "Ref\n", "People.csv", "a\xff", NULL);
  g_autofree char *pipe = g_build_filename (folder, "Places.csv", NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  g_autoptr (TlSheets) sheets = NULL;

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  sheets = test_folder_read (folder);
  g_assert_cmpuint (sheets->problems->len, ==, 3);
  first = tl_import_problem_to_text (g_ptr_array_index (sheets->problems, 0));
  second = tl_import_problem_to_text (g_ptr_array_index (sheets->problems, 1));
  third = tl_import_problem_to_text (g_ptr_array_index (sheets->problems, 2));
  g_assert_cmpstr (first, ==, "People row 1: this is not UTF-8 text; save the sheet as \"CSV UTF-8\" in the "
                              "spreadsheet program");
  g_assert_cmpstr (second, ==, "Places: this is not a file");
  g_assert_cmpstr (third, ==, "Risks: both \"Risks.csv\" and \"risks.csv\" hold this sheet; remove one");
  test_folder_remove (folder);
}

static void
assert_no_folder (const char *path,
                  const char *expected)
{
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_null (tl_csv_folder_read (folder, NULL, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (error->message, ==, expected);
}

static void
test_unreadable_folders (void)
{
  g_autofree char *folder = test_folder_make ("notes.txt", "x", NULL);
  g_autofree char *file = g_build_filename (folder, "notes.txt", NULL);
  g_autofree char *nothing = g_build_filename (folder, "nothing", NULL);

  assert_no_folder (folder, "none of the files in the folder is named as a sheet, such as Risks.csv");
  assert_no_folder (file, "this is not a folder of CSV files");
  assert_no_folder (nothing, "there is no such folder");
  test_folder_remove (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/cells-are-read", test_cells_are_read);
  g_test_add_func ("/csv/rows-keep-their-numbers", test_rows_keep_their_numbers);
  g_test_add_func ("/csv/long-files", test_long_files);
  g_test_add_func ("/csv/empty-sheets", test_empty_sheets);
  g_test_add_func ("/csv/broken-files", test_broken_files);
  g_test_add_func ("/csv/hostile-files", test_hostile_files);
  g_test_add_func ("/csv/files-are-found", test_files_are_found);
  g_test_add_func ("/csv/unreadable-sheets", test_unreadable_sheets);
  g_test_add_func ("/csv/unreadable-folders", test_unreadable_folders);
  return g_test_run ();
}
