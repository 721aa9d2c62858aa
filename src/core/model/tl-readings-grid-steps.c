/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-readings-grid-private.h"

/* A cell that was typed into. */
typedef struct
{
  TlReadingsCell *cell;
  char *old_text;
  TlDay old_day;
  char *new_text;
  TlDay new_day;
} Typed;

static void
typed_clear (Typed *typed)
{
  g_free (typed->old_text);
  g_free (typed->new_text);
}

void
tl_readings_grid_begin_step (TlReadingsGrid *self)
{
  g_return_if_fail (self->step == NULL);

  self->step = g_array_new (FALSE, FALSE, sizeof (Typed));
  g_array_set_clear_func (self->step, (GDestroyNotify) typed_clear);
}

void
tl_readings_grid_type (TlReadingsGrid *self,
                       guint           row,
                       guint           column,
                       const char     *text,
                       TlDay           day)
{
  TlReadingsCell *cell = tl_readings_grid_get_cell (self, row, column);
  Typed typed = { cell, g_strdup (cell->text), cell->day, NULL, day };

  tl_readings_grid_put (self, cell, text, day);
  typed.new_text = g_strdup (cell->text);
  if (g_str_equal (typed.old_text, typed.new_text) && typed.old_day == day)
    typed_clear (&typed);
  else
    g_array_append_val (self->step, typed);
}

void
tl_readings_grid_end_step (TlReadingsGrid *self)
{
  g_autoptr (GArray) step = g_steal_pointer (&self->step);

  if (step->len == 0)
    return;
  g_ptr_array_set_size (self->undone, 0);
  g_ptr_array_add (self->done, g_steal_pointer (&step));
  tl_readings_grid_tell_changed (self);
}

static gboolean
walk (TlReadingsGrid *self,
      GPtrArray      *from,
      GPtrArray      *to,
      gboolean        back)
{
  GArray *step;

  if (from->len == 0)
    return FALSE;
  step = g_ptr_array_steal_index (from, from->len - 1);
  for (guint i = 0; i < step->len; i++)
    {
      Typed *typed = &g_array_index (step, Typed, back ? step->len - 1 - i : i);

      tl_readings_grid_put (self, typed->cell, back ? typed->old_text : typed->new_text,
                            back ? typed->old_day : typed->new_day);
    }
  g_ptr_array_add (to, step);
  tl_readings_grid_tell_changed (self);
  return TRUE;
}

/**
 * tl_readings_grid_undo:
 * @self: a grid
 *
 * Takes back what was typed, emptied or pasted last.
 *
 * Returns: whether there was anything
 */
gboolean
tl_readings_grid_undo (TlReadingsGrid *self)
{
  return walk (self, self->done, self->undone, TRUE);
}

/**
 * tl_readings_grid_redo:
 * @self: a grid
 *
 * Types again what was taken back last.
 *
 * Returns: whether there was anything
 */
gboolean
tl_readings_grid_redo (TlReadingsGrid *self)
{
  return walk (self, self->undone, self->done, FALSE);
}

/* ── What is typed ────────────────────────────────────────────────────────── */

/**
 * tl_readings_grid_set_text:
 * @self: a grid
 * @row: a row of it
 * @column: a column of it
 * @text: what was typed
 *
 * Takes what was typed, whatever it is.
 */
void
tl_readings_grid_set_text (TlReadingsGrid *self,
                           guint           row,
                           guint           column,
                           const char     *text)
{
  g_return_if_fail (tl_readings_grid_has_cell (self, row, column));
  g_return_if_fail (text != NULL);

  tl_readings_grid_begin_step (self);
  tl_readings_grid_type (self, row, column, text, tl_readings_grid_get_cell (self, row, column)->day);
  tl_readings_grid_end_step (self);
}

/**
 * tl_readings_grid_empty:
 * @self: a grid
 * @first_row: the first row
 * @first_column: the first column
 * @last_row: the last row
 * @last_column: the last column
 *
 * Empties the cells between two.
 */
void
tl_readings_grid_empty (TlReadingsGrid *self,
                        guint           first_row,
                        guint           first_column,
                        guint           last_row,
                        guint           last_column)
{
  g_return_if_fail (tl_readings_grid_has_cell (self, last_row, last_column));

  tl_readings_grid_begin_step (self);
  for (guint i = first_row; i <= last_row; i++)
    {
      for (guint j = first_column; j <= last_column; j++)
        tl_readings_grid_type (self, i, j, "", tl_readings_grid_get_cell (self, i, j)->first_day);
    }
  tl_readings_grid_end_step (self);
}

/**
 * tl_readings_grid_copy:
 * @self: a grid
 * @first_row: the first row
 * @first_column: the first column
 * @last_row: the last row
 * @last_column: the last column
 *
 * Returns: (transfer full): the cells between two, as a spreadsheet takes them
 */
char *
tl_readings_grid_copy (TlReadingsGrid *self,
                       guint           first_row,
                       guint           first_column,
                       guint           last_row,
                       guint           last_column)
{
  g_autoptr (GString) block = g_string_new (NULL);

  g_return_val_if_fail (tl_readings_grid_has_cell (self, last_row, last_column), NULL);

  for (guint i = first_row; i <= last_row; i++)
    {
      for (guint j = first_column; j <= last_column; j++)
        {
          if (j > first_column)
            g_string_append_c (block, '\t');
          g_string_append (block, tl_readings_grid_get_cell (self, i, j)->text);
        }
      if (i < last_row)
        g_string_append_c (block, '\n');
    }
  return g_string_free_and_steal (g_steal_pointer (&block));
}
