/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-document-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tl-database.h"
#include "tl-document-header.h"
#include "tl-schema.h"
#include "tl-store-error.h"
#include "tl-store.h"
#include "tl-sync.h"
#include "tl-waiting.h"

#define CHUNK (256 * 1024)
#define ATTRIBUTES \
  G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_ETAG_VALUE "," \
  G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE "," G_FILE_ATTRIBUTE_UNIX_MODE "," G_FILE_ATTRIBUTE_UNIX_GID "," \
  G_FILE_ATTRIBUTE_UNIX_INODE "," G_FILE_ATTRIBUTE_TIME_CHANGED "," G_FILE_ATTRIBUTE_TIME_CHANGED_USEC

static void
refuse_reading (GFile         *file,
                const GError  *reason,
                GError       **error)
{
  g_autofree char *name = g_file_get_parse_name (file);

  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (reason));
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_FAILED,
                 _("“%s” can’t be read: you have no permission. Ask whoever keeps the folder."), name);
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_NOT_FOUND,
                 _("“%s” isn’t there. It may have been moved or renamed."), name);
  else
    g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_FAILED, _("“%s” can’t be read: %s."), name, reason->message);
}

/* A document is replaced as a whole, which must happen to the file itself and not to a link to it. */
static GFile *
follow_links (GFile   *file,
              GError **error)
{
  g_autofree char *path = g_file_is_native (file) ? g_file_get_path (file) : NULL;
  g_autofree char *real = NULL, *folder = NULL, *base = NULL, *name = NULL;

  if (path == NULL)
    return g_object_ref (file);
  real = realpath (path, NULL);
  if (real != NULL)
    return g_file_new_for_path (real);
  if (g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      name = g_file_get_parse_name (file);
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_NOT_FOUND,
                   _("“%s” is a link to a file that isn’t there."), name);
      return NULL;
    }

  folder = g_path_get_dirname (path);
  base = g_path_get_basename (path);
  real = realpath (folder, NULL);
  return real != NULL ? g_file_new_build_filename (real, base, NULL) : g_object_ref (file);
}

static gboolean
check_type (GFile      *file,
            GFileInfo  *found,
            GError    **error)
{
  GFileType type = g_file_info_get_file_type (found);
  g_autofree char *name = g_file_get_parse_name (file);

  if (type == G_FILE_TYPE_REGULAR)
    return TRUE;
  if (type == G_FILE_TYPE_DIRECTORY)
    g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_NOT_A_WORKBOOK, _("“%s” is a folder, not a workbook."), name);
  else
    g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_NOT_A_WORKBOOK, _("“%s” is not a Throughline workbook."), name);
  return FALSE;
}

/**
 * tl_document_look:
 * @file: a document's file, which need not be there
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what can be known of it without opening it, %NULL when it isn't a file
 */
TlDocumentInfo *
tl_document_look (GFile         *file,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr (TlDocumentInfo) self = g_new0 (TlDocumentInfo, 1);
  g_autoptr (GFileInfo) found = NULL;
  g_autoptr (GError) reason = NULL;

  tl_assert_may_wait ();

  self->file = follow_links (file, error);
  if (self->file == NULL)
    return NULL;
  self->address = g_file_get_uri (self->file);

  found = g_file_query_info (self->file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, &reason);
  if (found == NULL)
    {
      if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        return g_steal_pointer (&self);
      refuse_reading (file, reason, error);
      return NULL;
    }
  if (!check_type (file, found, error))
    return NULL;

  self->exists = TRUE;
  self->etag = g_strdup (g_file_info_get_etag (found));
  self->can_write = g_file_info_get_attribute_boolean (found, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE);
  self->mode = g_file_info_get_attribute_uint32 (found, G_FILE_ATTRIBUTE_UNIX_MODE) & 07777;
  self->group = g_file_info_get_attribute_uint32 (found, G_FILE_ATTRIBUTE_UNIX_GID);
  self->mark = g_strdup_printf ("%s %" G_GOFFSET_FORMAT " %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT ".%06u",
                                self->etag != NULL ? self->etag : "", g_file_info_get_size (found),
                                g_file_info_get_attribute_uint64 (found, G_FILE_ATTRIBUTE_UNIX_INODE),
                                g_file_info_get_attribute_uint64 (found, G_FILE_ATTRIBUTE_TIME_CHANGED),
                                g_file_info_get_attribute_uint32 (found, G_FILE_ATTRIBUTE_TIME_CHANGED_USEC));
  return g_steal_pointer (&self);
}

