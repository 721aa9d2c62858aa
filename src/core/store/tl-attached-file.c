/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-attached-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "tl-attachment-name.h"
#include "tl-format.h"
#include "tl-store-error.h"
#include "tl-waiting.h"

#define PIECE (128 * 1024)

#define ATTRIBUTES G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME "," \
                   G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_CONTENT_TYPE "," \
                   G_FILE_ATTRIBUTE_STANDARD_FAST_CONTENT_TYPE "," G_FILE_ATTRIBUTE_TIME_MODIFIED "," \
                   G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC

struct _TlAttachedFile
{
  gatomicrefcount references;
  char *name;
  char *media_type;
  gint64 size;
  TlDigest hash;
  int fd;
};

G_DEFINE_BOXED_TYPE (TlAttachedFile, tl_attached_file, tl_attached_file_ref, tl_attached_file_unref)

static gboolean
refuse (GError     **error,
        int          code,
        const char  *sentence,
        const char  *name)
{
  g_autofree char *message = g_strdup_printf (sentence, name);

  g_set_error_literal (error, TL_STORE_ERROR, code, message);
  return FALSE;
}

/* What grows while it is read has no size to tell. */
static gboolean
refuse_growing (const char  *name,
                GError     **error)
{
  g_autofree char *most = tl_format_size (TL_ATTACHED_FILE_LIMIT);

  /* Translators: a file's name, and the largest size */
  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_INVALID,
               _("“%1$s” is larger than %2$s, which is the most a file may have. Leave it where it is and write that "
                 "place under “Recorded in”, or attach a smaller copy."), name, most);
  return FALSE;
}

static gboolean
refuse_size (const char  *name,
             gint64       size,
             GError     **error)
{
  g_autofree char *is = tl_format_size (size), *most = tl_format_size (TL_ATTACHED_FILE_LIMIT);

  /* A few bytes too many don't show in the figure. */
  if (g_str_equal (is, most))
    return refuse_growing (name, error);

  /* Translators: a file's name, its size, and the largest size */
  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_INVALID,
               _("“%1$s” is %2$s large, and a file may have up to %3$s. Leave it where it is and write that place under "
                 "“Recorded in”, or attach a smaller copy."), name, is, most);
  return FALSE;
}

static gboolean
refuse_changed (const char  *name,
                GError     **error)
{
  return refuse (error, TL_STORE_ERROR_BUSY,
                 _("“%s” was being changed while it was read. Close it in the other program and add it again."), name);
}

/* Says in plain words why a file can't be read. */
static gboolean
refuse_reading (const char  *name,
                GError      *reason,
                GError     **error)
{
  g_autoptr (GError) owned = reason;

  if (reason->domain != G_IO_ERROR || reason->code == G_IO_ERROR_CANCELLED)
    {
      g_propagate_error (error, g_steal_pointer (&owned));
      return FALSE;
    }
  switch (reason->code)
    {
    case G_IO_ERROR_NOT_FOUND:
      return refuse (error, TL_STORE_ERROR_NOT_FOUND, _("“%s” isn’t there any more. It may have been moved or renamed."),
                     name);
    case G_IO_ERROR_PERMISSION_DENIED:
      return refuse (error, TL_STORE_ERROR_FAILED,
                     _("“%s” can’t be read: you have no permission to. Ask whoever looks after it for a copy."), name);
    case G_IO_ERROR_IS_DIRECTORY:
      return refuse (error, TL_STORE_ERROR_INVALID, _("“%s” is a folder. Add the files in it that show something."), name);
    default:
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_FAILED, _("“%s” can’t be read: %s."), name, reason->message);
      return FALSE;
    }
}

static gboolean
check_info (GFileInfo   *info,
            const char  *name,
            GError     **error)
{
  switch (g_file_info_get_file_type (info))
    {
    case G_FILE_TYPE_REGULAR:
      break;
    case G_FILE_TYPE_DIRECTORY:
      return refuse (error, TL_STORE_ERROR_INVALID, _("“%s” is a folder. Add the files in it that show something."), name);
    default:
      return refuse (error, TL_STORE_ERROR_INVALID, _("“%s” isn’t a file that could be attached."), name);
    }
  return g_file_info_get_size (info) <= TL_ATTACHED_FILE_LIMIT
         || refuse_size (name, g_file_info_get_size (info), error);
}

