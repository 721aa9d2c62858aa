/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include <glib/gstdio.h>
#include <string.h>

#include "test-xlsx.h"
#include "tl-xlsx-reader.h"

/* A spreadsheet: the file itself, or a sheet in a good one, which damage to the file would hardly ever reach. */

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

static void
try (GBytes *input)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TlSheets) sheets = NULL;
  gsize length;
  const char *data = g_bytes_get_data (input, &length);

  if (length > 0 && data[0] == '<')
    {
      g_autofree char *sheet = g_strndup (data, length);

      test_xlsx_write_sheet (path, sheet);
    }
  else
    g_assert_true (g_file_set_contents_full (path, length > 0 ? data : "", (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600,
                                             NULL));
  sheets = tl_xlsx_read (file, NULL, NULL);
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
