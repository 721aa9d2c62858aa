/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-sheet-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include <string.h>

#define ROW(self, index) (&g_array_index ((self)->rows, TlSheetRow, index))

static void
origin_clear (gpointer data)
{
  g_free (((TlSheetOrigin *) data)->headings);
}

/**
 * tl_sheet_new:
 * @name: the sheet's name
 *
 * Returns: (transfer full): a sheet without rows
 */
TlSheet *
tl_sheet_new (const char *name)
{
  TlSheet *self = g_new0 (TlSheet, 1);

  self->name = g_strdup (name);
  self->texts = g_string_chunk_new (4096);
  self->cells = g_ptr_array_new ();
  self->rows = g_array_new (FALSE, FALSE, sizeof (TlSheetRow));
  self->merges = g_array_new (FALSE, FALSE, sizeof (TlSheetMerge));
  self->origins = g_array_new (FALSE, TRUE, sizeof (TlSheetOrigin));
  g_array_set_clear_func (self->origins, origin_clear);
  self->number = 1;
  return self;
}

/**
 * tl_sheet_free:
 * @self: (transfer full): a sheet
 *
 * Frees a sheet and its texts.
 */
void
tl_sheet_free (TlSheet *self)
{
  g_free (self->name);
  g_string_chunk_free (self->texts);
  g_clear_pointer (&self->more_texts, g_ptr_array_unref);
  g_ptr_array_unref (self->cells);
  g_array_unref (self->rows);
  g_array_unref (self->merges);
  g_array_unref (self->origins);
  g_free (self);
}

/* Spreadsheets and word processors leave all kinds of space around a text, no-break space among them. */
static void
strip (const char **text,
       gsize       *length)
{
  const char *start = *text, *end = *text + *length;

  /* Hardly any text has some. */
  if (start < end && *start > ' ' && *start < 0x7f && end[-1] > ' ' && end[-1] < 0x7f)
    return;
  while (start < end && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (start < end)
    {
      const char *last = g_utf8_prev_char (end);

      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
      end = last;
    }
  *text = start;
  *length = (gsize) (end - start);
}

/**
 * tl_sheet_add_cell:
 * @self: a sheet
 * @text: the next cell's text, which may be anything at all
 * @length: its length in bytes
 * @error: why it can't be
 *
 * Adds a cell to the row that hasn't ended yet. The first row with a text holds the headings.
 *
 * Returns: whether it was added
 */
gboolean
tl_sheet_add_cell (TlSheet     *self,
                   const char  *text,
                   gsize        length,
                   GError     **error)
{
  if (!g_utf8_validate_len (text, length, NULL))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _("this is not UTF-8 text; save the sheet as \"CSV UTF-8\" in the spreadsheet program"));
      return FALSE;
    }
  if (length > TL_SHEET_MAX_CHARACTERS && g_utf8_strlen (text, (gssize) length) > TL_SHEET_MAX_CHARACTERS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _("the text is longer than the %d characters that a cell can hold"), TL_SHEET_MAX_CHARACTERS);
      return FALSE;
    }
  if (self->cells->len - self->row_start >= TL_SHEET_MAX_COLUMNS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("the row has more than %d cells"),
                   TL_SHEET_MAX_COLUMNS);
      return FALSE;
    }
  if (self->cells->len >= TL_SHEET_MAX_CELLS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("the sheet has more than %d cells"),
                   TL_SHEET_MAX_CELLS);
      return FALSE;
    }

  /* A few bytes of a file may stand for the same long text again and again. */
  if (length > TL_SHEET_MAX_BYTES - self->n_bytes)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("the sheet has more than %d MB of text"),
                   TL_SHEET_MAX_BYTES / (1024 * 1024));
      return FALSE;
    }

  strip (&text, &length);
  self->n_bytes += length;
  g_ptr_array_add (self->cells,
                   length > 0 ? g_string_chunk_insert_len (self->texts, text, (gssize) length) : (gpointer) "");
  return TRUE;
}

static gboolean
refuse_row (TlSheet  *self,
            GError  **error)
{
  self->full = TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("the sheet has more than %d rows"), TL_SHEET_MAX_ROWS);
  return FALSE;
}

/**
 * tl_sheet_start_row:
 * @self: a sheet whose rows have all ended
 * @number: the number of the row that is to be filled next, not before the one that would be
 * @error: why there can't be such a row
 *
 * Leaves out empty rows.
 *
 * Returns: whether there was room for it
 */
gboolean
tl_sheet_start_row (TlSheet  *self,
                    guint     number,
                    GError  **error)
{
  g_return_val_if_fail (self->cells->len == self->row_start && number >= self->number, FALSE);

  if (number > TL_SHEET_MAX_ROWS)
    return refuse_row (self, error);
  self->number = number;
  if (self->first_number == 0)
    self->first_number = number;
  return TRUE;
}

/**
 * tl_sheet_end_row:
 * @self: a sheet
 * @error: why there can't be another row
 *
 * Ends a row, which may be empty.
 *
 * Returns: whether there was room for it
 */