/* A copy without a name: nothing is left of it when the program ends, however it ends. */
static int
make_copy (const char  *folder,
           GError     **error)
{
  g_autofree char *path = g_build_filename (folder, "attached-XXXXXX", NULL);
  int fd = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0600);

  if (fd >= 0)
    g_unlink (path);
  else
    g_set_error (error, TL_STORE_ERROR, errno == ENOSPC || errno == EDQUOT ? TL_STORE_ERROR_FULL : TL_STORE_ERROR_FAILED,
                 _("Throughline can’t keep the file on this computer: %s. Make some room and try again."),
                 g_strerror (errno));
  return fd;
}

static gboolean
keep_piece (int           fd,
            const guint8 *piece,
            gsize         length,
            GError      **error)
{
  while (length > 0)
    {
      gssize n = write (fd, piece, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          g_set_error (error, TL_STORE_ERROR,
                       errno == ENOSPC || errno == EDQUOT ? TL_STORE_ERROR_FULL : TL_STORE_ERROR_FAILED,
                       _("Throughline can’t keep the file on this computer: %s. Make some room and try again."),
                       g_strerror (errno));
          return FALSE;
        }
      piece += n;
      length -= (gsize) n;
    }
  return TRUE;
}

/* Reads to the end and says how much there was. */
static gboolean
take_content (TlAttachedFile          *self,
              GInputStream            *in,
              gint64                   expected,
              TlAttachedFileProgress   progress,
              gpointer                 progress_data,
              GCancellable            *cancellable,
              GError                 **error)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *piece = g_malloc (PIECE);
  gsize length = sizeof self->hash.bytes;
  GError *reason = NULL;
  gssize n;

  while ((n = g_input_stream_read (in, piece, PIECE, cancellable, &reason)) > 0)
    {
      self->size += n;
      if (self->size > TL_ATTACHED_FILE_LIMIT)
        return refuse_growing (self->name, error);
      /* What is written as fast as it is read would never end. */
      if (expected > 0 && self->size > expected)
        return refuse_changed (self->name, error);
      g_checksum_update (sum, piece, n);
      if (!keep_piece (self->fd, piece, (gsize) n, error))
        return FALSE;
      if (progress != NULL && expected > 0)
        progress (MIN (1, (double) self->size / (double) expected), progress_data);
    }
  if (n < 0)
    return refuse_reading (self->name, reason, error);
  g_checksum_get_digest (sum, self->hash.bytes, &length);
  return TRUE;
}

/* What was read must be what there was all the time. */
static gboolean
check_settled (TlAttachedFile    *self,
               GFileInputStream  *in,
               GFileInfo         *before,
               GError           **error)
{
  g_autoptr (GFileInfo) after = g_file_input_stream_query_info (in, ATTRIBUTES, NULL, NULL);

  if (self->size == 0 && g_file_info_get_size (before) == 0)
    return refuse (error, TL_STORE_ERROR_INVALID, _("“%s” is empty, so it shows nothing. Choose another file."), self->name);
  if (self->size != g_file_info_get_size (before))
    return refuse_changed (self->name, error);
  /* Not every place can say what became of a file that is being read. */
  if (after == NULL)
    return TRUE;
  if ((g_file_info_has_attribute (after, G_FILE_ATTRIBUTE_STANDARD_SIZE) && g_file_info_get_size (after) != self->size)
      || (g_file_info_has_attribute (after, G_FILE_ATTRIBUTE_TIME_MODIFIED)
          && (g_file_info_get_attribute_uint64 (after, G_FILE_ATTRIBUTE_TIME_MODIFIED)
              != g_file_info_get_attribute_uint64 (before, G_FILE_ATTRIBUTE_TIME_MODIFIED)
              || g_file_info_get_attribute_uint32 (after, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC)
                 != g_file_info_get_attribute_uint32 (before, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC))))
    return refuse_changed (self->name, error);
  return TRUE;
}

