/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-xlsx-package.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-progress.h"

#define CHUNK (64 * 1024)
#define MOST_PARTS 4096
/* A million readings are 150 MB; nothing real is anywhere near these. */
#define MOST_BYTES (G_GINT64_CONSTANT (1) << 30)
/* What people write shrinks to a tenth; what is made to burst, to a thousandth. */
#define MOST_GROWTH 200
#define FREE_GROWTH (8 * 1024 * 1024)
#define LONG (256 * 1024)

typedef struct
{
  GInputStream *stream;
  GCancellable *cancellable;
  gint64 length;
  gint64 read;
  char *chunk;
  GError *error;
} Package;

struct _TlXlsxPart
{
  struct archive *archive;
  Package *package;
  gint64 length;
};

/**
 * tl_xlsx_refuse:
 * @message: what is wrong with a spreadsheet, without a capital and a final stop
 * @error: (out): the same as an error
 *
 * Returns: %FALSE
 */
gboolean
tl_xlsx_refuse (const char  *message,
                GError     **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, message);
  return FALSE;
}

/**
 * tl_xlsx_refuse_damaged:
 * @error: (out): that a spreadsheet is damaged
 *
 * Returns: %FALSE
 */
gboolean
tl_xlsx_refuse_damaged (GError **error)
{
  return tl_xlsx_refuse (_("this spreadsheet is damaged; open it in a spreadsheet program and save it again"), error);
}

static la_ssize_t
read_cb (struct archive  *archive,
         void            *data,
         const void     **buffer)
{
  Package *self = data;
  gssize got = g_input_stream_read (self->stream, self->chunk, CHUNK, self->cancellable,
                                    self->error == NULL ? &self->error : NULL);

  *buffer = self->chunk;
  if (got > 0)
    tl_progress_add_bytes (self->cancellable, (gsize) got);
  return got;
}

static la_int64_t
seek_cb (struct archive *archive,
         void           *data,
         la_int64_t      offset,
         int             whence)
{
  Package *self = data;
  GSeekType type = whence == SEEK_SET ? G_SEEK_SET : whence == SEEK_CUR ? G_SEEK_CUR : G_SEEK_END;

  if (!g_seekable_seek (G_SEEKABLE (self->stream), offset, type, self->cancellable,
                        self->error == NULL ? &self->error : NULL))
    return ARCHIVE_FATAL;
  return g_seekable_tell (G_SEEKABLE (self->stream));
}

