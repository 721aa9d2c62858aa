/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-foreign-sheet.h"

#include "tl-import-plan.h"
#include "tl-layout.h"

/* A column's stretch of merged rows, in the order of rows. */
typedef struct
{
  guint first_row;
  guint last_row;
  guint merge;
} Stretch;

struct _TlForeignSheet
{
  TlSheet *sheet;
  gboolean hidden;
  guint n_columns;
  GArray **stretches;
};

static guint
count_cells (const TlSheet *sheet,
             guint          index)
{
  return index == 0 ? tl_sheet_get_n_columns (sheet) : tl_sheet_get_n_cells (sheet, index - 1);
}

static const char *
get_cell (const TlSheet *sheet,
          guint          index,
          guint          column)
{
  return index == 0 ? tl_sheet_get_heading (sheet, column) : tl_sheet_get_cell (sheet, index - 1, column);
}

static int
compare_stretches (gconstpointer a,
                   gconstpointer b)
{
  const Stretch *stretch_a = a, *stretch_b = b;

  return (stretch_a->first_row > stretch_b->first_row) - (stretch_a->first_row < stretch_b->first_row);
}

static void
find_stretches (TlForeignSheet *self)
{
  self->stretches = g_new0 (GArray *, self->n_columns);
  for (guint i = 0; i < tl_sheet_get_n_merges (self->sheet); i++)
    {
      const TlSheetMerge *merge = tl_sheet_get_merge (self->sheet, i);
      Stretch stretch = { merge->first_row, merge->last_row, i };

      for (guint j = merge->first_column; j <= merge->last_column && j < self->n_columns; j++)
        {
          if (self->stretches[j] == NULL)
            self->stretches[j] = g_array_new (FALSE, FALSE, sizeof (Stretch));
          g_array_append_val (self->stretches[j], stretch);
        }
    }
  for (guint i = 0; i < self->n_columns; i++)
    {
      if (self->stretches[i] != NULL)
        g_array_sort (self->stretches[i], compare_stretches);
    }
}

/**
 * tl_foreign_sheet_new:
 * @sheet: (transfer full): its cells
 * @hidden: whether a spreadsheet program doesn't show it
 *
 * Returns: (transfer full): a sheet
 */
TlForeignSheet *
tl_foreign_sheet_new (TlSheet  *sheet,
                      gboolean  hidden)
{
  TlForeignSheet *self = g_new0 (TlForeignSheet, 1);

  self->sheet = sheet;
  self->hidden = hidden;
  for (guint i = 0; i < tl_foreign_sheet_get_n_filled (self); i++)
    self->n_columns = MAX (self->n_columns, count_cells (sheet, i));
  find_stretches (self);
  return self;
}

/**
 * tl_foreign_sheet_free:
 * @self: (transfer full): a sheet
 *
 * Frees it.
 */
void
tl_foreign_sheet_free (TlForeignSheet *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    g_clear_pointer (&self->stretches[i], g_array_unref);
  g_free (self->stretches);
  tl_sheet_free (self->sheet);
  g_free (self);
}

/**
 * tl_foreign_sheet_get_name:
 * @self: a sheet
 *
 * Returns: (transfer none): its name, as on its tab; of a CSV file its name without the ending
 */
const char *
tl_foreign_sheet_get_name (const TlForeignSheet *self)
{
  return tl_sheet_get_name (self->sheet);
}

/**
 * tl_foreign_sheet_get_hidden:
 * @self: a sheet
 *
 * Returns: whether a spreadsheet program doesn't show it
 */
gboolean
tl_foreign_sheet_get_hidden (const TlForeignSheet *self)
{
  return self->hidden;
}

/**
 * tl_foreign_sheet_get_n_rows:
 * @self: a sheet
 *
 * Returns: the number of the last row with a text, 0 when it is empty
 */
guint
tl_foreign_sheet_get_n_rows (const TlForeignSheet *self)
{
  guint n = tl_foreign_sheet_get_n_filled (self);

  return n > 0 ? tl_foreign_sheet_get_filled (self, n - 1) : 0;
}

/**
 * tl_foreign_sheet_get_n_columns:
 * @self: a sheet
 *
 * Returns: how many columns it has up to the last one with a text
 */
guint
tl_foreign_sheet_get_n_columns (const TlForeignSheet *self)
{
  return self->n_columns;
}

/**
 * tl_foreign_sheet_get_text:
 * @self: a sheet
 * @row: the number of a row as a spreadsheet shows it, from 1
 * @column: a column, from 0
 *
 * Returns: (transfer none): what stands there, "" when nothing does; a real date as 2026-03-31
 */
