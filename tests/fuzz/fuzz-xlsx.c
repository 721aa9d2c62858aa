/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include <glib/gstdio.h>
#include <string.h>

#include "test-xlsx.h"
#include "tl-xlsx-pieces.h"
#include "tl-xlsx-reader.h"

/* A spreadsheet: the file itself, or a sheet in a good one, which damage to the file would hardly ever reach. A long sheet
 * is read in pieces, which must come to the same as the whole. */

/* Every so many sheets one is read as a long one, too, which takes a lot of filling. */
#define STRIDE 8
#define FILLER (300 * 1024)
#define PIECE 200

static char *folder;
static char *path;

static void
begin (GPtrArray *seeds)
{
  char *content;
  gsize length;

  folder = g_dir_make_tmp ("throughline-fuzz-XXXXXX", NULL);
  path = g_build_filename (folder, "a.xlsx", NULL);
  test_xlsx_write_sheet (path, g_bytes_get_data (g_ptr_array_index (seeds, 0), NULL));
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_ptr_array_add (seeds, g_bytes_new_take (content, length));
}

static char *
tell (TlSheets *sheets)
{
  GString *told = g_string_new (NULL);

  for (guint i = 0; sheets != NULL && i < sheets->problems->len; i++)
    {
      g_autofree char *problem = tl_import_problem_to_text (g_ptr_array_index (sheets->problems, i));

      g_string_append_printf (told, "%s\n", problem);
    }
  for (guint i = 0; sheets != NULL && i < sheets->sheets->len; i++)
    {
      TlSheet *sheet = g_ptr_array_index (sheets->sheets, i);

      for (guint j = 0; j < tl_sheet_get_n_rows (sheet); j++)
        {
          for (guint k = 0; k < tl_sheet_get_n_cells (sheet, j); k++)
            g_string_append_printf (told, "%u %s|", tl_sheet_get_row_number (sheet, j), tl_sheet_get_cell (sheet, j, k));
        }
    }
  return g_string_free_and_steal (told);
}

static char *
read_in_pieces (GFile *file,
                gsize  length)
{
  g_autoptr (TlSheets) sheets = NULL;

  tl_xlsx_pieces_set_length (length);
  sheets = tl_xlsx_read (file, NULL, NULL);
  tl_xlsx_pieces_set_length (0);
  return tell (sheets);
}

/* Space after the end of all is nothing. */
static void
try_long (GFile      *file,
          const char *sheet)
{
  g_autofree char *filler = g_strnfill (FILLER, ' ');
  g_autofree char *filled = g_strconcat (sheet, filler, NULL);
  g_autofree char *whole = NULL, *in_pieces = NULL;

  test_xlsx_write_sheet (path, filled);
  whole = read_in_pieces (file, G_MAXSIZE);
  in_pieces = read_in_pieces (file, PIECE);
  g_assert_cmpstr (in_pieces, ==, whole);
}

static void
try (GBytes *input)
{
  g_autofree char *sheet = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TlSheets) sheets = NULL;
  gsize length;
  const char *data = g_bytes_get_data (input, &length);

  if (length > 0 && data[0] == '<')
    {
      sheet = g_strndup (data, length);
      test_xlsx_write_sheet (path, sheet);
    }
  else
    g_assert_true (g_file_set_contents_full (path, length > 0 ? data : "", (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600,
                                             NULL));
  sheets = tl_xlsx_read (file, NULL, NULL);
  if (sheet != NULL && g_bytes_hash (input) % STRIDE == 0)
    try_long (file, sheet);
}

static void
end (void)
{
  g_unlink (path);
  g_rmdir (folder);
  g_free (path);
  g_free (folder);
}

const FuzzTarget fuzz_target = { "xlsx", 4000, begin, try, end };
