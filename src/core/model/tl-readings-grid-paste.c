/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-readings-grid-private.h"

#include <glib/gi18n-lib.h>

#include "tl-field-text.h"
#include "tl-format.h"
#include "tl-period.h"
#include "tl-readings-block.h"

#include <string.h>

/* Where the cells of a pasted block go. */

#define MOST_PERIODS 600
#define MOST_SAID 4

typedef struct
{
  TlReadingsGrid *grid;
  TlReadingsBlock block;
  guint row;
  guint column;
  /* For each column of the block, the grid's, or -1; with pairs, for the first of each. */
  GArray *columns;
  gboolean paired;
  /* The rows that were filled by this block. */
  GHashTable *filled;
  GPtrArray *left_out;
} Paste;

static void
leave_out (Paste *self,
           char  *sentence)
{
  if (!g_ptr_array_find_with_equal_func (self->left_out, sentence, g_str_equal, NULL))
    g_ptr_array_add (self->left_out, sentence);
  else
    g_free (sentence);
}

static gboolean
is_text (const char *a,
         const char *b)
{
  g_autofree char *folded_a = g_utf8_casefold (a, -1), *folded_b = g_utf8_casefold (b != NULL ? b : "", -1);

  return *a != '\0' && g_str_equal (folded_a, folded_b);
}

/* ── Columns ──────────────────────────────────────────────────────────────── */

static int
find_place_column (TlReadingsGrid *grid,
                   const char     *heading)
{
  TlSnapshot *snapshot = tl_assessment_get_snapshot (tl_workbook_get_assessment (grid->workbook));

  for (guint i = 0; i < grid->columns->len; i++)
    {
      if (is_text (heading, TL_READINGS_COLUMN (grid, i)->title))
        return (int) i;
    }
  for (guint i = 0; i < tl_snapshot_count (snapshot, TL_TABLE_PLACE); i++)
    {
      const TlPlaceFacts *place = tl_snapshot_get (snapshot, TL_TABLE_PLACE, i);

      if (!is_text (heading, place->name) && !is_text (heading, place->base.ref))
        continue;
      if (place->kind == TL_PLACE_KIND_SHIFT)
        return (int) tl_readings_grid_add_column (grid, NULL, place, NULL);
      if (place->kind == TL_PLACE_KIND_STAFF_GROUP)
        return (int) tl_readings_grid_add_column (grid, NULL, NULL, place);
      return (int) tl_readings_grid_add_column (grid, place, NULL, NULL);
    }
  return -1;
}

static gboolean
is_number (const char *text)
{
  return *text != '\0' && strspn (text, "0123456789,. ") == strlen (text);
}

/* How many are right and of how many, in two columns side by side. */
static gboolean
comes_in_pairs (Paste *self,
                guint  width)
{
  guint from = (guint) (self->block.date_column + 1);
  gboolean any = FALSE;

  if (self->grid->kind != TL_MEASURE_KIND_PROPORTION || width <= from || (width - from) % 2 != 0)
    return FALSE;
  for (guint i = 0; i < self->block.rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (self->block.rows, i);

      for (guint j = from; j < width; j++)
        {
          const char *cell = tl_readings_block_get (row, j);

          if (*cell != '\0' && !is_number (cell))
            return FALSE;
          any = any || *cell != '\0';
        }
    }
  return any;
}

/* Returns: whether the headings name any place */
static gboolean
match_headings (Paste *self,
                guint  width)
{
  gboolean any = FALSE;

  for (guint i = 0; self->block.heading != NULL && i < width; i++)
    {
      int column = (int) i != self->block.date_column
                     ? find_place_column (self->grid, tl_readings_block_get (self->block.heading, i)) : -1;

      g_array_append_val (self->columns, column);
      any = any || column >= 0;
    }
  return any;
}

