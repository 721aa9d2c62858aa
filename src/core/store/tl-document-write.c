/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-document-file.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gfiledescriptorbased.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tl-document-header.h"
#include "tl-store-error.h"
#include "tl-sync.h"
#include "tl-waiting.h"

#define CHUNK (256 * 1024)

static void
refuse_writing (GFile         *file,
                const GError  *reason,
                GError       **error)
{
  g_autofree char *name = g_file_get_parse_name (file);

  if (reason->domain != G_IO_ERROR || reason->code == G_IO_ERROR_CANCELLED)
    {
      g_propagate_error (error, g_error_copy (reason));
      return;
    }
  switch (reason->code)
    {
    case G_IO_ERROR_NO_SPACE:
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_FULL,
                   _("“%s” can’t be saved: the disk is full. What was saved last is as it was, and your changes are "
                     "kept on this computer. Make some room, or save it somewhere else."), name);
      break;
    case G_IO_ERROR_PERMISSION_DENIED:
    case G_IO_ERROR_READ_ONLY:
    case G_IO_ERROR_NOT_SUPPORTED:
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_READ_ONLY,
                   _("“%s” can’t be saved here: its folder doesn’t allow it. Your changes are kept on this computer. "
                     "Save it somewhere else."), name);
      break;
    case G_IO_ERROR_NOT_FOUND:
    case G_IO_ERROR_NOT_DIRECTORY:
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_NOT_FOUND,
                   _("“%s” can’t be saved: its folder isn’t there. Your changes are kept on this computer. "
                     "Save it somewhere else."), name);
      break;
    case G_IO_ERROR_WRONG_ETAG:
    case G_IO_ERROR_EXISTS:
    case G_IO_ERROR_BUSY:
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_BUSY,
                   _("“%s” has been written by another program just now. Try again in a moment."), name);
      break;
    default:
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_FAILED,
                   _("“%s” can’t be saved: %s. Your changes are kept on this computer."), name, reason->message);
      break;
    }
}

/* What is read ends where the file does, or it isn't all of it. */
static gboolean
check_length (GFileInputStream  *in,
              goffset            length,
              GCancellable      *cancellable,
              GError           **error)
{
  g_autoptr (GFileInfo) found = g_file_input_stream_query_info (in, G_FILE_ATTRIBUTE_STANDARD_SIZE, cancellable, error);

  if (found == NULL)
    return FALSE;
  if (length > 0 && length == g_file_info_get_size (found))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT, _("what is kept of it on this computer can’t be read"));
  return FALSE;
}

static gboolean
stream (const char     *path,
        GOutputStream  *out,
        GCancellable   *cancellable,
        GError        **error)
{
  g_autoptr (GFile) database = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) in = g_file_read (database, cancellable, error);
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  goffset done = 0;
  gsize got;

  if (in == NULL)
    return FALSE;
  do
    {
      if (!g_input_stream_read_all (G_INPUT_STREAM (in), chunk, CHUNK, &got, cancellable, error))
        return FALSE;
      if (done == 0 && got >= TL_DOCUMENT_HEADER_LENGTH)
        tl_document_header_set_rollback (chunk);
      if (!g_output_stream_write_all (out, chunk, got, NULL, cancellable, error))
        return FALSE;
      done += (goffset) got;
    }
  while (got == CHUNK);
  return check_length (in, done, cancellable, error);
}

/* The new file is to be as open to others as the old one, and whole on the disk before it takes its place. */
static gboolean
settle (const TlDocumentInfo  *info,
        GOutputStream         *out,
        GError               **error)
{
  if (info->mode != 0 && G_IS_FILE_DESCRIPTOR_BASED (out))
    {
      int fd = g_file_descriptor_based_get_fd (G_FILE_DESCRIPTOR_BASED (out));

      /* A group that isn't ours can't be kept; its members still read what everyone may. */
      if (fchown (fd, (uid_t) -1, info->group) != 0)
        g_debug ("The group of a saved file can't be kept");
      if (fchmod (fd, info->mode) != 0)
        g_debug ("The permissions of a saved file can't be kept");
    }
  return tl_sync_stream (out, error);
}

static void
sync_folder_of (GFile *file)
{
  g_autofree char *path = g_file_is_native (file) ? g_file_get_path (file) : NULL;
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;

  if (folder != NULL)
    tl_sync_folder (folder);
}

static gboolean
refuse_system (int      system,
               GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_errno (system), g_strerror (system));
  return FALSE;
}

/* Whether a new file could be put where none was. Not every file system knows how to do that without taking the place of
 * one that has come meanwhile. */
static gboolean
put_first (const char  *written,
           const char  *place,
           GError     **error)
{
  if (renameat2 (AT_FDCWD, written, AT_FDCWD, place, RENAME_NOREPLACE) == 0)
    return TRUE;
  if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP)
    return refuse_system (errno, error);
  return g_rename (written, place) == 0 || refuse_system (errno, error);
}

