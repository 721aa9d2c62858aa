/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-csv-reader.h"

#include <csv.h>
#include <glib/gi18n-lib.h>

#include <string.h>

#include "tl-progress.h"

#define CHUNK 65536

typedef struct
{
  struct csv_parser parser;
  TlSheet *sheet;
  GCancellable *cancellable;
  gboolean after_return;
  gboolean begun;
  GError *error;
} Reader;

static void
cell_cb (void   *text,
         size_t  length,
         void   *data)
{
  Reader *self = data;

  if (self->error == NULL)
    tl_sheet_add_cell (self->sheet, text, length, &self->error);
}

static void
row_cb (int   character,
        void *data)
{
  Reader *self = data;

  if (self->error == NULL && tl_sheet_end_row (self->sheet, &self->error))
    tl_progress_step (self->cancellable, &self->error);
}

/* Every kind of line end becomes one newline, so that empty lines count as the rows they are in a spreadsheet. */
static gsize
settle_line_ends (Reader *self,
                  char   *text,
                  gsize   length)
{
  gsize kept = 0;

  for (gsize i = 0; i < length; i++)
    {
      char character = text[i];

      if (!(character == '\n' && self->after_return))
        text[kept++] = character == '\r' ? '\n' : character;
      self->after_return = character == '\r';
    }
  return kept;
}

static gboolean
check_start (const char  *text,
             gsize        length,
             gsize       *skip,
             GError     **error)
{
  const guchar *bytes = (const guchar *) text;

  *skip = length >= 3 && bytes[0] == 0xef && bytes[1] == 0xbb && bytes[2] == 0xbf ? 3 : 0;
  if (length >= 2 && ((bytes[0] == 0xff && bytes[1] == 0xfe) || (bytes[0] == 0xfe && bytes[1] == 0xff)))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _("the file is in UTF-16; save the sheet as \"CSV UTF-8\" in the spreadsheet program"));
      return FALSE;
    }
  return TRUE;
}

static gboolean
parse (Reader  *self,
       char    *text,
       gsize    length,
       GError **error)
{
  gsize skip = 0;

  if (!self->begun && !check_start (text, length, &skip, error))
    return FALSE;
  self->begun = TRUE;

  length = settle_line_ends (self, text + skip, length - skip);
  if (csv_parse (&self->parser, text + skip, length, cell_cb, row_cb, self) != length && self->error == NULL)
    g_set_error_literal (&self->error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                         _("a quotation mark stands inside a cell; such a cell must be in quotation marks, with the "
                           "mark doubled"));
  /* A cell that never ends must not fill the memory before it is told too long. */
  if (self->error == NULL && self->parser.entry_pos > TL_SHEET_MAX_CHARACTERS * 4)
    g_set_error (&self->error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                 _("the text is longer than the %d characters that a cell can hold; is a quotation mark missing?"),
                 TL_SHEET_MAX_CHARACTERS);
  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }
  return TRUE;
}

static gboolean
finish (Reader  *self,
        GError **error)
{
  if (csv_fini (&self->parser, cell_cb, row_cb, self) != 0 && self->error == NULL)
    g_set_error_literal (&self->error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                         _("a quotation mark is opened here and never closed"));
  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_all (Reader        *self,
          GInputStream  *stream,
          goffset       *allowance,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autofree char *chunk = g_malloc (CHUNK);
  gsize length;

  do
    {
      if (!g_input_stream_read_all (stream, chunk, CHUNK, &length, cancellable, error))
        return FALSE;
      tl_progress_add_bytes (cancellable, length);
      *allowance -= (goffset) length;
      if (*allowance < 0)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("the files are too large to be a workbook"));
          return FALSE;
        }
      if (!parse (self, chunk, length, error))
        return FALSE;
    }
  while (length == CHUNK);
  return finish (self, error);
}

/**
 * tl_csv_read:
 * @sheet: an empty sheet
 * @stream: CSV as in RFC 4180, with any kind of line end
 * @allowance: (inout): how many bytes may still be read, over all files of a source
 * @cancellable: (nullable): to stop it
 * @error: what is wrong; where, [method@Tl.Sheet.get_current_row] of @sheet tells
 *
 * Reads CSV into a sheet. Blocks: not for the main thread.
 *
 * Returns: whether all of it could be read
 */
gboolean
tl_csv_read (TlSheet       *sheet,
             GInputStream  *stream,
             goffset       *allowance,
             GCancellable  *cancellable,
             GError       **error)
{
  Reader self = { .sheet = sheet, .cancellable = cancellable };
  gboolean done;

  if (csv_init (&self.parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL) != 0)
    g_error ("Out of memory");
  csv_set_blk_size (&self.parser, 4096);
  done = read_all (&self, stream, allowance, cancellable, error);
  csv_free (&self.parser);
  return done;
}

/**
 * tl_csv_parse:
 * @sheet: an empty sheet
 * @text: (array length=length): CSV, with any kind of line end
 * @length: its length in bytes
 * @separator: what stands between cells
 * @error: what is wrong; where, [method@Tl.Sheet.get_current_row] of @sheet tells
 *
 * Reads CSV that is in memory into a sheet.
 *
 * Returns: whether all of it could be read
 */
gboolean
tl_csv_parse (TlSheet     *sheet,
              const char  *text,
              gsize        length,
              char         separator,
              GError     **error)
{
  Reader self = { .sheet = sheet };
  g_autofree char *chunk = g_malloc (CHUNK);
  gboolean done = TRUE;

  if (csv_init (&self.parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL) != 0)
    g_error ("Out of memory");
  csv_set_blk_size (&self.parser, 4096);
  csv_set_delim (&self.parser, (unsigned char) separator);
  for (gsize at = 0; done && at < length; at += CHUNK)
    {
      gsize part = MIN (length - at, CHUNK);

      memcpy (chunk, text + at, part);
      done = parse (&self, chunk, part, error);
    }
  done = done && finish (&self, error);
  csv_free (&self.parser);
  return done;
}
