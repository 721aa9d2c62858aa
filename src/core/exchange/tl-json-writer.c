/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-json-writer.h"

#include <json-glib/json-glib.h>
#include <math.h>

struct _TlJsonWriter
{
  GOutputStream *stream;
  GCancellable *cancellable;
  const TlExportColumn *columns;
  guint n_columns;
  guint n_sheets;
  guint n_rows;
};

/**
 * tl_json_writer_new:
 * @stream: where to
 * @cancellable: (nullable): to stop it
 *
 * Returns: (transfer full): a writer
 */
TlJsonWriter *
tl_json_writer_new (GOutputStream *stream,
                    GCancellable  *cancellable)
{
  TlJsonWriter *self = g_new0 (TlJsonWriter, 1);

  self->stream = g_buffered_output_stream_new (stream);
  g_set_object (&self->cancellable, cancellable);
  return self;
}

/**
 * tl_json_writer_free:
 * @self: (transfer full): a writer
 *
 * Frees it.
 */
void
tl_json_writer_free (TlJsonWriter *self)
{
  g_object_unref (self->stream);
  g_clear_object (&self->cancellable);
  g_free (self);
}

static gboolean
write_text (TlJsonWriter  *self,
            const char    *text,
            GError       **error)
{
  return g_output_stream_write_all (self->stream, text, strlen (text), NULL, self->cancellable, error);
}

/**
 * tl_json_writer_close:
 * @self: a writer that has been given all sheets
 * @error: why it couldn't be written
 *
 * Returns: whether all of it is written
 */
gboolean
tl_json_writer_close (TlJsonWriter  *self,
                      GError       **error)
{
  return write_text (self, "\n}\n", error) && g_output_stream_close (self->stream, self->cancellable, error);
}

static char *
quote (const char *text)
{
  g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (), text);

  return json_to_string (node, FALSE);
}

static gboolean
is_list (const TlField *field)
{
  return field != NULL && (field->type == TL_FIELD_TEXTS || field->type == TL_FIELD_LINKS);
}

static void
append_list (GString    *line,
             const char *text)
{
  g_auto (GStrv) items = g_strsplit (text, "; ", -1);

  g_string_append_c (line, '[');
  for (guint i = 0; items[i] != NULL; i++)
    {
      g_autofree char *quoted = quote (items[i]);

      g_string_append_printf (line, "%s%s", i > 0 ? ", " : "", quoted);
    }
  g_string_append_c (line, ']');
}

static void
append_cell (GString              *line,
             const TlExportColumn *column,
             const TlExportCell   *cell)
{
  g_autofree char *heading = quote (column->heading);
  g_autofree char *quoted = NULL;

  g_string_append_printf (line, "%s: ", heading);
  if (is_list (column->field))
    append_list (line, cell->text != NULL ? cell->text : "");
  else if (cell->text == NULL)
    g_string_append (line, "null");
  else if (!isnan (cell->number))
    g_string_append (line, cell->text);
  else
    {
      quoted = quote (cell->text);
      g_string_append (line, quoted);
    }
}

static gboolean
begin (gpointer               data,
       const char            *sheet,
       const TlExportColumn  *columns,
       guint                  n_columns,
       guint                  n_rows,
       GError               **error)
{
  TlJsonWriter *self = data;
  g_autofree char *quoted = quote (sheet);
  g_autofree char *line = g_strdup_printf ("%s  %s: [", self->n_sheets > 0 ? ",\n" : "{\n", quoted);

  self->columns = columns;
  self->n_columns = n_columns;
  self->n_sheets++;
  self->n_rows = 0;
  return write_text (self, line, error);
}

static gboolean
add (gpointer             data,
     const TlExportCell  *cells,
     GError             **error)
{
  TlJsonWriter *self = data;
  g_autoptr (GString) line = g_string_new (self->n_rows > 0 ? ",\n    {" : "\n    {");

  for (guint i = 0; i < self->n_columns; i++)
    {
      if (i > 0)
        g_string_append (line, ", ");
      append_cell (line, &self->columns[i], &cells[i]);
    }
  g_string_append_c (line, '}');
  self->n_rows++;
  return write_text (self, line->str, error);
}

static gboolean
end (gpointer   data,
     GError   **error)
{
  TlJsonWriter *self = data;

  return write_text (self, self->n_rows > 0 ? "\n  ]" : "]", error);
}

const TlExportWriter tl_json_writer = { begin, add, end };
