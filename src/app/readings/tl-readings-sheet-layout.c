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
  self->head_width = measure_width (self->corner);
  self->column_width = self->row_height = self->head_height = 0;
  for (guint i = 0; i < self->row_heads->len; i++)
    self->head_width = MAX (self->head_width, measure_width (g_ptr_array_index (self->row_heads, i)));
  for (guint i = 0; i < self->column_heads->len; i++)
    self->column_width = MAX (self->column_width, measure_width (g_ptr_array_index (self->column_heads, i)));
  for (guint i = 0; i < self->cells->len; i++)
    self->column_width = MAX (self->column_width, measure_width (g_ptr_array_index (self->cells, i)));
  for (guint i = 0; i < self->column_heads->len; i++)
    self->head_height = MAX (self->head_height, measure_height (g_ptr_array_index (self->column_heads, i), self->column_width));
  for (guint i = 0; i < self->row_heads->len; i++)
    self->row_height = MAX (self->row_height, measure_height (g_ptr_array_index (self->row_heads, i), self->head_width));
  if (self->cells->len > 0)
    self->row_height = MAX (self->row_height, measure_height (g_ptr_array_index (self->cells, 0), self->column_width));
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
      *minimum = self->head_width + self->column_width;
      *natural = self->head_width + self->column_width * (int) MAX (self->n_columns, 1);
    }
  else
    {
      *minimum = self->head_height + self->row_height * 2;
      *natural = self->head_height + self->row_height * (int) MAX (self->n_rows, 1);
    }
}

static double
configure (TlReadingsSheet *self,
           int              which,
           int              page,
           int              length)
{
  GtkAdjustment *adjustment = self->adjustments[which];
  double value;

  if (adjustment == NULL)
    return 0;
  value = CLAMP (gtk_adjustment_get_value (adjustment), 0, MAX (length - page, 0));
  gtk_adjustment_configure (adjustment, value, 0, MAX (length, page), self->row_height, page * 0.9, page);
  return value;
}

static void
place (TlReadingsSheet *self,
       GtkWidget       *child,
       int              x,
       int              y,
       int              width,
       int              height)
{
  int whole = gtk_widget_get_width (GTK_WIDGET (self));
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  width = MAX (width, minimum);
  gtk_widget_size_allocate (child, &(GtkAllocation) { mirrored ? whole - x - width : x, y, width, height }, -1);
}

static void
tl_readings_sheet_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  TlReadingsSheet *self = TL_READINGS_SHEET (widget);
  int left, top, stretched;

  measure_parts (self);
  stretched = (width - self->head_width) / (int) MAX (self->n_columns, 1);
  self->column_width = CLAMP (stretched, self->column_width, (int) (self->column_width * WIDEST_STRETCH));
  left = (int) configure (self, 0, width - self->head_width, self->column_width * (int) self->n_columns);
  top = (int) configure (self, 1, height - self->head_height, self->row_height * (int) self->n_rows);

  for (guint i = 0; i < self->cells->len; i++)
    place (self, g_ptr_array_index (self->cells, i),
           self->head_width + (int) (i % self->n_columns) * self->column_width - left,
           self->head_height + (int) (i / self->n_columns) * self->row_height - top, self->column_width, self->row_height);
  for (guint i = 0; i < self->n_rows; i++)
    place (self, g_ptr_array_index (self->row_heads, i), 0, self->head_height + (int) i * self->row_height - top,
           self->head_width, self->row_height);
  for (guint i = 0; i < self->n_columns; i++)
    place (self, g_ptr_array_index (self->column_heads, i), self->head_width + (int) i * self->column_width - left, 0,
           self->column_width, self->head_height);
  place (self, self->corner, 0, 0, self->head_width, self->head_height);
  if (gtk_widget_should_layout (GTK_WIDGET (self->text)))
    place (self, GTK_WIDGET (self->text), self->head_width + (int) self->column * self->column_width - left,
           self->head_height + (int) self->row * self->row_height - top, self->column_width, self->row_height);
}

/* Scrolls as little as brings a cell into sight. */
void
tl_readings_sheet_bring_into_sight (TlReadingsSheet *self)
{
  if (self->adjustments[0] != NULL)
    gtk_adjustment_clamp_page (self->adjustments[0], (double) self->column * self->column_width,
                               (double) (self->column + 1) * self->column_width);
  if (self->adjustments[1] != NULL)
    gtk_adjustment_clamp_page (self->adjustments[1], (double) self->row * self->row_height,
                               (double) (self->row + 1) * self->row_height);
}

void
tl_readings_sheet_bind_layout (GtkWidgetClass *widget_class)
{
  widget_class->measure = tl_readings_sheet_measure;
  widget_class->size_allocate = tl_readings_sheet_size_allocate;
}
