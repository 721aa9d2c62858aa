/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-readings-sheet-private.h"

#include <glib/gi18n.h>

enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
} TlReadingsSheetProperty;

enum
{
  MOVED,
  PASTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlReadingsSheet, tl_readings_sheet, TL_TYPE_SCROLLED_GRID)

/* ── What is chosen ───────────────────────────────────────────────────────── */

void
tl_readings_sheet_get_chosen (TlReadingsSheet *self,
                              guint           *first_row,
                              guint           *first_column,
                              guint           *last_row,
                              guint           *last_column)
{
  *first_row = MIN (self->row, self->other_row);
  *first_column = MIN (self->column, self->other_column);
  *last_row = MAX (self->row, self->other_row);
  *last_column = MAX (self->column, self->other_column);
}

void
tl_readings_sheet_show_chosen (TlReadingsSheet *self)
{
  guint first_row, first_column, last_row, last_column;

  tl_readings_sheet_get_chosen (self, &first_row, &first_column, &last_row, &last_column);
  for (guint i = 0; i < self->cells->len; i++)
    {
      guint row = i / self->shape.n_columns, column = i % self->shape.n_columns;

      tl_sheet_cell_choose (g_ptr_array_index (self->cells, i), row >= first_row && row <= last_row
                            && column >= first_column && column <= last_column);
    }
}

void
tl_readings_sheet_move (TlReadingsSheet *self,
                        guint            row,
                        guint            column,
                        gboolean         extending)
{
  if (self->cells->len == 0)
    return;
  self->row = MIN (row, self->shape.n_rows - 1);
  self->column = MIN (column, self->shape.n_columns - 1);
  if (!extending)
    {
      self->other_row = self->row;
      self->other_column = self->column;
    }
  tl_readings_sheet_show_chosen (self);
  tl_scrolled_grid_bring_into_sight (TL_SCROLLED_GRID (self), self->row, self->column);
  gtk_widget_grab_focus (tl_readings_sheet_get_cell (self, self->row, self->column));
  tl_readings_sheet_tell_moved (self);
}

/* A screen reader may put the keyboard into any cell. */
static void
tl_readings_sheet_set_focus_child (GtkWidget *widget,
                                   GtkWidget *child)
{
  TlReadingsSheet *self = TL_READINGS_SHEET (widget);

  GTK_WIDGET_CLASS (tl_readings_sheet_parent_class)->set_focus_child (widget, child);

  if (child == NULL || !TL_IS_SHEET_CELL (child))
    return;
  if (tl_sheet_cell_get_row (TL_SHEET_CELL (child)) == self->row
      && tl_sheet_cell_get_column (TL_SHEET_CELL (child)) == self->column)
    return;
  self->row = self->other_row = tl_sheet_cell_get_row (TL_SHEET_CELL (child));
  self->column = self->other_column = tl_sheet_cell_get_column (TL_SHEET_CELL (child));
  tl_readings_sheet_show_chosen (self);
  tl_scrolled_grid_bring_into_sight (TL_SCROLLED_GRID (self), self->row, self->column);
  tl_readings_sheet_tell_moved (self);
}

/* The sheet is one stop for the keyboard. */
static gboolean
tl_readings_sheet_focus (GtkWidget        *widget,
                         GtkDirectionType  direction)
{
  TlReadingsSheet *self = TL_READINGS_SHEET (widget);

  if (gtk_widget_get_focus_child (widget) != NULL || self->cells->len == 0)
    return FALSE;
  return gtk_widget_grab_focus (tl_readings_sheet_get_cell (self, self->row, self->column));
}

static gboolean
tl_readings_sheet_grab_focus (GtkWidget *widget)
{
  TlReadingsSheet *self = TL_READINGS_SHEET (widget);

  return self->cells->len > 0 && gtk_widget_grab_focus (tl_readings_sheet_get_cell (self, self->row, self->column));
}

/* ── Overrides ────────────────────────────────────────────────────────────── */

static void
tl_readings_sheet_dispose (GObject *object)
{
  TlReadingsSheet *self = TL_READINGS_SHEET (object);

  if (self->text != NULL)
    {
      tl_readings_sheet_drop_parts (self);
      gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->text)));
    }
  g_clear_object (&self->grid);

  G_OBJECT_CLASS (tl_readings_sheet_parent_class)->dispose (object);
}

static void
tl_readings_sheet_finalize (GObject *object)
{
  TlReadingsSheet *self = TL_READINGS_SHEET (object);

  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->row_heads);
  g_ptr_array_unref (self->column_heads);

  G_OBJECT_CLASS (tl_readings_sheet_parent_class)->finalize (object);
}

static void
tl_readings_sheet_class_init (TlReadingsSheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_readings_sheet_dispose;
  object_class->finalize = tl_readings_sheet_finalize;
  widget_class->set_focus_child = tl_readings_sheet_set_focus_child;
  widget_class->focus = tl_readings_sheet_focus;
  widget_class->grab_focus = tl_readings_sheet_grab_focus;
  tl_readings_sheet_bind_layout (widget_class);

  /**
   * TlReadingsSheet::moved:
   * @self: the sheet
   *
   * Another cell has the keyboard, or that cell says something else.
   */
  signals[MOVED] = g_signal_new ("moved", TL_TYPE_READINGS_SHEET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * TlReadingsSheet::pasted:
   * @self: the sheet
   * @left_out: (nullable): what was left out
   *
   * A block was pasted.
   */
  signals[PASTED] = g_signal_new ("pasted", TL_TYPE_READINGS_SHEET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "readings-sheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
tl_readings_sheet_init (TlReadingsSheet *self)
{
  tl_readings_sheet_begin_parts (self);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Readings"), -1);
  tl_readings_sheet_add_input (self);
}

/* ── For others ───────────────────────────────────────────────────────────── */

/**
 * tl_readings_sheet_get_active:
 * @self: a sheet
 * @row: (out): its row
 * @column: (out): its column
 *
 * Tells which cell has the keyboard, or will have.
 */
void
tl_readings_sheet_get_active (TlReadingsSheet *self,
                              guint           *row,
                              guint           *column)
{
  *row = self->row;
  *column = self->column;
}

/**
 * tl_readings_sheet_go_to:
 * @self: a sheet
 * @row: a row
 * @column: a column
 *
 * Gives a cell the keyboard.
 */
void
tl_readings_sheet_go_to (TlReadingsSheet *self,
                         guint            row,
                         guint            column)
{
  if (column >= self->shape.n_columns)
    tl_readings_sheet_show_all (self);
  tl_readings_sheet_move (self, row, column, FALSE);
}

void
tl_readings_sheet_tell_pasted (TlReadingsSheet *self,
                               const char      *left_out)
{
  g_signal_emit (self, signals[PASTED], 0, left_out);
}

void
tl_readings_sheet_tell_moved (TlReadingsSheet *self)
{
  g_signal_emit (self, signals[MOVED], 0);
}
