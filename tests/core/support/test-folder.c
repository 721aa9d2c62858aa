/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-folder.h"

#include <glib/gstdio.h>

/* Makes a folder and writes into it a file for each pair of a name and a text. */
char *
test_folder_make (const char *name,
                  ...)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("throughline-XXXXXX", &error);
  va_list rest;

  g_assert_no_error (error);
  va_start (rest, name);
  while (name != NULL)
    {
      test_folder_write (folder, name, va_arg (rest, const char *), -1);
      name = va_arg (rest, const char *);
    }
  va_end (rest);
  return folder;
}

void
test_folder_write (const char *folder,
                   const char *file_name,
                   const char *text,
                   gssize      length)
{
  g_autofree char *path = g_build_filename (folder, file_name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);
}

/* Removes a folder of files and folders of files. */
void
test_folder_remove (const char *folder)
{
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;

  while (files != NULL && (name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        test_folder_remove (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

TlSheets *
test_folder_read (const char *folder)
{
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GError) error = NULL;
  TlSheets *sheets = tl_csv_folder_read (file, NULL, &error);

  g_assert_no_error (error);
  return sheets;
}
