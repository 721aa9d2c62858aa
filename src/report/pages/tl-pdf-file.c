/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-pdf-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* An entry of a cross-reference table: ten digits, five, and a letter. */
#define ENTRY_LENGTH 20
#define OFFSET_LENGTH 10
#define FREE_ENTRY "0000000000 65535 f"

#define TAIL_LENGTH 64

struct _TlPdfFile
{
  FILE *stream;
  char *path;
};

/* The folder of temporary files is often memory itself; that of caches is on the disk. */
static int
open_nameless (void)
{
  const char * const folders[] = { g_get_user_cache_dir (), g_get_tmp_dir () };
  int file = -1;

  for (guint i = 0; file < 0 && i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_build_filename (folders[i], "throughline-XXXXXX.pdf", NULL);

      g_mkdir_with_parents (folders[i], 0700);
      file = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0600);
      if (file >= 0)
        g_unlink (path);
    }

  return file;
}

static void
set_error (GError **error,
           int      number)
{
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (number), _("There is no room for the pages: %s"),
               g_strerror (number));
}

/**
 * tl_pdf_file_new:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): an empty file; %NULL with a %G_IO_ERROR when none can be made
 */
TlPdfFile *
tl_pdf_file_new (GError **error)
{
  int file = open_nameless ();
  FILE *stream = file >= 0 ? fdopen (file, "w+b") : NULL;
  TlPdfFile *self;

  if (stream == NULL)
    {
      set_error (error, errno);
      if (file >= 0)
        g_close (file, NULL);
      return NULL;
    }
  self = g_new0 (TlPdfFile, 1);
  self->stream = stream;
  self->path = g_strdup_printf ("/proc/self/fd/%d", fileno (stream));

  return self;
}

/**
 * tl_pdf_file_free:
 * @self: (transfer full): a file
 *
 * Closes it, and with that it is gone.
 */
void
tl_pdf_file_free (TlPdfFile *self)
{
  fclose (self->stream);
  g_free (self->path);
  g_free (self);
}

/**
 * tl_pdf_file_append:
 * @self: a file, as cairo hands it over
 * @data: (array length=length): what comes next
 * @length: how much that is
 *
 * Returns: whether it could be written, in cairo's words
 */
cairo_status_t
tl_pdf_file_append (void                *self,
                    const unsigned char *data,
                    unsigned int         length)
{
  FILE *stream = ((TlPdfFile *) self)->stream;

  return fwrite (data, 1, length, stream) == length ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

/**
 * tl_pdf_file_get_path:
 * @self: a file
 *
 * Returns: (transfer none): where this process finds it
 */
const char *
tl_pdf_file_get_path (TlPdfFile *self)
{
  return self->path;
}

/**
 * tl_pdf_file_map:
 * @self: a file
 * @error: return location for an error
 *
 * Its pages come from the disk when they are read, and needn't stay in memory.
 *
 * Returns: (transfer full) (nullable): what is in it, which outlives it
 */
GBytes *
tl_pdf_file_map (TlPdfFile  *self,
                 GError    **error)
{
  g_autoptr (GMappedFile) mapped = g_mapped_file_new_from_fd (fileno (self->stream), FALSE, error);

  return mapped != NULL ? g_mapped_file_get_bytes (mapped) : NULL;
}

/* ── Mending ───────────────────────────────────────────────────────────────── */

static gboolean
read_at (FILE   *stream,
         goffset offset,
         char   *text,
         gsize   length)
{
  return fseeko (stream, offset, SEEK_SET) == 0 && fread (text, 1, length, stream) == length;
}

/* Where the table begins, as the end of the file says; -1 when it isn't known. */
static goffset
find_table (FILE *stream)
{
  char tail[TAIL_LENGTH + 1] = { 0 };
  const char *found;

  if (fseeko (stream, -TAIL_LENGTH, SEEK_END) != 0 || fread (tail, 1, TAIL_LENGTH, stream) != TAIL_LENGTH)
    return -1;
  found = g_strrstr_len (tail, TAIL_LENGTH, "startxref\n");

  return found != NULL ? g_ascii_strtoll (found + strlen ("startxref\n"), NULL, 10) : -1;
}

static gboolean
in_use (const char *entry)
{
  return entry[17] == 'n';
}

static goffset
get_offset (const char *entry)
{
  char digits[OFFSET_LENGTH + 1] = { 0 };

  memcpy (digits, entry, OFFSET_LENGTH);
  return g_ascii_strtoll (digits, NULL, 10);
}

/* Frees all entries that say to be where the first object is, but for that object's own. */
static gboolean
free_unwritten (FILE  *stream,
                char  *entries,
                guint  n_entries)
{
  goffset first = G_MAXOFFSET;
  char header[OFFSET_LENGTH + 1] = { 0 };
  guint64 number;

  for (guint i = 0; i < n_entries; i++)
    if (in_use (entries + i * ENTRY_LENGTH))
      first = MIN (first, get_offset (entries + i * ENTRY_LENGTH));
  if (first == G_MAXOFFSET || !read_at (stream, first, header, OFFSET_LENGTH))
    return FALSE;
  number = g_ascii_strtoull (header, NULL, 10);
  for (guint i = 0; i < n_entries; i++)
    {
      char *entry = entries + i * ENTRY_LENGTH;

      if (i != number && in_use (entry) && get_offset (entry) == first)
        memcpy (entry, FREE_ENTRY, strlen (FREE_ENTRY));
    }

  return TRUE;
}

static void
mend_table (FILE *stream)
{
  goffset table = find_table (stream), begin;
  g_autofree char *entries = NULL;
  char head[32] = { 0 };
  unsigned int n;
  int length;

  if (table < 0 || fseeko (stream, table, SEEK_SET) != 0 || fread (head, 1, sizeof head - 1, stream) == 0
      || sscanf (head, "xref\n0 %u%n", &n, &length) != 1 || n == 0 || n > G_MAXINT32 / ENTRY_LENGTH)
    return;
  begin = table + length + 1;
  entries = g_try_malloc ((gsize) n * ENTRY_LENGTH);
  if (entries == NULL || !read_at (stream, begin, entries, (gsize) n * ENTRY_LENGTH)
      || !free_unwritten (stream, entries, n) || fseeko (stream, begin, SEEK_SET) != 0)
    return;
  fwrite (entries, ENTRY_LENGTH, n, stream);
}

/**
 * tl_pdf_file_mend:
 * @self: a file that cairo has written, with a plain cross-reference table
 * @error: return location for an error
 *
 * Mends its cross-reference table. cairo numbers an object for each artifact, never writes it, and says that it lies
 * where the first one does; whoever reads the file would then take all of it for damaged, and search the whole of it.
 * What isn't as cairo writes it is left alone.
 *
 * Returns: whether all that was written is in the file
 */
gboolean
tl_pdf_file_mend (TlPdfFile  *self,
                  GError    **error)
{
  mend_table (self->stream);
  if (fflush (self->stream) == 0 && !ferror (self->stream))
    return TRUE;

  set_error (error, errno);
  return FALSE;
}
