/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-readings-sheet-private.h"

#define WIDEST_STRETCH 1.5

static int
measure_width (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
measure_height (GtkWidget *widget,
                int        width)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

/* All columns are as wide, and all rows as high, as the largest needs. */
static void
measure_parts (TlReadingsSheet *self)
{
  TlGridShape *shape = &self->shape;
  shape->head_width = measure_width (self->corner);
  shape->column_width = shape->row_height = shape->head_height = 0;
  for (guint i = 0; i < self->row_heads->len; i++)
    shape->head_width = MAX (shape->head_width, measure_width (g_ptr_array_index (self->row_heads, i)));
  for (guint i = 0; i < self->column_heads->len; i++)
    shape->column_width = MAX (shape->column_width, measure_width (g_ptr_array_index (self->column_heads, i)));
  for (guint i = 0; i < self->cells->len; i++)
    shape->column_width = MAX (shape->column_width, measure_width (g_ptr_array_index (self->cells, i)));
  for (guint i = 0; i < self->column_heads->len; i++)
    shape->head_height = MAX (shape->head_height, measure_height (g_ptr_array_index (self->column_heads, i), shape->column_width));
  for (guint i = 0; i < self->row_heads->len; i++)
    shape->row_height = MAX (shape->row_height, measure_height (g_ptr_array_index (self->row_heads, i), shape->head_width));
  if (self->cells->len > 0)
    shape->row_height = MAX (shape->row_height, measure_height (g_ptr_array_index (self->cells, 0), shape->column_width));
}

static void
tl_readings_sheet_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  TlReadingsSheet *self = TL_READINGS_SHEET (widget);

  measure_parts (self);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = self->shape.head_width + self->shape.column_width;
      *natural = self->shape.head_width + self->shape.column_width * (int) MAX (self->shape.n_columns, 1);
    }
  else
    {
      *minimum = self->shape.head_height + self->shape.row_height * 2;
      *natural = self->shape.head_height + self->shape.row_height * (int) MAX (self->shape.n_rows, 1);
    }
}

static void
tl_readings_sheet_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  TlReadingsSheet *self = TL_READINGS_SHEET (widget);
  TlScrolledGrid *grid = TL_SCROLLED_GRID (widget);
  int stretched;

  measure_parts (self);
  stretched = (width - self->shape.head_width) / (int) MAX (self->shape.n_columns, 1);
  self->shape.column_width = CLAMP (stretched, self->shape.column_width, (int) (self->shape.column_width * WIDEST_STRETCH));
  tl_scrolled_grid_take_shape (grid, &self->shape, width, height);

  for (guint i = 0; i < self->cells->len; i++)
    tl_scrolled_grid_place_cell (grid, g_ptr_array_index (self->cells, i), i / self->shape.n_columns,
                                 i % self->shape.n_columns);
  for (guint i = 0; i < self->shape.n_rows; i++)
    tl_scrolled_grid_place_row_head (grid, g_ptr_array_index (self->row_heads, i), i);
  for (guint i = 0; i < self->shape.n_columns; i++)
    tl_scrolled_grid_place_column_head (grid, g_ptr_array_index (self->column_heads, i), i);
  tl_scrolled_grid_place_corner (grid, self->corner);
  if (gtk_widget_should_layout (GTK_WIDGET (self->text)))
    tl_scrolled_grid_place_cell (grid, GTK_WIDGET (self->text), self->row, self->column);
}

void
tl_readings_sheet_bind_layout (GtkWidgetClass *widget_class)
{
  widget_class->measure = tl_readings_sheet_measure;
  widget_class->size_allocate = tl_readings_sheet_size_allocate;
}
