/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-csv-writer.h"

#include <csv.h>
#include <string.h>

/* Without it a spreadsheet program takes the file for one in its country's old character set. */
#define BYTE_ORDER_MARK "\xef\xbb\xbf"
#define LINE_END "\r\n"

struct _TlCsvWriter
{
  GFile *folder;
  GCancellable *cancellable;
  GOutputStream *stream;
  GString *line;
  guint n_columns;
};

/**
 * tl_csv_writer_new:
 * @folder: an empty folder
 * @cancellable: (nullable): to stop it
 *
 * Returns: (transfer full): a writer for it
 */
TlCsvWriter *
tl_csv_writer_new (GFile        *folder,
                   GCancellable *cancellable)
{
  TlCsvWriter *self = g_new0 (TlCsvWriter, 1);

  self->folder = g_object_ref (folder);
  g_set_object (&self->cancellable, cancellable);
  self->line = g_string_new (NULL);
  return self;
}

/**
 * tl_csv_writer_free:
 * @self: (transfer full): a writer
 *
 * Frees it.
 */
void
tl_csv_writer_free (TlCsvWriter *self)
{
  g_clear_object (&self->stream);
  g_clear_object (&self->cancellable);
  g_object_unref (self->folder);
  g_string_free (self->line, TRUE);
  g_free (self);
}

/* In quotation marks only where it must be: most cells are a word, a date or a number. */
static void
append_cell (GString    *line,
             const char *text)
{
  gsize before = line->len, length, written;

  if (text == NULL)
    return;
  length = strlen (text);
  if (text[strcspn (text, "\",\r\n")] == '\0')
    {
      g_string_append_len (line, text, (gssize) length);
      return;
    }
  g_string_set_size (line, before + 2 * length + 2);
  written = csv_write (line->str + before, 2 * length + 2, text, length);
  g_string_set_size (line, before + written);
}

static gboolean
write_line (TlCsvWriter  *self,
            GError      **error)
{
  g_string_append (self->line, LINE_END);
  return g_output_stream_write_all (self->stream, self->line->str, self->line->len, NULL, self->cancellable, error);
}

static gboolean
begin (gpointer               data,
       const char            *sheet,
       const TlExportColumn  *columns,
       guint                  n_columns,
       guint                  n_rows,
       GError               **error)
{
  TlCsvWriter *self = data;
  g_autofree char *name = g_strconcat (sheet, ".csv", NULL);
  g_autoptr (GFile) file = g_file_get_child (self->folder, name);
  g_autoptr (GFileOutputStream) stream = g_file_create (file, G_FILE_CREATE_NONE, self->cancellable, error);

  if (stream == NULL)
    return FALSE;
  g_clear_object (&self->stream);
  self->stream = g_buffered_output_stream_new (G_OUTPUT_STREAM (stream));
  self->n_columns = n_columns;
  g_string_assign (self->line, BYTE_ORDER_MARK);
  for (guint i = 0; i < n_columns; i++)
    {
      if (i > 0)
        g_string_append_c (self->line, ',');
      append_cell (self->line, columns[i].heading);
    }
  return write_line (self, error);
}

static gboolean
add (gpointer             data,
     const TlExportCell  *cells,
     GError             **error)
{
  TlCsvWriter *self = data;

  g_string_truncate (self->line, 0);
  for (guint i = 0; i < self->n_columns; i++)
    {
      if (i > 0)
        g_string_append_c (self->line, ',');
      append_cell (self->line, cells[i].text);
    }
  return write_line (self, error);
}

static gboolean
end (gpointer   data,
     GError   **error)
{
  TlCsvWriter *self = data;

  return g_output_stream_close (self->stream, self->cancellable, error);
}

const TlExportWriter tl_csv_writer = { begin, add, end };