static gboolean
read_file (TlAttachedFile          *self,
           GFile                   *file,
           GFileInfo               *info,
           TlAttachedFileProgress   progress,
           gpointer                 progress_data,
           GCancellable            *cancellable,
           GError                 **error)
{
  GError *reason = NULL;
  g_autoptr (GFileInputStream) in = g_file_read (file, cancellable, &reason);

  if (in == NULL)
    return refuse_reading (self->name, reason, error);
  return take_content (self, G_INPUT_STREAM (in), g_file_info_get_size (info), progress, progress_data, cancellable, error)
         && check_settled (self, in, info, error);
}

static char *
find_media_type (GFileInfo *info)
{
  const char *type = g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_STANDARD_CONTENT_TYPE)
                     ? g_file_info_get_content_type (info)
                     : g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_STANDARD_FAST_CONTENT_TYPE);

  return type != NULL ? g_content_type_get_mime_type (type) : NULL;
}

/**
 * tl_attached_file_read:
 * @file: a file from anywhere
 * @folder: a private folder of this computer, for the copy
 * @progress: (nullable): hears how far it is, on this thread
 * @progress_data: data for @progress
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #TlStoreError that names the file and says what to do
 *
 * Copies a file piece by piece; not on the main thread. Folders, empty files, those above %TL_ATTACHED_FILE_LIMIT, those
 * that can't be read and those that are written meanwhile are refused.
 *
 * Returns: (transfer full) (nullable): the copy
 */
TlAttachedFile *
tl_attached_file_read (GFile                   *file,
                       const char              *folder,
                       TlAttachedFileProgress   progress,
                       gpointer                 progress_data,
                       GCancellable            *cancellable,
                       GError                 **error)
{
  g_autoptr (TlAttachedFile) self = g_new0 (TlAttachedFile, 1);
  g_autoptr (GFileInfo) info = NULL;
  GError *reason = NULL;

  tl_assert_may_wait ();

  g_atomic_ref_count_init (&self->references);
  self->fd = -1;
  info = g_file_query_info (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, &reason);
  if (info == NULL)
    {
      g_autofree char *base = g_file_get_basename (file), *shown = base != NULL ? g_filename_display_name (base) : NULL;

      self->name = tl_attachment_name_clean (shown);
      refuse_reading (self->name, reason, error);
      return NULL;
    }
  self->name = tl_attachment_name_clean (g_file_info_get_display_name (info));
  self->media_type = find_media_type (info);
  if (!check_info (info, self->name, error))
    return NULL;
  self->fd = make_copy (folder, error);
  if (self->fd < 0 || !read_file (self, file, info, progress, progress_data, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * tl_attached_file_ref:
 * @self: a copy
 *
 * Returns: (transfer full): the copy, held once more
 */
TlAttachedFile *
tl_attached_file_ref (TlAttachedFile *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * tl_attached_file_unref:
 * @self: (transfer full): a copy
 *
 * Lets go of a copy.
 */
void
tl_attached_file_unref (TlAttachedFile *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_clear_fd (&self->fd, NULL);
  g_free (self->name);
  g_free (self->media_type);
  g_free (self);
}

/**
 * tl_attached_file_get_name:
 * @self: a copy
 *
 * Returns: (transfer none): what the file is called, as [func@Tl.attachment_name_clean] gives it
 */
const char *
tl_attached_file_get_name (const TlAttachedFile *self)
{
  return self->name;
}

/**
 * tl_attached_file_get_media_type:
 * @self: a copy
 *
 * Returns: (transfer none) (nullable): its media type, as far as this computer can tell
 */
const char *
tl_attached_file_get_media_type (const TlAttachedFile *self)
{
  return self->media_type;
}

/**
 * tl_attached_file_get_size:
 * @self: a copy
 *
 * Returns: its length in bytes
 */
gint64
tl_attached_file_get_size (const TlAttachedFile *self)
{
  return self->size;
}

/**
 * tl_attached_file_get_hash:
 * @self: a copy
 *
 * Returns: (transfer none): SHA-256 of its content
 */
const TlDigest *
tl_attached_file_get_hash (const TlAttachedFile *self)
{
  return &self->hash;
}

/**
 * tl_attached_file_get_fd:
 * @self: a copy
 *
 * Returns: the open file
 */
int
tl_attached_file_get_fd (const TlAttachedFile *self)
{
  return self->fd;
}