const char *
tl_foreign_sheet_get_text (const TlForeignSheet *self,
                           guint                 row,
                           guint                 column)
{
  guint index = tl_foreign_sheet_find_filled (self, row);

  return index != G_MAXUINT ? get_cell (self->sheet, index, column) : "";
}

/**
 * tl_foreign_sheet_find_merge:
 * @self: a sheet
 * @row: the number of a row as a spreadsheet shows it, from 1
 * @column: a column, from 0
 *
 * Returns: (transfer none) (nullable): the cells that are shown as one, if that cell is among any
 */
const TlSheetMerge *
tl_foreign_sheet_find_merge (const TlForeignSheet *self,
                             guint                 row,
                             guint                 column)
{
  const GArray *stretches = column < self->n_columns ? self->stretches[column] : NULL;
  guint first = 0, end = stretches != NULL ? stretches->len : 0;

  while (first < end)
    {
      guint middle = first + (end - first) / 2;
      const Stretch *stretch = &g_array_index (stretches, Stretch, middle);

      if (row < stretch->first_row)
        end = middle;
      else if (row > stretch->last_row)
        first = middle + 1;
      else
        return tl_sheet_get_merge (self->sheet, stretch->merge);
    }
  return NULL;
}

/**
 * tl_foreign_sheet_get_merged:
 * @self: a sheet
 * @row: the number of a row as a spreadsheet shows it, from 1
 * @column: a column, from 0
 *
 * Returns: (transfer none): what is shown there: where cells are shown as one, the text of all of them
 */
const char *
tl_foreign_sheet_get_merged (const TlForeignSheet *self,
                             guint                 row,
                             guint                 column)
{
  const TlSheetMerge *merge = tl_foreign_sheet_find_merge (self, row, column);

  return merge != NULL ? tl_foreign_sheet_get_text (self, merge->first_row, merge->first_column)
                       : tl_foreign_sheet_get_text (self, row, column);
}

/**
 * tl_foreign_sheet_get_n_filled:
 * @self: a sheet
 *
 * Returns: how many rows have a text
 */
guint
tl_foreign_sheet_get_n_filled (const TlForeignSheet *self)
{
  return tl_sheet_get_heading_row (self->sheet) > 0 ? tl_sheet_get_n_rows (self->sheet) + 1 : 0;
}

/**
 * tl_foreign_sheet_get_filled:
 * @self: a sheet
 * @index: from 0
 *
 * Returns: the number of a row with a text
 */
guint
tl_foreign_sheet_get_filled (const TlForeignSheet *self,
                             guint                 index)
{
  return index == 0 ? tl_sheet_get_heading_row (self->sheet) : tl_sheet_get_row_number (self->sheet, index - 1);
}

/**
 * tl_foreign_sheet_find_filled:
 * @self: a sheet
 * @row: the number of a row as a spreadsheet shows it
 *
 * Returns: which of the rows with a text it is, %G_MAXUINT when it is none
 */
guint
tl_foreign_sheet_find_filled (const TlForeignSheet *self,
                              guint                 row)
{
  guint first = 0, end = tl_foreign_sheet_get_n_filled (self);

  while (first < end)
    {
      guint middle = first + (end - first) / 2;
      guint number = tl_foreign_sheet_get_filled (self, middle);

      if (number == row)
        return middle;
      if (number < row)
        first = middle + 1;
      else
        end = middle;
    }
  return G_MAXUINT;
}

static gboolean
is_heading (TlTable     table,
            const char *text)
{
  const TlTableLayout *layout = table != TL_NO_TABLE ? tl_layout_get (table) : NULL;

  if (layout == NULL)
    return g_ascii_strcasecmp (text, "Key") == 0 || g_ascii_strcasecmp (text, "Value") == 0;
  for (guint i = 0; i < layout->n_fields; i++)
    {
      if (g_ascii_strcasecmp (text, layout->fields[i].heading) == 0)
        return TRUE;
    }
  return g_ascii_strcasecmp (text, "Ref") == 0;
}

/**
 * tl_foreign_sheet_is_ours:
 * @self: a sheet
 *
 * Returns: whether it has both the name and most of the headings of one of ours: many a tracker has a tab "Actions"
 */
gboolean
tl_foreign_sheet_is_ours (const TlForeignSheet *self)
{
  TlTable table = tl_layout_find_sheet (tl_foreign_sheet_get_name (self));
  guint n = 0, n_ours = 0;

  if (tl_import_find_sheet (tl_foreign_sheet_get_name (self)) == NULL)
    return FALSE;
  for (guint i = 0; i < tl_sheet_get_n_columns (self->sheet); i++)
    {
      const char *heading = tl_sheet_get_heading (self->sheet, i);

      n += *heading != '\0';
      n_ours += is_heading (table, heading);
    }
  return n_ours > 0 && n_ours * 2 >= n;
}
