/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-places-matrix-private.h"

#include <math.h>

#include "tl-matrix-cell.h"
#include "tl-matrix-words.h"

/* In pixels of the design. */
#define HEAD_WIDTH 190
#define HEAD_HEIGHT 58
#define COLUMN_WIDTH 88
#define ROW_HEIGHT 44

/* Names leave room for as many columns where there is little. */
#define LEAST_COLUMNS 2

#define WIDEST_STRETCH 1.4

/* ── Which cells are seen ── */

static void
measure_parts (TlPlacesMatrix *self,
               int             width)
{
  const TlInk *ink = tl_drawn_cell_get_ink (TL_DRAWN_CELL (self->corner));
  TlGridShape *shape = &self->shape;
  int stretched;

  shape->head_width = (int) tl_ink_px (ink, HEAD_WIDTH);
  shape->head_height = (int) tl_ink_px (ink, HEAD_HEIGHT);
  shape->column_width = (int) tl_ink_px (ink, COLUMN_WIDTH);
  shape->row_height = (int) tl_ink_px (ink, ROW_HEIGHT);
  shape->head_width = CLAMP (width - LEAST_COLUMNS * shape->column_width, shape->head_width / 2, shape->head_width);
  stretched = (width - shape->head_width) / (int) MAX (shape->n_columns, 1);
  shape->column_width = CLAMP (stretched, shape->column_width, (int) (shape->column_width * WIDEST_STRETCH));
}

static GtkWidget *
add_part (TlPlacesMatrix *self,
          GPtrArray      *parts,
          TlMatrixPart    part)
{
  GtkWidget *cell = tl_matrix_cell_new (part);

  /* Headings lie above cells. */
  if (part == TL_MATRIX_PART_CELL)
    gtk_widget_insert_before (cell, GTK_WIDGET (self), self->row_heads->len > 0 ? g_ptr_array_index (self->row_heads, 0)
                                                                               : self->corner);
  else
    gtk_widget_insert_before (cell, GTK_WIDGET (self), self->corner);
  g_ptr_array_add (parts, cell);
  return cell;
}

static void
drop (GPtrArray *parts,
      guint      n)
{
  while (parts->len > n)
    {
      gtk_widget_unparent (g_ptr_array_index (parts, parts->len - 1));
      g_ptr_array_set_size (parts, parts->len - 1);
    }
}

void
tl_places_matrix_drop_parts (TlPlacesMatrix *self)
{
  drop (self->cells, 0);
  drop (self->row_heads, 0);
  drop (self->column_heads, 0);
}

/* As many as fit, and one that is cut at either end. */
static void
make_parts (TlPlacesMatrix *self,
            int             width,
            int             height)
{
  guint rows = (guint) MAX ((height - self->shape.head_height) / self->shape.row_height + 2, 0);
  guint columns = (guint) MAX ((width - self->shape.head_width) / self->shape.column_width + 2, 0);

  self->n_seen_rows = MIN (rows, self->shape.n_rows);
  self->n_seen_columns = MIN (columns, self->shape.n_columns);
  drop (self->row_heads, self->n_seen_rows);
  drop (self->column_heads, self->n_seen_columns);
  drop (self->cells, self->n_seen_rows * self->n_seen_columns);
  while (self->row_heads->len < self->n_seen_rows)
    add_part (self, self->row_heads, TL_MATRIX_PART_ROW);
  while (self->column_heads->len < self->n_seen_columns)
    add_part (self, self->column_heads, TL_MATRIX_PART_COLUMN);
  while (self->cells->len < self->n_seen_rows * self->n_seen_columns)
    add_part (self, self->cells, TL_MATRIX_PART_CELL);
}

static guint
get_first (TlPlacesMatrix *self,
           GtkOrientation  which)
{
  double value = tl_scrolled_grid_get_value (TL_SCROLLED_GRID (self), which);
  int size = which == GTK_ORIENTATION_HORIZONTAL ? self->shape.column_width : self->shape.row_height;
  guint n = which == GTK_ORIENTATION_HORIZONTAL ? self->shape.n_columns - self->n_seen_columns
                                                : self->shape.n_rows - self->n_seen_rows;

  return size > 0 ? MIN ((guint) (value / size), n) : 0;
}

GtkWidget *
tl_places_matrix_get_cell (TlPlacesMatrix *self,
                           guint           row,
                           guint           column)
{
  return self->cells->len == 0
           ? NULL : g_ptr_array_index (self->cells, row % self->n_seen_rows * self->n_seen_columns + column % self->n_seen_columns);
}

