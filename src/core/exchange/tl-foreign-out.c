/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-foreign-work.h"

#include <string.h>

#include "tl-export-text.h"

#define REF_HEADING "Ref"

static int
find_index (TlTable     table,
            const char *column)
{
  const TlField *field = tl_layout_find_field (table, column);

  g_assert (field != NULL);
  return (int) (field - tl_layout_get (table)->fields);
}

/**
 * tl_foreign_out_add:
 * @work: a result in the making
 * @table: which table
 * @existing: (nullable): the row of the workbook that it is
 * @wanted_ref: (nullable): what the file itself calls the row
 * @cells: the row that it comes from
 *
 * Begins a row of ours. Of one that is in the workbook already, what nothing is said of stays as it is.
 *
 * Returns: (transfer none): the row
 */
TlForeignOut *
tl_foreign_out_add (TlForeignWork        *work,
                    TlTable               table,
                    const TlFacts        *existing,
                    const char           *wanted_ref,
                    const TlForeignCells *cells)
{
  TlForeignOut *self = g_new0 (TlForeignOut, 1);

  self->table = table;
  self->existing = existing;
  self->sheet = cells->sheet;
  self->number = cells->number;
  if (existing != NULL)
    self->ref = g_strdup (existing->ref);
  else if (tl_layout_get (table)->has_ref_key)
    self->ref = tl_foreign_work_make_ref (work, table, wanted_ref);
  for (guint i = 0; i < G_N_ELEMENTS (self->columns); i++)
    self->columns[i] = -1;
  g_ptr_array_add (work->outs[table], self);
  return self;
}

/**
 * tl_foreign_out_free:
 * @self: (transfer full): a row of ours
 *
 * Frees it.
 */
void
tl_foreign_out_free (TlForeignOut *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->cells); i++)
    g_free (self->cells[i]);
  g_free (self->ref);
  g_free (self);
}

/**
 * tl_foreign_out_set:
 * @self: a row of ours
 * @column: a column of its table
 * @text: (nullable): what it says, as our own spreadsheet would; nothing happens when it is empty
 * @from: which column of the file says so, -1 for none
 *
 * Says something of a field.
 */
void
tl_foreign_out_set (TlForeignOut *self,
                    const char   *column,
                    const char   *text,
                    int           from)
{
  int index = find_index (self->table, column);

  if (text == NULL || *text == '\0')
    return;
  g_set_str (&self->cells[index], text);
  if (from >= 0)
    self->columns[index] = from;
}

/**
 * tl_foreign_out_get:
 * @self: a row of ours
 * @column: a column of its table
 *
 * Returns: (nullable): what is said of it so far
 */
const char *
tl_foreign_out_get (const TlForeignOut *self,
                    const char         *column)
{
  return self->cells[find_index (self->table, column)];
}

/* What the workbook lists stays: that a tracker doesn't name a regulation or place takes none away. */
static void
begin_list (TlForeignOut *self,
            const char   *column)
{
  const TlField *field = tl_layout_find_field (self->table, column);
  g_autofree char *listed = NULL;

  if (self->existing == NULL || tl_foreign_out_get (self, column) != NULL
      || (field->type != TL_FIELD_TEXTS && field->type != TL_FIELD_LINKS))
    return;
  listed = tl_export_get_text (field, self->existing);
  tl_foreign_out_set (self, column, listed, -1);
}

/**
 * tl_foreign_out_append:
 * @self: a row of ours
 * @column: a column of its table that holds text or a list
 * @text: what another row says of it
 * @between: what stands between two
 * @from: which column of the file says so
 *
 * Adds to what is said of a field, unless it is said already.
 */
void
tl_foreign_out_append (TlForeignOut *self,
                       const char   *column,
                       const char   *text,
                       const char   *between,
                       int           from)
{
  const char *now;
  g_autofree char *more = NULL;
  g_auto (GStrv) parts = NULL;

  if (*text == '\0')
    return;
  begin_list (self, column);
  now = tl_foreign_out_get (self, column);
  if (now == NULL)
    {
      tl_foreign_out_set (self, column, text, from);
      return;
    }
  parts = g_strsplit (now, between, -1);
  if (g_strv_contains ((const char * const *) parts, text) || g_str_equal (now, text))
    return;
  more = g_strconcat (now, between, text, NULL);
  tl_foreign_out_set (self, column, more, from);
}

