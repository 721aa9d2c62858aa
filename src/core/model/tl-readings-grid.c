/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-readings-grid-private.h"

enum
{
  CHANGED,
  SHAPE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlReadingsGrid, tl_readings_grid, G_TYPE_OBJECT)

static void
tl_readings_grid_finalize (GObject *object)
{
  TlReadingsGrid *self = TL_READINGS_GRID (object);

  g_clear_pointer (&self->step, g_array_unref);
  g_clear_pointer (&self->done, g_ptr_array_unref);
  g_clear_pointer (&self->undone, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_free (self->title);
  g_clear_object (&self->workbook);

  G_OBJECT_CLASS (tl_readings_grid_parent_class)->finalize (object);
}

static void
tl_readings_grid_class_init (TlReadingsGridClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_readings_grid_finalize;

  /**
   * TlReadingsGrid::changed:
   * @self: the grid
   *
   * Something else is typed in it.
   */
  signals[CHANGED] = g_signal_new ("changed", TL_TYPE_READINGS_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * TlReadingsGrid::shape-changed:
   * @self: the grid
   *
   * It has more rows or columns.
   */
  signals[SHAPE_CHANGED] = g_signal_new ("shape-changed", TL_TYPE_READINGS_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
}

static void
tl_readings_grid_init (TlReadingsGrid *self)
{
  self->done = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->undone = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
}

/**
 * tl_readings_grid_new:
 * @workbook: a workbook
 * @measure: the id of one of its measures
 *
 * Returns: (transfer full) (nullable): its readings up to today, %NULL when it isn't there any more
 */
TlReadingsGrid *
tl_readings_grid_new (TlWorkbook *workbook,
                      const TlId *measure)
{
  g_autoptr (TlReadingsGrid) self = NULL;
  const TlMeasureFacts *facts;

  g_return_val_if_fail (TL_IS_WORKBOOK (workbook), NULL);
  g_return_val_if_fail (measure != NULL, NULL);

  self = g_object_new (TL_TYPE_READINGS_GRID, NULL);
  self->workbook = g_object_ref (workbook);
  self->measure = *measure;
  facts = tl_readings_grid_find_measure (self);
  if (facts == NULL || facts->risk == NULL)
    return NULL;
  self->title = g_strdup (facts->title);
  self->kind = facts->kind;
  self->period = facts->period;
  tl_readings_grid_load (self, facts);
  return g_steal_pointer (&self);
}

/**
 * tl_readings_grid_get_title:
 * @self: a grid
 *
 * Returns: (transfer none): the measure's title
 */
const char *
tl_readings_grid_get_title (TlReadingsGrid *self)
{
  return self->title != NULL ? self->title : "";
}

/**
 * tl_readings_grid_get_kind:
 * @self: a grid
 *
 * Returns: what the measure counts
 */
TlMeasureKind
tl_readings_grid_get_kind (TlReadingsGrid *self)
{
  return self->kind;
}

/**
 * tl_readings_grid_get_n_rows:
 * @self: a grid
 *
 * Returns: how many rows it has, at least one
 */
guint
tl_readings_grid_get_n_rows (TlReadingsGrid *self)
{
  return self->rows->len;
}

/**
 * tl_readings_grid_get_n_columns:
 * @self: a grid
 *
 * Returns: how many columns it has, at least one
 */
guint
tl_readings_grid_get_n_columns (TlReadingsGrid *self)
{
  return self->columns->len;
}

void
tl_readings_grid_tell_changed (TlReadingsGrid *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

void
tl_readings_grid_tell_shape (TlReadingsGrid *self)
{
  g_signal_emit (self, signals[SHAPE_CHANGED], 0);
}

/* ── Cells ────────────────────────────────────────────────────────────────── */

TlReadingsCell *
tl_readings_grid_get_cell (TlReadingsGrid *self,
                           guint           row,
                           guint           column)
{
  return g_ptr_array_index (TL_READINGS_ROW (self, row)->cells, column);
}

gboolean
tl_readings_grid_has_cell (TlReadingsGrid *self,
                           guint           row,
                           guint           column)
{
  return row < self->rows->len && column < self->columns->len;
}

/**
 * tl_readings_grid_get_text:
 * @self: a grid
 * @row: a row of it
 * @column: a column of it
 *
 * Returns: (transfer none): what is typed there; empty for no reading
 */
const char *
tl_readings_grid_get_text (TlReadingsGrid *self,
                           guint           row,
                           guint           column)
{
  g_return_val_if_fail (tl_readings_grid_has_cell (self, row, column), "");

  return tl_readings_grid_get_cell (self, row, column)->text;
}

/**
 * tl_readings_grid_get_state:
 * @self: a grid
 * @row: a row of it
 * @column: a column of it
 *
 * Returns: what would become of the cell
 */
TlReadingsState
tl_readings_grid_get_state (TlReadingsGrid *self,
                            guint           row,
                            guint           column)
{
  g_return_val_if_fail (tl_readings_grid_has_cell (self, row, column), TL_READINGS_KEPT);

  return tl_readings_grid_get_cell (self, row, column)->state;
}

/**
 * tl_readings_grid_get_problem:
 * @self: a grid
 * @row: a row of it
 * @column: a column of it
 *
 * Returns: (transfer none) (nullable): why what is typed there can't be kept, as a sentence
 */
const char *
tl_readings_grid_get_problem (TlReadingsGrid *self,
                              guint           row,
                              guint           column)
{
  g_return_val_if_fail (tl_readings_grid_has_cell (self, row, column), NULL);

  return tl_readings_grid_get_cell (self, row, column)->problem;
}

/**
 * tl_readings_grid_find_wrong:
 * @self: a grid
 * @row: (out): its row
 * @column: (out): its column
 *
 * Finds the first cell that can't be kept.
 *
 * Returns: whether there is one
 */
gboolean
tl_readings_grid_find_wrong (TlReadingsGrid *self,
                             guint          *row,
                             guint          *column)
{
  for (*row = 0; *row < self->rows->len; (*row)++)
    {
      for (*column = 0; *column < self->columns->len; (*column)++)
        {
          if (tl_readings_grid_get_cell (self, *row, *column)->state == TL_READINGS_WRONG)
            return TRUE;
        }
    }
  return FALSE;
}

/**
 * tl_readings_grid_count:
 * @self: a grid
 * @state: what would become of a cell
 *
 * Returns: of how many
 */
guint
tl_readings_grid_count (TlReadingsGrid  *self,
                        TlReadingsState  state)
{
  g_return_val_if_fail (state < TL_READINGS_N_STATES, 0);

  return self->counts[state];
}

/**
 * tl_readings_grid_is_changed:
 * @self: a grid
 *
 * Returns: whether anything is typed that isn't in the workbook
 */
gboolean
tl_readings_grid_is_changed (TlReadingsGrid *self)
{
  for (TlReadingsState state = TL_READINGS_ADDED; state <= TL_READINGS_WRONG; state++)
    {
      if (self->counts[state] > 0)
        return TRUE;
    }
  return FALSE;
}
