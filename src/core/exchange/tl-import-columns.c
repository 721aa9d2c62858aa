/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-import-plan-private.h"

#include <glib/gi18n-lib.h>

#define REF_HEADING "Ref"

static gboolean
is_heading (const char *written,
            const char *heading)
{
  g_autofree char *folded = g_utf8_casefold (written, -1);
  g_autofree char *expected = g_utf8_casefold (heading, -1);

  return g_str_equal (folded, expected);
}

/* Returns: (nullable): where the number of the heading's column is kept, with its own spelling */
static int *
find_slot (TlImportTable  *table,
           const char     *written,
           const char    **heading)
{
  if (is_heading (written, REF_HEADING))
    {
      *heading = REF_HEADING;
      return &table->ref_column;
    }
  for (guint i = 0; i < table->layout->n_fields; i++)
    {
      if (is_heading (written, table->layout->fields[i].heading))
        {
          *heading = table->layout->fields[i].heading;
          return &table->columns[i];
        }
    }
  return NULL;
}

static void
find_column (TlImportWork  *work,
             TlImportTable *table,
             guint          column)
{
  const char *written = tl_sheet_get_heading (table->sheet, column);
  const char *heading;
  int *slot;

  if (*written == '\0')
    return;

  slot = find_slot (table, written, &heading);
  if (slot == NULL)
    tl_import_note (work, g_strdup_printf (_("%s: the column \"%s\" isn't one of this sheet's, and was left out"),
                                           table->layout->sheet, written));
  else if (*slot >= 0)
    tl_import_tell_sheet (work, table->layout->sheet, tl_sheet_get_heading_row (table->sheet), heading,
                          _("this heading stands above more than one column"), TRUE);
  else
    *slot = (int) column;
}

/* A cell under no heading is most likely the rest of a text that was cut in two by a comma. */
static void
check_width (TlImportWork  *work,
             TlImportTable *table,
             TlImportRow   *row)
{
  for (guint i = 0; i < tl_sheet_get_n_cells (table->sheet, row->index); i++)
    {
      const char *cell = tl_sheet_get_cell (table->sheet, row->index, i);
      g_autofree char *message = NULL;

      if (*cell == '\0' || *tl_sheet_get_heading (table->sheet, i) != '\0')
        continue;
      message = g_strdup_printf (_("cell %u stands under no heading; is a text with a comma without quotation marks?"),
                                 i + 1);
      tl_import_tell (work, table, row, NULL, cell, message);
      return;
    }
}

/**
 * tl_import_columns_find:
 * @work: a plan in the making
 * @sheet: (transfer full): a sheet
 *
 * Finds out which table a sheet is of and which of its columns is which field.
 */
void
tl_import_columns_find (TlImportWork *work,
                        TlSheet      *sheet)
{
  TlTable id = tl_layout_find_sheet (tl_sheet_get_name (sheet));
  TlImportTable *table;

  if (id == TL_NO_TABLE)
    {
      tl_import_note (work, g_strdup_printf (_("\"%s\" isn't one of the sheets, and was left out"),
                                             tl_sheet_get_name (sheet)));
      tl_sheet_free (sheet);
      return;
    }

  table = &work->tables[id];
  if (table->sheet != NULL)
    {
      tl_import_tell_sheet (work, table->layout->sheet, 0, NULL, _("this sheet is there twice"), TRUE);
      tl_sheet_free (sheet);
      return;
    }
  table->sheet = sheet;
  for (guint i = 0; i < tl_sheet_get_n_columns (sheet); i++)
    find_column (work, table, i);

  table->n_rows = tl_sheet_get_n_rows (sheet);
  table->rows = g_new0 (TlImportRow, table->n_rows);
  for (guint i = 0; i < table->n_rows; i++)
    {
      table->rows[i].index = i;
      table->rows[i].bad = tl_sheet_is_doubtful (sheet, i);
      check_width (work, table, &table->rows[i]);
    }
}