static void
lay_columns (Paste *self)
{
  guint width = MAX (tl_readings_block_get_width (&self->block),
                     self->block.heading != NULL ? self->block.heading->len : 0);
  int next = (int) self->column;

  if (match_headings (self, width))
    return;
  /* What isn't a heading is something typed. */
  if (self->block.heading != NULL && self->block.date_column < 0)
    g_ptr_array_insert (self->block.rows, 0, g_steal_pointer (&self->block.heading));
  else if (self->block.heading != NULL)
    leave_out (self, g_strdup (_("The first row names no place of the workbook, so the columns were filled as they stand.")));
  g_array_set_size (self->columns, 0);
  self->paired = comes_in_pairs (self, width);
  for (guint i = 0; i < width; i++)
    {
      gboolean first = !self->paired || (i - (guint) (self->block.date_column + 1)) % 2 == 0;
      int column = (int) i > self->block.date_column && first && next < (int) self->grid->columns->len ? next : -1;

      next += (int) i > self->block.date_column && first;
      g_array_append_val (self->columns, column);
    }
}

/* ── Rows ─────────────────────────────────────────────────────────────────── */

/* Of a period's rows that aren't filled yet the one with a reading of that very day, else the first, else one more. */
static guint
find_period_row (Paste                *self,
                 const TlReadingsWhen *when,
                 int                   period)
{
  guint nth = 0, n = 0;
  TlReadingsRow *free_row = NULL;

  for (guint i = 0; i < self->grid->rows->len; i++)
    {
      TlReadingsRow *row = TL_READINGS_ROW (self->grid, i);

      if (row->period != period)
        continue;
      n++;
      if (g_hash_table_contains (self->filled, row))
        continue;
      if (free_row == NULL)
        {
          free_row = row;
          nth = row->nth;
        }
      for (guint j = 0; when->exact && j < row->cells->len; j++)
        {
          TlReadingsCell *cell = g_ptr_array_index (row->cells, j);

          if (!tl_id_is_none (&cell->reading) && cell->first_day == when->day)
            return i;
        }
    }
  return tl_readings_grid_add_row (self->grid, period, free_row != NULL ? nth : n);
}

/* Returns: whether the block's row goes anywhere */
static gboolean
find_row (Paste           *self,
          guint            index,
          TlReadingsWhen  *when,
          guint           *at)
{
  TlReadingsGrid *grid = self->grid;
  GPtrArray *row = g_ptr_array_index (self->block.rows, index);
  const char *cell = self->block.date_column >= 0 ? tl_readings_block_get (row, (guint) self->block.date_column) : "";
  TlDay today = tl_workbook_get_today (grid->workbook);
  g_autofree char *quoted = tl_field_text_quote (cell);
  int period;

  *when = (TlReadingsWhen) { TL_NO_DAY, FALSE };
  if (self->block.date_column < 0)
    {
      *at = self->row + index;
      if (*at < grid->rows->len)
        return TRUE;
      leave_out (self, g_strdup (_("There were more rows than periods up to today; those behind the last were left out.")));
      return FALSE;
    }
  if (!tl_readings_block_read_when (cell, today, when))
    {
      /* Translators: %s is what stood in a cell where the date should be */
      leave_out (self, g_strdup_printf (_("%s is not a date; its row was left out."), quoted));
      return FALSE;
    }
  period = tl_period_get_number (grid->period, when->day);
  if (period > grid->last_period || (when->exact && when->day > today) || period <= grid->last_period - MOST_PERIODS)
    {
      leave_out (self, g_strdup_printf (period > grid->last_period - MOST_PERIODS
                                          ? _("%s is still to come; its row was left out.")
                                          : _("%s is too long ago; its row was left out."), quoted));
      return FALSE;
    }
  if (period < grid->first_period)
    tl_readings_grid_begin_at (grid, period);
  *at = find_period_row (self, when, period);
  return TRUE;
}

/* ── Cells ────────────────────────────────────────────────────────────────── */

static char *
get_reading (Paste     *self,
             GPtrArray *row,
             guint      column)
{
  const char *first = tl_readings_block_get (row, column);
  const char *second = self->paired ? tl_readings_block_get (row, column + 1) : "";

  return self->paired && (*first != '\0' || *second != '\0') ? g_strdup_printf ("%s/%s", first, second) : g_strdup (first);
}

/* Told once for a column, with what its heading says. */
static void
leave_column_out (Paste *self,
                  guint  column)
{
  g_autofree char *quoted = NULL;

  if (self->block.heading == NULL || *tl_readings_block_get (self->block.heading, column) == '\0')
    {
      leave_out (self, g_strdup (_("There were more columns than places; those behind the last were left out.")));
      return;
    }
  quoted = tl_field_text_quote (tl_readings_block_get (self->block.heading, column));
  /* Translators: %s is the heading of a column */
  leave_out (self, g_strdup_printf (_("There is no place called %s; its column was left out."), quoted));
}