/**
 * tl_document_info_free:
 * @self: (transfer full): what is known of a file
 *
 * Frees it.
 */
void
tl_document_info_free (TlDocumentInfo *self)
{
  g_clear_object (&self->file);
  g_free (self->address);
  g_free (self->mark);
  g_free (self->etag);
  g_free (self);
}

static gboolean
check_beginning (const TlDocumentInfo  *info,
                 GFileInputStream      *stream,
                 const guint8          *chunk,
                 gsize                  length,
                 guint64               *file_length,
                 gboolean              *newer,
                 GCancellable          *cancellable,
                 GError               **error)
{
  g_autoptr (GFileInfo) found =
    g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, cancellable, error);
  g_autofree char *name = g_file_get_parse_name (info->file);
  guint32 version;

  if (found == NULL)
    return FALSE;
  *file_length = (guint64) g_file_info_get_size (found);
  if (newer == NULL)
    return tl_document_header_check (chunk, length, *file_length, name, error);
  if (!tl_document_header_read (chunk, length, *file_length, name, &version, error))
    return FALSE;
  *newer = version > TL_SCHEMA_VERSION;
  return TRUE;
}

static gboolean
copy_in (const TlDocumentInfo  *info,
         const char            *path,
         gboolean              *newer,
         GCancellable          *cancellable,
         GError               **error)
{
  g_autoptr (GFile) copy = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) in = g_file_read (info->file, cancellable, error);
  g_autoptr (GFileOutputStream) out = NULL;
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  guint64 file_length = 0, done = 0;
  gsize got;

  if (in == NULL)
    return FALSE;
  do
    {
      if (!g_input_stream_read_all (G_INPUT_STREAM (in), chunk, CHUNK, &got, cancellable, error))
        return FALSE;
      if (done == 0 && !check_beginning (info, in, chunk, got, &file_length, newer, cancellable, error))
        return FALSE;
      if (out == NULL)
        out = g_file_replace (copy, NULL, FALSE, G_FILE_CREATE_PRIVATE, cancellable, error);
      if (out == NULL || !g_output_stream_write_all (G_OUTPUT_STREAM (out), chunk, got, NULL, cancellable, error))
        return FALSE;
      done += got;
    }
  while (got == CHUNK && done < file_length);

  /* What is worked on must last as soon as the first change does; what goes with the program needn't. */
  if (done == file_length)
    return (tl_store_is_passing (path) || tl_sync_stream (G_OUTPUT_STREAM (out), error))
           && g_output_stream_close (G_OUTPUT_STREAM (out), cancellable, error);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT, _("it changed while it was read"));
  return FALSE;
}

/**
 * tl_document_take_in_any:
 * @info: a document's file
 * @path: a path in a working copy
 * @newer: (nullable) (out): whether a newer version made it; with %NULL such a one is refused
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Copies a document into a working copy, provided that its beginning is a workbook's.
 *
 * Returns: whether it is there
 */
gboolean
tl_document_take_in_any (const TlDocumentInfo  *info,
                         const char            *path,
                         gboolean              *newer,
                         GCancellable          *cancellable,
                         GError               **error)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char *name = g_file_get_parse_name (info->file);

  tl_assert_may_wait ();

  if (copy_in (info, path, newer, cancellable, &reason))
    return TRUE;
  g_unlink (path);
  if (reason->domain == TL_STORE_ERROR)
    g_propagate_error (error, g_steal_pointer (&reason));
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_FULL,
                 _("“%s” can’t be opened: the disk of this computer is full. Make some room and try again."), name);
  else
    refuse_reading (info->file, reason, error);
  return FALSE;
}