static void
show_cell (TlPlacesMatrix *self,
           guint           row,
           guint           column)
{
  TlMatrixCell *cell = TL_MATRIX_CELL (tl_places_matrix_get_cell (self, row, column));
  const TlPlaceJudgement *place = tl_matrix_get_place (self->matrix, row, column);
  const TlMatrixColumn *measure = tl_matrix_get_column (self->matrix, column);
  guint tally = tl_matrix_get_tally (self->matrix, row, column);
  g_autofree char *sentence = NULL;
  g_autofree char *text = measure != NULL ? NULL : tally > 0 ? g_strdup_printf ("%u", tally) : g_strdup ("–");
  TlMatrixMark mark = place != NULL ? TL_MATRIX_MARK_PLACE : TL_MATRIX_MARK_NONE;

  if (tl_matrix_cell_get_row (cell) == row && tl_matrix_cell_get_column (cell) == column)
    return;
  if (row == 0 && self->matrix->within == NULL && measure != NULL && measure->comparison != NULL
      && measure->comparison->comparable)
    mark = measure->comparison->hidden ? TL_MATRIX_MARK_HIDING : TL_MATRIX_MARK_POOLED;
  sentence = tl_matrix_describe_cell (self->matrix, row, column);
  tl_matrix_cell_show (cell, row, column, mark, place != NULL ? place->state : TL_PLACE_STATE_UNSAMPLED, text, sentence);
}

static void
show_head (TlMatrixCell *cell,
           guint         index,
           char         *title)
{
  if (tl_matrix_cell_get_row (cell) != index)
    tl_matrix_cell_show (cell, index, 0, TL_MATRIX_MARK_NONE, TL_PLACE_STATE_UNSAMPLED, title, title);
  g_free (title);
}

/* What has the keyboard may stand for another cell, once it is scrolled. */
static void
follow_keyboard (TlPlacesMatrix *self)
{
  GtkWidget *cell = gtk_widget_get_focus_child (GTK_WIDGET (self));

  if (self->moving || cell == NULL || !TL_IS_MATRIX_CELL (cell))
    return;
  self->row = tl_matrix_cell_get_row (TL_MATRIX_CELL (cell));
  self->column = tl_matrix_cell_get_column (TL_MATRIX_CELL (cell));
}

/* Gives each part what it stands for now. */
void
tl_places_matrix_fill (TlPlacesMatrix *self)
{
  guint top = get_first (self, GTK_ORIENTATION_VERTICAL), left = get_first (self, GTK_ORIENTATION_HORIZONTAL);

  for (guint i = top; i < top + self->n_seen_rows; i++)
    {
      show_head (g_ptr_array_index (self->row_heads, i % self->n_seen_rows), i, tl_matrix_name_row (self->matrix, i));
      for (guint j = left; j < left + self->n_seen_columns; j++)
        show_cell (self, i, j);
    }
  for (guint j = left; j < left + self->n_seen_columns; j++)
    show_head (g_ptr_array_index (self->column_heads, j % self->n_seen_columns), j, tl_matrix_name_column (self->matrix, j));
  follow_keyboard (self);
}

/* ── Where they stand ── */

static void
tl_places_matrix_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  TlPlacesMatrix *self = TL_PLACES_MATRIX (widget);

  measure_parts (self, G_MAXINT / 4);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = self->shape.head_width / 2 + self->shape.column_width / 2;
      *natural = self->shape.head_width + self->shape.column_width * (int) MAX (self->shape.n_columns, 1);
    }
  else
    {
      *minimum = self->shape.head_height + self->shape.row_height;
      *natural = self->shape.head_height + self->shape.row_height * (int) MAX (self->shape.n_rows, 1);
    }
}

static void
tl_places_matrix_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  TlPlacesMatrix *self = TL_PLACES_MATRIX (widget);
  TlScrolledGrid *grid = TL_SCROLLED_GRID (widget);

  measure_parts (self, width);
  make_parts (self, width, height);
  tl_scrolled_grid_take_shape (grid, &self->shape, width, height);
  if (self->matrix != NULL)
    tl_places_matrix_fill (self);

  for (guint i = 0; i < self->cells->len; i++)
    {
      TlMatrixCell *cell = g_ptr_array_index (self->cells, i);

      tl_scrolled_grid_place_cell (grid, GTK_WIDGET (cell), tl_matrix_cell_get_row (cell), tl_matrix_cell_get_column (cell));
    }
  for (guint i = 0; i < self->row_heads->len; i++)
    tl_scrolled_grid_place_row_head (grid, g_ptr_array_index (self->row_heads, i),
                                     tl_matrix_cell_get_row (g_ptr_array_index (self->row_heads, i)));
  for (guint i = 0; i < self->column_heads->len; i++)
    tl_scrolled_grid_place_column_head (grid, g_ptr_array_index (self->column_heads, i),
                                        tl_matrix_cell_get_row (g_ptr_array_index (self->column_heads, i)));
  tl_scrolled_grid_place_corner (grid, self->corner);
}

void
tl_places_matrix_bind_layout (GtkWidgetClass *widget_class)
{
  widget_class->measure = tl_places_matrix_measure;
  widget_class->size_allocate = tl_places_matrix_size_allocate;
}
