/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-pdf-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

struct _TlPdfFile
{
  FILE *stream;
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

/**
 * tl_pdf_file_flush:
 * @self: a file
 * @error: return location for an error
 *
 * Returns: whether all that was appended is in the file
 */
gboolean
tl_pdf_file_flush (TlPdfFile  *self,
                   GError    **error)
{
  if (fflush (self->stream) == 0 && !ferror (self->stream))
    return TRUE;

  set_error (error, errno);
  return FALSE;
}