/**
 * tl_document_take_in:
 * @info: a document's file
 * @path: a path in a working copy
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Copies a document into a working copy, provided that its beginning is a workbook's of a version that we can write.
 *
 * Returns: whether it is there
 */
gboolean
tl_document_take_in (const TlDocumentInfo  *info,
                     const char            *path,
                     GCancellable          *cancellable,
                     GError               **error)
{
  return tl_document_take_in_any (info, path, NULL, cancellable, error);
}

static gboolean
check_in_place (const TlDocumentInfo  *info,
                GCancellable          *cancellable,
                GError               **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GFileInputStream) in = g_file_read (info->file, cancellable, &reason);
  guint8 header[TL_DOCUMENT_HEADER_LENGTH];
  guint64 file_length;
  gsize length;

  if (in == NULL || !g_input_stream_read_all (G_INPUT_STREAM (in), header, sizeof header, &length, cancellable, &reason))
    {
      refuse_reading (info->file, reason, error);
      return FALSE;
    }
  return check_beginning (info, in, header, length, &file_length, NULL, cancellable, error);
}

/**
 * tl_document_dup_path:
 * @info: a document's file
 *
 * Returns: (transfer full) (nullable): the path by which a database can be read as it lies; %NULL where only a copy can,
 *   on what isn't a file system, and behind the document portal of older desktops, which takes every file for a link
 *   when it is asked to follow none, as SQLite asks
 */
char *
tl_document_dup_path (const TlDocumentInfo *info)
{
  g_autofree char *path = g_file_is_native (info->file) ? g_file_get_path (info->file) : NULL;
  int fd;

  tl_assert_may_wait ();

  if (path == NULL)
    return NULL;
  fd = g_open (path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC, 0);
  if (fd < 0 && errno == ELOOP)
    return NULL;
  if (fd >= 0)
    close (fd);
  return g_steal_pointer (&path);
}

/**
 * tl_document_identify:
 * @info: a document's file
 * @document: (out): the document's id
 * @head: (out): its latest change
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Looks which document a file is, without opening it for anything else.
 *
 * Returns: whether it is a workbook of a version that we can write
 */
gboolean
tl_document_identify (const TlDocumentInfo  *info,
                      TlId                  *document,
                      TlDigest              *head,
                      GCancellable          *cancellable,
                      GError               **error)
{
  g_autofree char *path = tl_document_dup_path (info);
  g_autofree char *folder = NULL, *copy = NULL;
  gboolean found;

  if (path != NULL)
    return check_in_place (info, cancellable, error)
           && tl_document_read_head (info, path, document, head, cancellable, error);

  folder = g_dir_make_tmp ("throughline-XXXXXX", error);
  if (folder == NULL)
    return FALSE;
  copy = g_build_filename (folder, "incoming.db", NULL);
  found = tl_document_take_in (info, copy, cancellable, error)
          && tl_document_read_head (info, copy, document, head, cancellable, error);
  g_unlink (copy);
  g_rmdir (folder);
  return found;
}

/**
 * tl_document_has_change:
 * @info: a document's file, which has been identified
 * @change: the id of a change
 *
 * Returns: whether the file is known to have the change; %FALSE also where it can't be looked into as it lies
 */
gboolean
tl_document_has_change (const TlDocumentInfo *info,
                        const TlDigest       *change)
{
  g_autofree char *path = tl_document_dup_path (info);
  g_autoptr (TlDatabase) database = path != NULL ? tl_database_open (path, TL_DATABASE_LOOK, NULL) : NULL;
  gboolean has = FALSE;

  return database != NULL && tl_database_has_change (database, change, &has, NULL) && has;
}
