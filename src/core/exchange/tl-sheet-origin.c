/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-sheet-private.h"

/**
 * tl_sheet_set_origin:
 * @self: a sheet that was made of another
 * @row: from 0
 * @sheet: the name of the sheet that it was made of
 * @number: the number of the row there
 *
 * Notes where a row comes from, so that what is wrong with it can be told where somebody would look for it.
 */
void
tl_sheet_set_origin (TlSheet    *self,
                     guint       row,
                     const char *sheet,
                     guint       number)
{
  TlSheetOrigin *origin;

  if (row >= self->origins->len)
    g_array_set_size (self->origins, row + 1);
  origin = &g_array_index (self->origins, TlSheetOrigin, row);
  origin->sheet = g_string_chunk_insert_const (self->texts, sheet);
  origin->number = number;
}

/**
 * tl_sheet_set_origin_heading:
 * @self: a sheet that was made of another
 * @row: from 0, one whose origin is noted
 * @column: from 0
 * @heading: the heading of the column there that the cell comes from
 *
 * Notes where a cell comes from.
 */
void
tl_sheet_set_origin_heading (TlSheet    *self,
                             guint       row,
                             guint       column,
                             const char *heading)
{
  TlSheetOrigin *origin = &g_array_index (self->origins, TlSheetOrigin, row);

  g_return_if_fail (row < self->origins->len && column < TL_SHEET_MAX_COLUMNS);

  if (origin->headings == NULL)
    origin->headings = g_new0 (const char *, MAX (self->headings.n_cells, column + 1));
  origin->headings[column] = g_string_chunk_insert_const (self->texts, heading);
}

/**
 * tl_sheet_set_doubtful:
 * @self: a sheet that was made of another
 * @row: from 0, one whose origin is noted
 *
 * Notes that something was wrong with a row before it was written here, which is told elsewhere: it isn't a good row.
 */
void
tl_sheet_set_doubtful (TlSheet *self,
                       guint    row)
{
  g_return_if_fail (row < self->origins->len);

  g_array_index (self->origins, TlSheetOrigin, row).doubtful = TRUE;
}

/**
 * tl_sheet_is_doubtful:
 * @self: a sheet
 * @row: from 0
 *
 * Returns: whether something was wrong with the row before it was written here
 */
gboolean
tl_sheet_is_doubtful (const TlSheet *self,
                      guint          row)
{
  return row < self->origins->len && g_array_index (self->origins, TlSheetOrigin, row).doubtful;
}

/**
 * tl_sheet_get_origin:
 * @self: a sheet
 * @row: from 0
 * @number: (out) (optional): the number of the row that it was made of
 *
 * Returns: (transfer none) (nullable): the name of the sheet that the row was made of, %NULL when it stands where it
 *   always stood
 */
const char *
tl_sheet_get_origin (const TlSheet *self,
                     guint          row,
                     guint         *number)
{
  const TlSheetOrigin *origin = row < self->origins->len ? &g_array_index (self->origins, TlSheetOrigin, row) : NULL;

  if (origin == NULL || origin->sheet == NULL)
    return NULL;
  if (number != NULL)
    *number = origin->number;
  return origin->sheet;
}

/**
 * tl_sheet_get_origin_heading:
 * @self: a sheet
 * @row: from 0
 * @column: from 0
 *
 * Returns: (transfer none) (nullable): the heading of the column that the cell comes from
 */
const char *
tl_sheet_get_origin_heading (const TlSheet *self,
                             guint          row,
                             guint          column)
{
  const TlSheetOrigin *origin = row < self->origins->len ? &g_array_index (self->origins, TlSheetOrigin, row) : NULL;

  return origin != NULL && origin->headings != NULL && column < self->headings.n_cells ? origin->headings[column] : NULL;
}
