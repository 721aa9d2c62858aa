/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-readings-grid-private.h"

#include <glib/gi18n-lib.h>

#include "tl-draft.h"
#include "tl-reading-text.h"
#include "tl-workbook-private.h"

#include <string.h>

/* A cell that was typed into. */
typedef struct
{
  TlReadingsCell *cell;
  char *old_text;
  TlDay old_day;
  char *new_text;
  TlDay new_day;
} Typed;

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
typed_clear (Typed *typed)
{
  g_free (typed->old_text);
  g_free (typed->new_text);
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
 * tl_readings_grid_get_workbook:
 * @self: a grid
 *
 * Returns: (transfer none): the workbook that it is for
 */
TlWorkbook *
tl_readings_grid_get_workbook (TlReadingsGrid *self)
{
  return self->workbook;
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

/* ── Cells ────────────────────────────────────────────────────────────────── */

TlReadingsCell *
tl_readings_grid_get_cell (TlReadingsGrid *self,
                           guint           row,
                           guint           column)
{
  return g_ptr_array_index (TL_READINGS_ROW (self, row)->cells, column);
}

static gboolean
is_cell (TlReadingsGrid *self,
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
  g_return_val_if_fail (is_cell (self, row, column), "");

  return tl_readings_grid_get_cell (self, row, column)->text;
}

/**
 * tl_readings_grid_get_day:
 * @self: a grid
 * @row: a row of it
 * @column: a column of it
 *
 * Returns: the day that the reading there has, or would get
 */
TlDay
tl_readings_grid_get_day (TlReadingsGrid *self,
                          guint           row,
                          guint           column)
{
  g_return_val_if_fail (is_cell (self, row, column), TL_NO_DAY);

  return tl_readings_grid_get_cell (self, row, column)->day;
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
  g_return_val_if_fail (is_cell (self, row, column), TL_READINGS_KEPT);

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
  g_return_val_if_fail (is_cell (self, row, column), NULL);

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

/* ── What a cell says ─────────────────────────────────────────────────────── */

/* Returns: (nullable): the reading as a draft, %NULL when what is typed can't be one, or it isn't there any more */
static TlDraft *
make_draft (TlReadingsGrid        *self,
            const TlReadingsCell  *cell,
            char                 **message)
{
  static const char * const places[] = { "place", "shift", "staff_group" };
  g_auto (TlReadingText) parts = { NULL, NULL, NULL };
  gboolean is_new = tl_id_is_none (&cell->reading);
  TlDraft *draft;

  if (!tl_reading_text_read (self->kind, cell->text, &parts, message))
    return NULL;
  draft = is_new ? tl_draft_new (self->workbook, TL_TABLE_READING)
                 : tl_draft_new_copy (self->workbook, TL_TABLE_READING, &cell->reading);
  if (draft == NULL)
    {
      *message = g_strdup (_("This reading isn’t there any more."));
      return NULL;
    }
  if (is_new)
    {
      tl_draft_set_link (draft, "measure", &self->measure);
      for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
        tl_draft_set_link (draft, places[i], !tl_id_is_none (&cell->column->places[i]) ? &cell->column->places[i] : NULL);
    }
  if (is_new || cell->day != cell->first_day)
    tl_draft_set_day (draft, "date", cell->day);
  tl_draft_set_text (draft, "numerator", parts.numerator);
  tl_draft_set_text (draft, "denominator", parts.denominator);
  tl_draft_set_text (draft, "value", parts.value);
  return draft;
}

/* The rules are a draft's; the words that it would mark a field with are said of the cell. */
static void
judge (TlReadingsGrid *self,
       TlReadingsCell *cell)
{
  g_autoptr (TlDraft) draft = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  g_strstrip (cell->text);
  cell->state = TL_READINGS_KEPT;
  if (g_str_equal (cell->text, cell->first_text) && cell->day == cell->first_day)
    return;
  if (*cell->text == '\0')
    {
      cell->state = tl_id_is_none (&cell->reading) ? TL_READINGS_KEPT : TL_READINGS_REMOVED;
      return;
    }
  draft = make_draft (self, cell, &cell->problem);
  problems = draft != NULL ? tl_draft_list_problems (draft) : NULL;
  if (problems != NULL && problems->len > 0)
    cell->problem = g_strdup (((const TlDraftProblem *) g_ptr_array_index (problems, 0))->message);
  if (cell->problem != NULL)
    {
      cell->state = TL_READINGS_WRONG;
      return;
    }
  g_free (cell->text);
  cell->text = tl_reading_text_write (self->kind, tl_draft_get_number (draft, "numerator"),
                                      tl_draft_get_number (draft, "denominator"), tl_draft_get_number (draft, "value"));
  if (tl_id_is_none (&cell->reading))
    cell->state = TL_READINGS_ADDED;
  else if (!g_str_equal (cell->text, cell->first_text) || cell->day != cell->first_day)
    cell->state = TL_READINGS_CHANGED;
}

static void
put (TlReadingsGrid *self,
     TlReadingsCell *cell,
     const char     *text,
     TlDay           day)
{
  self->counts[cell->state]--;
  g_free (cell->text);
  cell->text = g_utf8_make_valid (text, -1);
  cell->day = day;
  g_clear_pointer (&cell->problem, g_free);
  judge (self, cell);
  self->counts[cell->state]++;
}

/* ── Steps ────────────────────────────────────────────────────────────────── */

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

  put (self, cell, text, day);
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
  g_signal_emit (self, signals[CHANGED], 0);
}

void
tl_readings_grid_tell_shape (TlReadingsGrid *self)
{
  g_signal_emit (self, signals[SHAPE_CHANGED], 0);
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

      put (self, typed->cell, back ? typed->old_text : typed->new_text, back ? typed->old_day : typed->new_day);
    }
  g_ptr_array_add (to, step);
  g_signal_emit (self, signals[CHANGED], 0);
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
  g_return_if_fail (is_cell (self, row, column));
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
  g_return_if_fail (is_cell (self, last_row, last_column));

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

  g_return_val_if_fail (is_cell (self, last_row, last_column), NULL);

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

/* ── Keeping it ───────────────────────────────────────────────────────────── */

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

static void
add_cell (TlReadingsGrid       *self,
          const TlReadingsCell *cell,
          TlChange             *change)
{
  g_autofree char *message = NULL;
  g_autoptr (TlDraft) draft = NULL;

  if (cell->state == TL_READINGS_REMOVED)
    tl_change_remove_row (change, tl_layout_get (TL_TABLE_READING)->name, &cell->reading);
  if (cell->state != TL_READINGS_ADDED && cell->state != TL_READINGS_CHANGED)
    return;
  draft = make_draft (self, cell, &message);
  if (draft != NULL)
    tl_draft_add_to (draft, change);
}

/**
 * tl_readings_grid_make_change:
 * @self: a grid in which nothing is wrong
 *
 * Returns: (transfer full) (nullable): one change with all that is different, %NULL when nothing is
 */
TlChange *
tl_readings_grid_make_change (TlReadingsGrid *self)
{
  g_autoptr (TlChange) change = tl_change_new ("reading.enter");

  for (guint i = 0; i < self->rows->len; i++)
    {
      for (guint j = 0; j < self->columns->len; j++)
        add_cell (self, tl_readings_grid_get_cell (self, i, j), change);
    }
  return tl_change_get_n_edits (change) > 0 ? g_steal_pointer (&change) : NULL;
}

static void
applied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (tl_workbook_apply_finish (TL_WORKBOOK (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * tl_readings_grid_save_async:
 * @self: a grid
 * @cancellable: (nullable): to cancel
 * @callback: called when it is kept
 * @user_data: for @callback
 *
 * Keeps all of it as one change; where nothing is different, none is made. While anything is wrong nothing is kept. Finish
 * with [method@Tl.ReadingsGrid.save_finish].
 */
void
tl_readings_grid_save_async (TlReadingsGrid      *self,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (TlChange) change = NULL;
  GError *error = NULL;

  g_task_set_source_tag (task, tl_readings_grid_save_async);
  if (self->counts[TL_READINGS_WRONG] > 0)
    {
      g_task_return_new_error_literal (task, TL_WORKBOOK_ERROR, TL_WORKBOOK_ERROR_VALUE,
                                       _("Correct or empty the marked cells first; nothing was kept yet."));
      return;
    }
  if (!tl_workbook_check_editable (self->workbook, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  change = tl_readings_grid_make_change (self);
  g_task_set_task_data (task, GINT_TO_POINTER (change != NULL), NULL);
  if (change == NULL)
    g_task_return_boolean (task, TRUE);
  else
    tl_workbook_apply_async (self->workbook, change, cancellable, applied_cb, g_steal_pointer (&task));
}

/**
 * tl_readings_grid_save_finish:
 * @self: a grid
 * @result: what the callback was given
 * @changed: (out) (optional): whether there was anything to change
 * @error: a %TL_WORKBOOK_ERROR or a %TL_STORE_ERROR
 *
 * Returns: whether it is kept
 */
gboolean
tl_readings_grid_save_finish (TlReadingsGrid  *self,
                              GAsyncResult    *result,
                              gboolean        *changed,
                              GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (changed != NULL)
    *changed = g_task_get_task_data (G_TASK (result)) != NULL;
  return g_task_propagate_boolean (G_TASK (result), error);
}
