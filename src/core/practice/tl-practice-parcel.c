/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-parcel.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-waiting.h"

/* What a parcel holds, and how long each may be. */
static const struct
{
  const char *name;
  gsize most;
} parts[] = {
  { "case.json", 1024 * 1024 },
  { "case.throughline", 64 * 1024 * 1024 },
  { "SHA256SUMS", 64 * 1024 },
};

#define MOST_BYTES (64 * 1024 * 1024)
#define N_PARTS G_N_ELEMENTS (parts)

static gboolean
refuse (GFile       *file,
        GError     **error,
        const char  *sentence)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: %s", g_file_peek_path (file), sentence);
  return FALSE;
}

static la_ssize_t
write_cb (struct archive *archive,
          void           *data,
          const void     *buffer,
          size_t          length)
{
  g_byte_array_append (data, buffer, (guint) length);
  return (la_ssize_t) length;
}

static gboolean
write_part (struct archive  *archive,
            GFile           *folder,
            const char      *name,
            GCancellable    *cancellable,
            GError         **error)
{
  g_autoptr (GFile) file = g_file_get_child (folder, name);
  g_autofree char *bytes = NULL;
  gsize length = 0;
  struct archive_entry *entry = NULL;
  gboolean written;

  if (!g_file_load_contents (file, cancellable, &bytes, &length, NULL, error))
    return FALSE;
  entry = archive_entry_new ();
  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t) length);
  /* The same case makes the same file. */
  archive_entry_set_mtime (entry, 315532800, 0);
  written = archive_write_header (archive, entry) == ARCHIVE_OK
            && archive_write_data (archive, bytes, length) == (la_ssize_t) length;
  archive_entry_free (entry);
  return written || refuse (file, error, archive_error_string (archive));
}

/**
 * tl_practice_parcel_write:
 * @folder: the folder of a case
 * @file: where to put it
 * @cancellable: (nullable): to cancel
 * @error: why it can't be written, or what is wrong with the case
 *
 * Makes one file of a case, so that a trainer can send it. It waits for the disk.
 *
 * Returns: whether it was written; a file that was there stays as it was if not
 */
gboolean
tl_practice_parcel_write (GFile         *folder,
                          GFile         *file,
                          GCancellable  *cancellable,
                          GError       **error)
{
  g_autoptr (TlPracticeCase) whole = NULL;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  struct archive *archive = NULL;
  gboolean written = TRUE;

  tl_assert_may_wait ();

  whole = tl_practice_case_load (folder, cancellable, error);
  if (whole == NULL)
    return FALSE;
  archive = archive_write_new ();
  archive_write_set_format_zip (archive);
  archive_write_set_bytes_in_last_block (archive, 1);
  archive_write_open (archive, bytes, NULL, write_cb, NULL);
  for (guint i = 0; written && i < N_PARTS; i++)
    written = write_part (archive, folder, parts[i].name, cancellable, error);
  if (archive_write_close (archive) != ARCHIVE_OK && written)
    written = refuse (file, error, archive_error_string (archive));
  archive_write_free (archive);
  return written
         && g_file_replace_contents (file, (const char *) bytes->data, bytes->len, NULL, FALSE, G_FILE_CREATE_NONE, NULL, cancellable,
                                     error);
}

static int
find_part (struct archive_entry *entry)
{
  const char *name = archive_entry_pathname_utf8 (entry);

  for (guint i = 0; name != NULL && archive_entry_filetype (entry) == AE_IFREG && i < N_PARTS; i++)
    if (g_str_equal (name, parts[i].name))
      return (int) i;
  return -1;
}

/* No more than a part may be long, whatever the zip says of itself. */
static gboolean
read_part (struct archive  *archive,
           GFile           *file,
           gsize            most,
           GByteArray      *bytes,
           GError         **error)
{
  char chunk[16 * 1024];
  la_ssize_t got;

  while ((got = archive_read_data (archive, chunk, sizeof chunk)) > 0)
    {
      if (bytes->len + (gsize) got > most)
        return refuse (file, error, _("this case unpacks to far more than any real one"));
      g_byte_array_append (bytes, (const guint8 *) chunk, (guint) got);
    }
  return got == 0 || refuse (file, error, _("this case is damaged; ask for it again"));
}