/* What went wrong: in reading the file, or in what it holds. */
static gboolean
refuse_archive (Package         *self,
                GError         **error)
{
  if (self->error == NULL)
    return tl_xlsx_refuse_damaged (error);
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

/* Older spreadsheets, and those with a password, are files of another kind. */
static gboolean
check_beginning (Package  *self,
                 GError  **error)
{
  static const guint8 compound[] = { 0xd0, 0xcf, 0x11, 0xe0 };
  guint8 beginning[4];
  gsize got;

  if (!g_input_stream_read_all (self->stream, beginning, sizeof beginning, &got, self->cancellable, error))
    return FALSE;
  if (got == sizeof beginning && memcmp (beginning, compound, sizeof compound) == 0)
    return tl_xlsx_refuse (_("this spreadsheet has a password, or is of the kind before 2007; save it as .xlsx without a "
                             "password"), error);
  if (got < sizeof beginning || memcmp (beginning, "PK", 2) != 0)
    return tl_xlsx_refuse (_("this is neither a spreadsheet (.xlsx) nor a folder of CSV files"), error);
  return g_seekable_seek (G_SEEKABLE (self->stream), 0, G_SEEK_END, self->cancellable, error)
         && ((self->length = g_seekable_tell (G_SEEKABLE (self->stream))) >= 0)
         && g_seekable_seek (G_SEEKABLE (self->stream), 0, G_SEEK_SET, self->cancellable, error);
}

static gboolean
walk (Package         *self,
      struct archive  *archive,
      TlXlsxPartFunc   func,
      gpointer         user_data,
      GError         **error)
{
  TlXlsxPart part = { archive, self, 0 };
  struct archive_entry *entry;
  guint n_parts = 0;
  int result;

  while ((result = archive_read_next_header (archive, &entry)) == ARCHIVE_OK || result == ARCHIVE_WARN)
    {
      const char *name = archive_entry_pathname_utf8 (entry);

      if (++n_parts > MOST_PARTS)
        return tl_xlsx_refuse (_("this spreadsheet has more parts than any real one"), error);
      if (archive_entry_is_encrypted (entry) == 1)
        return tl_xlsx_refuse (_("this spreadsheet has a password; save it without one"), error);
      if (name == NULL || archive_entry_filetype (entry) != AE_IFREG)
        continue;
      part.length = archive_entry_size_is_set (entry) ? archive_entry_size (entry) : 0;
      if (!func (name[0] == '/' ? name + 1 : name, &part, user_data, error))
        return FALSE;
    }
  return result == ARCHIVE_EOF || refuse_archive (self, error);
}

/**
 * tl_xlsx_package_walk:
 * @file: a spreadsheet
 * @func: called for each part, in the order of the file
 * @user_data: for @func
 * @cancellable: (nullable): to stop it
 * @error: why it can't be read
 *
 * Goes through the parts of a spreadsheet. Blocks: not for the main thread.
 *
 * Returns: whether it came to the end
 */
gboolean
tl_xlsx_package_walk (GFile           *file,
                      TlXlsxPartFunc   func,
                      gpointer         user_data,
                      GCancellable    *cancellable,
                      GError         **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autofree char *chunk = g_malloc (CHUNK);
  Package self = { G_INPUT_STREAM (stream), cancellable, 0, 0, chunk, NULL };
  struct archive *archive;
  gboolean done;

  if (stream == NULL || !check_beginning (&self, error))
    return FALSE;
  archive = archive_read_new ();
  archive_read_support_format_zip_seekable (archive);
  archive_read_set_read_callback (archive, read_cb);
  archive_read_set_seek_callback (archive, seek_cb);
  archive_read_set_callback_data (archive, &self);
  done = archive_read_open1 (archive) == ARCHIVE_OK ? walk (&self, archive, func, user_data, error)
                                                    : refuse_archive (&self, error);
  archive_read_free (archive);
  g_clear_error (&self.error);
  return done;
}

/**
 * tl_xlsx_part_read:
 * @self: a part
 * @buffer: where to
 * @length: how much there is room for
 * @got: (out): how much was read, 0 at the end
 * @error: why it can't be read
 *
 * Reads on in a part, as long as the spreadsheet doesn't grow beyond all measure.
 *
 * Returns: whether that worked
 */
gboolean
tl_xlsx_part_read (TlXlsxPart  *self,
                   void        *buffer,
                   gsize        length,
                   gsize       *got,
                   GError     **error)
{
  Package *package = self->package;
  la_ssize_t result;

  if (g_cancellable_set_error_if_cancelled (package->cancellable, error))
    return FALSE;
  result = archive_read_data (self->archive, buffer, length);
  if (result < 0)
    return refuse_archive (package, error);
  *got = (gsize) result;
  package->read += result;
  if (package->read > MOST_BYTES || package->read > FREE_GROWTH + package->length * MOST_GROWTH)
    return tl_xlsx_refuse (_("this spreadsheet unpacks to far more than any real one"), error);
  return TRUE;
}

/**
 * tl_xlsx_part_is_long:
 * @self: a part
 *
 * Returns: whether it is said to be so long that reading it takes a while; whoever made it may have said anything
 */
gboolean
tl_xlsx_part_is_long (TlXlsxPart *self)
{
  return self->length >= LONG;
}

/**
 * tl_xlsx_part_get_cancellable:
 * @self: a part
 *
 * Returns: (transfer none) (nullable): what stops the reading, and counts it
 */
GCancellable *
tl_xlsx_part_get_cancellable (TlXlsxPart *self)
{
  return self->package->cancellable;
}