gboolean
tl_sheet_end_row (TlSheet  *self,
                  GError  **error)
{
  guint n_cells = self->cells->len - (guint) self->row_start;
  TlSheetRow row;

  if (self->number > TL_SHEET_MAX_ROWS)
    return refuse_row (self, error);

  while (n_cells > 0 && *(const char *) g_ptr_array_index (self->cells, self->row_start + n_cells - 1) == '\0')
    n_cells--;
  g_ptr_array_set_size (self->cells, (int) (self->row_start + n_cells));

  row = (TlSheetRow) { self->row_start, n_cells, self->number++ };
  self->row_start = self->cells->len;
  if (n_cells == 0)
    return TRUE;
  if (self->has_headings)
    g_array_append_val (self->rows, row);
  else
    self->headings = row;
  self->has_headings = TRUE;
  return TRUE;
}

/**
 * tl_sheet_get_name:
 * @self: a sheet
 *
 * Returns: (transfer none): its name
 */
const char *
tl_sheet_get_name (const TlSheet *self)
{
  return self->name;
}

/**
 * tl_sheet_get_n_columns:
 * @self: a sheet
 *
 * Returns: how many headings it has
 */
guint
tl_sheet_get_n_columns (const TlSheet *self)
{
  return self->headings.n_cells;
}

/**
 * tl_sheet_get_heading:
 * @self: a sheet
 * @column: from 0
 *
 * Returns: (transfer none): the column's heading, "" when it has none
 */
const char *
tl_sheet_get_heading (const TlSheet *self,
                      guint          column)
{
  return column < self->headings.n_cells ? g_ptr_array_index (self->cells, self->headings.first_cell + column) : "";
}

/**
 * tl_sheet_get_heading_row:
 * @self: a sheet
 *
 * Returns: the number of the row with the headings, 0 when the sheet is empty
 */
guint
tl_sheet_get_heading_row (const TlSheet *self)
{
  return self->headings.number;
}

/**
 * tl_sheet_get_n_rows:
 * @self: a sheet
 *
 * Returns: how many rows have a text, the headings aside
 */
guint
tl_sheet_get_n_rows (const TlSheet *self)
{
  return self->rows->len;
}

/**
 * tl_sheet_get_row_number:
 * @self: a sheet
 * @row: from 0
 *
 * Returns: the row's number as a spreadsheet shows it
 */
guint
tl_sheet_get_row_number (const TlSheet *self,
                         guint          row)
{
  return ROW (self, row)->number;
}

/**
 * tl_sheet_get_n_cells:
 * @self: a sheet
 * @row: from 0
 *
 * Returns: how many cells the row has up to its last one with a text
 */
guint
tl_sheet_get_n_cells (const TlSheet *self,
                      guint          row)
{
  return ROW (self, row)->n_cells;
}

/**
 * tl_sheet_get_cell:
 * @self: a sheet
 * @row: from 0
 * @column: from 0
 *
 * Returns: (transfer none): the cell's text, "" when it is empty
 */
const char *
tl_sheet_get_cell (const TlSheet *self,
                   guint          row,
                   guint          column)
{
  const TlSheetRow *at = ROW (self, row);

  return column < at->n_cells ? g_ptr_array_index (self->cells, at->first_cell + column) : "";
}

/**
 * tl_sheet_add_merge:
 * @self: a sheet
 * @merge: cells that are shown as one
 * @error: why they can't be noted
 *
 * Notes that cells are shown as one. Rows may be merged that aren't there.
 *
 * Returns: whether there was room for it
 */
gboolean
tl_sheet_add_merge (TlSheet             *self,
                    const TlSheetMerge  *merge,
                    GError             **error)
{
  if (self->merges->len >= TL_SHEET_MAX_MERGES)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("the sheet has more than %d merged cells"),
                   TL_SHEET_MAX_MERGES);
      return FALSE;
    }
  g_array_append_val (self->merges, *merge);
  return TRUE;
}

/**
 * tl_sheet_get_n_merges:
 * @self: a sheet
 *
 * Returns: in how many places cells are shown as one
 */
guint
tl_sheet_get_n_merges (const TlSheet *self)
{
  return self->merges->len;
}

/**
 * tl_sheet_get_merge:
 * @self: a sheet
 * @merge: from 0
 *
 * Returns: (transfer none): which cells are shown as one, in the order of the file
 */
const TlSheetMerge *
tl_sheet_get_merge (const TlSheet *self,
                    guint          merge)
{
  return &g_array_index (self->merges, TlSheetMerge, merge);
}

/**
 * tl_sheet_get_current_row:
 * @self: a sheet that is being filled
 *
 * Returns: the number of the row that hasn't ended yet
 */
guint
tl_sheet_get_current_row (const TlSheet *self)
{
  return self->number;
}

/**
 * tl_sheet_get_current_heading:
 * @self: a sheet that is being filled
 *
 * Returns: (transfer none) (nullable): the heading above the cell that would be added next, %NULL when there can't be
 *   one
 */
const char *
tl_sheet_get_current_heading (const TlSheet *self)
{
  const char *heading = tl_sheet_get_heading (self, self->cells->len - (guint) self->row_start);

  return self->has_headings && !self->full && *heading != '\0' ? heading : NULL;
}