static gboolean
read_parts (struct archive  *archive,
            GFile           *file,
            GByteArray     **bytes,
            GError         **error)
{
  struct archive_entry *entry = NULL;
  int result, part;

  while ((result = archive_read_next_header (archive, &entry)) == ARCHIVE_OK || result == ARCHIVE_WARN)
    {
      part = find_part (entry);
      if (part < 0 || bytes[part]->len > 0)
        return refuse (file, error, _("this is no practice case: it holds something else"));
      if (!read_part (archive, file, parts[part].most, bytes[part], error))
        return FALSE;
    }
  if (result != ARCHIVE_EOF)
    return refuse (file, error, _("this case is damaged; ask for it again"));
  for (guint i = 0; i < N_PARTS; i++)
    if (bytes[i]->len == 0)
      return refuse (file, error, _("this is no practice case, or part of it is missing"));
  return TRUE;
}

static gboolean
load_parts (GFile         *file,
            GByteArray   **bytes,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, cancellable, error);
  g_autofree char *text = NULL;
  gsize length = 0;
  struct archive *archive = NULL;
  gboolean read;

  if (info == NULL)
    return FALSE;
  if (g_file_info_get_size (info) > MOST_BYTES)
    return refuse (file, error, _("this is far larger than any practice case"));
  if (!g_file_load_contents (file, cancellable, &text, &length, NULL, error))
    return FALSE;
  archive = archive_read_new ();
  archive_read_support_format_zip_seekable (archive);
  read = archive_read_open_memory (archive, text, length) == ARCHIVE_OK ? read_parts (archive, file, bytes, error)
                                                                        : refuse (file, error, _("this is no practice case"));
  archive_read_free (archive);
  return read;
}

static void
remove_folder (GFile *folder)
{
  for (guint i = 0; i < N_PARTS; i++)
    {
      g_autoptr (GFile) part = g_file_get_child (folder, parts[i].name);

      g_file_delete (part, NULL, NULL);
    }
  g_file_delete (folder, NULL, NULL);
}

static TlPracticeCase *
write_folder (GFile         *folder,
              GByteArray   **bytes,
              GCancellable  *cancellable,
              GError       **error)
{
  TlPracticeCase *found = NULL;
  gboolean written = TRUE;

  for (guint i = 0; written && i < N_PARTS; i++)
    {
      g_autoptr (GFile) part = g_file_get_child (folder, parts[i].name);

      written = g_file_replace_contents (part, (const char *) bytes[i]->data, bytes[i]->len, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                         cancellable, error);
    }
  found = written ? tl_practice_case_load (folder, cancellable, error) : NULL;
  if (found == NULL)
    remove_folder (folder);
  return found;
}

/**
 * tl_practice_parcel_unpack:
 * @file: a case as one file, which may be anything
 * @folder: a folder to make for it; its name is the case's id
 * @cancellable: (nullable): to cancel
 * @error: why it can't be used; %G_IO_ERROR_EXISTS where the folder is there already
 *
 * Unpacks a case that was sent, and checks it as every case. It waits for the disk.
 *
 * Returns: (transfer full): the case; nothing is left of one that can't be used
 */
TlPracticeCase *
tl_practice_parcel_unpack (GFile         *file,
                           GFile         *folder,
                           GCancellable  *cancellable,
                           GError       **error)
{
  GByteArray *bytes[N_PARTS];
  TlPracticeCase *found = NULL;

  tl_assert_may_wait ();

  for (guint i = 0; i < N_PARTS; i++)
    bytes[i] = g_byte_array_new ();
  if (load_parts (file, bytes, cancellable, error) && g_file_make_directory (folder, cancellable, error))
    found = write_folder (folder, bytes, cancellable, error);
  for (guint i = 0; i < N_PARTS; i++)
    g_byte_array_unref (bytes[i]);
  return found;
}