/* Lets what was written take the file's place, if that is still as it was looked at. */
static gboolean
put_in_place (const TlDocumentInfo  *info,
              const char            *written,
              const char            *place,
              GError               **error)
{
  g_autoptr (TlDocumentInfo) now = tl_document_look (info->file, NULL, error);

  if (now == NULL)
    return FALSE;
  if (now->exists != info->exists || g_strcmp0 (now->etag, info->etag) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG, "");
      return FALSE;
    }
  if (!info->exists)
    return put_first (written, place, error);
  return g_rename (written, place) == 0 || refuse_system (errno, error);
}

/* Begins a file beside a document's. What is saved from one working copy always goes by the same name, so that a program
 * that is killed again and again leaves one such file at most, and the next save that ends well takes it away. */
static int
begin_beside (const char  *folder,
              const char  *path,
              int          mode,
              char       **written)
{
  g_autofree char *from = g_strconcat (g_get_host_name (), ":", path, NULL);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, from, -1);
  g_autofree char *name = g_strdup_printf (".throughline-%.12s", digest);
  int fd;

  *written = g_build_filename (folder, name, NULL);
  g_unlink (*written);
  fd = g_open (*written, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode);
  if (fd >= 0 || errno != EEXIST)
    return fd;

  /* Somebody else's, who doesn't let us take it away. */
  g_free (*written);
  *written = g_build_filename (folder, ".throughline-XXXXXX", NULL);
  return g_mkstemp_full (*written, O_WRONLY | O_CLOEXEC, mode);
}

/* GIO takes a file away before it writes the new one if it can't make one beside it, as on a disk that is full, and then
 * there may be neither. So a file of this computer, or behind the document portal, is written beside it here and put in
 * its place when it is whole. */
static gboolean
replace_local (const TlDocumentInfo  *info,
               const char            *path,
               GCancellable          *cancellable,
               GError               **error)
{
  g_autofree char *place = g_file_get_path (info->file);
  g_autofree char *folder = g_path_get_dirname (place);
  g_autofree char *written = NULL;
  int fd = begin_beside (folder, path, info->exists ? 0600 : 0666, &written);
  g_autoptr (GOutputStream) out = NULL;

  if (fd < 0)
    return refuse_system (errno, error);
  out = g_unix_output_stream_new (fd, TRUE);
  if (stream (path, out, cancellable, error) && settle (info, out, error)
      && g_output_stream_close (out, cancellable, error) && put_in_place (info, written, place, error))
    return TRUE;
  g_unlink (written);
  return FALSE;
}

static gboolean
replace (const TlDocumentInfo  *info,
         const char            *path,
         GCancellable          *cancellable,
         GError               **error)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GFileOutputStream) out =
    g_file_replace (info->file, info->etag, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, cancellable, error);

  if (out == NULL)
    return FALSE;
  if (stream (path, G_OUTPUT_STREAM (out), cancellable, error) && settle (info, G_OUTPUT_STREAM (out), error))
    return g_output_stream_close (G_OUTPUT_STREAM (out), cancellable, error);

  /* Closed in any other way, what is there so far would take the document's place. */
  g_cancellable_cancel (cancelled);
  g_output_stream_close (G_OUTPUT_STREAM (out), cancelled, NULL);
  return FALSE;
}

/* GIO writes a file that isn't there in place; as an empty one is replaced at once, half a file is never seen. */
static TlDocumentInfo *
make_empty (const TlDocumentInfo  *info,
            GCancellable          *cancellable,
            GError               **error)
{
  g_autoptr (GFileOutputStream) out = g_file_create (info->file, G_FILE_CREATE_NONE, cancellable, error);

  if (out == NULL || !g_output_stream_close (G_OUTPUT_STREAM (out), cancellable, error))
    return NULL;
  return tl_document_look (info->file, cancellable, error);
}

/* Somewhere else, such as on a server that only GIO can reach. */
static gboolean
replace_remote (const TlDocumentInfo  *info,
                const char            *path,
                GCancellable          *cancellable,
                GError               **error)
{
  g_autoptr (TlDocumentInfo) empty = NULL;

  if (info->exists)
    return replace (info, path, cancellable, error);
  empty = make_empty (info, cancellable, error);
  if (empty == NULL)
    return FALSE;
  if (replace (empty, path, cancellable, error))
    return TRUE;
  g_file_delete (info->file, NULL, NULL);
  return FALSE;
}

/**
 * tl_document_write:
 * @info: the file, as it was looked at
 * @path: path of a working copy's database, which is being held
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Lets a working copy take the place of a file, as a whole, unless the file has changed since it was looked at. When
 * this fails the file is as it was.
 *
 * Returns: whether it is saved
 */
gboolean
tl_document_write (const TlDocumentInfo  *info,
                   const char            *path,
                   GCancellable          *cancellable,
                   GError               **error)
{
  g_autoptr (GError) reason = NULL;
  gboolean saved;

  tl_assert_may_wait ();

  saved = g_file_is_native (info->file) ? replace_local (info, path, cancellable, &reason)
                                        : replace_remote (info, path, cancellable, &reason);
  if (saved)
    sync_folder_of (info->file);
  else
    refuse_writing (info->file, reason, error);
  return saved;
}
