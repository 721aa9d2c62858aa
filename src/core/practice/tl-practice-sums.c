/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-sums.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SUMS "SHA256SUMS"

/* A case of many years is a few megabytes. */
#define MOST_BYTES (64 * 1024 * 1024)

static char *
read_all (GFile         *folder,
          const char    *name,
          gsize         *length,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (GFile) file = g_file_get_child (folder, name);
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, cancellable, error);
  char *bytes = NULL;

  if (info == NULL)
    return NULL;
  if (g_file_info_get_size (info) > MOST_BYTES)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("%s: it is too large to be part of a case"), g_file_peek_path (file));
      return NULL;
    }
  return g_file_load_contents (file, cancellable, &bytes, length, NULL, error) ? bytes : NULL;
}

/* Lines as sha256sum writes them: the sum, two spaces or a space and an asterisk, the name. */
static gboolean
has_sum (const char *sums,
         const char *name,
         const char *sum)
{
  g_auto (GStrv) lines = g_strsplit (sums, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *space = strchr (lines[i], ' ');

      if (space != NULL && strlen (space) > 2 && g_str_equal (g_strchomp ((char *) space + 2), name))
        return g_ascii_strncasecmp (lines[i], sum, strlen (sum)) == 0;
    }
  return FALSE;
}

static gboolean
check_sum (GFile         *folder,
           const char    *sums,
           const char    *name,
           GCancellable  *cancellable,
           GError       **error)
{
  gsize length = 0;
  g_autofree char *bytes = read_all (folder, name, &length, cancellable, error);
  g_autofree char *sum = bytes != NULL ? g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, length) : NULL;

  if (sum == NULL)
    return FALSE;
  if (has_sum (sums, name, sum))
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _("%1$s: “%2$s” isn’t what it was when the case was made, so its answers may no longer be right; get the case anew"),
               g_file_peek_path (folder), name);
  return FALSE;
}

/**
 * tl_practice_sums_check:
 * @folder: the folder of a case
 * @names: (array zero-terminated=1): the files in it that must be as they were
 * @cancellable: (nullable): to cancel
 * @error: which one isn't, and what to do
 *
 * Compares files with the list of sums beside them, which is as `sha256sum` of GNU coreutils writes it. A case is worth
 * nothing when its answers don't belong to its workbook; this tells accidents, not forgery. It waits for the disk.
 *
 * Returns: whether they are all as they were
 */
gboolean
tl_practice_sums_check (GFile               *folder,
                        const char * const  *names,
                        GCancellable        *cancellable,
                        GError             **error)
{
  gsize length = 0;
  g_autofree char *sums = read_all (folder, SUMS, &length, cancellable, error);

  if (sums == NULL)
    return FALSE;
  for (guint i = 0; names[i] != NULL; i++)
    if (!check_sum (folder, sums, names[i], cancellable, error))
      return FALSE;
  return TRUE;
}

/**
 * tl_practice_sums_write:
 * @folder: the folder of a case
 * @names: (array zero-terminated=1): the files in it whose sums are kept
 * @cancellable: (nullable): to cancel
 * @error: why they can't be
 *
 * Writes the list of sums, the same as `sha256sum` writes. It waits for the disk.
 *
 * Returns: whether it was written
 */
gboolean
tl_practice_sums_write (GFile               *folder,
                        const char * const  *names,
                        GCancellable        *cancellable,
                        GError             **error)
{
  g_autoptr (GString) sums = g_string_new (NULL);
  g_autoptr (GFile) file = g_file_get_child (folder, SUMS);

  for (guint i = 0; names[i] != NULL; i++)
    {
      gsize length = 0;
      g_autofree char *bytes = read_all (folder, names[i], &length, cancellable, error);
      g_autofree char *sum = bytes != NULL ? g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, length) : NULL;

      if (sum == NULL)
        return FALSE;
      g_string_append_printf (sums, "%s  %s\n", sum, names[i]);
    }
  return g_file_replace_contents (file, sums->str, sums->len, NULL, FALSE, G_FILE_CREATE_NONE, NULL, cancellable, error);
}
