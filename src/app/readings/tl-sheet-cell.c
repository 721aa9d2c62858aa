/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-sheet-cell.h"

struct _TlSheetCell
{
  GtkWidget parent_instance;

  GtkImage *mark;
  GtkLabel *label;

  guint row;
  guint column;
  TlReadingsState state;
  char *name;
};

G_DEFINE_FINAL_TYPE (TlSheetCell, tl_sheet_cell, GTK_TYPE_WIDGET)

/* Each has a shape and a class; colour comes last. */
static const struct
{
  const char *icon, *style;
} marks[TL_READINGS_N_STATES] = {
  [TL_READINGS_ADDED] = { "list-add-symbolic", "added" },
  [TL_READINGS_CHANGED] = { "document-edit-symbolic", "changed" },
  [TL_READINGS_REMOVED] = { "list-remove-symbolic", "removed" },
  [TL_READINGS_WRONG] = { "dialog-warning-symbolic", "wrong" },
};

static void
tl_sheet_cell_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_SHEET_CELL);

  G_OBJECT_CLASS (tl_sheet_cell_parent_class)->dispose (object);
}

static void
tl_sheet_cell_finalize (GObject *object)
{
  g_free (TL_SHEET_CELL (object)->name);

  G_OBJECT_CLASS (tl_sheet_cell_parent_class)->finalize (object);
}

static void
tl_sheet_cell_class_init (TlSheetCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_sheet_cell_dispose;
  object_class->finalize = tl_sheet_cell_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/readings/sheet-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, TlSheetCell, mark);
  gtk_widget_class_bind_template_child (widget_class, TlSheetCell, label);
  gtk_widget_class_set_css_name (widget_class, "sheet-cell");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
tl_sheet_cell_init (TlSheetCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_sheet_cell_new:
 * @row: its row
 * @column: its column
 *
 * Returns: (transfer floating): a cell
 */
GtkWidget *
tl_sheet_cell_new (guint row,
                   guint column)
{
  TlSheetCell *self = g_object_new (TL_TYPE_SHEET_CELL, NULL);

  self->row = row;
  self->column = column;
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_INDEX, (int) row + 1,
                                  GTK_ACCESSIBLE_RELATION_COL_INDEX, (int) column + 1, -1);
  return GTK_WIDGET (self);
}

/**
 * tl_sheet_cell_get_row:
 * @self: a cell
 *
 * Returns: its row
 */
guint
tl_sheet_cell_get_row (TlSheetCell *self)
{
  return self->row;
}

/**
 * tl_sheet_cell_get_column:
 * @self: a cell
 *
 * Returns: its column
 */
guint
tl_sheet_cell_get_column (TlSheetCell *self)
{
  return self->column;
}

static void
show_state (TlSheetCell     *self,
            TlReadingsState  state)
{
  if (marks[self->state].style != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), marks[self->state].style);
  if (marks[state].style != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), marks[state].style);
  gtk_image_set_from_icon_name (self->mark, marks[state].icon);
  gtk_widget_set_visible (GTK_WIDGET (self->mark), marks[state].icon != NULL);
  if (state == TL_READINGS_WRONG)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  else
    gtk_accessible_reset_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID);
  self->state = state;
}

/**
 * tl_sheet_cell_show:
 * @self: a cell
 * @grid: the grid that it is of
 *
 * Shows what the grid has there now.
 */
void
tl_sheet_cell_show (TlSheetCell    *self,
                    TlReadingsGrid *grid)
{
  TlReadingsState state = tl_readings_grid_get_state (grid, self->row, self->column);
  g_autofree char *name = tl_readings_grid_name_cell (grid, self->row, self->column);

  gtk_label_set_label (self->label, tl_readings_grid_get_text (grid, self->row, self->column));
  if (state != self->state)
    show_state (self, state);
  if (!g_set_str (&self->name, name))
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tl_readings_grid_get_problem (grid, self->row, self->column));
}

/**
 * tl_sheet_cell_choose:
 * @self: a cell
 * @chosen: whether it is among those that are chosen
 *
 * Shows that it would be copied or emptied.
 */
void
tl_sheet_cell_choose (TlSheetCell *self,
                      gboolean     chosen)
{
  if (chosen)
    gtk_widget_add_css_class (GTK_WIDGET (self), "chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "chosen");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, chosen, -1);
}
