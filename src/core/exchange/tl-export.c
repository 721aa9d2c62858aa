/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-export.h"

#include <math.h>

#include "tl-export-text.h"
#include "tl-import-plan.h"
#include "tl-progress.h"

#define MAX_COLUMNS 64
/* Texts of so many rows are kept at a time. */
#define ROWS_AT_A_TIME 1000

typedef struct
{
  const TlSnapshot *snapshot;
  const TlExportWriter *writer;
  gpointer self;
  GCancellable *cancellable;
  guint done;
  TlExportColumn columns[MAX_COLUMNS];
  TlExportCell cells[MAX_COLUMNS];
  GStringChunk *texts;
} Export;

static gboolean
has_ref (const TlSnapshot *snapshot,
         TlTable           table)
{
  for (guint i = 0; i < tl_snapshot_count (snapshot, table); i++)
    {
      if (((const TlFacts *) tl_snapshot_get (snapshot, table, i))->ref != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Counts a row, and lets go of the texts of earlier rows now and then. */
static gboolean
step (Export  *self,
      GError **error)
{
  self->done++;
  if (self->done % ROWS_AT_A_TIME == 0)
    g_string_chunk_clear (self->texts);
  return tl_progress_step (self->cancellable, error);
}

static TlExportCell
make_text (const char *text)
{
  return (TlExportCell) { text != NULL && *text != '\0' ? text : NULL, TL_NO_DAY, NAN };
}

static TlExportCell
make_taken (Export *self,
            char   *text)
{
  TlExportCell cell = make_text (text != NULL ? g_string_chunk_insert (self->texts, text) : NULL);

  g_free (text);
  return cell;
}

#define FACT(Type, row, field) (*(const Type *) (gconstpointer) ((const guint8 *) (row) + (field)->offset))

/* Long texts are taken as they stand in the facts. */
static TlExportCell
make_cell (Export        *self,
           const TlField *field,
           gconstpointer  row)
{
  TlExportCell cell = field->type == TL_FIELD_TEXT ? make_text (FACT (char *, row, field))
                                                   : make_taken (self, tl_export_get_text (field, row));

  if (field->type == TL_FIELD_DAY)
    cell.day = FACT (TlDay, row, field);
  else if (field->type == TL_FIELD_NUMBER)
    cell.number = FACT (double, row, field);
  else if (field->type == TL_FIELD_WHOLE && cell.text != NULL)
    cell.number = FACT (int, row, field);
  return cell;
}

static gboolean
write_rows (Export   *self,
            TlTable   table,
            gboolean  refs,
            GError  **error)
{
  const TlTableLayout *layout = tl_layout_get (table);

  for (guint i = 0; i < tl_snapshot_count (self->snapshot, table); i++)
    {
      const TlFacts *row = tl_snapshot_get (self->snapshot, table, i);
      TlExportCell *cell = self->cells;

      if (refs)
        *cell++ = layout->has_ref_key ? make_taken (self, tl_export_name_row (table, row)) : make_text (row->ref);
      for (guint j = 0; j < layout->n_fields; j++)
        *cell++ = make_cell (self, &layout->fields[j], row);
      if (!self->writer->add (self->self, self->cells, error) || !step (self, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_table (Export   *self,
             TlTable   table,
             GError  **error)
{
  const TlTableLayout *layout = tl_layout_get (table);
  gboolean refs = layout->has_ref_key || has_ref (self->snapshot, table);
  TlExportColumn *column = self->columns;

  if (refs)
    *column++ = (TlExportColumn) { "Ref", NULL, layout->has_ref_key };
  for (guint i = 0; i < layout->n_fields; i++)
    {
      const TlField *field = &layout->fields[i];

      *column++ = (TlExportColumn) { field->heading, field, (field->flags & TL_FIELD_REQUIRED) != 0 };
    }
  g_assert (column - self->columns <= MAX_COLUMNS);
  return self->writer->begin (self->self, layout->sheet, self->columns, (guint) (column - self->columns),
                              tl_snapshot_count (self->snapshot, table), error)
         && write_rows (self, table, refs, error)
         && self->writer->end (self->self, error);
}

static gboolean
write_keys (Export  *self,
            GError **error)
{
  const char * const *keys = tl_snapshot_list_keys ();
  guint n_rows = 0;

  for (guint i = 0; keys[i] != NULL; i++)
    n_rows += tl_snapshot_get_key (self->snapshot, keys[i]) != NULL;
  self->columns[0] = (TlExportColumn) { "Key", NULL, TRUE };
  self->columns[1] = (TlExportColumn) { "Value", NULL, FALSE };
  if (!self->writer->begin (self->self, TL_WORKBOOK_SHEET, self->columns, 2, n_rows, error))
    return FALSE;
  for (guint i = 0; keys[i] != NULL; i++)
    {
      const char *value = tl_snapshot_get_key (self->snapshot, keys[i]);

      self->cells[0] = make_text (keys[i]);
      self->cells[1] = make_text (value);
      if (value != NULL && !self->writer->add (self->self, self->cells, error))
        return FALSE;
    }
  return self->writer->end (self->self, error);
}

/* Answers make a workbook a practice case; the sheet would only puzzle everybody else. */
static gboolean
is_wanted (Export  *self,
           TlTable  table)
{
  return table != TL_TABLE_ANSWER || tl_snapshot_count (self->snapshot, table) > 0;
}

static gboolean
write_all (Export  *self,
           GError **error)
{
  gsize all = 0;

  for (TlTable table = 0; table < TL_N_TABLES; table++)
    all += tl_snapshot_count (self->snapshot, table);
  tl_progress_begin (self->cancellable, TL_PROGRESS_STAGE_EXPORTING, all);
  if (!write_keys (self, error))
    return FALSE;
  for (TlTable table = 0; table < TL_N_TABLES; table++)
    {
      if (is_wanted (self, table) && !write_table (self, table, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * tl_export_write:
 * @snapshot: the facts
 * @writer: where to
 * @self: what @writer's functions are given
 * @cancellable: (nullable): to stop it; a #TlProgress is told how far it is
 * @error: why it couldn't be written
 *
 * Writes all facts of a workbook as the sheets that an import reads, so that importing them gives an equal workbook.
 * Attachments and the history of changes aren't in them.
 *
 * Returns: whether all of it was written
 */
gboolean
tl_export_write (const TlSnapshot      *snapshot,
                 const TlExportWriter  *writer,
                 gpointer               self,
                 GCancellable          *cancellable,
                 GError               **error)
{
  g_autofree Export *export = g_new0 (Export, 1);
  gboolean done;

  export->snapshot = snapshot;
  export->writer = writer;
  export->self = self;
  export->cancellable = cancellable;
  export->texts = g_string_chunk_new (4096);
  done = write_all (export, error);
  g_string_chunk_free (export->texts);
  return done;
}
