/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-document-file.h"

#include <gio/gfiledescriptorbased.h>
#include <glib/gi18n-lib.h>
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

static gboolean
stream (const char     *path,
        GOutputStream  *out,
        GCancellable   *cancellable,
        GError        **error)
{
  g_autoptr (GFile) database = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) in = g_file_read (database, cancellable, error);
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  gboolean beginning = TRUE;
  gsize got;

  if (in == NULL)
    return FALSE;
  do
    {
      if (!g_input_stream_read_all (G_INPUT_STREAM (in), chunk, CHUNK, &got, cancellable, error))
        return FALSE;
      if (beginning && got >= TL_DOCUMENT_HEADER_LENGTH)
        tl_document_header_set_rollback (chunk);
      beginning = FALSE;
      if (!g_output_stream_write_all (out, chunk, got, NULL, cancellable, error))
        return FALSE;
    }
  while (got == CHUNK);
  return TRUE;
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
  g_autoptr (TlDocumentInfo) empty = NULL;
  g_autoptr (GError) reason = NULL;
  gboolean saved;

  tl_assert_may_wait ();

  if (!info->exists)
    {
      empty = make_empty (info, cancellable, &reason);
      if (empty == NULL)
        {
          refuse_writing (info->file, reason, error);
          return FALSE;
        }
    }
  saved = replace (empty != NULL ? empty : info, path, cancellable, &reason);
  if (saved)
    sync_folder_of (info->file);
  else
    refuse_writing (info->file, reason, error);
  if (!saved && empty != NULL)
    g_file_delete (info->file, NULL, NULL);
  return saved;
}
