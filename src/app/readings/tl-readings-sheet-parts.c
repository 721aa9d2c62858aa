/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-readings-sheet-private.h"

/* Of so many places a sheet begins with the first ones. */
#define MANY_COLUMNS 16

static GtkWidget *
add_part (TlReadingsSheet *self,
          GPtrArray       *parts,
          GtkWidget       *part)
{
  gtk_widget_set_parent (part, GTK_WIDGET (self));
  if (parts != NULL)
    g_ptr_array_add (parts, part);
  return part;
}

static GtkWidget *
make_head (const char        *title,
           GtkAccessibleRole  role,
           const char        *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", title, "accessible-role", role, NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (label), role == GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_max_width_chars (GTK_LABEL (label), role == GTK_ACCESSIBLE_ROLE_COLUMN_HEADER ? 11 : 20);
  gtk_label_set_xalign (GTK_LABEL (label), role == GTK_ACCESSIBLE_ROLE_COLUMN_HEADER ? 1 : 0);
  gtk_label_set_yalign (GTK_LABEL (label), role == GTK_ACCESSIBLE_ROLE_COLUMN_HEADER ? 1 : 0.5f);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_widget_set_tooltip_text (label, title);
  gtk_widget_add_css_class (label, "sheet-head");
  gtk_widget_add_css_class (label, style);
  return label;
}

void
tl_readings_sheet_drop_parts (TlReadingsSheet *self)
{
  GPtrArray *parts[] = { self->cells, self->row_heads, self->column_heads };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      for (guint j = 0; j < parts[i]->len; j++)
        gtk_widget_unparent (g_ptr_array_index (parts[i], j));
      g_ptr_array_set_size (parts[i], 0);
    }
  g_clear_pointer (&self->corner, gtk_widget_unparent);
}

static void
update_cells (TlReadingsSheet *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    tl_sheet_cell_show (g_ptr_array_index (self->cells, i), self->grid);
}

/* What is in a column that isn't shown must not be overlooked. */
static void
update_shown (TlReadingsSheet *self)
{
  guint n = tl_readings_grid_get_n_columns (self->grid);

  for (guint i = MANY_COLUMNS; i < n && !self->shows_all; i++)
    {
      for (guint j = 0; j < tl_readings_grid_get_n_rows (self->grid) && !self->shows_all; j++)
        self->shows_all = tl_readings_grid_get_state (self->grid, j, i) != TL_READINGS_KEPT;
    }
  self->shape.n_columns = self->shows_all ? n : MIN (n, MANY_COLUMNS);
}

/* The cells come first, so that the headings lie above them. */
static void
build (TlReadingsSheet *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  update_shown (self);
  self->shape.n_rows = tl_readings_grid_get_n_rows (self->grid);
  if (had_focus)
    gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (self)));
  tl_readings_sheet_drop_parts (self);
  for (guint i = 0; i < self->shape.n_rows * self->shape.n_columns; i++)
    add_part (self, self->cells, tl_sheet_cell_new (i / self->shape.n_columns, i % self->shape.n_columns));
  g_object_ref (self->text);
  gtk_widget_unparent (GTK_WIDGET (self->text));
  add_part (self, NULL, GTK_WIDGET (self->text));
  g_object_unref (self->text);
  for (guint i = 0; i < self->shape.n_rows; i++)
    {
      g_autofree char *title = tl_readings_grid_title_row (self->grid, i);

      add_part (self, self->row_heads, make_head (title, GTK_ACCESSIBLE_ROLE_ROW_HEADER, "row-head"));
    }
  for (guint i = 0; i < self->shape.n_columns; i++)
    add_part (self, self->column_heads, make_head (tl_readings_grid_title_column (self->grid, i),
                                                   GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, "column-head"));
  self->corner = add_part (self, NULL, make_head ("", GTK_ACCESSIBLE_ROLE_PRESENTATION, "corner"));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_COUNT, (int) self->shape.n_rows,
                                  GTK_ACCESSIBLE_RELATION_COL_COUNT, (int) self->shape.n_columns, -1);
  update_cells (self);
  self->row = MIN (self->row, self->shape.n_rows - 1);
  self->column = MIN (self->column, self->shape.n_columns - 1);
  if (had_focus)
    tl_readings_sheet_move (self, self->row, self->column, FALSE);
}

static void
changed_cb (TlReadingsSheet *self)
{
  guint n = self->shape.n_columns;

  update_shown (self);
  if (self->shape.n_columns != n)
    build (self);
  update_cells (self);
  tl_readings_sheet_tell_moved (self);
}

/* Earlier rows come before the one that has the keyboard. */
static void
shape_changed_cb (TlReadingsSheet *self)
{
  guint n = tl_readings_grid_get_n_rows (self->grid);

  self->row += n - MIN (n, self->shape.n_rows);
  self->other_row = self->row;
  self->other_column = self->column;
  build (self);
}

void
tl_readings_sheet_begin_parts (TlReadingsSheet *self)
{
  self->cells = g_ptr_array_new ();
  self->row_heads = g_ptr_array_new ();
  self->column_heads = g_ptr_array_new ();
  /* By itself a text is taken for a part of an entry, and a screen reader passes it by. */
  self->text = g_object_new (GTK_TYPE_TEXT, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->text), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->text), GTK_WIDGET (self));
  self->corner = add_part (self, NULL, make_head ("", GTK_ACCESSIBLE_ROLE_PRESENTATION, "corner"));
}

/* ── For others ───────────────────────────────────────────────────────────── */

/**
 * tl_readings_sheet_set_grid:
 * @self: a sheet without a grid
 * @grid: what it shows
 *
 * Shows a grid, and begins where somebody will.
 */
void
tl_readings_sheet_set_grid (TlReadingsSheet *self,
                            TlReadingsGrid  *grid)
{
  g_return_if_fail (TL_IS_READINGS_SHEET (self));
  g_return_if_fail (TL_IS_READINGS_GRID (grid) && self->grid == NULL);

  self->grid = g_object_ref (grid);
  g_signal_connect_object (grid, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (grid, "shape-changed", G_CALLBACK (shape_changed_cb), self, G_CONNECT_SWAPPED);
  build (self);
  tl_readings_grid_find_start (grid, &self->row, &self->column);
  self->column = MIN (self->column, self->shape.n_columns - 1);
  self->other_row = self->row;
  self->other_column = self->first_column = self->column;
  tl_readings_sheet_show_chosen (self);
}

/**
 * tl_readings_sheet_get_cell:
 * @self: a sheet
 * @row: a row
 * @column: a column that is shown
 *
 * Returns: (transfer none): the cell there
 */
GtkWidget *
tl_readings_sheet_get_cell (TlReadingsSheet *self,
                            guint            row,
                            guint            column)
{
  g_return_val_if_fail (row < self->shape.n_rows && column < self->shape.n_columns, NULL);

  return g_ptr_array_index (self->cells, row * self->shape.n_columns + column);
}

/**
 * tl_readings_sheet_count_hidden:
 * @self: a sheet
 *
 * Returns: how many columns aren't shown, since there are so many
 */
guint
tl_readings_sheet_count_hidden (TlReadingsSheet *self)
{
  return self->grid != NULL ? tl_readings_grid_get_n_columns (self->grid) - self->shape.n_columns : 0;
}

/**
 * tl_readings_sheet_show_all:
 * @self: a sheet
 *
 * Shows all columns.
 */
void
tl_readings_sheet_show_all (TlReadingsSheet *self)
{
  self->shows_all = TRUE;
  build (self);
}