static void
place_row (Paste *self,
           guint  index)
{
  GPtrArray *row = g_ptr_array_index (self->block.rows, index);
  TlReadingsWhen when;
  gboolean any = FALSE;
  guint at;

  for (guint i = 0; i < row->len; i++)
    any = any || ((int) i != self->block.date_column && *tl_readings_block_get (row, i) != '\0');
  if (!any || !find_row (self, index, &when, &at))
    return;
  g_hash_table_add (self->filled, TL_READINGS_ROW (self->grid, at));
  for (guint i = 0; i < self->columns->len; i++)
    {
      int column = g_array_index (self->columns, int, i);
      g_autofree char *text = get_reading (self, row, i);
      TlReadingsCell *cell;

      if (*text == '\0' || (int) i == self->block.date_column)
        continue;
      if (column < 0)
        {
          if (!self->paired || (i - (guint) (self->block.date_column + 1)) % 2 == 0)
            leave_column_out (self, i);
          continue;
        }
      cell = tl_readings_grid_get_cell (self->grid, at, (guint) column);
      tl_readings_grid_type (self->grid, at, (guint) column, text,
                             when.exact && tl_id_is_none (&cell->reading) ? when.day : cell->day);
    }
}

static char *
join_left_out (Paste *self)
{
  guint n = self->left_out->len;

  if (n == 0)
    return NULL;
  if (n > MOST_SAID)
    {
      g_ptr_array_set_size (self->left_out, MOST_SAID);
      g_ptr_array_add (self->left_out, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "And %u more of the like.",
                                                                     "And %u more of the like.", n - MOST_SAID),
                                                        n - MOST_SAID));
    }
  g_ptr_array_add (self->left_out, NULL);
  return g_strjoinv (" ", (char **) self->left_out->pdata);
}

/**
 * tl_readings_grid_paste:
 * @self: a grid
 * @row: the row to begin at
 * @column: the column to begin at
 * @text: cells as a spreadsheet puts them on the clipboard
 *
 * Fills in a block. A row of headings that name places goes to their columns, which may be new ones; rows that say when
 * they are of go to their periods, earlier ones too; everything else goes where it would in a spreadsheet. Periods may lie
 * along the top. Numerator and denominator may stand side by side. An empty cell changes nothing, a reading that is there
 * keeps its day, and several rows of one period become as many readings.
 *
 * Returns: (transfer full) (nullable): what was left out, and why, as sentences; %NULL when all of it found its place
 */
char *
tl_readings_grid_paste (TlReadingsGrid *self,
                        guint           row,
                        guint           column,
                        const char     *text)
{
  Paste paste = { self, { NULL, NULL, -1, FALSE }, row, column, NULL, FALSE, NULL, NULL };
  guint n_rows = self->rows->len, n_columns = self->columns->len;
  char *left_out;

  g_return_val_if_fail (TL_IS_READINGS_GRID (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  paste.columns = g_array_new (FALSE, FALSE, sizeof (int));
  paste.filled = g_hash_table_new (NULL, NULL);
  paste.left_out = g_ptr_array_new_with_free_func (g_free);
  tl_readings_block_read (&paste.block, text, tl_workbook_get_today (self->workbook));
  if (paste.block.cut)
    leave_out (&paste, g_strdup (_("What was pasted is longer than anyone’s readings; the rest of it was left out.")));
  lay_columns (&paste);
  tl_readings_grid_begin_step (self);
  for (guint i = 0; i < paste.block.rows->len; i++)
    place_row (&paste, i);
  if (self->rows->len != n_rows || self->columns->len != n_columns)
    tl_readings_grid_tell_shape (self);
  tl_readings_grid_end_step (self);
  left_out = join_left_out (&paste);
  tl_readings_block_clear (&paste.block);
  g_array_unref (paste.columns);
  g_hash_table_unref (paste.filled);
  g_ptr_array_unref (paste.left_out);
  return left_out;
}
