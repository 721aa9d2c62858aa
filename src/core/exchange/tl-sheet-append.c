/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-sheet-private.h"

/* A long sheet is read piece by piece, several at a time, and put together in order. */

/**
 * tl_sheet_new_piece:
 *
 * Returns: (transfer full): an empty piece of a sheet, which comes somewhere below the headings
 */
TlSheet *
tl_sheet_new_piece (void)
{
  TlSheet *self = tl_sheet_new (NULL);

  self->has_headings = TRUE;
  return self;
}

/* What a sheet would refuse, it refuses of a piece, too, and a little earlier. */
static gboolean
has_room (const TlSheet *self,
          const TlSheet *piece)
{
  return piece->cells->len + TL_SHEET_MAX_COLUMNS <= TL_SHEET_MAX_CELLS - MIN (self->cells->len, TL_SHEET_MAX_CELLS)
         && piece->n_bytes <= TL_SHEET_MAX_BYTES - self->n_bytes
         && piece->merges->len + self->merges->len <= TL_SHEET_MAX_MERGES;
}

static void
append_rows (TlSheet *self,
             TlSheet *piece)
{
  for (guint i = 0; i < piece->rows->len; i++)
    {
      TlSheetRow row = g_array_index (piece->rows, TlSheetRow, i);

      row.first_cell += self->cells->len;
      if (self->has_headings)
        g_array_append_val (self->rows, row);
      else
        self->headings = row;
      self->has_headings = TRUE;
    }
  g_ptr_array_extend (self->cells, piece->cells, NULL, NULL);
  self->row_start = self->cells->len;
  if (piece->first_number > 0)
    self->number = piece->number;
  if (piece->merges->len > 0)
    g_array_append_vals (self->merges, piece->merges->data, piece->merges->len);
}

/**
 * tl_sheet_append:
 * @self: a sheet whose rows have all ended
 * @piece: a piece whose rows have all ended, and which isn't used any more afterwards
 *
 * Appends the rows of a piece, as if they had been added here.
 *
 * Returns: %FALSE when they don't follow those that are here, or there may be no room; then nothing has happened
 */
gboolean
tl_sheet_append (TlSheet *self,
                 TlSheet *piece)
{
  if ((piece->first_number > 0 && piece->first_number < self->number) || !has_room (self, piece))
    return FALSE;
  append_rows (self, piece);
  self->n_bytes += piece->n_bytes;
  if (self->more_texts == NULL)
    self->more_texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_string_chunk_free);
  g_ptr_array_add (self->more_texts, piece->texts);
  piece->texts = g_string_chunk_new (1);
  return TRUE;
}