static void
fill_from_existing (TlForeignOut   *self,
                    const gboolean *used)
{
  const TlTableLayout *layout = tl_layout_get (self->table);

  for (guint i = 0; i < layout->n_fields; i++)
    {
      if (used[i] && self->cells[i] == NULL)
        self->cells[i] = tl_export_get_text (&layout->fields[i], self->existing);
    }
}

static void
add_text (TlSheet    *sheet,
          const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;
  g_autofree char *cut = NULL;

  /* Texts that were put together of several cells may outgrow what one can hold; the file itself has them whole. */
  if (length > TL_SHEET_MAX_CHARACTERS)
    {
      cut = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), TL_SHEET_MAX_CHARACTERS));
      text = cut;
      length = strlen (cut);
    }
  tl_sheet_add_cell (sheet, text != NULL ? text : "", length, NULL);
}

static void
add_origin (TlForeignWork      *work,
            TlSheet            *sheet,
            const TlForeignOut *out,
            guint               index,
            const gboolean     *used)
{
  const TlForeignLayout *layout = &work->mapping->layouts[out->sheet];
  guint column = 0;

  tl_sheet_set_origin (sheet, index, tl_foreign_sheet_get_name (tl_foreign_book_get_sheet (work->book, out->sheet)),
                       out->number);
  if (out->doubtful)
    tl_sheet_set_doubtful (sheet, index);
  if (tl_layout_get (out->table)->has_ref_key)
    column++;
  for (guint i = 0; i < tl_layout_get (out->table)->n_fields; i++)
    {
      if (!used[i])
        continue;
      if (out->columns[i] >= 0)
        tl_sheet_set_origin_heading (sheet, index, column, layout->headings[out->columns[i]]);
      column++;
    }
}

static void
write_row (TlForeignWork      *work,
           TlSheet            *sheet,
           const TlForeignOut *out,
           guint               index,
           const gboolean     *used)
{
  const TlTableLayout *layout = tl_layout_get (out->table);

  if (layout->has_ref_key)
    add_text (sheet, out->ref);
  for (guint i = 0; i < layout->n_fields; i++)
    {
      if (used[i])
        add_text (sheet, out->cells[i]);
    }
  tl_sheet_end_row (sheet, NULL);
  add_origin (work, sheet, out, index, used);
}

static void
finish_table (TlForeignWork *work,
              TlTable        table)
{
  const TlTableLayout *layout = tl_layout_get (table);
  g_autoptr (TlSheet) sheet = tl_sheet_new (layout->sheet);
  gboolean used[TL_FOREIGN_MOST_FIELDS] = { FALSE };

  for (guint i = 0; i < work->outs[table]->len; i++)
    {
      const TlForeignOut *out = g_ptr_array_index (work->outs[table], i);

      for (guint j = 0; j < layout->n_fields; j++)
        used[j] |= out->cells[j] != NULL;
    }
  if (layout->has_ref_key)
    add_text (sheet, REF_HEADING);
  for (guint i = 0; i < layout->n_fields; i++)
    {
      if (used[i])
        add_text (sheet, layout->fields[i].heading);
    }
  tl_sheet_end_row (sheet, NULL);
  for (guint i = 0; i < work->outs[table]->len; i++)
    {
      TlForeignOut *out = g_ptr_array_index (work->outs[table], i);

      if (out->existing != NULL)
        fill_from_existing (out, used);
      write_row (work, sheet, out, i, used);
    }
  g_ptr_array_add (work->sheets->sheets, g_steal_pointer (&sheet));
}

/**
 * tl_foreign_out_finish:
 * @work: a result in the making
 *
 * Writes all rows down as our own sheets, each with where it comes from.
 */
void
tl_foreign_out_finish (TlForeignWork *work)
{
  for (TlTable table = 0; table < TL_N_TABLES; table++)
    {
      if (work->outs[table]->len > 0)
        finish_table (work, table);
    }
}
